using static System.Double;

namespace Suandian.Cases.Pypsa;

/// <summary>Networks whose optimum PyPSA 1.3.0 itself found and others published.</summary>
/// <remarks>
/// Source of data and optima: energy-models/math-spec, "PyPSA in one file", rungs 1 to 11, and its pages on investment periods (rung 15)
/// (MIT). Three different weights in all but the last two.
/// </remarks>
static class PypsaLadder
{
    /// <summary>Name, optimum of PyPSA, network.</summary>
    internal static (string Name, double Optimum, PypsaDraft Network)[] All { get; } =
    [
        (nameof(Transport), 7182.222222222223, Transport()),
        (nameof(Storage), 4456.659315422356, Storage()),
        (nameof(Expansion), 7633.908502024291, Expansion()),
        (nameof(Ramps), 8785, Ramps()),
        (nameof(Limits), 10282.833333333332, Limits()),
        (nameof(Mesh), 23962, Mesh()),
        (nameof(Commitment), 7775, Commitment()),
        (nameof(ModulesAndSizes), 19712.5, ModulesAndSizes()),
        (nameof(Outputs), 11700, Outputs()),
        (nameof(TwoPeriods), 12_747.191_096_26, TwoPeriods()),
        ("Meshed", -3474256.0405499237, PypsaMeshed.Draft()),
    ];

    static PypsaDraft Transport() => Spine()
        .Series("links", "p_set", "wire", 10, NaN, NaN, NaN)
        .Add("generators", "must_run", "bus=south p_nom=10")
        .Series("generators", "p_set", "must_run", 5, 5, 5, 5);

    static PypsaDraft Storage() => Spine()
        .Series("generators", "marginal_cost", "gas", 15, 15, 60, 60)
        .Add("storage_units", "battery", "bus=south p_nom=20 max_hours=4 efficiency_store=0.95 efficiency_dispatch=0.9 standing_loss=0.01 cyclic_state_of_charge=True marginal_cost=0.5")
        .Series("storage_units", "p_set", "battery", 0, NaN, NaN, NaN)
        .Add("storage_units", "reservoir", "bus=south p_nom=10 max_hours=2 spill_cost=2 state_of_charge_initial=5 marginal_cost_storage=0.1")
        .Series("storage_units", "inflow", "reservoir", 12, 12, 12, 12)
        .Series("storage_units", "state_of_charge_set", "reservoir", NaN, NaN, NaN, 10)
        .Add("stores", "cavern", "bus=south e_nom=40 e_initial=25 standing_loss=0.005 marginal_cost=0.2")
        .Series("stores", "e_set", "cavern", NaN, NaN, NaN, 20);

    static PypsaDraft Expansion() => Spine()
        .Add("buses", "island")
        .Add("carriers", "onwind").Add("carriers", "solarpv").Add("carriers", "dc").Add("carriers", "phs").Add("carriers", "h2")
        .Add("generators", "wind", "bus=north carrier=onwind p_nom_extendable=True capital_cost=50 p_nom_min=5 p_nom_max=80 e_sum_min=40 ramp_limit_up=0.4 ramp_limit_down=0.4")
        .Series("generators", "p_max_pu", "wind", 0.3, 0.8, 0.5, 0.9)
        .Add("generators", "solar", "bus=north carrier=solarpv p_nom_extendable=True capital_cost=60 p_nom_max=40 p_nom_set=15")
        .Series("generators", "p_max_pu", "solar", 0.5, 0.6, 0.4, 0.2)
        .Add("generators", "diesel", "bus=island marginal_cost=40 p_nom=60 e_sum_max=70")
        .Add("links", "cable", "bus0=north bus1=island carrier=dc length=120 p_nom_extendable=True capital_cost=20 p_nom_max=30 efficiency=0.95 p_nom_set=25 ramp_limit_up=0.3 ramp_limit_down=0.3")
        .Add("loads", "island_load", "bus=island p_set=10")
        .Add("storage_units", "pump", "bus=north carrier=phs p_nom_extendable=True capital_cost=15 p_nom_max=30 max_hours=4 efficiency_store=0.9 efficiency_dispatch=0.9 cyclic_state_of_charge=True p_nom_set=20")
        .Add("storage_units", "ice", "bus=island max_hours=2 p_nom=8 state_of_charge_initial=6")
        .Add("stores", "tank", "bus=north carrier=h2 e_nom_extendable=True capital_cost=2 e_nom_max=80 e_cyclic=True e_nom_set=50")
        .Add("stores", "keg", "bus=island e_nom=15 e_initial=5")
        .Add("global_constraints", "tech_wind", "type=tech_capacity_expansion_limit carrier_attribute=onwind sense=== constant=50")
        .Add("global_constraints", "tech_solar", "type=tech_capacity_expansion_limit carrier_attribute=solarpv sense=>= constant=10")
        .Add("global_constraints", "tech_dc", "type=tech_capacity_expansion_limit carrier_attribute=dc sense=<= constant=28")
        .Add("global_constraints", "tech_phs", "type=tech_capacity_expansion_limit carrier_attribute=phs sense=<= constant=25")
        .Add("global_constraints", "tech_h2", "type=tech_capacity_expansion_limit carrier_attribute=h2 sense=>= constant=30")
        .Add("global_constraints", "vol_dc", "type=transmission_volume_expansion_limit carrier_attribute=dc sense=<= constant=3500")
        .Add("global_constraints", "cost_dc", "type=transmission_expansion_cost_limit carrier_attribute=dc sense=>= constant=400")
        .Add("global_constraints", "cost_dc_exact", "type=transmission_expansion_cost_limit carrier_attribute=dc sense=== constant=500");

    static PypsaDraft Ramps() => Spine()
        .Add("buses", "east")
        .Add("generators", "coal_slow", "bus=north p_nom=80 marginal_cost=8 ramp_limit_up=0.2 ramp_limit_down=0.2")
        .Add("links", "tie", "bus0=north bus1=east p_nom=50 ramp_limit_up=0.4 ramp_limit_down=0.4")
        .Add("loads", "east_load", "bus=east").Series("loads", "p_set", "east_load", 5, 20, 25, 10)
        .Add("loads", "swing", "bus=north").Series("loads", "p_set", "swing", 0, 25, 45, 0);

    static PypsaDraft Limits() => Spine()
        .Add("carriers", "coalc", "co2_emissions=0.9").Add("carriers", "gasc", "co2_emissions=0.4").Add("carriers", "windc")
        .Add("generators", "coal5", "bus=north carrier=coalc p_nom=60 marginal_cost=9 efficiency=0.35")
        .Add("generators", "gas5", "bus=north carrier=gasc p_nom=60 marginal_cost=25 efficiency=0.5")
        .Add("generators", "wind5", "bus=north carrier=windc p_nom=60 marginal_cost=40")
        .Add("loads", "extra5", "bus=north p_set=50")
        .Add("storage_units", "res5", "bus=north carrier=gasc p_nom=20 max_hours=4 state_of_charge_initial=30")
        .Add("stores", "tank5", "bus=north carrier=coalc e_nom=40 e_initial=25")
        .Add("global_constraints", "co2_cap", "type=primary_energy carrier_attribute=co2_emissions sense=<= constant=150")
        .Add("global_constraints", "co2_floor", "type=primary_energy carrier_attribute=co2_emissions sense=>= constant=20")
        .Add("global_constraints", "co2_exact", "type=primary_energy carrier_attribute=co2_emissions sense=== constant=120")
        .Add("global_constraints", "op_wind", "type=operational_limit carrier_attribute=windc sense=== constant=30")
        .Add("global_constraints", "op_coal", "type=operational_limit carrier_attribute=coalc sense=<= constant=200")
        .Add("global_constraints", "op_gas", "type=operational_limit carrier_attribute=gasc sense=>= constant=10");

    static PypsaDraft Mesh() => Spine()
        .Add("buses", "a").Add("buses", "b").Add("buses", "c")
        .Add("generators", "hydro", "bus=a p_nom=80 marginal_cost=10")
        .Add("generators", "diesel6", "bus=b p_nom=80 marginal_cost=50")
        .Add("loads", "town", "bus=c p_set=45")
        .Add("lines", "ab", "bus0=a bus1=b carrier=AC length=30 x=0.1 r=0.01 s_nom=60")
        .Add("lines", "bc", "bus0=b bus1=c carrier=AC length=40 x=0.2 r=0.01 s_nom=60").Series("lines", "s_set", "bc", 16, NaN, NaN, NaN)
        .Add("lines", "ca", "bus0=c bus1=a carrier=AC length=35 x=0.1 r=0.01 s_nom=60")
        .Add("lines", "ca2", "bus0=c bus1=a carrier=AC length=50 x=0.15 r=0.01 s_nom_extendable=True capital_cost=10 s_nom_max=40 s_nom_set=30")
        .Add("lines", "ca3", "bus0=c bus1=a carrier=AC length=80 x=0.12 r=0.01 s_nom_extendable=True capital_cost=8 s_nom_max=40")
        .Add("global_constraints", "vol_ac", "type=transmission_volume_expansion_limit carrier_attribute=AC sense=== constant=2300")
        .Add("global_constraints", "vol_ac_floor", "type=transmission_volume_expansion_limit carrier_attribute=AC sense=>= constant=1000")
        .Add("global_constraints", "cost_ac", "type=transmission_expansion_cost_limit carrier_attribute=AC sense=<= constant=500")
        .Add("global_constraints", "cost_ac_floor", "type=transmission_expansion_cost_limit carrier_attribute=AC sense=>= constant=100")
        .Add("global_constraints", "tech_ac", "type=tech_capacity_expansion_limit carrier_attribute=AC sense=<= constant=60");

    static PypsaDraft Commitment() => Spine()
        .Add("generators", "uc", "bus=north committable=True p_nom=50 marginal_cost=5 p_min_pu=0.4 min_up_time=3 min_down_time=2 up_time_before=1 ramp_limit_up=0.5 ramp_limit_down=0.5 ramp_limit_start_up=0.6 ramp_limit_shut_down=0.6 start_up_cost=100 shut_down_cost=50 stand_by_cost=5")
        .Add("generators", "cold", "bus=south committable=True p_nom=30 marginal_cost=60 p_min_pu=0.3 min_up_time=2 min_down_time=1 up_time_before=0 ramp_limit_up=0.5 ramp_limit_down=0.5 start_up_cost=80")
        .Add("loads", "swing7", "bus=north").Series("loads", "p_set", "swing7", 25, 45, 45, 10);

    static PypsaDraft Outputs() => Spine()
        .Add("buses", "gasb").Add("buses", "power").Add("buses", "heat")
        .Add("generators", "well", "bus=gasb p_nom=100 marginal_cost=5")
        .Add("generators", "grid_import", "bus=power p_nom=50 marginal_cost=60")
        .Add("links", "chp", "bus0=gasb bus1=power bus2=heat efficiency=0.4 efficiency2=0.45 p_nom=60 marginal_cost=1")
        .Add("loads", "homes", "bus=power p_set=20").Add("loads", "district", "bus=heat p_set=18");

    /// <summary>Units that are on or off while their size is chosen: in modules, of any size with ramps, and one that may take power.</summary>
    static PypsaDraft ModulesAndSizes() => Spine()
        .Add("buses", "mill")
        .Add("generators", "block", "bus=mill p_nom_extendable=True committable=True p_nom_mod=25 p_nom_max=100 capital_cost=30 marginal_cost=20 p_min_pu=0.2 up_time_before=0")
        .Add("generators", "flex", "bus=mill p_nom_extendable=True committable=True p_nom_max=80 capital_cost=50 marginal_cost=10 p_min_pu=0.3 up_time_before=0 ramp_limit_up=0.25 ramp_limit_down=0.25")
        .Add("generators", "sink", "bus=mill p_nom_extendable=True committable=True p_nom_max=30 capital_cost=40 marginal_cost=15 p_min_pu=-0.2 up_time_before=0")
        .Add("loads", "mill_load", "bus=mill").Series("loads", "p_set", "mill_load", 40, 80, 120, 60);

    /// <summary>A unit that retires, two wind builds whose growth is limited.</summary>
    internal static PypsaDraft TwoPeriods() => new PypsaDraft([2, 1.5, 2.5, 2, 2, 1.5, 2.5, 2]) { Periods = [(2020, 1, 10), (2030, 0.5, 10)] }
        .Add("buses", "north").Add("buses", "south")
        .Add("carriers", "wind", "max_growth=50 max_relative_growth=0.5").Add("carriers", "gas")
        .Add("generators", "old_gas", "bus=north carrier=gas p_nom=40 marginal_cost=30 build_year=2010 lifetime=15")
        .Add("generators", "wind20", "bus=north carrier=wind p_nom_extendable=True p_nom_max=200 marginal_cost=1 capital_cost=100 build_year=2020 lifetime=30")
        .Series("generators", "p_max_pu", "wind20", 0.8, 0.6, 0.7, 0.5, 0.8, 0.6, 0.7, 0.5)
        .Add("generators", "wind30", "bus=south carrier=wind p_nom_extendable=True p_nom_max=200 marginal_cost=1 capital_cost=80 build_year=2030 lifetime=30")
        .Series("generators", "p_max_pu", "wind30", 0.9, 0.7, 0.6, 0.8, 0.9, 0.7, 0.6, 0.8)
        .Add("generators", "gas30", "bus=south carrier=gas p_nom_extendable=True p_nom_max=200 marginal_cost=40 capital_cost=50 build_year=2030 lifetime=30")
        .Add("links", "wire15", "bus0=north bus1=south p_nom=60 p_min_pu=-1 efficiency=0.95")
        .Add("loads", "town15", "bus=north").Series("loads", "p_set", "town15", 20, 30, 25, 20, 35, 45, 40, 30)
        .Add("loads", "port15", "bus=south").Series("loads", "p_set", "port15", 10, 20, 15, 10, 30, 40, 35, 25);

    /// <summary>Two buses, a coal and a gas unit, one link, two loads.</summary>
    internal static PypsaDraft Spine(params (string, double)[] scenarios) => new PypsaDraft([2, 1.5, 2.5, 3], [1.5, 0.5, 3, 2], [0.5, 2, 1.5, 2.5]) { Scenarios = scenarios }
        .Add("buses", "north").Add("buses", "south")
        .Add("generators", "coal", "bus=north p_nom=100 marginal_cost=10").Add("generators", "gas", "bus=south p_nom=100 marginal_cost=30")
        .Add("links", "wire", "bus0=north bus1=south p_nom=40 p_min_pu=-1 efficiency=0.9")
        .Add("loads", "north_load", "bus=north p_set=30").Add("loads", "south_load", "bus=south p_set=40");
}
