using System.Text.Json.Serialization;

namespace Suandian.Network;

/// <summary>The hours a plan is computed on: the whole year, or chosen blocks of it weighted to a year.</summary>
/// <remarks>All arrays have shape [Count]. A step lasts one hour. Blocks are runs of consecutive hours; what is cyclic is cyclic within its block.</remarks>
public sealed record Snapshots
{
    /// <summary>Number of snapshots.</summary>
    public int Count => HourOfYear.Length;

    /// <summary>Hour of the year of each snapshot, 0 … 8759, in local clock time of the case.</summary>
    public required int[] HourOfYear { get; init; }

    /// <summary>Hours of the year each snapshot stands for, h/a, times the probability of its scenario; the sum is 8760.</summary>
    public required double[] WeightH { get; init; }

    /// <summary>Snapshot before this one; of the first of a block, the last of the same block.</summary>
    public required int[] Previous { get; init; }

    /// <summary>First snapshot of each block, ascending; one block 0 for the whole year.</summary>
    public required int[] BlockStarts { get; init; }

    /// <summary>Month of each snapshot, 1 … 12.</summary>
    public required int[] Month { get; init; }

    /// <summary>Hours that energy and emissions of each snapshot count for, h/a; null where they count as cost does.</summary>
    public double[]? EnergyWeightH { get; init; }

    /// <summary>Length of each step in the balance of a store, h; null where each step lasts an hour.</summary>
    public double[]? StepH { get; init; }

    /// <summary>Hours that the energy of a snapshot counts for, h/a.</summary>
    public double EnergyHours(int t) => (EnergyWeightH ?? WeightH)[t];

    /// <summary>Length of a step, h.</summary>
    public double Step(int t) => StepH is null ? 1 : StepH[t];

    /// <summary>True for the first snapshot of a block.</summary>
    public bool IsStart(int t) => Previous[t] >= t;

    /// <summary>True for the first snapshot of the horizon, of each scenario where there are several.</summary>
    public bool IsBeginning(int t) => t == 0 || (Scenarios is not null && Array.BinarySearch(Scenarios.Start, t) >= 0);

    /// <summary>Number of snapshots since the first of the horizon, or of the scenario.</summary>
    public int SinceBeginning(int t) => Scenarios is null ? t : t - Scenarios.Start[Scenarios.At(t)];

    /// <summary>The scenarios that follow one another in the snapshots; null where there is one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ScenarioBlocks? Scenarios { get; init; }

    /// <summary>True where every hour of the year is a snapshot of weight 1.</summary>
    public bool IsWholeYear => Count == 8760;
}
