using System.Collections.Immutable;
using System.Text;
using Suandian.Cases.Tables;

namespace Suandian.Cases.Traces;

/// <summary>Lines whose cells are apart by |, without quotes, as <c>sacct --parsable2</c> prints them.</summary>
static class SacctSheet
{
    /// <summary>Header and rows; with <c>--parsable</c> every line ends with | and so with a cell without text, which does no harm.</summary>
    internal static CsvSheet Read(ReadOnlyMemory<byte> utf8)
    {
        var rows = ImmutableArray.CreateBuilder<RawRow>();
        var line = 0;
        foreach (var text in Encoding.UTF8.GetString(utf8.Span).Split('\n'))
        {
            line++;
            if (!string.IsNullOrWhiteSpace(text))
            {
                rows.Add(new RawRow(line, [.. text.Split('|').Select(Cell.Trim)]));
            }
        }

        return rows.Count == 0 ? new CsvSheet([], [], []) : new CsvSheet([.. rows[0].Cells], [.. rows.Skip(1)], []);
    }
}
