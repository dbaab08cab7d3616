using Suandian.Distribution.Hosting;
using Suandian.PowerFlow;
using Suandian.Texts;

namespace Suandian.Reports.Feeders;

/// <summary>The words for what buses take, the same in answer and page: a bus that nothing limits takes at least what the search ended at, and is neither the least nor the most.</summary>
public static class HostingWords
{
    /// <summary>The least and the most; where the search ended first, that it did.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="solution">Some answers.</param>
    /// <param name="number">How MW are written.</param>
    public static Text Range(PowerGrid grid, HostingSolution solution, Func<double, string> number)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(solution);
        ArgumentNullException.ThrowIfNull(number);
        int[] limited = Limited(solution);
        var open = solution.Buses.Count(host => host is { IsOpen: true });
        if (limited.Length == 0)
        {
            return Phrases.Of("feeder.hosting_range_open", ("end", number(solution.MostMw)));
        }

        var (least, most) = (limited[0], limited[^1]);
        return Phrases.Of(open == 0 ? "feeder.hosting_range" : "feeder.hosting_range_part", ("least", number(solution.Buses[least]!.Mw)), ("least_bus", grid.Buses.Title(least)),
            ("most", number(solution.Buses[most]!.Mw)), ("most_bus", grid.Buses.Title(most)), ("open", open), ("end", number(solution.MostMw)));
    }

    /// <summary>Buses that something limits, those that take the least first.</summary>
    internal static int[] Limited(HostingSolution solution) =>
        [.. Enumerable.Range(0, solution.Buses.Length).Where(b => solution.Buses[b] is { IsOpen: false }).OrderBy(b => solution.Buses[b]!.Mw)];

    /// <summary>MW that a bus takes, with ≥ where the search ended first.</summary>
    /// <param name="host">The bus.</param>
    /// <param name="number">The MW as they are written.</param>
    public static string Mw(BusHosting host, string number)
    {
        ArgumentNullException.ThrowIfNull(host);
        return host.IsOpen ? "≥ " + number : number;
    }
}
