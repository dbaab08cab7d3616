using System.Collections.Immutable;

namespace Suandian.Scheduling.Placement;

/// <summary>What a placement came to, counted again from where each pod went.</summary>
public sealed record PlacementMetrics
{
    /// <summary>GPU of the pods on nodes over GPU capacity, when all have arrived.</summary>
    public required double AllocatedPu { get; init; }

    /// <summary>The same when as much GPU had arrived as there is; NaN where less arrives.</summary>
    public required double AllocatedAtCapacityPu { get; init; }

    /// <summary>Fragmentation F of all nodes over GPU capacity, when all have arrived.</summary>
    public required double FragmentedPu { get; init; }

    /// <summary>Allocated GPU over capacity when 0, 1, 2 … per cent of the capacity have arrived.</summary>
    public required ImmutableArray<double> AllocatedByLoadPu { get; init; }

    /// <summary>Fragmentation over capacity when 0, 1, 2 … per cent of the capacity have arrived.</summary>
    public required ImmutableArray<double> FragmentedByLoadPu { get; init; }

    /// <summary>GPU of all pods that arrived, thousandths: the first draw at or above the load asked for, or all of a short list.</summary>
    public required long ArrivedMilli { get; init; }

    /// <summary>Pods turned away and their GPU, thousandths, by reason.</summary>
    public required ImmutableArray<(TurnedAway Reason, int Pods, long GpuMilli)> TurnedAway { get; init; }

    /// <summary>Counts.</summary>
    /// <param name="experiment">Cluster and pods.</param>
    /// <param name="solution">Where each pod went.</param>
    public static PlacementMetrics Of(PlacementExperiment experiment, PlacementSolution solution)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(solution);
        var (capacity, pods, replay) = (experiment.Cluster.CapacityMilli, experiment.Trace.Pods, new Replay(experiment));
        var (allocated, fragmented, arrived) = (new List<double>(), new List<double>(), 0L);
        void Note()
        {
            while (allocated.Count * capacity <= 100 * arrived)
            {
                allocated.Add((double)replay.AllocatedMilli / capacity);
                fragmented.Add(replay.FragmentedMilli / capacity);
            }
        }

        Note();
        for (var i = 0; i < solution.Pods.Length; i++)
        {
            var pod = pods[solution.Pods[i]];
            arrived += pod.TotalMilli;
            if (solution.Nodes[i] >= 0)
            {
                replay.Put(pod, solution.Nodes[i], solution.Gpus[i]);
            }

            Note();
        }

        var reasons = Enumerable.Range(0, solution.Pods.Length).Where(i => solution.Nodes[i] < 0).GroupBy(i => solution.Reasons[i]).OrderBy(g => g.Key);
        return new PlacementMetrics
        {
            AllocatedPu = (double)replay.AllocatedMilli / capacity,
            AllocatedAtCapacityPu = allocated.Count > 100 ? allocated[100] : double.NaN,
            FragmentedPu = replay.FragmentedMilli / capacity,
            ArrivedMilli = arrived,
            AllocatedByLoadPu = [.. allocated],
            FragmentedByLoadPu = [.. fragmented],
            TurnedAway = [.. reasons.Select(g => (g.Key, g.Count(), g.Sum(i => (long)pods[solution.Pods[i]].TotalMilli)))],
        };
    }

    /// <summary>Nodes as pods are put on them again.</summary>
    sealed class Replay
    {
        readonly TypicalPods _typical;
        readonly int[] _cpuMilli, _model;
        readonly short[][] _gpuMilli;
        readonly double[] _fragmented;

        internal Replay(PlacementExperiment experiment)
        {
            var (nodes, models) = (experiment.Cluster.Nodes, experiment.Cluster.Models);
            (_typical, _cpuMilli, _model) = (experiment.Typical, [.. nodes.Select(n => n.CpuMilli)], [.. nodes.Select(n => Math.Max(0, models.IndexOf(n.Model)))]);
            _gpuMilli = [.. nodes.Select(n => Enumerable.Repeat((short)Pod.WholeMilli, n.Gpus).ToArray())];
            _fragmented = [.. nodes.Select((_, n) => Fragmentation(n))];
        }

        internal long AllocatedMilli { get; private set; }

        internal double FragmentedMilli => _fragmented.Sum();

        internal void Put(Pod pod, int node, ulong gpus)
        {
            _cpuMilli[node] -= pod.CpuMilli;
            for (var gpu = 0; gpu < _gpuMilli[node].Length; gpu++)
            {
                _gpuMilli[node][gpu] -= (short)((gpus >> gpu & 1) != 0 ? pod.GpuMilli : 0);
            }

            AllocatedMilli += pod.TotalMilli;
            _fragmented[node] = Fragmentation(node);
        }

        double Fragmentation(int node) => _typical.FragmentationOf(_cpuMilli[node], _model[node], _gpuMilli[node]);
    }
}
