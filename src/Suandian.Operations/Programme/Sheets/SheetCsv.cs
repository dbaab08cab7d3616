using Suandian.Cases.Tables;

namespace Suandian.Operations.Programme.Sheets;

/// <summary>Tables as CSV.</summary>
public static class SheetCsv
{
    /// <summary>The bytes of a table: UTF-8, LF, with a byte order mark, without which Excel and WPS on a Chinese Windows show garbage.</summary>
    /// <param name="table">The table; without rows only its titles are written.</param>
    /// <param name="hasMark">False for programs that stumble over the mark.</param>
    public static byte[] Write(SheetTable table, bool hasMark = true)
    {
        ArgumentNullException.ThrowIfNull(table);
        IEnumerable<IReadOnlyList<string>> rows =
        [
            [.. table.Declaration.Columns.Select(c => c.Title.Zh)],
            .. table.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select((value, c) => table.Text(c, value))]),
        ];
        return hasMark ? Csv.Write(rows) : Csv.WritePlain(rows);
    }
}
