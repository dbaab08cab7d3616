using System.Collections.Immutable;
using Suandian.Cases.Tables;
using Suandian.Scheduling.Placement;

namespace Suandian.Cases.Traces;

/// <summary>Rows of node and pod lists as nodes and pods; what cannot be used is left out and told, every fault of a row at once.</summary>
static class OpenbReader
{
    const int Most = 1_000_000_000; // a million cores, or 950 TiB

    /// <summary>Columns that a list of nodes must have, each with the names it may have.</summary>
    internal static readonly string[][] NodeColumns = [["sn", "name"], ["cpu_milli"], ["memory_mib"], ["gpu"], ["model"]];

    /// <summary>Columns that a list of pods must have.</summary>
    internal static readonly string[][] PodColumns = [["name"], ["cpu_milli"], ["memory_mib"], ["num_gpu"], ["gpu_milli"]];

    /// <summary>The nodes.</summary>
    internal static ImmutableArray<GpuNode> Nodes(OpenbTable table)
    {
        var (nodes, names) = (ImmutableArray.CreateBuilder<GpuNode>(), new HashSet<string>());
        foreach (var row in table.Sheet.Rows.Where(table.HasAllCells))
        {
            var (name, model) = (NameOf(table, row, "sn", names), table.Text(row, "model"));
            var (cpu, memory, gpus) = (table.Whole(row, "cpu_milli", Most), table.Whole(row, "memory_mib", Most), table.Whole(row, "gpu", GpuCluster.MostGpus));
            var hasModel = !(gpus > 0) || (model.Length > 0 && !model.Contains('|', StringComparison.Ordinal));
            if (!hasModel)
            {
                table.Fault(ProblemCode.PackModel, row, "model", model);
            }

            if (hasModel && name is not null && cpu is { } c && memory is { } m && gpus is { } g)
            {
                nodes.Add(new GpuNode(name, c, m, g, g > 0 ? model : ""));
            }
        }

        return nodes.ToImmutable();
    }

    /// <summary>The pods.</summary>
    internal static ImmutableArray<Pod> Pods(OpenbTable table)
    {
        var (pods, names) = (ImmutableArray.CreateBuilder<Pod>(), new HashSet<string>());
        foreach (var row in table.Sheet.Rows.Where(table.HasAllCells))
        {
            var (name, models) = (NameOf(table, row, "name", names), ModelsOf(table, row));
            var (cpu, memory, gpus) = (table.Whole(row, "cpu_milli", Most), table.Whole(row, "memory_mib", Most), table.Whole(row, "num_gpu", GpuCluster.MostGpus));
            var milli = gpus == 0 && table.Text(row, "gpu_milli").Length == 0 ? 0 : table.Whole(row, "gpu_milli", Pod.WholeMilli);
            var isPossible = gpus is null || milli is null || (gpus == 0 ? milli == 0 : gpus == 1 ? milli > 0 : milli == Pod.WholeMilli);
            if (!isPossible)
            {
                table.Fault(ProblemCode.PackGpuMilli, row, "gpu_milli", $"{gpus} × {milli}");
            }

            if (isPossible && name is not null && models is not null && cpu is { } c && memory is { } m && gpus is { } g && milli is { } share)
            {
                pods.Add(new Pod(name, c, m, g, share, g > 0 ? models : ""));
            }
        }

        return pods.ToImmutable();
    }

    /// <summary>A name that is not there yet; null, and told, else.</summary>
    static string? NameOf(OpenbTable table, RawRow row, string column, HashSet<string> names)
    {
        var name = table.Text(row, column);
        if (name.Length > 0 && names.Add(name))
        {
            return name;
        }

        table.Fault(name.Length == 0 ? ProblemCode.PackNameEmpty : ProblemCode.PackNameTwice, row, column, name.Length == 0 ? null : name);
        return null;
    }

    /// <summary>The models that will do, in order, joined by |; empty for any; null, and told, where a name is empty.</summary>
    static string? ModelsOf(OpenbTable table, RawRow row)
    {
        var text = table.Text(row, "gpu_spec");
        string[] models = text.Length == 0 ? [] : [.. text.Split('|').Select(Cell.Trim).Distinct().Order(StringComparer.Ordinal)];
        if (!models.Contains(""))
        {
            return string.Join('|', models);
        }

        table.Fault(ProblemCode.PackModel, row, "gpu_spec", text);
        return null;
    }
}
