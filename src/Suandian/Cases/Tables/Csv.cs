using System.Collections.Immutable;
using System.Text;
using CsvHelper;

namespace Suandian.Cases.Tables;

/// <summary>CSV text to cells and back; the only file of the room that knows the CSV library.</summary>
static class Csv
{
    static readonly CsvReaderOptions Reading = CsvReaderOptions.Default with { Separator = ',', TrackLineNumbers = true };

    /// <summary>A reader over UTF-8 text, for hourly series that are parsed in place.</summary>
    internal static CsvReader Open(ReadOnlyMemory<byte> utf8) => CsvReader.Create(utf8, Reading);

    /// <summary>Header, rows and the lines with broken quoting. Rows without any text are left out.</summary>
    internal static CsvSheet Read(ReadOnlyMemory<byte> utf8)
    {
        var broken = ImmutableArray.CreateBuilder<int>();
        var options = Reading with { OnMalformedRecord = record => broken.Add((int)record.LineNumber) };
        using var csv = CsvReader.Create(utf8, options);
        var rows = ImmutableArray.CreateBuilder<RawRow>();
        while (csv.Read())
        {
            var cells = new string[csv.FieldCount];
            for (int i = 0; i < cells.Length; i++)
                cells[i] = Cell.Trim(csv.GetString(i));
            if (cells.Any(c => c.Length > 0))
                rows.Add(new RawRow((int)csv.LineNumber, cells));
        }

        return new CsvSheet([.. csv.Headers.ToArray().Select(Cell.Trim)], rows.ToImmutable(), broken.ToImmutable());
    }

    /// <summary>The text of a table: LF, quotes where needed, byte order mark so that spreadsheets read 中文.</summary>
    internal static byte[] Write(IEnumerable<IReadOnlyList<string>> rows) => Write(rows, hasMark: true);

    /// <summary>The same without a byte order mark, for other programs.</summary>
    internal static byte[] WritePlain(IEnumerable<IReadOnlyList<string>> rows) => Write(rows, hasMark: false);

    static byte[] Write(IEnumerable<IReadOnlyList<string>> rows, bool hasMark)
    {
        using var memory = new MemoryStream();
        var options = CsvWriterOptions.Default with { NewLine = "\n", WriteByteOrderMark = hasMark };
        using (var csv = CsvWriter.Create(memory, options, leaveOpen: true))
        {
            foreach (var row in rows)
            {
                foreach (string cell in row)
                    csv.WriteField(cell);
                csv.EndRecord();
            }
        }

        return memory.ToArray();
    }

    /// <summary>Text as UTF-8.</summary>
    internal static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}

/// <summary>The cells of a CSV file.</summary>
/// <param name="Header">Column names as written.</param>
/// <param name="Rows">Rows with at least one text.</param>
/// <param name="BrokenLines">Lines where quotes do not close.</param>
sealed record CsvSheet(ImmutableArray<string> Header, ImmutableArray<RawRow> Rows, ImmutableArray<int> BrokenLines)
{
    /// <summary>What stands between the column names where it is no comma: semicolon, full-width comma, 、 or tab; else null.</summary>
    internal string? OtherSeparator => Header is [var only] && only.IndexOfAny([';', '；', '，', '、', '\t']) is >= 0 and var place
        ? only[place] == '\t' ? "Tab" : only[place].ToString()
        : null;
}
