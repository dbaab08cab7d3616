using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Reinforcement;

/// <summary>The measures of least annual cost with which a feeder keeps its limits in every hour.</summary>
/// <remarks>
/// Where sets are few they are computed exactly in ascending cost. Elsewhere a set that fits is found by leaving out what is not needed or by
/// adding what helps most; in a radial feeder a relaxation of the power flow proposes cheaper ones and proves a bound, in a meshed one cheaper sets are computed one by one. Nothing is called cheapest, and of nothing is it
/// said that no set suffices, unless that is proved.
/// Checked against: brute force over all sets of random radial feeders and meshed grids.
/// </remarks>
public static class FeederReinforcement
{
    /// <summary>Most routes that are looked at by themselves for branches over their rating.</summary>
    const int MostRoutes = 16;

    /// <summary>Chooses measures.</summary>
    /// <param name="grid">A grid with a slack.</param>
    /// <param name="hours">Powers into the buses in the first year; loads grow from there, generation stays.</param>
    /// <param name="measures">What can be built.</param>
    /// <param name="options">How to choose; null for the defaults.</param>
    /// <param name="cancellation">Ends the search with an <see cref="OperationCanceledException"/>.</param>
    public static ReinforcementSolution Solve(
        PowerGrid grid, FeederHours hours, IReadOnlyList<Measure> measures, ReinforcementOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(measures);
        options ??= new ReinforcementOptions();
        Measure[] all = [.. measures];
        var grown = Grown(grid, hours, options, options.Years);
        var feeder = Feeder(grid, grown, all, options);
        var before = feeder.Check(new bool[all.Length]).Excess;
        if (!before.IsNone && all.Any(m => m.IsLevelling))
        {
            var full = Full(feeder, all, before);
            all = [.. all.SelectMany((m, row) => m.IsLevelling ? Schedules(m, row, feeder.Narrow(m.Site, full)) : [m])];
            feeder = Feeder(grid, grown, all, options);
        }

        var choice = before.IsNone ? new Choice(ReinforcementStatus.NothingNeeded, ReinforcementProof.None, new bool[all.Length], 0, 0, before)
            : Choose(feeder, all, (before, options), cancellation);
        var built = choice.Built ?? new bool[all.Length];
        int[] chosen = [.. Enumerable.Range(0, all.Length).Where(m => built[m])];
        int[] years = choice.Built is null || chosen.Length == 0 ? [] : ByYear(grid, hours, [.. chosen.Select(m => all[m])], options, cancellation);
        var closestGrid = feeder.Built(choice.Closest ?? built);
        return new ReinforcementSolution
        {
            Status = choice.Status, Proof = choice.Proof, Before = before, After = choice.After, Sets = choice.Sets, Grid = feeder.Built(built), AnnualAtLeastYuan = choice.AtLeastYuan,
            Measures = [.. chosen.Select((m, n) => feeder.Schedule(m) is var (mw, mvar) ? new PlannedMeasure(all[m], years[n], mw, mvar) : null!).OrderBy(p => p.Year)],
            AnnualYuan = chosen.Sum(m => all[m].AnnualYuan(options.Rate)), CostYuan = chosen.Sum(m => all[m].CostYuan), Hours = grown, Scheduled = feeder.Scheduled(built),
            Closest = choice.Closest is { } closest ? [.. all.Where((_, m) => closest[m])] : [], ClosestGrid = closestGrid,
            Unsupplied = UnsuppliedLoad.Of(closestGrid, grown), HasFixedSchedule = all.Any(m => m.IsLevelling),
        };
    }

    /// <summary>Branches over their rating as things stand, with all routes built, or with one of them.</summary>
    static HashSet<int> Full(ReinforcedFeeder feeder, Measure[] measures, FeederExcess before)
    {
        int[] routes = [.. Enumerable.Range(0, measures.Length).Where(m => measures[m].IsNewRoute)];
        var sets = routes.Take(MostRoutes).Select(route => (bool[])[.. measures.Select((_, m) => m == route)]).Append([.. measures.Select(m => m.IsNewRoute)]);
        return [.. before.Branches, .. routes.Length == 0 ? [] : sets.SelectMany(set => feeder.Check(set).Excess.Branches)];
    }

    /// <summary>Storage or computing with each of its schedules: levelling its feeder, or the load behind a branch on its way that is beyond its rating.</summary>
    static IEnumerable<Measure> Schedules(Measure measure, int row, int[] narrow) => narrow.Length == 0 ? [measure] : narrow.Prepend(-1).Select(branch => measure with { LevelledBranch = branch, Row = row });

    static ReinforcedFeeder Feeder(PowerGrid grid, FeederHours hours, Measure[] measures, ReinforcementOptions options) =>
        new(grid, hours, measures, (options.Limits ?? FeederLimits.Of(grid), options.Threads));

    /// <summary>A set for hours in which none does not do.</summary>
    static Choice Choose(ReinforcedFeeder feeder, Measure[] measures, (FeederExcess Before, ReinforcementOptions Options) of, CancellationToken cancellation)
    {
        var sets = new SetSearch(feeder, measures, new bool[measures.Length], of.Options.Rate, cancellation);
        if (sets.Count <= of.Options.EnumerationLimit)
        {
            var cheapest = sets.Cheapest();
            return Told(new Choice(cheapest is null ? ReinforcementStatus.NoneSuffices : ReinforcementStatus.Cheapest, ReinforcementProof.Enumeration, cheapest,
                cheapest is null ? double.PositiveInfinity : sets.Cost(cheapest), sets.Computed, of.Before));
        }

        var (status, proof, built, atLeast) = new BoundedSearch(feeder, measures, sets, of.Options).Run(of.Before, cancellation);
        return Told(new Choice(status, proof, built, atLeast, sets.Computed, of.Before));

        Choice Told(Choice choice) => choice.Built is { } set ? choice with { After = feeder.Check(set).Excess }
            : sets.Closest is { } closest && closest.IsCloserThan(of.Before) ? choice with { After = closest, Closest = sets.ClosestSet } : choice;
    }

    /// <summary>Year by year the cheapest of the chosen measures that are needed besides those built before; of many what is left when others are left out.</summary>
    static int[] ByYear(PowerGrid grid, FeederHours hours, Measure[] chosen, ReinforcementOptions options, CancellationToken cancellation)
    {
        var year = Enumerable.Repeat(options.Years, chosen.Length).ToArray();
        for (var y = 0; y < options.Years; y++)
        {
            var feeder = Feeder(grid, Grown(grid, hours, options, y), chosen, options);
            bool[] before = [.. year.Select(built => built < y)];
            var sets = new SetSearch(feeder, chosen, before, options.Rate, cancellation);
            if (sets.Holds(before))
            {
                continue;
            }

            bool[] all = [.. chosen.Select(_ => true)];
            var needed = sets.Count <= options.EnumerationLimit ? sets.Cheapest() ?? all : sets.Holds(all) ? sets.Improved(all) : all;
            for (var m = 0; m < chosen.Length; m++)
            {
                year[m] = needed[m] ? Math.Min(year[m], y) : year[m];
            }
        }

        return year;
    }

    /// <summary>Hours after some years: what buses take as load grows, what they generate stays.</summary>
    /// <remarks>Reactive load grows with the active; at a bus that generates too its share is that of the case.</remarks>
    internal static FeederHours Grown(PowerGrid grid, FeederHours hours, ReinforcementOptions options, int years)
    {
        var factor = Math.Pow(1 + options.Growth, years);
        if (years == 0 || options.Growth == 0)
        {
            return hours;
        }

        double[] active = [.. hours.Injections.ActiveMw], reactive = [.. hours.Injections.ReactiveMvar];
        for (var i = 0; i < active.Length; i++)
        {
            var (b, isLoadOnly) = (i / hours.Count, Math.Abs(active[i] + hours.LoadMw[i]) <= 1e-9 * Math.Abs(active[i]));
            active[i] -= (factor - 1) * hours.LoadMw[i];
            reactive[i] -= isLoadOnly ? (factor - 1) * Math.Max(0, -reactive[i]) : grid.Buses.LoadMw[b] > 0 ? (factor - 1) * hours.LoadMw[i] * grid.Buses.LoadMvar[b] / grid.Buses.LoadMw[b] : 0;
        }

        return hours with { Injections = new HourlyInjections(hours.Count, active, reactive), LoadMw = [.. hours.LoadMw.Select(p => p * factor)] };
    }

    /// <summary>A choice: its end, proof, set, least cost of any that fits, sets computed, and what is left outside.</summary>
    sealed record Choice(ReinforcementStatus Status, ReinforcementProof Proof, bool[]? Built, double AtLeastYuan, int Sets, FeederExcess After)
    {
        /// <summary>Where none fits, the set that came closest; null where none came closer than building nothing.</summary>
        internal bool[]? Closest { get; init; }
    }
}
