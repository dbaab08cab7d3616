namespace Suandian.Scheduling.Machines;

/// <summary>Why a machine can never run a job.</summary>
public enum JobFaultKind
{
    /// <summary>A partition that no node is in.</summary>
    PartitionUnknown,

    /// <summary>A chip that no node has.</summary>
    ChipUnknown,

    /// <summary>Accelerators that do not divide into equal parts of whole ones or of one share.</summary>
    AcceleratorsUneven,

    /// <summary>The nodes it may use do not hold it even when nothing else runs.</summary>
    TooLarge,

    /// <summary>A section that the machine does not have.</summary>
    SectionUnknown,

    /// <summary>Nobody says the section, and there is none for such jobs.</summary>
    SectionMissing,

    /// <summary>More than the quota of its section.</summary>
    OverQuota,

    /// <summary>More power than any hour leaves beside the idle machine.</summary>
    OverPower,
}

/// <summary>A job that a machine can never run.</summary>
/// <param name="Job">Place of the job in the trace.</param>
/// <param name="Kind">Why.</param>
/// <param name="Value">What the trace says.</param>
public readonly record struct JobFault(int Job, JobFaultKind Kind, string? Value);
