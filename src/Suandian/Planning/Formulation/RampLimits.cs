using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Formulation;

/// <summary>Limits of the change of output from one snapshot to the next.</summary>
/// <remarks>
/// Sets        r ∈ generators and links with a limit, t ∈ snapshots with one before: t−1 of the first snapshot of a block is its last where
///             ramps are cyclic; else nothing limits the step into it, but of the horizon where the output before is known
/// Parameters  RU, RD(r,t) largest rise and fall per step [pu of capacity, whatever the step lasts]; SU, SD(r) the same where a unit starts or
///             stops; p₀(r) output before the horizon [MW]; S, M of <see cref="Commitment"/>
/// Variables   p(r,t) output or flow from bus 0 [MW], z(r) capacity [MW], on, start, stop(r,t) of <see cref="Commitment"/>
/// Source      PyPSA user guide, "Ramping limits".
/// </remarks>
static class RampLimits
{
    /// <summary>All rows of ramps.</summary>
    internal static void Rows(LinearModel model, HourlyNetwork network, PlanningVariables x)
    {
        if (network.Ramps is { } ramps)
        {
            Up(model, network, ramps, x);
            Down(model, network, ramps, x);
            Chosen(model, network, ramps, x);
        }
    }

    /// <summary>p(t) − p(t−1) ≤ RU z; of a unit RU S on(t−1) + SU S start(t), in PyPSA RU S on(t−1) + SU S (on(t) − on(t−1))</summary>
    static void Up(LinearModel model, HourlyNetwork network, Ramps ramps, PlanningVariables x)
    {
        var T = network.Snapshots.Count;
        model.Subject("ramp_up", Limited(network, ramps, ramps.UpPu, isChosen: false), (r, t) =>
            Output(ramps, x, r, t) - Before(network, x, r, t)
                <= (ramps.Unit[r] < 0 ? ramps.UpPu[r * T + t] * Capacity(ramps, x, r)
                    : Size(network, ramps, r) * (ramps.UpPu[r * T + t] - (ramps.CountsStarts ? 0 : ramps.StartPu[r])) * Commitment.Before(network, x.Units!.On, ramps.Unit[r], t)
                        + Size(network, ramps, r) * ramps.StartPu[r] * (ramps.CountsStarts ? x.Units.Start : x.Units.On)[ramps.Unit[r], t]));
    }

    /// <summary>p(t−1) − p(t) ≤ RD z; of a unit RD S on(t) + SD S stop(t), in PyPSA RD S on(t) + SD S (on(t−1) − on(t))</summary>
    static void Down(LinearModel model, HourlyNetwork network, Ramps ramps, PlanningVariables x)
    {
        var T = network.Snapshots.Count;
        model.Subject("ramp_down", Limited(network, ramps, ramps.DownPu, isChosen: false), (r, t) =>
            Before(network, x, r, t) - Output(ramps, x, r, t)
                <= (ramps.Unit[r] < 0 ? ramps.DownPu[r * T + t] * Capacity(ramps, x, r)
                    : Size(network, ramps, r) * (ramps.DownPu[r * T + t] - (ramps.CountsStarts ? 0 : ramps.StopPu[r])) * x.Units!.On[ramps.Unit[r], t]
                        + Size(network, ramps, r) * ramps.StopPu[r] * (ramps.CountsStarts ? x.Units.Stop[ramps.Unit[r], t]
                            : Commitment.Before(network, x.Units.On, ramps.Unit[r], t))));
    }

    /// <summary>Of a unit whose size is chosen: rise ≤ RU z + M (1 − on(t−1)), rise ≤ SU z + M (1 − start(t)); fall ≤ RD z + M (1 − on(t)), fall ≤ SD z + M (1 − stop(t))</summary>
    static void Chosen(LinearModel model, HourlyNetwork network, Ramps ramps, PlanningVariables x)
    {
        if (!Enumerable.Range(0, ramps.Count).Any(r => IsChosen(network, ramps, r)))
        {
            return;
        }

        var (T, M) = (network.Snapshots.Count, network.Commitments!.BoundMw);
        var (up, down) = (Limited(network, ramps, ramps.UpPu, isChosen: true), Limited(network, ramps, ramps.DownPu, isChosen: true));
        model.Subject("ramp_up_running", up, (r, t) => Output(ramps, x, r, t) - Before(network, x, r, t)
            - ramps.UpPu[r * T + t] * Capacity(ramps, x, r) + M[ramps.Unit[r]] * Commitment.Before(network, x.Units!.On, ramps.Unit[r], t) <= M[ramps.Unit[r]]);
        model.Subject("ramp_up_starting", up, (r, t) => Output(ramps, x, r, t) - Before(network, x, r, t)
            - ramps.StartPu[r] * Capacity(ramps, x, r) + M[ramps.Unit[r]] * x.Units!.Start[ramps.Unit[r], t] <= M[ramps.Unit[r]]);
        model.Subject("ramp_down_running", down, (r, t) => Before(network, x, r, t) - Output(ramps, x, r, t)
            - ramps.DownPu[r * T + t] * Capacity(ramps, x, r) + M[ramps.Unit[r]] * x.Units!.On[ramps.Unit[r], t] <= M[ramps.Unit[r]]);
        model.Subject("ramp_down_stopping", down, (r, t) => Before(network, x, r, t) - Output(ramps, x, r, t)
            - ramps.StopPu[r] * Capacity(ramps, x, r) + M[ramps.Unit[r]] * x.Units!.Stop[ramps.Unit[r], t] <= M[ramps.Unit[r]]);
    }

    /// <summary>Steps with a limit and an output before them.</summary>
    static Members Limited(HourlyNetwork network, Ramps ramps, double[] limit, bool isChosen) =>
        Index.Hourly(ramps.Name, network.Snapshots, (r, t) => !double.IsNaN(limit[r * network.Snapshots.Count + t])
            && IsChosen(network, ramps, r) == isChosen && HasBefore(network, ramps, r, t));

    /// <summary>True where the output before a snapshot is a variable or known.</summary>
    internal static bool HasBefore(HourlyNetwork network, Ramps ramps, int r, int t) => ramps.IsCyclic || !network.Snapshots.IsStart(t)
        || (network.Snapshots.IsBeginning(t) && !double.IsNaN(ramps.InitialMw[r]));

    static bool IsChosen(HourlyNetwork network, Ramps ramps, int r) =>
        ramps.Unit[r] >= 0 && UnitSizes.IsChosen(network, network.Commitments!, ramps.Unit[r]);

    static Expression Output(Ramps ramps, PlanningVariables x, int r, int t) =>
        (ramps.IsLink[r] ? x.Links.Forward : x.Generators.Power)[ramps.Component[r], t];

    /// <summary>p(t−1), or p₀ before the horizon.</summary>
    static Expression Before(HourlyNetwork network, PlanningVariables x, int r, int t) => network.Ramps is { IsCyclic: false } ramps && network.Snapshots.IsStart(t)
        ? ramps.InitialMw[r] : Output(network.Ramps!, x, r, network.Snapshots.Previous[t]);

    static Expression Capacity(Ramps ramps, PlanningVariables x, int r) =>
        (ramps.IsLink[r] ? x.Links.Capacity : x.Generators.Capacity)[ramps.Component[r]];

    /// <summary>Size of a machine of a unit, MW.</summary>
    static double Size(HourlyNetwork network, Ramps ramps, int r) => UnitSizes.Size(network, network.Commitments!, ramps.Unit[r]);
}
