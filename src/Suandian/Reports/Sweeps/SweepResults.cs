using System.Collections.Immutable;
using Suandian.Cases.Variations;

namespace Suandian.Reports.Sweeps;

/// <summary>All that the results of a sweep show.</summary>
public sealed record SweepResults
{
    /// <summary>Name of the case.</summary>
    public required Text Name { get; init; }

    /// <summary>Product and version, such as <c>Suandian 0.1.0</c>.</summary>
    public required string Product { get; init; }

    /// <summary>SHA-256 of the definition.</summary>
    public required string Sha256 { get; init; }

    /// <summary>What was varied.</summary>
    public required ImmutableArray<SweepAxis> Axes { get; init; }

    /// <summary>Values of every variant by its number less one: one text per axis.</summary>
    public required ImmutableArray<ImmutableArray<string>> Values { get; init; }

    /// <summary>Result of every variant by its number less one; null where there is none.</summary>
    public required ImmutableArray<VariantResult?> Results { get; init; }

    /// <summary>Weather sites whose year is synthetic.</summary>
    public ImmutableArray<Text> SyntheticWeather { get; init; } = [];

    /// <summary>Weeks the plans were computed on; null for the whole year.</summary>
    public int? Weeks { get; init; }

    /// <summary>Figures any variant has, in the order in which they first appear; the values are those of that variant.</summary>
    internal IEnumerable<VariantFigure> Columns => Results.Where(r => r is not null).SelectMany(r => r!.Figures).DistinctBy(f => f.Column);

    /// <summary>How a variant ended, as it stands in the results: a status, or <c>missing</c>.</summary>
    internal string StatusOf(int index) => Results[index] is { } result ? Figures.SnakeNames.Of(result.Status) : "missing";

    /// <summary>Value of a figure; NaN without a plan, 0 where a plan has nothing of the kind (no wind built, a component of no capacity).</summary>
    internal double ValueOf(int index, string column) => Results[index] is not { Figures.IsEmpty: false } result ? double.NaN
        : result.Figures.Any(f => f.Column == column) ? result[column] : 0;

    /// <summary>The axes of variations.</summary>
    public static ImmutableArray<SweepAxis> AxesOf(CaseVariations sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        return [.. sweep.Variations.Select(v => new SweepAxis(v.Name, v.Column, v.Unit, v.Meaning, v.IsWords, v.IsFactor))];
    }
}

/// <summary>One thing that was varied.</summary>
/// <param name="Name">Name as the user wrote it.</param>
/// <param name="Column">Name of its column in results.</param>
/// <param name="Unit">Unit; empty for words and factors.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="IsWords">True where the values are words.</param>
/// <param name="IsFactor">True where the values multiply what the case holds.</param>
public sealed record SweepAxis(string Name, string Column, string Unit, Text Meaning, bool IsWords, bool IsFactor)
{
    /// <summary>The unit for people.</summary>
    public string UnitIn(Language language) => language == Language.Zh ? Unit.Replace("yuan", "元", StringComparison.Ordinal) : Unit;

    /// <summary>A value with its unit, or ×0.8 for a factor.</summary>
    public string Say(string value, Language language) => IsFactor ? "×" + value : Unit.Length > 0 ? $"{value} {UnitIn(language)}" : value;
}
