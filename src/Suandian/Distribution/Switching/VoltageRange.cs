using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Switching;

/// <summary>Lowest and highest voltages of the buses whose deviations to both sides count together, by candidate and period.</summary>
/// <param name="buses">Number of buses.</param>
/// <param name="spreadPu">Largest sum of the deviations of each bus, pu; null for none.</param>
sealed class VoltageRange(int buses, double[]? spreadPu)
{
    readonly double[] _most = spreadPu ?? [.. Enumerable.Repeat(double.PositiveInfinity, buses)];
    readonly int[] _buses = [.. Enumerable.Range(0, buses).Where(b => spreadPu is { } most && double.IsFinite(most[b]))];
    readonly List<(double Low, double High)[]> _ranges = [];

    /// <summary>Adds the hours of the next period of a candidate, or of the first of the next candidate.</summary>
    internal void Add(HourlyFlowSolution year, int first, int end) => _ranges.Add([.. _buses.Select(b =>
    {
        var voltages = year.VoltagePu.AsSpan(b * year.Hours + first, end - first);
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var v in voltages)
        {
            (low, high) = double.IsNaN(v) ? (low, high) : (Math.Min(low, v), Math.Max(high, v));
        }

        return (low, high);
    })]);

    /// <summary>Buses that go beyond their sum where each period has one candidate.</summary>
    internal int Beyond(int[] candidates) => Enumerable.Range(0, _buses.Length).Count(i =>
        VoltageStandard.Spread(candidates.Select((c, p) => _ranges[c * candidates.Length + p][i].Low).Min(), candidates.Select((c, p) => _ranges[c * candidates.Length + p][i].High).Max())
            > _most[_buses[i]] + FeederLimits.Tolerance);
}
