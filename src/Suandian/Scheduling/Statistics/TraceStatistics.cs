using System.Collections.Immutable;

namespace Suandian.Scheduling.Statistics;

/// <summary>What the jobs of a trace are like. The formulas: docs/explanation/scheduling.md.</summary>
public sealed record TraceStatistics
{
    /// <summary>Hours of a week.</summary>
    public const int HoursOfWeek = 168;

    const int HoursOfDay = 24, MostPieces = 400;
    const double SecondsPerHour = 3600;

    /// <summary>Number of jobs.</summary>
    public required int Jobs { get; init; }

    /// <summary>From the first arrival to the last, s.</summary>
    public required long SpanS { get; init; }

    /// <summary>Processor hours of all jobs.</summary>
    public required double CpuH { get; init; }

    /// <summary>Accelerator hours of all jobs; 0 where none needs any.</summary>
    public required double AcceleratorH { get; init; }

    /// <summary>Accelerators of each job that needs any, parts of one too.</summary>
    public required Spread Accelerators { get; init; }

    /// <summary>Processor hours over those of the machine between the first arrival and the last; NaN where the machine is not known or all arrive at once.</summary>
    public required double OfferedLoadPu { get; init; }

    /// <summary>Processors of a job.</summary>
    public required Spread Processors { get; init; }

    /// <summary>Run time, s.</summary>
    public required Spread RunS { get; init; }

    /// <summary>From one arrival to the next, s.</summary>
    public required Spread BetweenS { get; init; }

    /// <summary>Run time over estimate, 0 … 1; empty where no estimate differs from its run time, as the log then tells none.</summary>
    public required Spread EstimatePu { get; init; }

    /// <summary>Arrivals by hour of the week, Monday 0 h first, or by hour of the day counted from second 0 where the trace does not tell its clock. Shape [168] or [24].</summary>
    public required ImmutableArray<int> ByHour { get; init; }

    /// <summary>Processors that would run if every job started at its arrival, in pieces of <see cref="PieceS"/> from the first arrival on. Shape [pieces].</summary>
    public required ImmutableArray<double> DemandCpus { get; init; }

    /// <summary>Length of a piece of <see cref="DemandCpus"/>, s: a whole number of hours.</summary>
    public required double PieceS { get; init; }

    /// <summary>Shares of users, the largest first.</summary>
    public required ImmutableArray<TraceShare> Users { get; init; }

    /// <summary>Shares of partitions.</summary>
    public required ImmutableArray<TraceShare> Partitions { get; init; }

    /// <summary>Shares of sections.</summary>
    public required ImmutableArray<TraceShare> Sections { get; init; }

    /// <summary>Jobs with a latest end.</summary>
    public required int WithDeadline { get; init; }

    /// <summary>Describes a trace.</summary>
    /// <param name="trace">The jobs.</param>
    /// <param name="processors">Processors of the machine; 0 where nobody says.</param>
    public static TraceStatistics Of(JobTrace trace, int processors)
    {
        ArgumentNullException.ThrowIfNull(trace);
        int[] jobs = [.. Enumerable.Range(0, trace.Count)];
        var (first, span) = jobs is [] ? (0, 0) : (trace.SubmitS[0], trace.SubmitS[^1] - trace.SubmitS[0]);
        var (cpuH, end) = (jobs.Sum(trace.CpuH), jobs.Select(j => trace.SubmitS[j] + trace.RunS[j]).DefaultIfEmpty().Max());
        var pieceS = SecondsPerHour * Math.Max(1, Math.Ceiling((end - first) / SecondsPerHour / MostPieces));
        return new TraceStatistics
        {
            Jobs = trace.Count,
            SpanS = span,
            CpuH = cpuH,
            AcceleratorH = trace.AcceleratorMilli is { } milli ? jobs.Sum(j => milli[j] / 1000.0 * trace.RunS[j] / SecondsPerHour) : 0,
            Accelerators = Spread.Of((trace.AcceleratorMilli ?? []).Where(m => m > 0).Select(m => m / 1000.0)),
            OfferedLoadPu = processors > 0 && span > 0 ? cpuH / (processors * (span / SecondsPerHour)) : double.NaN,
            Processors = Spread.Of(jobs.Select(j => (double)trace.Processors[j])),
            RunS = Spread.Of(jobs.Select(j => (double)trace.RunS[j])),
            BetweenS = Spread.Of(jobs.Skip(1).Select(j => (double)(trace.SubmitS[j] - trace.SubmitS[j - 1]))),
            EstimatePu = Spread.Of(jobs.Any(j => trace.EstimateS[j] != Math.Max(1, trace.RunS[j])) ? jobs.Select(j => (double)trace.RunS[j] / trace.EstimateS[j]) : []),
            ByHour = Hours(trace),
            DemandCpus = [.. HeldProcessors.Mean(jobs.Select(j => (trace.SubmitS[j], trace.SubmitS[j] + trace.RunS[j], trace.Processors[j])), first, pieceS, Math.Max(1, (int)Math.Ceiling((end - first) / pieceS)))],
            PieceS = pieceS,
            Users = [.. TraceShare.Of(trace, trace.User)],
            Partitions = [.. TraceShare.Of(trace, trace.Partition)],
            Sections = [.. TraceShare.Of(trace, trace.Section)],
            WithDeadline = trace.DeadlineS?.Count(d => d >= 0) ?? 0,
        };
    }

    static ImmutableArray<int> Hours(JobTrace trace)
    {
        var counts = new int[trace.Began is null ? HoursOfDay : HoursOfWeek];
        foreach (var submit in trace.SubmitS)
        {
            counts[trace.Began is not { } began ? (int)(submit / (long)SecondsPerHour % HoursOfDay) : HourOfWeek(began.AddSeconds(submit))]++;
        }

        return [.. counts];
    }

    static int HourOfWeek(DateTime time) => ((int)time.DayOfWeek + 6) % 7 * HoursOfDay + time.Hour;
}
