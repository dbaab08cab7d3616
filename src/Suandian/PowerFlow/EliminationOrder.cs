namespace Suandian.PowerFlow;

/// <summary>Order of elimination by minimum degree: next comes always a point with the fewest neighbours left, as it makes the least fill.</summary>
/// <remarks>
/// The graph of what is left is kept as arrays: eliminating a point joins its neighbours to each other, so that degrees are exact.
/// Points wait in chains by degree, the point with the smallest degree that was put in last being the first out.
/// Source: W. F. Tinney and J. W. Walker, Direct solutions of sparse network equations, Proc. IEEE 55, 1967, scheme 2.
/// </remarks>
sealed class EliminationOrder
{
    readonly int _size;
    readonly int[][] _near;
    readonly int[] _degree;
    readonly int[] _mark;
    readonly int[] _first;
    readonly int[] _next;
    readonly int[] _before;
    int _stamp;

    EliminationOrder(SparsePattern pattern)
    {
        _size = pattern.Size;
        (_near, _degree, _mark) = (new int[_size][], new int[_size], new int[_size]);
        (_first, _next, _before) = (new int[_size + 1], new int[_size], new int[_size]);
        Array.Fill(_first, -1);
        for (var i = _size - 1; i >= 0; i--)
        {
            var row = pattern.Column.AsSpan(pattern.Start[i], pattern.Start[i + 1] - pattern.Start[i]);
            _near[i] = new int[row.Length + 2];
            foreach (var j in row)
            {
                if (j != i)
                {
                    _near[i][_degree[i]++] = j;
                }
            }

            PutIn(i);
        }
    }

    /// <summary>Points in the order of elimination, and the neighbours each has left when its turn comes.</summary>
    /// <param name="pattern">Places that are not zero.</param>
    internal static (int[] Order, int[][] Later) Of(SparsePattern pattern)
    {
        var graph = new EliminationOrder(pattern);
        var (order, later, least) = (new int[graph._size], new int[graph._size][], 0);
        for (var k = 0; k < graph._size; k++)
        {
            while (graph._first[least] < 0)
            {
                least++;
            }

            var point = graph._first[least];
            graph.TakeOut(point);
            order[k] = point;
            later[k] = graph._near[point][..graph._degree[point]];
            least = Math.Min(least, graph.Eliminate(point, later[k]));
        }

        return (order, later);
    }

    /// <summary>Joins the neighbours of a point to each other.</summary>
    /// <returns>The smallest degree among them.</returns>
    int Eliminate(int point, int[] neighbours)
    {
        var least = _size;
        foreach (var a in neighbours)
        {
            TakeOut(a);
            _stamp++;
            _mark[a] = _stamp;
            var (list, kept) = (_near[a], 0);
            for (var q = 0; q < _degree[a]; q++)
            {
                if (list[q] != point)
                {
                    _mark[list[q]] = _stamp;
                    list[kept++] = list[q];
                }
            }

            foreach (var b in neighbours)
            {
                if (_mark[b] != _stamp)
                {
                    if (kept == list.Length)
                    {
                        Array.Resize(ref list, 2 * kept + 4);
                    }

                    list[kept++] = b;
                }
            }

            (_near[a], _degree[a]) = (list, kept);
            least = Math.Min(least, kept);
            PutIn(a);
        }

        return least;
    }

    void PutIn(int point)
    {
        var head = _first[_degree[point]];
        (_next[point], _before[point], _first[_degree[point]]) = (head, -1, point);
        if (head >= 0)
        {
            _before[head] = point;
        }
    }

    void TakeOut(int point)
    {
        var (before, next) = (_before[point], _next[point]);
        if (before >= 0)
        {
            _next[before] = next;
        }
        else
        {
            _first[_degree[point]] = next;
        }

        if (next >= 0)
        {
            _before[next] = before;
        }
    }
}
