namespace Suandian.Cases.Pypsa;

/// <summary>Prices at the buses of imported networks (PyPSA: <c>marginal_price</c>), derived in the test or published with the network.</summary>
public class PypsaPricesTests
{
    [Fact]
    public void Prices_of_the_first_rungs_are_those_PyPSA_found()
    {
        // published beside the optima (source: as the networks)
        double[] third = [30, 100 / 9.0, 100 / 9.0, 100 / 9.0];
        Prices(PypsaLadder.All[0].Network, [10, 10, 10, 10], third);
        Prices(PypsaLadder.All[1].Network, [10, 10, 10, 10], [100 / 9.0, 15, 100 / 9.0, 15.545420021161021]);
    }

    [Fact]
    public void A_price_is_per_MWh_whatever_a_snapshot_weighs() =>
        // the last unit of demand is served at 5, then at 50
        Prices(new PypsaDraft([3, 0.5], [7, 13], [11, 17]).Add("buses", "a").Add("loads", "town", "bus=a").Series("loads", "p_set", "town", 10, 30)
            .Add("generators", "cheap", "bus=a p_nom=20 marginal_cost=5").Add("generators", "dear", "bus=a p_nom=100 marginal_cost=50"), [5, 50]);

    [Theory]
    [InlineData(100, 15)] // (10 + 2) / 0.8: what reaches b was bought at a and carried
    [InlineData(5, 50)] // the link is full: b is served at 50
    public void Behind_a_link_power_costs_its_loss_and_its_carriage_or_what_is_there(double link, double price) =>
        Prices(TwoBuses(10).Add("links", "l", FormattableString.Invariant($"bus0=a bus1=b p_nom={link} efficiency=0.8 marginal_cost=2")), [10], [price]);

    [Fact]
    public void In_a_mesh_a_full_line_makes_prices_apart_by_the_flow_it_forces() =>
        // equal reactances: a MW from a to c flows 2/3 on ac and 1/3 over b; line ac is full, so a MW more at c is x from a and 1 − x from b with
        // 2/3 x + 1/3 (1 − x) = 0, x = −1: price 2 × 40 − 10
        Prices(new PypsaDraft().Add("buses", "a").Add("buses", "b").Add("buses", "c")
            .Add("generators", "cheap", "bus=a p_nom=100 marginal_cost=10").Add("generators", "dear", "bus=b p_nom=100 marginal_cost=40")
            .Add("lines", "ab", "bus0=a bus1=b x=0.1 s_nom=100").Add("lines", "bc", "bus0=b bus1=c x=0.1 s_nom=100").Add("lines", "ac", "bus0=a bus1=c x=0.1 s_nom=30")
            .Add("loads", "town", "bus=c p_set=60"), [10], [40], [70]);

    [Fact]
    public void The_hour_for_which_a_plant_is_built_pays_for_it() =>
        // capital 100 over the weight 2 of the hour in which all of it is needed
        Prices(new PypsaDraft([3, 2]).Add("buses", "a").Add("loads", "town", "bus=a").Series("loads", "p_set", "town", 10, 20)
            .Add("generators", "g", "bus=a p_nom_extendable=True capital_cost=100 marginal_cost=10"), [10, 10 + 50]);

    [Fact]
    public void What_a_store_gives_back_costs_its_losses() =>
        // charged at 10 in the first hour, 0.8 × 0.9 comes back in the second: 10 / 0.72 < 50
        Prices(new PypsaDraft(2).Add("buses", "a").Add("loads", "town", "bus=a").Series("loads", "p_set", "town", 10, 10)
            .Add("generators", "g", "bus=a p_nom=100").Series("generators", "marginal_cost", "g", 10, 50)
            .Add("storage_units", "s", "bus=a p_nom=40 max_hours=5 efficiency_store=0.8 efficiency_dispatch=0.9 cyclic_state_of_charge=True"), [10, 10 / 0.72]);

    [Fact]
    public void Under_a_limit_of_CO2_the_clean_plant_makes_the_price() =>
        Prices(Town(10).Add("carriers", "coal", "co2_emissions=1").Add("generators", "coal", "bus=a carrier=coal p_nom=100 marginal_cost=10").Add("generators", "clean", "bus=a p_nom=100 marginal_cost=80")
            .Add("global_constraints", "co2", "type=primary_energy carrier_attribute=co2_emissions sense=<= constant=6"), [80]);

    [Fact]
    public void A_negative_load_is_a_supply_and_leaves_the_price() =>
        Prices(Town(10).Add("loads", "sun", "bus=a p_set=4 sign=1").Add("generators", "g", "bus=a p_nom=100 marginal_cost=7"), [7]);

    [Fact]
    public void A_unit_that_is_on_leaves_the_price_to_what_still_moves() =>
        // both units on, u at its least output of 5 MW: the next MW comes from v at 20
        Prices(Town(12).Add("generators", "u", "bus=a p_nom=10 committable=True p_min_pu=0.5 marginal_cost=30").Add("generators", "v", "bus=a p_nom=8 marginal_cost=20"), [20]);

    static PypsaDraft Town(double load) => new PypsaDraft().Add("buses", "a").Add("loads", "town", FormattableString.Invariant($"bus=a p_set={load}"));

    static PypsaDraft TwoBuses(double load) => new PypsaDraft().Add("buses", "a").Add("buses", "b").Add("loads", "town", FormattableString.Invariant($"bus=b p_set={load}"))
        .Add("generators", "cheap", "bus=a p_nom=100 marginal_cost=10").Add("generators", "dear", "bus=b p_nom=100 marginal_cost=50");

    /// <summary>Prices at each bus, in the order of the buses, one a snapshot; of a plan at a vertex.</summary>
    static void Prices(PypsaDraft network, params double[][] expected)
    {
        var plan = PypsaText.Plan(network.Text());
        Assert.Equal(expected.SelectMany(bus => bus).Select(price => Math.Round(price, 6)), plan.BusPriceYuanPerMwh.Select(price => Math.Round(price, 6)));
    }
}
