using System.Collections.Immutable;
using System.Globalization;
using Suandian.Cases.Tables;

namespace Suandian.Cases.Variations;

/// <summary>The work of all workloads together as mean IT power, MW: <c>compute_demand</c>.</summary>
/// <remarks>
/// Each workload counts with the chip that draws the least power per GPU-hour among the chips of the clusters it may run on:
/// MW = GPU-h/a ÷ 8760 h/a ÷ (cards per MW × work of a card), cards per MW = 1000 / (card kW × overhead of its server).
/// A value multiplies the work of all workloads by the same factor.
/// </remarks>
sealed class ComputeDemand(RawCase raw)
{
    const string Work = "gpu_hours_per_year";

    /// <summary>The cells of the work; null where the case has none or no chip for it.</summary>
    internal VariedName? Find()
    {
        if (!raw.Tables.TryGetValue("workloads", out var workloads) || workloads.Rows.IsEmpty)
            return null;
        var column = workloads.Schema.Column(Work)!;
        var cells = workloads.Rows.Select(row => new VariedCell("workloads", row.Line, Work, Number(workloads, row, Work), column.Unit)).ToImmutableArray();
        double total = workloads.Rows.Zip(cells, (row, cell) => cell.Present / 8760 * MwhPerGpuHour(workloads, row)).Sum();
        return double.IsFinite(total) && total > 0
            ? new VariedName(cells, column, NameFinder.Demand + "_mw", "MW") { Total = total }
            : null;
    }

    double MwhPerGpuHour(RawTable workloads, RawRow work)
    {
        var (clusters, chips) = (CellParser.Names(workloads.Cell(work, "clusters")), CellParser.Names(workloads.Cell(work, "chips")));
        var table = raw.Tables.GetValueOrDefault("clusters");
        return table?.Rows.Where(r => clusters.IsEmpty || clusters.Contains(table.Cell(r, "name"))).Select(r => table.Cell(r, "chip"))
            .Where(chip => chips.IsEmpty || chips.Contains(chip)).Select(MwhPerGpuHour).DefaultIfEmpty(double.NaN).Min() ?? double.NaN;
    }

    double MwhPerGpuHour(string chip)
    {
        var table = raw.Tables.GetValueOrDefault("chips");
        return table?.Rows.FirstOrDefault(r => table.Cell(r, "name") == chip) is not { } row
            ? double.NaN
            : Number(table, row, "power_kw") * Number(table, row, "server_overhead_pu") / 1000 / Number(table, row, "work_pu");
    }

    static double Number(RawTable table, RawRow row, string column)
    {
        var schema = table.Schema.Column(column)!;
        string text = table.Cell(row, column);
        return text.Length == 0 && double.TryParse(schema.Default, CultureInfo.InvariantCulture, out double value)
            ? value
            : Notation.Read(text, schema.Unit) is { Outcome: NotationOutcome.Number } reading ? reading.Value : double.NaN;
    }
}
