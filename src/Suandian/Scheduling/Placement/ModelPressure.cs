namespace Suandian.Scheduling.Placement;

/// <summary>How much sooner a model of GPU runs out than the others, when the pods to come are spread as evenly as their models allow.</summary>
/// <remarks>
/// Sets        k ∈ K models, free R[k]; d[A] share of the demand whose models all lie in A ⊆ K
/// The set A of least R(A)/d(A) runs out first, after T[A] = R(A)/d(A); the rest follows without it, and so on. κ[k] = 1 − T[k]/max T, per thousandth.
/// A bottleneck is a union of sets of models that pods ask for, so unions are all that is tried; more than 4096 of them are cut off, which makes κ coarser.
/// Where no pod asks for a model there is no pressure.
/// </remarks>
sealed class ModelPressure
{
    const int MostUnions = 4096;

    readonly (ulong Models, double Share)[] _demand;
    readonly ulong[] _unions;
    readonly int _models;

    /// <summary>The pressure of a mix of pods.</summary>
    /// <param name="pods">Classes of pods with their counts.</param>
    /// <param name="models">Models of the cluster.</param>
    internal ModelPressure(IEnumerable<(PodClass Pod, int Count)> pods, int models)
    {
        var all = models >= 64 ? ulong.MaxValue : (1UL << models) - 1;
        var demand = pods.Where(p => p.Pod.TotalMilli > 0 && (p.Pod.Models & all) != 0).GroupBy(p => p.Pod.Models & all)
            .Select(g => (Models: g.Key, Milli: g.Sum(p => (double)p.Count * p.Pod.TotalMilli))).OrderBy(d => d.Models).ToArray();
        _models = models;
        _demand = [.. demand.Select(d => (d.Models, d.Milli / demand.Sum(e => e.Milli)))];
        var unions = new HashSet<ulong>();
        foreach (var (set, _) in _demand)
        {
            foreach (var union in unions.ToArray().Append(0UL).Where(_ => unions.Count < MostUnions))
            {
                unions.Add(union | set);
            }
        }

        _unions = [.. unions.OrderByDescending(u => ulong.PopCount(u)).ThenBy(u => u)];
    }

    /// <summary>What a thousandth of a GPU costs more than another, by model, 0 to 1; empty where no pod asks for a model.</summary>
    /// <param name="freeMilli">Free GPU of each model, thousandths.</param>
    internal double[] PriceOf(long[] freeMilli)
    {
        if (_demand.Length < 2)
        {
            return [];
        }

        var times = Times(freeMilli);
        var longest = times.Where(double.IsFinite).DefaultIfEmpty(0).Max();
        return [.. times.Select(t => longest > 0 && t < longest ? 1 - t / longest : 0)];
    }

    /// <summary>When each model runs out, in units of demand; ∞ where nobody asks for it.</summary>
    double[] Times(long[] freeMilli)
    {
        var times = new double[_models];
        Array.Fill(times, double.PositiveInfinity);
        for (var left = _unions[0]; left != 0;)
        {
            var (soonest, set) = (double.PositiveInfinity, 0UL);
            foreach (var union in _unions)
            {
                var (among, share, free) = (union & left, 0.0, 0L);
                foreach (var (models, part) in _demand)
                {
                    share += (models & left) != 0 && (models & left & ~among) == 0 ? part : 0;
                }

                for (var k = 0; k < _models; k++)
                {
                    free += (among >> k & 1) != 0 ? freeMilli[k] : 0;
                }

                (soonest, set) = share > 0 && free / share < soonest - 1e-9 ? (free / share, among) : (soonest, set);
            }

            if (set == 0)
            {
                break;
            }

            for (var k = 0; k < _models; k++)
            {
                times[k] = (set >> k & 1) != 0 ? soonest : times[k];
            }

            left &= ~set;
        }

        return times;
    }
}
