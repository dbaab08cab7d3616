using System.Collections.Immutable;

namespace Suandian.Scheduling.Placement;

/// <summary>A policy over several draws of arrivals.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="First">Where pods went in the first draw.</param>
/// <param name="Draws">What each draw came to.</param>
/// <param name="Faults">What the check found in any of them; empty where all are sound.</param>
public sealed record PolicyOutcome(PlacementPolicyKind Policy, PlacementSolution First, ImmutableArray<PlacementMetrics> Draws, ImmutableArray<PlacementFault> Faults)
{
    /// <summary>Places, counts and checks every draw.</summary>
    /// <param name="experiment">Cluster and pods.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="seeds">Seed of the first draw, and how many draws; each has the next seed.</param>
    /// <param name="threads">Most draws at once; the outcome does not depend on it.</param>
    /// <param name="cancellation">Stops between pods.</param>
    public static PolicyOutcome Of(PlacementExperiment experiment, PlacementPolicyKind policy, (int First, int Count) seeds, int threads, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentOutOfRangeException.ThrowIfLessThan(seeds.Count, 1, nameof(seeds));
        var draws = new (PlacementSolution Solution, PlacementMetrics Metrics, ImmutableArray<PlacementFault> Faults)[seeds.Count];
        Parallel.For(0, seeds.Count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, i =>
        {
            var solution = experiment.Run(policy, seeds.First + i, cancellation);
            draws[i] = (solution, PlacementMetrics.Of(experiment, solution), PlacementCheck.Of(experiment.Cluster, experiment.Trace, solution));
        });
        return new PolicyOutcome(policy, draws[0].Solution, [.. draws.Select(d => d.Metrics)], [.. draws.SelectMany(d => d.Faults)]);
    }

    /// <summary>Mean, least and largest of a figure over the draws.</summary>
    public (double Mean, double Least, double Largest) Over(Func<PlacementMetrics, double> figure) => (Draws.Average(figure), Draws.Min(figure), Draws.Max(figure));

    /// <summary>GPU turned away for a reason over GPU that arrived, mean of the draws.</summary>
    public double TurnedAwayPu(TurnedAway reason) => Draws.Average(d => GpuMilli(d, reason) / d.ArrivedMilli);

    /// <summary>GPU turned away for a reason, mean of the draws.</summary>
    public double GpuTurnedAway(TurnedAway reason) => Draws.Average(d => GpuMilli(d, reason)) / Pod.WholeMilli;

    static double GpuMilli(PlacementMetrics draw, TurnedAway reason) => draw.TurnedAway.Where(t => t.Reason == reason).Sum(t => (double)t.GpuMilli);

    /// <summary>Pods turned away for a reason, mean of the draws.</summary>
    public double PodsTurnedAway(TurnedAway reason) => Draws.Average(d => d.TurnedAway.Where(t => t.Reason == reason).Sum(t => (double)t.Pods));
}
