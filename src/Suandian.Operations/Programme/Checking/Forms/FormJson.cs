using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Suandian.Operations.Programme.Checking.Forms;

/// <summary>A filled form as JSON: arrays money and indicators, object total.</summary>
static class FormJson
{
    /// <summary>The form of a JSON text.</summary>
    /// <exception cref="JsonException">The text is no JSON, or has no array of indicators.</exception>
    internal static FilledForm Read(string name, byte[] bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("indicators", out var indicators) || indicators.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("no array 'indicators'");
        }

        var money = root.TryGetProperty("money", out var block) && block.ValueKind == JsonValueKind.Array ? block.EnumerateArray().Select(Money).ToImmutableArray() : [];
        var rows = indicators.EnumerateArray().Select(Indicator).ToImmutableArray();
        var total = root.TryGetProperty("total", out var last) ? new TotalRow(Cell(last, "total", "weight"), Cell(last, "total", "score")) : null;
        return new FilledForm(name, money, rows, total, indicators.EnumerateArray().Any(row => row.TryGetProperty("evidence", out _)))
        {
            MoneyReason = root.TryGetProperty("money_reason", out var reason) && reason.ValueKind == JsonValueKind.String ? reason.GetString()!.Trim() : "",
        };
    }

    static MoneyRow Money(JsonElement row, int i)
    {
        FormCell Of(string field) => Cell(row, $"money[{i}]", field);
        return new MoneyRow(Of("label"), Of("initial"), Of("budget"), Of("spent"), Of("weight"), Of("rate"), Of("score"));
    }

    static IndicatorRow Indicator(JsonElement row, int i)
    {
        FormCell Of(string field) => Cell(row, $"indicators[{i}]", field);
        return new IndicatorRow
        {
            Name = Of("name"), Group = Of("group").Text, Nature = Of("nature"), Target = Of("target"), Unit = Of("unit"), Done = Of("done"),
            Weight = Of("weight"), Score = Of("score"), Reason = Of("reason"), Evidence = Of("evidence"),
        };
    }

    static FormCell Cell(JsonElement row, string place, string field)
    {
        if (row.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException($"{place} is no object");
        }

        var text = !row.TryGetProperty(field, out var value) ? "" : value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number => value.GetDecimal().ToString(CultureInfo.InvariantCulture),
            JsonValueKind.Null => "",
            _ => throw new JsonException($"{place}.{field} is neither text nor number"),
        };
        return new FormCell($"{place}.{field}", text.Trim());
    }
}
