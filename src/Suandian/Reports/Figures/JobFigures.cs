using System.Collections.Immutable;
using Suandian.Network;
using Suandian.Scheduling.PlanYear;

namespace Suandian.Reports.Figures;

/// <summary>The plan's work as single jobs: what the plan promises beside what they do.</summary>
public sealed record JobFigures
{
    /// <summary>Hours of the week that is drawn.</summary>
    const int WeekH = 168;

    /// <summary>Workloads that may wait.</summary>
    public required ImmutableArray<JobWorkload> Workloads { get; init; }

    /// <summary>Energy of jobs that run from start to end.</summary>
    public required EnergyDifference Whole { get; init; }

    /// <summary>Energy of jobs that may give way each hour.</summary>
    public required EnergyDifference InPieces { get; init; }

    /// <summary>Lateness on more cards than planned.</summary>
    public required ImmutableArray<HeadroomRun> Headroom { get; init; }

    /// <summary>Work that jobs run in the hours of the plan over that of the plan, pu: what is missing waits at the end, as more arrives than is run.</summary>
    public required double DonePu { get; init; }

    /// <summary>The same where jobs may give way each hour, pu.</summary>
    public required double DoneInPiecesPu { get; init; }

    /// <summary>Cards busy in the plan over all its cards, mean over the year, pu.</summary>
    public required double BusyPu { get; init; }

    /// <summary>First hour of the year of the week in which the two differ most.</summary>
    public required int WeekFirstHour { get; init; }

    /// <summary>Power of work that may wait, in the plan, all clusters, in that week, MW at the meter.</summary>
    public required double[] PlannedMw { get; init; }

    /// <summary>The same of jobs that run from start to end, MW.</summary>
    public required double[] JobsMw { get; init; }

    /// <summary>Power of all local computing in that week, in the plan, MW at the meter.</summary>
    public required double[] ComputingPlannedMw { get; init; }

    /// <summary>The same with jobs in place of the work that may wait, MW.</summary>
    public required double[] ComputingMw { get; init; }

    /// <summary>Wind, sun and other renewable generation at local buses in that week as the plan runs it, MW.</summary>
    public required double[] GreenMw { get; init; }

    /// <summary>Energy of local computing that renewable generation of the same hour covers, as a share, in the plan, pu: Σ min(computing, green) / Σ computing.</summary>
    public required double GreenPlannedPu { get; init; }

    /// <summary>The same with jobs, pu.</summary>
    public required double GreenPu { get; init; }

    /// <summary>Card-hours of work that starts later than its deadline, as a share of all that may wait, pu.</summary>
    public double LatePu => Share(w => w.LatePu);

    /// <summary>The same where jobs may give way each hour, pu.</summary>
    public double LateInPiecesPu => Share(w => w.LateInPiecesPu);

    /// <summary>The figures; null where nothing was simulated.</summary>
    internal static JobFigures? From(StudyView view)
    {
        if (view.Study.JobYear is not { } year)
        {
            return null;
        }

        var (network, plan, work) = (view.Study.Network, view.Study.Plan, view.Study.Network.Workloads);
        var (planned, jobs) = (Power(network, year.PlannedCards, _ => true), Power(network, year.Whole.Cards, _ => true));
        var computing = Computing(view, year);
        var first = Week(network, planned, jobs);
        var hours = Math.Min(WeekH, planned.Length - first);
        return new JobFigures
        {
            Workloads =
            [
                .. year.Workloads.Select((w, i) => new JobWorkload(work.Name[w], view.Names.TitleOf("workloads", work.Name[w]), work.Class[w], work.DeadlineH[w])
                {
                    Jobs = year.Jobs[i], WorkGpuH = year.Whole.Workloads[i].CardH, PlannedWaitH = year.PlannedWaitH[i], MeanWaitH = year.Whole.Workloads[i].MeanWaitH,
                    WithinH = year.Whole.Workloads[i].WithinH, LatePu = year.Whole.Workloads[i].LatePu, LateInPiecesPu = year.InPieces.Workloads[i].LatePu,
                }),
            ],
            Whole = year.Difference(network, plan, year.Whole),
            InPieces = year.Difference(network, plan, year.InPieces),
            DonePu = Done(network, year, year.Whole),
            DoneInPiecesPu = Done(network, year, year.InPieces),
            Headroom = year.Headroom,
            BusyPu = Busy(network, plan),
            WeekFirstHour = network.Snapshots.HourOfYear[first],
            PlannedMw = planned[first..(first + hours)],
            JobsMw = jobs[first..(first + hours)],
            ComputingPlannedMw = view.Plan.Power.Local[first..(first + hours)],
            ComputingMw = computing[first..(first + hours)],
            GreenMw = view.Plan.GreenGeneration[first..(first + hours)],
            GreenPlannedPu = Covered(view.Plan, view.Plan.Power.Local),
            GreenPu = Covered(view.Plan, computing),
        };
    }

    double Share(Func<JobWorkload, double> late) => Workloads.Sum(w => w.WorkGpuH) is > 0 and var all ? Workloads.Sum(w => late(w) * w.WorkGpuH) / all : 0;

    /// <summary>1 where the plan has no such work.</summary>
    static double Done(HourlyNetwork network, JobYearSolution year, JobYearRun run) => Work(network, year.PlannedCards) is > 0 and var planned ? Work(network, run.Cards) / planned : 1;

    static double Work(HourlyNetwork network, double[] cards) => cards.Select((c, i) => c * network.Snapshots.WeightH[i % network.Snapshots.Count]).Sum();

    static double Busy(HourlyNetwork network, Planning.PlanningSolution plan)
    {
        var (count, clusters, work) = (network.Snapshots.Count, network.Clusters, network.Workloads);
        var run = Enumerable.Range(0, work.Pairs.Length * count).Sum(i => plan.RunGpuH[i] * network.Snapshots.WeightH[i % count]);
        var cards = Enumerable.Range(0, clusters.Count).Sum(c => plan.ClusterItMw[c] * clusters.GpuHoursPerMwh[c]);
        return cards > 0 ? run / cards / network.Snapshots.WeightH.Sum() : 0;
    }

    /// <summary>Power at the meter that cards of some clusters take, MW. Shape [snapshots].</summary>
    static double[] Power(HourlyNetwork network, double[] cards, Func<int, bool> counts)
    {
        var count = network.Snapshots.Count;
        int[] clusters = [.. Enumerable.Range(0, network.Clusters.Count).Where(counts)];
        return [.. Enumerable.Range(0, count).Select(t => clusters.Sum(c => JobYearSolution.PowerMw(network, c, t, cards[(c * count) + t])))];
    }

    /// <summary>Power of all local computing with jobs in place of the work that may wait, MW. Shape [snapshots].</summary>
    static double[] Computing(StudyView view, JobYearSolution year)
    {
        var network = view.Study.Network;
        bool IsHere(int cluster) => view.Plan.IsLocal(network.Clusters.Bus[cluster]);
        var (planned, jobs) = (Power(network, year.PlannedCards, IsHere), Power(network, year.Whole.Cards, IsHere));
        return [.. view.Plan.Power.Local.Select((all, t) => all - planned[t] + jobs[t])];
    }

    /// <summary>Share of an energy that renewable generation of the same hour covers, pu; 0 where there is none.</summary>
    static double Covered(RunView plan, double[] mw) =>
        plan.Yearly(mw) is > 0 and var all ? plan.Yearly([.. mw.Zip(plan.GreenGeneration, Math.Min)]) / all : 0;

    /// <summary>First snapshot of the week, from a multiple of a week within a block on, in which the two differ most.</summary>
    static int Week(HourlyNetwork network, double[] planned, double[] jobs)
    {
        var starts = network.Snapshots.BlockStarts;
        var weeks = starts.SelectMany((start, b) => Enumerable.Range(0, Math.Max(1, ((b + 1 < starts.Length ? starts[b + 1] : planned.Length) - start) / WeekH)).Select(k => start + (k * WeekH)));
        return weeks.MaxBy(first => Enumerable.Range(first, Math.Min(WeekH, planned.Length - first)).Sum(t => Math.Abs(planned[t] - jobs[t])));
    }
}

/// <summary>A workload that may wait.</summary>
/// <param name="Name">Name.</param>
/// <param name="Title">Title.</param>
/// <param name="Class">Class.</param>
/// <param name="DeadlineH">Longest wait, h.</param>
public sealed record JobWorkload(string Name, Text Title, WorkloadClass Class, int DeadlineH)
{
    /// <summary>Jobs that were simulated.</summary>
    public required long Jobs { get; init; }

    /// <summary>Work that arrives, GPU-hours/a.</summary>
    public required double WorkGpuH { get; init; }

    /// <summary>Mean wait in the plan, h.</summary>
    public required double PlannedWaitH { get; init; }

    /// <summary>Mean wait of jobs that run from start to end, by card-hours, h.</summary>
    public required double MeanWaitH { get; init; }

    /// <summary>Time within which each per cent of their card-hours starts, h. Shape [101]: 0 % first.</summary>
    public required double[] WithinH { get; init; }

    /// <summary>95 % of their card-hours start within this, h.</summary>
    public double Wait95H => WithinH[95];

    /// <summary>Share of their card-hours that starts after the deadline, pu.</summary>
    public required double LatePu { get; init; }

    /// <summary>The same where jobs may give way each hour, pu.</summary>
    public required double LateInPiecesPu { get; init; }
}
