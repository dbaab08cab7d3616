using Suandian.Cases.Tables;
using Suandian.Operations.Storage;

namespace Suandian.Operations.Programme.Sheets;

/// <summary>Tables as CSV.</summary>
public static class SheetCsv
{
    /// <summary>Writes a table to a file, which is for its owner alone where it tells of people in clear.</summary>
    public static void Save(SheetTable table, string path)
    {
        ArgumentNullException.ThrowIfNull(table);
        DurableFile.Write(path, stream => stream.Write(Write(table)), table.IsPersonal);
    }

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
