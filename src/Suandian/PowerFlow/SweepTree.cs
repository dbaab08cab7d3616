namespace Suandian.PowerFlow;

/// <summary>A radial grid as trees from its slacks, parents before children.</summary>
/// <param name="Order">Bus at each position; buses left out have none.</param>
/// <param name="Parent">Position of the parent; −1 at a slack.</param>
/// <param name="Branch">Branch to the parent; −1 at a slack.</param>
sealed record SweepTree(int[] Order, int[] Parent, int[] Branch)
{
    /// <summary>The trees of a grid; null where a sweep does not suit it: a loop, a tap or shift, a PV bus.</summary>
    internal static SweepTree? Of(PowerGrid grid, FlowRoles roles)
    {
        var branches = grid.Branches;
        if (roles.Kind.Contains(GridBusKind.Pv) || roles.Used.Any(k => branches.Tap(k) != 1 || branches.ShiftDeg[k] != 0))
        {
            return null;
        }

        var slacks = Enumerable.Range(0, roles.Kind.Length).Where(b => roles.Kind[b] == GridBusKind.Slack).ToArray();
        var members = roles.Kind.Count(kind => kind != GridBusKind.Isolated);
        if (roles.Used.Length != members - slacks.Length)
        {
            return null;
        }

        var (order, parent, branch, count) = (new int[members], new int[members], new int[members], 0);
        var near = Neighbours(grid, roles.Used);
        var isSeen = new bool[roles.Kind.Length];
        var waiting = new Stack<(int Bus, int Parent, int Branch)>(slacks.Reverse().Select(b => (b, -1, -1)));
        while (waiting.TryPop(out var next))
        {
            if (isSeen[next.Bus])
            {
                return null; // two slacks in one tree leave room for a loop elsewhere
            }

            isSeen[next.Bus] = true;
            (order[count], parent[count], branch[count]) = next;
            foreach (var (bus, k) in near[next.Bus])
            {
                if (k != next.Branch)
                {
                    waiting.Push((bus, count, k));
                }
            }

            count++;
        }

        return count == members ? new SweepTree(order, parent, branch) : null;
    }

    /// <summary>Children of each position but the one that follows it directly, in one list; those of i from Start[i] on.</summary>
    internal (int[] Start, int[] Child) FurtherChildren()
    {
        var start = new int[Order.Length + 1];
        int[] further = [.. Enumerable.Range(0, Order.Length).Where(i => Parent[i] >= 0 && Parent[i] != i - 1).OrderBy(i => Parent[i])];
        foreach (var i in further)
        {
            start[Parent[i] + 1]++;
        }

        for (var i = 0; i < Order.Length; i++)
        {
            start[i + 1] += start[i];
        }

        return (start, further);
    }

    static List<(int Bus, int Branch)>[] Neighbours(PowerGrid grid, int[] used)
    {
        var near = new List<(int, int)>[grid.Buses.Count];
        for (var b = 0; b < near.Length; b++)
        {
            near[b] = [];
        }

        foreach (var k in used)
        {
            near[grid.Branches.From[k]].Add((grid.Branches.To[k], k));
            near[grid.Branches.To[k]].Add((grid.Branches.From[k], k));
        }

        return near;
    }
}
