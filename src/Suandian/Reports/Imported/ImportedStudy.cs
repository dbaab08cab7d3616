using System.Collections.Immutable;
using Suandian.Cases;
using Suandian.Network;
using Suandian.Planning;
using Suandian.Planning.Scenarios;
using Suandian.Reports.Figures;

namespace Suandian.Reports.Imported;

/// <summary>A network of PyPSA, its plan, and what proves it: all that its report is made of.</summary>
/// <remarks>Such a network has no sources, no map and no money of a known year; its report tells what the tables and the plan hold.</remarks>
public sealed record ImportedStudy
{
    /// <summary>The case; <see cref="Case.Imported"/> is its network.</summary>
    public required Case Case { get; init; }

    /// <summary>The arrays that were planned; with scenarios those of the most probable one.</summary>
    public required HourlyNetwork Network { get; init; }

    /// <summary>The plan on them.</summary>
    public required PlanningSolution Plan { get; init; }

    /// <summary>Its replay.</summary>
    public required ReplayReport Replay { get; init; }

    /// <summary>Cost and regret in each scenario; null where there is one future.</summary>
    public ScenarioAnswer? Scenarios { get; init; }

    /// <summary>What was not carried over.</summary>
    public ImmutableArray<Problem> Problems { get; init; } = [];

    /// <summary>Versions, options, command, inputs.</summary>
    public required Provenance Provenance { get; init; }
}
