using Suandian.Distribution.Grids;
using Suandian.PowerFlow;

namespace Suandian.Distribution.PlanCheck;

/// <summary>Strengthens a grid step by step until a plan fits it: a first, transparent estimate, not a least-cost design.</summary>
/// <remarks>
/// Each round computes all hours exactly. Overloads come first: per branch the cheaper of circuits or units of the same type and of a larger type that
/// carries the highest flow. Then voltages: the nearest tap changer towards the source is moved, each in one direction only; where none is left, the
/// branch on the way with the largest drop of voltage is strengthened. Hours without solution are computed with all powers reduced until they have one,
/// and the loadings raised in proportion. Taps are one setting for all hours, which is on the safe side for changers that work under load.
/// </remarks>
public static class GridRepair
{
    const int MostRounds = 60;

    /// <summary>Least share of the powers that an hour without solution is tried with.</summary>
    const double LeastShare = 0.01;

    /// <summary>Strengthens a grid.</summary>
    /// <param name="grid">Grid with types and costs.</param>
    /// <param name="injections">Powers into its buses.</param>
    /// <param name="weightH">Hours of the year that each snapshot stands for, h/a, shape [T].</param>
    /// <param name="threads">Threads, ≥ 1; the numbers do not depend on it.</param>
    public static GridRepairSolution Run(EquippedGrid grid, HourlyInjections injections, double[] weightH, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(injections);
        var (limits, works) = (CheckLimits.Of(grid.Source), new GridWorks(grid));
        for (var round = 1; ; round++)
        {
            var flow = HoursCheck.Flow(works.Now.Grid, injections, threads);
            var check = HoursCheck.Measure(works.Now.Grid, flow, limits, weightH);
            if (check.Fits || round == MostRounds || !Improve(works, check, flow, (injections, weightH, threads)))
            {
                return new GridRepairSolution { Measures = works.Measures(), After = check, Rounds = round };
            }
        }
    }

    /// <summary>One round of measures; false where none is left.</summary>
    static bool Improve(GridWorks works, HoursCheckSolution check, HourlyFlowSolution flow, (HourlyInjections Injections, double[] WeightH, int Threads) hours)
    {
        if (check.Unsolved.Length > 0)
        {
            return Unsolved(works, check, hours);
        }

        var strengthened = false;
        for (var k = 0; k < check.Branches.Length; k++)
        {
            strengthened |= check.Branches[k].IsOver && works.Strengthen(k, check.Branches[k].PeakMva, GridMeasureReason.Overload);
        }

        return strengthened || new VoltageRepair(works, check, flow).Improve();
    }

    /// <summary>Hours without solution with all powers reduced; loadings above the rating when raised in proportion call for measures.</summary>
    static bool Unsolved(GridWorks works, HoursCheckSolution check, (HourlyInjections Injections, double[] WeightH, int Threads) hours)
    {
        var grid = works.Now.Grid;
        for (var share = 0.8; share > LeastShare; share *= 0.8)
        {
            var flow = HoursCheck.Flow(grid, Scaled(hours.Injections, check.Unsolved, share), hours.Threads);
            if (!flow.IsSolved.All(solved => solved))
            {
                continue;
            }

            var reduced = HoursCheck.Measure(grid, flow, CheckLimits.Of(works.Now.Source), [.. check.Unsolved.Select(t => hours.WeightH[t])]);
            var loadings = Enumerable.Range(0, grid.Branches.Count).Where(k => !double.IsNaN(reduced.Branches[k].PeakPu))
                .OrderByDescending(k => reduced.Branches[k].PeakPu).ToArray();
            var over = loadings.Where(k => reduced.Branches[k].PeakPu / share > 1).DefaultIfEmpty(loadings[0]);
            return over.Aggregate(false, (done, k) => works.Strengthen(k, Math.Max(reduced.Branches[k].PeakMva / share, grid.Branches.RatingMva[k] * 1.01), GridMeasureReason.NoSolution) || done);
        }

        return false;
    }

    static HourlyInjections Scaled(HourlyInjections all, int[] snapshots, double share)
    {
        double[] Of(double[] values) =>
            [.. Enumerable.Range(0, values.Length / all.Hours).SelectMany(b => snapshots.Select(t => values[(b * all.Hours) + t] * share))];
        return new HourlyInjections(snapshots.Length, Of(all.ActiveMw), Of(all.ReactiveMvar));
    }
}
