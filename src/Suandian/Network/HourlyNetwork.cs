using System.Collections.Immutable;

namespace Suandian.Network;

/// <summary>
/// The county as arrays: every component indexed, every cost annualised, every series cut to the snapshots.
/// The formulation reads this and nothing else.
/// </summary>
/// <remarks>
/// Hourly arrays are row-major [component × snapshot]: value of component i at t is <c>a[i * T + t]</c>.
/// Power at a bus in MW, energy in MWh, work in reference GPU-hours, money in yuan (yuan/a where annual).
/// "Existing" is what stands already and costs no capital; "Max" bounds existing plus new and equals existing where nothing may be built.
/// </remarks>
public sealed record HourlyNetwork
{
    /// <summary>Snapshots.</summary>
    public required Snapshots Snapshots { get; init; }

    /// <summary>Buses, in the order of the indices below.</summary>
    public required ImmutableArray<Bus> Buses { get; init; }

    /// <summary>Generators.</summary>
    public required Generators Generators { get; init; }

    /// <summary>Storage units.</summary>
    public required StorageUnits StorageUnits { get; init; }

    /// <summary>Stores.</summary>
    public required Stores Stores { get; init; }

    /// <summary>Controllable links.</summary>
    public required Links Links { get; init; }

    /// <summary>AC lines.</summary>
    public required Lines Lines { get; init; }

    /// <summary>Fixed loads.</summary>
    public required Loads Loads { get; init; }

    /// <summary>Imports and exports over the border of the case.</summary>
    public required Trades Trades { get; init; }

    /// <summary>Clusters.</summary>
    public required Clusters Clusters { get; init; }

    /// <summary>Classes of computing work.</summary>
    public required Workloads Workloads { get; init; }

    /// <summary>Fibres.</summary>
    public required Fibres Fibres { get; init; }

    /// <summary>Annual rules that the plan must obey (only those that are active).</summary>
    public required ImmutableArray<AnnualRule> Rules { get; init; }

    /// <summary>Limits of ramps; null where there are none.</summary>
    public Ramps? Ramps { get; init; }

    /// <summary>Committable units; null where there are none.</summary>
    public Commitments? Commitments { get; init; }

    /// <summary>Capacities that come in whole modules; null where there are none.</summary>
    public Modules? Modules { get; init; }

    /// <summary>Limits of sums over many components, beside the annual rules.</summary>
    public ImmutableArray<GlobalLimit> GlobalLimits { get; init; } = [];

    /// <summary>Annual cost of what exists and may be given up, which the objective leaves out (PyPSA: objective_constant), yuan/a; null where nothing may be given up.</summary>
    public double? ObjectiveConstantYuan { get; init; }

    /// <summary>True where a capacity may grow without end.</summary>
    public bool HasEndlessCapacities =>
        Array.Exists(Generators.MaxMw, double.IsInfinity) || Array.Exists(StorageUnits.MaxMw, double.IsInfinity) || Array.Exists(Stores.MaxMwh, double.IsInfinity)
        || Array.Exists(Links.MaxMw, double.IsInfinity) || Array.Exists(Lines.MaxMw, double.IsInfinity);

    /// <summary>Price of load not served, yuan/MWh; null where no load may be shed.</summary>
    public double? ShedPriceYuanPerMwh { get; init; }

    /// <summary>Price of CO2 of generation and imports, yuan/t, ≥ 0; 0 where there is none.</summary>
    public double Co2PriceYuanPerT { get; init; }
}
