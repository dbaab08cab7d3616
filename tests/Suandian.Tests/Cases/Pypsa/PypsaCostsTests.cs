namespace Suandian.Cases.Pypsa;

/// <summary>Overnight costs, fixed costs and limits at buses; each optimum is derived in the test.</summary>
public class PypsaCostsTests
{
    [Theory]
    [InlineData("discount_rate=0.1 lifetime=10", 0.162745394882511)] // 0.1 / (1 − 1.1^−10)
    [InlineData("discount_rate=0 lifetime=20", 0.05)]
    [InlineData("discount_rate=0.07", 0.07)] // no end: the interest alone
    [InlineData("discount_rate=-0.02", 0)]
    public void An_overnight_cost_is_paid_by_its_annuity(string terms, double annuity) =>
        // 10 MW in a snapshot that stands for a year
        PypsaText.Costs(10 * 1000 * annuity, Town(8760).Add("generators", "g", "bus=a p_nom_extendable=True overnight_cost=1000 " + terms).Text());

    [Fact]
    public void An_annuity_counts_for_the_years_of_the_snapshots_and_fixed_cost_for_all_of_them() =>
        // a quarter of a year: 10 × (1000 × 0.05 / 4 + 3); the capital cost beside the overnight cost is not looked at
        PypsaText.Costs(10 * (12.5 + 3), Town(2190).Add("generators", "g", "bus=a p_nom_extendable=True overnight_cost=1000 discount_rate=0 lifetime=20 fom_cost=3 capital_cost=999").Text());

    [Fact]
    public void Fixed_cost_stands_beside_the_capital_cost_and_counts_in_limits_of_transmission_cost() =>
        // the link may cost 60: at 5 + 7 each MW 5 MW, and the other 5 are served at 100
        PypsaText.Costs(60 + 500, new PypsaDraft().Add("buses", "a").Add("buses", "b").Add("carriers", "dc").Add("loads", "town", "bus=b p_set=10")
            .Add("generators", "free", "bus=a p_nom=100").Add("generators", "dear", "bus=b p_nom=100 marginal_cost=100")
            .Add("links", "l", "bus0=a bus1=b carrier=dc p_nom_extendable=True capital_cost=5 fom_cost=7")
            .Add("global_constraints", "cost", "type=transmission_expansion_cost_limit carrier_attribute=dc sense=<= constant=60").Text());

    [Fact]
    public void Periods_pay_the_annuity_of_their_own_length()
    {
        // each period stands for half a year: 10 × 1000 × 0.05 / 2, weighted 1 and 0.5
        var network = new PypsaDraft([4380, 4380]) { Periods = [(2020, 1, 10), (2030, 0.5, 10)] }.Add("buses", "a").Add("loads", "town", "bus=a p_set=10")
            .Add("generators", "g", "bus=a p_nom_extendable=True overnight_cost=1000 discount_rate=0 lifetime=20 build_year=2020");

        PypsaText.Costs(250 * 1.5, network.Text());
    }

    [Theory]
    [InlineData("overnight_cost=9", "SD1110 generators.csv:2 discount_rate")]
    [InlineData("overnight_cost=9 discount_rate=0.1 lifetime=0", "SD1110 generators.csv:2 lifetime")]
    public void An_overnight_cost_without_a_rate_or_a_life_is_a_problem(string attributes, string expected) =>
        Assert.Contains(expected, Problems(Town(1).Add("generators", "g", "bus=a p_nom_extendable=True " + attributes)));

    [Fact]
    public void Periods_of_unlike_length_and_an_overnight_cost_are_refused_as_PyPSA_does() => Assert.Contains("SD1105 generators.csv:2 overnight_cost",
        Problems(new PypsaDraft([1, 2]) { Periods = [(2020, 1, 10), (2030, 1, 10)] }.Add("buses", "a").Add("generators", "g", "bus=a p_nom_extendable=True overnight_cost=9 discount_rate=0.1")));

    [Fact]
    public void At_a_bus_no_more_of_a_carrier_is_built_than_its_column_says() =>
        // at a 4 MW of wind in all at 1 each MW, 6 MW of gas at 20
        PypsaText.Costs(4 * 1 + 6 * 20, new PypsaDraft().Add("carriers", "wind").Add("buses", "a", "nom_max_wind=4").Add("buses", "b").Add("loads", "town", "bus=a p_set=10")
            .Add("generators", "w1", "bus=a carrier=wind p_nom_extendable=True capital_cost=1 p_nom_max=3").Add("generators", "w2", "bus=a carrier=wind p_nom_extendable=True capital_cost=1 p_nom_max=3")
            .Add("generators", "gas", "bus=a p_nom_extendable=True capital_cost=20").Text());

    [Fact]
    public void At_a_bus_so_much_of_a_carrier_is_built_and_stores_count_but_not_links() =>
        // the least is 9: a store at 2 is cheaper than a generator at 3; the link of the carrier is free and does not count
        PypsaText.Costs(9 * 2, new PypsaDraft().Add("carriers", "h2").Add("buses", "a", "nom_min_h2=9").Add("buses", "b")
            .Add("stores", "tank", "bus=a carrier=h2 e_nom_extendable=True capital_cost=2").Add("generators", "g", "bus=a carrier=h2 p_nom_extendable=True capital_cost=3")
            .Add("links", "l", "bus0=a bus1=b carrier=h2 p_nom_extendable=True").Text());

    [Fact]
    public void A_limit_of_a_period_counts_what_stands_in_it() =>
        // 10 MW in each period; wind of 2020 (life 5) serves the first alone; in 2030 4 MW of wind at 1 and 6 MW of gas at 50
        PypsaText.Costs(10 * 1 + 4 * 1 + 6 * 50, new PypsaDraft(2) { Periods = [(2020, 1, 10), (2030, 1, 10)] }.Add("carriers", "wind").Add("buses", "a", "nom_max_wind_2030=4").Add("loads", "town", "bus=a p_set=10")
            .Add("generators", "w20", "bus=a carrier=wind p_nom_extendable=True capital_cost=1 build_year=2020 lifetime=5")
            .Add("generators", "w30", "bus=a carrier=wind p_nom_extendable=True capital_cost=1 build_year=2030 lifetime=25")
            .Add("generators", "gas", "bus=a p_nom=100 marginal_cost=50").Text());

    [Fact]
    public void A_column_that_names_no_carrier_is_left_out_with_a_warning() =>
        Assert.Equal(["SD1103 buses.csv:1 nom_max_wnd"], Problems(new PypsaDraft().Add("carriers", "wind").Add("buses", "a", "nom_max_wnd=4")));

    static PypsaDraft Town(double hours) => new PypsaDraft([hours]).Add("buses", "a").Add("loads", "town", "bus=a p_set=10");

    static IEnumerable<string> Problems(PypsaDraft network) => PypsaText.Read(network.Text()).Problems.Select(p => $"{p.Code} {p.File}:{p.Row} {p.Column}");
}
