using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Suandian.Cases;
using Suandian.Texts;

namespace Suandian.Operations.Sweeps;

/// <summary>Everything the results of a sweep depend on; equal definitions give equal results.</summary>
public sealed record SweepDefinition
{
    static readonly JsonSerializerOptions Written = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
        IgnoreReadOnlyProperties = true,
    };

    /// <summary>Product and version with its commit.</summary>
    public required string Program { get; init; }

    /// <summary>The case inside the folder case/: its workbook, or empty where the folder is the case.</summary>
    public required string Workbook { get; init; }

    /// <summary>Each <c>name=values</c>, in order.</summary>
    public required ImmutableArray<string> Sets { get; init; }

    /// <summary>True where values go side by side.</summary>
    public required bool Zip { get; init; }

    /// <summary>Options that change results, sorted by name.</summary>
    public required ImmutableSortedDictionary<string, string> Options { get; init; }

    /// <summary>Files of the case with their SHA-256, sorted by path.</summary>
    public required ImmutableArray<FileRead> Inputs { get; init; }

    /// <summary>SHA-256 of the definition, lower-case hexadecimal.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(ToJson()));

    /// <summary>The definition as JSON, UTF-8, LF.</summary>
    public byte[] ToJson() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Written), (byte)'\n'];

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">The text is no definition.</exception>
    public static SweepDefinition FromJson(byte[] json) =>
        JsonSerializer.Deserialize<SweepDefinition>(json, Written) ?? throw new JsonException("null is no definition");

    /// <summary>What differs from an earlier definition, one sentence each; empty where both are equal.</summary>
    public IReadOnlyList<Text> DifferencesFrom(SweepDefinition earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        var differences = new List<Text>();
        void Compare(string key, string before, string now)
        {
            if (before != now)
            {
                differences.Add(Phrases.Of("sweep.changed." + key, ("before", before), ("now", now)));
            }
        }

        Compare("program", earlier.Program, Program);
        Compare("sets", Said(earlier), Said(this));
        Compare("options", Said(earlier.Options), Said(Options));
        string[] files = [.. earlier.Inputs.Except(Inputs).Concat(Inputs.Except(earlier.Inputs)).Select(f => f.Path).Distinct().Order(StringComparer.Ordinal)];
        if (files.Length > 0 || earlier.Workbook != Workbook)
        {
            differences.Add(Phrases.Of("sweep.changed.files", ("files", string.Join(", ", files))));
        }

        return differences;
    }

    static string Said(SweepDefinition definition) => string.Join(" ", definition.Sets) + (definition.Zip ? " --zip" : "");

    static string Said(ImmutableSortedDictionary<string, string> options) =>
        options.IsEmpty ? "–" : string.Join(" ", options.Select(o => $"{o.Key}={o.Value}"));
}
