using Suandian.PowerFlow;

namespace Suandian.Distribution.Reinforcement;

/// <summary>A radial grid as trees from its slacks, parents before children; taps are allowed.</summary>
/// <param name="Order">Bus at each position.</param>
/// <param name="Parent">Position of the parent; −1 at a slack.</param>
/// <param name="Branch">Branch to the parent; −1 at a slack.</param>
sealed record FeederTree(int[] Order, int[] Parent, int[] Branch)
{
    /// <summary>The trees of a grid; null where it has a loop or a bus that holds its voltage.</summary>
    internal static FeederTree? Of(PowerGrid grid)
    {
        var roles = new FlowRoles(grid);
        var near = roles.Used.SelectMany(k => new[] { (At: grid.Branches.From[k], Other: grid.Branches.To[k], Branch: k), (At: grid.Branches.To[k], Other: grid.Branches.From[k], Branch: k) }).ToLookup(e => e.At);
        var (order, parent, branch, isSeen) = (new List<int>(), new List<int>(), new List<int>(), new bool[grid.Buses.Count]);
        var waiting = new Stack<(int Bus, int Parent, int Branch)>(Enumerable.Range(0, grid.Buses.Count).Where(b => roles.Kind[b] == GridBusKind.Slack).Reverse().Select(b => (b, -1, -1)));
        while (waiting.TryPop(out var next))
        {
            if (isSeen[next.Bus])
            {
                return null;
            }

            isSeen[next.Bus] = true;
            order.Add(next.Bus);
            parent.Add(next.Parent);
            branch.Add(next.Branch);
            foreach (var (_, other, k) in near[next.Bus])
            {
                if (k != next.Branch)
                {
                    waiting.Push((other, order.Count - 1, k));
                }
            }
        }

        return roles.Kind.Contains(GridBusKind.Pv) ? null : new FeederTree([.. order], [.. parent], [.. branch]);
    }

    /// <summary>Sums of a quantity of the buses over each position and all behind it.</summary>
    internal double[] Behind(Func<int, double> ofBus)
    {
        double[] sums = [.. Order.Select(ofBus)];
        for (var i = sums.Length - 1; i > 0; i--)
        {
            if (Parent[i] >= 0)
            {
                sums[Parent[i]] += sums[i];
            }
        }

        return sums;
    }

    /// <summary>The slack position of each position.</summary>
    internal int[] Roots()
    {
        var roots = new int[Order.Length];
        for (var i = 0; i < roots.Length; i++)
        {
            roots[i] = Parent[i] < 0 ? i : roots[Parent[i]];
        }

        return roots;
    }
}
