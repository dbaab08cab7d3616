namespace Suandian.Distribution.PlanCheck;

/// <summary>One of each of several lists, all combinations in ascending sum of costs.</summary>
/// <remarks>
/// The smallest sums of sorted lists: of a combination follow those with one list moved a step, at or behind the last list that was moved,
/// so that each is met once.
/// </remarks>
/// <param name="costs">Costs of each list, ascending, each with one at least.</param>
sealed class SetsByCost(double[][] costs)
{
    readonly PriorityQueue<(int[] Set, int Last), (double Cost, long Order)> _ahead = new([((new int[costs.Length], 0), (costs.Sum(c => c[0]), 0L))]);
    long _order;

    /// <summary>The next combination and its cost; null where there is none.</summary>
    internal (double Cost, int[] Set)? Next()
    {
        if (!_ahead.TryDequeue(out var next, out var at))
        {
            return null;
        }

        for (var list = next.Last; list < costs.Length; list++)
        {
            if (next.Set[list] + 1 < costs[list].Length)
            {
                var set = (int[])next.Set.Clone();
                set[list]++;
                _ahead.Enqueue((set, list), (set.Select((option, l) => costs[l][option]).Sum(), ++_order));
            }
        }

        return (at.Cost, next.Set);
    }
}
