using System.Collections.Immutable;

namespace Suandian.Cases.Tables;

/// <summary>Turns a table of text into records by the schema; every cell that cannot be understood is a problem.</summary>
sealed class TableReader(Findings findings, List<CellReadAs> readAs)
{
    readonly CellParser _parser = new(findings, readAs);

    /// <summary>All rows of a table. Structure and cells are checked; references and sense are not.</summary>
    internal ImmutableArray<Row<T>> Read<T>(RawTable table)
    {
        if (table.Header.IsEmpty)
            return [];
        CheckHeader(table);
        foreach (var row in table.Rows.Where(row => row.Cells.Length != table.Header.Length))
        {
            findings.Add(ProblemCode.RowLength, table.Source.At(row.Line), null,
                ("cells", row.Cells.Length), ("columns", table.Header.Length));
        }

        return [.. table.Rows.Select(row => Record<T>(table, row))];
    }

    Row<T> Record<T>(RawTable table, RawRow row)
    {
        object record = RecordShape<T>.New();
        var unsound = ImmutableHashSet.CreateBuilder<string>();
        for (int i = 0; i < table.Schema.Columns.Length; i++)
        {
            var column = table.Schema.Columns[i];
            string text = table.Cell(row, column.Name);
            object? value = Value(table, row, column, text);
            if (value is not null)
            {
                RecordShape<T>.Set(record, i, value);
            }
            else if (text.Length > 0 || column.Required)
            {
                RecordShape<T>.SetUnknown(record, i);
                unsound.Add(column.Name);
            }
        }

        return new Row<T>((T)record, table.Source, row.Line, unsound.ToImmutable());
    }

    object? Value(RawTable table, RawRow row, ColumnSchema column, string text)
    {
        if (text.Length > 0)
            return _parser.Parse(column, RowUnit.Of(table, row, column), text, table.Source.At(row.Line, column.Name));
        if (column.Required && table.Header.Contains(column.Name))
        {
            findings.Add(ProblemCode.CellEmpty, table.Source.At(row.Line, column.Name), null,
                ("what", column.Description));
        }

        return null;
    }

    void CheckHeader(RawTable table)
    {
        var known = table.Schema.Columns.Select(c => c.Name).ToArray();
        foreach (var column in table.Schema.Columns.Where(c => c.Required && !table.Header.Contains(c.Name)))
            findings.Add(ProblemCode.ColumnMissing, table.Source.At(1, column.Name), null, ("what", column.Description));
        foreach (string twice in table.Header.GroupBy(h => h).Where(g => g.Key.Length > 0 && g.Count() > 1).Select(g => g.Key))
            findings.Add(ProblemCode.ColumnTwice, table.Source.At(1, twice), twice);
        foreach (string unknown in table.Header.Except(known))
        {
            findings.Add(ProblemCode.ColumnUnknown, table.Source.At(1, unknown), unknown,
                ("columns", string.Join(", ", known)), ("hint", Suggestion.DidYouMean(unknown, known.Except(table.Header))));
        }
    }
}
