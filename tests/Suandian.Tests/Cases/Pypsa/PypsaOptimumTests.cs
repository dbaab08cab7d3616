using static System.Double;

namespace Suandian.Cases.Pypsa;

/// <summary>Tiny networks, one for each attribute, whose optimum is derived in the test; costs in the currency of the network.</summary>
public class PypsaOptimumTests
{
    [Fact]
    public void The_cheaper_generator_runs_first() =>
        // 1st hour 10 MW × 5; 2nd hour 20 × 5 + 10 × 50
        Costs(50 + 100 + 500, Town(10, 30).Add("generators", "cheap", "bus=a p_nom=20 marginal_cost=5").Add("generators", "dear", "bus=a p_nom=100 marginal_cost=50"));

    [Fact]
    public void Costs_take_the_weight_objective() =>
        // 3 × 10 × 5 + 0.5 × 30 × 5
        Costs(150 + 75, new PypsaDraft([3, 0.5], [7, 13], [11, 17]).Add("buses", "a").Add("loads", "town", "bus=a").Series("loads", "p_set", "town", 10, 30)
            .Add("generators", "g", "bus=a p_nom=100 marginal_cost=5"));

    [Fact]
    public void The_old_column_weightings_means_all_three()
    {
        // one step of 4 h: the store gives 20 MWh / 4 h = 5 MW (stores), e_sum_max lets 20 MWh / 4 h = 5 MW run (generators), which
        // cost 4 × 5 × 5 (objective)
        const string Files = """
            == snapshots.csv
            name,weightings
            0,4
            == buses.csv
            name
            a
            == stores.csv
            name,bus,e_nom,e_initial
            s,a,100,20
            == generators.csv
            name,bus,p_nom,marginal_cost,e_sum_max
            g,a,100,5,20
            == loads.csv
            name,bus,p_set
            town,a,10
            """;
        PypsaText.Costs(4 * 5 * 5, Files);
    }

    [Fact]
    public void What_exists_may_be_given_up_down_to_p_nom_min_and_its_cost_is_the_constant()
    {
        // 100 MW exist, 8 are needed and 20 must stay: (20 − 100) × 7 + 2 × 8 × 1; constant 100 × 7
        var plan = PypsaText.Plan(Town(8, 8).Add("generators", "g", "bus=a p_nom=100 p_nom_extendable=True p_nom_min=20 capital_cost=7 marginal_cost=1").Text());

        Assert.Equal(-560 + 16, plan.ObjectiveYuan, 1e-6);
        Assert.Equal(700, plan.ObjectiveConstantYuan!.Value, 1e-9);
    }

    [Fact]
    public void Modules_are_built_whole() =>
        // 30 MW are needed: two modules of 20 at 7 each MW
        Costs(2 * 20 * 7, Hour(30).Add("generators", "g", "bus=a p_nom_extendable=True p_nom_mod=20 capital_cost=7"));

    [Fact]
    public void What_must_run_runs_though_another_is_free() =>
        // p_min_pu 0.5 and 0.25 of 20 MW at 3: (10 + 5) × 3
        Costs(45, Town(10, 10).Add("generators", "must", "bus=a p_nom=20 marginal_cost=3").Series("generators", "p_min_pu", "must", 0.5, 0.25)
            .Add("generators", "free", "bus=a p_nom=20"));

    [Fact]
    public void A_generator_with_a_negative_least_output_takes_power() =>
        // 10 MW must run, 5 are needed; the market takes the other 5 (p_min_pu −0.5 of 10 MW) and pays 2 for each
        Costs(-10, Hour(5).Add("generators", "must", "bus=a p_nom=10 p_min_pu=1").Add("generators", "market", "bus=a p_nom=10 p_min_pu=-0.5 p_max_pu=0 marginal_cost=2"));

    [Fact]
    public void A_generator_of_sign_minus_one_takes_what_it_says_it_gives() =>
        // its p of 5 … 10 MW is drawn at a cost of −3 (a revenue): 10 MW drawn, 15 MW made at 1: 15 − 30
        Costs(-15, Hour(5).Add("generators", "sink", "bus=a sign=-1 p_nom=10 p_min_pu=0.5 marginal_cost=-3").Add("generators", "g", "bus=a p_nom=100 marginal_cost=1"));

    [Fact]
    public void Inactive_components_do_not_count() =>
        Costs(5 * 50, Hour(5).Add("generators", "cheap", "bus=a p_nom=10 marginal_cost=1 active=False").Add("generators", "dear", "bus=a p_nom=10 marginal_cost=50 active=True")
            .Add("loads", "gone", "bus=a p_set=100 active=False"));

    [Fact]
    public void A_load_of_positive_sign_gives() => Costs(3 * 2, Hour(5).Add("loads", "sun", "bus=a sign=1 p_set=2").Add("generators", "g", "bus=a p_nom=10 marginal_cost=2"));

    [Fact]
    public void An_energy_sum_takes_the_weight_generators() =>
        // of the cheap one 3 h × p₁ + 1 h × p₂ ≤ 30 MWh: the second hour first (10 MW), then 20 / 3 MW in the first; the rest at 50
        Costs(50 * (10 - 20.0 / 3), new PypsaDraft([1, 1], [3, 1]).Add("buses", "a").Add("loads", "town", "bus=a p_set=10")
            .Add("generators", "cheap", "bus=a p_nom=10 e_sum_max=30").Add("generators", "dear", "bus=a p_nom=10 marginal_cost=50"));

    [Fact]
    public void Ramps_count_per_snapshot_whatever_it_weighs_and_not_into_the_first() =>
        // the cheap one may begin at 10 MW and rises by 0.1 × 100 = 10: 10, 20, 30 of 10, 60, 60; the rest at 50 with weight 5
        Costs(5 * 50 * (40 + 30), new PypsaDraft([5, 5, 5]).Add("buses", "a").Add("loads", "town", "bus=a").Series("loads", "p_set", "town", 10, 60, 60)
            .Add("generators", "cheap", "bus=a p_nom=100 ramp_limit_up=0.1").Add("generators", "dear", "bus=a p_nom=100 marginal_cost=50"));

    [Fact]
    public void A_ramp_limit_by_the_hour_is_read_from_its_series() =>
        // falls by at most 0.2 × 50 = 10 MW in the second hour: 30 MW made for 20 needed, of which 10 are dumped at 7
        Costs(7 * 10, Town(40, 20).Add("generators", "slow", "bus=a p_nom=50").Series("generators", "ramp_limit_down", "slow", NaN, 0.2)
            .Add("generators", "dump", "bus=a sign=-1 p_nom=100 marginal_cost=7").Add("generators", "none", "bus=a p_nom=100 marginal_cost=100"));

    [Fact]
    public void A_storage_unit_loses_on_the_way_in_out_and_while_it_stands() =>
        // 10 MW out in hour 2 take 10 / 0.8 = 12.5 MWh at its beginning, 12.5 / 0.9 at the end of hour 1, in by 12.5 / 0.9 / 0.5 MW at 1
        Costs(12.5 / 0.9 / 0.5, Town(0, 10).Add("generators", "g", "bus=a p_nom=100").Series("generators", "p_max_pu", "g", 1, 0).Series("generators", "marginal_cost", "g", 1, 1)
            .Add("storage_units", "s", "bus=a p_nom=50 max_hours=1 efficiency_store=0.5 efficiency_dispatch=0.8 standing_loss=0.1"));

    [Fact]
    public void Elapsed_hours_raise_the_share_kept_to_a_power_and_multiply_power() =>
        // 3 h per step: 10 MW take 30 MWh of the level at the end of step 1 × 0.9³; filled in 3 h by 10 / 0.729 MW at 1 with weight 1
        Costs(10 / 0.729, new PypsaDraft([1, 1], null, [3, 3]).Add("buses", "a").Add("loads", "town", "bus=a").Series("loads", "p_set", "town", 0, 10)
            .Add("generators", "g", "bus=a p_nom=100 marginal_cost=1").Series("generators", "p_max_pu", "g", 1, 0)
            .Add("storage_units", "s", "bus=a p_nom=50 max_hours=10 standing_loss=0.1"));

    [Fact]
    public void The_level_before_the_first_snapshot_loses_nothing_in_it() =>
        // 10 MWh stand before hour 1 and 10 MW are drawn in it, though half is lost per hour
        Costs(0, Hour(10).Add("storage_units", "s", "bus=a p_nom=20 state_of_charge_initial=10 standing_loss=0.5"));

    [Fact]
    public void A_cyclic_unit_ends_where_it_began_and_its_initial_level_is_not_read() =>
        Costs(10 * 5, Hour(10).Add("storage_units", "s", "bus=a p_nom=20 state_of_charge_initial=10 cyclic_state_of_charge=True").Add("generators", "g", "bus=a p_nom=20 marginal_cost=5"));

    [Fact]
    public void Inflow_that_finds_no_room_is_spilled_at_its_cost() =>
        // 6 MWh come in, 1 MW is drawn, room for 2 (1 MW × 2 h): 3 are spilled at 4
        Costs(12, Hour(1).Add("storage_units", "lake", "bus=a p_nom=1 max_hours=2 spill_cost=4").Series("storage_units", "inflow", "lake", 6.0));

    [Fact]
    public void Marginal_cost_storage_is_paid_on_the_level() =>
        // 10 MWh stay in hour 1 and 0 in hour 2: 10 × 0.5, weight 2
        Costs(10, new PypsaDraft([2, 2], null, [1, 1]).Add("buses", "a").Add("loads", "town", "bus=a").Series("loads", "p_set", "town", 0, 10)
            .Add("storage_units", "s", "bus=a p_nom=10 state_of_charge_initial=10 marginal_cost_storage=0.5"));

    [Fact]
    public void Efficiencies_of_storage_may_change_by_the_hour() =>
        // in at 0.5 in hour 1 or at 1 in hour 2: 10 MWh for hour 3 are filled in hour 2 at 3 rather than at 2 / 0.5 in hour 1
        Costs(30, Town(0, 0, 10).Add("generators", "g", "bus=a p_nom=100").Series("generators", "p_max_pu", "g", 1, 1, 0).Series("generators", "marginal_cost", "g", 2, 3, 0)
            .Add("storage_units", "s", "bus=a p_nom=100").Series("storage_units", "efficiency_store", "s", 0.5, 1, 1));

    [Fact]
    public void A_store_may_hold_less_than_nothing_where_e_min_pu_says_so() =>
        // begins at 0 and ends at −10 MWh, which nobody has to give back
        Costs(0, Hour(10).Add("stores", "debt", "bus=a e_nom=10 e_min_pu=-1"));

    [Fact]
    public void A_store_pays_on_what_it_gives_and_on_what_it_holds() =>
        // 10 MWh at first: hour 1 holds 10 (× 0.5), hour 2 gives 10 (× 2)
        Costs(5 + 20, Town(0, 10).Add("stores", "s", "bus=a e_nom=10 e_initial=10 marginal_cost=2 marginal_cost_storage=0.5"));

    [Fact]
    public void A_link_brings_less_than_it_takes_and_by_the_hour() =>
        // 10 MW at b need 10 / 0.5 and 10 / 0.8 at a, at 1; the link itself costs 3 per MW sent
        Costs(4 * (20 + 12.5), new PypsaDraft(2).Add("buses", "a").Add("buses", "b").Add("loads", "town", "bus=b p_set=10").Add("generators", "g", "bus=a p_nom=100 marginal_cost=1")
            .Add("links", "l", "bus0=a bus1=b p_nom=100 marginal_cost=3").Series("links", "efficiency", "l", 0.5, 0.8));

    [Fact]
    public void A_link_that_runs_back_takes_efficiency_times_its_flow_from_bus_1() =>
        // p = −10: 0.5 × 10 = 5 MW leave b (made at 2), 10 MW arrive at a
        Costs(10, new PypsaDraft().Add("buses", "a").Add("buses", "b").Add("loads", "town", "bus=a p_set=10").Add("generators", "g", "bus=b p_nom=100 marginal_cost=2")
            .Add("links", "l", "bus0=a bus1=b p_nom=20 p_min_pu=-1 efficiency=0.5"));

    [Fact]
    public void A_link_may_take_from_its_second_output_and_end_nowhere() =>
        // a heat pump: 1 MW from a and 2 from the ground make 3 MW of heat: 4 MW of power at 5, 8 from the ground at 1; the flare burns 1
        Costs(20 + 8 + 1, new PypsaDraft().Add("buses", "a").Add("buses", "heat").Add("buses", "ground").Add("loads", "homes", "bus=heat p_set=12")
            .Add("generators", "g", "bus=a p_nom=100 marginal_cost=5").Add("generators", "soil", "bus=ground p_nom=100 marginal_cost=1")
            .Add("links", "pump", "bus0=a bus1=heat bus2=ground efficiency=3 efficiency2=-2 p_nom=10")
            .Add("links", "flare", "bus0=ground bus1= p_nom=1 p_min_pu=1"));

    [Fact]
    public void Flows_in_a_mesh_divide_by_reactance_and_phase_shift_plays_no_part()
    {
        // 30 MW from a to c directly (x 0.1) and over b (x 0.1 + 0.1): 2/3 and 1/3. The direct branch carries at most 10, so 15 in all;
        // the rest at c for 50. A transformer with a phase shift of 30° in place of the direct line gives the same (x 0.1 on 1 MVA).
        PypsaDraft Mesh() => new PypsaDraft().Add("buses", "a").Add("buses", "b").Add("buses", "c").Add("loads", "town", "bus=c p_set=30")
            .Add("generators", "cheap", "bus=a p_nom=100").Add("generators", "dear", "bus=c p_nom=100 marginal_cost=50")
            .Add("lines", "ab", "bus0=a bus1=b x=0.1 s_nom=100").Add("lines", "bc", "bus0=b bus1=c x=0.1 s_nom=100");

        Costs(15 * 50, Mesh().Add("lines", "ac", "bus0=a bus1=c x=0.1 s_nom=10"));
        Costs(15 * 50, Mesh().Add("transformers", "ac", "bus0=a bus1=c x=1 s_nom=10 phase_shift=30"));
    }

    [Fact]
    public void A_tap_ratio_scales_the_reactance_of_a_transformer() =>
        // x 0.1 × 2 = 0.2 against 0.2: equal shares, so 20 MW through both of which 10 are the limit; the rest at 50
        Costs(10 * 50, new PypsaDraft().Add("buses", "a").Add("buses", "c").Add("loads", "town", "bus=c p_set=30")
            .Add("generators", "cheap", "bus=a p_nom=100").Add("generators", "dear", "bus=c p_nom=100 marginal_cost=50")
            .Add("lines", "ac", "bus0=a bus1=c x=0.2 s_nom=100").Add("transformers", "t", "bus0=a bus1=c x=1 s_nom=10 tap_ratio=2"));

    [Fact]
    public void Types_of_lines_count_by_length_and_number_in_parallel() =>
        // 490-AL1/64-ST1A 380.0: 0.253 Ω/km × 100 km / 2 = 12.65 Ω; the other line has 25.3 Ω: shares 2/3 and 1/3 at the same voltage.
        // s_max_pu 0.5 of 40 MW is the limit of the first: 20 + 10 MW; 15 more at 50
        Costs(15 * 50, new PypsaDraft().Add("buses", "a", "v_nom=380").Add("buses", "c", "v_nom=380").Add("loads", "town", "bus=c p_set=45")
            .Add("generators", "cheap", "bus=a p_nom=100").Add("generators", "dear", "bus=c p_nom=100 marginal_cost=50")
            .Add("lines", "typed", "bus0=a bus1=c type=490-AL1/64-ST1A~380.0 length=100 num_parallel=2 s_nom=40 s_max_pu=0.5")
            .Add("lines", "plain", "bus0=a bus1=c x=25.3 s_nom=100"));

    [Fact]
    public void A_transformer_type_gives_its_own_size_and_tap() =>
        // 100 MVA 220/110 kV: x = √(0.12² − 0.0026²) on 100 MVA × (1 + 4 × 1.5 %) = 0.00119971… × 1.06; the other has twice that:
        // 20 MW through the first (its s_nom), 10 through the second, 15 at 50
        Costs(15 * 50, new PypsaDraft().Add("buses", "a", "v_nom=220").Add("buses", "c", "v_nom=110").Add("loads", "town", "bus=c p_set=45")
            .Add("generators", "cheap", "bus=a p_nom=100").Add("generators", "dear", "bus=c p_nom=100 marginal_cost=50")
            .Add("transformers", "typed", "bus0=a bus1=c type=100~MVA~220/110~kV tap_position=4 s_nom=20")
            .Add("transformers", "plain", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"bus0=a bus1=c s_nom=100 x={2 * Math.Sqrt(0.12 * 0.12 - 0.0026 * 0.0026) * 1.06}")));

    [Fact]
    public void Lines_between_DC_buses_divide_by_resistance() =>
        // r 1 and 3, x the other way round: 15 MW of 20 through the first; its limit is 15
        Costs(10 * 50, new PypsaDraft().Add("buses", "a", "carrier=DC").Add("buses", "c", "carrier=DC").Add("loads", "town", "bus=c p_set=30")
            .Add("generators", "cheap", "bus=a p_nom=100").Add("generators", "dear", "bus=c p_nom=100 marginal_cost=50")
            .Add("lines", "near", "bus0=a bus1=c r=1 x=3 s_nom=15").Add("lines", "far", "bus0=a bus1=c r=3 x=1 s_nom=100"));

    [Fact]
    public void Primary_energy_is_output_over_efficiency_and_a_cyclic_store_does_not_count() =>
        // 0.5 t per MWh of gas, efficiency 0.5 in hour 1 and 1 in hour 2 (2 h of weight generators each): p₁ × 1 × 2 + p₂ × 0.5 × 2 ≤ 16 t:
        // 10 MW in hour 2 take 10 t, 3 MW in hour 1 take 6 t; 7 MW at 50
        Costs(7 * 50, new PypsaDraft([1, 1], [2, 2]).Add("buses", "a").Add("carriers", "gas", "co2_emissions=0.5").Add("loads", "town", "bus=a p_set=10")
            .Add("generators", "gas", "bus=a carrier=gas p_nom=10").Series("generators", "efficiency", "gas", 0.5, 1).Add("generators", "dear", "bus=a p_nom=10 marginal_cost=50")
            .Add("stores", "cyclic", "bus=a carrier=gas e_nom=5 e_cyclic=True e_initial=5")
            .Add("global_constraints", "co2", "type=primary_energy sense=<= constant=16"));

    [Fact]
    public void Another_column_of_carriers_may_be_limited() =>
        // 2 kg per MWh, at most 6 kg: 3 MWh; the rest at 50
        Costs(7 * 50, Hour(10).Add("carriers", "coal", "soot=2").Add("generators", "coal", "bus=a carrier=coal p_nom=10").Add("generators", "dear", "bus=a p_nom=10 marginal_cost=50")
            .Add("global_constraints", "soot", "type=primary_energy carrier_attribute=soot sense=<= constant=6"));

    [Fact]
    public void A_start_costs_once_whatever_the_snapshot_weighs_and_standing_by_costs_by_weight() =>
        // off before: one start at 100; on in both hours: (3 + 2) × 4; 10 MW × 1 × (3 + 2)
        Costs(100 + 20 + 50, new PypsaDraft([3, 2]).Add("buses", "a").Add("loads", "town", "bus=a p_set=10")
            .Add("generators", "u", "bus=a p_nom=20 committable=True p_min_pu=0.5 marginal_cost=1 start_up_cost=100 stand_by_cost=4 up_time_before=0"));

    [Fact]
    public void A_unit_on_before_stays_on_for_what_is_left_of_its_least_time() =>
        // up 1 of 3 snapshots before: on in hours 1 and 2 with at least 5 MW at 9; another makes the rest for nothing; then it stops at 7
        Costs(2 * 5 * 9 + 7, Town(20, 20, 20).Add("generators", "u", "bus=a p_nom=10 committable=True p_min_pu=0.5 marginal_cost=9 min_up_time=3 up_time_before=1 shut_down_cost=7")
            .Add("generators", "free", "bus=a p_nom=50"));

    [Fact]
    public void A_unit_once_stopped_stays_off() =>
        // load 10, 0, 10: the unit cannot run at 0, and may not be back within 3 snapshots: hour 3 at 50
        Costs(10 * 1 + 10 * 50, Town(10, 0, 10).Add("generators", "u", "bus=a p_nom=10 committable=True p_min_pu=0.5 marginal_cost=1 min_down_time=3").Add("generators", "dear", "bus=a p_nom=10 marginal_cost=50"));

    [Fact]
    public void A_search_that_ran_out_of_time_is_not_called_optimal()
    {
        var model = PypsaText.Model(Town(10, 0, 10).Add("generators", "u", "bus=a p_nom=10 committable=True p_min_pu=0.5 marginal_cost=1").Text());
        var found = model.Run(cancellation: TestContext.Current.CancellationToken);

        var plan = model.ReadSolution(found with { Status = Optimisation.SolverStatus.TimeLimit, Bound = found.Objective / 2 });

        Assert.Equal(found.Objective, found.Bound!.Value, 1e-9);
        Assert.Equal(Planning.PlanningStatus.Optimal, model.ReadSolution(found).Status);
        Assert.Equal((0.5, true, Planning.PlanningStatus.Incumbent), (plan.IntegerGap, plan.Certificate!.IsOptimal, plan.Status));
    }

    [Fact]
    public void A_committable_link_is_on_or_off_too() =>
        // at least 5 MW through the link when on, 3 are needed at b: it is off, b is served at 50
        Costs(3 * 50, new PypsaDraft().Add("buses", "a").Add("buses", "b").Add("loads", "town", "bus=b p_set=3").Add("generators", "cheap", "bus=a p_nom=10").Add("generators", "dear", "bus=b p_nom=10 marginal_cost=50")
            .Add("links", "l", "bus0=a bus1=b p_nom=10 p_min_pu=0.5 committable=True"));

    [Fact]
    public void Capacity_is_paid_in_each_period_it_stands_in_and_operation_by_the_weight_of_its_period() =>
        // built in 2030, stands in 2030 alone: 10 MW × 7 × 0.5; 2020 is served at 3 × weight 1, 2030 at 2 × weight 0.5
        Costs(10 * 3 + 35 + 10 * 2 * 0.5, new PypsaDraft(2) { Periods = [(2020, 1, 10), (2030, 0.5, 10)] }.Add("buses", "a").Add("loads", "town", "bus=a p_set=10")
            .Add("generators", "old", "bus=a p_nom=10 marginal_cost=3 build_year=2000 lifetime=30")
            .Add("generators", "new", "bus=a p_nom_extendable=True p_nom_max=100 capital_cost=7 marginal_cost=2 build_year=2030 lifetime=20"));

    static PypsaDraft Hour(double load) => new PypsaDraft().Add("buses", "a").Add("loads", "town", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"bus=a p_set={load}"));

    static PypsaDraft Town(params double[] load) => new PypsaDraft(load.Length).Add("buses", "a").Add("loads", "town", "bus=a").Series("loads", "p_set", "town", load);

    static void Costs(double expected, PypsaDraft network) => PypsaText.Costs(expected, network.Text());
}
