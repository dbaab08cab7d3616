using Suandian.PowerFlow;

namespace Suandian.Distribution.Year;

/// <summary>Whose voltage limits hold.</summary>
public enum LimitChoice
{
    /// <summary>The narrower of the standard and the case.</summary>
    Narrower,

    /// <summary>GB/T 12325 alone.</summary>
    Standard,

    /// <summary>VMIN and VMAX of the case alone.</summary>
    Case,
}

/// <summary>Where a limit comes from.</summary>
public enum LimitSource
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>GB/T 12325 by the nominal voltage (<see cref="VoltageStandard"/>).</summary>
    Standard,

    /// <summary>VMIN, VMAX of the case.</summary>
    Case,
}

/// <summary>Limits of voltages and branches.</summary>
public sealed record FeederLimits
{
    /// <summary>Voltages beyond a limit by less than this do not count, pu.</summary>
    internal const double Tolerance = 1e-6;

    /// <summary>Lowest voltage, pu; 0 where there is none. Shape [buses].</summary>
    public required double[] LowPu { get; init; }

    /// <summary>Highest voltage, pu; infinite where there is none. Shape [buses].</summary>
    public required double[] HighPu { get; init; }

    /// <summary>Where the lowest comes from. Shape [buses].</summary>
    public required LimitSource[] LowSource { get; init; }

    /// <summary>Where the highest comes from. Shape [buses].</summary>
    public required LimitSource[] HighSource { get; init; }

    /// <summary>Largest sum of the deviations to both sides over all hours, pu; infinite where the standard has none. Shape [buses].</summary>
    public required double[] SpreadPu { get; init; }

    /// <summary>Long-term rating, MVA; 0 where there is none. Shape [branches].</summary>
    public required double[] RatingMva { get; init; }

    /// <summary>The limits of a grid.</summary>
    public static FeederLimits Of(PowerGrid grid, LimitChoice choice = LimitChoice.Narrower)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var buses = grid.Buses;
        var limits = new FeederLimits
        {
            LowPu = new double[buses.Count], HighPu = new double[buses.Count], SpreadPu = new double[buses.Count],
            LowSource = new LimitSource[buses.Count], HighSource = new LimitSource[buses.Count], RatingMva = [.. grid.Branches.RatingMva],
        };
        for (var b = 0; b < buses.Count; b++)
        {
            var (low, high) = choice == LimitChoice.Case ? (0, double.PositiveInfinity) : VoltageStandard.Band(buses.BaseKv[b]);
            var isCase = choice != LimitChoice.Standard;
            var (caseLow, caseHigh) = (isCase && buses.MinVoltagePu[b] > low, isCase && buses.MaxVoltagePu[b] > 0 && buses.MaxVoltagePu[b] < high);
            limits.LowPu[b] = caseLow ? buses.MinVoltagePu[b] : low;
            limits.HighPu[b] = caseHigh ? buses.MaxVoltagePu[b] : high;
            limits.LowSource[b] = caseLow ? LimitSource.Case : low > 0 ? LimitSource.Standard : LimitSource.None;
            limits.HighSource[b] = caseHigh ? LimitSource.Case : double.IsFinite(high) ? LimitSource.Standard : LimitSource.None;
            limits.SpreadPu[b] = choice != LimitChoice.Case && VoltageStandard.HasSumRule(buses.BaseKv[b]) ? VoltageStandard.MostSpreadPu : double.PositiveInfinity;
        }

        return limits;
    }
}
