namespace Suandian.Scheduling.Shifting.Bounds;

/// <summary>Prices of capacity by ascent of the dual function: hours that the cheapest fillings overload become dearer.</summary>
/// <remarks>
/// λ ← max(0, λ + s d), d = g + 0.8 d before, g = load − limit where λ &gt; 0 or the hour is overloaded; s = θ · span / |d|².
/// θ halves when some rounds in turn did not raise the best D(λ): two, or a 25th of all rounds where that is more. Deflected subgradients: P. Camerini, L. Fratta, F. Maffioli,
/// Mathematical Programming Study 3, 1975, doi:10.1007/BFb0120697. Whatever λ is found, D(λ) is a bound.
/// </remarks>
sealed class CapacityPrices
{
    const double Momentum = 0.8, Shrink = 0.5, Span = 0.02, Improvement = 1e-7, Small = 1e-9;
    const int LeastPatience = 2, RoundsOfPatience = 25;

    readonly Lagrangian _function;
    readonly int _places;
    readonly int _hours;

    /// <summary>Prices for items at places.</summary>
    internal CapacityPrices(WorkItems items, IReadOnlyList<PlaceHours> places)
    {
        (_function, _places, _hours) = (new Lagrangian(items, places), places.Count, items.Hours);
        var mean = places.Average(p => p.Price.Average(Math.Abs));
        Scale = Span * items.WorkCpuH * (mean > 0 ? mean : 1);
    }

    double Scale { get; }

    /// <summary>The best prices found.</summary>
    /// <param name="rounds">Most evaluations of D.</param>
    /// <param name="start">Prices to begin with; null for 0.</param>
    /// <param name="cancellation">Stops between rounds.</param>
    internal CapacityPricing Ascend(int rounds, double[][]? start, CancellationToken cancellation)
    {
        var (dual, direction) = (start is null ? Zeros() : Fitted(start), Zeros());
        var best = new CapacityPricing(double.NegativeInfinity, dual);
        var (theta, since, patience) = (1.0, 0, Math.Max(LeastPatience, rounds / RoundsOfPatience));
        for (var round = 0; round < rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            var load = Zeros();
            var value = _function.Value(dual, load);
            since = value > best.Bound + Improvement * Math.Abs(best.Bound) || round == 0 ? 0 : since + 1;
            if (value > best.Bound)
            {
                best = new CapacityPricing(value, [.. dual.Select(d => (double[])d.Clone())]);
            }

            (theta, since) = since >= patience ? (theta * Shrink, 0) : (theta, since);
            var square = Turn(direction, load, dual);
            if (square < Small)
            {
                break;
            }

            Step(dual, direction, theta * Scale / square);
        }

        return best;
    }

    /// <summary>The direction of the next step; returns its square.</summary>
    double Turn(double[][] direction, double[][] load, double[][] dual)
    {
        var square = 0.0;
        for (var p = 0; p < _places; p++)
        {
            for (var h = 0; h < _hours; h++)
            {
                var limit = _function.Limit(p, h);
                var excess = double.IsInfinity(limit) ? 0 : load[p][h] - limit;
                direction[p][h] = Momentum * direction[p][h] + (excess < 0 && dual[p][h] <= 0 ? 0 : excess);
                square += direction[p][h] * direction[p][h];
            }
        }

        return square;
    }

    static void Step(double[][] dual, double[][] direction, double step)
    {
        for (var p = 0; p < dual.Length; p++)
        {
            for (var h = 0; h < dual[p].Length; h++)
            {
                dual[p][h] = Math.Max(0, dual[p][h] + step * direction[p][h]);
            }
        }
    }

    double[][] Zeros() => [.. Enumerable.Range(0, _places).Select(_ => new double[_hours])];

    double[][] Fitted(double[][] start)
    {
        var dual = Zeros();
        for (var p = 0; p < _places; p++)
        {
            start[p].AsSpan(0, Math.Min(_hours, start[p].Length)).CopyTo(dual[p]);
        }

        return dual;
    }
}

/// <summary>Prices of capacity and the bound they prove.</summary>
/// <param name="Bound">D(λ).</param>
/// <param name="Dual">λ for each cpu h. Shape [places][hours].</param>
sealed record CapacityPricing(double Bound, double[][] Dual);
