using System.Collections.Immutable;
using Suandian.Cases.Tables;
using Suandian.Cases.Traces;
using Suandian.Scheduling.Placement;

namespace Suandian.Cases;

/// <summary>The door for lists of GPU nodes and pods, as Alibaba's openb trace has them.</summary>
/// <remarks>Alibaba cluster-trace-gpu-v2023. Columns are found by their names, in any order; others are not used.</remarks>
public static class PodLists
{
    /// <summary>Largest file that is read, MiB.</summary>
    const int MostMiB = 256;

    /// <summary>Reads both lists.</summary>
    /// <param name="nodes">CSV with sn (or name), cpu_milli, memory_mib, gpu, model.</param>
    /// <param name="pods">CSV with name, cpu_milli, memory_mib, num_gpu, gpu_milli and, where there are any, gpu_spec.</param>
    /// <param name="invalid">What becomes of rows that cannot be used; a file without its columns is refused in either case.</param>
    /// <returns>Cluster and pods, unless a problem stops the reading; wrong user data never throws.</returns>
    public static PodListsReading Read(string nodes, string pods, InvalidJobs invalid)
    {
        ArgumentException.ThrowIfNullOrEmpty(nodes);
        ArgumentException.ThrowIfNullOrEmpty(pods);
        var findings = new Findings();
        return Parse((Path.GetFileName(nodes), Bytes(nodes, findings)), (Path.GetFileName(pods), Bytes(pods, findings)), invalid, findings);
    }

    /// <summary>Reads the text of both lists.</summary>
    /// <param name="nodes">Name that problems carry, and content.</param>
    /// <param name="pods">The same of the pods.</param>
    /// <param name="invalid">What becomes of rows that cannot be used.</param>
    public static PodListsReading Parse((string File, byte[] Bytes) nodes, (string File, byte[] Bytes) pods, InvalidJobs invalid) =>
        Parse((nodes.File, nodes.Bytes), (pods.File, pods.Bytes), invalid, new Findings());

    static PodListsReading Parse((string File, byte[]? Bytes) nodes, (string File, byte[]? Bytes) pods, InvalidJobs invalid, Findings findings)
    {
        var faults = new Findings();
        var cluster = nodes.Bytes is null || OpenbTable.Open(nodes.File, nodes.Bytes, OpenbReader.NodeColumns, (findings, faults)) is not { } nodeTable
            ? null : new GpuCluster { Name = Path.GetFileNameWithoutExtension(nodes.File), Nodes = OpenbReader.Nodes(nodeTable) };
        var trace = pods.Bytes is null || OpenbTable.Open(pods.File, pods.Bytes, OpenbReader.PodColumns, (findings, faults)) is not { } podTable
            ? null : new PodTrace { Name = Path.GetFileNameWithoutExtension(pods.File), Pods = OpenbReader.Pods(podTable) };
        var dropped = faults.Sorted();
        var isWhole = invalid == InvalidJobs.Drop || dropped.IsEmpty;
        if (isWhole && cluster?.CapacityMilli == 0)
        {
            findings.Add(ProblemCode.PackNothing, new Spot(nodes.File, null, null, null), null);
        }

        if (isWhole && trace?.Pods.Any(p => p.TotalMilli > 0) == false)
        {
            findings.Add(ProblemCode.PackNothing, new Spot(pods.File, null, null, null), null);
        }

        if (cluster is { Models.Length: > GpuCluster.MostModels and var models })
        {
            findings.Add(ProblemCode.PackModels, new Spot(nodes.File, null, "model", null), $"{models}");
        }

        (var problems, dropped) = invalid.Settle(findings, dropped);

        return problems.IsEmpty ? new PodListsReading(cluster, trace, problems, dropped) : new PodListsReading(null, null, problems, dropped);
    }

    static byte[]? Bytes(string path, Findings findings) => UserFile.Bytes(path, MostMiB, (ProblemCode.PackFileMissing, ProblemCode.PackUnreadable), findings);
}

/// <summary>What reading the lists gave.</summary>
/// <param name="Cluster">The nodes; null where a problem stopped the reading.</param>
/// <param name="Trace">The pods; null where a problem stopped the reading.</param>
/// <param name="Problems">What stopped the reading, with lines.</param>
/// <param name="Dropped">Why each row that was left out was, with lines.</param>
public sealed record PodListsReading(GpuCluster? Cluster, PodTrace? Trace, ImmutableArray<Problem> Problems, ImmutableArray<Problem> Dropped);
