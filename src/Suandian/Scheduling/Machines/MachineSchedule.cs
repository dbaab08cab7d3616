namespace Suandian.Scheduling.Machines;

/// <summary>Where and when the jobs of a trace run on a machine: one row a run in each array; a job that is stopped and waits again has several.</summary>
public sealed record MachineSchedule
{
    /// <summary>The policy that decided.</summary>
    public required MachinePolicyKind Policy { get; init; }

    /// <summary>Place of the job in the trace. Shape [runs], as the next three; in order of start.</summary>
    public required int[] Job { get; init; }

    /// <summary>Start, s.</summary>
    public required long[] StartS { get; init; }

    /// <summary>End, s.</summary>
    public required long[] EndS { get; init; }

    /// <summary>How it ended.</summary>
    public required RunEnd[] End { get; init; }

    /// <summary>Place of each run's first row in <see cref="Placed"/>, and the number of these rows. Shape [runs + 1].</summary>
    public required int[] First { get; init; }

    /// <summary>Parts of runs on nodes.</summary>
    public required Placed[] Placed { get; init; }

    /// <summary>Names of the nodes.</summary>
    public required string[] NodeNames { get; init; }

    /// <summary>Number of runs.</summary>
    public int Count => Job.Length;

    /// <summary>Parts of a run on nodes.</summary>
    public ReadOnlySpan<Placed> PlacedOf(int run) => Placed.AsSpan(First[run], First[run + 1] - First[run]);
}

/// <summary>How a run ended.</summary>
public enum RunEnd
{
    /// <summary>The job was done.</summary>
    Done,

    /// <summary>It made room for a job of a section that may displace it.</summary>
    Preempted,

    /// <summary>The power limit fell.</summary>
    PowerCut,

    /// <summary>A node went down.</summary>
    Outage,
}

/// <summary>The order in which waiting jobs start on a machine.</summary>
public enum MachinePolicyKind
{
    /// <summary>In order of arrival; nobody passes.</summary>
    Fifo,

    /// <summary>The shortest estimate first; where it does not fit, all wait for it.</summary>
    ShortestFirst,

    /// <summary>In order of arrival; a later job may start where the first one waiting does not start later for it.</summary>
    Easy,

    /// <summary>In order of arrival; a later job may start where nobody before it starts later for it.</summary>
    Conservative,

    /// <summary>Who has had least of its share stands first; a later job may start where the first one waiting does not start later for it.</summary>
    FairShare,
}
