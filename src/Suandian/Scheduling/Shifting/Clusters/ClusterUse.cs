namespace Suandian.Scheduling.Shifting.Clusters;

/// <summary>What a schedule does at one cluster.</summary>
public sealed record ClusterUse
{
    const double GramPerKilogram = 1000, KilowattPerMegawatt = 1000, SecondsPerHour = 3600;
    const double SlotsPerHour = ShiftTrace.SlotsPerHour;

    /// <summary>Name of the cluster.</summary>
    public required string Name { get; init; }

    /// <summary>Jobs that run there.</summary>
    public required int Jobs { get; init; }

    /// <summary>Energy, kWh, that of resumptions and PUE included.</summary>
    public required double EnergyKwh { get; init; }

    /// <summary>Energy of running jobs, PUE included, kWh.</summary>
    public required double RunningKwh { get; init; }

    /// <summary>Energy of running jobs that green power of the same hour covers, kWh; 0 where the series does not tell it.</summary>
    public required double GreenKwh { get; init; }

    /// <summary>Carbon by the intensity at the place, kg, that of moving data included; NaN where the series does not tell it.</summary>
    public required double CarbonKg { get; init; }

    /// <summary>Carbon by the intensity of the power bought, kg, that of moving data included; NaN where the series does not tell it.</summary>
    public required double MarketCarbonKg { get; init; }

    /// <summary>Cost of energy and of moving data, yuan; NaN where the series does not tell prices.</summary>
    public required double CostYuan { get; init; }

    /// <summary>Cost of moving data, yuan.</summary>
    public required double DataCostYuan { get; init; }

    /// <summary>Data moved there, GB.</summary>
    public required double DataGb { get; init; }

    /// <summary>How often a suspended job was resumed.</summary>
    public required int Resumptions { get; init; }

    /// <summary>Hours in which more processors run than may.</summary>
    public required int HoursOverLimit { get; init; }

    /// <summary>Mean processors that run in each hour. Shape [hours].</summary>
    public required double[] LoadCpus { get; init; }

    /// <summary>Most processors that run in each hour. Shape [hours].</summary>
    public required int[] PeakCpus { get; init; }

    internal static ClusterUse Of((ShiftTrace Trace, ShiftOptions Options, ShiftSchedule Schedule) of, (ShiftCluster Cluster, int Place) at, ShiftSegment[] segments)
    {
        var (trace, options, series) = (of.Trace, of.Options, at.Cluster.Series);
        var (load, peak) = Load(trace, segments, series.Hours);
        int[] jobs = [.. Enumerable.Range(0, trace.Count).Where(j => of.Schedule.ClusterOf(j) == at.Place)];
        var (resumptions, overhead) = Resumed(trace, options, segments, series.Hours);
        var data = jobs.Sum(j => trace.Demand(j).DataGb);
        double Total(ShiftGoal goal) => series.Signal(goal) is not { } signal ? double.NaN
            : segments.Sum(s => signal.Between(s.Start, s.End) * trace.Cpus[s.Job] * options.KilowattPerCpu) + overhead.Select((kwh, h) => kwh * signal[h]).Sum() + at.Cluster.Move(data, goal);
        var energy = load.Select((cpus, h) => cpus * options.KilowattPerCpu * series.PueAt(h)).ToArray();
        return new ClusterUse
        {
            Name = at.Cluster.Name,
            Jobs = jobs.Length,
            RunningKwh = energy.Sum(),
            EnergyKwh = energy.Sum() + overhead.Select((kwh, h) => kwh * series.PueAt(h)).Sum(),
            GreenKwh = series.GreenMw is { } green ? energy.Select((kwh, h) => Math.Min(kwh, green[h] * KilowattPerMegawatt)).Sum() : 0,
            CarbonKg = Total(ShiftGoal.Carbon) / GramPerKilogram,
            MarketCarbonKg = Total(ShiftGoal.MarketCarbon) / GramPerKilogram,
            CostYuan = Total(ShiftGoal.Cost),
            DataCostYuan = at.Cluster.Move(data, ShiftGoal.Cost),
            DataGb = data,
            Resumptions = resumptions,
            HoursOverLimit = series.LimitCpus(at.Cluster.CapacityCpus, options.KilowattPerCpu) is { } limit ? limit.Where((cpus, h) => peak[h] > cpus).Count() : 0,
            LoadCpus = load,
            PeakCpus = peak,
        };
    }

    /// <summary>How often jobs are resumed, and the energy of the processors that it costs by hour, kWh.</summary>
    static (int Count, double[] Kwh) Resumed(ShiftTrace trace, ShiftOptions options, ShiftSegment[] segments, int hours)
    {
        var (count, kwh) = (0, new double[hours]);
        for (var i = 1; i < segments.Length; i++)
        {
            var segment = segments[i];
            if (segments[i - 1].Job == segment.Job)
            {
                count++;
                kwh[Math.Min(hours - 1, segment.Start / ShiftTrace.SlotsPerHour)] += options.CheckpointS / SecondsPerHour * trace.Cpus[segment.Job] * options.KilowattPerCpu;
            }
        }

        return (count, kwh);
    }

    /// <summary>Mean and most processors by hour.</summary>
    internal static (double[] Mean, int[] Peak) Load(ShiftTrace trace, IReadOnlyList<ShiftSegment> segments, int hours)
    {
        var (mean, peak) = (new double[hours], new int[hours]);
        var changes = segments.SelectMany(s => new[] { (At: s.Start, By: trace.Cpus[s.Job]), (At: s.End, By: -trace.Cpus[s.Job]) })
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

        return (mean, peak);
    }
}
