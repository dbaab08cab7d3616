namespace Suandian.Distribution.Reinforcement;

/// <summary>Sets that are built up measure by measure, each time by the one that leaves least outside limits, from several beginnings.</summary>
/// <remarks>
/// Where all measures together fail, because lines in parallel raise voltages, a few of them may do. Every measure is tried by itself, then additions to
/// nothing, to the best single ones and to the best pairs of those. A set that holds is improved, and dearer ones are looked at no longer. The order is fixed.
/// </remarks>
/// <param name="sets">Sets by exact flows.</param>
/// <param name="measures">Number of measures.</param>
/// <param name="known">A set that holds; null where none is known.</param>
sealed class AdditionSearch(SetSearch sets, int measures, bool[]? known)
{
    /// <summary>Single measures and pairs that additions begin with.</summary>
    const int MostBeginnings = 12;

    (bool[] Set, double Beyond)? _nearest;

    /// <summary>The cheapest set found that holds, or the one that was known; null without one.</summary>
    internal bool[]? Best { get; private set; } = known;

    /// <summary>Searches until the beginnings are used up.</summary>
    /// <param name="isTimeUp">True where the search has to end.</param>
    internal void Run(Func<bool> isTimeUp)
    {
        if (isTimeUp())
        {
            return;
        }

        var singles = Ranked(new bool[measures], isTimeUp);
        var promising = singles.Take(MostBeginnings).ToArray();
        Grow(singles.FirstOrDefault(), isTimeUp);
        foreach (var single in promising.Skip(1))
        {
            Grow(single, isTimeUp);
        }

        var pairs = new List<(bool[] Set, double Beyond)>();
        for (var i = 0; i < promising.Length; i++)
        {
            for (var j = i + 1; j < promising.Length && !isTimeUp(); j++)
            {
                Look([.. promising[i].Set.Select((isIn, m) => isIn || promising[j].Set[m])], pairs);
            }
        }

        foreach (var pair in pairs.OrderBy(p => p.Beyond).Take(MostBeginnings))
        {
            Grow(pair, isTimeUp);
        }

        if (Best is null && _nearest is var (nearest, _))
        {
            sets.Look(nearest);
        }
    }

    /// <summary>Adds measures as long as one leaves less outside.</summary>
    void Grow((bool[]? Set, double Beyond) begin, Func<bool> isTimeUp)
    {
        while (begin.Set is { } set && !isTimeUp())
        {
            var next = Ranked(set, isTimeUp).FirstOrDefault();
            begin = next.Set is not null && next.Beyond < begin.Beyond ? next : default;
        }
    }

    /// <summary>The sets with one measure more that do not hold, that which leaves least outside first.</summary>
    (bool[] Set, double Beyond)[] Ranked(bool[] set, Func<bool> isTimeUp)
    {
        var found = new List<(bool[] Set, double Beyond)>();
        for (var m = 0; m < measures && !isTimeUp(); m++)
        {
            if (!set[m])
            {
                var more = (bool[])set.Clone();
                more[m] = true;
                Look(more, found);
            }
        }

        return [.. found.OrderBy(f => f.Beyond).ThenBy(f => sets.Cost(f.Set))];
    }

    /// <summary>Computes a set that is no dearer than what is known; one that holds becomes the best, another joins those found.</summary>
    void Look(bool[] set, List<(bool[] Set, double Beyond)> found)
    {
        if (!sets.IsPossible(set) || (Best is not null && sets.Cost(set) >= sets.Cost(Best)))
        {
            return;
        }

        var beyond = sets.Beyond(set);
        if (beyond == 0)
        {
            Best = sets.Improved(set);
            return;
        }

        found.Add((set, beyond));
        _nearest = _nearest is var (_, least) && least <= beyond ? _nearest : (set, beyond);
    }
}
