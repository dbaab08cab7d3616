using System.Globalization;
using Suandian.Cases.Tables;

namespace Suandian.Cases.Traces;

/// <summary>Trackable resources of a job as Slurm writes them: cpu=8,gres/gpu:a100=2,gres/gpu=2,mem=64G,node=1.</summary>
/// <param name="Cpus">Processors.</param>
/// <param name="Nodes">Nodes.</param>
/// <param name="Accelerators">Whole accelerators.</param>
/// <param name="MemoryMiB">Memory, MiB.</param>
/// <param name="Chip">Kind of accelerator where just one is named.</param>
/// <param name="IsEmpty">True where nothing is told.</param>
readonly record struct Tres(double Cpus, double Nodes, double Accelerators, double MemoryMiB, string? Chip, bool IsEmpty)
{
    /// <summary>Largest number that is taken.</summary>
    internal const double Most = 1e12;

    /// <summary>Generic resources that count as accelerators.</summary>
    static readonly string[] Kinds = ["gres/gpu", "gres/npu", "gres/mlu", "gres/dcu"];

    /// <summary>The resources of a cell; null, and told, where a number is none.</summary>
    internal static Tres? Of(JobTable table, RawRow row, JobColumn column)
    {
        var text = table.Text(row, column);
        var parts = text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).ToArray();
        if (Array.Exists(parts, p => p.Length != 2 || (p[0] == "mem" ? Size(p[1]) : IsUsed(p[0]) ? Number(p[1]) : 0) is null))
        {
            table.Fault(ProblemCode.JobQuantity, row, column, ("most", Most));
            return null;
        }

        double Of(string name) => parts.Where(p => p[0] == name).Select(p => Number(p[1]) ?? 0).FirstOrDefault();
        var typed = parts.Where(p => Array.Exists(Kinds, k => p[0].StartsWith(k + ":", StringComparison.Ordinal))).ToArray();
        var whole = Kinds.Sum(Of);
        return new Tres(Of("cpu"), Of("node"), whole > 0 ? whole : typed.Sum(p => Number(p[1]) ?? 0), parts.Where(p => p[0] == "mem").Select(p => Size(p[1]) ?? 0).FirstOrDefault(),
            typed.Length == 1 ? typed[0][0].Split(':', 2)[1] : null, parts.Length == 0);
    }

    /// <summary>Memory asked for, MiB: 4G altogether, 4Gn for each node, 4000Mc for each processor; 0 for none; null where it is no size.</summary>
    internal static double? Memory(string text, double cpus, double nodes)
    {
        if (text.Length == 0)
        {
            return 0;
        }

        var times = text[^1] switch { 'n' => Math.Max(1, nodes), 'c' => Math.Max(1, cpus), _ => 1 };
        return Size(text[^1] is 'n' or 'c' ? text[..^1] : text) * times;
    }

    static bool IsUsed(string name) => name is "cpu" or "node" || Array.Exists(Kinds, k => name == k || name.StartsWith(k + ":", StringComparison.Ordinal));

    /// <summary>A size with K, M, G or T as MiB; M where there is none of them; ? (not known) counts as 0.</summary>
    static double? Size(string text)
    {
        const double Kilo = 1024;
        var factor = text.Length == 0 ? double.NaN : text[^1] switch { 'K' => 1 / Kilo, 'G' => Kilo, 'T' => Kilo * Kilo, 'P' => Kilo * Kilo * Kilo, _ => 1 };
        return text == "?" ? 0 : Number(text.TrimEnd('K', 'M', 'G', 'T', 'P')) * factor;
    }

    static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= Most ? value : null;
}
