namespace Suandian.Operations.Sweeps;

/// <summary>How a sweep is sent to Slurm.</summary>
public sealed record SlurmOptions
{
    /// <summary>Most tasks of one array; further variants are shared out among them. The smallest MaxArraySize of a default Slurm allows 1001.</summary>
    public const int MostTasks = 1000;

    /// <summary>Partition; null for the default of the cluster.</summary>
    public string? Partition { get; init; }

    /// <summary>Longest time of a task as sbatch --time writes it, such as 2:00:00; null for the default of the partition.</summary>
    public string? JobTime { get; init; }

    /// <summary>Most tasks that run at once, ≥ 1; null for no limit.</summary>
    public int? ArrayLimit { get; init; }

    /// <summary>Cores of a task, ≥ 1; as many as the solver has threads.</summary>
    public int Cores { get; init; } = 1;

    /// <summary>How long to wait between two looks at the results.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(2);
}
