using Suandian.Optimisation;

namespace Suandian.Scheduling.Shifting.Bounds;

/// <summary>Hours of items at one place as a linear problem.</summary>
/// <remarks>
/// Sets        i ∈ I items, h ∈ hours of its window
/// Parameters  c(h) [per cpu h], work(i) [cpu h], most(i,h) [cpu h], limit(h) [cpu]
/// Variables   x(i,h) work done [cpu h], 0 ≤ x ≤ most
/// min Σ c(h) x(i,h); work: Σ over h x(i,h) = work(i); capacity: Σ over i x(i,h) ≤ limit(h)
/// Items of one job each: the time-indexed LP. Items of all jobs of the same hours: a transport problem whose size the number of jobs does not change.
/// </remarks>
static class TimeIndexedModel
{
    /// <summary>Solves it.</summary>
    /// <returns>The solution, and λ ≥ 0 of the limits by hour; zeros where there is no optimum.</returns>
    internal static (LinearSolution Solution, double[] Dual) Solve(WorkItems items, PlaceHours place, CancellationToken cancellation)
    {
        var limit = place.LimitCpus ?? throw new ArgumentException("a place without limits needs no model", nameof(place));
        var model = new LinearModel("shift", items.Hours + items.Count, items.Count * items.Widest / 2, items.Count * items.Widest);
        var x = model.Variables("work_done", new Members(items.Count, items.Widest) { Where = (i, t) => items[i].First + t <= items[i].Last }, 0, (i, t) => items[i].Most(items[i].First + t));
        model.Subject("work", items.Count, i => Expression.Sum(items[i].Last - items[i].First + 1, t => x[i, t]) == items[i].WorkCpuH);
        var at = new List<int>[items.Hours];
        for (var h = 0; h < at.Length; h++)
        {
            at[h] = [];
        }

        for (var i = 0; i < items.Count; i++)
        {
            for (var h = items[i].First; h <= items[i].Last; h++)
            {
                at[h].Add(i);
            }
        }

        var capacity = model.Subject("capacity", 1, items.Hours, (_, h) =>
            Expression.Sum(at[h].Count, k => x[at[h][k], h - items[at[h][k]].First]) <= (h < limit.Length ? limit[h] : 0));
        model.Minimise("price", 1, items.Hours, (_, h) => Expression.Sum(at[h].Count, k => place.At(h) * x[at[h][k], h - items[at[h][k]].First]));
        var solution = Solver.Solve(model, new SolverOptions(), null, cancellation);
        return (solution, solution.HasDuals ? [.. solution.Duals(capacity).Select(d => Math.Max(0, -d))] : new double[items.Hours]);
    }
}
