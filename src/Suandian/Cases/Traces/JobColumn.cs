using System.Collections.Frozen;

namespace Suandian.Cases.Traces;

/// <summary>What a column of a table of jobs tells.</summary>
enum JobColumn
{
    Job, Submit, Start, End, Run, RunText, Estimate, EstimateText, EstimateMin, Cpus, CpusAsked, Nodes, Accelerators, GpuMilli, MemoryGiB, MemoryMiB, MemoryText,
    Tres, TresAsked, Chip, Partition, User, Account, Quality, Section, Deadline, State, DataGb, LatencyMs, Qualifications, Clusters,
}

/// <summary>The names that columns have in each format, and which a table cannot be without.</summary>
static class JobColumns
{
    static readonly FrozenDictionary<JobColumn, string[]> Csv = new Dictionary<JobColumn, string[]>
    {
        [JobColumn.Job] = ["job", "job_id", "id"], [JobColumn.Submit] = ["submit_s", "submit", "arrival_s", "arrival_time"], [JobColumn.Run] = ["run_s", "run", "length_s", "length"],
        [JobColumn.Estimate] = ["estimate_s", "estimate", "requested_s"], [JobColumn.Cpus] = ["cpus", "processors"], [JobColumn.Nodes] = ["nodes"],
        [JobColumn.Accelerators] = ["accelerators", "gpus"], [JobColumn.MemoryGiB] = ["memory_gib"], [JobColumn.MemoryMiB] = ["memory_mib"], [JobColumn.Chip] = ["chip"],
        [JobColumn.Partition] = ["partition", "queue"], [JobColumn.User] = ["user"], [JobColumn.Section] = ["section"], [JobColumn.Deadline] = ["deadline_s", "deadline"],
        [JobColumn.DataGb] = ["data_gb"], [JobColumn.LatencyMs] = ["latency_limit_ms"], [JobColumn.Qualifications] = ["qualifications"], [JobColumn.Clusters] = ["clusters"],
    }.ToFrozenDictionary();

    static readonly FrozenDictionary<JobColumn, string[]> Pods = new Dictionary<JobColumn, string[]>
    {
        [JobColumn.Job] = ["name"], [JobColumn.Submit] = ["creation_time"], [JobColumn.Start] = ["scheduled_time"], [JobColumn.End] = ["deletion_time"], [JobColumn.Cpus] = ["cpu_milli"],
        [JobColumn.Accelerators] = ["num_gpu"], [JobColumn.GpuMilli] = ["gpu_milli"], [JobColumn.MemoryMiB] = ["memory_mib"], [JobColumn.Chip] = ["gpu_spec"],
    }.ToFrozenDictionary();

    static readonly FrozenDictionary<JobColumn, string[]> Sacct = new Dictionary<JobColumn, string[]>
    {
        [JobColumn.Job] = ["JobID", "JobIDRaw"], [JobColumn.Submit] = ["Submit"], [JobColumn.Start] = ["Start"], [JobColumn.End] = ["End"], [JobColumn.Run] = ["ElapsedRaw"],
        [JobColumn.RunText] = ["Elapsed"], [JobColumn.EstimateMin] = ["TimelimitRaw"], [JobColumn.EstimateText] = ["Timelimit"], [JobColumn.Cpus] = ["AllocCPUS", "NCPUS"],
        [JobColumn.CpusAsked] = ["ReqCPUS"], [JobColumn.Nodes] = ["NNodes", "AllocNodes", "ReqNodes"], [JobColumn.Tres] = ["AllocTRES"], [JobColumn.TresAsked] = ["ReqTRES"],
        [JobColumn.MemoryText] = ["ReqMem"], [JobColumn.Partition] = ["Partition"], [JobColumn.User] = ["User", "UID"], [JobColumn.Account] = ["Account"],
        [JobColumn.Quality] = ["QOS"], [JobColumn.State] = ["State"],
    }.ToFrozenDictionary();

    /// <summary>The names of the columns of a format.</summary>
    internal static FrozenDictionary<JobColumn, string[]> Of(JobLogFormat format) => format switch { JobLogFormat.Sacct => Sacct, JobLogFormat.Openb => Pods, _ => Csv };

    /// <summary>Columns of which each group must have at least one.</summary>
    internal static JobColumn[][] Needed(JobLogFormat format) => format switch
    {
        JobLogFormat.Sacct => [[JobColumn.Job], [JobColumn.Submit], [JobColumn.Run, JobColumn.RunText, JobColumn.End], [JobColumn.Cpus, JobColumn.CpusAsked, JobColumn.Tres, JobColumn.TresAsked]],
        JobLogFormat.Openb => [[JobColumn.Job], [JobColumn.Submit], [JobColumn.End], [JobColumn.Cpus], [JobColumn.Accelerators], [JobColumn.GpuMilli]],
        _ => [[JobColumn.Submit], [JobColumn.Run], [JobColumn.Cpus]],
    };
}
