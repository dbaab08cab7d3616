namespace Suandian.Cases.Pypsa;

/// <summary>Tiny networks with units and ramps whose optimum is derived in the test.</summary>
public class PypsaUnitsTests
{
    [Fact]
    public void The_output_before_limits_the_first_step() =>
        // 5 + 0.1 × 100 = 15 of 30 MW; the rest at 50
        Costs(15 * 50, Town(30).Add("generators", "g", "bus=a p_nom=100 ramp_limit_up=0.1 p_init=5").Add("generators", "dear", "bus=a p_nom=100 marginal_cost=50"));

    [Fact]
    public void A_unit_that_was_running_comes_down_by_its_ramp_or_stops() =>
        // from 50 to at least 30 MW, of which 10 are needed and 20 dumped at 7; stopped, the 10 would cost 100 each
        Costs(20 * 7, Town(10).Add("generators", "u", "bus=a p_nom=100 committable=True ramp_limit_down=0.2 p_init=50")
            .Add("generators", "dump", "bus=a sign=-1 p_nom=100 marginal_cost=7").Add("generators", "dear", "bus=a p_nom=100 marginal_cost=100"));

    [Fact]
    public void A_unit_that_was_off_starts_by_its_start_ramp() =>
        // 0.3 × 100 of 50 MW; the rest at 50
        Costs(20 * 50, Town(50).Add("generators", "u", "bus=a p_nom=100 committable=True p_min_pu=0.1 ramp_limit_start_up=0.3 up_time_before=0")
            .Add("generators", "dear", "bus=a p_nom=100 marginal_cost=50"));

    [Fact]
    public void A_unit_whose_start_is_forbidden_stays_off_although_its_linear_problem_multiplies_every_tolerance() =>
        // on at once it may give at most 0.6 and must give at least 1 − 0.33 of its size, so never: 8 × 50 MW at 10.
        // In the linear problem a share of 1e-7 in one hour allows some 20 times as much in the next.
        Costs(8 * 50 * 10, Town(50, 50, 50, 50, 50, 50, 50, 50)
            .Add("generators", "u", "bus=a p_nom=29.78 committable=True p_min_pu=0.54 ramp_limit_down=0.33 ramp_limit_start_up=0.6 up_time_before=0 marginal_cost=1")
            .Add("generators", "dear", "bus=a p_nom=100 marginal_cost=10"));

    [Theory]
    [InlineData(100, 4200)] // 10 MW at 100, on in two hours (20 × 100), 4 MW at 300
    [InlineData(300, 6000)] // 4 MW at 300, always on with 4, 2, 2, 4 MW (12 × 100), 12 MW at 300
    public void A_unit_whose_size_is_chosen_is_on_or_off_with_that_size(double capital, double cost) =>
        Costs(cost, Ring().Add("generators", "u", string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"bus=a p_nom_extendable=True p_nom_max=25 committable=True p_min_pu=0.5 capital_cost={capital} marginal_cost=100")));

    [Fact]
    public void A_unit_without_largest_size_costs_the_same() =>
        Costs(4200, Ring().Add("generators", "u", "bus=a p_nom_extendable=True committable=True p_min_pu=0.5 capital_cost=100 marginal_cost=100"));

    [Fact]
    public void Units_built_in_modules_are_on_with_a_number_of_them() =>
        // two of 5 MW, each at least 3: 10 × 50, both on for 10 MW (20 × 100), none for 2 MW (4 × 300)
        Costs(3700, Ring().Add("generators", "u", "bus=a p_nom_extendable=True p_nom_max=25 p_nom_mod=5 committable=True p_min_pu=0.6 capital_cost=50 marginal_cost=100"));

    [Fact]
    public void A_unit_whose_size_is_chosen_rises_by_a_share_of_it() =>
        // 8 MW in hours 1 … 4 of 4, 6, 8, 8 MW: 4 MW at first (start), then by a quarter of the size: 4 + 2 + 2; 8 × 10 + 26 × 1
        Costs(8 * 10 + 26, new PypsaDraft(4).Add("buses", "a").Add("loads", "town", "bus=a").Series("loads", "p_set", "town", 4, 6, 8, 8)
            .Add("generators", "u", "bus=a p_nom_extendable=True p_nom_max=50 committable=True up_time_before=0 p_min_pu=0.1 ramp_limit_up=0.25 ramp_limit_start_up=0.5 capital_cost=10 marginal_cost=1")
            .Add("generators", "dear", "bus=a p_nom=100 marginal_cost=500"));

    [Theory]
    [InlineData(12, 12 - 7 * 3)] // draws 7 MW, paid 3 each; 12 MW made at 1
    [InlineData(9, 5)] // could draw 4 MW, less than its 5: off
    public void A_unit_of_sign_minus_one_draws_while_it_is_on(double most, double cost) =>
        Costs(cost, Town(5).Add("generators", "sink", "bus=a sign=-1 committable=True p_nom=10 p_min_pu=0.5 marginal_cost=-3")
            .Add("generators", "g", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"bus=a p_nom={most} marginal_cost=1")));

    /// <summary>10, 2, 2 and 10 MW, or 300 for each.</summary>
    static PypsaDraft Ring() => Town(10, 2, 2, 10).Add("generators", "dear", "bus=a p_nom=100 marginal_cost=300");

    static PypsaDraft Town(params double[] load) => new PypsaDraft(load.Length).Add("buses", "a").Add("loads", "town", "bus=a").Series("loads", "p_set", "town", load);

    static void Costs(double expected, PypsaDraft network) => PypsaText.Costs(expected, network.Text());
}
