using System.Collections.Immutable;
using Suandian.Scheduling.Statistics;

namespace Suandian.Scheduling.Comparison;

/// <summary>What a schedule is like for those who wait, for those who own the machine and for the grid. The formulas: docs/explanation/scheduling.md.</summary>
public sealed record ComparisonMetrics
{
    const double SecondsPerHour = 3600, GramPerKilogram = 1000, KilowattPerMegawatt = 1000;

    /// <summary>Wait of each job, h: end − arrival − run time, so that a suspended job waits too.</summary>
    public required Spread WaitH { get; init; }

    /// <summary>Mean bounded slowdown.</summary>
    public required double MeanBoundedSlowdown { get; init; }

    /// <summary>From the first arrival to the last end, s.</summary>
    public required double MakespanS { get; init; }

    /// <summary>Processor seconds used, as a share of processors × makespan; NaN without a limit.</summary>
    public required double UtilisationPu { get; init; }

    /// <summary>Most processors held at one time.</summary>
    public required long PeakCpus { get; init; }

    /// <summary>True where never more processors are held than there are, or than the power limit of the hour lets run; queues know no power limit, some policies that shift no capacity.</summary>
    public required bool IsWithinMachine { get; init; }

    /// <summary>Jobs that end after their deadline.</summary>
    public required int Late { get; init; }

    /// <summary>Jain's index of the mean bounded slowdowns of users, else of sections, else of partitions, else of jobs; 1 where all fare alike.</summary>
    public required double FairnessPu { get; init; }

    /// <summary>Energy at the meter, PUE included, kWh.</summary>
    public required double EnergyKwh { get; init; }

    /// <summary>Carbon by the intensity at the place, kg; NaN where nobody tells it.</summary>
    public required double CarbonKg { get; init; }

    /// <summary>Cost of energy, yuan; NaN where nobody tells prices.</summary>
    public required double CostYuan { get; init; }

    /// <summary>Share of the energy that green power of the same hour covers; NaN where nobody tells it.</summary>
    public required double GreenSharePu { get; init; }

    /// <summary>The same by section and by partition.</summary>
    public required ImmutableArray<GroupMetrics> Groups { get; init; }

    /// <summary>Jobs that never run; waits and slowdowns leave them out, energy, carbon and cost are of less work.</summary>
    public required int NotRun { get; init; }

    /// <summary>Processor hours of these jobs.</summary>
    public required double NotRunCpuH { get; init; }

    /// <summary>True where the schedule can be set beside others: within the machine, and all jobs run.</summary>
    public bool IsComparable => IsWithinMachine && NotRun == 0;

    /// <summary>Measures a schedule.</summary>
    public static ComparisonMetrics Of(ComparisonSetting setting, ComparedSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(schedule);
        var trace = setting.Trace;
        var end = Ends(trace, schedule);
        double[] wait = [.. Enumerable.Range(0, trace.Count).Select(j => end[j] is { } e ? Math.Max(0.0, e - trace.SubmitS[j] - trace.RunS[j]) : double.NaN)];
        double[] slowdown = [.. wait.Select((w, j) => Math.Max(1, (w + trace.RunS[j]) / Math.Max(trace.RunS[j], ScheduleMetrics.SlowdownThresholdS)))];
        bool[] isLate = [.. end.Select((e, j) => trace.DeadlineS?[j] is >= 0 and var deadline && !(e <= deadline))];
        var makespan = end.Max() is { } last ? last - trace.SubmitS[0] : 0;
        var used = schedule.Segments.Sum(s => (double)trace.Processors[s.Job] * (s.EndS - s.StartS));
        GroupMetrics[] Groups(string kind, JobLabels? labels) => GroupMetrics.Of(kind, labels, trace, (wait, slowdown, isLate));
        var fair = Groups("user", trace.User) is { Length: > 0 } users ? users : Groups("section", trace.Section) is { Length: > 0 } sections ? sections : Groups("partition", trace.Partition);
        var (energy, carbon, cost, green) = Power(setting, schedule);
        var peak = HeldProcessors.Most(schedule.Held(trace), 0, (long)SecondsPerHour, HoursOf(schedule));
        return new ComparisonMetrics
        {
            WaitH = Spread.Of(wait.Where(double.IsFinite).Select(w => w / SecondsPerHour)),
            MeanBoundedSlowdown = GroupMetrics.Mean(slowdown),
            MakespanS = makespan,
            UtilisationPu = setting.Processors > 0 && makespan > 0 ? used / ((double)setting.Processors * makespan) : double.NaN,
            PeakCpus = peak.Max(),
            IsWithinMachine = (setting.Processors == 0 || peak.Max() <= setting.Processors)
                && (setting.Series?.LimitCpus(null, setting.KilowattPerCpu) is not { } limit || !peak.Zip(limit).Any(hour => hour.First > hour.Second)),
            Late = isLate.Count(late => late),
            NotRun = end.Count(e => e is null),
            NotRunCpuH = Enumerable.Range(0, trace.Count).Where(j => end[j] is null).Sum(trace.CpuH),
            FairnessPu = Fairness.Jain([.. (fair is [] ? slowdown : fair.Select(g => g.MeanBoundedSlowdown)).Where(double.IsFinite)]),
            EnergyKwh = energy, CarbonKg = carbon, CostYuan = cost, GreenSharePu = green,
            Groups = [.. Groups("section", trace.Section), .. Groups("partition", trace.Partition)],
        };
    }

    /// <summary>End of each job, s; null where it does not run.</summary>
    static long?[] Ends(JobTrace trace, ComparedSchedule schedule)
    {
        var end = new long?[trace.Count];
        foreach (var segment in schedule.Segments)
        {
            end[segment.Job] = Math.Max(end[segment.Job] ?? segment.EndS, segment.EndS);
        }

        return end;
    }

    /// <summary>Hours of the schedule from second 0 on, ≥ 1.</summary>
    static int HoursOf(ComparedSchedule schedule) => Math.Max(1, (int)Math.Ceiling(schedule.Segments.Select(s => s.EndS).DefaultIfEmpty().Max() / SecondsPerHour));

    /// <summary>Energy, carbon, cost and green share by hour of the series; hours after its end count as its last one.</summary>
    static (double EnergyKwh, double CarbonKg, double CostYuan, double GreenPu) Power(ComparisonSetting setting, ComparedSchedule schedule)
    {
        var trace = setting.Trace;
        var load = HeldProcessors.Mean(schedule.Held(trace), 0, SecondsPerHour, HoursOf(schedule));
        double[] power = [.. load.Select((cpus, h) => cpus * setting.KilowattPerCpu * (setting.Series?.PueAt(h) ?? 1))]; // kW at the meter, in one hour kWh
        double Sum(double[]? of) => of is null ? double.NaN : power.Select((kw, h) => kw * of[Math.Min(h, of.Length - 1)]).Sum();
        var energy = power.Sum();
        var green = setting.Series?.GreenMw is { } mw && energy > 0 ? power.Select((kw, h) => Math.Min(kw, h < mw.Length ? mw[h] * KilowattPerMegawatt : 0)).Sum() / energy : double.NaN;
        return (energy, Sum(setting.Series?.CarbonGPerKwh) / GramPerKilogram, Sum(setting.Series?.PriceYuanPerKwh), green);
    }
}

/// <summary>How one section or partition fares.</summary>
/// <param name="Kind">section, partition or user.</param>
/// <param name="Name">Its word in the trace; empty for jobs that name none.</param>
/// <param name="Jobs">Number of jobs.</param>
/// <param name="CpuH">Processor hours.</param>
/// <param name="MeanWaitH">Mean wait, h.</param>
/// <param name="MeanBoundedSlowdown">Mean bounded slowdown.</param>
/// <param name="Late">Jobs that end after their deadline.</param>
public sealed record GroupMetrics(string Kind, string Name, int Jobs, double CpuH, double MeanWaitH, double MeanBoundedSlowdown, int Late)
{
    const double SecondsPerHour = 3600;

    /// <summary>Mean of what is told; NaN where nothing is.</summary>
    internal static double Mean(IEnumerable<double> values) => values.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();

    internal static GroupMetrics[] Of(string kind, JobLabels? labels, JobTrace trace, (double[] WaitS, double[] Slowdown, bool[] IsLate) jobs) => labels is null ? [] :
    [
        .. Enumerable.Range(0, trace.Count).GroupBy(j => labels[j] ?? "").OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new GroupMetrics(
            kind, g.Key, g.Count(), g.Sum(trace.CpuH), Mean(g.Select(j => jobs.WaitS[j])) / SecondsPerHour, Mean(g.Select(j => jobs.Slowdown[j])), g.Count(j => jobs.IsLate[j]))),
    ];
}
