using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Formulation;

/// <summary>Output of generators.</summary>
/// <remarks>
/// Sets        g ∈ generators, t ∈ snapshots
/// Parameters  a(g,t) availability [pu of capacity]; m(g) least output [pu of what is available]
/// Variables   z(g) = generator_capacity [MW]; p(g,t) = generator_power [MW, into the bus] ≥ 0
/// Curtailment is a z − p. Where a = 0 there is no p. Where z is fixed the limits are bounds of p, not rows.
/// Source      PyPSA user guide, "Generators", nominal power with availability.
/// </remarks>
static class Generation
{
    internal static GenerationVariables Add(LinearModel model, HourlyNetwork network)
    {
        var (generators, T) = (network.Generators, network.Snapshots.Count);
        var (a, existing, minimum) = (generators.AvailabilityPu, generators.ExistingMw, generators.MinimumPu);
        var capacity = model.Variables("generator_capacity", Index.Annual(generators.Name),
            (g, _) => existing[g], (g, _) => generators.MaxMw[g]);
        var power = model.Variables("generator_power",
            Index.Hourly(generators.Name, network.Snapshots, (g, t) => a[g * T + t] > 0),
            (g, t) => IsExpandable(generators, g) ? 0 : minimum[g] * a[g * T + t] * existing[g],
            (g, t) => IsExpandable(generators, g) ? double.PositiveInfinity : a[g * T + t] * existing[g]);
        return new(capacity, power);
    }

    /// <summary>p(g,t) ≤ a(g,t) z(g)</summary>
    internal static void Limit(LinearModel model, HourlyNetwork network, GenerationVariables x)
    {
        var (generators, T, a) = (network.Generators, network.Snapshots.Count, network.Generators.AvailabilityPu);
        model.Subject("generator_limit",
            Index.Hourly(generators.Name, network.Snapshots, (g, t) => a[g * T + t] > 0 && IsExpandable(generators, g)),
            (g, t) => x.Power[g, t] <= a[g * T + t] * x.Capacity[g]);
    }

    /// <summary>p(g,t) ≥ m(g) a(g,t) z(g)</summary>
    internal static void Minimum(LinearModel model, HourlyNetwork network, GenerationVariables x)
    {
        var (generators, T, a) = (network.Generators, network.Snapshots.Count, network.Generators.AvailabilityPu);
        model.Subject("generator_minimum",
            Index.Hourly(generators.Name, network.Snapshots,
                (g, t) => generators.MinimumPu[g] > 0 && a[g * T + t] > 0 && IsExpandable(generators, g)),
            (g, t) => x.Power[g, t] >= generators.MinimumPu[g] * a[g * T + t] * x.Capacity[g]);
    }

    internal static bool IsExpandable(Generators generators, int g) => generators.MaxMw[g] > generators.ExistingMw[g];
}

/// <summary>Variables of generators.</summary>
/// <param name="Capacity">z [g], MW.</param>
/// <param name="Power">p [g × T], MW.</param>
sealed record GenerationVariables(Variables Capacity, Variables Power);
