using Suandian.Optimisation;

namespace Suandian.Planning.Scenarios;

/// <summary>Cuts the part of one scenario out of a solution of the joint problem.</summary>
/// <remarks>
/// Columns and rows are matched by block, component and snapshot. Hourly rows are not weighted in the joint problem, its costs are:
/// a dual of the scenario alone is the joint one over the probability. Annual rows are told by the joint problem and get no dual here.
/// </remarks>
sealed class ScenarioPart(PlanningModel joint, PlanningModel part, int scenario)
{
    readonly int _start = joint.Network.Snapshots.Scenarios!.Start[scenario];
    readonly double _probability = joint.Network.Snapshots.Scenarios!.ProbabilityPu[scenario];

    internal LinearSolution Of(LinearSolution solution)
    {
        var (columns, reduced) = (new double[part.Linear.ColumnCount], new double[part.Linear.ColumnCount]);
        var blocks = joint.Linear.VariableBlocks.ToDictionary(v => v.Block.Name);
        foreach (var variables in part.Linear.VariableBlocks)
        {
            var whole = blocks[variables.Block.Name];
            for (var j = variables.Block.First; j < variables.Block.First + variables.Block.Length; j++)
            {
                var from = Column(whole, variables.Block, j);
                columns[j] = solution.Columns[from];
                reduced[j] = variables.Block.Members.IsAnnual ? 0 : solution.ReducedCosts[from] / _probability;
            }
        }

        return solution with
        {
            Columns = columns,
            ReducedCosts = reduced,
            RowDuals = Duals(solution),
            RowActivities = new double[part.Linear.RowCount],
            Objective = Cost(columns),
            Basis = null,
        };
    }

    int Column(Variables whole, Block block, int column)
    {
        var component = block.Component(column);
        return !block.Members.IsAnnual ? whole.Column(component, _start + block.Snapshot(column))
            : block.Name == "trade_peak" ? whole.Column(Period(component), 0)
            : whole.Column(component, 0);
    }

    /// <summary>The demand period of the joint problem that is this one of the scenario.</summary>
    int Period(int period)
    {
        var trade = part.Periods.Trade[period];
        var month = Enumerable.Range(1, 12).First(m => part.Periods.Of(trade, m) == period);
        return joint.Periods.Of(trade, month, scenario);
    }

    double[] Duals(LinearSolution solution)
    {
        var duals = new double[part.Linear.RowCount];
        var blocks = joint.Linear.ConstraintBlocks.ToDictionary(c => c.Block.Name);
        foreach (var block in part.Linear.ConstraintBlocks.Select(c => c.Block).Where(b => !b.Members.IsAnnual))
        {
            var whole = solution.Duals(blocks[block.Name]);
            var snapshots = joint.Network.Snapshots.Count;
            for (var i = block.First; i < block.First + block.Length; i++)
            {
                duals[i] = whole[block.Component(i) * snapshots + _start + block.Snapshot(i)] / _probability;
            }
        }

        return duals;
    }

    double Cost(double[] columns)
    {
        var sum = part.Linear.CostConstant;
        for (var j = 0; j < columns.Length; j++)
        {
            sum += part.Linear.ColumnCost[j] * columns[j];
        }

        return sum;
    }
}
