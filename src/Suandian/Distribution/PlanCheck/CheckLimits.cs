using Suandian.Distribution.Grids;

namespace Suandian.Distribution.PlanCheck;

/// <summary>Limits that hours of a grid are checked against; arrays [buses].</summary>
/// <remarks>Those of the buses, else <see cref="VoltageStandard"/>. Its rule of two deviations is about all hours together, so hours are counted against the band beside it.</remarks>
/// <param name="MinPu">Lowest voltage, pu.</param>
/// <param name="MaxPu">Highest voltage, pu.</param>
/// <param name="HasSumRule">True where the two deviations count together.</param>
/// <param name="SumPu">Most that the two deviations may come to together, pu.</param>
/// <param name="LoadingPu">Highest apparent power of a branch over its rating, pu; 1.</param>
public sealed record CheckLimits(double[] MinPu, double[] MaxPu, bool[] HasSumRule, double SumPu = VoltageStandard.MostSpreadPu, double LoadingPu = 1)
{
    /// <summary>The limits of a grid.</summary>
    public static CheckLimits Of(CountyGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        return new CheckLimits([.. grid.Buses.Select(b => EquippedGrid.Limits(b).Min)], [.. grid.Buses.Select(b => EquippedGrid.Limits(b).Max)],
            [.. grid.Buses.Select(b => VoltageStandard.HasSumRule(b.VoltageKv))]);
    }
}
