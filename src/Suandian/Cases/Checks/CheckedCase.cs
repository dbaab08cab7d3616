using Suandian.Cases.Tables;

namespace Suandian.Cases.Checks;

/// <summary>What a check sees, and where it writes what it finds.</summary>
sealed record CheckedCase(RawCase Raw, CaseTables Tables, Findings Findings)
{
    /// <summary>Settings, null where one of them is missing or wrong.</summary>
    internal CaseSettings? Settings => Raw.Understood;

    /// <summary>Adds a problem at a cell of a row.</summary>
    internal void Add<T>(
        string code, Row<T> row, string? column, params ReadOnlySpan<(string Name, object? Value)> places) =>
        Findings.Add(code, row.At(column), column is null ? null : TextOf(row, column), places);

    /// <summary>Text of a cell as the user wrote it, null where it is empty.</summary>
    internal string? TextOf<T>(Row<T> row, string column)
    {
        var table = Raw.Tables[RecordShape<T>.SchemaOf().Name];
        string text = table.Cell(table.Rows.First(r => r.Line == row.Line), column);
        return text.Length == 0 ? null : text;
    }

    /// <summary>Whether the user wrote something in a cell.</summary>
    internal bool IsGiven<T>(Row<T> row, string column) => TextOf(row, column) is not null;
}
