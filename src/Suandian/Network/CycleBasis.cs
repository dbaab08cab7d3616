using System.Collections.Immutable;

namespace Suandian.Network;

/// <summary>Independent cycles of an undirected graph: one for each edge outside a spanning forest.</summary>
/// <remarks>
/// Breadth-first forest, one tree for each connected component; an edge outside it closes one cycle with the paths of its ends
/// to their common ancestor. Edges − nodes + components cycles; parallel edges make cycles of two, an edge from a node to
/// itself makes a cycle of its own.
/// Source: G. Kirchhoff, Annalen der Physik 148, 1847, doi:10.1002/andp.18471481202.
/// </remarks>
public static class CycleBasis
{
    /// <summary>The cycles, in the order of their closing edges.</summary>
    /// <param name="nodes">Number of nodes.</param>
    /// <param name="from">First node of each edge.</param>
    /// <param name="to">Second node of each edge.</param>
    /// <exception cref="ArgumentException">The two ends differ in length.</exception>
    public static ImmutableArray<Cycle> Of(int nodes, ReadOnlySpan<int> from, ReadOnlySpan<int> to)
    {
        if (from.Length != to.Length)
        {
            throw new ArgumentException($"{from.Length} edges begin and {to.Length} end", nameof(to));
        }

        var forest = Forest.Grow(nodes, from, to);
        var cycles = ImmutableArray.CreateBuilder<Cycle>();
        for (var edge = 0; edge < from.Length; edge++)
        {
            if (!forest.Holds(edge, from[edge], to[edge]))
            {
                cycles.Add(forest.Close(edge, from[edge], to[edge]));
            }
        }

        return cycles.ToImmutable();
    }

    sealed record Forest(int[] ParentEdge, int[] Parent, int[] Depth, bool[] IsForward)
    {
        internal static Forest Grow(int nodes, ReadOnlySpan<int> from, ReadOnlySpan<int> to)
        {
            var neighbours = Neighbours(nodes, from, to);
            var forest = new Forest(new int[nodes], new int[nodes], new int[nodes], new bool[nodes]);
            Array.Fill(forest.Depth, -1);
            for (var root = 0; root < nodes; root++)
            {
                if (forest.Depth[root] < 0)
                {
                    forest.GrowFrom(root, neighbours);
                }
            }

            return forest;
        }

        static List<(int Edge, int Node, bool IsForward)>[] Neighbours(int nodes, ReadOnlySpan<int> from, ReadOnlySpan<int> to)
        {
            var neighbours = new List<(int, int, bool)>[nodes];
            for (var node = 0; node < nodes; node++)
            {
                neighbours[node] = [];
            }

            for (var edge = 0; edge < from.Length; edge++)
            {
                neighbours[from[edge]].Add((edge, to[edge], true));
                neighbours[to[edge]].Add((edge, from[edge], false));
            }

            return neighbours;
        }

        void GrowFrom(int root, List<(int Edge, int Node, bool IsForward)>[] neighbours)
        {
            (Parent[root], ParentEdge[root], Depth[root]) = (-1, -1, 0);
            var queue = new Queue<int>([root]);
            while (queue.TryDequeue(out var node))
            {
                foreach (var (edge, next, isForward) in neighbours[node])
                {
                    if (Depth[next] < 0)
                    {
                        (Parent[next], ParentEdge[next], Depth[next], IsForward[next]) = (node, edge, Depth[node] + 1, isForward);
                        queue.Enqueue(next);
                    }
                }
            }
        }

        internal bool Holds(int edge, int from, int to) => ParentEdge[from] == edge || ParentEdge[to] == edge;

        /// <summary>Along the edge, then from its end up to the common ancestor and down to its beginning.</summary>
        internal Cycle Close(int edge, int from, int to)
        {
            var (edges, signs) = (new List<int> { edge }, new List<int> { 1 });
            var (up, down) = (to, from);
            while (up != down)
            {
                var isUp = Depth[up] >= Depth[down];
                var node = isUp ? up : down;
                edges.Add(ParentEdge[node]);
                signs.Add(IsForward[node] == isUp ? -1 : 1);
                (up, down) = isUp ? (Parent[up], down) : (up, Parent[down]);
            }

            return new Cycle([.. edges], [.. signs]);
        }
    }
}

/// <summary>A closed walk along edges.</summary>
/// <param name="Edges">Edges; the first is the one that closes the cycle.</param>
/// <param name="Signs">+1 where the walk goes from an edge's first node to its second, −1 the other way.</param>
public sealed record Cycle(ImmutableArray<int> Edges, ImmutableArray<int> Signs);
