using System.Collections.Immutable;
using Suandian.Scheduling.Shifting.Clusters;

namespace Suandian.Scheduling.Shifting;

/// <summary>What a schedule costs, emits and makes wait. The formulas: docs/explanation/shifting.md.</summary>
public sealed record ShiftMetrics
{
    const double GramPerKilogram = 1000;
    const double SlotsPerHour = ShiftTrace.SlotsPerHour;

    /// <summary>Energy, kWh, that of resumptions and PUE included.</summary>
    public required double EnergyKwh { get; init; }

    /// <summary>Carbon by the intensity at the place, kg, that of moving data included; NaN where a series does not tell it.</summary>
    public required double CarbonKg { get; init; }

    /// <summary>Carbon by the intensity of the power bought, kg, that of moving data included; NaN where a series does not tell it.</summary>
    public required double MarketCarbonKg { get; init; }

    /// <summary>Cost of energy and of moving data, yuan; NaN where a series does not tell prices.</summary>
    public required double CostYuan { get; init; }

    /// <summary>Cost of moving data, yuan.</summary>
    public required double DataCostYuan { get; init; }

    /// <summary>Share of the energy of running jobs that green power of the same hour and cluster covers; NaN where no series tells it.</summary>
    public required double GreenSharePu { get; init; }

    /// <summary>Mean over the jobs that end of end − arrival − length, h; NaN where none ends.</summary>
    public required double MeanWaitH { get; init; }

    /// <summary>The longest wait, h; NaN where no job ends.</summary>
    public required double LongestWaitH { get; init; }

    /// <summary>Most processors that run at one time, at all clusters together.</summary>
    public required int PeakCpus { get; init; }

    /// <summary>How often a suspended job was resumed.</summary>
    public required int Resumptions { get; init; }

    /// <summary>Jobs that run elsewhere than at their home.</summary>
    public required int Away { get; init; }

    /// <summary>Jobs that end after their deadline, or not at all.</summary>
    public required int Late { get; init; }

    /// <summary>Jobs that never run, or not to their end: no place has room for them before its hours end. Energy, cost and carbon are then of less work.</summary>
    public required int NotRun { get; init; }

    /// <summary>Processor hours of these jobs.</summary>
    public required double NotRunCpuH { get; init; }

    /// <summary>Hours in which at a cluster more processors run than may, counted for each cluster.</summary>
    public required int HoursOverLimit { get; init; }

    /// <summary>What each cluster does.</summary>
    public required ImmutableArray<ClusterUse> Clusters { get; init; }

    /// <summary>What the jobs of each section wait, in the order of their names; empty where no job tells its section.</summary>
    public required ImmutableArray<SectionWaits> Sections { get; init; }

    /// <summary>The part that a goal minimises, g or yuan.</summary>
    public double Of(ShiftGoal goal) => goal switch
    {
        ShiftGoal.Carbon => CarbonKg * GramPerKilogram,
        ShiftGoal.MarketCarbon => MarketCarbonKg * GramPerKilogram,
        _ => CostYuan,
    };

    /// <summary>Measures a schedule at one cluster.</summary>
    public static ShiftMetrics Of(ShiftTrace trace, ShiftSeries series, ShiftOptions options, ShiftSchedule schedule) =>
        Of(trace, [ShiftCluster.Only(series, options)], options, schedule);

    /// <summary>Measures a schedule.</summary>
    public static ShiftMetrics Of(ShiftTrace trace, ImmutableArray<ShiftCluster> clusters, ShiftOptions options, ShiftSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(schedule);
        var (choice, waits) = (new ClusterChoice(trace, clusters, options), Waits(trace, schedule));
        var segments = schedule.Segments.ToLookup(s => schedule.ClusterOf(s.Job));
        ImmutableArray<ClusterUse> uses = [.. clusters.Select((cluster, p) => ClusterUse.Of((trace, options, schedule), (cluster, p), [.. segments[p]]))];
        var isLate = waits.Select((wait, j) => wait is not { } slots || slots > trace.Job(j, options).Wait).ToArray();
        int[] lost = [.. Enumerable.Range(0, trace.Count).Where(j => waits[j] is null)];
        double[] Ended(IEnumerable<int> jobs) => [.. jobs.Select(j => waits[j]).OfType<int>().Select(slots => slots / SlotsPerHour).DefaultIfEmpty(double.NaN)];
        var ended = Ended(Enumerable.Range(0, trace.Count));
        var green = uses.Sum(u => u.GreenKwh);
        return new ShiftMetrics
        {
            EnergyKwh = uses.Sum(u => u.EnergyKwh),
            CarbonKg = uses.Sum(u => u.CarbonKg),
            MarketCarbonKg = uses.Sum(u => u.MarketCarbonKg),
            CostYuan = uses.Sum(u => u.CostYuan),
            DataCostYuan = uses.Sum(u => u.DataCostYuan),
            GreenSharePu = clusters.Any(c => c.Series.GreenMw is not null) && uses.Sum(u => u.RunningKwh) is > 0 and var running ? green / running : double.NaN,
            MeanWaitH = ended.Average(),
            LongestWaitH = ended.Max(),
            Late = isLate.Count(late => late),
            NotRun = lost.Length,
            NotRunCpuH = lost.Sum(j => (double)trace.Length[j] * trace.Cpus[j]) / SlotsPerHour,
            PeakCpus = ClusterUse.Load(trace, schedule.Segments, clusters.Max(c => c.Series.Hours)).Peak.DefaultIfEmpty().Max(),
            Resumptions = uses.Sum(u => u.Resumptions),
            Away = Enumerable.Range(0, trace.Count).Count(j => schedule.ClusterOf(j) >= 0 && schedule.ClusterOf(j) != choice.Home(j)),
            HoursOverLimit = uses.Sum(u => u.HoursOverLimit),
            Clusters = uses,
            Sections = trace.Demands.All(d => d.Section.Length == 0) ? [] : [.. Enumerable.Range(0, trace.Count).GroupBy(j => trace.Demand(j).Section).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new SectionWaits(g.Key, g.Count(), g.Sum(j => (double)trace.Length[j] * trace.Cpus[j]) / SlotsPerHour, Ended(g).Average(), Ended(g).Max(), g.Count(j => isLate[j])))],
        };
    }

    /// <summary>Slots of waiting of each job; null where it does not end.</summary>
    static int?[] Waits(ShiftTrace trace, ShiftSchedule schedule)
    {
        var (end, run) = (new int[trace.Count], new int[trace.Count]);
        foreach (var segment in schedule.Segments)
        {
            (end[segment.Job], run[segment.Job]) = (segment.End, run[segment.Job] + segment.End - segment.Start);
        }

        return [.. Enumerable.Range(0, trace.Count).Select(j => run[j] < trace.Length[j] ? (int?)null : Math.Max(0, end[j] - trace.Arrival[j] - trace.Length[j]))];
    }
}

/// <summary>What the jobs of a section wait.</summary>
/// <param name="Section">Its name; empty for jobs that tell none.</param>
/// <param name="Jobs">Number of jobs.</param>
/// <param name="CpuHours">Their processor hours.</param>
/// <param name="MeanWaitH">Mean wait, h.</param>
/// <param name="LongestWaitH">Longest wait, h.</param>
/// <param name="Late">Jobs that end after their deadline, or not at all.</param>
public sealed record SectionWaits(string Section, int Jobs, double CpuHours, double MeanWaitH, double LongestWaitH, int Late);
