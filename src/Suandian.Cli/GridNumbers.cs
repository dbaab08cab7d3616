using System.Globalization;
using System.Text.Json.Nodes;

namespace Suandian.Cli;

/// <summary>Numbers of a grid in tables and documents.</summary>
static class GridNumbers
{
    /// <summary>Fixed decimals; a round-off below nothing is written as 0, and a dash where there is no number or no limit.</summary>
    internal static string Number(double value, int digits) => !double.IsFinite(value) ? "–"
        : (Math.Round(value, digits) + 0.0).ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>A small number by its size.</summary>
    internal static string Size(double value) => value.ToString("0.0e+0", CultureInfo.InvariantCulture);

    /// <summary>A number of a document; null where there is none.</summary>
    internal static JsonNode? Value(double value) => double.IsFinite(value) ? value : null;

    /// <summary>A list of a document.</summary>
    internal static JsonArray Nodes(int count, Func<int, JsonObject> node) => new([.. Enumerable.Range(0, count).Select(i => (JsonNode)node(i))]);
}
