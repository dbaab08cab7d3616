namespace Suandian.Scheduling.Shifting.Clusters;

/// <summary>Why a job may not go to a cluster.</summary>
public enum ClusterRefusal
{
    /// <summary>It may go there.</summary>
    None,

    /// <summary>The job names other clusters.</summary>
    NotNamed,

    /// <summary>The cluster lacks a qualification that the job requires.</summary>
    Qualification,

    /// <summary>Its latency is above the limit of the job.</summary>
    Latency,

    /// <summary>It has fewer processors than the job needs.</summary>
    Size,

    /// <summary>The data of the job would arrive too late for its deadline.</summary>
    Transfer,

    /// <summary>It has no time for the job before its deadline, even where nothing else runs; only told where that is so of all clusters.</summary>
    Time,
}
