using System.Collections.Immutable;

namespace Suandian.Planning;

/// <summary>Why no plan obeys all limits, and the least changes that would let one.</summary>
public sealed record InfeasibilityReport
{
    /// <summary>Always <c>infeasible</c>; the kind of answer, for programs.</summary>
    public string Type { get; init; } = "infeasible";

    /// <summary>What is missing, where and when, and the limits and rules that stand against each other; the gravest first of each kind.</summary>
    public required ImmutableArray<InfeasibilityCause> Cause { get; init; }

    /// <summary>Changes that make the case feasible, all its stages and scenarios; any one of them suffices.</summary>
    public required ImmutableArray<Relaxation> Relax { get; init; }

    /// <summary>False where time ran out before every change had been tried, or a change was given up for it.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Wall seconds the explanation took.</summary>
    public required double Seconds { get; init; }

    /// <summary>All of it in a few sentences.</summary>
    public required Text Text { get; init; }
}

/// <summary>One part of the cause.</summary>
public sealed record InfeasibilityCause
{
    /// <summary>Kind.</summary>
    public required InfeasibilityCauseKind Kind { get; init; }

    /// <summary>Name of the stage or scenario in which it shows; null where the case has one future and is built at once.</summary>
    public string? Part { get; init; }

    /// <summary>Table of the component: <c>buses</c>, <c>generators</c>, <c>storage_units</c>, <c>stores</c>, <c>links</c>, <c>lines</c>, <c>tariffs</c>, <c>annual_rules</c>.</summary>
    public required string Component { get; init; }

    /// <summary>Name of the component.</summary>
    public required string Name { get; init; }

    /// <summary>Hours in which it shows, in order; empty for an annual rule.</summary>
    public required ImmutableArray<HourRange> Hours { get; init; }

    /// <summary>Size in <see cref="Unit"/>: energy missing or in excess, by how much a rule is missed, or the limit that is reached.</summary>
    public required double Size { get; init; }

    /// <summary>Unit of the size: <c>MWh</c>, <c>MW</c>, <c>t</c> or <c>pu</c>; the energy is that of the chosen hours, rules are annual.</summary>
    public required string Unit { get; init; }

    /// <summary>The cause in words.</summary>
    public required Text Text { get; init; }
}

/// <summary>Kinds of causes.</summary>
public enum InfeasibilityCauseKind
{
    /// <summary>Demand at a bus that nothing can supply.</summary>
    Shortage,

    /// <summary>Power at a bus that nothing can take.</summary>
    Surplus,

    /// <summary>A limit of a sum that cannot be kept: a global constraint of an imported network, or the energy of a generator.</summary>
    SumMissed,

    /// <summary>An annual rule that cannot be reached.</summary>
    RuleMissed,

    /// <summary>An annual rule that stands against the others.</summary>
    RuleBinding,

    /// <summary>A limit of a sum that stands against the others.</summary>
    SumBinding,

    /// <summary>A limit of capacity that is used up where it would help.</summary>
    LimitReached,

    /// <summary>Output that a generator may not go below.</summary>
    LeastOutput,

    /// <summary>The cause was not found: time ran out, or the data contradict themselves.</summary>
    Unknown,
}

/// <summary>A run of hours.</summary>
/// <param name="FirstSnapshot">First snapshot.</param>
/// <param name="Snapshots">Number of hours.</param>
/// <param name="From">Beginning, clock of the case.</param>
/// <param name="To">End, clock of the case.</param>
public sealed record HourRange(int FirstSnapshot, int Snapshots, DateTime From, DateTime To)
{
    /// <summary>Labels of the first and the last snapshot where the network has its own, which need be no hours of a year; null else.</summary>
    public (string First, string Last)? Labels { get; init; }
}

/// <summary>A set of changes after which a plan exists.</summary>
public sealed record Relaxation
{
    /// <summary>Kind.</summary>
    public required RelaxationKind Kind { get; init; }

    /// <summary>What is to be changed, all of it together.</summary>
    public required ImmutableArray<LimitChange> Changes { get; init; }

    /// <summary>True where one component or rule alone is changed.</summary>
    public bool SufficientAlone => Kind != RelaxationKind.Together;

    /// <summary>The change in words.</summary>
    public required Text Text { get; init; }
}

/// <summary>Kinds of relaxations, in the order they are reported.</summary>
public enum RelaxationKind
{
    /// <summary>A larger connection to the outside grid.</summary>
    Trade,

    /// <summary>A larger storage unit.</summary>
    Storage,

    /// <summary>A larger store.</summary>
    Store,

    /// <summary>A larger generator.</summary>
    Generator,

    /// <summary>A larger link.</summary>
    Link,

    /// <summary>A larger AC line.</summary>
    Line,

    /// <summary>A smaller least output of a generator.</summary>
    LeastOutput,

    /// <summary>Another limit of an annual rule.</summary>
    Rule,

    /// <summary>Another limit of a sum.</summary>
    Sum,

    /// <summary>Load that may be shed.</summary>
    Shedding,

    /// <summary>Several changes at once, where none alone suffices.</summary>
    Together,
}

/// <summary>One value of the case that is to be changed.</summary>
/// <param name="Component">Table.</param>
/// <param name="Name">Name of the row.</param>
/// <param name="Column">Column, such as <c>power_max_mw</c>; <c>shed_mw</c> for load that may be shed at a bus.</param>
/// <param name="From">Value now.</param>
/// <param name="To">Value from which on a plan exists, rounded to the safe side.</param>
/// <param name="Unit">Unit of both.</param>
public sealed record LimitChange(string Component, string Name, string Column, double From, double To, string Unit);

/// <summary>How an infeasible case is explained.</summary>
public sealed record InfeasibilityOptions
{
    /// <summary>Calendar year of the case, for dates; of no use where the snapshots have labels.</summary>
    public required int Year { get; init; }

    /// <summary>Labels of the snapshots of an imported network; empty where they are hours of the year.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>Names for people of stages or scenarios, by their name; the name itself where none is given.</summary>
    public ImmutableDictionary<string, Text> PartNames { get; init; } = ImmutableDictionary<string, Text>.Empty;

    /// <summary>Longest time for the explanation; null (default) for none. The causes are found first, then one relaxation after the other.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>
    /// Rows up to which the problems are solved by the simplex method, each from the vertex of the last; default 4000. Above it they are solved
    /// by the method of the plan without crossover: the hourly interior point by default.
    /// </summary>
    public int VertexRows { get; init; } = 4_000;
}
