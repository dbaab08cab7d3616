using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Formulation;

/// <summary>All variables of the planning problem, by component.</summary>
sealed record PlanningVariables
{
    internal required GenerationVariables Generators { get; init; }

    internal required StorageVariables Storage { get; init; }

    internal required StoreVariables Stores { get; init; }

    internal required LinkVariables Links { get; init; }

    internal required LineVariables Lines { get; init; }

    internal required TradeVariables Trades { get; init; }

    internal required ComputingVariables Computing { get; init; }

    internal required WorkVariables Work { get; init; }

    /// <summary>Fibre capacity [f], Gbit/s.</summary>
    internal required Variables FibreCapacity { get; init; }

    /// <summary>Load not served [b × T], MW.</summary>
    internal required Variables Shed { get; init; }

    /// <summary>Committable units; null where there are none.</summary>
    internal CommitmentVariables? Units { get; init; }

    internal static PlanningVariables Add(LinearModel model, HourlyNetwork network, DemandPeriods periods, BusConnections at, bool wholeUnits) => new()
    {
        Generators = Generation.Add(model, network),
        Storage = Formulation.Storage.Add(model, network),
        Stores = StoreLevels.Add(model, network),
        Links = LinkFlows.Add(model, network),
        Lines = TransportLines.Add(model, network),
        Trades = Trading.Add(model, network, periods),
        Computing = Formulation.Computing.Add(model, network),
        Work = Backlogs.Add(model, network),
        FibreCapacity = DataTransport.Add(model, network),
        Shed = Balance.AddShed(model, network, at),
        Units = Commitment.Add(model, network, wholeUnits),
    };
}
