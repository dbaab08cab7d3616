using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Suandian.Weather;

namespace Suandian.Reports;

/// <summary>The one JSON of the house: snake_case, choices by name, numbers that read back bit for bit, NaN and ±Infinity as strings, dictionaries sorted.</summary>
static class StudyJson
{
    internal static readonly JsonSerializerOptions Canonical = Options(indented: false);

    internal static readonly JsonSerializerOptions Readable = Options(indented: true);

    /// <summary>SHA-256 of the canonical JSON, lower-case hexadecimal.</summary>
    internal static string Sha256<T>(T data) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(data, Canonical)));

    static JsonSerializerOptions Options(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DictionaryKeyPolicy = null,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
        NewLine = "\n",
        IgnoreReadOnlyProperties = true,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower),
            new SortedMap<double[]>(),
            new SortedMap<WeatherYear>(),
            new RingConverter(),
        },
    };

    /// <summary>Dictionaries in the order of their keys, so that equal content gives equal bytes.</summary>
    sealed class SortedMap<T> : JsonConverter<ImmutableDictionary<string, T>>
    {
        public override ImmutableDictionary<string, T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<SortedDictionary<string, T>>(ref reader, options)!.ToImmutableDictionary();

        public override void Write(Utf8JsonWriter writer, ImmutableDictionary<string, T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new SortedDictionary<string, T>(value, StringComparer.Ordinal), options);
    }

    /// <summary>A ring of the outline as longitude, latitude, longitude, latitude …</summary>
    sealed class RingConverter : JsonConverter<ImmutableArray<(double LongitudeDeg, double LatitudeDeg)>>
    {
        public override ImmutableArray<(double LongitudeDeg, double LatitudeDeg)> Read(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var flat = JsonSerializer.Deserialize<double[]>(ref reader, options)!;
            return [.. Enumerable.Range(0, flat.Length / 2).Select(i => (flat[2 * i], flat[(2 * i) + 1]))];
        }

        public override void Write(
            Utf8JsonWriter writer, ImmutableArray<(double LongitudeDeg, double LatitudeDeg)> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.SelectMany(p => new[] { p.LongitudeDeg, p.LatitudeDeg }).ToArray(), options);
    }
}
