using Suandian.Cases.Tables;
using Suandian.Scheduling.Shifting;
using Suandian.Scheduling.Shifting.Clusters;
using Suandian.Texts;

namespace Suandian.Cases.Traces;

/// <summary>What jobs ask of clusters, from columns that may be left out; a cell may be empty.</summary>
/// <param name="sheet">The trace.</param>
/// <param name="fit">The clusters.</param>
sealed class DemandReader(CsvSheet sheet, ShiftFit fit)
{
    const string Data = "data_gb", Latency = "latency_limit_ms", Qualifications = "qualifications", Section = "section", Clusters = "clusters";
    const double Most = 1e9;

    readonly NamedColumns _columns = new(sheet.Header);

    /// <summary>True where there are clusters to ask of.</summary>
    internal bool IsAsked => !fit.Clusters.IsEmpty;

    /// <summary>What a job asks, or what is wrong with it.</summary>
    internal (JobDemand Demand, DemandFault? Fault) Read(RawRow row)
    {
        var named = WordList.Of(Cell(row, Clusters));
        var demand = new JobDemand(0, null, WordList.Of(Cell(row, Qualifications)), Cell(row, Section) ?? "", named);
        foreach (var column in (string[])[Data, Latency])
        {
            if (Cell(row, column) is not { } text)
            {
                continue;
            }

            if (!Tables.Cell.IsPlainNumber(Tables.Cell.HalfWidth(text), out var value) || value is not (>= 0 and <= Most))
            {
                return (demand, new DemandFault(ProblemCode.ShiftJobDemand, column, text, default));
            }

            demand = column == Data ? demand with { DataGb = value } : demand with { LatencyLimitMs = value };
        }

        var strange = named.FirstOrDefault(name => fit.Clusters.All(c => c.Name != name));
        return (demand, strange is null ? null : new DemandFault(ProblemCode.ShiftJobCluster, Clusters, strange, default));
    }

    /// <summary>What is wrong where a job may go nowhere: why not, cluster by cluster.</summary>
    internal DemandFault? Nowhere(in ShiftJob job, in JobDemand demand)
    {
        var (zh, en) = (new List<string>(), new List<string>());
        foreach (var cluster in fit.Clusters)
        {
            var refusal = ClusterChoice.Refusal(job, demand, cluster);
            if (refusal == ClusterRefusal.None)
            {
                return null;
            }

            var why = Phrases.Of("shift.refusal." + refusal.ToString().ToLowerInvariant());
            zh.Add($"{cluster.Name}：{why.Zh}");
            en.Add($"{cluster.Name}: {why.En}");
        }

        return new DemandFault(ProblemCode.ShiftJobNowhere, null, null, new Text(string.Join("；", zh), string.Join("; ", en)));
    }

    string? Cell(RawRow row, string column) => _columns.At(column) is >= 0 and var at && row.Cells[at].Length > 0 ? row.Cells[at] : null;
}

/// <summary>What is wrong with what a job asks.</summary>
/// <param name="Code">Code of the problem.</param>
/// <param name="Column">Column; null for the whole row.</param>
/// <param name="Value">Text found.</param>
/// <param name="Reasons">Why each cluster refuses it.</param>
readonly record struct DemandFault(string Code, string? Column, string? Value, Text Reasons);
