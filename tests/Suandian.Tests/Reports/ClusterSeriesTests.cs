using Suandian.Cases;
using Suandian.Reports.Jobs;
using Suandian.Scheduling.Shifting;

namespace Suandian.Reports;

public class ClusterSeriesTests
{
    /// <summary>
    /// All for IT power at PUE 1.25. Hour 0: all is wind, 1 MW reaches the cluster and 1 MW is curtailed: 2/1.25 green. Hour 1: wind 1 + battery 0.8 of the
    /// wind of before + import 0.2, so 90 % of 1 MW is green; 0.2 MWh at 0.5 t over the 1.2 MWh generated and bought: 83.3 g.
    /// </summary>
    [Fact]
    public void Hours_of_a_plan_are_told_for_a_kilowatt_hour_of_computing()
    {
        var study = TinyStudy.Study();

        var (csv, problems) = ClusterSeries.Of(study, "hall");

        var series = ShiftSeriesFile.Parse(csv!, "series.csv", ShiftGoal.Cost).Series!;
        Assert.Empty(problems);
        Assert.Equal([1.6, 0.72], series.GreenMw!.Select(mw => Math.Round(mw, 9)));
        Assert.Equal([0, 500 * 0.2 / 1.2 * 1.25], series.CarbonGPerKwh!.Select(g => g), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal(Enumerable.Range(0, 2).Select(t => study.Plan.BusPriceYuanPerMwh[t] / 1000 * 1.25), series.PriceYuanPerKwh!, (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal([0.8, 0.8], series.PowerLimitMw!);
    }

    [Fact]
    public void A_cluster_that_is_not_there_is_told() =>
        Assert.Equal(ProblemCode.StreamCluster, Assert.Single(ClusterSeries.Of(TinyStudy.Study(), "moon").Problems).Code);

    [Fact]
    public void Hours_with_gaps_are_told()
    {
        var study = TinyStudy.Study();

        var reading = ClusterSeries.Of(study with { Network = study.Network with { Snapshots = study.Network.Snapshots with { BlockStarts = [0, 1] } } }, "hall");

        Assert.Equal((true, ProblemCode.SeriesGaps), (reading.Csv is null, Assert.Single(reading.Problems).Code));
    }
}
