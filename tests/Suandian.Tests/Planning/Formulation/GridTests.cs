using Suandian.Network;

namespace Suandian.Planning.Formulation;

public class GridTests
{
    static TinyNetwork Parallel(double shortLimit, double longLimit) => new()
    {
        Hours = 1,
        Buses = ["north", "south"],
        Generators = [new("wind", 0) { ExistingMw = 10 }],
        Lines =
        [
            new("short", 0, 1) { ExistingMw = shortLimit, ReactancePu = 0.001 },
            new("long", 1, 0) { ExistingMw = longLimit, ReactancePu = 0.002 },
        ],
        Loads = [new("town", 1, [3])],
        ShedPrice = 100,
    };

    [Fact]
    public void Kirchhoff_sends_twice_the_flow_over_half_the_reactance()
    {
        var plan = Plans.Solve(Parallel(10, 10), LineModel.Kirchhoff);

        // 3 MW over reactances 1 : 2 split 2 : 1; the second line runs from south to north, so its flow is negative
        Assert.Equal(2, plan.LineMw[0], 1e-6);
        Assert.Equal(-1, plan.LineMw[1], 1e-6);
    }

    [Theory]
    [InlineData(LineModel.Kirchhoff, 1.5)]
    [InlineData(LineModel.Transport, 0)]
    public void A_short_line_of_one_megawatt_holds_the_long_one_at_half(LineModel lines, double shed)
    {
        var plan = Plans.Solve(Parallel(1, 10), lines);

        // 1 MW on the short line allows 0.5 MW on the long one: 1.5 of 3 MW arrive; the transport model sends 2 MW over the long one
        Assert.Equal(shed, plan.ShedMw[1], 1e-6);
        Assert.Equal(8760 * 100 * shed, plan.ObjectiveYuan, 1e-3);
    }

    [Fact]
    public void A_triangle_of_equal_lines_sends_two_thirds_the_short_way()
    {
        var network = new TinyNetwork
        {
            Hours = 1,
            Buses = ["a", "b", "c"],
            Generators = [new("wind", 0) { ExistingMw = 10 }],
            Lines =
            [
                new("ab", 0, 1) { ExistingMw = 10, ReactancePu = 0.01 },
                new("cb", 2, 1) { ExistingMw = 10, ReactancePu = 0.01 },
                new("ac", 0, 2) { ExistingMw = 10, ReactancePu = 0.01 },
            ],
            Loads = [new("town", 1, [3])],
        };

        var plan = Plans.Solve(network, LineModel.Kirchhoff);

        Assert.Equal(2, plan.LineMw[0], 1e-6);
        Assert.Equal(1, plan.LineMw[1], 1e-6);
        Assert.Equal(1, plan.LineMw[2], 1e-6);
    }

    [Fact]
    public void A_line_in_a_cycle_without_reactance_is_refused_by_name()
    {
        var network = Parallel(1, 1) with { Lines = [new("p", 0, 1) { ExistingMw = 1 }, new("q", 0, 1) { ExistingMw = 1 }] };

        var error = Assert.Throws<ArgumentException>(() => Plans.Build(network.Build(), LineModel.Kirchhoff));

        Assert.Contains("'q'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lossy_link_is_sized_at_its_sending_end_and_raises_the_price_behind_it()
    {
        var network = new TinyNetwork
        {
            Hours = 1,
            Buses = ["desert", "city"],
            Generators = [new("wind", 0) { ExistingMw = 100, MarginalCost = 18 }],
            Links = [new("hvdc", 0, 1) { MaxMw = 50, AnnualCost = 876, Efficiency = 0.9, MarginalCost = 2 }],
            Loads = [new("town", 1, [9])],
        };

        var plan = Plans.Solve(network);

        // 9 / 0.9 = 10 MW sent; (18 + 2) yuan/MWh × 8760 h × 10 MW + 876 × 10
        Assert.Equal(10, plan.LinkCapacityMw[0], 1e-6);
        Assert.Equal(8760 * 200 + 8760, plan.ObjectiveYuan, 1e-3);
        Assert.Equal(18, plan.BusPriceYuanPerMwh[0], 1e-6);
        Assert.Equal((18 + 2 + 0.1) / 0.9, plan.BusPriceYuanPerMwh[1], 1e-6);
    }

    [Fact]
    public void A_two_way_link_loses_power_either_way()
    {
        var network = new TinyNetwork
        {
            Hours = 2,
            Buses = ["a", "b"],
            Generators =
            [
                new("day", 0) { ExistingMw = 10, AvailabilityPu = [1, 0] },
                new("night", 1) { ExistingMw = 10, AvailabilityPu = [0, 1] },
            ],
            Links = [new("hvdc", 0, 1) { ExistingMw = 10, Efficiency = 0.5, TwoWay = true }],
            Loads = [new("a", 0, [0, 2]), new("b", 1, [1, 0])],
        };

        var plan = Plans.Solve(network);

        // forward 1 / 0.5 = 2 MW from a in hour 0, backward 2 / 0.5 = 4 MW from b in hour 1
        Assert.Equal(2, plan.LinkForwardMw[0], 1e-6);
        Assert.Equal(4, plan.LinkBackwardMw[1], 1e-6);
    }
}
