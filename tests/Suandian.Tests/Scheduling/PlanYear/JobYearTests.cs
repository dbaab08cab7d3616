using Suandian.Network;
using Suandian.Planning;

namespace Suandian.Scheduling.PlanYear;

public class JobYearTests
{
    const int Hours = 48;

    [Fact]
    public void Jobs_do_what_they_are_given_and_no_cluster_runs_more_than_it_has()
    {
        var (network, plan) = Case(busyPu: 0.6);

        var year = JobYear.Run(network, plan, cancellation: TestContext.Current.CancellationToken)!;

        foreach (var run in (JobYearRun[])[year.Whole, year.InPieces])
        {
            Assert.All(run.Cards, cards => Assert.InRange(cards, 0, 2000 * (1 + 1e-9)));
            Assert.Equal(1, run.Workloads[0].CardH / (0.6 * 2000 * 8760), 0.15); // jobs of the two days that happen to be drawn
            Assert.Equal(1, run.Cards.Average() / (0.6 * 2000), 0.15);
            Assert.Equal(0, run.Workloads[0].LatePu, 1e-12);
        }
    }

    [Fact]
    public void Waits_are_told_by_each_per_cent_of_the_card_hours()
    {
        var year = WorkloadYear.Of([(8, 25), (0, 60), (2, 15)], late: 25);

        Assert.Equal((100.0, (15 * 2 + 25 * 8) / 100.0, 0.25), (year.CardH, year.MeanWaitH, year.LatePu));
        Assert.Equal([0, 0, 2, 2, 8, 8], new[] { 0, 60, 61, 75, 76, 100 }.Select(p => year.WithinH[p]));
        Assert.Equal(new double[101], WorkloadYear.Of([], late: 0).WithinH);
        Assert.All(WorkloadYear.Of([.. Enumerable.Range(0, 1000).Select(i => (1.0, 1 / (3.0 + i)))], late: 0).WithinH, h => Assert.Equal(1, h));
    }

    [Fact]
    public void A_plan_without_a_free_card_is_kept_late_and_more_cards_help()
    {
        var (network, plan) = Case(busyPu: 1);

        var year = JobYear.Run(network, plan, cancellation: TestContext.Current.CancellationToken)!;

        Assert.True(year.Whole.Workloads[0].MeanWaitH > 0.1);
        Assert.Equal([0.02, 0.05, 0.1], year.Headroom.Select(h => h.HeadroomPu));
        Assert.True(year.Headroom[^1].LatePu <= year.Whole.LatePu);
        Assert.All(year.Whole.Cards, cards => Assert.InRange(cards, 0, 2000 * (1 + 1e-9)));
    }

    [Fact]
    public void The_difference_of_energy_is_that_of_the_cards_at_the_meter()
    {
        var (network, plan) = Case(busyPu: 0.5);
        var year = JobYear.Run(network, plan, cancellation: TestContext.Current.CancellationToken)!;
        double[] cards = [.. year.PlannedCards];
        (cards[0], cards[1]) = (cards[0] + 100, cards[1] - 100);

        var difference = year.Difference(network, plan, year.Whole with { Cards = cards });

        // 100 cards of 1000 card-hours per MWh at PUE 1.25: 0.125 MW for one hour of weight 8760 / 48; prices 100 and 300 yuan/MWh
        Assert.Equal(0, difference.MoreMwh, 1e-9);
        Assert.Equal(0.125 * Network.Snapshots.WeightH[0], difference.AboveMwh, 1e-9);
        Assert.Equal(0.125, difference.PeakMw, 1e-12);
        Assert.Equal(0.125 * Network.Snapshots.WeightH[0] * (100 - 300), difference.MoreYuan, 1e-9);
    }

    [Fact]
    public void The_same_seed_gives_the_same_year_and_work_that_cannot_wait_is_left_alone()
    {
        var (network, plan) = Case(busyPu: 0.8);

        var (one, two) = (JobYear.Run(network, plan, 3, TestContext.Current.CancellationToken)!, JobYear.Run(network, plan, 3, TestContext.Current.CancellationToken)!);

        Assert.Equal(one.Whole.Cards, two.Whole.Cards);
        Assert.Null(JobYear.Run(network with { Workloads = network.Workloads with { DeadlineH = [0] } }, plan, cancellation: TestContext.Current.CancellationToken));
    }

    static HourlyNetwork Network => Case(1).Network;

    /// <summary>2 MW of 1000 card-hours per MWh, so 2000 cards, of which a part is busy in every hour with science that may wait for a day.</summary>
    static (HourlyNetwork Network, PlanningSolution Plan) Case(double busyPu)
    {
        var network = new TinyNetwork
        {
            Hours = Hours,
            Buses = ["site"],
            Clusters = [new("hall", 0) { MaxItMw = 2, Pue = [1.25] }],
            Workloads = [new("science", 0) { ArrivalGpuH = [busyPu * 2000], DeadlineH = 24, Penalty = 5 }],
            Pairs = [new ServicePair(0, 0, [], 0)],
        }.Build();
        double[] Each(double value) => [.. Enumerable.Repeat(value, Hours)];
        var plan = Suandian.Reports.TinyStudy.Plan() with
        {
            ClusterItMw = [2],
            ItMw = Each(2 * busyPu),
            RunGpuH = Each(busyPu * 2000),
            BacklogGpuH = Each(0),
            UndoneGpuH = Each(0),
            BusPriceYuanPerMwh = [100, 300, .. Each(200)[2..]],
        };
        return (network, plan);
    }
}
