using Suandian.Scheduling.Comparison;
using static Suandian.Scheduling.Shifting.ShiftTraces;

namespace Suandian.Scheduling.Shifting;

public class ShiftMetricsTests
{
    [Fact]
    public void Energy_carbon_cost_green_share_and_waits_follow_their_formulas()
    {
        // job 0: 2 cpus in hours 0 and 2, resumed once for 60 s · 2 cpus · 2 kW = 1/15 kWh at hour 2; job 1: 1 cpu in hour 1
        var trace = Of((0, 2 * Hour, 2), (0, Hour, 1));
        var series = Carbon(100, 200, 300) with { PriceYuanPerKwh = [1, 2, 3], MarketCarbonGPerKwh = [0, 0, 30], GreenMw = [0.003, 0.001, 0] };
        var options = new ShiftOptions { KilowattPerCpu = 2, CheckpointS = 60, CapacityCpus = 1, ShortWaitH = 0.5 };
        var schedule = ShiftSchedule.Of(ShiftPolicyKind.WaitAwhile, [new(1, Hour, 2 * Hour), new(0, 2 * Hour, 3 * Hour), new(0, 0, 300), new(0, 300, Hour)]);

        var m = ShiftMetrics.Of(trace, series, options, schedule);

        Assert.Equal(10 + 1 / 15.0, m.EnergyKwh, 1e-9);
        Assert.Equal((4 * 100 + 2 * 200 + 4 * 300 + 20) / 1000.0, m.CarbonKg, 1e-9);
        Assert.Equal((4 * 30 + 2) / 1000.0, m.MarketCarbonKg, 1e-9);
        Assert.Equal(4 * 1 + 2 * 2 + 4 * 3 + 0.2, m.CostYuan, 1e-9);
        Assert.Equal((3 + 1) / 10.0, m.GreenSharePu, 1e-9);
        Assert.Equal((1.0, 1.0), (m.MeanWaitH, m.LongestWaitH));
        Assert.Equal((2, 1, 1, 2), (m.PeakCpus, m.Resumptions, m.Late, m.HoursOverLimit)); // job 1 waits 1 h of 0.5 h; hours 0 and 2 have 2 cpus
        Assert.Equal([2, 1, 2], m.Clusters[0].LoadCpus);
    }

    [Fact]
    public void Options_tell_all_that_is_wrong_with_them()
    {
        Assert.Empty(new ShiftOptions().Problems());
        Assert.Equal(8, new ShiftOptions { CheckpointTimeS = 3601, CapacityCpus = 0, ShortWaitH = -1, LongWaitH = double.NaN, KilowattPerCpu = 0, CheckpointS = -1, ForecastErrorPu = 2, WaitingPricePu = 2 }.Problems().Count);
    }

    /// <summary>3 h without a break, hours limited to 0 every third: no stretch has room, so that nothing runs, and nothing is saved by that.</summary>
    [Fact]
    public void A_job_that_never_runs_is_told_and_no_saving_is()
    {
        var series = new ShiftSeries { Hours = 9, CarbonGPerKwh = [.. Enumerable.Repeat(100.0, 9)], PowerLimitMw = [.. Enumerable.Range(0, 9).Select(h => h % 3 == 2 ? 0 : 0.001)] };
        var options = new ShiftOptions { Suspension = Suspension.Never, ShortWaitH = 5, LongWaitH = 5 };

        var solution = ShiftStudy.Run(Of((0, 3 * Hour, 1)), series, options, [ShiftPolicyKind.RunNow, ShiftPolicyKind.DayAhead], TestContext.Current.CancellationToken);
        var compared = ComparisonStudy.Of(Of((0, 3 * Hour, 1)), series, options, solution, policy => policy == ShiftPolicyKind.RunNow ? "now" : "ahead");

        var (now, ahead) = (solution.Runs[0], solution.Runs[1]);
        Assert.Equal((0, 1, 3.0, double.NaN), (now.Metrics.NotRun, ahead.Metrics.NotRun, ahead.Metrics.NotRunCpuH, ahead.Metrics.MeanWaitH));
        Assert.Equal((0.0, double.NaN), (solution.MoreThanNowPu(now, ShiftGoal.Carbon), solution.MoreThanNowPu(ahead, ShiftGoal.Carbon)));
        Assert.Equal((1, false, double.NaN), (compared.Runs[1].Metrics.NotRun, compared.Runs[1].Metrics.IsComparable, compared.ToBest(compared.Runs[1], m => m.CarbonKg)));
    }
}
