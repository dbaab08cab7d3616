using System.Collections.Immutable;
using System.Text.Json;
using Suandian.Planning;

namespace Suandian.Reports.Sweeps;

/// <summary>What one variant of a sweep came to: one row of the results. Holds no time and no place, so that equal input gives equal bytes.</summary>
public sealed record VariantResult
{
    /// <summary>Number of the variant, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>SHA-256 of the definition of the sweep it belongs to.</summary>
    public required string Sweep { get; init; }

    /// <summary>What was varied: the values of this variant, in the order of the sweep.</summary>
    public required ImmutableArray<string> Values { get; init; }

    /// <summary>How the plan ended.</summary>
    public required PlanningStatus Status { get; init; }

    /// <summary>Figures of the plan; empty where there is none.</summary>
    public ImmutableArray<VariantFigure> Figures { get; init; } = [];

    /// <summary>Value of a figure; NaN where the variant does not have it.</summary>
    /// <param name="column">Name of its column.</param>
    public double this[string column] => Figures.FirstOrDefault(f => f.Column == column)?.Value ?? double.NaN;

    /// <summary>The result as JSON, UTF-8, one value per line.</summary>
    public byte[] ToJson() => [.. JsonSerializer.SerializeToUtf8Bytes(this, StudyJson.Readable), (byte)'\n'];

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">The text is no result.</exception>
    public static VariantResult FromJson(byte[] json) =>
        JsonSerializer.Deserialize<VariantResult>(json, StudyJson.Readable) ?? throw new JsonException("null is no result");
}

/// <summary>One figure of a variant.</summary>
/// <param name="Column">Name of its column in results, unit last.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Quantity">What it measures.</param>
/// <param name="Value">Value in the stored unit of the quantity.</param>
public sealed record VariantFigure(string Column, Text Title, Quantity Quantity, double Value);
