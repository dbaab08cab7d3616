using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Suandian.Operations.Programme.Documents;
using Suandian.Operations.Programme.Documents.Lexicon;
using Suandian.Operations.Programme.Documents.Targets;

namespace Suandian.Operations.Programme.Checking.Checks;

/// <summary>D20, X02: slips of the pen, units that are not official, + for at least, uneven blanks, half-width punctuation.</summary>
static partial class Wording
{
    /// <summary>Places told of each of two uneven ways.</summary>
    const int MostPlaces = 3;

    static readonly ImmutableArray<(Regex Wrong, string Right)> Slips =
        [.. LexiconFile.Rows("slips").Select(row => (new Regex(row[0], RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)), row[1]))];

    /// <summary>The findings.</summary>
    internal static IEnumerable<Finding> Find(CheckedDocument document) =>
        [.. Slipped(document), .. Repeated(document), .. Units(document), .. Blanks(document), .. HalfWidth(document)];

    static IEnumerable<Finding> Slipped(CheckedDocument document) =>
        from slip in Slips
        from hit in CheckedDocument.Matches(document.Passages, slip.Wrong)
        select CheckedDocument.Found(("D20", "slip"), [hit.Place], ("found", hit.Match.Value), ("right", slip.Right));

    /// <summary>A character or word written twice: 项目 目, 配套配套.</summary>
    static IEnumerable<Finding> Repeated(CheckedDocument document)
    {
        foreach (var line in document.Document.Lines.Where(line => line.Table is null))
        {
            foreach (Match match in StrayLetter().Matches(line.Text))
            {
                yield return CheckedDocument.Found(("D20", "stray"), [new TextPlace(line.Number, match.Index + 1, match.Value)], ("found", match.Value));
            }
        }

        foreach (var (match, _, place) in CheckedDocument.Matches(document.Passages, DoubledWord()))
        {
            yield return CheckedDocument.Found(("D20", "double"), [place], ("found", match.Value), ("right", match.Groups["word"].Value));
        }
    }

    static IEnumerable<Finding> Units(CheckedDocument document)
    {
        foreach (var target in document.Targets.Where(target => target.Doubts.Contains(DraftDoubt.UnofficialUnit)))
        {
            yield return CheckedDocument.Found(("D20", "unit"), target.Places, ("found", target.UnitLiteral), ("right", target.Unit));
        }

        var signs = document.Targets.Where(target => target.Doubts.Contains(DraftDoubt.PlusSign)).ToArray();
        if (signs.Length > 0)
        {
            var right = string.Join('、', signs.Select(WithWords));
            yield return CheckedDocument.Found(("D20", "plus"), signs.Select(sign => sign.Places[0]),
                ("found", string.Join('、', signs.Select(sign => sign.Literal))), ("right", right));
        }
    }

    /// <summary>20+ as 20 家以上; a unit that stands before the sign is not written twice.</summary>
    static string WithWords(DraftTarget sign)
    {
        var number = sign.Literal.Split('+')[0];
        return sign.Unit is null || char.IsAsciiDigit(number[^1]) ? $"{number} {sign.Unit}以上".Replace(" 以上", "以上", StringComparison.Ordinal) : number + "以上";
    }

    /// <summary>A blank between number and unit in some places and not in others.</summary>
    static IEnumerable<Finding> Blanks(CheckedDocument document)
    {
        var lines = document.Document.Lines.Where(line => line.Table is null && !line.Text.Contains('\t', StringComparison.Ordinal)).ToArray();
        var (apart, close) = (Places(lines, NumberApart()), Places(lines, NumberClose()));
        if (Math.Min(apart.Length, close.Length) > 1)
        {
            yield return CheckedDocument.Found(("D20", "blank"), apart.Take(MostPlaces).Concat(close.Take(MostPlaces)), ("apart", apart.Length), ("close", close.Length));
        }
    }

    static TextPlace[] Places(IEnumerable<DocumentLine> lines, Regex pattern) =>
    [
        .. from line in lines
           from match in pattern.Matches(line.Text)
           select new TextPlace(line.Number, match.Index + 1, match.Value),
    ];

    static IEnumerable<Finding> HalfWidth(CheckedDocument document)
    {
        var places = Places(document.Document.Lines.Where(line => line.Table is null), HalfWidthMark());
        if (places.Length > 0)
        {
            yield return CheckedDocument.Found("X02", places.DistinctBy(place => place.Line), ("count", places.Length));
        }
    }

    [GeneratedRegex(@"(?<letter>[\u4e00-\u9fff])[ \u3000]+\k<letter>(?=[\u4e00-\u9fff])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StrayLetter();

    /// <summary>A word of two or three characters twice in a row; 一步一步 and words of one doubled character are no slips.</summary>
    [GeneratedRegex(@"(?<word>(?!一)(?!(?<a>[\u4e00-\u9fff])\k<a>)[\u4e00-\u9fff]{2,3})\k<word>(?!\k<word>)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DoubledWord();

    [GeneratedRegex(@"\d[ \u3000]+(?=[万亿]?(?:平方?米|人次|公里|千瓦|人|名|家|所|项|次|套|栋|个|亩|吨|元|场|条|座|处))", RegexOptions.None, 1000)]
    private static partial Regex NumberApart();

    [GeneratedRegex(@"\d(?=[万亿]?(?:平方?米|人次|公里|千瓦|人|名|家|所|项|次|套|栋|个|亩|吨|元|场|条|座|处))", RegexOptions.None, 1000)]
    private static partial Regex NumberClose();

    [GeneratedRegex(@"(?<=[\u4e00-\u9fff”》）])[,;:?!](?=\s*[\u4e00-\u9fff“《（\t])|(?<=[\u4e00-\u9fff])\.(?=\s|$)", RegexOptions.None, 1000)]
    private static partial Regex HalfWidthMark();
}
