namespace Suandian.Scheduling.Placement.Policies;

/// <summary>The node, and the GPU, where fragmentation grows least.</summary>
/// <remarks>
/// Score = ⌊100 σ((F − F') / 1000)⌋, σ(x) = 1/(1 + e⁻ˣ), F before and F' after; the largest is chosen, the first node between equal scores.
/// Whole scores matter: near 0 a step is 40 thousandths of a GPU, and what lies within a step goes to the first node, which fills nodes one after another.
/// Source: Weng et al., USENIX ATC 2023, and its artifact (FGD).
/// </remarks>
sealed class FragmentationGradientPlacement(TypicalPods typical) : CheapestPlacement
{
    internal override double Cost(NodeState before, in PodClass pod, NodeState after) =>
        -Math.Floor(100 / (1 + Math.Exp((typical.FragmentationOf(after) - typical.FragmentationOf(before)) / 1000)));
}
