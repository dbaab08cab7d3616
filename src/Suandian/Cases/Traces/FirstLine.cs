using System.Text;
using Suandian.Cases.Tables;

namespace Suandian.Cases.Traces;

/// <summary>What the first line of a log shows of its format.</summary>
static class FirstLine
{
    const int MostBytes = 4096;

    /// <summary>| parts the cells of sacct; a comma, or another sign that tables use, those of a table, told apart by its columns; all else is the Standard Workload Format.</summary>
    internal static JobLogFormat FormatOf(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, MostBytes)];
        var text = head.Contains((byte)0) && TextDecoding.ToUtf8(head[..(head.Length & ~1)].ToArray()) is { } wide ? Encoding.UTF8.GetString(wide.Span) : Encoding.UTF8.GetString(head);
        var line = text.TrimStart('\uFEFF').Split('\n').Select(l => l.Trim()).FirstOrDefault(l => l.Length > 0, "");
        if (line.StartsWith(';'))
        {
            return JobLogFormat.Swf;
        }

        if (line.Contains('|', StringComparison.Ordinal))
        {
            return JobLogFormat.Sacct;
        }

        var isTable = line.IndexOfAny([',', ';', '，', '；', '、']) >= 0 || (line.Any(char.IsLetter) && !char.IsDigit(line[0]));
        return isTable ? OfColumns(new NamedColumns([.. line.Split(',').Select(Cell.Trim)])) : JobLogFormat.Swf;
    }

    static JobLogFormat OfColumns(NamedColumns columns) =>
        columns.At("gpu_milli") >= 0 && columns.At("creation_time") >= 0 ? JobLogFormat.Openb
        : columns.At("arrival_time") >= 0 && columns.At("length") >= 0 ? JobLogFormat.Gaia : JobLogFormat.Csv;
}
