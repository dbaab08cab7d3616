namespace Suandian.Planning.Formulation;

public class TradingTests
{
    static TinyNetwork Network(TinyTrade grid) => new()
    {
        Hours = 2,
        Month = [1, 2],
        Trades = [grid],
        Loads = [new("town", 0, [3, 5])],
        Generators = [new("diesel", 0) { ExistingMw = 100, MarginalCost = 1e4 }],
    };

    [Fact]
    public void Each_month_pays_for_its_own_peak_and_months_left_out_for_the_mean_of_the_others()
    {
        var plan = Plans.Solve(Network(new("grid", 0, true) { MaxMw = 10, DemandCharge = 100, DemandPeriods = 12 }));

        // two months of twelve are there, so each stands for six: (3 + 5) MW × 100 yuan × 6
        Assert.Equal(4800, plan.ObjectiveYuan, 1e-6);
        Assert.Equal([3, 5], plan.TradePeakMw[..2], (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.True(double.IsNaN(plan.TradePeakMw[2]));
    }

    [Fact]
    public void A_charge_by_the_year_pays_for_the_highest_power_once()
    {
        var plan = Plans.Solve(Network(new("grid", 0, true) { MaxMw = 10, DemandCharge = 1000, DemandPeriods = 1 }));

        Assert.Equal(5000, plan.ObjectiveYuan, 1e-6);
        Assert.Equal(5, plan.TradePeakMw[0], 1e-6);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1000, 1)]
    public void One_more_megawatt_of_connection_saves_what_it_replaces(double charge, int periods)
    {
        var plan = Plans.Solve(Network(new("grid", 0, true) { MaxMw = 4, Price = [100], DemandCharge = charge, DemandPeriods = periods }));

        // binds in hour 1 only (4380 h/a): diesel at 10 000 against the grid at 100 yuan/MWh, less the charge for the MW
        var shadow = plan.LimitShadows.Single(s => s.Component == "tariffs");
        Assert.Equal(4380 * (1e4 - 100) - charge, shadow.YuanPerUnit, 1e-3);
        Assert.Equal("power_max_mw", shadow.Column);
    }

    [Fact]
    public void Export_earns_its_price_up_to_the_limit_of_the_connection()
    {
        var network = new TinyNetwork
        {
            Hours = 1,
            Generators = [new("wind", 0) { ExistingMw = 10, MarginalCost = 1 }],
            Trades = [new("export", 0, false) { MaxMw = 6, Price = [5] }],
        };

        var plan = Plans.Solve(network);

        Assert.Equal(-8760 * 6 * (5 - 1), plan.ObjectiveYuan, 1e-3);
    }
}
