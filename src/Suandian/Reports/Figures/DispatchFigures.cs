using System.Collections.Immutable;
using Suandian.Network;

namespace Suandian.Reports.Figures;

/// <summary>Hour by hour over the local electricity buses together.</summary>
/// <remarks>
/// In every hour: sum of Supply + Shed = OtherLoad + FixedComputing + FlexibleComputing + sum of Below + Losses.
/// Heat buses are inside their technology: what a link brings from a heat bus to an electricity bus is generation of the link's carrier.
/// </remarks>
public sealed partial record DispatchFigures
{
    /// <summary>Hour of the year of each snapshot [T], 0 … 8759, local clock.</summary>
    public required int[] HourOfYear { get; init; }

    /// <summary>Hours of the year each snapshot stands for [T], h/a.</summary>
    public required double[] WeightH { get; init; }

    /// <summary>Supply from the bottom of the stack up: wind, PV, CSP, hydro, coal, gas, other, storage discharge, import (import from far ends included).</summary>
    public required ImmutableArray<PowerSeries> Supply { get; init; }

    /// <summary>What goes below zero, as positive numbers: storage charge, export (sent to far ends included).</summary>
    public required ImmutableArray<PowerSeries> Below { get; init; }

    /// <summary>Green generation available but not used [T], MW.</summary>
    public required double[] CurtailedMw { get; init; }

    /// <summary>Load not served [T], MW.</summary>
    public required double[] ShedMw { get; init; }

    /// <summary>Other load, before shedding [T], MW.</summary>
    public required double[] OtherLoadMw { get; init; }

    /// <summary>Computing that cannot wait, idle power and cooling in proportion [T], MW at the bus.</summary>
    public required double[] FixedComputingMw { get; init; }

    /// <summary>Computing that can wait (deadline above 0 h) [T], MW at the bus.</summary>
    public required double[] FlexibleComputingMw { get; init; }

    /// <summary>Losses of links and conversion inside the local buses [T], MW.</summary>
    public required double[] LossesMw { get; init; }

    /// <summary>Weeks that can be shown, in time order; Monday to Sunday when the whole year was computed, else the computed blocks.</summary>
    public required ImmutableArray<DispatchWeek> Weeks { get; init; }

    /// <summary>Index into <see cref="Weeks"/> of the week with most import.</summary>
    public required int MostImportWeek { get; init; }

    /// <summary>Index into <see cref="Weeks"/> of the week with most curtailment.</summary>
    public required int MostCurtailedWeek { get; init; }

    /// <summary>Energy totals of the year, MWh/a: other load served, computing, curtailed, shed, losses.</summary>
    public required DispatchTotals Totals { get; init; }
}

/// <summary>One layer of the stack.</summary>
/// <param name="Technology">Technology; Battery for any storage, Import, Export.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Mw">Power [T], MW, ≥ 0.</param>
/// <param name="EnergyMwh">Energy of the year, MWh/a.</param>
public sealed record PowerSeries(Technology Technology, Text Name, double[] Mw, double EnergyMwh);

/// <summary>A run of hours to show.</summary>
/// <param name="First">First snapshot.</param>
/// <param name="Count">Number of snapshots.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, included.</param>
/// <param name="ImportMwh">Import within these hours, unweighted, MWh.</param>
public sealed record DispatchWeek(int First, int Count, DateOnly From, DateOnly To, double ImportMwh)
{
    /// <summary>Curtailment within these hours, unweighted, MWh.</summary>
    public double CurtailedMwh { get; init; }

    /// <summary>Hours of the year one hour of this week stands for, h/a.</summary>
    public double WeightH { get; init; }
}

/// <summary>Energy of the year at local buses, MWh/a.</summary>
/// <param name="OtherLoadServedMwh">Other load that was served.</param>
/// <param name="ComputingMwh">Electricity of computing, cooling and idle included.</param>
/// <param name="CurtailedMwh">Green energy not used.</param>
/// <param name="ShedMwh">Load not served.</param>
/// <param name="LossesMwh">Losses of links, storage and conversion.</param>
public sealed record DispatchTotals(double OtherLoadServedMwh, double ComputingMwh, double CurtailedMwh, double ShedMwh, double LossesMwh);

/// <summary>Hours sorted by size.</summary>
/// <remarks>Each curve has 101 points at 0, 1 … 100 % of the weighted hours of the year, largest first: the value reached or passed in at least that share of hours.</remarks>
public sealed partial record DurationFigures
{
    /// <summary>Consumption less wind, PV and other variable green generation available [101], MW.</summary>
    public required double[] ResidualLoadMw { get; init; }

    /// <summary>Consumption [101], MW.</summary>
    public required double[] LoadMw { get; init; }

    /// <summary>Import [101], MW.</summary>
    public required double[] ImportMw { get; init; }

    /// <summary>Price of power at local buses, mean weighted by consumption [101], yuan/MWh; empty where duals are unknown.</summary>
    public required double[] PriceYuanPerMwh { get; init; }

    /// <summary>Import in the base case [101], MW; empty where it has no solution.</summary>
    public required double[] BaseImportMw { get; init; }

    /// <summary>Hours of the year with import, h/a.</summary>
    public required double HoursWithImport { get; init; }

    /// <summary>Hours of the year in which power costs nothing (price below 1 yuan/MWh), h/a; null where unknown.</summary>
    public double? HoursFree { get; init; }
}

/// <summary>Levels of storage over time.</summary>
public sealed partial record StorageFigures
{
    /// <summary>Storage units and stores with energy, each alone.</summary>
    public required ImmutableArray<StorageSeries> Units { get; init; }

    /// <summary>Days on the page, in time order.</summary>
    public required ImmutableArray<DateOnly> Days { get; init; }
}

/// <summary>Level of one storage.</summary>
public sealed record StorageSeries
{
    /// <summary><c>storage_units</c> or <c>stores</c>.</summary>
    public required string Table { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Name for people.</summary>
    public required Text Title { get; init; }

    /// <summary>Technology of the carrier.</summary>
    public required Technology Technology { get; init; }

    /// <summary>Energy capacity, MWh.</summary>
    public required double EnergyMwh { get; init; }

    /// <summary>Level at the end of each hour over capacity [T], pu.</summary>
    public required double[] LevelPu { get; init; }

    /// <summary>Lowest level of each day [days], pu.</summary>
    public required double[] DayMinPu { get; init; }

    /// <summary>Mean level of each day [days], pu.</summary>
    public required double[] DayMeanPu { get; init; }

    /// <summary>Highest level of each day [days], pu.</summary>
    public required double[] DayMaxPu { get; init; }

    /// <summary>Energy taken out at the bus, MWh/a.</summary>
    public required double DischargedMwh { get; init; }

    /// <summary>Full cycles of the year: energy taken out of the store over capacity.</summary>
    public required double FullCycles { get; init; }
}

/// <summary>Curtailment by day.</summary>
public sealed partial record CurtailmentFigures
{
    /// <summary>Days that were computed, in time order.</summary>
    public required ImmutableArray<DateOnly> Days { get; init; }

    /// <summary>Curtailed energy of each day, unweighted [days], MWh.</summary>
    public required double[] DayMwh { get; init; }

    /// <summary>Curtailed energy of the year, MWh/a.</summary>
    public required double YearMwh { get; init; }

    /// <summary>Curtailed share of available green generation, pu.</summary>
    public required double SharePu { get; init; }

    /// <summary>Days of the year on which half of it falls, largest days first, weighted to a year.</summary>
    public required double DaysWithHalf { get; init; }

    /// <summary>Days of the year without curtailment (below 0.1 MWh), weighted to a year.</summary>
    public required double DaysWithout { get; init; }
}
