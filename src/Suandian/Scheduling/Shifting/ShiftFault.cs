namespace Suandian.Scheduling.Shifting;

/// <summary>What is wrong in a schedule, and where.</summary>
/// <param name="Kind">What.</param>
/// <param name="Where">Place of the job in its trace; the hour for <see cref="ShiftFaultKind.OverLimit"/>.</param>
/// <param name="Cluster">Cluster, counted from 0.</param>
public readonly record struct ShiftFault(ShiftFaultKind Kind, int Where, int Cluster = 0);

/// <summary>What can be wrong in a schedule.</summary>
public enum ShiftFaultKind
{
    /// <summary>The times of a job do not add up to its length and what resumptions add.</summary>
    WrongLength,

    /// <summary>A job runs before it arrives.</summary>
    BeforeArrival,

    /// <summary>Two times of a job overlap.</summary>
    TwiceAtOnce,

    /// <summary>A job is suspended that may not be.</summary>
    Suspended,

    /// <summary>A job ends after its deadline.</summary>
    AfterDeadline,

    /// <summary>More processors run than may in an hour.</summary>
    OverLimit,

    /// <summary>A job has no cluster.</summary>
    Nowhere,

    /// <summary>A job names other clusters than the one where it runs.</summary>
    NotNamed,

    /// <summary>The cluster lacks a qualification that the job requires.</summary>
    NotQualified,

    /// <summary>The latency of the cluster is above the limit of the job.</summary>
    TooFar,

    /// <summary>A job runs before its data are at the cluster.</summary>
    BeforeData,
}
