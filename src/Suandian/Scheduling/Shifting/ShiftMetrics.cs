namespace Suandian.Scheduling.Shifting;

/// <summary>What a schedule costs, emits and makes wait. The formulas: docs/explanation/shifting.md.</summary>
public sealed record ShiftMetrics
{
    const double GramPerKilogram = 1000, KilowattPerMegawatt = 1000, SecondsPerHour = 3600;
    const double SlotsPerHour = ShiftTrace.SlotsPerHour;

    /// <summary>Energy, kWh, that of resumptions included.</summary>
    public required double EnergyKwh { get; init; }

    /// <summary>Carbon by the intensity at the place, kg; NaN where the series does not tell it.</summary>
    public required double CarbonKg { get; init; }

    /// <summary>Carbon by the intensity of the power bought, kg; NaN where the series does not tell it.</summary>
    public required double MarketCarbonKg { get; init; }

    /// <summary>Cost of energy, yuan; NaN where the series does not tell prices.</summary>
    public required double CostYuan { get; init; }

    /// <summary>Share of the energy of running jobs that green power of the same hour covers; NaN where the series does not tell it.</summary>
    public required double GreenSharePu { get; init; }

    /// <summary>Mean over jobs of end − arrival − length, h.</summary>
    public required double MeanWaitH { get; init; }

    /// <summary>The longest wait, h.</summary>
    public required double LongestWaitH { get; init; }

    /// <summary>Most processors that run at one time.</summary>
    public required int PeakCpus { get; init; }

    /// <summary>How often a suspended job was resumed.</summary>
    public required int Resumptions { get; init; }

    /// <summary>Jobs that end after their deadline, or not at all.</summary>
    public required int Late { get; init; }

    /// <summary>Hours in which more processors run than may.</summary>
    public required int HoursOverLimit { get; init; }

    /// <summary>Mean processors that run in each hour. Shape [hours].</summary>
    public required double[] LoadCpus { get; init; }

    /// <summary>The part that a goal minimises, g or yuan.</summary>
    public double Of(ShiftGoal goal) => goal switch
    {
        ShiftGoal.Carbon => CarbonKg * GramPerKilogram,
        ShiftGoal.MarketCarbon => MarketCarbonKg * GramPerKilogram,
        _ => CostYuan,
    };

    /// <summary>Measures a schedule.</summary>
    public static ShiftMetrics Of(ShiftTrace trace, ShiftSeries series, ShiftOptions options, ShiftSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(schedule);
        var (resumptions, overhead) = (0, new double[series.Hours]); // kWh
        for (var i = 1; i < schedule.Segments.Length; i++)
        {
            var (before, segment) = (schedule.Segments[i - 1], schedule.Segments[i]);
            if (before.Job == segment.Job)
            {
                resumptions++;
                overhead[Math.Min(series.Hours - 1, segment.Start / ShiftTrace.SlotsPerHour)] += options.CheckpointS / SecondsPerHour * trace.Cpus[segment.Job] * options.KilowattPerCpu;
            }
        }

        double Total(ShiftGoal goal) => series.Signal(goal) is not { } signal ? double.NaN
            : schedule.Segments.Sum(s => signal.Between(s.Start, s.End) * trace.Cpus[s.Job] * options.KilowattPerCpu) + Enumerable.Range(0, series.Hours).Sum(h => overhead[h] * signal[h]);
        var waits = Waits(trace, options, schedule);
        var (load, peak) = Load(trace, series.Hours, schedule);
        return new ShiftMetrics
        {
            EnergyKwh = load.Sum() * options.KilowattPerCpu + overhead.Sum(),
            CarbonKg = Total(ShiftGoal.Carbon) / GramPerKilogram,
            MarketCarbonKg = Total(ShiftGoal.MarketCarbon) / GramPerKilogram,
            CostYuan = Total(ShiftGoal.Cost),
            GreenSharePu = series.GreenMw is { } green && load.Sum() > 0
                ? load.Select((cpus, h) => Math.Min(cpus, green[h] * KilowattPerMegawatt / options.KilowattPerCpu)).Sum() / load.Sum() : double.NaN,
            MeanWaitH = waits.Sum / Math.Max(1, trace.Count) / SlotsPerHour,
            LongestWaitH = waits.Longest / SlotsPerHour,
            Late = waits.Late,
            PeakCpus = peak.Most,
            Resumptions = resumptions,
            HoursOverLimit = series.LimitCpus(options) is { } limit ? limit.Where((cpus, h) => peak.Of[h] > cpus).Count() : 0,
            LoadCpus = load,
        };
    }

    static (double Sum, double Longest, int Late) Waits(ShiftTrace trace, ShiftOptions options, ShiftSchedule schedule)
    {
        var (end, run) = (new int[trace.Count], new int[trace.Count]);
        foreach (var segment in schedule.Segments)
        {
            (end[segment.Job], run[segment.Job]) = (segment.End, run[segment.Job] + segment.End - segment.Start);
        }

        var (sum, longest, late) = (0.0, 0, 0);
        for (var j = 0; j < trace.Count; j++)
        {
            var wait = Math.Max(0, end[j] - trace.Arrival[j] - trace.Length[j]);
            (sum, longest) = (sum + wait, Math.Max(longest, wait));
            late += run[j] < trace.Length[j] || wait > trace.Job(j, options).Wait ? 1 : 0;
        }

        return (sum, longest, late);
    }

    /// <summary>Mean and most processors by hour, and the most of all.</summary>
    static (double[] Mean, (int[] Of, int Most) Peak) Load(ShiftTrace trace, int hours, ShiftSchedule schedule)
    {
        var (mean, peak) = (new double[hours], new int[hours]);
        var changes = schedule.Segments.SelectMany(s => new[] { (At: s.Start, By: trace.Cpus[s.Job]), (At: s.End, By: -trace.Cpus[s.Job]) })
            .Concat(Enumerable.Range(0, hours + 1).Select(h => (At: h * ShiftTrace.SlotsPerHour, By: 0))).OrderBy(c => c.At).ToArray();
        var held = 0;
        for (var i = 0; i < changes.Length; i++)
        {
            held += changes[i].By;
            var (from, to) = (changes[i].At, i + 1 < changes.Length ? changes[i + 1].At : changes[i].At);
            if (to > from && from < hours * ShiftTrace.SlotsPerHour)
            {
                var hour = from / ShiftTrace.SlotsPerHour;
                mean[hour] += held * ((to - from) / SlotsPerHour);
                peak[hour] = Math.Max(peak[hour], held);
            }
        }

        return (mean, (peak, peak.DefaultIfEmpty().Max()));
    }
}
