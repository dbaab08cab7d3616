using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Suandian.Operations.Programme.Ledger.History;

/// <summary>The one way to write something as JSON, so that equal things have equal hashes.</summary>
/// <remarks>
/// Names sorted by UTF-16 code units, no blanks; in strings only ", \ and control characters are escaped.
/// Source: RFC 8785 (JSON Canonicalization Scheme), sections 3.2.2 and 3.2.3. Numbers are whole and at most 2^53.
/// </remarks>
static class CanonicalJson
{
    /// <summary>An object of texts.</summary>
    internal static string Write(ImmutableSortedDictionary<string, string> fields)
    {
        var json = new StringBuilder("{");
        foreach (var (name, value) in fields)
        {
            Separate(json);
            Append(json, name);
            json.Append(':');
            Append(json, value);
        }

        return json.Append('}').ToString();
    }

    /// <summary>An object of parts that are written already.</summary>
    internal static string Write(ReadOnlySpan<(string Name, string Json)> sorted)
    {
        var json = new StringBuilder("{");
        foreach (var (name, value) in sorted)
        {
            Separate(json);
            Append(json, name);
            json.Append(':').Append(value);
        }

        return json.Append('}').ToString();
    }

    /// <summary>A text in quotes.</summary>
    internal static string Write(string text)
    {
        var json = new StringBuilder();
        Append(json, text);
        return json.ToString();
    }

    /// <summary>Reads an object of texts.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    internal static ImmutableSortedDictionary<string, string> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("not an object");
        }

        var fields = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var property in document.RootElement.EnumerateObject())
        {
            fields[property.Name] = property.Value.ValueKind == JsonValueKind.String
                ? property.Value.GetString()! : throw new JsonException("not a text");
        }

        return fields.ToImmutable();
    }

    static void Separate(StringBuilder json)
    {
        if (json.Length > 1)
        {
            json.Append(',');
        }
    }

    static void Append(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (char letter in text)
        {
            _ = letter switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append("\\\\"),
                '\b' => json.Append("\\b"),
                '\f' => json.Append("\\f"),
                '\n' => json.Append("\\n"),
                '\r' => json.Append("\\r"),
                '\t' => json.Append("\\t"),
                < ' ' => json.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => json.Append(letter),
            };
        }

        json.Append('"');
    }
}
