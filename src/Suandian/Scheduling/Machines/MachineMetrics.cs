using System.Collections.Immutable;
using Suandian.Scheduling.Statistics;

namespace Suandian.Scheduling.Machines;

/// <summary>What a schedule of a machine is like: as a whole, by section, by partition and by hour.</summary>
/// <remarks>The formulas: docs/explanation/scheduling.md.</remarks>
public sealed record MachineMetrics
{
    /// <summary>All jobs.</summary>
    public required GroupMetrics All { get; init; }

    /// <summary>Wait of each job done, h: turnaround less work.</summary>
    public required Spread WaitH { get; init; }

    /// <summary>By section, in the order of the table.</summary>
    public required ImmutableArray<GroupMetrics> Sections { get; init; }

    /// <summary>By partition that the jobs name, in the order of the table.</summary>
    public required ImmutableArray<GroupMetrics> Partitions { get; init; }

    /// <summary>Hours of the table's clock from the first arrival to the last end.</summary>
    public required ImmutableArray<HourMetrics> Hours { get; init; }

    /// <summary>From the first arrival to the last end, s.</summary>
    public required double MakespanS { get; init; }

    /// <summary>Processor seconds held, as a share of processors × makespan.</summary>
    public required double CpuUtilisationPu { get; init; }

    /// <summary>Accelerator seconds held, as a share of accelerators × makespan; NaN where there are none.</summary>
    public required double AcceleratorUtilisationPu { get; init; }

    /// <summary>Share of the energy of the site that green power of the same hour covers; NaN where it is not told.</summary>
    public required double GreenSharePu { get; init; }

    /// <summary>Jain's index over sections; NaN below two.</summary>
    public required double SectionFairness { get; init; }

    /// <summary>Jain's index over users; NaN below two.</summary>
    public required double UserFairness { get; init; }

    /// <summary>How deadlines were kept: all jobs first, then by section.</summary>
    public ImmutableArray<DeadlineMetrics> Deadlines => [All.Deadlines, .. Sections.Select(s => s.Deadlines)];

    /// <summary>Energy of the site, kWh: idle and dynamic, times PUE.</summary>
    public double EnergyKwh => Hours.Sum(h => h.EnergyKwh);

    /// <summary>Idle part of <see cref="EnergyKwh"/>, kWh.</summary>
    public double IdleKwh => Hours.Sum(h => h.IdleKwh);

    /// <summary>Energy above the power limit, kWh.</summary>
    public double ExcessKwh => Hours.Sum(h => h.ExcessKwh);

    /// <summary>Cost of the energy, yuan; NaN where there is no price, as below.</summary>
    public double CostYuan => Priced(h => h.PriceYuanPerKwh);

    /// <summary>Carbon by the grid at the place, kg.</summary>
    public double CarbonKg => Priced(h => h.CarbonGPerKwh) / 1000;

    /// <summary>Carbon by the power bought, kg.</summary>
    public double MarketCarbonKg => Priced(h => h.MarketCarbonGPerKwh) / 1000;

    /// <summary>Runs that were stopped before their job was done.</summary>
    public required int Stops { get; init; }

    /// <summary>Measures a schedule.</summary>
    /// <param name="jobs">Jobs beside their machine.</param>
    /// <param name="schedule">A sound schedule of them.</param>
    public static MachineMetrics Of(MachineJobs jobs, MachineSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        ArgumentNullException.ThrowIfNull(schedule);
        var (ledger, trace) = (new MachineLedger(jobs, schedule), jobs.Trace);
        var outcomes = JobOutcome.Of(jobs, schedule);
        GroupMetrics Group(string name, Func<int, bool> isOf) => GroupMetrics.Of(name, jobs, [.. Enumerable.Range(0, trace.Count).Where(isOf)], outcomes, ledger);
        var (from, to) = (trace.Count == 0 ? 0 : trace.SubmitS[0], schedule.Count == 0 ? 0 : schedule.EndS.Max());
        var (makespan, all) = (Math.Max(0, to - from), Group("", _ => true));
        return new MachineMetrics
        {
            All = all,
            WaitH = Spread.Of(Enumerable.Range(0, trace.Count).Where(j => outcomes[j].IsDone).Select(j => (outcomes[j].TurnaroundS - trace.RunS[j]) / (double)Machine.SecondsPerHour)),
            Sections = jobs.Machine.Sections.IsEmpty ? [] : [.. jobs.Sections.Select((s, i) => Group(s.Name, job => jobs.SectionOf[job] == i))],
            Partitions = [.. jobs.Layout.PartitionNames.Where(p => trace.Partition?.Names.Contains(p) == true).Select(p => Group(p, job => trace.Partition![job] == p))],
            Hours = ledger.Hours(),
            MakespanS = makespan,
            Stops = schedule.End.Count(end => end != RunEnd.Done),
            CpuUtilisationPu = makespan > 0 ? all.CpuH * Machine.SecondsPerHour / ((double)jobs.Machine.Cpus * makespan) : 0,
            AcceleratorUtilisationPu = jobs.Machine.Accelerators == 0 ? double.NaN : makespan > 0 ? all.AcceleratorH * Machine.SecondsPerHour / ((double)jobs.Machine.Accelerators * makespan) : 0,
            GreenSharePu = ledger.GreenSharePu(),
            SectionFairness = Jain(jobs, outcomes, job => jobs.SectionOf[job]),
            UserFairness = trace.User is { } users ? Jain(jobs, outcomes, job => users.Of[job]) : double.NaN,
        };
    }

    double Priced(Func<MachineHour, double?> of) => Hours.IsEmpty ? double.NaN : Hours.Sum(h => h.EnergyKwh * (h.Table is { } table ? of(table) : null) ?? double.NaN);

    /// <summary>Jain's index of the service of each, NaN below two: Σ w r / Σ w T over its jobs done, w dominant share, r work, T time from arrival to end.</summary>
    static double Jain(MachineJobs jobs, JobOutcome[] outcomes, Func<int, int> groupOf)
    {
        double[] service =
        [
            .. Enumerable.Range(0, outcomes.Length).Where(j => outcomes[j].IsDone && outcomes[j].TurnaroundS > 0 && groupOf(j) >= 0).GroupBy(groupOf)
                .Select(g => g.Sum(j => outcomes[j].DominantShare * jobs.Trace.RunS[j]) / g.Sum(j => outcomes[j].DominantShare * outcomes[j].TurnaroundS)),
        ];
        return service.Length < 2 ? double.NaN : Fairness.Jain(service);
    }
}
