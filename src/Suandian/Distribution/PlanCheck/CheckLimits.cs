using Suandian.Distribution.Grids;

namespace Suandian.Distribution.PlanCheck;

/// <summary>Limits that hours of a grid are checked against; arrays [buses].</summary>
/// <remarks>
/// GB/T 12325: three-phase supply up to 20 kV within ±7 % of the nominal voltage; 35 kV and above, the upper and the lower deviation together at most 10 %
/// (both of one sign: the larger counts). The second rule is about all hours together, so hours are counted against the band of the bus beside it.
/// </remarks>
/// <param name="MinPu">Lowest voltage, pu.</param>
/// <param name="MaxPu">Highest voltage, pu.</param>
/// <param name="HasSumRule">True where the two deviations count together.</param>
/// <param name="SumPu">Most that the two deviations may come to together, pu; 0.10.</param>
/// <param name="LoadingPu">Highest apparent power of a branch over its rating, pu; 1.</param>
public sealed record CheckLimits(double[] MinPu, double[] MaxPu, bool[] HasSumRule, double SumPu = 0.10, double LoadingPu = 1)
{
    /// <summary>The limits of a grid.</summary>
    public static CheckLimits Of(CountyGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        return new CheckLimits([.. grid.Buses.Select(b => EquippedGrid.Limits(b).Min)], [.. grid.Buses.Select(b => EquippedGrid.Limits(b).Max)],
            [.. grid.Buses.Select(EquippedGrid.HasSumRule)]);
    }
}
