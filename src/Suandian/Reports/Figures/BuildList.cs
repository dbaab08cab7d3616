using System.Collections.Immutable;
using Suandian.Network;

namespace Suandian.Reports.Figures;

/// <summary>What stands and what is built.</summary>
public sealed partial record BuildList
{
    /// <summary>Rows in the order of the tables: generators, storage, stores, links, lines, clusters, fibres; rows with neither existing nor possible capacity are left out.</summary>
    public required ImmutableArray<BuildRow> Rows { get; init; }

    /// <summary>Overnight investment in energy, yuan: sum over rows that are not computing.</summary>
    public required double EnergyCapitalYuan { get; init; }

    /// <summary>Overnight investment in computing, yuan.</summary>
    public required double ComputingCapitalYuan { get; init; }

    /// <summary>Annuity and upkeep of energy rows, yuan/a.</summary>
    public required double EnergyYearlyYuan { get; init; }

    /// <summary>Annuity and upkeep of computing rows, yuan/a.</summary>
    public required double ComputingYearlyYuan { get; init; }

    /// <summary>Land of new generators, km²; null where no row states its land.</summary>
    public double? NewLandKm2 { get; init; }
}

/// <summary>One component, or its energy side where power and energy are sized apart.</summary>
public sealed record BuildRow
{
    /// <summary>Table: <c>generators</c>, <c>storage_units</c>, <c>stores</c>, <c>links</c>, <c>lines</c>, <c>clusters</c>, <c>fibres</c>.</summary>
    public required string Table { get; init; }

    /// <summary>Name in the table.</summary>
    public required string Name { get; init; }

    /// <summary>Name for people.</summary>
    public required Text Title { get; init; }

    /// <summary>Technology; null for lines, clusters, fibres.</summary>
    public Technology? Technology { get; init; }

    /// <summary>Bus, or first bus, for people.</summary>
    public required Text Bus { get; init; }

    /// <summary>Second bus for people; null where there is one.</summary>
    public Text? Bus1 { get; init; }

    /// <summary>Unit of the capacities: <c>MW</c>, <c>MWh</c>, <c>Gbit/s</c>; IT power of clusters is MW.</summary>
    public required string Unit { get; init; }

    /// <summary>Existing capacity, in <see cref="Unit"/>.</summary>
    public required double Existing { get; init; }

    /// <summary>New capacity, in <see cref="Unit"/>.</summary>
    public required double New { get; init; }

    /// <summary>Upper limit of existing and new, in <see cref="Unit"/>; equals existing where nothing may be built.</summary>
    public required double Max { get; init; }

    /// <summary>Energy that follows from power where a storage is sized together, MWh existing and new; null for others.</summary>
    public double? EnergyMwh { get; init; }

    /// <summary>Overnight investment of new capacity, yuan.</summary>
    public required double CapitalYuan { get; init; }

    /// <summary>Annuity of new and upkeep of all capacity, yuan/a.</summary>
    public required double YearlyYuan { get; init; }

    /// <summary>Output, throughput or work of the year: MWh (GPU-hours for clusters; 0 for fibres and energy sides).</summary>
    public required double YearlyVolume { get; init; }

    /// <summary>Why this size.</summary>
    public required BuildReason Reason { get; init; }

    /// <summary>Yuan per unit and year that belongs to the reason: saving of one more unit at an upper limit, annual cost of a unit at the interior optimum, annual cost of a unit where nothing was built; null for existing only.</summary>
    public double? ReasonYuanPerUnit { get; init; }

    /// <summary>The reason as a sentence.</summary>
    public required Text ReasonText { get; init; }

    /// <summary>True for clusters and fibres.</summary>
    public bool IsComputing => Table is "clusters" or "fibres";
}

/// <summary>Why a component has its size.</summary>
public enum BuildReason
{
    /// <summary>At its upper limit; one more unit would save money.</summary>
    AtUpperLimit,

    /// <summary>Between the limits: the last unit saves what it costs.</summary>
    InteriorOptimum,

    /// <summary>May be built, but a unit would save less than it costs.</summary>
    NotWorthBuilding,

    /// <summary>Nothing may be built; what exists is used.</summary>
    ExistingOnly,
}
