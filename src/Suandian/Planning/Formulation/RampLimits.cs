using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Formulation;

/// <summary>Limits of the change of output from one snapshot to the next.</summary>
/// <remarks>
/// Sets        r ∈ generators and links with a limit, t ∈ snapshots that do not begin a block: nothing limits the step into the first
/// Parameters  RU, RD(r,t) largest rise and fall per step [pu of capacity, whatever the step lasts]; SU, SD(r) the same where a unit starts or stops
/// Variables   p(r,t) output or flow from bus 0 [MW], z(r) capacity [MW], on(r,t) of <see cref="Commitment"/>
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
        }
    }

    /// <summary>p(t) − p(t−1) ≤ RU z; of a unit RU P on(t−1) + SU P (on(t) − on(t−1))</summary>
    static void Up(LinearModel model, HourlyNetwork network, Ramps ramps, PlanningVariables x)
    {
        var (snapshots, T) = (network.Snapshots, network.Snapshots.Count);
        model.Subject("ramp_up", Index.Hourly(ramps.Name, snapshots, (r, t) => !snapshots.IsStart(t) && !double.IsNaN(ramps.UpPu[r * T + t])), (r, t) =>
            Output(ramps, x, r, t) - Output(ramps, x, r, snapshots.Previous[t])
                <= (ramps.Unit[r] < 0 ? ramps.UpPu[r * T + t] * Capacity(ramps, x, r)
                    : Capacity(network, ramps, r) * (ramps.UpPu[r * T + t] - ramps.StartPu[r]) * x.Units!.On[ramps.Unit[r], snapshots.Previous[t]]
                        + Capacity(network, ramps, r) * ramps.StartPu[r] * x.Units.On[ramps.Unit[r], t]));
    }

    /// <summary>p(t−1) − p(t) ≤ RD z; of a unit RD P on(t) + SD P (on(t−1) − on(t))</summary>
    static void Down(LinearModel model, HourlyNetwork network, Ramps ramps, PlanningVariables x)
    {
        var (snapshots, T) = (network.Snapshots, network.Snapshots.Count);
        model.Subject("ramp_down", Index.Hourly(ramps.Name, snapshots, (r, t) => !snapshots.IsStart(t) && !double.IsNaN(ramps.DownPu[r * T + t])), (r, t) =>
            Output(ramps, x, r, snapshots.Previous[t]) - Output(ramps, x, r, t)
                <= (ramps.Unit[r] < 0 ? ramps.DownPu[r * T + t] * Capacity(ramps, x, r)
                    : Capacity(network, ramps, r) * (ramps.DownPu[r * T + t] - ramps.StopPu[r]) * x.Units!.On[ramps.Unit[r], t]
                        + Capacity(network, ramps, r) * ramps.StopPu[r] * x.Units.On[ramps.Unit[r], snapshots.Previous[t]]));
    }

    static Expression Output(Ramps ramps, PlanningVariables x, int r, int t) =>
        (ramps.IsLink[r] ? x.Links.Forward : x.Generators.Power)[ramps.Component[r], t];

    static Expression Capacity(Ramps ramps, PlanningVariables x, int r) =>
        (ramps.IsLink[r] ? x.Links.Capacity : x.Generators.Capacity)[ramps.Component[r]];

    /// <summary>Fixed capacity of a unit, MW.</summary>
    static double Capacity(HourlyNetwork network, Ramps ramps, int r) =>
        ramps.IsLink[r] ? network.Links.LeastMw(ramps.Component[r]) : network.Generators.LeastMw(ramps.Component[r]);
}
