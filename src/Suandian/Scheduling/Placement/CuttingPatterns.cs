using Suandian.Optimisation;

namespace Suandian.Scheduling.Placement;

/// <summary>What shares of a GPU are worth when GPUs are cut into them with the least waste.</summary>
/// <remarks>
/// Sets        s ∈ S sizes of shares, P patterns: how many of each size one GPU holds
/// Parameters  n[s] pods of a size, a[s,p] of a size in a pattern, Σ s · a[s,p] ≤ 1000
/// Variables   x[p] GPUs cut by a pattern, ≥ 0
/// min Σ x[p], with Σ a[s,p] x[p] ≥ n[s]; the dual of a size is its worth in GPUs. Patterns come by column generation: the best new one is a knapsack.
/// Source: Gilmore, Gomory 1961, doi:10.1287/opre.9.6.849.
/// </remarks>
static class CuttingPatterns
{
    const double Tolerance = 1e-7;

    /// <summary>Worth of each size, thousandths of a GPU.</summary>
    /// <param name="sizes">Sizes, 1 to 999 thousandths, each once.</param>
    /// <param name="demand">Pods of each size, ≥ 1.</param>
    /// <param name="cancellation">Stops between solves.</param>
    internal static double[] Worth(int[] sizes, double[] demand, CancellationToken cancellation)
    {
        List<int[]> patterns = [.. sizes.Select((size, s) => sizes.Select((_, k) => k == s ? Pod.WholeMilli / size : 0).ToArray())];
        while (true)
        {
            var worth = Duals(patterns, demand, cancellation);
            var (value, pattern) = Best(sizes, worth);
            if (value <= 1 + Tolerance)
            {
                return [.. worth.Select(w => Math.Round(Pod.WholeMilli * Math.Max(0, w), 6))];
            }

            patterns.Add(pattern);
        }
    }

    static double[] Duals(List<int[]> patterns, double[] demand, CancellationToken cancellation)
    {
        if (demand.Length == 0)
        {
            return [];
        }

        var model = new LinearModel("cutting_patterns");
        var cut = model.Variables("gpus_cut", Members.Annual(patterns.Count), 0, double.PositiveInfinity);
        var rows = model.Subject("demand", demand.Length, s => Expression.Sum(patterns.Count, p => patterns[p][s] * cut[p]) >= demand[s]);
        model.Minimise("gpus", Members.Annual(patterns.Count), (p, _) => 1 * cut[p]);
        var solution = Solver.Solve(model, new SolverOptions { Method = SolverMethod.Simplex, Threads = 1 }, cancellation: cancellation);
        cancellation.ThrowIfCancellationRequested();
        return solution.Status == SolverStatus.Optimal ? solution.Duals(rows) : throw new InvalidOperationException($"cutting patterns: {solution.Status}");
    }

    /// <summary>The pattern of largest worth.</summary>
    static (double Value, int[] Pattern) Best(int[] sizes, double[] worth)
    {
        var (value, last) = Knapsack.Fill(sizes, worth);
        var pattern = new int[sizes.Length];
        for (var room = Pod.WholeMilli; room > 0;)
        {
            var s = last[room];
            if (s >= 0)
            {
                pattern[s]++;
            }

            room -= s >= 0 ? sizes[s] : 1;
        }

        return (value[Pod.WholeMilli], pattern);
    }
}

/// <summary>The most that fits into part of a GPU, any number of each size.</summary>
static class Knapsack
{
    /// <summary>Solves for every room.</summary>
    /// <param name="sizes">Sizes, ≥ 1.</param>
    /// <param name="values">Value of each; sizes of no value are not used.</param>
    /// <returns>Value by room 0 … 1000, and the size put in last; −1 where the value is that of the room less one.</returns>
    internal static (double[] Value, int[] Last) Fill(ReadOnlySpan<int> sizes, ReadOnlySpan<double> values)
    {
        var (value, last) = (new double[Pod.WholeMilli + 1], new int[Pod.WholeMilli + 1]);
        Array.Fill(last, -1);
        for (var room = 1; room <= Pod.WholeMilli; room++)
        {
            value[room] = value[room - 1];
            for (var s = 0; s < sizes.Length; s++)
            {
                if (sizes[s] <= room && values[s] > 0 && value[room - sizes[s]] + values[s] > value[room])
                {
                    (value[room], last[room]) = (value[room - sizes[s]] + values[s], s);
                }
            }
        }

        return (value, last);
    }
}
