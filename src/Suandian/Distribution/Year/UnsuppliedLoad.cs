using Suandian.PowerFlow;

namespace Suandian.Distribution.Year;

/// <summary>Load at buses that no slack reaches: it is in no flow and in none of the energies, and so is told by itself.</summary>
public sealed record UnsuppliedLoad
{
    /// <summary>Loads below this are none, MW.</summary>
    const double LeastMw = 1e-9;

    /// <summary>Buses with load and without supply, by index.</summary>
    public required int[] Buses { get; init; }

    /// <summary>Their load, MW. Shape [hours].</summary>
    public required double[] Mw { get; init; }

    /// <summary>True where there is any.</summary>
    public bool IsAny => Buses.Length > 0;

    /// <summary>The hour in which it is largest, by index; −1 where there is none.</summary>
    public int PeakHour => IsAny ? Array.IndexOf(Mw, Mw.Max()) : -1;

    /// <summary>The largest, MW.</summary>
    public double PeakMw => IsAny ? Mw.Max() : 0;

    /// <summary>Energy over the hours, MWh.</summary>
    /// <param name="weightH">Hours of the year that each stands for; null for one each. Shape [hours].</param>
    public double EnergyMwh(double[]? weightH) => Mw.Select((mw, h) => mw * (weightH?[h] ?? 1)).Sum();

    /// <summary>The load without supply of a grid in its hours.</summary>
    public static UnsuppliedLoad Of(PowerGrid grid, FeederHours hours) => Of(grid, hours, _ => true);

    /// <summary>That of some of its buses.</summary>
    internal static UnsuppliedLoad Of(PowerGrid grid, FeederHours hours, Func<int, bool> isAsked)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(hours);
        var isSupplied = GridIslands.Of(grid).Supplied(grid.Buses);
        ReadOnlySpan<double> Load(int bus) => hours.LoadMw.AsSpan(bus * hours.Count, hours.Count);
        int[] buses = [.. Enumerable.Range(0, grid.Buses.Count).Where(b => !isSupplied[b] && isAsked(b) && Load(b).ContainsAnyExceptInRange(double.NegativeInfinity, LeastMw))];
        return new UnsuppliedLoad { Buses = buses, Mw = [.. Enumerable.Range(0, hours.Count).Select(h => buses.Sum(b => hours.LoadMw[b * hours.Count + h]))] };
    }
}
