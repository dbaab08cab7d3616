using System.Globalization;

namespace Suandian.Operations.Programme.Forms.Official;

/// <summary>Numbers of headings, tables and figures, in order.</summary>
sealed class HeadingNumbers(Language language)
{
    const string Digits = "零一二三四五六七八九";

    readonly int[] _counts = new int[4];
    int _tables, _figures;

    /// <summary>The heading with its number: 一、总体情况; in English 1 or 1.1 before it.</summary>
    internal string Next(OfficialHeading heading)
    {
        if (heading.Level is < 1 or > 4)
        {
            throw new ArgumentOutOfRangeException(nameof(heading), heading.Level, "a heading has level 1 to 4");
        }

        int at = heading.Level - 1;
        _counts[at]++;
        Array.Clear(_counts, at + 1, 3 - at);
        if (language == Language.En)
        {
            return string.Join('.', _counts.Take(heading.Level).Select(c => c.ToString(CultureInfo.InvariantCulture))) + " " + heading.Text;
        }

        int number = _counts[at];
        return heading.Level switch
        {
            1 => $"{Chinese(number)}、{heading.Text}",
            2 => $"（{Chinese(number)}）{heading.Text}",
            3 => string.Create(CultureInfo.InvariantCulture, $"{number}.{heading.Text}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"（{number}）{heading.Text}"),
        };
    }

    /// <summary>表1 and its caption.</summary>
    internal string Table(string caption) => Caption(language == Language.Zh ? "表" : "Table ", ++_tables, caption);

    /// <summary>图1 and its caption.</summary>
    internal string Figure(string caption) => Caption(language == Language.Zh ? "图" : "Figure ", ++_figures, caption);

    /// <summary>A number from 1 to 99 in Chinese: 十二, 二十, 二十一.</summary>
    internal static string Chinese(int number)
    {
        if (number is < 1 or > 99)
        {
            throw new ArgumentOutOfRangeException(nameof(number), number, "written from 1 to 99");
        }

        var (tens, ones) = Math.DivRem(number, 10);
        string ten = tens == 0 ? "" : tens == 1 ? "十" : Digits[tens] + "十";
        return ten + (ones == 0 ? "" : Digits[ones].ToString());
    }

    static string Caption(string kind, int number, string caption) => string.Create(CultureInfo.InvariantCulture, $"{kind}{number}　{caption}");
}
