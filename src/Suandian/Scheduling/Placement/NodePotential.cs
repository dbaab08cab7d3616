namespace Suandian.Scheduling.Placement;

/// <summary>What the free GPUs of a node are worth to pods to come, as far as its free CPU lets them be used.</summary>
/// <remarks>
/// Sets        s ∈ S sizes of one-GPU pods, 1 to 1000; g GPUs of the node, free r[g]; c its free CPU, cores
/// Parameters  v[s] worth of a size (<see cref="CuttingPatterns"/>; 1000 for a whole GPU), k[s] mean CPU of its pods, cores
/// φ(r, λ) = the most Σ (v[s] − λ k[s]) over what fits into r; Φ = min over λ of λ c + Σ φ(r[g], λ), thousandths of a GPU.
/// λ is the price of a core on this node: Φ is the Lagrangian bound of packing the node. λ runs over 0 and a geometric grid
/// from the least to the largest v/k. A minimum over fewer λ is a weaker bound, not a wrong one.
/// </remarks>
sealed class NodePotential
{
    const int Prices = 16;
    const double CoreMilli = 1000;

    readonly double[] _price;
    readonly double[][] _worth; // by price: worth of a GPU by what is free of it

    /// <summary>The potential in the eyes of pods.</summary>
    /// <param name="pods">Classes of pods with their counts.</param>
    /// <param name="cancellation">Stops between solves.</param>
    internal NodePotential(IEnumerable<(PodClass Pod, int Count)> pods, CancellationToken cancellation)
    {
        var sizes = pods.Where(p => p.Pod.Gpus == 1).GroupBy(p => p.Pod.GpuMilli).OrderBy(g => g.Key)
            .Select(g => (Milli: g.Key, Count: g.Sum(p => (double)p.Count), Cores: g.Sum(p => (double)p.Count * p.Pod.CpuMilli) / g.Sum(p => (double)p.Count) / CoreMilli)).ToArray();
        var shares = sizes.Where(s => s.Milli < Pod.WholeMilli).ToArray();
        var worth = CuttingPatterns.Worth([.. shares.Select(s => s.Milli)], [.. shares.Select(s => s.Count)], cancellation);
        WorthOf = shares.Zip(worth).ToDictionary(p => p.First.Milli, p => p.Second);
        WorthOf[Pod.WholeMilli] = Pod.WholeMilli;
        double[] ratios = [.. sizes.Where(s => s.Cores > 0 && WorthOf[s.Milli] > 1).Select(s => WorthOf[s.Milli] / s.Cores)];
        _price = ratios.Length == 0 ? [0] : [0, .. Enumerable.Range(0, Prices).Select(i => ratios.Min() * Math.Pow(ratios.Max() / ratios.Min(), i / (Prices - 1.0)))];
        _worth = [.. _price.Select(λ => Knapsack.Fill([.. sizes.Select(s => s.Milli)], [.. sizes.Select(s => WorthOf[s.Milli] - λ * s.Cores)]).Value)];
    }

    /// <summary>Worth of each size, thousandths of a GPU.</summary>
    internal Dictionary<int, double> WorthOf { get; }

    /// <summary>Potential of a node, thousandths of a GPU.</summary>
    internal double Of(NodeState state) => double.IsNaN(state.Potential) ? state.Potential = Least(state) : state.Potential;

    /// <summary>The bound is convex in λ, so it is done when it rises.</summary>
    double Least(NodeState state)
    {
        var least = double.PositiveInfinity;
        for (var i = 0; i < _price.Length; i++)
        {
            var bound = _price[i] * state.CpuMilli / CoreMilli;
            foreach (var free in state.GpuMilli)
            {
                bound += _worth[i][free];
            }

            if (bound > least)
            {
                break;
            }

            least = bound;
        }

        return least;
    }
}
