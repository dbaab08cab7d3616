using System.Collections.Immutable;
using Suandian.Network;

namespace Suandian.Scheduling.PlanYear;

/// <summary>The hours of a plan with single jobs.</summary>
public sealed record JobYearSolution
{
    /// <summary>Jobs that run from start to end.</summary>
    public required JobYearRun Whole { get; init; }

    /// <summary>The same jobs where they may give way at the end of each hour.</summary>
    public required JobYearRun InPieces { get; init; }

    /// <summary>Jobs that run from start to end on more cards than the plan has.</summary>
    public required ImmutableArray<HeadroomRun> Headroom { get; init; }

    /// <summary>Cards that the plan has busy with work that may wait. Shape [clusters × snapshots].</summary>
    public required double[] PlannedCards { get; init; }

    /// <summary>Workloads that may wait, by index.</summary>
    public required int[] Workloads { get; init; }

    /// <summary>Jobs that were simulated, those of bundles counted singly, padding included. Shape [workloads that may wait].</summary>
    public required long[] Jobs { get; init; }

    /// <summary>Mean wait of their work in the plan, h. Shape [workloads that may wait].</summary>
    public required double[] PlannedWaitH { get; init; }

    /// <summary>Power at the meter of busy cards, without what they take idle, MW: PUE · (1 − idle) · cards / (card-hours per MWh).</summary>
    public static double PowerMw(HourlyNetwork network, int cluster, int snapshot, double cards)
    {
        ArgumentNullException.ThrowIfNull(network);
        var clusters = network.Clusters;
        return clusters.Pue[(cluster * network.Snapshots.Count) + snapshot] * (1 - clusters.IdlePu[cluster]) * cards / clusters.GpuHoursPerMwh[cluster];
    }

    /// <summary>How the energy of a run differs from the plan.</summary>
    /// <param name="network">Network of the plan.</param>
    /// <param name="plan">The plan: prices at the buses.</param>
    /// <param name="run">The run.</param>
    public EnergyDifference Difference(HourlyNetwork network, Planning.PlanningSolution plan, JobYearRun run)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(run);
        var (snapshots, clusters) = (network.Snapshots.Count, network.Clusters);
        var (planned, plannedYuan, more, moreYuan, above, peak) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var t = 0; t < snapshots; t++)
        {
            var together = 0.0;
            for (var c = 0; c < clusters.Count; c++)
            {
                var (at, weight, price) = ((c * snapshots) + t, network.Snapshots.WeightH[t], plan.BusPriceYuanPerMwh[(clusters.Bus[c] * snapshots) + t]);
                double mw = clusters.Pue[at] * plan.ItMw[at], extra = PowerMw(network, c, t, run.Cards[at] - PlannedCards[at]);
                (planned, plannedYuan) = (planned + (weight * mw), plannedYuan + (weight * mw * price));
                (more, moreYuan) = (more + (weight * extra), moreYuan + (weight * extra * price));
                above += weight * Math.Max(0, extra);
                together += extra;
            }

            peak = Math.Max(peak, together);
        }

        return new EnergyDifference(planned, plannedYuan, more, moreYuan, above, peak);
    }
}

/// <summary>A simulated run.</summary>
/// <param name="Cards">Cards busy with work that may wait, mean of each hour. Shape [clusters × snapshots].</param>
/// <param name="Workloads">What each workload that may wait came to.</param>
public sealed record JobYearRun(double[] Cards, ImmutableArray<WorkloadYear> Workloads)
{
    /// <summary>Share of all card-hours that starts too late, pu.</summary>
    public double LatePu => Workloads.Sum(w => w.CardH) is > 0 and var all ? Workloads.Sum(w => w.LateCardH) / all : 0;
}

/// <summary>The same work on more cards.</summary>
/// <param name="HeadroomPu">Cards of every cluster beyond the plan, pu.</param>
/// <param name="LatePu">Share of all card-hours that starts too late, pu.</param>
public sealed record HeadroomRun(double HeadroomPu, double LatePu);

/// <summary>A workload of a simulated run, of the jobs that arrive in the hours of the plan.</summary>
/// <param name="CardH">Card-hours that arrive, GPU-h/a.</param>
/// <param name="MeanWaitH">Mean time from arrival to first start, weighed by card-hours, h.</param>
/// <param name="WithinH">Time within which each per cent of the card-hours starts, h. Shape [101]: 0 % first; 0 where nothing arrives.</param>
/// <param name="LateCardH">Card-hours of jobs that first start later than the deadline of their workload after arrival, GPU-h/a.</param>
public sealed record WorkloadYear(double CardH, double MeanWaitH, double[] WithinH, double LateCardH)
{
    const int Percents = 100;

    /// <summary>Share of the card-hours that starts too late, pu.</summary>
    public double LatePu => CardH > 0 ? LateCardH / CardH : 0;

    internal static WorkloadYear Of(List<(double WaitH, double CardH)> waits, double late)
    {
        var total = waits.Sum(w => w.CardH);
        return new WorkloadYear(total, total > 0 ? waits.Sum(w => w.WaitH * w.CardH) / total : 0, Within(waits, total), late);
    }

    static double[] Within(List<(double WaitH, double CardH)> waits, double total)
    {
        var (within, met, next, last) = (new double[Percents + 1], 0.0, 0, 0.0);
        foreach (var (waitH, cardH) in waits.OrderBy(w => w.WaitH))
        {
            last = waitH;
            for (met += cardH; next <= Percents && next * total <= Percents * met; next++)
            {
                within[next] = waitH;
            }
        }

        Array.Fill(within, last, next, within.Length - next); // where the sum in another order falls short of the total by rounding
        return within;
    }
}

/// <summary>How the energy of computing differs from a plan.</summary>
/// <param name="PlannedMwh">Energy of the clusters in the plan, MWh/a.</param>
/// <param name="PlannedYuan">The same at the plan's prices of each hour, yuan/a.</param>
/// <param name="MoreMwh">What the run takes more, MWh/a; what begins before the hours of the plan and ends behind them balances only about.</param>
/// <param name="MoreYuan">The same at the plan's prices, yuan/a.</param>
/// <param name="AboveMwh">Energy above the plan's curve in the hours and at the clusters in which it lies above, MWh/a.</param>
/// <param name="PeakMw">Most power above the plan in an hour, all clusters together, MW.</param>
public sealed record EnergyDifference(double PlannedMwh, double PlannedYuan, double MoreMwh, double MoreYuan, double AboveMwh, double PeakMw)
{
    /// <summary>Energy below the plan's curve in the hours and at the clusters in which it lies below, MWh/a.</summary>
    public double BelowMwh => AboveMwh - MoreMwh;

    /// <summary>How much dearer a MWh of the run is than one of the plan, pu of the plan's; NaN where one of them takes none or costs nothing.</summary>
    public double DearerPu => PlannedMwh + MoreMwh > 0 && PlannedYuan > 0 ? (PlannedYuan + MoreYuan) / (PlannedMwh + MoreMwh) / (PlannedYuan / PlannedMwh) - 1 : double.NaN;
}
