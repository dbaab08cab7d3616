namespace Suandian.Cli;

/// <summary>What the program tells the shell; listed in docs/reference/cli.md.</summary>
enum ExitCode
{
    /// <summary>Done.</summary>
    Done = 0,

    /// <summary>The user's data has problems.</summary>
    Problems = 1,

    /// <summary>The command line is wrong.</summary>
    Usage = 2,

    /// <summary>No solution exists, or none was found in the time given.</summary>
    NoSolution = 3,

    /// <summary>Something outside the program failed: disk, permission, solver.</summary>
    World = 4,

    /// <summary>Nothing that suffices was found, and that nothing does is not proved.</summary>
    NotFound = 5,

    /// <summary>Stopped by Ctrl-C or SIGTERM (128 + 2, as shells count it).</summary>
    Stopped = 130,
}
