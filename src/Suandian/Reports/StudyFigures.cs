using System.Collections.Immutable;
using Suandian.Reports.Figures;

namespace Suandian.Reports;

/// <summary>Everything a person reads about a study, computed once; page, workbook, tables and API take their numbers from here.</summary>
/// <remarks>
/// Stored units stand in the property names; conversion to units for people is done in <c>Numbers</c> only.
/// Hourly arrays are [T] in the order of <see cref="DispatchFigures.HourOfYear"/>. "Base" is the case with nothing built;
/// base values are null where the base case has no solution. "Local" means buses whose role is not far.
/// </remarks>
public sealed partial record StudyFigures
{
    /// <summary>What case this is and on what hours it was computed.</summary>
    public required ReportFigure<CaseFacts> Case { get; init; }

    /// <summary>The short answer: five key numbers and the inputs of its sentence.</summary>
    public required ReportFigure<Headline> Headline { get; init; }

    /// <summary>Base beside plan, row by row.</summary>
    public required ReportFigure<Comparison> Comparison { get; init; }

    /// <summary>What stands and what is built, with cost and reason.</summary>
    public required ReportFigure<BuildList> Build { get; init; }

    /// <summary>Price of a delivered MWh by part, plan and base.</summary>
    public required ReportFigure<PriceFigures> EnergyPrice { get; init; }

    /// <summary>Price of a GPU-hour by part, plan and base.</summary>
    public required ReportFigure<PriceFigures> GpuHourPrice { get; init; }

    /// <summary>Green share by hour, hour of day, month and year.</summary>
    public required ReportFigure<GreenFigures> Green { get; init; }

    /// <summary>Sites, connections and flows.</summary>
    public required ReportFigure<MapFigures> Map { get; init; }

    /// <summary>Hour by hour: supply, use, curtailment.</summary>
    public required ReportFigure<DispatchFigures> Dispatch { get; init; }

    /// <summary>Duration curves.</summary>
    public required ReportFigure<DurationFigures> Duration { get; init; }

    /// <summary>Levels of storage.</summary>
    public required ReportFigure<StorageFigures> Storage { get; init; }

    /// <summary>Curtailment by day.</summary>
    public required ReportFigure<CurtailmentFigures> Curtailment { get; init; }

    /// <summary>Computing by class, place and hour; waiting, delay, data.</summary>
    public required ReportFigure<ComputingFigures> Computing { get; init; }

    /// <summary>The plan's work as single jobs; null where nothing may wait.</summary>
    public ReportFigure<JobFigures>? Jobs { get; init; }

    /// <summary>The plan on the grid of the case; null where the case names none.</summary>
    public ReportFigure<GridFigures>? Grid { get; init; }

    /// <summary>What one more unit is worth.</summary>
    public required ReportFigure<ShadowFigures> Shadows { get; init; }

    /// <summary>Every assumption with its source, and how much of the cost rests on which standing.</summary>
    public required ReportFigure<AssumptionFigures> Assumptions { get; init; }

    /// <summary>What the reader must know before using the numbers.</summary>
    public required ReportFigure<Warnings> Warnings { get; init; }

    /// <summary>Proof of the optimum and of the replay.</summary>
    public required ReportFigure<CertificateFigures> Certificate { get; init; }

    /// <summary>Versions, inputs, options.</summary>
    public required ReportFigure<Provenance> Provenance { get; init; }
}

/// <summary>Data of one figure with what they show and their hash.</summary>
/// <typeparam name="T">Record of the data.</typeparam>
/// <param name="Data">The data.</param>
/// <param name="Finding">Heading that states what the data show, with the figure; neutral where no finding holds.</param>
/// <param name="Sha256">SHA-256 of the canonical JSON of <paramref name="Data"/>, lower-case hexadecimal, 64 characters.</param>
public sealed record ReportFigure<T>(T Data, Text Finding, string Sha256);

/// <summary>A quantity in the base case and in the plan.</summary>
/// <param name="Base">Base case; null where it has no solution or the quantity is not defined.</param>
/// <param name="Plan">Plan.</param>
public sealed record Pair(double? Base, double Plan);

/// <summary>Capacity of one technology.</summary>
/// <param name="Technology">Technology; fixes the colour.</param>
/// <param name="Mw">Power, MW.</param>
/// <param name="Mwh">Energy of storage, MWh; 0 for others.</param>
public sealed record TechnologyCapacity(Network.Technology Technology, double Mw, double Mwh);

/// <summary>List of rows of the comparison.</summary>
/// <param name="Rows">Rows in order.</param>
/// <param name="BaseExists">Whether the base case has a solution.</param>
public sealed partial record Comparison(ImmutableArray<ComparisonRow> Rows, bool BaseExists);

/// <summary>One quantity, base beside plan.</summary>
/// <param name="Key">Stable key, such as <c>energy_price</c>; also in summary.csv.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Quantity">What it measures.</param>
/// <param name="Value">Base and plan.</param>
/// <param name="LessIsBetter">True where a smaller number is better, false where a larger one is, null where neither.</param>
public sealed record ComparisonRow(string Key, Text Name, Quantity Quantity, Pair Value, bool? LessIsBetter);
