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
        Assert.DoesNotContain("0.79", System.Text.Encoding.UTF8.GetString(ClusterSeries.Of(study with { Plan = study.Plan with { ClusterItMw = [0.8 - 1e-12] } }, "hall").Csv!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cluster_that_is_not_there_is_told() =>
        Assert.Equal(ProblemCode.StreamCluster, Assert.Single(ClusterSeries.Of(TinyStudy.Study(), "moon").Problems).Code);

    [Fact]
    public void Power_bought_as_green_power_has_no_carbon_in_the_market_based_column_alone()
    {
        var study = TinyStudy.Study();
        var bought = study with { Network = study.Network with { Trades = study.Network.Trades with { GreenSharePu = [0.25] } } };

        var series = ShiftSeriesFile.Parse(ClusterSeries.Of(bought, "hall").Csv!, "series.csv", ShiftGoal.MarketCarbon).Series!;

        Assert.Equal(500 * 0.2 / 1.2 * 1.25, series.CarbonGPerKwh![1], 1e-6);
        Assert.Equal(500 * 0.75 * 0.2 / 1.2 * 1.25, series.MarketCarbonGPerKwh![1], 1e-6);
        Assert.Equal(0, series.MarketCarbonGPerKwh[0]);
    }

    /// <summary>The wind of the plan taken for a field of heat: in hour 1 the 0.2 MWh bought are all the electricity, 0.5 t/MWh at PUE 1.25.</summary>
    [Fact]
    public void Heat_is_not_taken_for_electricity()
    {
        var study = TinyStudy.Study();
        var network = study.Network;
        var field = study with { Network = network with { Buses = network.Buses.SetItem(0, network.Buses[0] with { Kind = Network.BusKind.Heat }) } };

        var series = ShiftSeriesFile.Parse(ClusterSeries.Of(field, "hall").Csv!, "series.csv", ShiftGoal.Carbon).Series!;

        Assert.Equal(500 * 1.25, series.CarbonGPerKwh![1], 1e-6);
    }

    [Fact]
    public void A_plan_on_weeks_becomes_a_year_of_the_nearest_weeks()
    {
        var snapshots = Calendar.Snapshots(Tests.Cases.SmallCase.Create().Settings with { Hours = HourSelection.Weeks, Weeks = [1, 27] });

        var hours = YearOfWeeks.Of(snapshots)!;

        Assert.Equal(8760, hours.Length);
        Assert.Equal((5, 5), (hours[5], hours[(13 * 168) + 5])); // week 14 begins 13 weeks after week 1 and 13 before week 27: the earlier
        Assert.Equal((168 + 5, 168 + 167), (hours[(14 * 168) + 5], hours[(39 * 168) - 1]));
        Assert.Equal((0, 23), (hours[8736], hours[8759])); // a day before week 1 of the next year
        Assert.All(hours.Select((t, hour) => (t, hour)), h => Assert.Equal(h.hour % 168, snapshots.HourOfYear[h.t] % 168));
        Assert.Null(YearOfWeeks.Of(snapshots with { HourOfYear = [.. snapshots.HourOfYear.Select(h => h + 1)] }));
    }

    [Fact]
    public void Hours_with_gaps_are_told()
    {
        var study = TinyStudy.Study();

        var reading = ClusterSeries.Of(study with { Network = study.Network with { Snapshots = study.Network.Snapshots with { BlockStarts = [0, 1] } } }, "hall");

        Assert.Equal((true, ProblemCode.SeriesGaps), (reading.Csv is null, Assert.Single(reading.Problems).Code));
    }
}
