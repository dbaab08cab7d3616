using System.Collections.Immutable;

namespace Suandian.Network;

/// <summary>A limit of a sum over many components.</summary>
/// <param name="Name">Name.</param>
/// <param name="Kind">What is limited.</param>
/// <param name="Sense">Which way the sum compares with the constant.</param>
/// <param name="Constant">Right-hand side, in the unit of the sum.</param>
/// <param name="Terms">The sum.</param>
public sealed record GlobalLimit(
    string Name, GlobalLimitKind Kind, LimitSense Sense, double Constant, ImmutableArray<LimitTerm> Terms);

/// <summary>One product of a sum.</summary>
/// <param name="Variable">Which variable.</param>
/// <param name="Component">Component index in its group.</param>
/// <param name="Snapshot">Snapshot; −1 for a capacity.</param>
/// <param name="Coefficient">Coefficient, weights included.</param>
public readonly record struct LimitTerm(LimitVariable Variable, int Component, int Snapshot, double Coefficient);

/// <summary>What a global limit is about; the words are PyPSA's.</summary>
public enum GlobalLimitKind
{
    /// <summary>A by-product of fuels, such as CO2.</summary>
    PrimaryEnergy,

    /// <summary>Energy of a carrier.</summary>
    OperationalLimit,

    /// <summary>Capacity times length of lines and links, MW·km.</summary>
    TransmissionVolumeExpansionLimit,

    /// <summary>Annual cost of lines and links, yuan/a.</summary>
    TransmissionExpansionCostLimit,

    /// <summary>Capacity of a carrier, MW or MWh.</summary>
    TechCapacityExpansionLimit,

    /// <summary>Capacity of a carrier that is new in an investment period, MW or MWh.</summary>
    CarrierGrowthLimit,

    /// <summary>Capacity of a carrier at a bus, MW or MWh.</summary>
    BusNominalLimit,
}

/// <summary>Which way a sum compares.</summary>
public enum LimitSense
{
    /// <summary>At most.</summary>
    AtMost,

    /// <summary>At least.</summary>
    AtLeast,

    /// <summary>Equal.</summary>
    Equal,
}

/// <summary>Variables that global limits add up and modules make up.</summary>
public enum LimitVariable
{
    /// <summary>Output of a generator.</summary>
    GeneratorPower,

    /// <summary>Level of a storage unit.</summary>
    StorageLevel,

    /// <summary>Level of a store.</summary>
    StoreLevel,

    /// <summary>Capacity of a generator.</summary>
    GeneratorCapacity,

    /// <summary>Power of a storage unit.</summary>
    StoragePower,

    /// <summary>Energy of a store.</summary>
    StoreEnergy,

    /// <summary>Power of a link.</summary>
    LinkCapacity,

    /// <summary>Capacity of a line or transformer.</summary>
    LineCapacity,

    /// <summary>IT power of a cluster.</summary>
    ClusterCapacity,
}
