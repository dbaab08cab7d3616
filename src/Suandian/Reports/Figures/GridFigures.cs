using System.Collections.Immutable;
using Suandian.Distribution.PlanCheck;
using Suandian.Network;

namespace Suandian.Reports.Figures;

/// <summary>The plan on the grid of the case.</summary>
public sealed partial record GridFigures
{
    /// <summary>Name of the grid.</summary>
    public required Text Name { get; init; }

    /// <summary>Money-year of the costs.</summary>
    public required int MoneyYear { get; init; }

    /// <summary>Hours of the plan that were computed.</summary>
    public required int Snapshots { get; init; }

    /// <summary>Hours of the plan without solution.</summary>
    public required int Unsolved { get; init; }

    /// <summary>Every bus with its voltages, higher voltage levels first.</summary>
    public required ImmutableArray<GridVoltage> Voltages { get; init; }

    /// <summary>Every line and transformer, the highest loading first.</summary>
    public required ImmutableArray<GridLoading> Loadings { get; init; }

    /// <summary>Where the plan does not fit: buses and branches.</summary>
    public required ImmutableArray<GridMisfit> Misfits { get; init; }

    /// <summary>What makes it fit; null where nothing is wrong.</summary>
    public GridRepairFigures? Repair { get; init; }

    /// <summary>Pages of the report that tell more of the grid.</summary>
    public required ImmutableArray<GridPage> Pages { get; init; }

    /// <summary>Rows of the plan with power that have no place in the grid.</summary>
    public required ImmutableArray<GridUnplaced> Unplaced { get; init; }

    /// <summary>Loads and generators of the grid that stand for no row of the plan and keep their power of today.</summary>
    public required ImmutableArray<Text> TodayRows { get; init; }

    /// <summary>Energy that the loads of the grid take at buses with supply, MWh/a.</summary>
    public required double LoadMwh { get; init; }

    /// <summary>The same with what storage charges, as on the page of the year, MWh/a.</summary>
    public required double TakenMwh { get; init; }

    /// <summary>Energy of the loads at buses without a way to a source, in none of the other numbers, MWh/a.</summary>
    public required double UnsuppliedMwh { get; init; }

    /// <summary>Losses of lines and transformers by current, MWh/a; NaN with hours without solution.</summary>
    public required double LossMwh { get; init; }

    /// <summary>What shunts take, the iron losses of transformers among them, MWh/a; NaN with hours without solution.</summary>
    public required double ShuntMwh { get; init; }

    /// <summary>Power from the grid above, less power to it, MWh/a: as the plan has it, without losses.</summary>
    public required double PlanNeedMwh { get; init; }

    /// <summary>The same by the exact flows, MWh/a; NaN with hours without solution.</summary>
    public required double NeedMwh { get; init; }
}

/// <summary>Voltage of a bus over all hours.</summary>
/// <param name="Name">Name of the bus.</param>
/// <param name="Title">Title.</param>
/// <param name="Kv">Nominal voltage, kV.</param>
/// <param name="LowestPu">Lowest voltage, pu.</param>
/// <param name="HighestPu">Highest voltage, pu.</param>
/// <param name="MinPu">Lower limit, pu.</param>
/// <param name="MaxPu">Upper limit, pu.</param>
/// <param name="OutsideH">Hours of the year outside the limits, h/a.</param>
/// <param name="IsOutside">True where a limit is broken, that of both deviations together included.</param>
/// <param name="AfterPu">Lowest and highest voltage after the measures, pu; null without measures.</param>
public sealed record GridVoltage(
    string Name, Text Title, double Kv, double LowestPu, double HighestPu, double MinPu, double MaxPu, double OutsideH, bool IsOutside, Pair? AfterPu);

/// <summary>Loading of a line or transformer over all hours.</summary>
/// <param name="Table">grid_lines or grid_transformers.</param>
/// <param name="Name">Name.</param>
/// <param name="Title">Title.</param>
/// <param name="Equipment">Type and number.</param>
/// <param name="RatingMva">Rating, MVA.</param>
/// <param name="PeakPu">Highest apparent power over the rating, pu.</param>
/// <param name="OverH">Hours of the year above the rating, h/a.</param>
/// <param name="LossMwh">Losses, MWh/a.</param>
/// <param name="ReverseH">Transformers: hours of the year with power from the low to the high side, h/a; NaN for lines.</param>
/// <param name="ReverseMw">Transformers: most power in that direction, MW; NaN for lines.</param>
public sealed record GridLoading(
    string Table, string Name, Text Title, Text Equipment, double RatingMva, double PeakPu, double OverH, double LossMwh, double ReverseH, double ReverseMw);

/// <summary>A place where the plan does not fit.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Name">Name of the bus, line or transformer.</param>
/// <param name="Title">Title.</param>
/// <param name="WorstPu">Worst voltage or loading, pu; of both deviations together their sum.</param>
/// <param name="LimitPu">Its limit, pu.</param>
/// <param name="Hours">Hours of the year, h/a; NaN for the rule of both deviations.</param>
/// <param name="WorstHour">Hour of the year of the worst value.</param>
/// <param name="FirstHour">First hour of the year.</param>
public sealed record GridMisfit(
    GridMisfitKind Kind, string Name, Text Title, double WorstPu, double LimitPu, double Hours, int WorstHour, int FirstHour);

/// <summary>What is wrong.</summary>
public enum GridMisfitKind
{
    /// <summary>A branch is loaded above its rating.</summary>
    Overload,

    /// <summary>A voltage below its limit.</summary>
    LowVoltage,

    /// <summary>A voltage above its limit.</summary>
    HighVoltage,

    /// <summary>Upper and lower deviation together are too large.</summary>
    VoltageSpread,

    /// <summary>No voltages carry the powers.</summary>
    NoSolution,

    /// <summary>No way leads from a source to a bus with powers.</summary>
    NoSupply,
}

/// <summary>What makes the plan fit.</summary>
/// <param name="Measures">Measures.</param>
/// <param name="CostYuan">Cost of all, yuan.</param>
/// <param name="Fits">True where nothing is wrong after them.</param>
/// <param name="LeftOver">Buses and branches that are still outside their limits.</param>
/// <param name="LossMwh">Losses of lines and transformers by current after them, MWh/a.</param>
/// <param name="ShuntMwh">What shunts take after them, MWh/a.</param>
/// <param name="Rounds">Times that all hours were computed.</param>
/// <param name="Search">How far it is the cheapest.</param>
public sealed record GridRepairFigures(
    ImmutableArray<GridMeasureRow> Measures, double CostYuan, bool Fits, int LeftOver, double LossMwh, double ShuntMwh, int Rounds, GridRepairSearch Search)
{
    /// <summary>Buses with power that have no way to a source with the measures either; not among the places left over.</summary>
    public int Dark { get; init; }

    /// <summary>True where no cheaper set of the candidates fits.</summary>
    public bool IsCheapest => Search.IsCheapest;
}

/// <summary>Sets of equipment that were computed in ascending cost.</summary>
/// <param name="Sets">Number of sets; 0 where none was.</param>
/// <param name="Candidates">Lines and transformers that they chose from.</param>
/// <param name="AtLeastYuan">No set that fits costs less, yuan.</param>
/// <param name="IsCheapest">True where the measures are the cheapest.</param>
public sealed record GridRepairSearch(int Sets, int Candidates, double AtLeastYuan, bool IsCheapest);

/// <summary>A measure.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Table">grid_lines or grid_transformers.</param>
/// <param name="Name">Name.</param>
/// <param name="Title">Title.</param>
/// <param name="Reason">What called for it.</param>
/// <param name="Before">Equipment or tap before; a transformer's equipment with its tap unless that is 0 before and after.</param>
/// <param name="After">Equipment or tap after, likewise.</param>
/// <param name="TapBefore">Tap before; null for a line.</param>
/// <param name="TapAfter">Tap after, of what stands and of what is set beside it; null for a line.</param>
/// <param name="CostYuan">Cost, yuan.</param>
/// <param name="CostStatus">Standing of the cost; null for a setting.</param>
/// <param name="CostSource">Source of the cost.</param>
public sealed record GridMeasureRow(
    GridMeasureKind Kind, string Table, string Name, Text Title, GridMeasureReason Reason, Text Before, Text After, int? TapBefore, int? TapAfter, double CostYuan, Status? CostStatus, Text CostSource)
{
    /// <summary>True where equipment changes and the tap as well.</summary>
    public bool MovesTap => Kind != GridMeasureKind.Tap && TapBefore != TapAfter;
}

/// <summary>A row of the plan without place in the grid.</summary>
/// <param name="Table">Table of the planning case; shed for load that the plan does not serve.</param>
/// <param name="Name">Name.</param>
/// <param name="Title">Title.</param>
/// <param name="Bus">Place.</param>
/// <param name="IsFar">True where it stands outside the county.</param>
/// <param name="SharePu">Part of it, pu.</param>
/// <param name="EnergyMwh">Energy of that part, MWh/a.</param>
/// <param name="PeakMw">Highest power, MW.</param>
public sealed record GridUnplaced(string Table, string Name, Text Title, Text Bus, bool IsFar, double SharePu, double EnergyMwh, double PeakMw);

/// <summary>A page of the report about the grid.</summary>
/// <param name="Name">What it tells: year, outages, hosting_computing, hosting_pv, hosting_wind.</param>
/// <param name="Path">Where it lies in the report folder.</param>
/// <param name="Yield">Plant whose yield a MW of new plant is taken to have; null where that has no meaning.</param>
public sealed record GridPage(string Name, string Path, Text? Yield);
