using System.Collections.Immutable;
using System.Reflection;
using Suandian.Cases.Tables;
using Suandian.Distribution.Equipment;

namespace Suandian.Cases.Grids;

/// <summary>Types of lines and transformers that come with the program; each row has its standing and source.</summary>
public static class Catalogue
{
    /// <summary>Types of lines, in the order of the file.</summary>
    public static ImmutableArray<LineType> LineTypes { get; } = Read<LineType>("line_types");

    /// <summary>Types of transformers, in the order of the file.</summary>
    public static ImmutableArray<TransformerType> TransformerTypes { get; } = Read<TransformerType>("transformer_types");

    static ImmutableArray<T> Read<T>(string table)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"catalogue/{table}.csv")!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var sheet = Csv.Read(memory.ToArray());
        var findings = new Findings();
        var rows = new TableReader(findings, []).Read<T>(new RawTable(TableSchema.Of(table), new Source(table + ".csv"), sheet.Header, sheet.Rows));
        return findings.HasErrors
            ? throw new InvalidOperationException($"catalogue {table}: {string.Join("; ", findings.Sorted().Select(p => $"{p.Row} {p.Column} {p.Expected.En}"))}")
            : [.. rows.Select(row => row.Record)];
    }
}
