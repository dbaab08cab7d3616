using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Formulation;

/// <summary>Output of generators.</summary>
/// <remarks>
/// Sets        g ∈ generators, t ∈ snapshots
/// Parameters  a(g,t) availability [pu of capacity]; m(g) least output [pu of what is available], or f(g,t) least output
///             [pu of capacity, of any sign] in its place; E̲, E̅ least and most energy [MWh/a]; e(t) hours that energy counts for [h/a]
/// Variables   z(g) = generator_capacity [MW]; p(g,t) = generator_power [MW, into the bus] ≥ 0, or ≥ f z
/// Curtailment is a z − p. Where a = 0 there is no p. Where z is fixed the limits are bounds of p, not rows; the least of a
/// committable generator is a row of <see cref="Commitment"/>. A given output is a bound from both sides.
/// Source      PyPSA user guide, "Generators", nominal power with availability.
/// </remarks>
static class Generation
{
    internal static GenerationVariables Add(LinearModel model, HourlyNetwork network)
    {
        var (generators, T) = (network.Generators, network.Snapshots.Count);
        var (a, isUnit) = (generators.AvailabilityPu, UnitSizes.Members(network, isLink: false));
        var capacity = model.Variables("generator_capacity", Index.Annual(generators.Name),
            (g, _) => generators.LeastMw(g), (g, _) => generators.MaxMw[g]);
        var power = model.Variables("generator_power",
            Index.Hourly(generators.Name, network.Snapshots, (g, t) => Runs(generators, g, g * T + t)),
            (g, t) => Given.Lower(Least(g, g * T + t), generators.FixedMw, g * T + t),
            (g, t) => Given.Upper(Most(g, g * T + t), generators.FixedMw, g * T + t));
        return new(capacity, power);

        double Least(int g, int i)
        {
            var floor = generators.Floor(g, i);
            return generators.IsExpandable(g) ? (floor < 0 ? double.NegativeInfinity : 0)
                : isUnit[g] ? Math.Min(0, Given.Share(floor, generators.LeastMw(g))) : Given.Share(floor, generators.LeastMw(g));
        }

        double Most(int g, int i) => generators.IsExpandable(g) ? double.PositiveInfinity
            : isUnit[g] ? Math.Max(0, Given.Share(a[i], generators.LeastMw(g))) : Given.Share(a[i], generators.LeastMw(g));
    }

    /// <summary>p(g,t) ≤ a(g,t) z(g)</summary>
    internal static void Limit(LinearModel model, HourlyNetwork network, GenerationVariables x)
    {
        var (generators, T, a) = (network.Generators, network.Snapshots.Count, network.Generators.AvailabilityPu);
        model.Subject("generator_limit",
            Index.Hourly(generators.Name, network.Snapshots, (g, t) => generators.IsExpandable(g) && Runs(generators, g, g * T + t)),
            (g, t) => x.Power[g, t] <= a[g * T + t] * x.Capacity[g]);
    }

    /// <summary>p(g,t) ≥ m(g) a(g,t) z(g), or f(g,t) z(g), of generators that are always on</summary>
    internal static void Minimum(LinearModel model, HourlyNetwork network, GenerationVariables x)
    {
        var (generators, T, isUnit) = (network.Generators, network.Snapshots.Count, UnitSizes.Members(network, isLink: false));
        model.Subject("generator_minimum",
            Index.Hourly(generators.Name, network.Snapshots,
                (g, t) => generators.IsExpandable(g) && !isUnit[g] && generators.Floor(g, g * T + t) != 0),
            (g, t) => x.Power[g, t] >= generators.Floor(g, g * T + t) * x.Capacity[g]);
    }

    /// <summary>E̲(g) ≤ Σ e(t) p(g,t) ≤ E̅(g), in each scenario</summary>
    internal static void Energy(LinearModel model, HourlyNetwork network, GenerationVariables x)
    {
        var (generators, snapshots) = (network.Generators, network.Snapshots);
        if (generators.EnergyMinMwh is not { } least || generators.EnergyMaxMwh is not { } most)
        {
            return;
        }

        var scenarios = snapshots.Scenarios?.Count ?? 1;
        string[] names = snapshots.Scenarios is { } all ? [.. generators.Name.SelectMany(g => all.Name.Select(s => $"{g} {s}"))] : generators.Name;
        model.Subject("generator_energy", Index.Annual(names, i => double.IsFinite(least[i]) || double.IsFinite(most[i])), (i, _) =>
        {
            var (first, count) = (snapshots.Scenarios?.Of(i % scenarios, snapshots.Count) ?? ..snapshots.Count).GetOffsetAndLength(snapshots.Count);
            return Expression.Between(least[i], Expression.Sum(count, t => snapshots.EnergyHours(first + t) * x.Power[i / scenarios, first + t]), most[i]);
        });
    }

    /// <summary>True where there is an output: it may be above 0, may be below, or is given.</summary>
    static bool Runs(Generators generators, int g, int i) =>
        generators.AvailabilityPu[i] != 0 || generators.Floor(g, i) != 0 || Given.Is(generators.FixedMw, i);
}

/// <summary>Variables of generators.</summary>
/// <param name="Capacity">z [g], MW.</param>
/// <param name="Power">p [g × T], MW.</param>
sealed record GenerationVariables(Variables Capacity, Variables Power);
