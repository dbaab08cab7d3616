namespace Suandian.Scheduling.Shifting.Bounds;

/// <summary>The lower bound that prices of capacity prove.</summary>
/// <remarks>
/// For any λ ≥ 0 [per cpu h] on the limits C of places p and hours h, with prices c and costs m of moving,
///   D(λ) = Σ items min over places p of { m(p) + cheapest filling of the work by c(p,h) + λ(p,h) } − Σ λ(p,h) C(p,h)
/// is at most the cost of every schedule that keeps the limits: λ pays for what a schedule leaves free (weak duality). It needs no solver.
/// Checked against: HiGHS on the time-indexed LP, 1e-6 relative.
/// </remarks>
sealed class Lagrangian(WorkItems items, IReadOnlyList<PlaceHours> places)
{
    const int ItemsOfChunk = 2048; // fixed, so that sums do not depend on the number of processors

    /// <summary>D(λ).</summary>
    /// <param name="dual">λ of each place and hour; null for 0.</param>
    /// <param name="load">Takes the work that the cheapest fillings do, cpu h. Shape [places][hours]; null where it is not asked.</param>
    internal double Value(double[][]? dual, double[][]? load = null)
    {
        var price = Enumerable.Range(0, places.Count).Select(p => Priced(p, dual)).ToArray();
        var chunks = (items.Count + ItemsOfChunk - 1) / ItemsOfChunk;
        var parts = new (double Cost, double[][]? Load)[chunks];
        void Chunk(int chunk) => parts[chunk] = Cost(chunk * ItemsOfChunk, Math.Min(items.Count, (chunk + 1) * ItemsOfChunk), price, load is not null);
        if (chunks > 1)
        {
            Parallel.For(0, chunks, Chunk);
        }
        else if (chunks == 1)
        {
            Chunk(0);
        }

        var value = parts.Sum(p => p.Cost);
        for (var p = 0; p < places.Count; p++)
        {
            for (var h = 0; h < items.Hours && dual is not null; h++)
            {
                value -= dual[p][h] > 0 ? dual[p][h] * Limit(p, h) : 0;
            }
        }

        foreach (var part in parts.Where(_ => load is not null))
        {
            for (var p = 0; p < places.Count; p++)
            {
                for (var h = 0; h < items.Hours; h++)
                {
                    load![p][h] += part.Load![p][h];
                }
            }
        }

        return value;
    }

    /// <summary>Processors that may run; beyond the end of a limited place none.</summary>
    internal double Limit(int place, int hour) => places[place].LimitCpus is not { } limit ? double.PositiveInfinity : hour < limit.Length ? limit[hour] : 0;

    double[] Priced(int place, double[][]? dual)
    {
        var price = new double[items.Hours];
        for (var h = 0; h < price.Length; h++)
        {
            price[h] = places[place].At(h) + (dual?[place][h] ?? 0);
        }

        return price;
    }

    (double Cost, double[][]? Load) Cost(int from, int to, double[][] price, bool wantsLoad)
    {
        var load = wantsLoad ? price.Select(p => new double[p.Length]).ToArray() : null;
        var filling = new Filling(items.Widest, items.MayRunLonger);
        var cost = 0.0;
        for (var i = from; i < to; i++)
        {
            if (price.Length == 1)
            {
                cost += filling.Fill(items[i, 0], price[0], load?[0]);
                continue;
            }

            var (best, least) = (0, double.PositiveInfinity);
            for (var p = 0; p < price.Length; p++)
            {
                var there = filling.Fill(items[i, p], price[p], null);
                (best, least) = there < least ? (p, there) : (best, least);
            }

            cost += least;
            if (load is not null)
            {
                filling.Fill(items[i, best], price[best], load[best]);
            }
        }

        return (cost, load);
    }
}
