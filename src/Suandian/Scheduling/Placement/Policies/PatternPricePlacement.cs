namespace Suandian.Scheduling.Placement.Policies;

/// <summary>Our own: the node, and the GPU, whose potential falls least at the prices of packing patterns; scarce models cost more.</summary>
/// <remarks>
/// Cost = 20 ⌊(Φ − Φ' + 0.06 (F' − F)) / 20⌋ + free/1000 + κ · pod, thousandths of a GPU.
/// Φ potential of the node (<see cref="NodePotential"/>), F its fragmentation, free its free GPU before, κ pressure on the model (<see cref="ModelPressure"/>).
/// Within a step of 20 the fuller node is chosen. It knows the mix of pods, as FGD does, and never what comes.
/// </remarks>
sealed class PatternPricePlacement(NodePotential potential, TypicalPods typical, ModelPressure pressure) : CheapestPlacement
{
    const double FragmentationWeight = 0.06;
    const double StepMilli = 20;
    const double FreeWeight = 1e-3;
    const double Rounding = 1e-6; // a cost that is a whole number of steps but for round-off counts as that number
    const int PriceEvery = 8; // placements

    double[] _prices = [];
    int _placements;

    internal override double Cost(NodeState before, in PodClass pod, NodeState after)
    {
        var loss = potential.Of(before) - potential.Of(after) + FragmentationWeight * (typical.FragmentationOf(after) - typical.FragmentationOf(before));
        return StepMilli * Math.Floor(loss / StepMilli + Rounding) + FreeWeight * before.FreeMilli;
    }

    internal override ReadOnlySpan<double> PriceOfModel(ClusterState cluster)
    {
        if (_placements++ % PriceEvery == 0)
        {
            _prices = pressure.PriceOf(cluster.FreeMilliOfModel);
        }

        return _prices;
    }
}
