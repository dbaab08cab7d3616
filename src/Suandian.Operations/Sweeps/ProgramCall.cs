using System.Collections.Immutable;

namespace Suandian.Operations.Sweeps;

/// <summary>How this program is called again, as a process of its own.</summary>
/// <param name="File">Executable.</param>
/// <param name="Arguments">What comes before the command: the assembly where the executable is the runtime.</param>
public sealed record ProgramCall(string File, ImmutableArray<string> Arguments)
{
    /// <summary>Hidden command that computes variants.</summary>
    public const string WorkerCommand = "sweep-worker";

    /// <summary>Arguments that start a worker.</summary>
    /// <param name="folder">Folder of the sweep.</param>
    /// <param name="options">Hours and solver, as the user gave them.</param>
    internal ImmutableArray<string> Worker(string folder, ImmutableArray<string> options) => [.. Arguments, WorkerCommand, folder, .. options];
}
