using Suandian.Distribution.Grids;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Distribution.PlanCheck;

/// <summary>Strengthens a grid step by step until a plan fits it, and looks for what does that at less cost (<see cref="LeastWorks"/>).</summary>
/// <remarks>
/// Each round computes all hours exactly. Overloads come first: per branch the cheapest of more of the same type, a larger type in its place and another
/// type beside it that carries the highest flow. Then voltages: the nearest tap changer towards the source is moved, each in one direction only; where none is left, the
/// branch on the way with the largest drop of voltage is strengthened. Hours without solution are computed with all powers reduced until they have one,
/// and the loadings raised in proportion. Taps are one setting for all hours, which is on the safe side for changers that work under load.
/// </remarks>
public static class GridRepair
{
    const int MostRounds = 60;

    /// <summary>What a branch has to carry more at least that is strengthened though it is not overloaded.</summary>
    internal const double Little = 1.01;

    /// <summary>Least share of the powers that an hour without solution is tried with.</summary>
    const double LeastShare = 0.01;

    /// <summary>Most hours without solution that are looked at together: those with the largest powers.</summary>
    const int MostUnsolved = 48;

    /// <summary>Strengthens a grid.</summary>
    /// <param name="grid">Grid with types and costs.</param>
    /// <param name="injections">Powers into its buses.</param>
    /// <param name="weightH">Hours of the year that each snapshot stands for, h/a, shape [T].</param>
    /// <param name="threads">Threads, ≥ 1; the numbers do not depend on it.</param>
    public static GridRepairSolution Run(EquippedGrid grid, HourlyInjections injections, double[] weightH, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(injections);
        return Run(grid, (injections, HoursCheck.Flow(grid.Grid, injections, threads)), weightH, threads);
    }

    /// <summary>The same with the flows of the grid as it stands.</summary>
    /// <param name="grid">Grid with types and costs.</param>
    /// <param name="hours">Powers into its buses, and its flows.</param>
    /// <param name="weightH">Hours of the year that each snapshot stands for, h/a, shape [T].</param>
    /// <param name="threads">Threads, ≥ 1.</param>
    /// <param name="mostSets">Sets that are computed in ascending cost at most.</param>
    internal static GridRepairSolution Run(EquippedGrid grid, (HourlyInjections Injections, HourlyFlowSolution Flow) hours, double[] weightH, int threads, int mostSets = LeastWorks.UsualSets)
    {
        var (limits, works, flow) = (FeederLimits.Of(grid.Grid), new GridWorks(new WorksCatalogue(grid)), hours.Flow);
        HoursCheckSolution? first = null;
        for (var round = 1; ; round++)
        {
            var check = HoursCheck.Measure(works.Now.Grid, (hours.Injections, flow), limits, weightH);
            first ??= check;
            if (check.KeepsLimits || round == MostRounds || !Improve(works, check, flow, (hours.Injections, threads)))
            {
                var estimate = new GridRepairSolution { Measures = works.Measures(), After = check, Rounds = round };
                return check.KeepsLimits && round > 1 ? new LeastWorks(grid, hours.Injections, weightH, threads) { MostSets = mostSets }.Improve(first!, estimate, works) : estimate;
            }

            flow = HoursCheck.Flow(works.Now.Grid, hours.Injections, threads);
        }
    }

    /// <summary>One round of measures; false where none is left.</summary>
    static bool Improve(GridWorks works, HoursCheckSolution check, HourlyFlowSolution flow, (HourlyInjections Injections, int Threads) hours)
    {
        if (check.Unsolved.Length > 0)
        {
            return Unsolved(works, Heaviest(hours.Injections, check.Unsolved), hours.Threads);
        }

        var strengthened = Each(works, Enumerable.Range(0, check.Branches.Length).Where(k => check.Branches[k].IsOver), k => check.Branches[k].PeakPu, GridMeasureReason.Overload);
        return strengthened || new VoltageRepair(works, check, (flow, FeederLimits.Of(works.Now.Grid))).Improve();
    }

    /// <summary>Strengthens until some hours without solution have one; false where nothing could be done.</summary>
    static bool Unsolved(GridWorks works, HourlyInjections hours, int threads)
    {
        var done = false;
        while (Reduced(works.Now.Grid, hours, threads) is { Share: < 1 } reduced && Raise(works, reduced))
        {
            done = true;
        }

        return done;
    }

    /// <summary>Loadings with all powers reduced until every hour has a solution, and the share of the powers that is; null where none has.</summary>
    static (BranchCheck[] Branches, double Share)? Reduced(PowerGrid grid, HourlyInjections hours, int threads)
    {
        var limits = FeederLimits.Of(grid);
        for (var share = 1.0; share > LeastShare; share *= 0.8)
        {
            var flow = HoursCheck.Flow(grid, Scaled(hours, share), threads);
            if (flow.IsSolved.All(solved => solved))
            {
                return ([.. HoursCheck.Measure(grid, (Scaled(hours, share), flow), limits, new double[hours.Hours]).Branches], share);
            }
        }

        return null;
    }

    /// <summary>Strengthens the branches that are overloaded when loadings are raised in proportion, or else the one that is loaded most.</summary>
    static bool Raise(GridWorks works, (BranchCheck[] Branches, double Share) reduced)
    {
        var loadings = Enumerable.Range(0, reduced.Branches.Length).Where(k => !double.IsNaN(reduced.Branches[k].PeakPu))
            .OrderByDescending(k => reduced.Branches[k].PeakPu).ToArray();
        var over = loadings.Where(k => reduced.Branches[k].PeakPu / reduced.Share > 1).ToArray();
        return Each(works, over.Length > 0 ? over : loadings[..1], k => Math.Max(reduced.Branches[k].PeakPu / reduced.Share, Little), GridMeasureReason.NoSolution);
    }

    /// <summary>Strengthens the places of some branches, each by what the branch there calls for that is loaded most; false where none could be.</summary>
    static bool Each(GridWorks works, IEnumerable<int> branches, Func<int, double> times, GridMeasureReason reason)
    {
        var places = works.Places;
        return branches.GroupBy(k => places[k]).Aggregate(false, (done, rows) => works.Strengthen(rows.Key, rows.Max(times), reason) || done);
    }

    /// <summary>The hours with the largest sum of powers.</summary>
    static HourlyInjections Heaviest(HourlyInjections all, int[] snapshots)
    {
        var buses = all.ActiveMw.Length / all.Hours;
        double Powers(int t) => Enumerable.Range(0, buses).Sum(b => Math.Abs(all.ActiveMw[(b * all.Hours) + t]));
        int[] chosen = [.. snapshots.OrderByDescending(Powers).Take(MostUnsolved).Order()];
        return all.Chosen(chosen);
    }

    static HourlyInjections Scaled(HourlyInjections hours, double share) =>
        new(hours.Hours, [.. hours.ActiveMw.Select(p => p * share)], [.. hours.ReactiveMvar.Select(q => q * share)]);
}
