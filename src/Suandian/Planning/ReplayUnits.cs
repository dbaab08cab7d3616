using Suandian.Network;

namespace Suandian.Planning;

/// <summary>Replays units that are on or off, and ramps.</summary>
static class ReplayUnits
{
    /// <summary>On by less than this share of a machine is off, pu.</summary>
    const double Whole = 1e-6;

    internal static void Check(HourlyNetwork network, PlanningSolution plan, ReplayLedger ledger)
    {
        for (var u = 0; u < (network.Commitments?.Count ?? 0); u++)
        {
            Output(network, network.Commitments!, plan, ledger, u);
            Times(network, network.Commitments!, plan, ledger, u);
        }

        if (network.Ramps is { } ramps)
        {
            Ramps(network, ramps, plan, ledger);
        }
    }

    static void Output(HourlyNetwork network, Commitments units, PlanningSolution plan, ReplayLedger ledger, int u)
    {
        var size = units.HasMachines(u) ? units.MachineMw[u] : Capacity(plan, units.IsLink[u], units.Component[u]);
        var machines = units.HasMachines(u) ? Math.Floor(Capacity(plan, units.IsLink[u], units.Component[u]) / size + Whole) : 1;
        for (var t = 0; t < network.Snapshots.Count; t++)
        {
            var on = plan.UnitOn[u * network.Snapshots.Count + t];
            ledger.Note(ReplayKind.UnitState, Math.Abs(on - Math.Round(on)), units.Name[u], t);
            ledger.Within(ReplayKind.UnitState, Math.Round(on), (0, machines), units.Name[u], t);
            var (least, most) = (UnitSizes.FloorPu(network, units, u, t), UnitSizes.CeilingPu(network, units, u, t));
            ledger.Within(ReplayKind.UnitOutput, Power(plan, units.IsLink[u], units.Component[u], (t, network.Snapshots.Count)),
                (least < 0 && UnitSizes.IsChosen(network, units, u) ? OffBelow(units, u, least * size, on) : least * size * Math.Round(on),
                    most * size * Math.Round(on)), units.Name[u], t);
        }
    }

    /// <summary>A unit whose size is chosen and that may go below 0 may do so while it is off, as in PyPSA (told by SD1115).</summary>
    static double OffBelow(Commitments units, int u, double least, double on) => least - units.BoundMw[u] * (1 - Math.Round(on));

    /// <summary>Machines that started in the last hours are on; those that stopped are off.</summary>
    static void Times(HourlyNetwork network, Commitments units, PlanningSolution plan, ReplayLedger ledger, int u)
    {
        var (starts, stops) = UnitStates.Changes(network, plan.UnitOn, u);
        var machines = units.HasMachines(u) ? Math.Floor(Capacity(plan, units.IsLink[u], units.Component[u]) / units.MachineMw[u] + Whole) : 1;
        for (var t = 0; t < network.Snapshots.Count; t++)
        {
            var on = UnitStates.On(network, plan.UnitOn, u, t);
            if (units.IsCyclic || !network.Snapshots.IsBeginning(t))
            {
                ledger.Within(ReplayKind.UnitTime, Recent(network, starts, t, units.MinUp[u]), (0, on), units.Name[u], t);
                ledger.Within(ReplayKind.UnitTime, Recent(network, stops, t, units.MinDown[u]), (0, machines - on), units.Name[u], t);
            }
        }
    }

    static void Ramps(HourlyNetwork network, Ramps ramps, PlanningSolution plan, ReplayLedger ledger)
    {
        var (snapshots, T) = (network.Snapshots, network.Snapshots.Count);
        foreach (var (r, t) in Enumerable.Range(0, ramps.Count).SelectMany(r => Enumerable.Range(0, T).Select(t => (r, t))))
        {
            var isFirst = !ramps.IsCyclic && snapshots.IsStart(t);
            if (isFirst && (!snapshots.IsBeginning(t) || double.IsNaN(ramps.InitialMw[r])))
            {
                continue;
            }

            var (power, u) = (Power(plan, ramps.IsLink[r], ramps.Component[r], (t, T)), ramps.Unit[r]);
            var before = isFirst ? ramps.InitialMw[r] : Power(plan, ramps.IsLink[r], ramps.Component[r], (snapshots.Previous[t], T));
            var size = u >= 0 && network.Commitments!.HasMachines(u) ? network.Commitments.MachineMw[u] : Capacity(plan, ramps.IsLink[r], ramps.Component[r]);
            var (on, was) = u < 0 ? (1, 1) : (UnitStates.On(network, plan.UnitOn, u, t), UnitStates.Before(network, plan.UnitOn, u, t));
            var (up, down) = (ramps.UpPu[r * T + t], ramps.DownPu[r * T + t]);
            var rise = size * (up * was + ramps.StartPu[r] * (ramps.CountsStarts ? Math.Max(0, on - was) : on - was));
            var fall = size * (down * on + ramps.StopPu[r] * (ramps.CountsStarts ? Math.Max(0, was - on) : was - on));
            ledger.Note(ReplayKind.Ramp, double.IsNaN(up) ? 0 : Math.Max(0, power - before - rise), ramps.Name[r], t);
            ledger.Note(ReplayKind.Ramp, double.IsNaN(down) ? 0 : Math.Max(0, before - power - fall), ramps.Name[r], t);
        }
    }

    /// <summary>Sum over the last hours of the block, or since the beginning of the horizon.</summary>
    static double Recent(HourlyNetwork network, double[] values, int t, int hours)
    {
        var (sum, isCyclic) = (values[t], network.Commitments!.IsCyclic);
        for (var h = 1; h < hours && (isCyclic || !network.Snapshots.IsBeginning(t)); h++)
        {
            t = isCyclic ? network.Snapshots.Previous[t] : t - 1;
            sum += values[t];
        }

        return hours > 0 ? sum : 0;
    }

    static double Capacity(PlanningSolution plan, bool isLink, int component) => (isLink ? plan.LinkCapacityMw : plan.GeneratorCapacityMw)[component];

    static double Power(PlanningSolution plan, bool isLink, int component, (int Snapshot, int Snapshots) at) =>
        (isLink ? plan.LinkForwardMw : plan.GeneratorMw)[component * at.Snapshots + at.Snapshot];
}
