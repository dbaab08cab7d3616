using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Suandian.Operations.Programme.Documents.Lexicon;

/// <summary>A unit or measure word as a document writes it.</summary>
/// <param name="Literal">As written, such as 平米.</param>
/// <param name="Unit">Official name, such as 平方米.</param>
/// <param name="Factor">What one written unit is in official ones.</param>
/// <param name="Kind">count, area, money, duration, percent …; attribute for what only describes (岁, 千伏).</param>
/// <param name="IsOfficial">False where another name is the official one; symbols of SI count as official.</param>
sealed record MeasureUnit(string Literal, string Unit, decimal Factor, string Kind, bool IsOfficial)
{
    /// <summary>The unit divided by another, such as 元/亩.</summary>
    internal MeasureUnit Per(MeasureUnit other) => new($"{Literal}/{other.Literal}", $"{Unit}/{other.Unit}",
        Factor / other.Factor, Kind, IsOfficial && other.IsOfficial);
}

/// <summary>Units by their written names, and the units that nouns imply.</summary>
static class UnitTable
{
    static readonly FrozenDictionary<char, ImmutableArray<MeasureUnit>> ByFirst = LexiconFile.Rows("units")
        .Select(row => new MeasureUnit(row[0], row[1], decimal.Parse(row[2], CultureInfo.InvariantCulture), row[3], row[4] != "no"))
        .GroupBy(unit => unit.Literal[0])
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(unit => unit.Literal.Length).ToImmutableArray());

    static readonly ImmutableArray<(string Noun, string Unit, string Kind)> Nouns =
        [.. LexiconFile.Rows("implied_units").Select(row => (row[0], row[1], row[2])).OrderByDescending(noun => noun.Item1.Length)];

    static readonly ImmutableArray<(string Noun, string Unit)> Persons = [.. LexiconFile.Rows("counted_persons").Select(row => (row[0], row[1]))];

    static readonly ImmutableArray<(string Noun, string Unit)> Things = [.. LexiconFile.Rows("counted_things").Select(row => (row[0], row[1]))];

    /// <summary>Unit of a number without measure word before a noun for persons: 200 万中小学生; null for other nouns.</summary>
    internal static string? OfPersons(ReadOnlySpan<char> text)
    {
        foreach (var (noun, unit) in Persons)
        {
            if (text.StartsWith(noun))
            {
                return unit;
            }
        }

        return null;
    }

    /// <summary>Unit things are counted in by a number without measure word after them: 签约企业20+; null for other nouns.</summary>
    internal static string? OfThings(ReadOnlySpan<char> text)
    {
        foreach (var (noun, unit) in Things)
        {
            if (text.EndsWith(noun))
            {
                return unit;
            }
        }

        return null;
    }

    /// <summary>Every unit.</summary>
    internal static IEnumerable<MeasureUnit> All => ByFirst.Values.SelectMany(units => units);

    /// <summary>The longest unit a text begins with; null where it begins with none.</summary>
    internal static MeasureUnit? At(ReadOnlySpan<char> text)
    {
        foreach (var unit in text.Length > 0 && ByFirst.TryGetValue(text[0], out var units) ? units : [])
        {
            if (text.StartsWith(unit.Literal) && !IsCutLatin(text, unit.Literal) && !IsFraction(text, unit.Literal))
            {
                return Compound(text[unit.Literal.Length..], unit);
            }
        }

        return null;
    }

    /// <summary>三分之二 has no 分 in it.</summary>
    static bool IsFraction(ReadOnlySpan<char> text, string literal) => literal == "分" && text[1..].StartsWith("之");

    /// <summary>Unit and kind that a noun at the end of a text implies, such as 人 for 参会人数; null where it implies none.</summary>
    internal static (string Unit, string Kind)? Implied(ReadOnlySpan<char> text)
    {
        foreach (var (noun, unit, kind) in Nouns)
        {
            if (text.EndsWith(noun))
            {
                return (unit, kind);
            }
        }

        return null;
    }

    /// <summary>The last noun in a text that implies a unit.</summary>
    internal static (string Noun, string Unit, string Kind)? LastImplied(string text)
    {
        var found = Nouns.Select(noun => (noun, At: text.LastIndexOf(noun.Noun, StringComparison.Ordinal))).Where(hit => hit.At >= 0)
            .OrderByDescending(hit => hit.At + hit.noun.Noun.Length).ThenByDescending(hit => hit.noun.Noun.Length).ToArray();
        return found.Length == 0 ? null : found[0].noun;
    }

    static MeasureUnit Compound(ReadOnlySpan<char> rest, MeasureUnit unit) =>
        rest is ['/', not (>= '0' and <= '9'), ..] && At(rest[1..]) is { } per ? unit.Per(per) : unit;

    /// <summary>A Latin unit does not end inside a word: P is no unit in PDF.</summary>
    static bool IsCutLatin(ReadOnlySpan<char> text, string literal) =>
        char.IsAsciiLetter(literal[^1]) && text.Length > literal.Length && char.IsAsciiLetterOrDigit(text[literal.Length]);
}
