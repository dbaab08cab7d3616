using Suandian.Cases;
using Suandian.Network;
using Suandian.Planning;

namespace Suandian.Scenarios;

public class YiwuTests
{
    [Fact]
    public void The_county_has_a_sensible_plan_on_one_week()
    {
        var data = CaseFolder.Read(Path.Combine(CliProcess.Root, "cases", "yiwu")).Case!;
        data = data with { Settings = data.Settings with { Hours = HourSelection.Week, Weeks = [19] } };
        HourlyNetwork network = NetworkBuilder.Build(data);

        PlanningSolution plan = Solve(network);
        PlanningSolution today = Solve(NetworkBuilder.BaseCase(network, plan));

        Assert.Equal((PlanningStatus.Optimal, PlanningStatus.Optimal), (plan.Status, today.Status));
        Assert.True(Replay.Check(network, plan).Holds);
        Assert.True(plan.ObjectiveYuan < today.ObjectiveYuan);
        Assert.InRange(plan.ShedMw.Max(), 0, 1e-3);
        Assert.InRange(plan.UndoneGpuH.Max(), 0, 1);
        Assert.Equal(40, plan.ClusterItMw[Array.IndexOf(network.Clusters.Name, "naomaohu")], 0.1);
    }

    /// <summary>A vertex of the six weeks without a price of waiting (hourly-vertex) waits 1.474 h as well: less is not possible with these clusters.</summary>
    [Fact]
    public void The_small_price_of_waiting_settles_the_waits_and_moves_no_capacity()
    {
        HourlyNetwork priced = NetworkBuilder.Build(CaseFolder.Read(Path.Combine(CliProcess.Root, "cases", "yiwu")).Case!);
        HourlyNetwork free = priced with
        {
            Workloads = priced.Workloads with { WaitingCostYuanPerGpuHourH = new double[priced.Workloads.Count] },
        };

        PlanningSolution plan = Solve(priced);
        PlanningSolution open = Solve(free);

        Assert.Equal(1.474, MeanWaitH(priced, plan), 0.001); // a gap of 1e-8 of 7 billion yuan is worth 0.0009 h
        Assert.True(MeanWaitH(free, open) > 10); // the middle of all optima
        foreach (var (with, without) in Capacities(plan).Zip(Capacities(open)))
            Assert.Equal(without, with, 0.01);
    }

    static double[] Capacities(PlanningSolution plan) =>
    [
        .. plan.GeneratorCapacityMw, .. plan.StoragePowerMw, .. plan.StorageEnergyMwh, .. plan.StoreEnergyMwh,
        .. plan.LinkCapacityMw, .. plan.LineCapacityMw, .. plan.ClusterItMw, .. plan.FibreGbitS,
    ];

    /// <summary>Of the work that may wait.</summary>
    static double MeanWaitH(HourlyNetwork network, PlanningSolution plan)
    {
        var waiting = Replay.Check(network, plan).Workloads.Where((_, w) => network.Workloads.DeadlineH[w] > 0).ToArray();
        return waiting.Sum(w => w.MeanWaitH * w.DoneGpuH) / waiting.Sum(w => w.DoneGpuH);
    }

    static PlanningSolution Solve(HourlyNetwork network) =>
        PlanningModel.Build(network, new PlanningOptions()).Solve(cancellation: TestContext.Current.CancellationToken);
}
