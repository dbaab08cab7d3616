using System.Collections.Immutable;

namespace Suandian.Cases;

/// <summary>How a log of jobs is written.</summary>
public enum JobLogFormat
{
    /// <summary>Standard Workload Format: 18 numbers a line.</summary>
    Swf,

    /// <summary>What <c>sacct --parsable2</c> of Slurm prints: a header, and cells apart by |.</summary>
    Sacct,

    /// <summary>A CSV file, columns by name; docs/reference/job-logs.md.</summary>
    Csv,

    /// <summary>A CSV file with the columns arrival_time, length and cpus, as GAIA has it; further columns as in <see cref="Csv"/>.</summary>
    Gaia,

    /// <summary>A list of pods with creation and deletion times, as Alibaba's openb trace has it.</summary>
    Openb,
}

/// <summary>How a log of jobs is read.</summary>
public sealed record JobLogOptions
{
    /// <summary>Processors of the machine; null (default) for what the log says.</summary>
    public int? Processors { get; init; }

    /// <summary>What becomes of jobs that cannot be used; default: one of them, and the log is refused.</summary>
    public InvalidJobs Invalid { get; init; }

    /// <summary>How the log is written; null (default) for what its first line shows.</summary>
    public JobLogFormat? Format { get; init; }

    /// <summary>Sections that jobs may name; empty (default) for the three of the programme. Others are told by the machine that has these.</summary>
    public ImmutableArray<string> Sections { get; init; } = [];

    /// <summary>Whether a machine of unknown size is a problem; default yes.</summary>
    public bool IsMachineNeeded { get; init; } = true;
}
