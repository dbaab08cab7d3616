using Suandian.Distribution.Grids;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Distribution.PlanCheck;

/// <summary>The cheapest set of additional, larger or other equipment with which a plan fits its grid, sets being computed exactly in ascending cost.</summary>
/// <remarks>
/// Candidates are the branches that are overloaded, those on the way from the source to a voltage outside its limits, and those that the estimate
/// beforehand strengthened. Each may get more of its own type, a larger type in its place, or another type beside what stands (<see cref="WorksCatalogue"/>), where no choice
/// of no higher cost matches it in capacity, resistance and reactance. Choices whose ratings add up to less than what has to come through (<see cref="PowerBehind"/>) are in no set that fits.
/// Every set is computed in the hours that others failed in, then in all hours; taps follow by the rule of <see cref="VoltageRepair"/>. As
/// costs only rise, the cost of the next set is a bound for all that were not computed. What is told can be made cheaper at no single place: the estimate is made
/// so beforehand, and where the sets are too many for the proof, as many again are computed of those choices alone that suffice where every other place gets its largest, and each of them is tried with a dearer choice at one other place where the two together save.
/// Checked against: brute force over all sets of small chains.
/// </remarks>
sealed class LeastWorks
{
    /// <summary>Sets that are computed at most unless told otherwise; the number, not the time, so that the answer is the same everywhere.</summary>
    internal const int UsualSets = 4096;

    const int MostTapRounds = 12;

    /// <summary>Hours that a failing set adds to those that are tried first.</summary>
    const int MoreHours = 3;

    readonly EquippedGrid _grid;
    readonly HourlyInjections _hours;
    readonly double[] _weightH;
    readonly int _threads;
    readonly FeederLimits _limits;
    readonly WorksCatalogue _catalogue;
    readonly List<int> _hard = [];

    /// <summary>Sets that are computed at most.</summary>
    internal int MostSets { get; init; } = UsualSets;

    internal LeastWorks(EquippedGrid grid, HourlyInjections hours, double[] weightH, int threads) =>
        (_grid, _hours, _weightH, _threads, _limits, _catalogue) = (grid, hours, weightH, threads, FeederLimits.Of(grid.Grid), new WorksCatalogue(grid));

    /// <summary>Searches sets that cost less than an estimate.</summary>
    /// <param name="check">The hours on the grid as it stands.</param>
    /// <param name="estimate">Measures that fit.</param>
    /// <param name="built">The grid with them.</param>
    internal GridRepairSolution Improve(HoursCheckSolution check, GridRepairSolution estimate, GridWorks built)
    {
        var (choices, reasons) = Choices(check, estimate);
        if (choices.Any(c => c.Options.Length == 0))
        {
            return estimate with { AtLeastYuan = estimate.CostYuan, Candidates = choices.Length };
        }

        Learn(check);
        WorksChoice[] standing = [.. choices.Select(c => c with { Options = c.Options[..1] })];
        var known = Reduced(choices, standing, new FittingSet([.. choices.Select(c => built.EquipmentAt(c.Place))], built, estimate.After), reasons);
        estimate = Told(estimate, known) with { Candidates = choices.Length };
        var (sets, found, bound) = Cheapest(choices, estimate.CostYuan, reasons);
        if (found is not null || sets < MostSets)
        {
            return (found is null ? estimate : Told(estimate, found.Value)) with { Sets = sets, AtLeastYuan = bound };
        }

        var others = Sufficient(choices, reasons);
        return Told(estimate, Reduced(choices, others, Cheapest(others, estimate.CostYuan, reasons).Found ?? known, reasons)) with { Sets = sets, AtLeastYuan = bound };
    }

    static GridRepairSolution Told(GridRepairSolution estimate, FittingSet found) => estimate with { Measures = found.Works.Measures(), After = found.After };

    /// <summary>The first set in ascending cost that keeps all limits and costs less than one that is known; how many were computed, and below which cost none fits.</summary>
    (int Sets, FittingSet? Found, double AtLeastYuan) Cheapest(WorksChoice[] choices, double belowYuan, Dictionary<int, GridMeasureReason> reasons)
    {
        var (ahead, sets) = (new SetsByCost([.. choices.Select(c => c.Options.Select(o => o.CostYuan).ToArray())]), 0);
        while (ahead.Next() is var (cost, places) && cost < belowYuan)
        {
            if (sets == MostSets)
            {
                return (sets, null, cost);
            }

            sets++;
            if (Fitting(choices, [.. places.Select((option, c) => choices[c].Options[option])], reasons) is { } found)
            {
                return (sets, found, cost);
            }
        }

        return (sets, null, belowYuan);
    }

    /// <summary>A set that fits made cheaper until no cheaper choice of any place by itself keeps all limits, nor, as far as they are tried, a cheaper one of those given at one place with a dearer one at another.</summary>
    FittingSet Reduced(WorksChoice[] choices, WorksChoice[] lower, FittingSet known, Dictionary<int, GridMeasureReason> reasons)
    {
        while (Neighbours(choices, lower, known.Set).Select(trial => Fitting(choices, trial, reasons)).FirstOrDefault(found => found is not null) is { } cheaper)
        {
            known = cheaper;
        }

        return known;
    }

    /// <summary>Cheaper sets next to one, where most is saved first: all with less at one place, then some with one of the lower choices at one place and more at another.</summary>
    IEnumerable<WorksOption[]> Neighbours(WorksChoice[] choices, WorksChoice[] lower, WorksOption[] set)
    {
        WorksOption[] With(params ReadOnlySpan<(int Choice, WorksOption Option)> changes)
        {
            WorksOption[] changed = [.. set];
            foreach (var (choice, option) in changes)
            {
                changed[choice] = option;
            }

            return changed;
        }

        int[] all = [.. Enumerable.Range(0, set.Length)];
        double More(int choice, WorksOption option) => option.CostYuan - set[choice].CostYuan;
        var less = all.SelectMany(c => choices[c].Options.Where(o => More(c, o) < 0).Select(o => (Yuan: More(c, o), Set: With((c, o)))));
        var saved = all.SelectMany(c => lower[c].Options.Select(o => (Choice: c, Option: o, Yuan: More(c, o)))).Where(s => s.Yuan < 0);
        var exchanged = saved.SelectMany(s => all.Where(d => d != s.Choice).SelectMany(d => choices[d].Options.Where(o => More(d, o) > 0 && s.Yuan + More(d, o) < 0)
            .Select(o => (Yuan: s.Yuan + More(d, o), Set: With((s.Choice, s.Option), (d, o))))));
        return less.OrderBy(x => x.Yuan).Concat(exchanged.OrderBy(x => x.Yuan).Take(MostSets)).Select(x => x.Set);
    }

    /// <summary>The choices that keep all limits where every other place gets its largest; what does not even then is left out, which proves nothing of it.</summary>
    WorksChoice[] Sufficient(WorksChoice[] choices, Dictionary<int, GridMeasureReason> reasons)
    {
        WorksOption[] largest = [.. choices.Select(c => c.Options[^1])];
        bool Suffices(int choice, WorksOption option)
        {
            WorksOption[] trial = [.. largest];
            trial[choice] = option;
            return Fitting(choices, trial, reasons) is not null;
        }

        return [.. choices.Select((c, i) => c with { Options = [.. c.Options.Where((o, n) => n == c.Options.Length - 1 || Suffices(i, o))] })];
    }

    /// <summary>What each candidate may become, the cheapest first: as it stands, and what the catalogue has.</summary>
    (WorksChoice[] Choices, Dictionary<int, GridMeasureReason> Reasons) Choices(HoursCheckSolution check, GridRepairSolution estimate)
    {
        var (works, repair) = (new GridWorks(_catalogue), new VoltageRepair(new GridWorks(_catalogue), check, (null, _limits)));
        var reasons = new Dictionary<int, GridMeasureReason>();
        foreach (var k in Enumerable.Range(0, check.Branches.Length).Where(k => check.Branches[k].IsOver))
        {
            reasons.TryAdd(k, GridMeasureReason.Overload);
        }

        foreach (var b in Enumerable.Range(0, check.Buses.Length).Where(b => check.Buses[b].IsOutside))
        {
            foreach (var k in repair.Way(b))
            {
                reasons.TryAdd(k, check.Buses[b].LowestPu < _limits.LowPu[b] ? GridMeasureReason.LowVoltage : GridMeasureReason.HighVoltage);
            }
        }

        foreach (var measure in estimate.Measures.Where(m => m.Kind != GridMeasureKind.Tap))
        {
            reasons.TryAdd(works.PlaceOf(measure.IsLine, measure.Name), measure.Reason);
        }

        return (Enough([.. reasons.Keys.Order().Select(k => new WorksChoice(k, [_catalogue.Standing(k), .. _catalogue.Worthwhile(k).Where(o => o.CostYuan < estimate.CostYuan)]))]), reasons);
    }

    /// <summary>The same choices without what cannot carry the power behind it.</summary>
    WorksChoice[] Enough(WorksChoice[] choices)
    {
        var charging = (double[])_grid.Grid.Branches.ChargingPu.Clone();
        foreach (var choice in choices)
        {
            charging[choice.Place] = choice.Options.Max(o => o.ChargingPu);
        }

        var behind = new PowerBehind(_grid.Grid, _hours, _limits, charging);
        return [.. choices.Select(c => behind.LeastMva(c.Place) / (1 + (2 * FeederLimits.Tolerance)) is var least ? c with { Options = [.. c.Options.Where(o => o.RatingMva >= least)] } : c)];
    }

    /// <summary>The grid with a set and the taps that go with it, and its hours; null where it does not keep all limits.</summary>
    FittingSet? Fitting(WorksChoice[] choices, WorksOption[] set, Dictionary<int, GridMeasureReason> reasons)
    {
        var works = new GridWorks(_catalogue);
        for (var c = 0; c < set.Length; c++)
        {
            if (set[c] != _catalogue.Standing(choices[c].Place))
            {
                works.Build(choices[c].Place, set[c], reasons[choices[c].Place]);
            }
        }

        int[] hard = [.. _hard];
        if (!Tapped(works, _hours.Chosen(hard), [.. hard.Select(h => _weightH[h])]).KeepsLimits)
        {
            return null;
        }

        var after = Tapped(works, _hours, _weightH);
        Learn(after);
        return after.KeepsLimits ? new FittingSet(set, works, after) : null;
    }

    /// <summary>The hours with taps moved as far as that helps.</summary>
    HoursCheckSolution Tapped(GridWorks works, HourlyInjections hours, double[] weightH)
    {
        for (var round = 0; ; round++)
        {
            var flow = HoursCheck.Flow(works.Now.Grid, hours, _threads);
            var check = HoursCheck.Measure(works.Now.Grid, (hours, flow), _limits, weightH);
            if (check.KeepsLimits || check.Unsolved.Length > 0 || check.Branches.Any(b => b.IsOver) || round == MostTapRounds
                || !new VoltageRepair(works, check, (flow, _limits)).Tap())
            {
                return check;
            }
        }
    }

    /// <summary>Keeps the hours that a set failed in: of each bus and branch outside its limits the worst, and the first without solution.</summary>
    void Learn(HoursCheckSolution check)
    {
        var worst = check.Branches.Where(b => b.IsOver).OrderByDescending(b => b.PeakPu).Select(b => b.PeakAt)
            .Concat(check.Buses.Where(b => b.IsOutside).SelectMany(b => (int[])[b.LowestAt, b.HighestAt])).Concat(check.Unsolved.Take(MoreHours));
        _hard.AddRange(worst.Where(h => h >= 0).Distinct().Except(_hard).Take(_hard.Count == 0 ? int.MaxValue : MoreHours).ToArray());
    }

    sealed record WorksChoice(int Place, WorksOption[] Options);

    readonly record struct FittingSet(WorksOption[] Set, GridWorks Works, HoursCheckSolution After);
}
