using Suandian.Network;

namespace Suandian.Planning;

/// <summary>
/// Runs a plan again, hour by hour, from the data of the network and the capacities and flows of the plan.
/// Knows nothing of the linear problem; what the formulation got wrong shows here.
/// </summary>
/// <remarks>
/// Tolerances: 1e-6 MW, MWh, Gbit/s; work 1e-6 MW times the largest GPU-hours per MWh (a day of it for deadlines);
/// rules and money 1e-6 relative. Method: docs/explanation/replay.md.
/// </remarks>
public static class Replay
{
    /// <summary>Checks a plan.</summary>
    /// <param name="network">The network it was made for.</param>
    /// <param name="solution">The plan; it must hold a solution.</param>
    /// <param name="lines">Whether Kirchhoff's voltage law is demanded of the lines.</param>
    /// <returns>The largest violation of each kind with its place, waiting times, rules and money.</returns>
    public static ReplayReport Check(HourlyNetwork network, PlanningSolution solution, LineModel lines = LineModel.Transport)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(solution);
        var ledger = new ReplayLedger(network);
        if (!ReplayShapes.Fit(network, solution, ledger))
        {
            return Report(ledger, solution, [], [], []);
        }

        ReplayPower.Check(network, solution, ledger);
        ReplayStorage.Check(network, solution, ledger);
        ReplayComputing.Check(network, solution, ledger);
        ReplayUnits.Check(network, solution, ledger);
        ReplaySums.Check(network, solution, ledger);
        if (lines == LineModel.Kirchhoff)
        {
            ReplayVoltage.Check(network, solution, ledger);
        }

        var workloads = ReplayQueue.Check(network, solution, ledger);
        var rules = ReplayRules.Check(network, solution, ledger);
        return Report(ledger, solution, workloads, rules, ReplayMoney.Costs(network, solution));
    }

    static ReplayReport Report(
        ReplayLedger ledger, PlanningSolution solution,
        IReadOnlyList<WorkloadReplay> workloads, IReadOnlyList<RuleReplay> rules, IReadOnlyList<CostReplay> costs)
    {
        var (stated, replayed) = (solution.ObjectiveYuan, costs.Sum(c => c.Yuan));
        var scale = Math.Max(1, Math.Max(Math.Abs(stated), Math.Abs(replayed)));
        var difference = Math.Abs(stated - replayed) / scale;
        ledger.Note(ReplayKind.Money, difference, "");
        return new ReplayReport
        {
            Checks = ledger.Checks(),
            Workloads = [.. workloads],
            Rules = [.. rules],
            Costs = [.. costs.Where(c => c.Yuan != 0)],
            StatedYuan = stated,
            ReplayedYuan = replayed,
            MoneyDifferencePu = difference,
        };
    }
}
