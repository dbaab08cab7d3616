using Suandian.Cases.Tables;

namespace Suandian.Cases.Checks;

/// <summary>Figures have a source; rows of figures.csv point at cells that exist.</summary>
static class SourceChecks
{
    internal static void Run(CheckedCase c)
    {
        foreach (var row in c.Tables.Figures)
            PointsSomewhere(c, row);
        foreach (var table in c.Raw.Tables.Values.Where(t => t.Schema.Name != "figures"))
        {
            RawRow[] rows = [.. table.Rows.Where(row => HasFigures(table, row))];
            if (rows.Length > 1 && Array.TrueForAll(rows, row => table.Cell(row, "status").Length == 0))
                c.Findings.Add(ProblemCode.StatusMissing, table.Source.At(1, "status"), null); // once for a table that says it nowhere
            else
                Array.ForEach(rows, row => Sourced(c, table, row));
        }
    }

    /// <summary>A row with figures says what they are; facts and derived figures also say where they come from.</summary>
    static void Sourced(CheckedCase c, RawTable table, RawRow row)
    {
        string status = table.Cell(row, "status");
        if (status.Length == 0)
            c.Findings.Add(ProblemCode.StatusMissing, table.Source.At(row.Line, "status"), null);
        else if (status is "F" or "D" && table.Cell(row, "source").Length == 0)
            c.Findings.Add(ProblemCode.StatusMissing, table.Source.At(row.Line, "source"), null);
    }

    static bool HasFigures(RawTable table, RawRow row) => table.Schema.Columns
        .Where(column => column.Type == ColumnType.Number)
        .Any(column => table.Cell(row, column.Name) is { Length: > 0 } text && text != "0");

    static void PointsSomewhere(CheckedCase c, Row<Figure> row)
    {
        var (table, name, column) = (row.Record.Table, row.Record.Row, row.Record.Column);
        (string Column, string Value, string[] Known)? wrong =
            !TableSchema.Has(table) ? ("table", table, [.. TableSchema.All.Select(t => t.Name), "case"])
            : TableSchema.Of(table).Column(column) is null ? ("column", column, [.. TableSchema.Of(table).Columns.Select(s => s.Name)])
            : RowNames(c, table) is { } names && !names.Contains(name) ? ("row", name, names)
            : null;
        if (wrong is { } found && row.Sound("table", "row", "column"))
        {
            c.Add(ProblemCode.FigureNowhere, row, found.Column, ("table", table), ("row", name), ("column_name", column),
                ("hint", Suggestion.DidYouMean(found.Value, found.Known)));
        }
    }

    /// <summary>Names of the rows of a table; null where rows have none, so that any text is taken.</summary>
    static string[]? RowNames(CheckedCase c, string table)
    {
        if (table == "case" || TableSchema.Of(table).Key is not { } key)
            return null;
        return c.Raw.Tables.TryGetValue(table, out var raw) ? [.. raw.Rows.Select(r => raw.Cell(r, key.Name))] : [];
    }
}
