using Suandian.Optimisation;

namespace Suandian.Scheduling.Shifting.Bounds;

/// <summary>Hours of items at places as a linear problem.</summary>
/// <remarks>
/// Sets        i ∈ I items, p ∈ P places, h ∈ hours of its window there
/// Parameters  c(p,h) [per cpu h], move(i,p) [whole item], work(i) [cpu h], most(i,p,h) [cpu h], limit(p,h) [cpu]
/// Variables   x(i,p,h) work done [cpu h], 0 ≤ x ≤ most
/// min Σ (c(p,h) + move(i,p) / work(i)) x(i,p,h); work: Σ over p, h x(i,p,h) = work(i); capacity: Σ over i x(i,p,h) ≤ limit(p,h)
/// Items of one job each: the time-indexed LP. Items of all jobs of the same hours: a transport problem whose size the number of jobs does not change.
/// Here an item may be split between places; the dual function does not let it, so that it may prove more.
/// </remarks>
static class TimeIndexedModel
{
    /// <summary>Solves it.</summary>
    /// <returns>The solution, and λ ≥ 0 of the limits. Shape [places][hours]; zeros where there is no limit or no optimum.</returns>
    internal static (LinearSolution Solution, double[][] Dual) Solve(WorkItems items, IReadOnlyList<PlaceHours> places, CancellationToken cancellation)
    {
        var (width, hours) = (items.Widest, items.Hours);
        var model = new LinearModel("shift", places.Count * hours + items.Count, items.Count * width * places.Count / 2, items.Count * width * places.Count);
        var members = new Members(items.Count, places.Count * width) { Where = (i, t) => t % width < items[i, t / width].Hours };
        var x = model.Variables("work_done", members, 0, (i, t) => items[i, t / width].Most(items[i, t / width].First + t % width));
        var at = At(items, places.Count);
        model.Subject("work", items.Count, i => items.MayRunLonger
            ? Expression.Sum(places.Count * width, t => x[i, t]) >= Work(items, i)
            : Expression.Sum(places.Count * width, t => x[i, t]) == Work(items, i));
        var capacity = model.Subject("capacity", new Members(places.Count, hours) { Where = (p, _) => places[p].LimitCpus is not null }, (p, h) =>
            Expression.Sum(at[p][h].Count, k => x[at[p][h][k], Column(p, h, at[p][h][k])]) <= (h < places[p].LimitCpus!.Length ? places[p].LimitCpus![h] : 0));
        model.Minimise("price", places.Count, hours, (p, h) =>
            Expression.Sum(at[p][h].Count, k => (places[p].At(h) + Move(items[at[p][h][k], p])) * x[at[p][h][k], Column(p, h, at[p][h][k])]));
        var solution = Solver.Solve(model, new SolverOptions(), null, cancellation);
        var dual = solution.HasDuals ? solution.Duals(capacity) : new double[places.Count * hours];
        return (solution, [.. Enumerable.Range(0, places.Count).Select(p => Array.ConvertAll(dual[(p * hours)..((p + 1) * hours)], d => Math.Max(0, -d)))]);

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
