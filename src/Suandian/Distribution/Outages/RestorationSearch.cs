using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Outages;

/// <summary>The switching that brings back most load after an outage of a radial grid: with two actions first, with more where load stays dark.</summary>
/// <remarks>
/// Switchings are computed by falling load, so that the first that holds all limits in all hours is the best of its number of actions.
/// Where that would be too many a good one is looked for, and the answer is not proved. Of circuits side by side any set may be closed; where the sets of a route are
/// too many, all of them and each by itself are computed, and nothing is proved. Every answer has been computed in all hours.
/// </remarks>
/// <param name="grid">The grid in service.</param>
/// <param name="hours">Powers; the hours of the study stand in the same order in <paramref name="study"/>.</param>
/// <param name="study">Hours with their limits.</param>
/// <param name="options">How far to search.</param>
/// <param name="ties">Branches that may be closed.</param>
sealed class RestorationSearch(PowerGrid grid, FeederHours hours, OutageHours study, OutageOptions options, int[] ties)
{
    /// <summary>Switchings that are listed at most for one outage and number of actions.</summary>
    const double MostListed = 3e5;

    /// <summary>Sets of circuits of one route that are computed at most.</summary>
    const int MostWays = 64;

    readonly bool[] _isSupplied = GridIslands.Of(grid).Supplied(grid.Buses);

    readonly int _mostTrials = options.MostTrials ?? Math.Max(400, 200_000 / grid.Buses.Count);

    /// <summary>The best switching; one without action where none holds.</summary>
    /// <param name="tree">What is dark.</param>
    /// <param name="lost">The lost branch.</param>
    /// <param name="peakHour">Hour by whose load the answer is told.</param>
    internal Restoration Best(DarkTree tree, int lost, int peakHour)
    {
        var ((ties, areAll), best, trials, isProved) = (Reaching(tree), default(Switching), 0, true);
        var switchings = new Switchings(tree, ties);
        for (var actions = 2; actions <= options.MostActions && isProved && (best is null || best.LoadMw < tree.LoadMw - 1e-9); actions++)
        {
            if (switchings.Count(actions) > MostListed)
            {
                isProved = false;
                break;
            }

            // one action and two are one question
            var asked = (actions == 2 ? switchings.With(1, 0) : []).Concat(switchings.With(actions, best?.LoadMw ?? 0)).OrderByDescending(s => s.LoadMw);
            foreach (var switching in asked.Where(s => !IsTooMuch(tree, s)))
            {
                isProved = trials < _mostTrials;
                if (!isProved)
                {
                    break;
                }

                trials++;
                if (study.Holds(Switched(tree, lost, switching)))
                {
                    best = switching;
                    break;
                }
            }
        }

        if (!isProved)
        {
            best = Good(tree, lost, switchings, best, ref trials);
        }

        return Told(tree, best ?? new Switching([], [], 0), (peakHour, trials, isProved && areAll)) with { HasTie = ties.Length > 0 };
    }

    /// <summary>A good switching where there are too many to compute all: for each tie the most load by halving, as if what holds with more load held with less; then the best of two ties at once.</summary>
    Switching? Good(DarkTree tree, int lost, Switchings switchings, Switching? best, ref int trials)
    {
        var singles = new List<Switching>();
        foreach (var tie in switchings.With(1, 0).Concat(switchings.Count(2) > MostListed ? [] : switchings.With(2, 0)).Where(s => s.Close.Length == 1 && !IsTooMuch(tree, s)).GroupBy(s => s.Close[0]))
        {
            Switching[] falling = [.. tie.OrderByDescending(s => s.LoadMw)];
            var (low, high, single) = (0, falling.Length, default(Switching));
            for (; low < high; trials++)
            {
                var middle = (low + high) / 2;
                (single, low, high) = study.Holds(Switched(tree, lost, falling[middle])) ? (falling[middle], low, middle) : (single, middle + 1, high);
            }

            singles.AddRange(single is null ? [] : [single]);
        }

        Switching[] pairs = options.MostActions < 4 ? [] : [.. singles.SelectMany((one, i) => singles.Skip(i + 1).Select(other => switchings.Both(one, other))).OfType<Switching>()];
        foreach (var found in singles.Concat(pairs.Where(p => !IsTooMuch(tree, p))).OrderByDescending(s => s.LoadMw).Take(_mostTrials))
        {
            trials += found.Close.Length - 1;
            if (found.LoadMw > (best?.LoadMw ?? 0) && (found.Close.Length == 1 || study.Holds(Switched(tree, lost, found))))
            {
                return found;
            }
        }

        return best;
    }

    /// <summary>Ties between the dark part and buses with supply; the circuits of a route that are closed together are one action, as they have one row.</summary>
    /// <returns>The ties, and whether they are all there are.</returns>
    (Tie[] Ties, bool AreAll) Reaching(DarkTree tree)
    {
        var found = ties.Where(k => (grid.Branches.From[k], grid.Branches.To[k]) is var (from, to) && ((tree.PlaceOf(from) >= 0 && IsLit(tree, to)) || (tree.PlaceOf(to) >= 0 && IsLit(tree, from))))
            .GroupBy(k => (Math.Min(grid.Branches.From[k], grid.Branches.To[k]), Math.Max(grid.Branches.From[k], grid.Branches.To[k])))
            .Select(route => (Place: Math.Max(tree.PlaceOf(route.Key.Item1), tree.PlaceOf(route.Key.Item2)), Ways: Ways([.. route]))).ToArray();
        return ([.. found.SelectMany(route => route.Ways.Sets.Select(way => new Tie(way, route.Place)))], found.All(route => route.Ways.AreAll));
    }

    /// <summary>Sets of the circuits of a route, the larger first; of circuits alike the first stand for as many others. Of too many all together and each by itself.</summary>
    (int[][] Sets, bool AreAll) Ways(int[] circuits)
    {
        int[][] alike = [.. circuits.GroupBy(Values).Select(kind => kind.ToArray())];
        if (alike.Aggregate(1.0, (sets, kind) => sets * (kind.Length + 1)) > MostWays)
        {
            return ([circuits, .. circuits.Select(k => (int[])[k])], false);
        }

        var all = alike.Aggregate((IEnumerable<int[]>)[[]], (sets, kind) => sets.SelectMany(set => Enumerable.Range(0, kind.Length + 1).Select(n => (int[])[.. set, .. kind[..n]])));
        return ([.. all.Where(set => set.Length > 0).OrderByDescending(set => set.Length).Select(set => (int[])[.. set.Order()])], true);
    }

    /// <summary>All of a circuit that a flow depends on.</summary>
    (int, double, double, double, double, double, double) Values(int k) => grid.Branches is var b
        ? (b.From[k], b.ResistancePu[k], b.ReactancePu[k], b.ChargingPu[k], b.TapRatio[k], b.ShiftDeg[k], study.RatingMva(k)) : default;

    bool IsLit(DarkTree tree, int bus) => tree.PlaceOf(bus) < 0 && _isSupplied[bus];

    /// <summary>True where the load of a part alone is more than the ratings of its tie, in the first hour, no bus giving power; losses only add to it.</summary>
    bool IsTooMuch(DarkTree tree, Switching switching)
    {
        var hour = study.First;
        foreach (var tie in switching.Close)
        {
            var (part, sum, isLoad) = (tree.PartOf(tie.Place, switching.Opened), 0.0, true);
            for (var i = 0; i < tree.Buses.Length; i++)
            {
                if (tree.PartOf(i, switching.Opened) == part)
                {
                    var p = -hours.Injections.ActiveMw[tree.Buses[i] * hours.Count + hour];
                    (sum, isLoad) = (sum + p, isLoad && p >= 0);
                }
            }

            if (isLoad && Array.TrueForAll(tie.Branches, k => study.RatingMva(k) > 0) && sum > tie.Branches.Sum(study.RatingMva) * (1 + 1e-5))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Circuits in service side by side with a branch, itself included.</summary>
    IEnumerable<int> Circuits(int branch)
    {
        var (branches, from, to) = (grid.Branches, grid.Branches.From[branch], grid.Branches.To[branch]);
        return Enumerable.Range(0, branches.Count).Where(k => branches.InService[k] && ((branches.From[k] == from && branches.To[k] == to) || (branches.From[k] == to && branches.To[k] == from)));
    }

    PowerGrid Switched(DarkTree tree, int lost, Switching switching)
    {
        var isOn = (bool[])grid.Branches.InService.Clone();
        isOn[lost] = false;
        foreach (var place in switching.Opened)
        {
            foreach (var circuit in Circuits(tree.Branch[place]))
            {
                isOn[circuit] = false;
            }
        }

        foreach (var k in switching.Close.SelectMany(tie => tie.Branches))
        {
            isOn[k] = true;
        }

        return grid with { Branches = grid.Branches with { InService = isOn } };
    }

    Restoration Told(DarkTree tree, Switching best, (int PeakHour, int Trials, bool IsProved) found)
    {
        int[] lit = [.. best.Close.Select(tie => tree.PartOf(tie.Place, best.Opened))];
        int[] dark = [.. Enumerable.Range(0, tree.Buses.Length).Where(i => !lit.Contains(tree.PartOf(i, best.Opened))).Select(i => tree.Buses[i])];
        double Load(IEnumerable<int> buses) => buses.Sum(b => hours.LoadMw[b * hours.Count + found.PeakHour]);
        var darkMw = Load(dark);
        return new Restoration([.. best.Close.SelectMany(tie => tie.Branches)], [.. best.Opened.SelectMany(place => Circuits(tree.Branch[place]))], Load(tree.Buses) - darkMw, dark, darkMw, found.IsProved, found.Trials);
    }
}
