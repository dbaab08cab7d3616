namespace Suandian.Reports.Figures;

/// <summary>When local power is green.</summary>
/// <remarks>
/// Local electricity buses are taken as one pool; every use of an hour gets the same mix (proportional sharing),
/// and stores remember the mix they were filled with. Imports count by their green share, flows from the far ends as not local.
/// </remarks>
public sealed partial record GreenFigures
{
    /// <summary>Local green share of consumption of each snapshot [T], pu.</summary>
    public required double[] SharePu { get; init; }

    /// <summary>Mean by month and hour of day, weighted by consumption [12 × 24] row-major, pu; NaN where no snapshot falls.</summary>
    public required double[] ByMonthAndHourPu { get; init; }

    /// <summary>Mean by hour of day, weighted by consumption [24], pu; NaN where no snapshot falls.</summary>
    public required double[] ByHourPu { get; init; }

    /// <summary>Share of the year, weighted by consumption, pu.</summary>
    public required Pair YearPu { get; init; }

    /// <summary>Share of the year with the green part of imports counted too, pu.</summary>
    public required Pair YearWithImportsPu { get; init; }

    /// <summary>Hours of the year in which the share is at least 0.995, h/a.</summary>
    public required double FullyGreenH { get; init; }

    /// <summary>Hours of the year in which the share is below 0.5, h/a.</summary>
    public required double MostlyNotGreenH { get; init; }

    /// <summary>Hour of day with the smallest mean share, 0 … 23.</summary>
    public required int WeakestHour { get; init; }
}
