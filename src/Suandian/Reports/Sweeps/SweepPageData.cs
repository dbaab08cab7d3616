using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Suandian.Reports.Page;

namespace Suandian.Reports.Sweeps;

/// <summary>The numbers that the curves of a sweep draw, as JSON for the page.</summary>
static class SweepPageData
{
    static readonly JsonSerializerOptions Compact = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Default };

    internal static string Write(SweepResults results, VariantFigure[] shown)
    {
        var all = Enumerable.Range(0, results.Values.Length).ToArray();
        return new JsonObject
        {
            ["axes"] = new JsonArray([.. results.Axes.Select((axis, a) => (JsonNode)Axis(results, axis, a))]),
            ["variants"] = new JsonArray([.. results.Values.Select(v => (JsonNode)new JsonArray([.. v.Select(t => JsonValue.Create(t))]))]),
            ["figures"] = new JsonArray([.. shown.Select(f => (JsonNode)Figure(f, [.. all.Select(i => results.ValueOf(i, f.Column))]))]),
        }.ToJsonString(Compact);
    }

    static JsonObject Axis(SweepResults results, SweepAxis axis, int index) => new()
    {
        ["name"] = axis.Name,
        ["unit"] = new JsonArray(axis.UnitIn(Language.Zh), axis.UnitIn(Language.En)),
        ["factor"] = axis.IsFactor,
        ["words"] = axis.IsWords,
        ["values"] = new JsonArray([.. results.Values.Select(v => v[index]).Distinct().Select(v => JsonValue.Create(v))]),
    };

    static JsonObject Figure(VariantFigure figure, double[] values)
    {
        var factors = new JsonObject();
        foreach (var voice in Voice.All)
        {
            factors[voice.Id] = Numbers.ColumnFactor(figure.Quantity, voice.Language, voice.TenMegawatts);
        }

        return new JsonObject
        {
            ["column"] = figure.Column,
            ["factor"] = factors,
            ["values"] = new JsonArray([.. values.Select(v => double.IsFinite(v) ? JsonValue.Create(Steady(v)) : null)]),
        };
    }

    /// <summary>Eight digits: more than a screen can show, fewer than rounding leaves behind.</summary>
    static double Steady(double value) => double.Parse(value.ToString("G8", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
