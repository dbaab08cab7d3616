using System.Text.RegularExpressions;
using Suandian.Operations.Programme.Documents.Lexicon;

namespace Suandian.Operations.Programme.Documents.Quantities;

/// <summary>Numbers told roughly or by a word: 百余家, 上千户, 十来座, 三五个, 半数, 翻一番, 数十家.</summary>
static partial class RoughNumbers
{
    static readonly MeasureUnit Percent = UnitTable.At("%")!;
    static readonly MeasureUnit Times = UnitTable.At("倍")!;

    /// <summary>Such a quantity that begins at a place; null where none does.</summary>
    internal static Quantity? At(string text, int at)
    {
        if (text[at] is '翻')
        {
            return Doubled(text, at);
        }

        if (text[at] is '半' or '一' or '过' && Half(text, at) is { } half)
        {
            return half;
        }

        var match = Rough().Match(text, at);
        if (!match.Success || UnitTable.At(text.AsSpan(at + match.Length)) is not { } unit || unit.Kind is "attribute" or "duration" || unit.Literal is "期" or "节")
        {
            return null;
        }

        return match.Groups["several"].Success ? Unclear(at, match.Length, unit) : Number(text, match, unit);
    }

    /// <summary>翻一番 and 翻番 are twice the base, 翻两番 four times it.</summary>
    static Quantity? Doubled(string text, int at)
    {
        var match = Doubling().Match(text, at);
        if (!match.Success)
        {
            return null;
        }

        var written = match.Groups["times"].Value;
        var times = written.Length == 0 ? 1 : ChineseNumeral.Read(written) ?? (written[0] - '0');
        var end = at + match.Length;
        return new Quantity(at, at, end, end, end)
        {
            Value = (decimal)Math.Pow(2, (double)times),
            Unit = Times,
            Comparator = Comparator.AtLeast,
            HasWords = true,
            IsChinese = true,
            IsOfBase = true,
        };
    }

    /// <summary>半数以上, 不少于半数, 过半: half of all.</summary>
    static Quantity? Half(string text, int at)
    {
        var match = Halves().Match(text, at);
        if (!match.Success)
        {
            return null;
        }

        var before = ComparatorWords.Before(text.AsSpan(0, at));
        var end = at + match.Length;
        var isLevel = before?.Comparator is not null || match.Groups["more"].Success;
        return !isLevel ? null : new Quantity(at - (before?.Word.Length ?? 0), at, end, end, end)
        {
            Value = 50,
            Unit = Percent,
            Comparator = match.Groups["more"].Success ? Comparator.AtLeast : before!.Comparator,
            HasWords = true,
            IsChinese = true,
            IsExclusive = text[at] is '过' || before?.Note == "exclusive",
        };
    }

    static Quantity? Number(string text, Match match, MeasureUnit unit)
    {
        var (low, high) = Ends(match.Groups["figures"].Value);
        var scale = match.Groups["scale"].Success ? ChineseNumeral.Read(match.Groups["scale"].Value) : 1;
        (low, high) = (low * scale, high * scale);
        var lead = match.Groups["lead"];
        var words = lead.Length > 0 || match.Index == 0 ? null : ComparatorWords.Before(text.AsSpan(0, match.Index));
        if (low is null || (lead.Length == 0 && match.Groups["trail"].Length == 0 && words is not { Note: "approximate" or "exclusive" or "level" } && high is null))
        {
            return null;
        }

        var end = match.Index + match.Length + unit.Literal.Length;
        var tail = ComparatorWords.After(text.AsSpan(end));
        return new Quantity(match.Index - (words?.Word.Length ?? 0), match.Index, match.Index + match.Length, end, end + (tail?.Word.Length ?? 0))
        {
            Value = low.Value * unit.Factor,
            Max = high * unit.Factor,
            Unit = unit,
            Comparator = high is not null ? Comparator.Range : tail?.Comparator ?? words?.Comparator ?? Comparator.AtLeast,
            IsChinese = true,
            IsApproximate = true,
            IsRough = true,
            IsExclusive = words?.Note == "exclusive" || lead.Value is "超" or "超过" or "逾",
            HasWords = words is not null || lead.Length > 0 || tail is not null,
        };
    }

    /// <summary>百 is 100, 十来 is 10, 三五 runs from 3 to 5, 三四十 from 30 to 40.</summary>
    static (decimal? Low, decimal? High) Ends(string figures)
    {
        if (figures.Length < 2 || Digit(figures[0]) is not { } first || Digit(figures[1]) is not { } second)
        {
            return (ChineseNumeral.Read(figures), null);
        }

        var power = figures.Length == 2 ? 1 : ChineseNumeral.Read(figures.AsSpan(2));
        return first < second && power is not null ? (first * power, second * power) : (null, null);
    }

    static decimal? Digit(char letter) => ChineseNumeral.Read([letter]) is > 0 and < 10 and var value ? value : null;

    /// <summary>数十家, 若干个: nobody can tell how many.</summary>
    static Quantity Unclear(int at, int length, MeasureUnit unit)
    {
        var end = at + length + unit.Literal.Length;
        return new Quantity(at, at, at + length, end, end) { Value = 0, Unit = unit, IsChinese = true, IsUnclear = true };
    }

    [GeneratedRegex(@"\G翻(?<times>[一两二三四1-4])?番", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Doubling();

    [GeneratedRegex(@"\G(?:(?:半数|一半)(?<more>以上)?|(?<more>过半数))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Halves();

    /// <summary>百余, 上千, 十来, 三五 and their kind; 数十 and 若干 without an end.</summary>
    [GeneratedRegex(
        @"\G(?:(?<several>(?:数|几|好几|成)[十百千万亿]+余?|若干)|(?<lead>上|超过|超|逾|近)?(?<![一二两三四五六七八九十百千万亿\d])(?<figures>[百千万亿]+)(?!分之)(?<trail>[余多来])?"
        + @"|(?<figures>[一二两三四五六七八九]?[十百千])(?<trail>[余多来])(?<scale>[万亿])"
        + @"|(?<figures>[一二两三四五六七八九]?十)(?<trail>来)|(?<![一二两三四五六七八九十百千万亿\d第])(?<figures>[一二两三四五六七八九]{2}[十百千万]?))",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rough();
}
