using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Formulation;

/// <summary>Units that are either on, between least and largest output, or off.</summary>
/// <remarks>
/// Sets        u ∈ committable generators and links, t ∈ snapshots
/// Parameters  P(u) capacity [MW]; f(u,t), c(u,t) least and largest output [pu]; U, D least snapshots on and off;
///             costs of a start and a stop [yuan, whatever the snapshot weighs], of being on [yuan/h]
/// Variables   on(u,t) = unit_on ∈ {0, 1}; start(u,t) = unit_start, stop(u,t) = unit_stop ∈ [0, 1]; p(u,t) output or flow from bus 0 [MW]
/// Before the first snapshot a unit is on where it has been on for some; it then stays on for what is left of U, and off likewise.
/// Starts and stops are whole numbers of themselves: their difference is one, and neither is larger than it must be.
/// Source      PyPSA user guide, "Unit commitment"; D. Rajan, S. Takriti, IBM Research Report RC23628, 2005 (least times on and off).
/// </remarks>
static class Commitment
{
    internal static CommitmentVariables? Add(LinearModel model, HourlyNetwork network)
    {
        if (network.Commitments is not { } units)
        {
            return null;
        }

        var hourly = Index.Hourly(units.Name, network.Snapshots);
        return new(
            model.Variables("unit_on", hourly, (u, t) => MustBeOn(units, u, t) ? 1 : 0, (u, t) => MustBeOff(units, u, t) ? 0 : 1).AsIntegers(),
            model.Variables("unit_start", hourly, 0, 1),
            model.Variables("unit_stop", hourly, 0, 1));
    }

    /// <summary>All rows of committable units.</summary>
    internal static void Rows(LinearModel model, HourlyNetwork network, PlanningVariables x)
    {
        if (network.Commitments is not { } units || x.Units is not { } unit)
        {
            return;
        }

        var hourly = Index.Hourly(units.Name, network.Snapshots);
        model.Subject("unit_maximum", hourly, (u, t) => Output(units, x, u, t) <= Most(network, u, t) * unit.On[u, t]);
        model.Subject("unit_minimum", hourly, (u, t) => Output(units, x, u, t) >= Least(network, u, t) * unit.On[u, t]);
        Transition(model, network, units, unit);
        UpTime(model, network, units, unit);
        DownTime(model, network, units, unit);
    }

    /// <summary>on(t) − on(t−1) = start(t) − stop(t)</summary>
    static void Transition(LinearModel model, HourlyNetwork network, Commitments units, CommitmentVariables x) =>
        model.Subject("unit_transition", Index.Hourly(units.Name, network.Snapshots), (u, t) =>
            x.On[u, t] - Before(units, x.On, u, t) == x.Start[u, t] - x.Stop[u, t]);

    /// <summary>Σ(τ = t−U+1 … t) start(τ) ≤ on(t)</summary>
    static void UpTime(LinearModel model, HourlyNetwork network, Commitments units, CommitmentVariables x) =>
        model.Subject("unit_up_time", Index.Hourly(units.Name, network.Snapshots, (u, t) => units.MinUp[u] > 1 && t > 0),
            (u, t) => Recent(x.Start, u, t, units.MinUp[u]) <= x.On[u, t]);

    /// <summary>Σ(τ = t−D+1 … t) stop(τ) ≤ 1 − on(t)</summary>
    static void DownTime(LinearModel model, HourlyNetwork network, Commitments units, CommitmentVariables x) =>
        model.Subject("unit_down_time", Index.Hourly(units.Name, network.Snapshots, (u, t) => units.MinDown[u] > 1 && t > 0),
            (u, t) => Recent(x.Stop, u, t, units.MinDown[u]) + x.On[u, t] <= 1);

    /// <summary>Σ start cost × start + stop cost × stop + w(t) cost of being on × on</summary>
    internal static void Costs(LinearModel model, HourlyNetwork network, CommitmentVariables? x)
    {
        if (network.Commitments is not { } units || x is null)
        {
            return;
        }

        var (weight, T) = (network.Snapshots.WeightH, network.Snapshots.Count);
        model.Minimise("unit_start", x.Start.Block.Members, (u, t) => units.StartCostYuan[u] * x.Start[u, t]);
        model.Minimise("unit_stop", x.Stop.Block.Members, (u, t) => units.StopCostYuan[u] * x.Stop[u, t]);
        model.Minimise("unit_stand_by", x.On.Block.Members, (u, t) => weight[t] * units.StandByYuanPerH[u * T + t] * x.On[u, t]);
    }

    /// <summary>on(t−1); before the first snapshot what is given.</summary>
    internal static Expression Before(Commitments units, Variables on, int u, int t) =>
        t > 0 ? on[u, t - 1] : units.IsOnBefore(u) ? 1 : 0;

    /// <summary>Which generators or links are committable.</summary>
    internal static bool[] Members(HourlyNetwork network, bool isLink)
    {
        var members = new bool[isLink ? network.Links.Count : network.Generators.Count];
        for (var u = 0; u < (network.Commitments?.Count ?? 0); u++)
        {
            if (network.Commitments!.IsLink[u] == isLink)
            {
                members[network.Commitments.Component[u]] = true;
            }
        }

        return members;
    }

    /// <summary>Output of a generator, or flow of a link from bus 0.</summary>
    static Expression Output(Commitments units, PlanningVariables x, int u, int t) =>
        (units.IsLink[u] ? x.Links.Forward : x.Generators.Power)[units.Component[u], t];

    static double Most(HourlyNetwork network, int u, int t) => Limit(network, u,
        (g, i) => network.Generators.AvailabilityPu[i], (_, i) => network.Links.Ceiling(i), t);

    static double Least(HourlyNetwork network, int u, int t) => Limit(network, u,
        network.Generators.Floor, (_, i) => network.Links.Floor(i), t);

    static double Limit(HourlyNetwork network, int u, Func<int, int, double> generator, Func<int, int, double> link, int t)
    {
        var (units, T) = (network.Commitments!, network.Snapshots.Count);
        var c = units.Component[u];
        return units.IsLink[u] ? network.Links.LeastMw(c) * link(c, c * T + t) : network.Generators.LeastMw(c) * generator(c, c * T + t);
    }

    static Expression Recent(Variables x, int u, int t, int steps)
    {
        Expression sum = 0;
        for (var before = Math.Max(0, t - steps + 1); before <= t; before++)
        {
            sum += x[u, before];
        }

        return sum;
    }

    static bool MustBeOn(Commitments units, int u, int t) => units.IsOnBefore(u) && t < units.MinUp[u] - units.UpBefore[u];

    static bool MustBeOff(Commitments units, int u, int t) => units.DownBefore[u] > 0 && t < units.MinDown[u] - units.DownBefore[u];
}

/// <summary>Variables of committable units.</summary>
/// <param name="On">[u × T], 1 where on.</param>
/// <param name="Start">[u × T], 1 where started.</param>
/// <param name="Stop">[u × T], 1 where stopped.</param>
sealed record CommitmentVariables(Variables On, Variables Start, Variables Stop);
