using Suandian.PowerFlow;

namespace Suandian.Distribution.Year;

/// <summary>The electrically shortest ways from the slacks to all buses, over branches in service.</summary>
/// <remarks>In a radial grid these are all ways there are; in a meshed one they are the tree of least |z|, ties by bus index.</remarks>
public sealed record FeederPaths
{
    /// <summary>Branch towards the slack; −1 at slacks and at buses that none reaches. Shape [buses].</summary>
    public required int[] Branch { get; init; }

    /// <summary>Next bus towards the slack; −1 at slacks and at buses that none reaches. Shape [buses].</summary>
    public required int[] Parent { get; init; }

    /// <summary>Sum of |z| from the slack, pu; NaN where none reaches. Shape [buses].</summary>
    public required double[] DistancePu { get; init; }

    /// <summary>Branches from the slack; −1 where none reaches. Shape [buses].</summary>
    public required int[] Depth { get; init; }

    /// <summary>Buses that are reached, parents before children, each followed by all that hangs on it: those with the most buses behind them last.</summary>
    public required int[] Order { get; init; }

    /// <summary>The ways of a grid.</summary>
    public static FeederPaths Of(PowerGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var (buses, branches, n) = (grid.Buses, grid.Branches, grid.Buses.Count);
        var paths = new FeederPaths
        {
            Branch = Filled(n, -1), Parent = Filled(n, -1), DistancePu = [.. Enumerable.Repeat(double.NaN, n)], Depth = Filled(n, -1), Order = [],
        };
        var near = BranchesAt(grid);
        var waiting = new PriorityQueue<(int Bus, int Parent, int Branch), (double, int)>();
        for (var b = 0; b < n; b++)
        {
            if (buses.Kind[b] == GridBusKind.Slack)
            {
                waiting.Enqueue((b, -1, -1), (0, b));
            }
        }

        while (waiting.TryDequeue(out var next, out var rank))
        {
            if (paths.Depth[next.Bus] >= 0)
            {
                continue;
            }

            (paths.Parent[next.Bus], paths.Branch[next.Bus], paths.DistancePu[next.Bus]) = (next.Parent, next.Branch, rank.Item1);
            paths.Depth[next.Bus] = next.Parent < 0 ? 0 : paths.Depth[next.Parent] + 1;
            foreach (var k in near[next.Bus] ?? [])
            {
                var other = branches.From[k] == next.Bus ? branches.To[k] : branches.From[k];
                waiting.Enqueue((other, next.Bus, k), (rank.Item1 + double.Hypot(branches.ResistancePu[k], branches.ReactancePu[k]), other));
            }
        }

        return paths with { Order = paths.Preorder() };
    }

    /// <summary>Buses behind each bus, itself included. Shape [buses].</summary>
    public int[] Followers()
    {
        var behind = new int[Parent.Length];
        foreach (var b in Enumerable.Range(0, Parent.Length).Where(b => Depth[b] >= 0).OrderByDescending(b => Depth[b]))
        {
            behind[b]++;
            if (Parent[b] >= 0)
            {
                behind[Parent[b]] += behind[b];
            }
        }

        return behind;
    }

    /// <summary>Branches in service at each bus; null where there are none.</summary>
    static List<int>?[] BranchesAt(PowerGrid grid)
    {
        var near = new List<int>?[grid.Buses.Count];
        for (var k = 0; k < grid.Branches.Count; k++)
        {
            if (GridIslands.IsUsed(grid, k))
            {
                (near[grid.Branches.From[k]] ??= []).Add(k);
                (near[grid.Branches.To[k]] ??= []).Add(k);
            }
        }

        return near;
    }

    int[] Preorder()
    {
        var behind = Followers();
        var children = Enumerable.Range(0, Parent.Length).Where(b => Parent[b] >= 0).ToLookup(b => Parent[b]);
        var order = new List<int>();
        var waiting = new Stack<int>(Enumerable.Range(0, Parent.Length).Where(b => Depth[b] == 0).Reverse());
        while (waiting.TryPop(out var bus))
        {
            order.Add(bus);
            foreach (var child in children[bus].OrderByDescending(c => behind[c]).ThenByDescending(c => c))
            {
                waiting.Push(child);
            }
        }

        return [.. order];
    }

    static int[] Filled(int count, int value)
    {
        var array = new int[count];
        Array.Fill(array, value);
        return array;
    }
}
