using System.Globalization;
using Suandian.Operations.Programme.Documents.Lexicon;

namespace Suandian.Operations.Programme.Documents.Quantities;

/// <summary>A number as written, before its unit.</summary>
/// <param name="Value">万 and 亿 multiplied out.</param>
/// <param name="Multiplier">What 万, 亿 and the like made of it.</param>
/// <param name="End">Past the number.</param>
/// <param name="IsChinese">Written in Chinese figures.</param>
readonly record struct WrittenNumber(decimal Value, decimal Multiplier, int End, bool IsChinese)
{
    /// <summary>百分之 stands before it, or 成 after it: the value is in per cent.</summary>
    internal bool IsPercent { get; init; }
}

/// <summary>Reads numbers in Arabic and Chinese figures.</summary>
static class NumberScanner
{
    static readonly (string Word, decimal Factor)[] Multipliers =
        [("万亿", 1e12m), ("千万", 1e7m), ("百万", 1e6m), ("亿", 1e8m), ("万", 1e4m), ("千", 1e3m), ("百", 100m)];

    /// <summary>What 成 is the beginning of where it is no tenth.</summary>
    const string NoTenth = "立为果功长员熟本效绩都交品人就分套片";

    /// <summary>The number that begins at a place; null where none does.</summary>
    internal static WrittenNumber? At(string text, int at)
    {
        if (string.CompareOrdinal(text, at, "百分之", 0, 3) == 0)
        {
            return Plain(text, at + 3) is { } percent ? percent with { IsPercent = true } : null;
        }

        return Plain(text, at) is { } number ? Tenths(text, number) : null;
    }

    static WrittenNumber? Plain(string text, int at)
    {
        if (at >= text.Length)
        {
            return null;
        }

        return char.IsAsciiDigit(text[at]) ? Arabic(text, at) : ChineseNumeral.IsFigure(text[at]) ? Chinese(text, at) : null;
    }

    static WrittenNumber? Arabic(string text, int at)
    {
        var end = at;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || IsInner(text, at, end)))
        {
            end++;
        }

        var digits = text[at..end].Replace(",", "", StringComparison.Ordinal).Replace("，", "", StringComparison.Ordinal);
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        foreach (var (word, factor) in UnitTable.At(text.AsSpan(end)) is null ? Multipliers : [])
        {
            if (string.CompareOrdinal(text, end, word, 0, word.Length) == 0)
            {
                return new WrittenNumber(value * factor, factor, end + word.Length, IsChinese: false);
            }
        }

        return new WrittenNumber(value, 1, end, IsChinese: false);
    }

    /// <summary>A decimal point, or a comma that parts thousands.</summary>
    static bool IsInner(string text, int start, int at)
    {
        if (text[at] == '.')
        {
            return at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) && !text[start..at].Contains('.', StringComparison.Ordinal);
        }

        return text[at] is ',' or '，' && at - start <= 3 && at + 3 < text.Length
            && text.AsSpan(at + 1, 3).IndexOfAnyExceptInRange('0', '9') < 0
            && (at + 4 >= text.Length || !char.IsAsciiDigit(text[at + 4]));
    }

    static WrittenNumber? Chinese(string text, int at)
    {
        var end = at;
        while (end < text.Length && ChineseNumeral.IsFigure(text[end]))
        {
            end++;
        }

        if (end < text.Length && text[end - 1] is '千' or '百' && UnitTable.At(text.AsSpan(end - 1)) is { Literal.Length: > 1 })
        {
            end--; // 五千瓦: the unit takes the last figure
        }

        return ChineseNumeral.Read(text.AsSpan(at, end - at)) is { } value ? new WrittenNumber(value, 1, end, IsChinese: true) : null;
    }

    static WrittenNumber Tenths(string text, WrittenNumber number)
    {
        var isTenth = number.Value is > 0 and < 10 && number.Multiplier == 1 && number.End < text.Length && text[number.End] == '成'
            && (number.End + 1 == text.Length || !NoTenth.Contains(text[number.End + 1], StringComparison.Ordinal));
        return isTenth ? number with { Value = number.Value * 10, End = number.End + 1, IsPercent = true } : number;
    }
}
