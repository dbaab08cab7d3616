using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Formulation;

/// <summary>Limits of sums over many components and the whole horizon, one row each, named by kind and limit.</summary>
/// <remarks>
/// Sets        k ∈ terms of a limit
/// Parameters  c(k) coefficient, weights included; L constant
/// Variables   outputs, last levels and capacities
/// What a level holds at the end was not used: it enters with a minus, and what was there before stands in L.
/// Source      PyPSA user guide, "Global constraints".
/// </remarks>
static class GlobalLimits
{
    /// <summary>Σ c(k) x(k) ≤, ≥ or = L</summary>
    internal static void Rows(LinearModel model, HourlyNetwork network, PlanningVariables x)
    {
        foreach (var group in network.GlobalLimits.GroupBy(limit => limit.Kind).OrderBy(group => group.Key))
        {
            GlobalLimit[] limits = [.. group];
            model.Subject(RowName(group.Key), Index.Annual(Array.ConvertAll(limits, limit => limit.Name)), (i, _) => limits[i].Sense switch
            {
                LimitSense.AtMost => Sum(limits[i], x) <= limits[i].Constant,
                LimitSense.AtLeast => Sum(limits[i], x) >= limits[i].Constant,
                _ => Sum(limits[i], x) == limits[i].Constant,
            });
        }
    }

    static Expression Sum(GlobalLimit limit, PlanningVariables x)
    {
        Expression sum = 0;
        foreach (var term in limit.Terms)
        {
            sum += term.Coefficient * Of(term.Variable, x)[term.Component, Math.Max(0, term.Snapshot)];
        }

        return sum;
    }

    /// <summary>The variables that a limit or a module names.</summary>
    internal static Variables Of(LimitVariable variable, PlanningVariables x) => variable switch
    {
        LimitVariable.GeneratorPower => x.Generators.Power,
        LimitVariable.StorageLevel => x.Storage.Level,
        LimitVariable.StoreLevel => x.Stores.Level,
        LimitVariable.GeneratorCapacity => x.Generators.Capacity,
        LimitVariable.StoragePower => x.Storage.Power,
        LimitVariable.StoreEnergy => x.Stores.Energy,
        LimitVariable.LinkCapacity => x.Links.Capacity,
        LimitVariable.LineCapacity => x.Lines.Capacity,
        LimitVariable.ClusterCapacity => x.Computing.Capacity,
        _ => throw new ArgumentOutOfRangeException(nameof(variable), variable, "no such variable"),
    };

    /// <summary>Name of the row block of a kind.</summary>
    internal static string RowName(GlobalLimitKind kind) => kind switch
    {
        GlobalLimitKind.PrimaryEnergy => "primary_energy",
        GlobalLimitKind.OperationalLimit => "operational_limit",
        GlobalLimitKind.TransmissionVolumeExpansionLimit => "transmission_volume_expansion_limit",
        GlobalLimitKind.TransmissionExpansionCostLimit => "transmission_expansion_cost_limit",
        GlobalLimitKind.TechCapacityExpansionLimit => "tech_capacity_expansion_limit",
        GlobalLimitKind.CarrierGrowthLimit => "carrier_growth_limit",
        GlobalLimitKind.BusNominalLimit => "bus_nominal_limit",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind of global limit"),
    };
}
