using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Suandian.Cases;
using Suandian.Cases.Tables;

namespace Suandian.Operations.Programme.Ledger.Recording;

/// <summary>A figure of the platform: a number in a stored result file, never typed.</summary>
public static class Measurement
{
    /// <summary>The number a pointer leads to, times a factor; null where it leads to no number.</summary>
    /// <param name="file">Bytes of the result file, JSON or CSV.</param>
    /// <param name="pointer">In JSON a pointer such as /figures/3/plan (RFC 6901); in CSV the first cell of the row and the column, such as /local_green_share/plan.</param>
    /// <param name="factor">Multiplies the number.</param>
    public static decimal? Read(byte[] file, string pointer, decimal factor)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(pointer);
        string[] steps = [.. pointer.Split('/').Skip(1).Select(s => s.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];
        if (!pointer.StartsWith('/') || TextDecoding.ToUtf8(file) is not { } text)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return FromJson(document.RootElement, steps) * factor;
        }
        catch (JsonException)
        {
            return FromCsv(text, steps) * factor;
        }
    }

    static decimal? FromJson(JsonElement root, string[] steps)
    {
        JsonElement? at = root;
        foreach (string step in steps)
        {
            at = at is { } outer ? Inside(outer, step) : null;
        }

        return at is { ValueKind: JsonValueKind.Number } found && found.TryGetDecimal(out decimal number) ? number : null;
    }

    static decimal? FromCsv(ReadOnlyMemory<byte> text, string[] steps)
    {
        var sheet = Csv.Read(text);
        if (steps is not [var row, var column] || sheet.Header.IndexOf(column) is not (> 0 and var at))
        {
            return null;
        }

        string[] cells = [.. sheet.Rows.Where(r => r.Cells[0] == row && r.Cells.Length > at).Select(r => r.Cells[at])];
        return cells is [var cell] && decimal.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;
    }

    static JsonElement? Inside(JsonElement at, string step) => at.ValueKind switch
    {
        JsonValueKind.Object when at.TryGetProperty(step, out var inner) => inner,
        JsonValueKind.Array when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < at.GetArrayLength() => at[index],
        _ => null,
    };

    /// <summary>The fields of a measurement with the value read from its file, which becomes its evidence.</summary>
    internal static ImmutableSortedDictionary<string, string> Read(RowDraft draft, LedgerRow row, Circumstances world)
    {
        decimal? value = world.File(row["file"]) is { } bytes ? Read(bytes, row["pointer"], row.Number("factor") ?? 1) : null;
        if (value is not { } number)
        {
            draft.Findings.Add(ProblemCode.LedgerMeasurement, draft.Spot("pointer"), row["pointer"], ("file", row["file"]));
            return row.Fields;
        }

        var evidence = row.Evidence.Contains(row["file"]) ? row.Evidence : row.Evidence.Add(row["file"]);
        return row.Fields.SetItem("value", FieldParser.Plain(number)).SetItem(RegisterSchema.Evidence, string.Join(';', evidence));
    }
}
