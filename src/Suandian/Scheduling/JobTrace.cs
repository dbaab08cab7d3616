using System.Globalization;
using Suandian.Scheduling.Shifting.Clusters;

namespace Suandian.Scheduling;

/// <summary>Rigid batch jobs in order of arrival: one number a job in each array.</summary>
public sealed record JobTrace
{
    const double SecondsPerHour = 3600;

    /// <summary>Name shown to people.</summary>
    public required string Name { get; init; }

    /// <summary>Number of the job in its log; its place, counted from 1, where the log names jobs by other words.</summary>
    public required long[] Number { get; init; }

    /// <summary>Name of the job in its log; null where jobs are named by <see cref="Number"/>.</summary>
    public string[]? Id { get; init; }

    /// <summary>Local wall clock at second 0; null where the log does not say.</summary>
    public DateTime? Began { get; init; }

    /// <summary>Arrival, s since the beginning of the log; never falls.</summary>
    public required long[] SubmitS { get; init; }

    /// <summary>Time the job really runs, s, ≥ 0. Policies do not see it before the job has ended.</summary>
    public required long[] RunS { get; init; }

    /// <summary>Time the user asked for, s, ≥ <see cref="RunS"/> and ≥ 1, so that a reservation holds something; the job would be stopped at its end.</summary>
    public required long[] EstimateS { get; init; }

    /// <summary>Processors held while it runs, ≥ 1.</summary>
    public required int[] Processors { get; init; }

    /// <summary>Equal parts of the job that sit on nodes of their own and start together; 0 where it is free to spread over nodes; null where each job is.</summary>
    public int[]? Nodes { get; init; }

    /// <summary>Accelerators held while it runs, thousandths of one (1000 = one whole), ≥ 0, all parts together; null where no job needs any.</summary>
    public long[]? AcceleratorMilli { get; init; }

    /// <summary>Memory held while it runs, MiB, all parts together; 0 where nobody says; null where no job says.</summary>
    public double[]? MemoryMiB { get; init; }

    /// <summary>Chip the job asks for; null where none asks.</summary>
    public JobLabels? Chip { get; init; }

    /// <summary>Partition (queue) the job was sent to.</summary>
    public JobLabels? Partition { get; init; }

    /// <summary>Who sent it.</summary>
    public JobLabels? User { get; init; }

    /// <summary>Section of the programme: government, national or market.</summary>
    public JobLabels? Section { get; init; }

    /// <summary>Latest end, s since the beginning of the log; −1 where a job has none; null where no job has one.</summary>
    public long[]? DeadlineS { get; init; }

    /// <summary>What each job asks of the cluster to which it may be shifted; null where none asks anything. The section stands in <see cref="Section"/> alone.</summary>
    public JobDemand[]? Demands { get; init; }

    /// <summary>Line of each job in its log, the first being 1; null where the jobs come from elsewhere.</summary>
    public int[]? Line { get; init; }

    /// <summary>Number of jobs.</summary>
    public int Count => Number.Length;

    /// <summary>Processor hours of a job.</summary>
    public double CpuH(int job) => (double)Processors[job] * RunS[job] / SecondsPerHour;

    /// <summary>Name of a job in its log.</summary>
    public string NameOf(int job) => Id?[job] ?? Number[job].ToString(CultureInfo.InvariantCulture);
}
