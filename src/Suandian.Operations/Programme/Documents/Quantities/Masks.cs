using System.Text.RegularExpressions;

namespace Suandian.Operations.Programme.Documents.Quantities;

/// <summary>Which characters of a text can hold no quantity: titles of documents, numbers of articles, brackets, model names.</summary>
static partial class Masks
{
    /// <summary>True for each character that is left out.</summary>
    /// <param name="text">Clean text.</param>
    /// <param name="keepBrackets">True in tables, where brackets often hold the figure.</param>
    internal static bool[] Of(string text, bool keepBrackets = false)
    {
        var mask = new bool[text.Length];
        foreach (var pattern in keepBrackets ? [Titles(), Numbers()] : (Regex[])[Titles(), Numbers(), Brackets()])
        {
            foreach (Match match in pattern.Matches(text))
            {
                mask.AsSpan(match.Index, match.Length).Fill(true);
            }
        }

        return mask;
    }

    /// <summary>True inside quotation marks, where figures in Chinese are names such as 三北.</summary>
    internal static bool[] Quoted(string text)
    {
        var mask = new bool[text.Length];
        foreach (Match match in Quotes().Matches(text))
        {
            mask.AsSpan(match.Index, match.Length).Fill(true);
        }

        return mask;
    }

    [GeneratedRegex("《[^《》]{1,80}》", RegexOptions.None, 1000)]
    private static partial Regex Titles();

    /// <summary>Brackets, apart from those that begin with 其中 or 含 and so tell a part, and those that tell by when: （2025年6月底前）.</summary>
    [GeneratedRegex(
        @"[（(](?!其中|含|包括|(?:拟?于|到)?(?:20\d\d年)?(?:\d{1,2}月|[一二三四]季度|[上下]半年|年)[^（）()，]{0,5}(?:前|内)(?:完成|建成|到位|投用)?[）)])[^（）()]{2,80}[）)]",
        RegexOptions.None, 1000)]
    private static partial Regex Brackets();

    /// <summary>Numbers of documents, articles, meetings, telephones; ratios; model names; five-year plans.</summary>
    [GeneratedRegex(
        @"[〔\[（(【]\s*20\d\d\s*[〕\]）)】]\s*\d+号|第[\d.]+(?:[条章号次届款项类期批个]|季度)?|第[一二三四五六七八九十百零]+|\d+号(?!楼)"
        + @"|\d{3,4}-\d{7,8}|(?<!\d)1[3-9]\d[- ]\d{4}[- ]\d{4}(?!\d)|(?<![\d.])1\d{10}(?!\d)|(?<![\d.])\d+(?:\.\d+)?:\d+(?:\.\d+)?|[A-Za-z]+[A-Za-z.]*\d[\dA-Za-z.]*|\d+[A-Za-z](?=基站|网络|应用|技术|专网|通信|\+)"
        + @"|“[十一二三四五六七八九]{1,3}五”|[十一二三四五]{1,3}届|\d+\+\d+\+?\w*|24小时(?!以|之|内)|百分之百满意",
        RegexOptions.None, 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex("“[^“”]{0,40}”|‘[^‘’]{0,40}’", RegexOptions.None, 1000)]
    private static partial Regex Quotes();
}
