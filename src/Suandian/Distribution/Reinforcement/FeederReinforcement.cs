using Suandian.PowerFlow;

namespace Suandian.Distribution.Reinforcement;

/// <summary>The measures of least annual cost with which a feeder keeps its limits in every hour.</summary>
/// <remarks>
/// Sets are proposed by a linear model in ascending cost and computed exactly in all hours until one keeps all limits; hours in which a set
/// fails join the model. Limits of the model are relaxed by three times the error seen so far, so that no cheaper set is passed over unless
/// the model errs by more for it. Checked against: brute force over all sets of random feeders.
/// </remarks>
public static class FeederReinforcement
{
    /// <summary>True where a grid can be reinforced: radial, without buses that hold their voltage.</summary>
    public static bool Suits(PowerGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        return FeederTree.Of(grid) is not null;
    }

    /// <summary>Chooses measures.</summary>
    /// <param name="grid">A radial grid.</param>
    /// <param name="hours">Powers into the buses in the first year; loads grow from there, generation stays.</param>
    /// <param name="measures">What can be built.</param>
    /// <param name="options">How to choose; null for the defaults.</param>
    /// <param name="cancellation">Ends the search with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">The grid is not radial.</exception>
    public static ReinforcementSolution Solve(
        PowerGrid grid, HourlyInjections hours, IReadOnlyList<Measure> measures, ReinforcementOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(measures);
        options ??= new ReinforcementOptions();
        Measure[] all = [.. measures];
        var last = Choose(new ReinforcedFeeder(grid, Grown(hours, options, options.Years), all, options.Threads), all, [], options, cancellation);
        Measure[] chosen = [.. all.Where((_, m) => last.Built[m])];
        return new ReinforcementSolution
        {
            Status = last.Status, Before = last.Before, After = last.After, Sets = last.Sets, Grid = last.Grid,
            Measures = last.Status == ReinforcementStatus.Cheapest ? ByYear(grid, hours, chosen, options, cancellation) : [],
            AnnualYuan = last.Status == ReinforcementStatus.Cheapest ? chosen.Sum(m => m.AnnualYuan(options.Rate)) : 0,
            CostYuan = last.Status == ReinforcementStatus.Cheapest ? chosen.Sum(m => m.CostYuan) : 0,
        };
    }

    /// <summary>The cheapest set that keeps all limits.</summary>
    static (ReinforcementStatus Status, bool[] Built, FeederExcess Before, FeederExcess After, int Sets, PowerGrid Grid) Choose(
        ReinforcedFeeder feeder, Measure[] measures, int[] forced, ReinforcementOptions options, CancellationToken cancellation)
    {
        var none = new bool[measures.Length];
        foreach (var m in forced)
        {
            none[m] = true;
        }

        var (year, before) = feeder.Check(new bool[measures.Length]);
        var (built, after, sets) = (none, feeder.Check(none).Excess, 0);
        var (margins, error) = (new ModelMargins(options.VoltageMargin, options.LoadingMargin, options.Rate), (Square: 0.0, Loading: 0.0));
        var (hours, failed) = (new List<int>(before.Worst), new List<bool[]>());
        if (after.IsNone)
        {
            return (ReinforcementStatus.NothingNeeded, built, before, after, sets, feeder.Built(built));
        }

        hours = [.. hours.Union(after.Worst)];
        failed.Add(none);
        while (sets < options.MostSets)
        {
            var program = new ReinforcementProgram(feeder, measures, year, [.. hours], sets == 0 ? margins : margins.For(error));
            Array.ForEach(forced, program.Force);
            for (var n = 0; n < failed.Count; n++)
            {
                program.Exclude(failed[n], n);
            }

            if (program.Cheapest(cancellation) is not ({ } set, { } model))
            {
                return (ReinforcementStatus.NoneSuffices, built, before, after, sets, feeder.Built(built));
            }

            var (flows, excess) = feeder.Check(set);
            var wrong = program.Error(model, flows, feeder.Built(set));
            (error, sets) = ((Math.Max(error.Square, wrong.Square), Math.Max(error.Loading, wrong.Loading)), sets + 1);
            (built, after) = excess.Hours <= after.Hours ? (set, excess) : (built, after);
            if (excess.IsNone)
            {
                return (ReinforcementStatus.Cheapest, set, before, excess, sets, feeder.Built(set));
            }

            failed.Add(set);
            hours = [.. hours.Union(excess.Worst)];
        }

        return (ReinforcementStatus.NotFound, built, before, after, sets, feeder.Built(built));
    }

    /// <summary>Year by year the cheapest of the chosen measures that are needed besides those built before.</summary>
    static PlannedMeasure[] ByYear(PowerGrid grid, HourlyInjections hours, Measure[] chosen, ReinforcementOptions options, CancellationToken cancellation)
    {
        var year = Enumerable.Repeat(options.Years, chosen.Length).ToArray();
        for (var y = 0; y < options.Years; y++)
        {
            int[] before = [.. Enumerable.Range(0, chosen.Length).Where(m => year[m] < y)];
            var (status, built, _, _, _, _) = Choose(new ReinforcedFeeder(grid, Grown(hours, options, y), chosen, options.Threads), chosen, before, options, cancellation);
            for (var m = 0; m < chosen.Length && status is ReinforcementStatus.Cheapest or ReinforcementStatus.NoneSuffices or ReinforcementStatus.NotFound; m++)
            {
                year[m] = status != ReinforcementStatus.Cheapest || built[m] ? Math.Min(year[m], y) : year[m];
            }
        }

        return [.. chosen.Select((m, n) => new PlannedMeasure(m, year[n])).OrderBy(p => p.Year)];
    }

    /// <summary>Powers after some years: what buses take grows, what they give stays.</summary>
    static HourlyInjections Grown(HourlyInjections hours, ReinforcementOptions options, int years)
    {
        var factor = Math.Pow(1 + options.Growth, years);
        return years == 0 || options.Growth == 0 ? hours : new HourlyInjections(hours.Hours,
            [.. hours.ActiveMw.Select(p => p < 0 ? p * factor : p)], [.. hours.ReactiveMvar.Select(q => q < 0 ? q * factor : q)]);
    }
}
