using System.Collections.Immutable;
using Suandian.Scheduling.Shifting.Clusters;

namespace Suandian.Scheduling.Shifting;

/// <summary>Jobs that may be shifted in time, in order of arrival; time is counted in slots of 5 s, as GAIA counts it.</summary>
/// <remarks>W. A. Hanafy et al., "Going Green for Less Green", ASPLOS 2024, doi:10.1145/3620666.3651374; definitions: docs/explanation/shifting.md.</remarks>
public sealed record ShiftTrace
{
    /// <summary>Length of a slot, s.</summary>
    public const int SlotS = 5;

    /// <summary>Slots of an hour.</summary>
    public const int SlotsPerHour = 720;

    /// <summary>Jobs of fewer slots (2 h) belong to the short class, the others to the long one.</summary>
    public const int LongFrom = 2 * SlotsPerHour;

    /// <summary>Name shown to people.</summary>
    public required string Name { get; init; }

    /// <summary>Local wall clock at slot 0; null where the log does not say.</summary>
    public DateTime? Began { get; init; }

    /// <summary>Name of each job. Shape [jobs].</summary>
    public required string[] Id { get; init; }

    /// <summary>Arrival, slots since the first hour of the series, rounded down; never falls. Shape [jobs].</summary>
    public required int[] Arrival { get; init; }

    /// <summary>Time it runs, slots, rounded down, ≥ 1. Shape [jobs].</summary>
    public required int[] Length { get; init; }

    /// <summary>Processors held while it runs, ≥ 1. Shape [jobs].</summary>
    public required int[] Cpus { get; init; }

    /// <summary>Mean length of the short class, slots, ≥ 1.</summary>
    public required int MeanShort { get; init; }

    /// <summary>Mean length of the long class, slots, ≥ 1.</summary>
    public required int MeanLong { get; init; }

    /// <summary>Longest wait of each job, slots, by its own deadline; −1 where its class tells. Shape [jobs]; empty where all go by class.</summary>
    public int[] WaitSlots { get; init; } = [];

    /// <summary>What each job asks of the cluster where it runs. Shape [jobs]; empty where none asks anything.</summary>
    public ImmutableArray<JobDemand> Demands { get; init; } = [];

    /// <summary>Number of jobs.</summary>
    public int Count => Id.Length;

    /// <summary>Processor hours of all jobs.</summary>
    public double CpuHours => Enumerable.Range(0, Count).Sum(j => (double)Length[j] * Cpus[j]) / SlotsPerHour;

    /// <summary>The jobs of a log in slots: arrivals and run times rounded down, run times to one slot at least.</summary>
    /// <param name="trace">The jobs.</param>
    /// <param name="isAsked">Whether what they ask of clusters is taken along.</param>
    /// <remarks>The mean of a class is taken before rounding, over run times ≤ 2 h and ≥ 2 h, and rounded down, as GAIA does it.</remarks>
    public static ShiftTrace Of(JobTrace trace, bool isAsked)
    {
        ArgumentNullException.ThrowIfNull(trace);
        const int ClassS = LongFrom * SlotS;
        int Mean(Func<long, bool> isOf) => Math.Max(1, (int)(trace.RunS.Where(isOf).DefaultIfEmpty().Average() / SlotS));
        int[] length = [.. trace.RunS.Select(s => (int)LengthSlots(s))];
        return new ShiftTrace
        {
            Name = trace.Name,
            Began = trace.Began,
            Id = [.. Enumerable.Range(0, trace.Count).Select(trace.NameOf)],
            Arrival = [.. trace.SubmitS.Select(s => (int)(s / SlotS))],
            Length = length,
            Cpus = trace.Processors,
            MeanShort = Mean(s => s <= ClassS),
            MeanLong = Mean(s => s >= ClassS),
            WaitSlots = trace.DeadlineS is { } deadlines ? [.. deadlines.Select((d, j) => d < 0 ? -1 : (int)Math.Max(0, d / SlotS - trace.SubmitS[j] / SlotS - length[j]))] : [],
            Demands = isAsked ? [.. Enumerable.Range(0, trace.Count).Select(j => (trace.Demands?[j] ?? JobDemand.None) with { Section = trace.Section?[j] ?? "" })] : [],
        };
    }

    /// <summary>Slots that a run time takes, at least one.</summary>
    internal static long LengthSlots(long seconds) => Math.Max(1, seconds / SlotS);

    /// <summary>What a job asks of the cluster where it runs.</summary>
    public JobDemand Demand(int job) => Demands.IsEmpty ? JobDemand.None : Demands[job];

    /// <summary>A job as a policy sees it.</summary>
    public ShiftJob Job(int job, ShiftOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var isLong = Length[job] >= LongFrom;
        var expected = options.Lengths == LengthKnowledge.Known ? Length[job] : isLong ? MeanLong : MeanShort;
        return new ShiftJob(job, Arrival[job], Length[job], Cpus[job], WaitSlots is { Length: > 0 } waits && waits[job] >= 0 ? waits[job] : options.WaitSlots(isLong), expected, isLong);
    }
}

/// <summary>A job and what a policy may know of it.</summary>
/// <param name="Index">Its place in the trace.</param>
/// <param name="Arrival">Arrival, slot.</param>
/// <param name="Length">Time it really runs, slots; known before its end only where lengths are known.</param>
/// <param name="Cpus">Processors.</param>
/// <param name="Wait">Longest time it may not run between arrival and end, slots.</param>
/// <param name="Expected">Length that a policy reckons with, slots.</param>
/// <param name="IsLong">True for the long class.</param>
public readonly record struct ShiftJob(int Index, int Arrival, int Length, int Cpus, int Wait, int Expected, bool IsLong)
{
    /// <summary>End that keeps the longest wait, slot.</summary>
    public int Deadline => Arrival + Length + Wait;
}

/// <summary>A time in which a job runs without a break.</summary>
/// <param name="Job">Place of the job in its trace.</param>
/// <param name="Start">First slot.</param>
/// <param name="End">Slot after the last.</param>
public readonly record struct ShiftSegment(int Job, int Start, int End);
