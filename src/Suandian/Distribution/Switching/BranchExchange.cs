using Suandian.PowerFlow;

namespace Suandian.Distribution.Switching;

/// <summary>A good radial state where there are too many to try all.</summary>
/// <remarks>
/// Start: all closed, then the branch of a loop with the least current is opened, and so on (D. Shirmohammadi and H. W. Hong, IEEE Trans.
/// Power Deliv. 4 (1989) 1492, doi:10.1109/61.25637). Then of all exchanges of one open for one closed branch of its loop the best is made,
/// as long as one helps (after M. E. Baran and F. F. Wu, IEEE Trans. Power Deliv. 4 (1989) 1401, doi:10.1109/61.25627, but with exact flows).
/// </remarks>
sealed class BranchExchange(SwitchableGrid grid, ForestSweep sweep, CancellationToken cancellation)
{
    readonly (int[] Start, int[] Arc, int[] Other) _near = BridgeFinder.Neighbours(grid.Nodes, grid.From, grid.To);

    /// <summary>States that were computed.</summary>
    internal long Evaluated { get; private set; }

    /// <summary>The best state found from the state as given, where that is radial, and from the opening of branches with little current.</summary>
    internal (bool[] IsClosed, ForestFlow Flow) Best(bool[]? given)
    {
        var best = Improved(Opened());
        if (given is not null && Improved(given) is var other && other.Flow.IsBetterThan(best.Flow))
        {
            best = other;
        }

        return best;
    }

    /// <summary>A loss that at least so many states within limits do not exceed, MW; +∞ where so many were not found.</summary>
    internal double LossOf(int states, bool[]? given)
    {
        var best = Best(given);
        double[] losses = [.. Exchanges((bool[])best.IsClosed.Clone()).Select(e => e.Flow).Append(best.Flow).Where(f => f.Excess == 0).Select(f => f.LossMw).Order()];
        return losses.Length >= states ? losses[states - 1] : double.PositiveInfinity;
    }

    /// <summary>Flows of a state and of all that differ from it by one exchange and are not much worse.</summary>
    internal IEnumerable<ArcFlow> FlowsNear((bool[] IsClosed, ForestFlow Flow) state)
    {
        const double worse = 1.5;
        Flow(state.IsClosed);
        foreach (var flow in sweep.Flows())
        {
            yield return flow;
        }

        foreach (var (_, _, other) in Exchanges((bool[])state.IsClosed.Clone()))
        {
            foreach (var flow in other.LossMw < worse * state.Flow.LossMw ? sweep.Flows() : [])
            {
                yield return flow;
            }
        }
    }

    /// <summary>The best state that exchanges of two branches lead to.</summary>
    internal (bool[] IsClosed, ForestFlow Flow) Improved(bool[] start)
    {
        var isClosed = (bool[])start.Clone();
        var flow = Flow(isClosed);
        while (BestExchange(isClosed, flow) is { } exchange)
        {
            (isClosed[exchange.Close], isClosed[exchange.Open], flow) = (true, false, exchange.Flow);
        }

        return (isClosed, flow);
    }

    /// <summary>All closed, then the arc with the least current of those that leave the rest connected opened, until no loop is left.</summary>
    bool[] Opened()
    {
        var (isClosed, bridges) = (new bool[grid.Branch.Length], new BridgeFinder(grid));
        Array.Fill(isClosed, true);
        for (var left = grid.Loops; left > 0; left--)
        {
            cancellation.ThrowIfCancellationRequested();
            var (isBridge, currents) = (bridges.Of(isClosed), Currents(isClosed));
            var least = Enumerable.Range(0, isClosed.Length).Where(a => isClosed[a] && grid.CanOpen[a] && !isBridge[a]).MinBy(a => currents[a]);
            isClosed[least] = false;
        }

        return isClosed;
    }

    /// <summary>Magnitude of the current of each arc; where the loops carry no flow, the conductance in its place.</summary>
    double[] Currents(bool[] isClosed)
    {
        var branches = grid.Grid.Branches;
        var flow = AcFlow.Solve(grid.Switched(isClosed), new FlowOptions { TolerancePu = 1e-6, Start = FlowStart.Flat, Effort = FlowEffort.Newton });
        return flow.Status == FlowStatus.Converged
            ? [.. grid.Branch.Select(k => double.Hypot(flow.FromMw[k], flow.FromMvar[k]) / flow.VoltagePu[branches.From[k]])]
            : [.. grid.Branch.Select(k => 1 / double.Hypot(branches.ResistancePu[k], branches.ReactancePu[k]))];
    }

    (int Close, int Open, ForestFlow Flow)? BestExchange(bool[] isClosed, ForestFlow now)
    {
        (int, int, ForestFlow)? best = null;
        foreach (var exchange in Exchanges(isClosed))
        {
            if (exchange.Flow.IsBetterThan(now))
            {
                (best, now) = (exchange, exchange.Flow);
            }
        }

        return best;
    }

    /// <summary>All states that differ from one by one closed and one opened arc.</summary>
    IEnumerable<(int Close, int Open, ForestFlow Flow)> Exchanges(bool[] isClosed)
    {
        foreach (var tie in Enumerable.Range(0, isClosed.Length).Where(a => !isClosed[a]).ToArray())
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var arc in Path(isClosed, tie).Where(a => grid.CanOpen[a]).ToArray())
            {
                (isClosed[tie], isClosed[arc]) = (true, false);
                var flow = Flow(isClosed);
                (isClosed[tie], isClosed[arc]) = (false, true);
                yield return (tie, arc, flow);
            }
        }
    }

    ForestFlow Flow(bool[] isClosed)
    {
        Evaluated++;
        return sweep.Solve(isClosed);
    }

    /// <summary>Closed arcs on the way between the ends of an open one.</summary>
    List<int> Path(bool[] isClosed, int tie)
    {
        var (via, waiting) = (new int[grid.Nodes], new Queue<int>());
        Array.Fill(via, -1);
        waiting.Enqueue(grid.From[tie]);
        while (waiting.TryDequeue(out var node) && node != grid.To[tie])
        {
            for (var q = _near.Start[node]; q < _near.Start[node + 1]; q++)
            {
                if (isClosed[_near.Arc[q]] && _near.Arc[q] != via[node])
                {
                    via[_near.Other[q]] = _near.Arc[q];
                    waiting.Enqueue(_near.Other[q]);
                }
            }
        }

        var (path, at) = (new List<int>(), grid.To[tie]);
        while (at != grid.From[tie])
        {
            path.Add(via[at]);
            at = grid.From[via[at]] == at ? grid.To[via[at]] : grid.From[via[at]];
        }

        return path;
    }
}
