namespace Suandian.Distribution;

/// <summary>One of each of several lists, all combinations in ascending sum of costs, of equal sums those that move fewer lists first.</summary>
/// <remarks>
/// Lists in order of what their first step costs more. A combination follows from the one with the last moved list a step back; where that list is at
/// its first step, from the one without it if the list before is moved, else from the one with the list before moved in its place. So each is
/// met once, never before a cheaper one, and has three followers at most (E. L. Lawler, Management Sci. 18 (1972) 401).
/// </remarks>
sealed class SetsByCost
{
    readonly double[][] _costs;
    readonly int[] _lists; // those with a choice, the cheapest first step first
    readonly PriorityQueue<(int[] Set, int Last), (double Cost, int Moved, long Order)> _ahead = new();
    long _order;

    /// <summary>Combinations of lists.</summary>
    /// <param name="costs">Costs of each list, ascending, each with one at least.</param>
    internal SetsByCost(double[][] costs)
    {
        (_costs, _lists) = (costs, [.. Enumerable.Range(0, costs.Length).Where(l => costs[l].Length > 1).OrderBy(l => costs[l][1] - costs[l][0])]);
        Put(new int[costs.Length], -1);
    }

    /// <summary>The next combination and its cost; null where there is none.</summary>
    internal (double Cost, int[] Set)? Next()
    {
        if (!_ahead.TryDequeue(out var next, out var at))
        {
            return null;
        }

        var (set, last) = next;
        if (last >= 0 && set[_lists[last]] + 1 < _costs[_lists[last]].Length)
        {
            Put(With(set, (last, set[_lists[last]] + 1)), last);
        }

        if (last + 1 < _lists.Length)
        {
            Put(With(set, (last + 1, 1)), last + 1);
            if (last >= 0 && set[_lists[last]] == 1)
            {
                Put(With(set, (last, 0), (last + 1, 1)), last + 1);
            }
        }

        return (at.Cost, set);
    }

    int[] With(int[] set, params ReadOnlySpan<(int Place, int Option)> changes)
    {
        var changed = (int[])set.Clone();
        foreach (var (place, option) in changes)
        {
            changed[_lists[place]] = option;
        }

        return changed;
    }

    void Put(int[] set, int last) => _ahead.Enqueue((set, last), (set.Select((option, l) => _costs[l][option]).Sum(), set.Count(option => option > 0), ++_order));
}
