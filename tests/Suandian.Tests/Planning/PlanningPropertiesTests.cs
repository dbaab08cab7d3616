using CsCheck;
using Suandian.Network;

namespace Suandian.Planning;

public class PlanningPropertiesTests
{
    const double Relative = 1e-9; // vertices are certified to 1e-12; sums of other order differ by less than this
    const int Networks = 12;

    static readonly Gen<int> Seeds = Gen.Int[0, 1_000_000];

    [Fact]
    public void Any_plan_is_certified_and_replays_under_both_line_models() => Seeds.Sample(seed =>
    {
        var transport = Plans.Solve(RandomNetwork.Draw(seed));
        var kirchhoff = Plans.Solve(RandomNetwork.Draw(seed), LineModel.Kirchhoff);

        // the voltage law only takes plans away
        Assert.True(kirchhoff.ObjectiveYuan >= transport.ObjectiveYuan * (1 - Relative));
    }, iter: Networks);

    [Fact]
    public void Doubling_every_cost_doubles_the_cost_of_the_plan() => Seeds.Sample(seed =>
    {
        var network = RandomNetwork.Draw(seed).Build();

        var (once, twice) = (Plans.Solve(network), Plans.Solve(Doubled(network)));

        Assert.Equal(2 * once.ObjectiveYuan, twice.ObjectiveYuan, Relative * Math.Abs(twice.ObjectiveYuan));
    }, iter: Networks);

    [Fact]
    public void The_order_of_components_does_not_matter() => Seeds.Sample(seed =>
    {
        var network = RandomNetwork.Draw(seed);
        var turned = network with
        {
            Generators = [.. network.Generators.Reverse()],
            Storages = [.. network.Storages.Reverse()],
            Lines = [.. network.Lines.Reverse()],
            Loads = [.. network.Loads.Reverse()],
            Trades = [.. network.Trades.Reverse()],
            Rules = [.. network.Rules.Reverse()],
            Workloads = [.. network.Workloads.Reverse()],
            Pairs = [new(0, 0, [], 0), new(1, 0, [0], 4)],
        };

        var (plan, other) = (Plans.Solve(network, LineModel.Kirchhoff), Plans.Solve(turned, LineModel.Kirchhoff));

        Assert.Equal(plan.ObjectiveYuan, other.ObjectiveYuan, Relative * Math.Abs(plan.ObjectiveYuan));
    }, iter: Networks);

    [Fact]
    public void A_tighter_rule_is_never_cheaper() => Seeds.Sample(seed =>
    {
        var network = RandomNetwork.Draw(seed);
        double Cost(double green) => Plans.Solve(network with { Rules = [network.Rules[0] with { Limit = green }] }).ObjectiveYuan;

        var costs = new[] { 0.1, 0.4, 0.7 }.Select(Cost).ToArray();

        Assert.True(costs[0] <= costs[1] + Relative * Math.Abs(costs[1]) && costs[1] <= costs[2] + Relative * Math.Abs(costs[2]));
    }, iter: Networks);

    [Fact]
    public void A_longer_deadline_is_never_dearer() => Seeds.Sample(seed =>
    {
        var network = RandomNetwork.Draw(seed);
        double Cost(int hours) => Plans.Solve(network with
        {
            Workloads = [network.Workloads[0] with { DeadlineH = hours }, network.Workloads[1]],
        }).ObjectiveYuan;

        var costs = new[] { 4, 2, 1, 0 }.Select(Cost).ToArray();

        Assert.All(costs.Zip(costs.Skip(1)), pair => Assert.True(pair.First <= pair.Second + Relative * Math.Abs(pair.Second)));
    }, iter: Networks);

    [Fact]
    public void Work_never_waits_longer_when_waiting_gets_dearer() => Seeds.Sample(seed =>
    {
        var network = RandomNetwork.Draw(seed);
        var weight = network.Build().Snapshots.WeightH;
        double Waited(double price)
        {
            var plan = Plans.Solve(network with
            {
                Workloads = [network.Workloads[0] with { DeadlineH = 4, WaitingCost = price }, network.Workloads[1]],
            });
            return weight.Select((w, t) => w * plan.BacklogGpuH[t]).Sum();
        }

        var waits = new[] { 0, 1e-3, 0.03, 1 }.Select(Waited).ToArray();

        // two optima exchanged: (p₂ − p₁)(wait₂ − wait₁) ≤ 0, up to what violations of 1e-6 MW of 1000 GPU-h/MWh allow in 8760 h
        Assert.All(waits.Zip(waits.Skip(1)), pair => Assert.True(pair.Second <= pair.First * (1 + Relative) + 1e-3 * 8760));
    }, iter: Networks);

    [Fact]
    public void The_shadow_price_of_a_share_lies_between_the_savings_of_a_step_either_way() => Seeds.Sample(seed =>
    {
        var network = RandomNetwork.Draw(seed);
        PlanningSolution Solve(double green) => Plans.Solve(network with { Rules = [network.Rules[0] with { Limit = green }] });
        var (step, plan) = (1e-4, Solve(0.6));

        var loosened = (plan.ObjectiveYuan - Solve(0.6 - step).ObjectiveYuan) / (100 * step);
        var tightened = (Solve(0.6 + step).ObjectiveYuan - plan.ObjectiveYuan) / (100 * step);

        // the cost is convex in the limit up to the product of share and use, which changes by the step
        var slack = 1e-3 * (1 + tightened);
        Assert.InRange(plan.RuleShadowYuan[0], loosened - slack, tightened + slack);
    }, iter: Networks);

    [Fact]
    public void The_worth_of_a_limit_lies_between_the_savings_of_a_step_either_way() => Seeds.Sample(seed =>
    {
        var network = RandomNetwork.Draw(seed);
        PlanningSolution Solve(double mw) => Plans.Solve(network with { Lines = [network.Lines[0], network.Lines[1] with { ExistingMw = mw }, network.Lines[2]] });
        var (step, plan) = (1e-3, Solve(2));

        var more = (plan.ObjectiveYuan - Solve(2 + step).ObjectiveYuan) / step;
        var less = (Solve(2 - step).ObjectiveYuan - plan.ObjectiveYuan) / step;

        var shadow = plan.LimitShadows.Single(s => s.Name == "l2");
        Assert.Equal("capacity_mw", shadow.Column);
        Assert.InRange(shadow.YuanPerUnit, more - 1, less + 1);
    }, iter: Networks);

    static HourlyNetwork Doubled(HourlyNetwork n)
    {
        static double[] Twice(double[] values) => Array.ConvertAll(values, v => 2 * v);
        return n with
        {
            Generators = n.Generators with
            {
                AnnualCostYuanPerMw = Twice(n.Generators.AnnualCostYuanPerMw),
                ExistingCostYuanPerMw = Twice(n.Generators.ExistingCostYuanPerMw),
                MarginalCostYuanPerMwh = Twice(n.Generators.MarginalCostYuanPerMwh),
            },
            StorageUnits = n.StorageUnits with
            {
                AnnualCostYuanPerMw = Twice(n.StorageUnits.AnnualCostYuanPerMw),
                AnnualCostYuanPerMwh = Twice(n.StorageUnits.AnnualCostYuanPerMwh),
                MarginalCostYuanPerMwh = Twice(n.StorageUnits.MarginalCostYuanPerMwh),
            },
            Stores = n.Stores with { AnnualCostYuanPerMwh = Twice(n.Stores.AnnualCostYuanPerMwh) },
            Links = n.Links with
            {
                AnnualCostYuanPerMw = Twice(n.Links.AnnualCostYuanPerMw),
                MarginalCostYuanPerMwh = Twice(n.Links.MarginalCostYuanPerMwh),
            },
            Lines = n.Lines with { AnnualCostYuanPerMw = Twice(n.Lines.AnnualCostYuanPerMw) },
            Trades = n.Trades with
            {
                PriceYuanPerMwh = Twice(n.Trades.PriceYuanPerMwh),
                DemandChargeYuanPerMw = Twice(n.Trades.DemandChargeYuanPerMw),
            },
            Clusters = n.Clusters with
            {
                HallCostYuanPerMw = Twice(n.Clusters.HallCostYuanPerMw),
                ServerCostYuanPerMw = Twice(n.Clusters.ServerCostYuanPerMw),
            },
            Workloads = n.Workloads with
            {
                PenaltyYuanPerGpuH = Twice(n.Workloads.PenaltyYuanPerGpuH),
                WaitingCostYuanPerGpuHourH = Twice(n.Workloads.WaitingCostYuanPerGpuHourH),
            },
            Fibres = n.Fibres with { AnnualCostYuanPerGbitS = Twice(n.Fibres.AnnualCostYuanPerGbitS) },
            ShedPriceYuanPerMwh = 2 * n.ShedPriceYuanPerMwh,
            Co2PriceYuanPerT = 2 * n.Co2PriceYuanPerT,
        };
    }
}
