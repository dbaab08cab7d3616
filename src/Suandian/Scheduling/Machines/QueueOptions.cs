namespace Suandian.Scheduling.Machines;

/// <summary>How fast usage is forgotten in the fair share, how often it is looked at, and how far the conservative policy looks.</summary>
public sealed record QueueOptions
{
    /// <summary>Time in which usage halves, s, &gt; 0; by default seven days, as Slurm has it (PriorityDecayHalfLife).</summary>
    public double HalfLifeS { get; init; } = 7 * 86400;

    /// <summary>Least time between two calculations of the factors, s, ≥ 0; by default five minutes, as Slurm has it (PriorityCalcPeriod).</summary>
    public long RecalculateS { get; init; } = 300;

    /// <summary>Waiting jobs that have reservations under the conservative policy, the first ones, ≥ 1; those behind wait until they are among them.</summary>
    public int Depth { get; init; } = BatchSimulator.UsualDepth;
}
