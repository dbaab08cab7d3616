using Suandian.Network;

namespace Suandian.Planning.Formulation;

public class AnnualRulesTests
{
    const double Year = 8760;

    static readonly TinyGenerator Wind = new("wind", 0) { ExistingMw = 10, Renewable = true };
    static readonly TinyTrade Export = new("export", 0, false) { MaxMw = 100, Price = [5] };
    static readonly TinyTrade Grid = new("grid", 0, true) { MaxMw = 100, Price = [10] };

    [Fact]
    public void A_green_share_builds_green_power_up_to_the_share_of_use()
    {
        var plan = Solve(10, AnnualRuleKind.GreenShareMin, 0.3,
            new TinyGenerator("pv", 0) { MaxMw = 100, AnnualCost = 100 * Year, Renewable = true }, Grid);

        // 3 MW of pv at 100 and 7 MW of import at 10 yuan/MWh; a point less saves 0.1 MW × 90
        Assert.Equal(Year * (3 * 100 + 7 * 10), plan.ObjectiveYuan, 1e-3);
        Assert.Equal(0.1 * 90 * Year, plan.RuleShadowYuan[0], 1e-3);
    }

    [Fact]
    public void Green_imports_count_towards_the_green_share()
    {
        var plan = Solve(10, AnnualRuleKind.GreenShareMin, 0.3,
            new TinyGenerator("pv", 0) { MaxMw = 100, AnnualCost = 100 * Year, Renewable = true }, Grid with { GreenSharePu = 0.2 });

        // pv + 0.2 (10 − pv) = 3: pv = 1.25
        Assert.Equal(1.25, plan.GeneratorCapacityMw[0], 1e-6);
    }

    [Theory]
    [InlineData(true, 0.75, 5)]
    [InlineData(false, 0.5, 0)]
    public void Electricity_made_of_renewable_heat_counts_as_green(bool renewable, double limit, double blockMw)
    {
        var plan = Plans.Solve(new TinyNetwork
        {
            Hours = 1,
            Buses = ["town", "heat"],
            Generators = [new("field", 1) { ExistingMw = 50 }],
            Links = [new("block", 1, 0) { ExistingMw = 50, Efficiency = 0.4, MarginalCost = 20, Renewable = renewable }],
            Loads = [new("town", 0, [10])],
            Trades = [Grid with { GreenSharePu = 0.5 }],
            Rules = [new() { Name = "rule", Kind = AnnualRuleKind.GreenShareMin, Limit = limit }],
        });

        // a MWh of the block costs 20 / 0.4 = 50 yuan against 10 of import, which is half green: block + 0.5 (10 − block) = limit × 10
        Assert.Equal(blockMw, 0.4 * plan.LinkForwardMw[0], 1e-6);
    }

    [Fact]
    public void A_self_use_share_limits_what_may_be_built_for_export()
    {
        var plan = Solve(6, AnnualRuleKind.SelfUseShareMin, 0.6,
            new TinyGenerator("wind", 0) { MaxMw = 100, AnnualCost = Year, Renewable = true }, Export with { Price = [3] });

        // 6 MW used are at least 0.6 z, so z = 10 and 4 are sold: 10 × 1 − 4 × 3; d cost / d s = 2 × 6 / 0.6² MW
        Assert.Equal(-2 * Year, plan.ObjectiveYuan, 1e-3);
        Assert.Equal(0.01 * 2 * 6 / 0.36 * Year, plan.RuleShadowYuan[0], 1e-3);
    }

    [Fact]
    public void An_export_share_is_taken_of_available_generation()
    {
        var plan = Solve(4, AnnualRuleKind.ExportShareMax, 0.2, Wind, Export);

        // 0.2 × 10 MW sold at 5 yuan/MWh; a point more sells 0.1 MW
        Assert.Equal(-Year * 2 * 5, plan.ObjectiveYuan, 1e-3);
        Assert.Equal(0.1 * 5 * Year, plan.RuleShadowYuan[0], 1e-3);
    }

    [Fact]
    public void An_export_energy_limit_is_priced_by_the_megawatt_hour()
    {
        var plan = Solve(4, AnnualRuleKind.ExportEnergyMax, 1000, Wind, Export);

        Assert.Equal(-5000, plan.ObjectiveYuan, 1e-3);
        Assert.Equal(5, plan.RuleShadowYuan[0], 1e-6);
    }

    [Fact]
    public void A_carbon_limit_is_priced_by_the_tonne()
    {
        var plan = Solve(10, AnnualRuleKind.Co2Max, 0.5 * 6 * Year,
            new TinyGenerator("gas", 0) { ExistingMw = 50, MarginalCost = 10, Co2TPerMwh = 0.5 }, Grid with { Price = [30] });

        // 6 MW of gas at 10 and 4 of import at 30; a tonne more is 2 MWh of gas for import: 2 × 20
        Assert.Equal(Year * (60 + 120), plan.ObjectiveYuan, 1e-3);
        Assert.Equal(40, plan.RuleShadowYuan[0], 1e-6);
    }

    [Fact]
    public void A_curtailment_share_forces_power_out_even_at_a_loss()
    {
        var plan = Solve(5, AnnualRuleKind.CurtailmentShareMax, 0.1, Wind, Export with { Price = [-2] });

        // 1 of 10 MW may be curtailed, 5 are used, so 4 are sold at −2; a point more saves 0.1 MW
        Assert.Equal(Year * 4 * 2, plan.ObjectiveYuan, 1e-3);
        Assert.Equal(0.1 * 2 * Year, plan.RuleShadowYuan[0], 1e-3);
    }

    [Fact]
    public void An_import_share_is_taken_of_use()
    {
        var plan = Solve(10, AnnualRuleKind.ImportShareMax, 0.4, new TinyGenerator("gas", 0) { ExistingMw = 50, MarginalCost = 30 }, Grid);

        // 4 MW of import at 10, 6 of gas at 30; a point more moves 0.1 MW
        Assert.Equal(Year * (40 + 180), plan.ObjectiveYuan, 1e-3);
        Assert.Equal(0.1 * 20 * Year, plan.RuleShadowYuan[0], 1e-3);
    }

    [Fact]
    public void Computing_counts_as_use_with_its_cooling()
    {
        var network = new TinyNetwork
        {
            Hours = 1,
            Generators = [new("gas", 0) { ExistingMw = 50, MarginalCost = 30 }],
            Trades = [Grid],
            Clusters = [new("hall", 0) { ExistingItMw = 4, Pue = [1.25] }],
            Workloads = [new("inference", 0) { ArrivalGpuH = [4000], Penalty = 1e4 }],
            Pairs = [new(0, 0, [], 0)],
            Rules = [new() { Name = "rule", Kind = AnnualRuleKind.ImportShareMax, Limit = 0.4 }],
        };

        var plan = Plans.Solve(network);

        // use is 4 × 1.25 = 5 MW, of which 2 are imported
        Assert.Equal(2, plan.TradeMw[0], 1e-6);
        Assert.Equal(0.05 * 20 * Year, plan.RuleShadowYuan[0], 1e-3);
    }

    [Fact]
    public void A_price_of_carbon_is_paid_on_generation_and_import()
    {
        var network = new TinyNetwork
        {
            Hours = 1,
            Generators = [new("gas", 0) { ExistingMw = 6, MarginalCost = 10, Co2TPerMwh = 0.5 }],
            Trades = [Grid with { Price = [30], Co2TPerMwh = 0.2 }],
            Loads = [new("town", 0, [10])],
            Co2Price = 20,
        };

        var plan = Plans.Solve(network);

        // gas 10 + 0.5 × 20 = 20, import 30 + 0.2 × 20 = 34
        Assert.Equal(Year * (6 * 20 + 4 * 34), plan.ObjectiveYuan, 1e-3);
    }

    static PlanningSolution Solve(double load, AnnualRuleKind kind, double limit, TinyGenerator generator, TinyTrade trade) => Plans.Solve(new TinyNetwork
    {
        Hours = 1,
        Generators = [generator],
        Trades = [trade],
        Loads = [new("town", 0, [load])],
        Rules = [new() { Name = "rule", Kind = kind, Limit = limit }],
    });
}
