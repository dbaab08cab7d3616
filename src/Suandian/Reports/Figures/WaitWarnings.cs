using Suandian.Planning;
using Suandian.Prices;

namespace Suandian.Reports.Figures;

/// <summary>What the plan does not settle about waiting.</summary>
/// <remarks>
/// Where waiting is free the waits are one choice of many, at a vertex too. With every price of waiting above 0 the mean wait, weighted by price, exceeds
/// the least for that plan by gap / Σ price · work at most, h, since its cost exceeds the least by the gap of the certificate at most.
/// Work of classes with equal prices may change places in the queue at the same cost.
/// </remarks>
static class WaitWarnings
{
    /// <summary>A mean wait that may be shorter by this at the same cost is not settled, h.</summary>
    const double OpenH = 1;

    /// <summary>A mean wait below this is none, h.</summary>
    const double LeastH = 0.05;

    internal static IEnumerable<WarningRow> Of(StudyView view)
    {
        var work = view.Study.Network.Workloads;
        int[] waiting = [.. Enumerable.Range(0, work.Count).Where(w => work.DeadlineH[w] > 0)];
        if (waiting.Length > 0 && !IsSettled(view, waiting))
        {
            yield return Warnings.Row(WarningLevel.Note, "waits_open");
            yield break;
        }

        foreach (var equal in waiting.GroupBy(w => work.WaitingCostYuanPerGpuHourH[w]).Where(g => g.Count() > 1 && MeanH(view, g) > LeastH))
        {
            yield return Warnings.Row(WarningLevel.Info, "waits_shared",
                ("names", Headline.Join([.. equal.Select(w => view.Names.TitleOf("workloads", work.Name[w]))])),
                ("wait", Numbers.Say(Quantity.TimeH, MeanH(view, equal))));
        }
    }

    static bool IsSettled(StudyView view, int[] waiting)
    {
        var (network, cost) = (view.Study.Network, view.Study.Network.Workloads.WaitingCostYuanPerGpuHourH);
        return view.Study.Plan.Certificate is { } proof && Array.TrueForAll(waiting, w => cost[w] > 0)
            && proof.Objective - proof.DualBound <= OpenH * waiting.Sum(w => cost[w] * Year.Sum(network, network.Workloads.ArrivalGpuH, w));
    }

    static double MeanH(StudyView view, IEnumerable<int> workloads)
    {
        WorkloadReplay[] replays = [.. workloads.Select(w => view.Replay.Workloads[w]).Where(r => r.DoneGpuH > 0)];
        var done = replays.Sum(r => r.DoneGpuH);
        return done > 0 ? replays.Sum(r => r.MeanWaitH * r.DoneGpuH) / done : 0;
    }
}
