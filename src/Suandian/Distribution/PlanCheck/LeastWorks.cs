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
/// costs only rise, the cost of the next set is a bound for all that were not computed.
/// </remarks>
sealed class LeastWorks
{
    /// <summary>Sets that are computed at most; the number, not the time, so that the answer is the same everywhere.</summary>
    const int MostSets = 4096;

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

    internal LeastWorks(EquippedGrid grid, HourlyInjections hours, double[] weightH, int threads) =>
        (_grid, _hours, _weightH, _threads, _limits, _catalogue) = (grid, hours, weightH, threads, FeederLimits.Of(grid.Grid), new WorksCatalogue(grid));

    /// <summary>Searches sets that cost less than an estimate.</summary>
    /// <param name="check">The hours on the grid as it stands.</param>
    /// <param name="estimate">Measures that fit.</param>
    internal GridRepairSolution Improve(HoursCheckSolution check, GridRepairSolution estimate)
    {
        var (choices, reasons) = Choices(check, estimate);
        if (choices.Any(c => c.Options.Length == 0))
        {
            return estimate with { AtLeastYuan = estimate.CostYuan, Candidates = choices.Length };
        }

        Learn(check);
        var (ahead, sets) = (new SetsByCost([.. choices.Select(c => c.Options.Select(o => o.CostYuan).ToArray())]), 0);
        while (ahead.Next() is var (cost, set) && cost < estimate.CostYuan)
        {
            if (sets++ == MostSets)
            {
                return estimate with { Sets = MostSets, AtLeastYuan = cost, Candidates = choices.Length };
            }

            if (Fitting(choices, set, reasons) is var (works, after))
            {
                return new GridRepairSolution { Measures = works.Measures(), After = after, Rounds = estimate.Rounds, Sets = sets, AtLeastYuan = cost, Candidates = choices.Length };
            }
        }

        return estimate with { Sets = sets, AtLeastYuan = estimate.CostYuan, Candidates = choices.Length };
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
    (GridWorks Works, HoursCheckSolution After)? Fitting(WorksChoice[] choices, int[] set, Dictionary<int, GridMeasureReason> reasons)
    {
        var works = new GridWorks(_catalogue);
        for (var c = 0; c < set.Length; c++)
        {
            if (choices[c].Options[set[c]] is var option && option != _catalogue.Standing(choices[c].Place))
            {
                works.Build(choices[c].Place, option, reasons[choices[c].Place]);
            }
        }

        int[] hard = [.. _hard];
        if (!Tapped(works, _hours.Chosen(hard), [.. hard.Select(h => _weightH[h])]).KeepsLimits)
        {
            return null;
        }

        var after = Tapped(works, _hours, _weightH);
        Learn(after);
        return after.KeepsLimits ? (works, after) : null;
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
}
