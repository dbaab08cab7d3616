using System.Collections.Immutable;
using Suandian.Operations.Sweeps;

namespace Suandian.Cli.Commands.Sweeps;

/// <summary>What a sweep is asked for.</summary>
sealed record SweepRequest
{
    /// <summary>Case folder or workbook.</summary>
    internal required string Path { get; init; }

    /// <summary>Each name=values.</summary>
    internal required ImmutableArray<string> Sets { get; init; }

    /// <summary>Values side by side rather than all combinations.</summary>
    internal required bool Zip { get; init; }

    /// <summary>Folder of the sweep.</summary>
    internal required string Output { get; init; }

    /// <summary>Begin again even where results are there.</summary>
    internal required bool Fresh { get; init; }

    /// <summary>Worker processes on this machine.</summary>
    internal required int Processes { get; init; }

    /// <summary>How it is sent to Slurm; null for this machine.</summary>
    internal required SlurmOptions? Slurm { get; init; }

    /// <summary>Only show the script.</summary>
    internal required bool DryRun { get; init; }

    /// <summary>Options of a worker, as words.</summary>
    internal required ImmutableArray<string> Worker { get; init; }

    /// <summary>Options that change results.</summary>
    internal required ImmutableSortedDictionary<string, string> Options { get; init; }
}
