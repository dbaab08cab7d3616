using Suandian.Optimisation;

namespace Suandian.Scheduling.Shifting.Bounds;

/// <summary>Hours of items at places as a linear problem.</summary>
/// <remarks>
/// Sets        i ∈ I items, p ∈ P places, h ∈ hours of its window there
/// Parameters  c(p,h) [per cpu h], move(i,p) [whole item], work(i) [cpu h], most(i,p,h) [cpu h], limit(p,h) [cpu]
/// Variables   x(i,p,h) work done [cpu h], 0 ≤ x ≤ most
/// min Σ (c(p,h) + move(i,p) / work(i)) x(i,p,h); work: Σ over p, h x(i,p,h) = work(i); capacity: Σ over i x(i,p,h) ≤ limit(p,h)
/// Items of one job each: the time-indexed LP. Items of all jobs of the same hours: a transport problem whose size the number of jobs does not change.
/// Where work may be left undone, left(i) ≥ 0 [cpu h] stands beside the x of its row and costs a price: at prices of 0 for running, its λ prove that work stays undone.
/// Here an item may be split between places; the dual function does not let it, so that it may prove more.
/// </remarks>
static class TimeIndexedModel
{
    /// <summary>Solves it.</summary>
    /// <param name="items">The work.</param>
    /// <param name="places">Prices and limits.</param>
    /// <param name="leavingPrice">What work left undone costs, for each cpu h; null where all must be done.</param>
    /// <param name="cancellation">Stops the solver.</param>
    /// <returns>The solution, and λ ≥ 0 of the limits. Shape [places][hours]; zeros where there is no limit or no optimum.</returns>
    internal static (LinearSolution Solution, double[][] Dual) Solve(WorkItems items, IReadOnlyList<PlaceHours> places, double? leavingPrice, CancellationToken cancellation)
    {
        var (width, hours) = (items.Widest, items.Hours);
        var model = new LinearModel("shift", places.Count * hours + items.Count, items.Count * (width * places.Count / 2 + 1), items.Count * (width * places.Count + 1));
        var members = new Members(items.Count, places.Count * width) { Where = (i, t) => t % width < items[i, t / width].Hours };
        var x = model.Variables("work_done", members, 0, (i, t) => items[i, t / width].Most(items[i, t / width].First + t % width));
        var left = model.Variables("work_left", new Members(items.Count, 1) { Where = (_, _) => leavingPrice is not null }, 0, double.PositiveInfinity);
        var at = At(items, places.Count);
        model.Subject("work", items.Count, i => items.MayRunLonger
            ? Done(i) >= Work(items, i)
            : Done(i) == Work(items, i));
        var capacity = model.Subject("capacity", new Members(places.Count, hours) { Where = (p, _) => places[p].LimitCpus is not null }, (p, h) =>
            Expression.Sum(at[p][h].Count, k => x[at[p][h][k], Column(p, h, at[p][h][k])]) <= (h < places[p].LimitCpus!.Length ? places[p].LimitCpus![h] : 0));
        model.Minimise("price", places.Count, hours, (p, h) =>
            Expression.Sum(at[p][h].Count, k => (places[p].At(h) + Move(items[at[p][h][k], p])) * x[at[p][h][k], Column(p, h, at[p][h][k])]));
        if (leavingPrice is { } price)
        {
            model.Minimise("left", items.Count, 1, (i, _) => price * left[i, 0]);
        }

        var solution = Solver.Solve(model, new SolverOptions(), null, cancellation);
        var dual = solution.HasDuals ? solution.Duals(capacity) : new double[places.Count * hours];
        return (solution, [.. Enumerable.Range(0, places.Count).Select(p => Array.ConvertAll(dual[(p * hours)..((p + 1) * hours)], d => Math.Max(0, -d)))]);

        Expression Done(int i) => Expression.Sum(places.Count * width + (leavingPrice is null ? 0 : 1), t => t < places.Count * width ? x[i, t] : left[i, 0]);

        int Column(int p, int h, int i) => p * width + h - items[i, p].First;
    }

    static double Move(in Item item) => item.Move / item.WorkCpuH;

    static double Work(WorkItems items, int item) => Enumerable.Range(0, items.Places).Max(p => items[item, p].WorkCpuH);

    /// <summary>Items that may be done at each place in each hour.</summary>
    static List<int>[][] At(WorkItems items, int places)
    {
        List<int>[][] at = [.. Enumerable.Range(0, places).Select(_ => Enumerable.Range(0, items.Hours).Select(_ => new List<int>()).ToArray())];
        for (var i = 0; i < items.Count; i++)
        {
            for (var p = 0; p < places; p++)
            {
                for (var h = items[i, p].First; h <= items[i, p].Last; h++)
                {
                    at[p][h].Add(i);
                }
            }
        }

        return at;
    }
}
