using System.Globalization;
using System.Text;
using Parquet;
using Parquet.Schema;

namespace Suandian.Reports.Tables;

/// <summary>Writes tables as CSV and Parquet.</summary>
static class TableFiles
{
    static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>CSV as RFC 4180 says, UTF-8 with BOM, numbers that read back bit for bit; a missing value, and a limit that there is none of (infinite), is empty.</summary>
    internal static void WriteCsv(ReportTable table, Stream stream)
    {
        using var writer = new StreamWriter(stream, WithMark, bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\r\n" };
        writer.WriteLine(string.Join(',', table.Columns.Select(c => Quoted(c.Name))));
        for (var row = 0; row < table.Rows; row++)
        {
            for (var c = 0; c < table.Columns.Length; c++)
            {
                if (c > 0)
                {
                    writer.Write(',');
                }

                writer.Write(Cell(table.Columns[c], row));
            }

            writer.WriteLine();
        }
    }

    /// <summary>Parquet, one row group, columns of doubles and strings; missing numbers are NaN.</summary>
    internal static async Task WriteParquetAsync(ReportTable table, Stream stream)
    {
        DataField[] fields = [.. table.Columns.Select(c => c.Numbers is null ? new DataField<string>(c.Name) : (DataField)new DataField<double>(c.Name))];
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream);
        using var group = writer.CreateRowGroup();
        for (var c = 0; c < fields.Length; c++)
        {
            if (table.Columns[c].Numbers is { } numbers)
            {
                await group.WriteAsync<double>(fields[c], numbers);
            }
            else
            {
                await group.WriteAsync(fields[c], table.Columns[c].Words!);
            }
        }
    }

    internal static string Number(double value) =>
        !double.IsFinite(value) ? "" : (value == 0 ? 0 : value).ToString("R", CultureInfo.InvariantCulture);

    static string Cell(ReportColumn column, int row) =>
        column.Numbers is { } numbers ? Number(numbers[row]) : Quoted(column.Words![row]);

    static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0
        ? text
        : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
