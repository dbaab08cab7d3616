namespace Suandian.Distribution.Reinforcement;

/// <summary>Sets of measures by exact flows alone: all of them in ascending cost, or one that fits and what can be left out of it.</summary>
/// <param name="feeder">The feeder.</param>
/// <param name="measures">Its measures.</param>
/// <param name="forced">Measures that are built in every set. Shape [measures].</param>
/// <param name="rate">Interest for annuities, pu/a.</param>
/// <param name="cancellation">Ends the search with an <see cref="OperationCanceledException"/>.</param>
sealed class SetSearch(ReinforcedFeeder feeder, Measure[] measures, bool[] forced, double rate, CancellationToken cancellation)
{
    readonly double[] _annual = [.. measures.Select(m => m.AnnualYuan(rate))];

    /// <summary>Measures of which one at most is built: conductors of a branch, regulators of a branch, flexible computing of a bus, ways to close a tie, schedules of one storage, every other by itself.</summary>
    readonly int[][] _choices = [.. Enumerable.Range(0, measures.Length).GroupBy(m => measures[m].IsConductor ? (0, measures[m].Site) : measures[m].Kind == MeasureKind.Regulator ? (1, measures[m].Site)
        : measures[m].Kind == MeasureKind.FlexibleCompute ? (2, measures[m].Site) : measures[m].Kind == MeasureKind.CloseTie ? (3, measures[m].Site) : measures[m].Row >= 0 ? (4, measures[m].Row) : (5, m))
        .Select(group => group.ToArray())];

    /// <summary>Number of sets that are possible.</summary>
    internal double Count => _choices.Aggregate(1.0, (product, choice) => product * (choice.Any(m => forced[m]) ? 1 : 1 + choice.Length));

    /// <summary>Sets that were computed.</summary>
    internal int Computed { get; private set; }

    /// <summary>What lies outside with the set that came closest of those computed in all hours; null before the first.</summary>
    internal FeederExcess? Closest { get; private set; }

    /// <summary>That set.</summary>
    internal bool[]? ClosestSet { get; private set; }

    /// <summary>Annuities of a set, yuan/a.</summary>
    internal double Cost(bool[] set) => Enumerable.Range(0, set.Length).Sum(m => set[m] ? _annual[m] : 0);

    /// <summary>True where a set keeps all limits in all hours.</summary>
    internal bool Holds(bool[] set)
    {
        cancellation.ThrowIfCancellationRequested();
        Computed++;
        return feeder.Holds(set);
    }

    /// <summary>All possible sets in ascending cost, of equal ones those with fewer measures first.</summary>
    internal IEnumerable<bool[]> Ascending()
    {
        int[][] free = [.. _choices.Where(choice => !choice.Any(m => forced[m])).Select(choice => choice.OrderBy(m => _annual[m]).ToArray())];
        var sets = new SetsByCost([.. free.Select(choice => (double[])[0, .. choice.Select(m => _annual[m])])]);
        while (sets.Next() is var (_, options))
        {
            var set = (bool[])forced.Clone();
            for (var c = 0; c < free.Length; c++)
            {
                if (options[c] > 0)
                {
                    set[free[c][options[c] - 1]] = true;
                }
            }

            yield return set;
        }
    }

    /// <summary>The cheapest set that holds, every cheaper one having been computed; null where none of all holds.</summary>
    internal bool[]? Cheapest()
    {
        if (Ascending().FirstOrDefault(Holds) is { } cheapest)
        {
            return cheapest;
        }

        foreach (var begin in Beginnings().Take(2))
        {
            Look(begin);
        }

        return null;
    }

    /// <summary>What a set leaves outside in the hours that are hardest; 0 where it holds in all hours.</summary>
    internal double Beyond(bool[] set)
    {
        cancellation.ThrowIfCancellationRequested();
        Computed++;
        var excess = feeder.InHard(set);
        return !excess.IsNone ? excess.Total : feeder.Check(set).Excess is { IsNone: false } more ? more.Total : 0;
    }

    /// <summary>A set that holds and of which nothing can be left out or be exchanged for something cheaper; null where none was found.</summary>
    /// <remarks>Begins with all measures of some kinds, of the conductors of a branch that of least impedance or of highest rating, storage levelling feeders or narrow branches; of these beginnings the cheapest end counts.</remarks>
    internal bool[]? Some()
    {
        const int enough = 4;
        foreach (var begin in Beginnings().Take(2))
        {
            Look(begin);
        }

        return Beginnings().Where(Holds).Take(enough).Select(Improved).MinBy(Cost);
    }

    /// <summary>What is left of a set that holds once nothing can be left out or exchanged for something cheaper.</summary>
    internal bool[] Improved(bool[] set)
    {
        var best = (bool[])set.Clone();
        while (true)
        {
            Prune(best);
            if (!Exchange(best))
            {
                return best;
            }
        }
    }

    /// <summary>Leaves out what is not needed, the dearest first.</summary>
    void Prune(bool[] set)
    {
        foreach (var m in Enumerable.Range(0, set.Length).Where(m => set[m] && !forced[m]).OrderByDescending(m => _annual[m]).ToArray())
        {
            set[m] = false;
            set[m] = !Holds(set);
        }
    }

    /// <summary>Makes the first exchange of one measure for a cheaper one that holds; false where there is none.</summary>
    bool Exchange(bool[] set)
    {
        foreach (var m in Enumerable.Range(0, set.Length).Where(m => set[m] && !forced[m]).OrderByDescending(m => _annual[m]).ToArray())
        {
            foreach (var n in Enumerable.Range(0, set.Length).Where(n => !set[n] && _annual[n] < _annual[m] * (1 - 1e-9)).OrderBy(n => _annual[n]).ToArray())
            {
                (set[m], set[n]) = (false, true);
                if (IsPossible(set) && Holds(set))
                {
                    return true;
                }

                (set[m], set[n]) = (true, false);
            }
        }

        return false;
    }

    /// <summary>True where of each choice one at most is in the set.</summary>
    internal bool IsPossible(bool[] set) => Array.TrueForAll(_choices, choice => choice.Count(m => set[m]) <= 1);

    /// <summary>All measures of all kinds, then of fewer kinds.</summary>
    IEnumerable<bool[]> Beginnings()
    {
        MeasureKind[] kinds = [.. measures.Select(m => m.Kind).Distinct().Order()];
        foreach (var chosen in Enumerable.Range(1, (1 << kinds.Length) - 1).OrderByDescending(n => System.Numerics.BitOperations.PopCount((uint)n)))
        {
            bool IsChosen(int m) => forced[m] || (chosen >> Array.IndexOf(kinds, measures[m].Kind) & 1) == 1;
            yield return Begin(IsChosen, m => feeder.Conductor(measures[m]) is var c ? double.Hypot(c.R, c.X) : 0, m => 0);
            yield return Begin(IsChosen, m => feeder.Conductor(measures[m]) is { RatingMva: > 0 and var rating } ? -rating : double.NegativeInfinity, m => measures[m].LevelledBranch >= 0 ? 0 : 1);
        }
    }

    bool[] Begin(Func<int, bool> isChosen, Func<int, double> rank, Func<int, int> schedule)
    {
        var set = (bool[])forced.Clone();
        foreach (var choice in _choices.Where(choice => !choice.Any(m => forced[m]) && choice.Any(isChosen)))
        {
            set[choice.Where(isChosen).MinBy(m => (measures[m].IsConductor ? rank(m) : measures[m].Kind == MeasureKind.Regulator ? measures[m].Ratio : -measures[m].Mw, schedule(m)))] = true;
        }

        return set;
    }

    /// <summary>Computes a set in all hours, as one that may come closest.</summary>
    internal void Look(bool[] set)
    {
        var excess = feeder.Check(set).Excess;
        (Closest, ClosestSet) = Closest is null || excess.IsCloserThan(Closest) ? (excess, set) : (Closest, ClosestSet);
    }
}
