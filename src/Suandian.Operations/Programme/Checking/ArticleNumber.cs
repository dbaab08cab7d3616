using System.Globalization;

namespace Suandian.Operations.Programme.Checking;

/// <summary>Numbers of articles in Chinese figures, as laws write them.</summary>
static class ArticleNumber
{
    const string Digits = "零一二三四五六七八九";

    /// <summary>31 as 三十一, 105 as 一百零五; other text as it is.</summary>
    /// <param name="written">Figures, Arabic or Chinese.</param>
    internal static string Chinese(string written)
    {
        if (!int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is 0 or >= 10_000)
        {
            return written;
        }

        var text = "";
        foreach (var (power, name) in ((int, string)[])[(1000, "千"), (100, "百"), (10, "十"), (1, "")])
        {
            var digit = number / power % 10;
            text += digit > 0 ? Digits[digit] + name : text.Length > 0 && !text.EndsWith('零') ? "零" : "";
        }

        text = text.TrimEnd('零');
        return text.StartsWith("一十", StringComparison.Ordinal) ? text[1..] : text;
    }
}
