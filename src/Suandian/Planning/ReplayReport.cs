using System.Collections.Immutable;
using Suandian.Texts;

namespace Suandian.Planning;

/// <summary>What a replay of a plan found, hour by hour and without the linear problem.</summary>
public sealed record ReplayReport
{
    /// <summary>The largest violation of each kind, in the order of <see cref="ReplayKind"/>.</summary>
    public required ImmutableArray<ReplayCheck> Checks { get; init; }

    /// <summary>How long the work of each workload waits, in the order of the network.</summary>
    public required ImmutableArray<WorkloadReplay> Workloads { get; init; }

    /// <summary>The annual rules with their recomputed value, in the order of the network.</summary>
    public required ImmutableArray<RuleReplay> Rules { get; init; }

    /// <summary>The annual cost by component; zero items are left out.</summary>
    public required ImmutableArray<CostReplay> Costs { get; init; }

    /// <summary>Annual cost the plan states, yuan/a.</summary>
    public required double StatedYuan { get; init; }

    /// <summary>Annual cost rebuilt from capacities and hours, yuan/a: the sum of <see cref="Costs"/>.</summary>
    public required double ReplayedYuan { get; init; }

    /// <summary>|stated − replayed| over the largest of |stated|, |replayed| and 1 yuan, pu.</summary>
    public required double MoneyDifferencePu { get; init; }

    /// <summary>True when every check is within its tolerance.</summary>
    public bool Holds => Checks.All(c => c.Holds);

    /// <summary>The check of a kind.</summary>
    public ReplayCheck Check(ReplayKind kind) => Checks[(int)kind];
}

/// <summary>The largest violation of one kind.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Violation">Largest violation, ≥ 0; NaN where the plan holds a value that is not a number.</param>
/// <param name="Tolerance">Largest violation that passes.</param>
/// <param name="Unit">Unit of both: <c>MW</c>, <c>MWh</c>, <c>GPU-h</c>, <c>Gbit/s</c> or <c>pu</c>.</param>
/// <param name="Component">Name of the component where it is largest; empty where nothing is violated.</param>
/// <param name="Snapshot">Snapshot where it is largest; −1 where it is no matter of an hour.</param>
public sealed record ReplayCheck(
    ReplayKind Kind, double Violation, double Tolerance, string Unit, string Component, int Snapshot)
{
    /// <summary>Whether the violation is within the tolerance.</summary>
    public bool Holds => Violation <= Tolerance;

    /// <summary>Stable key, such as <c>bus_balance</c>.</summary>
    public string Key => ReplayKinds.KeyOf(Kind);

    /// <summary>What was checked, for people.</summary>
    public Text Name => Phrases.Of("replay." + Key);
}

/// <summary>Waiting of one workload, first in first out.</summary>
/// <param name="Workload">Name of the workload.</param>
/// <param name="DoneGpuH">Work done, GPU-h/a.</param>
/// <param name="UndoneGpuH">Work given up, GPU-h/a.</param>
/// <param name="MeanWaitH">Mean wait of the work done, h; work done in its hour of arrival waits 0; NaN where nothing is done.</param>
/// <param name="Wait95H">Wait that 95 % of the work done does not exceed, h; NaN where nothing is done.</param>
/// <param name="LateGpuH">Work that leaves (done or given up) after its deadline, GPU-h/a.</param>
/// <param name="LargestLatenessH">Longest time by which work leaves late, h; 0 where none is late.</param>
public sealed record WorkloadReplay(
    string Workload, double DoneGpuH, double UndoneGpuH,
    double MeanWaitH, double Wait95H, double LateGpuH, int LargestLatenessH);

/// <summary>An annual rule recomputed.</summary>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Value">Value reached, in the unit of the limit: pu, MWh/a or t/a; NaN where the share has nothing to be a share of.</param>
/// <param name="Limit">Limit.</param>
/// <param name="ViolationPu">How far the rule is missed: of the base of a share, or of the limit (at least 1 MWh or t); ≥ 0.</param>
public sealed record RuleReplay(string Rule, double Value, double Limit, double ViolationPu);

/// <summary>One item of the annual cost.</summary>
/// <param name="Kind">What is paid for.</param>
/// <param name="Component">Name of the component; the bus for load not served.</param>
/// <param name="Yuan">Cost, yuan/a; negative for revenue.</param>
public sealed record CostReplay(ReplayCost Kind, string Component, double Yuan);

/// <summary>What a part of the annual cost is paid for.</summary>
public enum ReplayCost
{
    /// <summary>Annuity and upkeep of new capacity.</summary>
    NewCapacity,

    /// <summary>Upkeep of existing capacity.</summary>
    Upkeep,

    /// <summary>Variable cost of generation, discharge and sending.</summary>
    Variable,

    /// <summary>Starts, stops and being on of units.</summary>
    Units,

    /// <summary>Energy bought, all parts of its price.</summary>
    ImportEnergy,

    /// <summary>Demand charge on the highest powers.</summary>
    DemandCharge,

    /// <summary>Energy sold; negative.</summary>
    ExportRevenue,

    /// <summary>CO2 of generation and imports.</summary>
    Co2,

    /// <summary>Load not served.</summary>
    Shedding,

    /// <summary>Work not done.</summary>
    UndoneWork,

    /// <summary>Work that waits.</summary>
    Waiting,
}
