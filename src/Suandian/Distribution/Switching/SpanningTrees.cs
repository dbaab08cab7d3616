namespace Suandian.Distribution.Switching;

/// <summary>Spanning trees of a switchable grid: how many there are, and each of them once.</summary>
static class SpanningTrees
{
    /// <summary>Natural logarithm of the number of spanning trees that hold all arcs that may not be opened.</summary>
    /// <remarks>
    /// Matrix-tree theorem (G. Kirchhoff, Ann. Phys. 148, 1847, 497): the number is the determinant of the Laplacian without the row and
    /// column of one node. Nodes joined by arcs that may not be opened are one node; the node with the fewest neighbours is eliminated next.
    /// </remarks>
    internal static double LogCount(SwitchableGrid grid)
    {
        var joined = new DisjointNodes(grid.Nodes);
        for (var a = 0; a < grid.Branch.Length; a++)
        {
            _ = !grid.CanOpen[a] && joined.Join(grid.From[a], grid.To[a]);
        }

        var near = new Dictionary<int, Dictionary<int, double>>();
        for (var n = 0; n < grid.Nodes; n++)
        {
            near.TryAdd(joined.Root(n), []);
        }

        for (var a = 0; a < grid.Branch.Length; a++)
        {
            Weigh(near, joined.Root(grid.From[a]), joined.Root(grid.To[a]), 1);
        }

        var (log, root) = (0.0, joined.Root(0));
        while (near.Count > 1)
        {
            var (node, neighbours) = near.Where(entry => entry.Key != root).MinBy(entry => entry.Value.Count);
            var diagonal = neighbours.Values.Sum();
            if (diagonal <= 0)
            {
                return double.NegativeInfinity;
            }

            log += Math.Log(diagonal);
            Eliminate(near, node, diagonal);
        }

        return log;
    }

    /// <summary>Calls for every spanning tree once, arcs that may not be opened closed in all of them.</summary>
    /// <param name="grid">The grid; it must have a spanning tree.</param>
    /// <param name="visit">Told which arcs are closed, in an array that changes afterwards.</param>
    /// <param name="cancellation">Stops between trees.</param>
    /// <remarks>
    /// Sets of arcs whose removal leaves the graph connected are grown by ascending arcs: any part of such a set is such a set, so every
    /// tree is reached on one way only, and an arc may be removed where it is no bridge of what is left.
    /// </remarks>
    internal static void ForEach(SwitchableGrid grid, Action<bool[]> visit, CancellationToken cancellation = default)
    {
        var (isClosed, bridges) = (new bool[grid.Branch.Length], new BridgeFinder(grid));
        Array.Fill(isClosed, true);
        Open(first: 0, left: grid.Loops);

        void Open(int first, int left)
        {
            if (left == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                visit(isClosed);
                return;
            }

            var isBridge = bridges.Of(isClosed);
            for (var a = first; a <= isClosed.Length - left; a++)
            {
                if (grid.CanOpen[a] && !isBridge[a])
                {
                    isClosed[a] = false;
                    Open(a + 1, left - 1);
                    isClosed[a] = true;
                }
            }
        }
    }

    static void Weigh(Dictionary<int, Dictionary<int, double>> near, int a, int b, double weight)
    {
        if (a != b)
        {
            near[a][b] = near[a].GetValueOrDefault(b) + weight;
            near[b][a] = near[b].GetValueOrDefault(a) + weight;
        }
    }

    /// <summary>Gauss' step in the graph: neighbours of the node are joined by the product of their weights over the diagonal.</summary>
    static void Eliminate(Dictionary<int, Dictionary<int, double>> near, int node, double diagonal)
    {
        near.Remove(node, out var neighbours);
        (int Node, double Weight)[] list = [.. neighbours!.Select(n => (n.Key, n.Value))];
        foreach (var (other, _) in list)
        {
            near[other].Remove(node);
        }

        for (var i = 0; i < list.Length; i++)
        {
            for (var j = i + 1; j < list.Length; j++)
            {
                Weigh(near, list[i].Node, list[j].Node, list[i].Weight * list[j].Weight / diagonal);
            }
        }
    }
}

/// <summary>Bridges of the closed arcs: arcs whose removal would disconnect the graph.</summary>
/// <remarks>Depth-first search with the earliest node that each subtree reaches: R. E. Tarjan, Inf. Process. Lett. 2 (1974) 160, doi:10.1016/0020-0190(74)90003-9.</remarks>
sealed class BridgeFinder
{
    readonly int[] _start;
    readonly int[] _arc;
    readonly int[] _other;
    readonly int[] _time;
    readonly int[] _low;
    readonly int[] _next;
    readonly (int Node, int Arc)[] _path;

    internal BridgeFinder(SwitchableGrid grid)
    {
        (_start, _arc, _other) = Neighbours(grid.Nodes, grid.From, grid.To);
        (_time, _low, _next, _path) = (new int[grid.Nodes], new int[grid.Nodes], new int[grid.Nodes], new (int, int)[grid.Nodes]);
    }

    /// <summary>Arcs at each node and the nodes at their other ends; those of node n from Start[n] on.</summary>
    internal static (int[] Start, int[] Arc, int[] Other) Neighbours(int nodes, int[] from, int[] to)
    {
        var start = new int[nodes + 1];
        for (var a = 0; a < from.Length; a++)
        {
            start[from[a] + 1]++;
            start[to[a] + 1]++;
        }

        for (var n = 0; n < nodes; n++)
        {
            start[n + 1] += start[n];
        }

        var (next, arcs, other) = ((int[])start.Clone(), new int[2 * from.Length], new int[2 * from.Length]);
        for (var a = 0; a < from.Length; a++)
        {
            (arcs[next[from[a]]], other[next[from[a]]++]) = (a, to[a]);
            (arcs[next[to[a]]], other[next[to[a]]++]) = (a, from[a]);
        }

        return (start, arcs, other);
    }

    /// <summary>Bridges among the closed arcs of a connected graph.</summary>
    internal bool[] Of(bool[] isClosed)
    {
        var isBridge = new bool[isClosed.Length];
        Array.Clear(_time);
        Array.Copy(_start, _next, _next.Length);
        var (depth, clock) = (0, 1);
        (_path[0], _time[0], _low[0]) = ((0, -1), clock, clock);
        while (depth >= 0)
        {
            var (node, arc) = _path[depth];
            if (_next[node] == _start[node + 1])
            {
                depth--;
                if (depth >= 0)
                {
                    var parent = _path[depth].Node;
                    _low[parent] = Math.Min(_low[parent], _low[node]);
                    isBridge[arc] = _low[node] > _time[parent];
                }

                continue;
            }

            var (a, other) = (_arc[_next[node]], _other[_next[node]]);
            _next[node]++;
            if (!isClosed[a] || a == arc)
            {
                continue;
            }

            if (_time[other] > 0)
            {
                _low[node] = Math.Min(_low[node], _time[other]);
                continue;
            }

            clock++;
            (_time[other], _low[other]) = (clock, clock);
            _path[++depth] = (other, a);
        }

        return isBridge;
    }
}
