namespace Suandian.Planning;

/// <summary>What a replay checks. The unit of the violation stands in brackets.</summary>
public enum ReplayKind
{
    /// <summary>Arrays have the shapes of the network and hold finite numbers [pu: 1 where they do not].</summary>
    Shape,

    /// <summary>Supply = demand at each bus and hour [MW].</summary>
    BusBalance,

    /// <summary>Generator between least output and availability × capacity [MW].</summary>
    GeneratorOutput,

    /// <summary>Generator capacity between existing and largest [MW].</summary>
    GeneratorCapacity,

    /// <summary>Charge and discharge between 0 and power [MW].</summary>
    StoragePower,

    /// <summary>Level follows from the hour before, charge, discharge, inflow and spill [MWh].</summary>
    StorageBalance,

    /// <summary>Level between 0 and energy [MWh].</summary>
    StorageLevel,

    /// <summary>Spill between 0 and inflow [MW].</summary>
    StorageSpill,

    /// <summary>Storage power and energy between existing and largest; energy = duration × power where sized together [MW or MWh].</summary>
    StorageCapacity,

    /// <summary>Store level follows from the hour before and the output [MWh].</summary>
    StoreBalance,

    /// <summary>Store level between 0 and energy [MWh].</summary>
    StoreLevel,

    /// <summary>Store energy between existing and largest [MWh].</summary>
    StoreCapacity,

    /// <summary>Link flows between 0 and capacity, none backward on one-way links [MW].</summary>
    LinkFlow,

    /// <summary>Link capacity between existing and largest [MW].</summary>
    LinkCapacity,

    /// <summary>Line flow within capacity [MW].</summary>
    LineFlow,

    /// <summary>Line capacity between existing and largest [MW].</summary>
    LineCapacity,

    /// <summary>Kirchhoff's voltage law: flow against the flow that the bus angles give [MW].</summary>
    VoltageLaw,

    /// <summary>Import and export between 0 and the connection limit [MW].</summary>
    TradePower,

    /// <summary>No import or export above the highest power that is paid for [MW].</summary>
    TradePeak,

    /// <summary>Load not served between 0 and the load of the bus, none where it is not allowed [MW].</summary>
    Shedding,

    /// <summary>Busy IT power, from the work done, between 0 and capacity [MW].</summary>
    ClusterBusy,

    /// <summary>IT power = idle × capacity + (1 − idle) × busy [MW].</summary>
    ClusterPower,

    /// <summary>IT capacity between existing and largest [MW].</summary>
    ClusterCapacity,

    /// <summary>Work done and given up is not negative [GPU-h].</summary>
    WorkSign,

    /// <summary>Backlog follows from the hour before, arrivals, work done and given up [GPU-h].</summary>
    Backlog,

    /// <summary>No work is done before it arrives [GPU-h].</summary>
    WorkBeforeArrival,

    /// <summary>Every GPU-hour leaves within its deadline, first in first out [GPU-h].</summary>
    Deadline,

    /// <summary>Data rate within the usable share of the fibre [Gbit/s].</summary>
    FibreRate,

    /// <summary>Fibre capacity between existing and largest [Gbit/s].</summary>
    FibreCapacity,

    /// <summary>A unit is on with a whole number of machines, none more than it has [pu].</summary>
    UnitState,

    /// <summary>Output of a unit between least and largest output of the machines that are on [MW].</summary>
    UnitOutput,

    /// <summary>A unit stays on, and off, for its least time [h].</summary>
    UnitTime,

    /// <summary>Output changes by no more than the ramp from one hour to the next [MW].</summary>
    Ramp,

    /// <summary>Limits of sums that an imported network has: global constraints, energy of generators [pu of the limit, of 1 where it is less].</summary>
    SumLimit,

    /// <summary>Annual rules [pu].</summary>
    Rule,

    /// <summary>Stated annual cost = rebuilt annual cost [pu].</summary>
    Money,
}

/// <summary>Keys and units of the kinds.</summary>
static class ReplayKinds
{
    internal static string KeyOf(ReplayKind kind) => Snake(kind.ToString());

    /// <summary>A name in snake_case.</summary>
    internal static string Snake(string name) =>
        string.Concat(name.Select((c, i) =>
            char.IsUpper(c) ? (i == 0 ? "" : "_") + char.ToLowerInvariant(c) : c.ToString()));

    internal static string UnitOf(ReplayKind kind) => kind switch
    {
        ReplayKind.Shape or ReplayKind.UnitState or ReplayKind.SumLimit or ReplayKind.Rule or ReplayKind.Money => "pu",
        ReplayKind.UnitTime => "h",
        ReplayKind.StorageBalance or ReplayKind.StorageLevel or ReplayKind.StoreBalance
            or ReplayKind.StoreLevel or ReplayKind.StoreCapacity => "MWh",
        ReplayKind.WorkSign or ReplayKind.Backlog or ReplayKind.WorkBeforeArrival or ReplayKind.Deadline => "GPU-h",
        ReplayKind.FibreRate or ReplayKind.FibreCapacity => "Gbit/s",
        _ => "MW",
    };
}
