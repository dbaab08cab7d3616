using System.Collections.Immutable;
using Suandian.Network;
using Suandian.Prices;
using Suandian.Texts;

namespace Suandian.Reports.Figures;

public sealed partial record ComputingFigures
{
    /// <summary>Fixed classes first: the order of the stack.</summary>
    internal static readonly WorkloadClass[] Order =
    [
        WorkloadClass.Government, WorkloadClass.Inference, WorkloadClass.DigitalHuman, WorkloadClass.Metaverse,
        WorkloadClass.Training, WorkloadClass.Science, WorkloadClass.Rendering,
    ];

    internal static ComputingFigures From(StudyView view)
    {
        var (n, names) = (view.Plan.Network, view.Names);
        ClassByHour[] classes = [.. Order.Where(n.Workloads.Class.Contains).Select(c => ComputingByHour.OfClass(view, c))];
        return new ComputingFigures
        {
            Workloads = [.. Enumerable.Range(0, n.Workloads.Count).Select(w => WorkloadRows.Of(view, w))],
            Classes = [.. classes],
            ArrivalMwByHour = [.. Enumerable.Range(0, 24).Select(h => classes.Sum(c => c.ArrivalMw[h]))],
            DearHours = ComputingByHour.DearHours(view),
            Clusters = [.. Enumerable.Range(0, n.Clusters.Count).Select(c => ClusterOf(view, c))],
            Refused =
            [
                .. n.Workloads.Refused.Select(r => new RefusedService(
                    names.TitleOf("workloads", n.Workloads.Name[r.Workload]),
                    names.TitleOf("clusters", n.Clusters.Name[r.Cluster]),
                    r.Reason)),
            ],
            DemandGpuH = view.Plan.Prices.DemandGpuH,
            DoneGpuH = view.Plan.Prices.DoneGpuH,
        };
    }

    static ClusterFigures ClusterOf(StudyView view, int c)
    {
        var (n, run) = (view.Plan.Network, view.Plan.Run);
        var name = n.Clusters.Name[c];
        var chip = view.Names.ChipOf(name);
        var it = Year.Sum(n, run.ItMw, c);
        var electricity = Year.Sum(n, view.Plan.Power.ClusterMw, c);
        var work = Enumerable.Range(0, n.Workloads.Pairs.Length).Where(p => n.Workloads.Pairs[p].Cluster == c)
            .Sum(p => Year.Sum(n, run.RunGpuH, p));
        var possible = run.ClusterItMw[c] * n.Clusters.GpuHoursPerMwh[c] * view.Plan.Weight.Sum();
        return new ClusterFigures
        {
            Name = name,
            Title = view.Names.TitleOf("clusters", name),
            Bus = CaseNames.Title(n.Buses[n.Clusters.Bus[c]]),
            Chip = CaseNames.Title(chip.Name, chip.NameZh, chip.NameEn),
            ItMw = run.ClusterItMw[c],
            NewItMw = Math.Max(run.ClusterItMw[c] - n.Clusters.ExistingItMw[c], 0),
            Cards = run.ClusterItMw[c] * CaseNames.CardsPerMw(chip),
            UtilisationPu = possible > 0 ? work / possible : 0,
            MeanPue = it > 0 ? electricity / it : n.Clusters.Pue.AsSpan(c * view.Plan.T, view.Plan.T).ToArray().Average(),
            ElectricityMwh = electricity,
        };
    }
}

/// <summary>Rows of the table of workloads.</summary>
static class WorkloadRows
{
    internal static WorkloadFigures Of(StudyView view, int w)
    {
        var (n, run) = (view.Plan.Network, view.Plan.Run);
        var row = view.Names.Workloads[n.Workloads.Name[w]];
        int[] pairs = PairsOf(n, w);
        var rate = DataRates.OfWorkload(view.Plan, w);
        var places = Places(view, pairs);
        return new WorkloadFigures
        {
            Name = row.Name,
            Title = view.Names.TitleOf("workloads", row.Name),
            Class = row.Class,
            Origin = CaseNames.Title(n.Buses[n.Workloads.Origin[w]]),
            DemandGpuH = Year.Sum(n, n.Workloads.ArrivalGpuH, w),
            UndoneGpuH = Year.Sum(n, run.UndoneGpuH, w),
            Places = places,
            MeanWaitH = view.Replay.Workloads[w].MeanWaitH,
            Wait95H = view.Replay.Workloads[w].Wait95H,
            DeadlineH = n.Workloads.DeadlineH[w],
            RoundTripMs = places.IsEmpty ? null : places.Max(p => p.RoundTripMs),
            LatencyLimitMs = row.LatencyLimitMs,
            MeanGbitS = view.Plan.Yearly(rate) / view.Plan.Weight.Sum(),
            MaxGbitS = rate.Max(),
            ElectricityMwh = pairs.Sum(p => Year.Sum(n, view.Plan.Power.Pairs, p)),
        };
    }

    internal static int[] PairsOf(HourlyNetwork n, int workload) =>
        [.. Enumerable.Range(0, n.Workloads.Pairs.Length).Where(p => n.Workloads.Pairs[p].Workload == workload)];

    static ImmutableArray<PlaceShare> Places(StudyView view, int[] pairs)
    {
        var n = view.Plan.Network;
        double[] work = [.. pairs.Select(p => Year.Sum(n, view.Plan.Run.RunGpuH, p))];
        var total = work.Sum();
        return
        [
            .. pairs.Select((p, i) => (Pair: n.Workloads.Pairs[p], Share: total > 0 ? work[i] / total : 0))
                .Where(s => s.Share > 1e-6)
                .Select(s => new PlaceShare(
                    n.Clusters.Name[s.Pair.Cluster],
                    view.Names.TitleOf("clusters", n.Clusters.Name[s.Pair.Cluster]),
                    s.Share,
                    s.Pair.RoundTripMs))
                .OrderByDescending(s => s.SharePu),
        ];
    }
}

/// <summary>Computing by hour of day.</summary>
static class ComputingByHour
{
    internal static ClassByHour OfClass(StudyView view, WorkloadClass kind)
    {
        var n = view.Plan.Network;
        int[] members = [.. Enumerable.Range(0, n.Workloads.Count).Where(w => n.Workloads.Class[w] == kind)];
        var arrival = new double[view.Plan.T];
        foreach (var w in members)
        {
            RunView.Add(arrival, n.Workloads.ArrivalGpuH, w, MwhPerGpuH(view, w));
        }

        int[] pairs = [.. members.SelectMany(w => WorkloadRows.PairsOf(n, w))];
        return new ClassByHour(
            kind,
            Phrases.Of("class." + SnakeNames.Of(kind)),
            members.Any(w => n.Workloads.DeadlineH[w] > 0),
            view.Calendar.ByHour(Power(view, pairs)),
            view.Calendar.ByHour(arrival))
        {
            Places =
            [
                .. pairs.GroupBy(p => n.Workloads.Pairs[p].Cluster).OrderBy(g => g.Key).Select(g => new PlaceByHour(
                    n.Clusters.Name[g.Key],
                    view.Names.TitleOf("clusters", n.Clusters.Name[g.Key]),
                    view.Calendar.ByHour(Power(view, [.. g])))),
            ],
        };
    }

    static double[] Power(StudyView view, int[] pairs)
    {
        var mw = new double[view.Plan.T];
        foreach (var p in pairs)
        {
            RunView.Add(mw, view.Plan.Power.Pairs, p);
        }

        return mw;
    }

    /// <summary>Electricity of a GPU-hour of a workload: what it took in the year, or the first place that could serve it.</summary>
    static double MwhPerGpuH(StudyView view, int workload)
    {
        var n = view.Plan.Network;
        var pairs = WorkloadRows.PairsOf(n, workload);
        var done = pairs.Sum(p => Year.Sum(n, view.Plan.Run.RunGpuH, p));
        if (done > 1e-6)
        {
            return pairs.Sum(p => Year.Sum(n, view.Plan.Power.Pairs, p)) / done;
        }

        return pairs.Length == 0 ? 0 : 1 / n.Clusters.GpuHoursPerMwh[n.Workloads.Pairs[pairs[0]].Cluster];
    }

    /// <summary>Hours of the day in which local imports cost at least 10 % more than their mean.</summary>
    internal static int[] DearHours(StudyView view)
    {
        var k = view.Plan.Network.Trades;
        var import = Enumerable.Range(0, k.Count).Where(i => k.IsImport[i] && view.Plan.IsLocal(k.Bus[i])).ToArray();
        if (import.Length == 0)
        {
            return [];
        }

        var price = view.Calendar.ByHour(k.PriceYuanPerMwh.AsSpan(import[0] * view.Plan.T, view.Plan.T).ToArray());
        var mean = price.Where(double.IsFinite).Average();
        return [.. Enumerable.Range(0, 24).Where(h => price[h] >= 1.1 * mean)];
    }
}
