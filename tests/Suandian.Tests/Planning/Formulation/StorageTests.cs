namespace Suandian.Planning.Formulation;

public class StorageTests
{
    [Fact]
    public void A_day_of_two_hours_stores_what_the_second_needs_with_both_losses()
    {
        var network = new TinyNetwork
        {
            Hours = 2,
            Generators = [new("sun", 0) { ExistingMw = 10, AvailabilityPu = [1, 0] }],
            Storages = [new("battery", 0) { DurationH = 2, MaxMw = 100, AnnualCost = 100, ChargeEfficiency = 0.8, DischargeEfficiency = 0.5 }],
            Loads = [new("town", 0, [0, 4])],
        };

        var plan = Plans.Solve(network);

        // discharge 4 MW takes 4 / 0.5 = 8 MWh, which take 8 / 0.8 = 10 MW of charge: 10 MW × 100 yuan/MW; 2 h × 10 MW hold 8 MWh
        Assert.Equal(1000, plan.ObjectiveYuan, 1e-6);
        Assert.Equal([10, 0], plan.ChargeMw, Near);
        Assert.Equal([8, 0], plan.LevelMwh, Near);
        Assert.Equal(20, plan.StorageEnergyMwh[0], 1e-6);
    }

    [Fact]
    public void Standing_loss_is_taken_from_the_level_of_the_hour_before()
    {
        var network = new TinyNetwork
        {
            Hours = 2,
            Generators = [new("sun", 0) { ExistingMw = 10, AvailabilityPu = [1, 0] }],
            Storages = [new("battery", 0) { MaxMw = 100, MaxMwh = 100, AnnualCost = 3, AnnualCostEnergy = 7, StandingLossPerH = 0.5 }],
            Loads = [new("town", 0, [0, 4])],
        };

        var plan = Plans.Solve(network);

        // 4 MWh after losing half: 8 MWh at the end of hour 0, charged with 8 MW: 8 × 3 + 8 × 7
        Assert.Equal(80, plan.ObjectiveYuan, 1e-6);
        Assert.Equal([8, 0], plan.LevelMwh, Near);
    }

    [Fact]
    public void What_is_not_cyclic_begins_each_block_from_its_initial_level()
    {
        var network = new TinyNetwork
        {
            Hours = 4,
            Blocks = 2,
            Storages = [new("battery", 0) { ExistingMw = 10, ExistingMwh = 8, Cyclic = false, InitialLevelPu = 0.75, InflowMw = [0, 0, 3, 0] }],
            Loads = [new("town", 0, [2, 4, 2, 4])],
        };

        var plan = Plans.Solve(network);

        // 0.75 × 8 = 6 MWh before each block; the inflow of 3 MW in hour 2 would overfill nothing: 6 − 2 + 3 = 7, then 7 − 4 = 3
        Assert.Equal([4, 0], plan.LevelMwh[..2], Near);
        Assert.Equal(3, plan.LevelMwh[3] + plan.SpillMw[2], 1e-6);
    }

    [Fact]
    public void Inflow_that_does_not_fit_is_spilled()
    {
        var network = new TinyNetwork
        {
            Hours = 2,
            Storages = [new("dam", 0) { ExistingMw = 1, ExistingMwh = 2, InflowMw = [5, 0] }],
            Loads = [new("town", 0, [1, 1])],
        };

        var plan = Plans.Solve(network);

        // 5 MWh come, 1 + 1 are used: 3 are spilled
        Assert.Equal(3, plan.SpillMw[0], 1e-6);
    }

    [Fact]
    public void A_store_behind_two_links_keeps_energy_without_a_power_of_its_own()
    {
        var network = new TinyNetwork
        {
            Hours = 2,
            Buses = ["bus", "inside"],
            Generators = [new("sun", 0) { ExistingMw = 10, AvailabilityPu = [1, 0] }],
            Stores = [new("battery", 1) { MaxMwh = 100, AnnualCost = 7 }],
            Links =
            [
                new("in", 0, 1) { MaxMw = 100, AnnualCost = 2, Efficiency = 0.8 },
                new("out", 1, 0) { MaxMw = 100, AnnualCost = 3, Efficiency = 0.5 },
            ],
            Loads = [new("town", 0, [0, 4])],
        };

        var plan = Plans.Solve(network);

        // out 4 / 0.5 = 8 MW inside, store 8 MWh, in 8 / 0.8 = 10 MW: 8 × 3 + 8 × 7 + 10 × 2
        Assert.Equal(100, plan.ObjectiveYuan, 1e-6);
        Assert.Equal([-8, 8], plan.StoreMw, Near);
    }

    static bool Near(double expected, double actual) => Math.Abs(expected - actual) <= 1e-6;
}
