using System.Collections.Immutable;

namespace Suandian.Scheduling.Placement;

/// <summary>Checks a placement against its cluster and pods by code that shares nothing with the policies.</summary>
/// <remarks>
/// No node gives more CPU, memory or GPU than it has; a share lies on one GPU, whole GPUs are whole and as many as asked for; models are those asked for;
/// a pod without GPU has none; and nobody is turned away who fits somewhere at that moment.
/// </remarks>
public static class PlacementCheck
{
    /// <summary>Every fault, in the order of arrival; empty where the placement is sound.</summary>
    public static ImmutableArray<PlacementFault> Of(GpuCluster cluster, PodTrace trace, PlacementSolution solution)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(solution);
        var faults = ImmutableArray.CreateBuilder<PlacementFault>();
        UsedNode[] used = [.. cluster.Nodes.Select(n => new UsedNode(n))];
        for (var arrival = 0; arrival < solution.Pods.Length; arrival++)
        {
            var (pod, node) = (trace.Pods[solution.Pods[arrival]], solution.Nodes[arrival]);
            if (node < 0 || node >= used.Length)
            {
                if (Array.Exists(used, u => u.HasRoom(pod)))
                {
                    faults.Add(new PlacementFault(PlacementFaultKind.TurnedAwayThoughItFits, arrival, node));
                }

                continue;
            }

            foreach (var kind in used[node].Add(pod, solution.Gpus[arrival]))
            {
                faults.Add(new PlacementFault(kind, arrival, node));
            }
        }

        return faults.ToImmutable();
    }

    /// <summary>What is taken of a node.</summary>
    sealed class UsedNode(GpuNode node)
    {
        readonly long[] _gpuMilli = new long[node.Gpus];
        long _cpuMilli;
        long _memoryMib;

        /// <summary>Adds a pod and tells what is wrong with that.</summary>
        internal IEnumerable<PlacementFaultKind> Add(Pod pod, ulong gpus)
        {
            int[] own = [.. Enumerable.Range(0, 64).Where(g => (gpus & 1UL << g) != 0)];
            _cpuMilli += pod.CpuMilli;
            _memoryMib += pod.MemoryMib;
            if (_cpuMilli > node.CpuMilli)
            {
                yield return PlacementFaultKind.TooMuchCpu;
            }

            if (_memoryMib > node.MemoryMib)
            {
                yield return PlacementFaultKind.TooMuchMemory;
            }

            if (own.Length != pod.Gpus || own.Any(g => g >= node.Gpus))
            {
                yield return PlacementFaultKind.WrongGpus;
            }

            if (pod.Gpus > 0 && !Takes(pod))
            {
                yield return PlacementFaultKind.WrongModel;
            }

            foreach (var gpu in own.Where(g => g < node.Gpus))
            {
                _gpuMilli[gpu] += pod.GpuMilli;
                if (_gpuMilli[gpu] > 1000)
                {
                    yield return PlacementFaultKind.GpuTwice;
                }
            }
        }

        /// <summary>True where a pod would fit.</summary>
        internal bool HasRoom(Pod pod) => _cpuMilli + pod.CpuMilli <= node.CpuMilli && _memoryMib + pod.MemoryMib <= node.MemoryMib
            && (pod.Gpus == 0 || (Takes(pod) && _gpuMilli.Count(taken => taken + pod.GpuMilli <= 1000) >= pod.Gpus));

        bool Takes(Pod pod) => pod.Models.Length == 0 || pod.Models.Split('|').Contains(node.Model);
    }
}

/// <summary>What is wrong in a placement, at which pod.</summary>
/// <param name="Kind">What.</param>
/// <param name="Arrival">Number of the arrival, from 0.</param>
/// <param name="Node">Number of the node; −1 where the pod was turned away.</param>
public readonly record struct PlacementFault(PlacementFaultKind Kind, int Arrival, int Node);

/// <summary>What can be wrong in a placement.</summary>
public enum PlacementFaultKind
{
    /// <summary>More CPU than the node has.</summary>
    TooMuchCpu,

    /// <summary>More memory than the node has.</summary>
    TooMuchMemory,

    /// <summary>Not as many GPUs as asked for, or one that the node does not have.</summary>
    WrongGpus,

    /// <summary>A model that the pod does not take.</summary>
    WrongModel,

    /// <summary>More than all of a GPU.</summary>
    GpuTwice,

    /// <summary>Turned away though a node holds it.</summary>
    TurnedAwayThoughItFits,
}
