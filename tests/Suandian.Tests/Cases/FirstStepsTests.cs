using System.Globalization;
using Suandian.Cases;
using Suandian.Network;
using Suandian.Planning;

namespace Suandian.Tests.Cases;

public class FirstStepsTests
{
    static readonly HourlyNetwork Network =
        NetworkBuilder.Build(CaseFolder.Read(Repository.File(Path.Combine("cases", "first-steps"))).Case!);

    static readonly PlanningSolution Plan = PlanningModel.Build(Network, new PlanningOptions()).Solve();

    [Fact]
    public void First_steps_has_a_certified_plan_that_an_hourly_replay_confirms()
    {
        Assert.Equal(PlanningStatus.Optimal, Plan.Status);
        Assert.InRange(Plan.Certificate!.RelativeGap, -1e-8, 1e-8);
        Assert.True(Replay.Check(Network, Plan).Holds);
    }

    [Fact]
    public void Training_fills_the_hours_that_inference_leaves_so_that_no_server_is_built_for_a_peak()
    {
        // 90 M GPU-h/a over 8760 h/a and 1562.5 GPU-h per MWh: no fewer servers can do the work of the year
        Assert.Equal(90e6 / 8760 / 1562.5, Plan.ClusterItMw[0], 1e-3);
        Assert.InRange(Plan.UndoneGpuH.Sum(), 0, 1e-3);
        Assert.InRange(Plan.ShedMw.Sum(), 0, 1e-6);
    }

    [Theory]
    [InlineData("first-steps.md")]
    [InlineData("first-steps.zh.md")]
    public void The_tutorial_states_the_sizes_of_the_plan(string page)
    {
        string tutorial = File.ReadAllText(Repository.File(Path.Combine("docs", "tutorial", page)));

        foreach (double mw in (double[])[.. Plan.GeneratorCapacityMw, Plan.StoragePowerMw[0]])
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"| {mw:F1} MW |"), tutorial, StringComparison.Ordinal);
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"{Plan.ObjectiveYuan / 1e6:F1}"), tutorial, StringComparison.Ordinal);
    }

    [Fact]
    public void Building_wind_and_sun_costs_less_than_buying_everything()
    {
        var today = NetworkBuilder.BaseCase(Network, Plan);

        var bought = PlanningModel.Build(today, new PlanningOptions()).Solve(cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(PlanningStatus.Optimal, bought.Status);
        Assert.True(bought.ObjectiveYuan > Plan.ObjectiveYuan * 1.01, $"{bought.ObjectiveYuan} against {Plan.ObjectiveYuan}");
        Assert.All(bought.GeneratorMw, p => Assert.Equal(0, p, 1e-6));
    }
}
