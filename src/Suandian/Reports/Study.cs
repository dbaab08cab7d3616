using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Suandian.Cases;
using Suandian.Distribution.PlanCheck;
using Suandian.Network;
using Suandian.Planning;
using Suandian.Planning.Alternatives;
using Suandian.Planning.Scenarios;
using Suandian.Planning.Sensitivities;
using Suandian.Planning.Stages;
using Suandian.Reports.Figures;
using Suandian.Scheduling.PlanYear;

namespace Suandian.Reports;

/// <summary>A finished study: the case, what was solved on it, and where it came from. All that a report needs.</summary>
public sealed partial record Study
{
    /// <summary>The case.</summary>
    public required Case Case { get; init; }

    /// <summary>The case as arrays.</summary>
    public required HourlyNetwork Network { get; init; }

    /// <summary>The plan; it must hold a solution (optimal or incumbent).</summary>
    public required PlanningSolution Plan { get; init; }

    /// <summary>The same case with nothing built.</summary>
    public required HourlyNetwork BaseNetwork { get; init; }

    /// <summary>How the base case runs; null where it has no solution.</summary>
    public PlanningSolution? Base { get; init; }

    /// <summary>Problems of severity warning found while reading.</summary>
    public ImmutableArray<Problem> Problems { get; init; } = [];

    /// <summary>Replay of the plan; made while the figures are computed where it is null.</summary>
    public ReplayReport? Replay { get; init; }

    /// <summary>What the plan costs in each scenario; null where the case has none. Network and plan are then those of the most probable one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ScenarioAnswer? Scenarios { get; init; }

    /// <summary>What is built in which stage; null where the case has no stages. Network and plan are then those of the last one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StageAnswer? Stages { get; init; }

    /// <summary>How far each capacity may move at the same cost; null where it was not asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<SameCost>? SameCost { get; init; }

    /// <summary>How far the shadow prices hold; null where it was not asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SensitivityAnswer? Ranges { get; init; }

    /// <summary>The plan on the grid of the case; null where the case names none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlanCheckSolution? GridCheck { get; init; }

    /// <summary>The plan's work as single jobs; null where nothing may wait.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JobYearSolution? JobYear { get; init; }

    /// <summary>True where ranges or uniqueness were asked for and the plan is no vertex, so that they cannot be told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsAskedWithoutVertex { get; init; }

    /// <summary>Versions, options, command, inputs.</summary>
    public required Provenance Provenance { get; init; }
}
