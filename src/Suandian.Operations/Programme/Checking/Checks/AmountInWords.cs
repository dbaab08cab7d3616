using System.Globalization;
using System.Text.RegularExpressions;
using Suandian.Operations.Programme.Documents.Quantities;

namespace Suandian.Operations.Programme.Checking.Checks;

/// <summary>D08: an amount of money in words and in figures that differ: 壹佰万元整（￥1200000元）.</summary>
static partial class AmountInWords
{
    const string Formal = "零壹贰叁肆伍陆柒捌玖拾佰仟";
    const string Plain = "零一二三四五六七八九十百千";

    /// <summary>The findings.</summary>
    internal static IEnumerable<Finding> Find(CheckedDocument document)
    {
        foreach (var (match, _, place) in CheckedDocument.Matches(document.Passages, Twice()))
        {
            var words = string.Concat(match.Groups["words"].Value.Select(letter => Formal.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? Plain[at] : letter));
            var figures = match.Groups["figures"].Value.Replace(",", "", StringComparison.Ordinal);
            var factor = match.Groups["power"].Value switch { "万" => 10_000m, "亿" => 100_000_000m, _ => 1m };
            if (ChineseNumeral.Read(words) is { } one && decimal.TryParse(figures, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var other)
                && one != decimal.Floor(other * factor))
            {
                yield return CheckedDocument.Found(("D08", "words"), [place], ("found", match.Value));
            }
        }
    }

    [GeneratedRegex(
        "(?<words>[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]{2,20})[元圆]?[整正]?[（(](?:人民币|小写[:：]?)?[￥¥]?(?<figures>[0-9][0-9,.]*)(?<power>[万亿])?元?[）)]",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Twice();
}
