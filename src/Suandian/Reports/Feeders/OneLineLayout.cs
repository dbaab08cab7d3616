using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Reports.Feeders;

/// <summary>Places of buses in a one-line diagram: columns by the number of branches from the slack, rows so that the way with the most buses runs straight.</summary>
/// <remarks>
/// A lateral leaves downwards; those that leave farther from the slack lie above those that leave nearer, so that no line of the tree crosses
/// another. In a meshed grid the tree of the electrically shortest ways is laid out and the other branches are drawn over it.
/// Nothing is iterated and nothing is random: the same grid has the same diagram.
/// </remarks>
sealed class OneLineLayout
{
    readonly FeederPaths _paths;
    readonly ILookup<int, int> _children;
    readonly int[] _behind;

    internal OneLineLayout(PowerGrid grid, FeederPaths paths)
    {
        (_paths, _behind, Row) = (paths, paths.Followers(), new int[grid.Buses.Count]);
        _children = Enumerable.Range(0, grid.Buses.Count).Where(b => paths.Parent[b] >= 0).ToLookup(b => paths.Parent[b]);
        foreach (var slack in paths.Order.Where(b => paths.Depth[b] == 0))
        {
            Rows = Lay(slack, Rows);
        }
    }

    /// <summary>Number of rows.</summary>
    internal int Rows { get; private set; }

    /// <summary>Largest number of branches from a slack.</summary>
    internal int Columns => _paths.Order.Length == 0 ? 1 : Math.Max(1, _paths.Order.Max(b => _paths.Depth[b]));

    /// <summary>Row of each bus; without meaning where no slack reaches. Shape [buses].</summary>
    internal int[] Row { get; }

    /// <summary>Lays a straight way and then its laterals from the far end back.</summary>
    /// <returns>The next free row.</returns>
    int Lay(int first, int row)
    {
        var way = new List<int>();
        for (var bus = first; bus >= 0; bus = _children[bus].OrderByDescending(c => _behind[c]).ThenBy(c => c).FirstOrDefault(-1))
        {
            Row[bus] = row;
            way.Add(bus);
        }

        var next = row + 1;
        for (var i = way.Count - 2; i >= 0; i--)
        {
            foreach (var lateral in _children[way[i]].Where(c => c != way[i + 1]).OrderBy(c => _behind[c]).ThenBy(c => c))
            {
                next = Lay(lateral, next);
            }
        }

        return next;
    }
}
