using System.Text.RegularExpressions;

namespace Suandian.Operations.Programme.Documents.Passages;

/// <summary>The number at the head of a paragraph: 一、 （一） 1. （1） ①.</summary>
/// <param name="Level">100 for 一、, 200 for （一）, 300 for 1., 350 for 1.1, 400 for （1）, 500 for ①.</param>
/// <param name="Label">As sections are quoted: 一, (一), 1, (1), ①.</param>
/// <param name="Number">The number; 0 for 1.1, which is not counted.</param>
/// <param name="Length">Characters it takes.</param>
sealed partial record Enumerator(int Level, string Label, int Number, int Length)
{
    const string Digits = "一二三四五六七八九十";

    /// <summary>The number a text begins with; null where it begins with none.</summary>
    internal static Enumerator? At(string text)
    {
        var match = Head().Match(text);
        if (!match.Success)
        {
            return null;
        }

        if (match.Groups["chinese"] is { Success: true } chinese)
        {
            return new(100, chinese.Value, Chinese(chinese.Value), match.Length);
        }

        if (match.Groups["bracketed"] is { Success: true } bracketed)
        {
            return new(200, $"({bracketed.Value})", Chinese(bracketed.Value), match.Length);
        }

        if (match.Groups["nested"] is { Success: true } nested)
        {
            return new(350, nested.Value, 0, match.Length);
        }

        if (match.Groups["circle"] is { Success: true } circle)
        {
            return Circled(circle.Value[0]);
        }

        var isInner = match.Groups["inner"].Success;
        var digits = match.Groups[isInner ? "inner" : "number"].Value;
        var number = int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
        return isInner ? new(400, $"({digits})", number, match.Length) : new(300, digits, number, match.Length);
    }

    /// <summary>True for ① to ⑳.</summary>
    internal static bool IsCircled(char letter) => letter is >= '①' and <= '⑳';

    /// <summary>The enumerator ① to ⑳.</summary>
    internal static Enumerator Circled(char letter) => new(500, letter.ToString(), letter - '①' + 1, 1);

    /// <summary>一 to 九十九.</summary>
    static int Chinese(string digits)
    {
        var ten = digits.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
        {
            return Digits.IndexOf(digits[0], StringComparison.Ordinal) + 1;
        }

        var tens = ten == 0 ? 1 : Digits.IndexOf(digits[0], StringComparison.Ordinal) + 1;
        return (tens * 10) + (ten == digits.Length - 1 ? 0 : Digits.IndexOf(digits[^1], StringComparison.Ordinal) + 1);
    }

    [GeneratedRegex(
        @"^(?:(?<chinese>[一二三四五六七八九十]{1,3})、|[（(](?<bracketed>[一二三四五六七八九十]{1,3})[）)]|(?<circle>[①-⑳])"
        + @"|(?<nested>\d{1,2}(?:\.\d{1,2}){1,3})(?=[^\d.,，%])(?!万|亿|[A-Za-z]|个|家|元)"
        + @"|(?<number>\d{1,2})(?:[.．、](?!\d))|[（(](?<inner>\d{1,2})[）)])",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Head();
}
