using Suandian.Cases;
using Suandian.Network;

namespace Suandian.Tests.Cases;

public class AnnuityTests
{
    [Fact]
    public void Six_percent_over_25_years_gives_the_factor_of_the_tables()
    {
        // 1.06^25 = 4.2918707; 0.06 / (1 − 1/4.2918707) = 0.0782267, the entry of any printed annuity table
        Assert.Equal(0.0782267, Annuity.Factor(0.06, 25), 1e-7);
    }

    [Fact]
    public void Without_interest_an_investment_is_spread_evenly() => Assert.Equal(0.05, Annuity.Factor(0, 20), 1e-15);

    [Fact]
    public void Upkeep_counts_the_share_and_the_figure_in_yuan()
    {
        var cost = new Cost
        {
            Name = "x",
            Unit = CostUnit.Mw,
            OvernightCostYuanPerUnit = 1000,
            LifetimeYears = 10,
            FixedOmSharePerYear = 0.02,
            FixedOmYuanPerUnitYear = 5,
        };

        Assert.Equal(25, Annuity.Upkeep(cost), 1e-12);
        Assert.Equal(125, Annuity.New(cost, 0), 1e-12);
    }

    [Fact]
    public void The_levelised_cost_of_wind_is_that_of_the_county_figures()
    {
        // DER-08: 4500 yuan/kW, 70 yuan/kW/a, 2848 h/a, 6 %, 25 a give 0.148 yuan/kWh
        var wind = SmallCase.Create().Costs[0];

        Assert.Equal(148, Annuity.New(wind, 0.06) / 2848, 0.5);
    }
}
