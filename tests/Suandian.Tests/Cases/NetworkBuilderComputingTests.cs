using Suandian.Cases;
using Suandian.Network;
using Suandian.Planning;

namespace Suandian.Tests.Cases;

public class NetworkBuilderComputingTests
{
    static Case TwoPlaces() => SmallCase.Create() with
    {
        Clusters = [SmallCase.Cluster("at-home", "near"), SmallCase.Cluster("away", "far")],
        Fibres = [SmallCase.Fibre("long", "near", "far", 2000), SmallCase.Fibre("first", "near", "beyond", 500),
            SmallCase.Fibre("second", "far", "beyond", 700)],
        Workloads = [SmallCase.Work("any")],
    };

    [Fact]
    public void A_megawatt_of_servers_holds_the_cards_it_can_feed()
    {
        var clusters = NetworkBuilder.Build(TwoPlaces()).Clusters;

        // 1000 / (0.4 × 1.6) = 1562.5 cards; 200 000 × 0.2373964 (6 %, 5 a) + 1000 = 48 479.28 yuan a card
        Assert.Equal(1562.5 * 48_479.28, clusters.ServerCostYuanPerMw[0], 1.0);
        Assert.Equal(781.25, clusters.GpuHoursPerMwh[0], 1e-9);
        // hall without interest: 20 M / 20 + 2 % of 20 M
        Assert.Equal(1_400_000, clusters.HallCostYuanPerMw[0], 1e-6);
        Assert.Equal(400_000 + 1_562_500, clusters.ExistingCostYuanPerMw[0], 1e-6);
        Assert.Equal(1.2, clusters.Pue[^1]);
    }

    [Fact]
    public void Work_takes_the_route_of_least_delay_there_and_back()
    {
        var workloads = NetworkBuilder.Build(TwoPlaces()).Workloads;

        Assert.Equal([], workloads.Pairs[0].Fibres);
        Assert.Equal(0, workloads.Pairs[0].RoundTripMs);
        // 500 + 700 km instead of 2000 km: 2 × 1200 × 4.9 µs
        Assert.Equal([1, 2], workloads.Pairs[1].Fibres);
        Assert.Equal(11.76, workloads.Pairs[1].RoundTripMs, 1e-9);
        Assert.Equal(1000, workloads.ArrivalGpuH[0], 1e-9);
    }

    [Fact]
    public void A_fibre_that_can_have_no_capacity_is_no_part_of_a_route()
    {
        var data = TwoPlaces();
        var closed = data.Fibres[1] with { CapacityGbitS = 0, Expandable = false };
        data = data with { Fibres = data.Fibres.SetItem(1, closed) };

        var pair = NetworkBuilder.Build(data).Workloads.Pairs[1];

        Assert.Equal([0], pair.Fibres);
        Assert.Equal(19.6, pair.RoundTripMs, 1e-9);
    }

    [Fact]
    public void Pairs_are_refused_for_latency_chip_list_and_lack_of_fibre_and_the_reason_is_said()
    {
        var data = TwoPlaces() with
        {
            Clusters = [SmallCase.Cluster("away", "far", "other")],
            Workloads =
            [
                SmallCase.Work("quick", latencyMs: 11.7),
                SmallCase.Work("choosy") with { Chips = ["card"] },
                SmallCase.Work("bound") with { Clusters = ["elsewhere"] },
                SmallCase.Work("patient", latencyMs: 11.76),
            ],
        };

        var workloads = NetworkBuilder.Build(data).Workloads;
        var cut = NetworkBuilder.Build(data with { Fibres = [] }).Workloads;

        Assert.Equal(3, Assert.Single(workloads.Pairs).Workload);
        Assert.Equal([0, 1, 2], workloads.Refused.Select(r => r.Workload));
        Assert.Contains("11.76 ms", workloads.Refused[0].Reason.En, StringComparison.Ordinal);
        Assert.Contains("other", workloads.Refused[1].Reason.En, StringComparison.Ordinal);
        Assert.Contains("elsewhere", workloads.Refused[2].Reason.Zh, StringComparison.Ordinal);
        Assert.Contains("no fibre", cut.Refused[3].Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void The_base_case_builds_no_power_and_keeps_the_computing_of_the_plan_at_its_cost()
    {
        var data = TwoPlaces() with
        {
            Generators =
            [
                new Generator
                {
                    Name = "farm", Bus = "far", Carrier = "wind", CapacityMw = 50, Expandable = true,
                    CapacityMaxMw = 200, Cost = "wind",
                },
            ],
            AnnualRules =
            [
                new AnnualRule { Name = "green", Kind = AnnualRuleKind.GreenShareMin, Limit = 0.3 },
                new AnnualRule { Name = "no-export", Kind = AnnualRuleKind.ExportEnergyMax, Limit = 0 },
            ],
        };
        var network = NetworkBuilder.Build(data);

        var today = NetworkBuilder.BaseCase(network, Plan(itMw: [1, 4], fibreGbitS: [10, 30, 10]));

        Assert.Equal(50, today.Generators.MaxMw[0]);
        Assert.Equal("no-export", Assert.Single(today.Rules).Name);
        Assert.Equal([1, 4], today.Clusters.ExistingItMw);
        Assert.Equal([1, 4], today.Clusters.MaxItMw);
        Assert.Equal([10, 30, 10], today.Fibres.MaxGbitS);
        var was = network.Clusters;
        double plan = was.ExistingCostYuanPerMw[1] + 3 * (was.HallCostYuanPerMw[1] + was.ServerCostYuanPerMw[1]);
        Assert.Equal(plan, 4 * today.Clusters.ExistingCostYuanPerMw[1], 1e-3);
    }

    static PlanningSolution Plan(double[] itMw, double[] fibreGbitS) => new()
    {
        Status = PlanningStatus.Optimal,
        ObjectiveYuan = 0,
        GeneratorCapacityMw = [],
        StoragePowerMw = [],
        StorageEnergyMwh = [],
        StoreEnergyMwh = [],
        LinkCapacityMw = [],
        LineCapacityMw = [],
        ClusterItMw = itMw,
        FibreGbitS = fibreGbitS,
        TradePeakMw = [],
        GeneratorMw = [],
        ChargeMw = [],
        DischargeMw = [],
        LevelMwh = [],
        SpillMw = [],
        StoreLevelMwh = [],
        StoreMw = [],
        LinkForwardMw = [],
        LinkBackwardMw = [],
        LineMw = [],
        TradeMw = [],
        ShedMw = [],
        ItMw = [],
        RunGpuH = [],
        BacklogGpuH = [],
        UndoneGpuH = [],
        BusPriceYuanPerMwh = [],
        RuleShadowYuan = [],
        LimitShadows = [],
        Run = new SolverRun("none", new("无", "none"), 0, 0, 0, 0, 0),
    };
}
