using System.Text.RegularExpressions;
using Suandian.Operations.Programme.Documents.Lexicon;

namespace Suandian.Operations.Programme.Documents.Quantities;

/// <summary>Quantities without a figure: 零发生, 清零, 零增长, 全覆盖.</summary>
static partial class ZeroWords
{
    static readonly MeasureUnit Percent = UnitTable.At("%")!;

    /// <summary>Such a quantity that begins at a place; null where none does.</summary>
    internal static Quantity? At(string text, int at)
    {
        var match = Words().Match(text, at);
        if (!match.Success || match.Index != at)
        {
            return null;
        }

        var isCoverage = match.Groups["all"].Success;
        var isGrowth = match.Groups["growth"].Success;
        var end = at + match.Length;
        return new Quantity(at, at, end, end, end)
        {
            Value = isCoverage ? 100 : 0,
            Unit = isCoverage || isGrowth ? Percent : null,
            Comparator = isCoverage ? Comparator.AtLeast : Comparator.AtMost,
            HasWords = true,
            IsZero = !isCoverage,
            IsFullCoverage = isCoverage,
        };
    }

    [GeneratedRegex(
        @"\G(?:(?:实现)?(?<growth>零增长)|(?:实现|保持)?零(?:发生|事故|死亡|投诉|感染|失误|上访|积压)"
        + @"|(?<=[率数量故件情亡])(?:为|保持在?)零(?![\u4e00-\u9fff])|(?:实现)?(?:动态|全部|全面)?清零|(?:实现)?(?<all>全覆盖))",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();
}
