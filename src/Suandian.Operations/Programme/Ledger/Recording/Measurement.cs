using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Suandian.Cases;

namespace Suandian.Operations.Programme.Ledger.Recording;

/// <summary>A figure of the platform: a number in a stored result file, never typed.</summary>
public static class Measurement
{
    /// <summary>The number a JSON pointer leads to, times a factor; null where it leads to no number.</summary>
    /// <param name="json">Bytes of the result file.</param>
    /// <param name="pointer">JSON pointer such as /figures/green_share_pu. Source: RFC 6901.</param>
    /// <param name="factor">Multiplies the number.</param>
    public static decimal? Read(ReadOnlyMemory<byte> json, string pointer, decimal factor)
    {
        ArgumentNullException.ThrowIfNull(pointer);
        try
        {
            using var document = JsonDocument.Parse(json);
            var at = document.RootElement;
            foreach (string step in pointer.Split('/').Skip(1).Select(s => s.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
            {
                if (Inside(at, step) is not { } inner)
                {
                    return null;
                }

                at = inner;
            }

            return pointer.StartsWith('/') && at.ValueKind == JsonValueKind.Number && at.TryGetDecimal(out decimal number) ? number * factor : null;
        }
        catch (JsonException)
        {
            return null; // no JSON: no number in it
        }
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
