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

    static PlanningSolution Solve(HourlyNetwork network) =>
        PlanningModel.Build(network, new PlanningOptions()).Solve(cancellation: TestContext.Current.CancellationToken);
}
