using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Distribution;

/// <summary>Small feeders and hours for tests.</summary>
static class FeederGrids
{
    /// <summary>The 33 buses of Baran and Wu.</summary>
    internal static PowerGrid ThirtyThree => GridTexts.Grid(GridTexts.ThirtyThreeBuses());

    /// <summary>Slack 1 pu and one bus behind a line of r = 0.1 pu without reactance and load, 100 MVA, 10 kV; rating in MVA.</summary>
    internal static PowerGrid Pair(double ratingMva = 0, double loadMw = 0) => GridTexts.Grid(GridTexts.Case(
        FormattableString.Invariant($"1 3 0 0 0 0 1 1 0 10 1 1.2 0.8; 2 1 {loadMw} 0 0 0 1 1 0 10 1 1.2 0.8"), "1 0 0 999 -999 1 100 1 999 -999",
        FormattableString.Invariant($"1 2 0.1 0 0 {ratingMva} 0 0 0 0 1 -360 360")));

    /// <summary>A chain 1–2–3 with loads of 2 and 1 MW, 10 kV, and an open tie 1–3 of a rating; on 100 MVA.</summary>
    internal static PowerGrid Chain(double tieMva) => GridTexts.Grid(GridTexts.Case(
        "1 3 0 0 0 0 1 1 0 10 1 1.1 0.9; 2 1 2 0 0 0 1 1 0 10 1 1.1 0.9; 3 1 1 0 0 0 1 1 0 10 1 1.1 0.9", "1 0 0 999 -999 1 100 1 999 -999",
        FormattableString.Invariant($"1 2 0.1 0.1 0 5 0 0 0 0 1 -360 360; 2 3 0.1 0.1 0 5 0 0 0 0 1 -360 360; 1 3 0.1 0.1 0 {tieMva} 0 0 0 0 0 -360 360")));

    /// <summary>All loads of the case times a factor in each hour.</summary>
    internal static FeederHours Scaled(PowerGrid grid, params double[] factors)
    {
        double[] Rows(double[] values) => [.. values.SelectMany(v => factors.Select(f => v * f))];
        return FeederHours.Of(new HourlyInjections(factors.Length, Rows([.. grid.Buses.LoadMw.Select(p => -p)]), Rows([.. grid.Buses.LoadMvar.Select(q => -q)])));
    }

    /// <summary>One upper voltage limit everywhere, no lower one, no ratings.</summary>
    internal static FeederLimits Below(PowerGrid grid, double highPu) => FeederLimits.Of(grid, LimitChoice.Case) with
    {
        LowPu = new double[grid.Buses.Count],
        HighPu = [.. Enumerable.Repeat(highPu, grid.Buses.Count)],
        RatingMva = new double[grid.Branches.Count],
    };

    /// <summary>A day whose load is least at noon and a PV shape that is largest then.</summary>
    internal static FeederHours SunnyDay(PowerGrid grid) => Scaled(grid, [.. Enumerable.Range(0, 24).Select(h => 0.7 - 0.3 * Sun(h))]) with
    {
        PvPu = [.. Enumerable.Range(0, 24).Select(Sun)],
    };

    static double Sun(int hour) => Math.Max(0, Math.Sin(Math.PI * (hour - 6) / 12.0));
}
