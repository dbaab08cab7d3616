using System.Globalization;
using System.Text.RegularExpressions;
using Suandian.Cases;
using Suandian.Cases.Tables;

namespace Suandian.Operations.Programme.Sheets;

/// <summary>A number as a promise writes it.</summary>
/// <param name="Value">The number, or the lower bound of a range.</param>
/// <param name="Upper">Upper bound of a range, included; null for a single number.</param>
/// <param name="Comparator">As written (≥, 不低于, 以上, + and so on); null where the text names none.</param>
/// <param name="Unit">Unit as written, 平米 as 平方米; empty where the text names none.</param>
public sealed partial record SheetQuantity(decimal Value, decimal? Upper, Comparator? Comparator, string Unit)
{
    static readonly (string Word, Comparator Comparator)[] Before =
    [
        ("≥", Programme.Comparator.AtLeast), (">=", Programme.Comparator.AtLeast), ("不低于", Programme.Comparator.AtLeast), ("不少于", Programme.Comparator.AtLeast),
        ("不小于", Programme.Comparator.AtLeast), ("至少", Programme.Comparator.AtLeast), ("≤", Programme.Comparator.AtMost), ("<=", Programme.Comparator.AtMost),
        ("不超过", Programme.Comparator.AtMost), ("不高于", Programme.Comparator.AtMost), ("不多于", Programme.Comparator.AtMost), ("至多", Programme.Comparator.AtMost),
        ("=", Programme.Comparator.Equal),
    ];

    static readonly (string Word, Comparator Comparator)[] After =
    [
        ("及以上", Programme.Comparator.AtLeast), ("以上", Programme.Comparator.AtLeast), ("+", Programme.Comparator.AtLeast),
        ("及以下", Programme.Comparator.AtMost), ("以下", Programme.Comparator.AtMost), ("以内", Programme.Comparator.AtMost),
    ];

    /// <summary>Reads a text such as ≥3000人次, 2万平米, 150+, 3-5家, 80 家以上; full-width digits are understood.</summary>
    /// <param name="text">The text.</param>
    /// <param name="unit">Unit of the result; a physical unit is converted to it, a word for counting must be it; empty to take the unit of the text.</param>
    /// <returns>The quantity; null where the text is none, or its unit is another one.</returns>
    /// <remarks>以上, 以下, 以内 include the number itself: 民法典 第一千二百五十九条.</remarks>
    public static SheetQuantity? Read(string text, string unit)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(unit);
        string plain = Cell.Trim(Cell.HalfWidth(text));
        Comparator? comparator = null;
        foreach (var (word, meant) in Before.Where(b => plain.StartsWith(b.Word, StringComparison.Ordinal)).Take(1))
        {
            (plain, comparator) = (plain[word.Length..].TrimStart(), meant);
        }

        foreach (var (word, meant) in After.Where(a => plain.EndsWith(a.Word, StringComparison.Ordinal)).Take(1))
        {
            (plain, comparator) = (plain[..^word.Length].TrimEnd(), comparator ?? meant);
        }

        if (Range().Match(plain) is { Success: true } range)
        {
            string last = range.Groups["last"].Value;
            string first = range.Groups["first"].Value + (range.Groups["unit"].Length > 0 ? "" : Ending().Match(last).Value);
            return Single(first, unit) is { } lower && Single(last, unit) is { } upper && lower.Unit == upper.Unit && lower.Value < upper.Value
                ? new SheetQuantity(lower.Value, upper.Value, Programme.Comparator.Range, lower.Unit)
                : null;
        }

        return Single(plain, unit) is { } single ? new SheetQuantity(single.Value, null, comparator, single.Unit) : null;
    }

    /// <summary>As people write it: ≥3000人次, 5—10名.</summary>
    public override string ToString()
    {
        string sign = Comparator is { } comparator && Upper is null ? Sign(comparator) : "";
        string number = Upper is { } upper ? $"{Plain(Value)}—{Plain(upper)}" : Plain(Value);
        return sign + number + Unit;
    }

    /// <summary>≥, ≤, =, or 区间 for a range.</summary>
    internal static string Sign(Comparator comparator) => comparator switch
    {
        Programme.Comparator.AtLeast => "≥",
        Programme.Comparator.AtMost => "≤",
        Programme.Comparator.Equal => "=",
        _ => "区间",
    };

    /// <summary>A number without trailing zeros, without separators.</summary>
    internal static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>One number and its unit.</summary>
    static (decimal Value, string Unit)? Single(string text, string wanted)
    {
        string ending = Ending().Match(text).Value;
        text = text[..^ending.Length].TrimEnd() + ending.TrimStart();
        ending = ending.TrimStart();
        if (wanted.Length > 0 && IsPhysical(wanted))
        {
            return Number(text, wanted) is { } converted ? (converted, wanted) : null;
        }

        var (magnitude, word) = Split(ending);
        string named = Written(word);
        return (wanted.Length == 0 || named.Length == 0 || named == Written(wanted)) && Number(text[..^ending.Length] + magnitude, "") is { } value
            ? (value, wanted.Length == 0 ? named : wanted)
            : null;
    }

    static decimal? Number(string text, string unit)
    {
        var reading = Notation.Read(text, unit);
        return reading.Outcome == NotationOutcome.Number && Math.Abs(reading.Value) < 1e15 ? (decimal)reading.Value : null;
    }

    /// <summary>万 of 万人次 belongs to the number; 万元, 万千瓦 and 千克 are units of their own.</summary>
    static (string Magnitude, string Word) Split(string ending)
    {
        string magnitude = Magnitude().Match(ending).Value;
        string word = ending[magnitude.Length..].TrimStart();
        bool isKilo = magnitude.EndsWith('千') && word.Length > 0 && "瓦克米伏".Contains(word[0], StringComparison.Ordinal);
        bool isOne = word.StartsWith('元') || isKilo;
        return isOne ? ("", ending) : (magnitude, word);
    }

    /// <summary>True for units that convert: lengths, areas, money, power, shares; false for words that count things.</summary>
    static bool IsPhysical(string unit) =>
        Units.Parse(unit) is { IsBare: false } parsed && !parsed.Powers.ContainsKey("piece") && !parsed.Powers.ContainsKey("unit");

    static string Written(string unit) => unit switch
    {
        "平米" or "㎡" or "m2" or "m²" => "平方米",
        "百分比" or "百分点" => "%",
        _ => unit.Trim(),
    };

    [GeneratedRegex(@"^(?<first>[0-9][0-9.,]*\s*(?:万|亿|千|百)?)(?<unit>[^0-9~至到-]{0,6}?)\s*(?:-|~|至|到)\s*(?<last>[0-9].*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Range();

    [GeneratedRegex(@"[^0-9.]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ending();

    [GeneratedRegex("^(?:万亿|千万|百万|十万|亿千|万千|亿|万|千|百)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Magnitude();
}
