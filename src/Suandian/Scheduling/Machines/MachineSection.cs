using System.Collections.Immutable;

namespace Suandian.Scheduling.Machines;

/// <summary>One row of sections.csv: a section of the programme, what it may hold and whom it may displace.</summary>
public sealed record MachineSection
{
    /// <summary>Name of the section, such as government, national or market.</summary>
    public required string Name { get; init; }

    /// <summary>Whether jobs of which nobody says a section belong to it; one section at most.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Jobs of a larger priority stand before all others.</summary>
    public int Priority { get; init; }

    /// <summary>Share in the fair share, against the other sections.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Most processors it may hold at once, as a share of the machine [pu]; no limit if empty.</summary>
    public double? CpuSharePu { get; init; }

    /// <summary>Most processors it may hold at once; no limit if empty.</summary>
    public int? MaxCpus { get; init; }

    /// <summary>Most accelerators it may hold at once, as a share of the machine [pu]; no limit if empty.</summary>
    public double? AcceleratorSharePu { get; init; }

    /// <summary>Most accelerators it may hold at once; no limit if empty.</summary>
    public double? MaxAccelerators { get; init; }

    /// <summary>Sections whose running jobs may be stopped for its first waiting job; each is preemptible and of a smaller priority.</summary>
    public ImmutableArray<string> Preempts { get; init; } = [];

    /// <summary>Whether its running jobs may be stopped, for other sections or where the power limit falls.</summary>
    public bool Preemptible { get; init; }

    /// <summary>Work between two checkpoints [s]; no checkpoints if empty.</summary>
    public int? CheckpointEveryS { get; init; }

    /// <summary>Time that one checkpoint takes, in which the job does not work [s].</summary>
    public int CheckpointCostS { get; init; }

    /// <summary>Time before a job that was stopped works again [s].</summary>
    public int RestartCostS { get; init; }

    /// <summary>Whether a job that was stopped waits again; else it is lost.</summary>
    public bool Requeue { get; init; } = true;

    /// <summary>Longest time from arrival to end [h]; a job that takes longer has missed its deadline. None if empty.</summary>
    public double? DeadlineH { get; init; }
}
