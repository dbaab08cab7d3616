namespace Suandian.Distribution.Reinforcement;

/// <summary>All sets of some measures but the empty one, in ascending cost.</summary>
/// <remarks>
/// Measures in order of cost; a set follows from the one in which its dearest is the measure before, or from the one without its dearest,
/// so that each is reached once and never before a cheaper one (E. L. Lawler, Management Sci. 18 (1972) 401).
/// </remarks>
sealed class AscendingSets
{
    readonly double[] _cost;
    readonly int[] _order;
    readonly PriorityQueue<int[], (double Cost, int Number)> _next = new();
    int _number;

    /// <summary>Sets of measures.</summary>
    /// <param name="cost">Cost of each, ≥ 0. Shape [measures].</param>
    internal AscendingSets(double[] cost)
    {
        (_cost, _order) = (cost, [.. Enumerable.Range(0, cost.Length).OrderBy(m => cost[m])]);
        if (cost.Length > 0)
        {
            Put([0]);
        }
    }

    /// <summary>The next set and its cost; null after the last.</summary>
    internal (bool[] Set, double Cost)? Next()
    {
        if (!_next.TryDequeue(out var places, out var rank))
        {
            return null;
        }

        if (places[^1] + 1 is var further && further < _order.Length)
        {
            Put([.. places, further]);
            Put([.. places[..^1], further]);
        }

        var set = new bool[_order.Length];
        Array.ForEach(places, place => set[_order[place]] = true);
        return (set, rank.Cost);
    }

    void Put(int[] places) => _next.Enqueue(places, (places.Sum(place => _cost[_order[place]]), _number++));
}
