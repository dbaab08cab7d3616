namespace Suandian.Scheduling.Machines;

/// <summary>How fast usage is forgotten, and how often it is looked at.</summary>
public sealed record FairShareOptions
{
    /// <summary>Time in which usage halves, s, &gt; 0; by default seven days, as Slurm has it (PriorityDecayHalfLife).</summary>
    public double HalfLifeS { get; init; } = 7 * 86400;

    /// <summary>Least time between two calculations of the factors, s, ≥ 0; by default five minutes, as Slurm has it (PriorityCalcPeriod).</summary>
    public long RecalculateS { get; init; } = 300;
}
