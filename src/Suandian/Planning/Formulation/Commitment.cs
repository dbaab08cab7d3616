using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Formulation;

/// <summary>Units that are either on, between least and largest output, or off.</summary>
/// <remarks>
/// Sets        u ∈ committable generators and links, t ∈ snapshots; t−1 of the first snapshot of a block is its last where units are cyclic
/// Parameters  S(u) size of a machine: the capacity, or that of one of several equal machines [MW]; f(u,t), c(u,t) least and largest
///             output [pu]; U, D least snapshots on and off; costs of a start and a stop of a machine [yuan/a in the snapshot], of being on [yuan/h];
///             M(u) more than any output of a unit whose size is chosen [MW]
/// Variables   on(u,t) = unit_on, whole, 0 … 1, or 0 … number of machines; start(u,t) = unit_start, stop(u,t) = unit_stop, 0 … the same;
///             p(u,t) output or flow from bus 0, z(u) capacity [MW]
/// Not cyclic: before the first snapshot of the horizon a unit is on where it has been on for some; it then stays on for what is left
/// of U, and off likewise. Starts and stops are whole of themselves: their difference is, and neither is larger than it must be.
/// Where the size is chosen and there are no equal machines, p ≤ z on is no linear row: p ≤ z and p ≤ M on stand for it (big M).
/// Source      PyPSA user guide, "Unit commitment"; D. Rajan, S. Takriti, IBM Research Report RC23628, 2005 (least times on and off);
///             several equal machines: B. Palmintier, M. Webster, IEEE PES General Meeting 2011, doi:10.1109/PES.2011.6039695.
/// </remarks>
static class Commitment
{
    internal static CommitmentVariables? Add(LinearModel model, HourlyNetwork network, bool isWhole)
    {
        if (network.Commitments is not { } units)
        {
            return null;
        }

        var hourly = Index.Hourly(units.Name, network.Snapshots);
        var most = UnitSizes.Machines(network, units);
        var on = model.Variables("unit_on", hourly, (u, t) => MustBeOn(network, u, t) ? 1 : 0, (u, t) => MustBeOff(network, u, t) ? 0 : most[u]);
        return new(
            isWhole ? on.AsIntegers() : on,
            model.Variables("unit_start", hourly, 0, (u, _) => most[u]),
            model.Variables("unit_stop", hourly, 0, (u, _) => most[u]));
    }

    /// <summary>All rows of committable units.</summary>
    internal static void Rows(LinearModel model, HourlyNetwork network, PlanningVariables x)
    {
        if (network.Commitments is not { } units || x.Units is not { } unit)
        {
            return;
        }

        Output(model, network, units, x);
        ChosenOutput(model, network, units, x);
        Count(model, network, units, x);
        Transition(model, network, units, unit);
        UpTime(model, network, units, unit);
        DownTime(model, network, units, x);
    }

    /// <summary>f S on(t) ≤ p(t) ≤ c S on(t)</summary>
    static void Output(LinearModel model, HourlyNetwork network, Commitments units, PlanningVariables x)
    {
        var hourly = Index.Hourly(units.Name, network.Snapshots, (u, _) => !UnitSizes.IsChosen(network, units, u));
        model.Subject("unit_maximum", hourly, (u, t) => Output(units, x, u, t) <= UnitSizes.Most(network, units, u, t) * x.Units!.On[u, t]);
        model.Subject("unit_minimum", hourly, (u, t) => Output(units, x, u, t) >= UnitSizes.Least(network, units, u, t) * x.Units!.On[u, t]);
    }

    /// <summary>p(t) ≤ M on(t); p(t) ≥ f z − M (1 − on(t)); p ≤ c z is a row of the generator or link</summary>
    static void ChosenOutput(LinearModel model, HourlyNetwork network, Commitments units, PlanningVariables x)
    {
        if (!Enumerable.Range(0, units.Count).Any(u => UnitSizes.IsChosen(network, units, u)))
        {
            return;
        }

        var hourly = Index.Hourly(units.Name, network.Snapshots, (u, _) => UnitSizes.IsChosen(network, units, u));
        model.Subject("unit_chosen_maximum", hourly, (u, t) => Output(units, x, u, t) <= units.BoundMw[u] * x.Units!.On[u, t]);
        model.Subject("unit_chosen_minimum", hourly, (u, t) =>
            Output(units, x, u, t) - UnitSizes.FloorPu(network, units, u, t) * Capacity(units, x, u) - units.BoundMw[u] * x.Units!.On[u, t] >= -units.BoundMw[u]);
    }

    /// <summary>S on(t) ≤ z, of several equal machines whose number is chosen</summary>
    static void Count(LinearModel model, HourlyNetwork network, Commitments units, PlanningVariables x)
    {
        bool IsCounted(int u) => units.HasMachines(u) && UnitSizes.IsExpandable(network, units, u);
        if (Enumerable.Range(0, units.Count).Any(IsCounted))
        {
            model.Subject("unit_count", Index.Hourly(units.Name, network.Snapshots, (u, _) => IsCounted(u)),
                (u, t) => units.MachineMw[u] * x.Units!.On[u, t] <= Capacity(units, x, u));
        }
    }

    /// <summary>on(t) − on(t−1) = start(t) − stop(t)</summary>
    static void Transition(LinearModel model, HourlyNetwork network, Commitments units, CommitmentVariables x) =>
        model.Subject("unit_transition", Index.Hourly(units.Name, network.Snapshots), (u, t) =>
            x.On[u, t] - Before(network, x.On, u, t) == x.Start[u, t] - x.Stop[u, t]);

    /// <summary>Σ(τ = t−U+1 … t) start(τ) ≤ on(t)</summary>
    static void UpTime(LinearModel model, HourlyNetwork network, Commitments units, CommitmentVariables x) =>
        model.Subject("unit_up_time", Index.Hourly(units.Name, network.Snapshots, (u, t) => units.MinUp[u] > 0 && !IsFirst(network, t)),
            (u, t) => Recent(network, x.Start, (u, t), units.MinUp[u]) <= x.On[u, t]);

    /// <summary>Σ(τ = t−D+1 … t) stop(τ) ≤ 1 − on(t), or ≤ z/S − on(t) of several equal machines</summary>
    static void DownTime(LinearModel model, HourlyNetwork network, Commitments units, PlanningVariables x) =>
        model.Subject("unit_down_time", Index.Hourly(units.Name, network.Snapshots, (u, t) => units.MinDown[u] > 0 && !IsFirst(network, t)),
            (u, t) => Recent(network, x.Units!.Stop, (u, t), units.MinDown[u]) + x.Units.On[u, t]
                <= (units.HasMachines(u) ? 1 / units.MachineMw[u] * Capacity(units, x, u) : 1));

    /// <summary>Σ start cost × start + stop cost × stop + w(t) cost of being on × on</summary>
    internal static void Costs(LinearModel model, HourlyNetwork network, CommitmentVariables? x)
    {
        if (network.Commitments is not { } units || x is null)
        {
            return;
        }

        var (weight, T) = (network.Snapshots.WeightH, network.Snapshots.Count);
        model.Minimise("unit_start", x.Start.Block.Members, (u, t) => units.StartCostYuan[u * T + t] * x.Start[u, t]);
        model.Minimise("unit_stop", x.Stop.Block.Members, (u, t) => units.StopCostYuan[u * T + t] * x.Stop[u, t]);
        model.Minimise("unit_stand_by", x.On.Block.Members, (u, t) => weight[t] * units.StandByYuanPerH[u * T + t] * x.On[u, t]);
    }

    /// <summary>on(t−1); before the first snapshot what is given.</summary>
    internal static Expression Before(HourlyNetwork network, Variables on, int u, int t) => network.Commitments!.IsCyclic ? on[u, network.Snapshots.Previous[t]]
        : !network.Snapshots.IsBeginning(t) ? on[u, t - 1] : network.Commitments.IsOnBefore(u) ? 1 : 0;

    /// <summary>Output of a generator, or flow of a link from bus 0.</summary>
    static Expression Output(Commitments units, PlanningVariables x, int u, int t) =>
        (units.IsLink[u] ? x.Links.Forward : x.Generators.Power)[units.Component[u], t];

    static Expression Capacity(Commitments units, PlanningVariables x, int u) =>
        (units.IsLink[u] ? x.Links.Capacity : x.Generators.Capacity)[units.Component[u]];

    /// <summary>Sum over the last steps, within the block where units are cyclic, else since the beginning of the horizon.</summary>
    static Expression Recent(HourlyNetwork network, Variables x, (int Unit, int Snapshot) at, int steps)
    {
        var (snapshots, isCyclic) = (network.Snapshots, network.Commitments!.IsCyclic);
        Expression sum = x[at.Unit, at.Snapshot];
        var t = at.Snapshot;
        for (var step = 1; step < steps && (isCyclic || !snapshots.IsBeginning(t)); step++)
        {
            t = isCyclic ? snapshots.Previous[t] : t - 1;
            sum += x[at.Unit, t];
        }

        return sum;
    }

    /// <summary>True for the snapshot whose least times are those of before.</summary>
    static bool IsFirst(HourlyNetwork network, int t) => !network.Commitments!.IsCyclic && network.Snapshots.IsBeginning(t);

    static bool MustBeOn(HourlyNetwork network, int u, int t) => network.Commitments is { IsCyclic: false } units && units.IsOnBefore(u)
        && network.Snapshots.SinceBeginning(t) < units.MinUp[u] - units.UpBefore[u];

    static bool MustBeOff(HourlyNetwork network, int u, int t) => network.Commitments is { IsCyclic: false } units && units.DownBefore[u] > 0
        && network.Snapshots.SinceBeginning(t) < units.MinDown[u] - units.DownBefore[u];
}

/// <summary>Variables of committable units.</summary>
/// <param name="On">[u × T], 1 where on, or the number of machines that are.</param>
/// <param name="Start">[u × T], 1 where started, or the number of machines that are.</param>
/// <param name="Stop">[u × T], 1 where stopped, or the number of machines that are.</param>
sealed record CommitmentVariables(Variables On, Variables Start, Variables Stop);
