namespace Suandian.Scheduling.Machines;

/// <summary>Measures of a group of jobs: all, those of a section, or those sent to a partition.</summary>
/// <remarks>Energy, cost and carbon are those of the site for the power the jobs add (dynamic, times PUE); the idle machine is told apart.</remarks>
public sealed record GroupMetrics
{
    /// <summary>Name of the group; empty for all.</summary>
    public required string Name { get; init; }

    /// <summary>Jobs, and those that were stopped and did not wait again.</summary>
    public required (int All, int Lost) Jobs { get; init; }

    /// <summary>Mean of turnaround less work over the jobs done, s: start less arrival where a job was not stopped and writes no checkpoints; NaN where no job is done, as in the measures below.</summary>
    public required double MeanWaitS { get; init; }

    /// <summary>The median, s.</summary>
    public required double MedianWaitS { get; init; }

    /// <summary>The longest, s.</summary>
    public required double LongestWaitS { get; init; }

    /// <summary>Mean of max(1, turnaround / max(work, 10 s)).</summary>
    public required double MeanBoundedSlowdown { get; init; }

    /// <summary>Processor hours held.</summary>
    public required double CpuH { get; init; }

    /// <summary>Accelerator hours held.</summary>
    public required double AcceleratorH { get; init; }

    /// <summary>Processor hours of work lost because others displaced it, the power limit fell, a node went down.</summary>
    public required (double Preempted, double PowerCut, double Outage) LostCpuH { get; init; }

    /// <summary>How deadlines were kept: that of the job where it has one, else that of its section.</summary>
    public required DeadlineMetrics Deadlines { get; init; }

    /// <summary>Jobs that missed their deadline; null where none has one.</summary>
    public int? DeadlineMisses => Deadlines.Jobs == 0 ? null : Deadlines.Missed;

    /// <summary>Dynamic energy of the site, kWh.</summary>
    public required double EnergyKwh { get; init; }

    /// <summary>Its cost, yuan; NaN where there is no price, as below.</summary>
    public required double CostYuan { get; init; }

    /// <summary>Its carbon by the grid at the place, kg.</summary>
    public required double CarbonKg { get; init; }

    /// <summary>Its carbon by the power bought, kg.</summary>
    public required double MarketCarbonKg { get; init; }

    internal static GroupMetrics Of(string name, MachineJobs jobs, int[] members, JobOutcome[] outcomes, MachineLedger ledger)
    {
        var trace = jobs.Trace;
        int[] done = [.. members.Where(j => outcomes[j].IsDone)];
        double[] waits = [.. done.Select(j => (double)(outcomes[j].TurnaroundS - trace.RunS[j])).Order()];
        double Lost(RunEnd why) => members.Where(j => outcomes[j].LostS is { Length: > 0 }).Sum(j => (double)trace.Processors[j] * outcomes[j].LostS[(int)why]) / Machine.SecondsPerHour;
        double? Deadline(int job) => trace.DeadlineS?[job] is >= 0 and var own ? own : trace.SubmitS[job] + jobs.Sections[jobs.SectionOf[job]].DeadlineH * Machine.SecondsPerHour;
        return new GroupMetrics
        {
            Name = name,
            Jobs = (members.Length, members.Length - done.Length),
            MeanWaitS = waits.Length == 0 ? double.NaN : waits.Average(),
            MedianWaitS = waits.Length == 0 ? double.NaN : 0.5 * (waits[(waits.Length - 1) / 2] + waits[waits.Length / 2]),
            LongestWaitS = waits.Length == 0 ? double.NaN : waits[^1],
            MeanBoundedSlowdown = done.Length == 0 ? double.NaN : done.Average(j => Math.Max(1, outcomes[j].TurnaroundS / Math.Max(trace.RunS[j], ScheduleMetrics.SlowdownThresholdS))),
            CpuH = members.Sum(j => (double)trace.Processors[j] * outcomes[j].HeldS) / Machine.SecondsPerHour,
            AcceleratorH = members.Sum(j => (trace.AcceleratorMilli?[j] ?? 0) / 1000.0 * outcomes[j].HeldS) / Machine.SecondsPerHour,
            LostCpuH = (Lost(RunEnd.Preempted), Lost(RunEnd.PowerCut), Lost(RunEnd.Outage)),
            Deadlines = DeadlineMetrics.Of(name.Length == 0 ? null : name, members.Where(j => Deadline(j) is not null).Select(j => (Deadline(j)!.Value, outcomes[j].IsDone ? (double?)trace.SubmitS[j] + outcomes[j].TurnaroundS : null))),
            EnergyKwh = ledger.Sum(members, _ => 1),
            CostYuan = ledger.Sum(members, h => h.PriceYuanPerKwh),
            CarbonKg = ledger.Sum(members, h => h.CarbonGPerKwh / 1000),
            MarketCarbonKg = ledger.Sum(members, h => h.MarketCarbonGPerKwh / 1000),
        };
    }
}
