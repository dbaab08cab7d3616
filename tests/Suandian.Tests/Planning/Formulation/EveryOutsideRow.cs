using Suandian.Cases.Pypsa;

namespace Suandian.Planning.Formulation;

/// <summary>A network of PyPSA of two buses and three hours in which every kind of row occurs that a case of our own has not.</summary>
static class EveryOutsideRow
{
    /// <summary>Two investment periods with a limit of growth.</summary>
    internal static PlanningModel Periods { get; } = PypsaText.Model(PypsaLadder.TwoPeriods().Text());

    internal static PlanningModel Model { get; } = PypsaText.Model(new PypsaDraft([2, 1, 1], [1, 3, 1], [1, 2, 1])
        .Add("buses", "a", "carrier=AC nom_max_wind=60").Add("buses", "b", "carrier=AC")
        .Add("carriers", "gas", "co2_emissions=0.5").Add("carriers", "wind").Add("carriers", "hydro").Add("carriers", "dc")
        .Add("generators", "wind", "bus=a carrier=wind p_nom=5 p_nom_extendable=True p_nom_max=50 p_min_pu=0.25 capital_cost=8 e_sum_max=40 ramp_limit_up=0.5 ramp_limit_down=0.25")
        .Add("generators", "gas", "bus=b carrier=gas p_nom=20 committable=True p_min_pu=0.5 marginal_cost=30 efficiency=0.5 min_up_time=2 min_down_time=2 start_up_cost=100 shut_down_cost=50 stand_by_cost=3 ramp_limit_up=0.5 ramp_limit_start_up=0.75")
        .Add("storage_units", "lake", "bus=a carrier=hydro p_nom=4 max_hours=6 state_of_charge_initial=3 spill_cost=2 marginal_cost_storage=0.5")
        .Series("storage_units", "inflow", "lake", 1, 0, 2).Series("storage_units", "p_set", "lake", double.NaN, 2, double.NaN)
        .Add("stores", "tank", "bus=b e_nom_extendable=True e_nom_max=30 e_nom_mod=4 e_min_pu=0.25 e_cyclic=True marginal_cost=1 standing_loss=0.1 capital_cost=2")
        .Add("links", "dc", "bus0=a bus1=b bus2=a carrier=dc length=10 p_nom_extendable=True p_nom_max=30 p_min_pu=-0.5 efficiency=0.75 efficiency2=0.25 capital_cost=6 marginal_cost=1")
        .Add("generators", "blocks", "bus=b p_nom_extendable=True p_nom_max=6 p_nom_mod=2 committable=True p_min_pu=0.5 capital_cost=9 up_time_before=0")
        .Add("links", "ferry", "bus0=a bus1=b p_nom_extendable=True p_nom_max=8 committable=True p_min_pu=0.25 p_init=2 ramp_limit_up=0.5 ramp_limit_down=0.25 ramp_limit_start_up=0.75 capital_cost=3")
        .Add("loads", "town", "bus=b p_set=7")
        .Add("global_constraints", "co2", "type=primary_energy carrier_attribute=co2_emissions sense=<= constant=90")
        .Add("global_constraints", "hydro", "type=operational_limit carrier_attribute=hydro sense=<= constant=12")
        .Add("global_constraints", "volume", "type=transmission_volume_expansion_limit carrier_attribute=dc sense=<= constant=250")
        .Add("global_constraints", "cost", "type=transmission_expansion_cost_limit carrier_attribute=dc sense=>= constant=6")
        .Add("global_constraints", "sites", "type=tech_capacity_expansion_limit carrier_attribute=wind bus=a sense=== constant=12").Text());
}
