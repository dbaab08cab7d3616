namespace Suandian.Operations.Programme.Documents.Quantities;

/// <summary>Whole numbers in Chinese figures: 二百, 一千二百零五, 两万, 二十五, 二〇二五.</summary>
static class ChineseNumeral
{
    const string Digits = "零一二三四五六七八九";

    /// <summary>True for a figure such a number is made of.</summary>
    internal static bool IsFigure(char letter) => Digit(letter) >= 0 || Power(letter) > 0;

    /// <summary>The value of a text made of figures only.</summary>
    /// <returns>Null where the figures make no number, such as 十一百.</returns>
    internal static decimal? Read(ReadOnlySpan<char> text)
    {
        decimal total = 0, section = 0;
        var digit = -1;
        foreach (var letter in text)
        {
            var power = Power(letter);
            if (power == 0)
            {
                if (digit > 0)
                {
                    return null; // two digits side by side are no number of this form
                }

                digit = Digit(letter);
            }
            else if (power < 10_000)
            {
                section += (digit <= 0 ? 1 : digit) * power;
                digit = -1;
            }
            else
            {
                section += digit < 0 && section == 0 && total == 0 ? 1 : Math.Max(digit, 0); // 万 alone is one of it
                total = power > 10_000 ? (total + section) * power : total + (section * power);
                (section, digit) = (0, -1);
            }
        }

        return text.Length == 0 ? null : total + section + Tail(text, digit);
    }

    /// <summary>The last figure; 一千二 means 1200.</summary>
    static decimal Tail(ReadOnlySpan<char> text, int digit)
    {
        var before = text.Length > 1 ? Power(text[^2]) : 0;
        return digit <= 0 ? 0 : before >= 100 ? digit * before / 10m : digit;
    }

    static int Digit(char letter) => letter switch
    {
        '两' => 2,
        '〇' => 0,
        _ => Digits.IndexOf(letter, StringComparison.Ordinal),
    };

    static int Power(char letter) => letter switch
    {
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => 0,
    };
}
