using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Suandian.Operations.Programme.Documents.Lexicon;
using Suandian.Operations.Programme.Documents.Passages;
using Suandian.Operations.Programme.Documents.Targets;

namespace Suandian.Operations.Programme.Checking.Checks;

/// <summary>D01: one organisation under several spellings. The form in the attached approval is the reference.</summary>
static partial class NameSpelling
{
    /// <summary>Names shorter than this are too alike by nature.</summary>
    const int ShortestName = 6;

    /// <summary>Names of at least this length may differ by one character and still be the same.</summary>
    const int LongName = 9;

    /// <summary>Characters that make another name of a name.</summary>
    const string Distinguishing = "省市县区乡镇村州盟旗第一二三四五六七八九十东西南北中上下新老大小前后";

    static readonly string[] NameLabels =
    [
        "供应商", "采购人", "实施单位", "建设单位", "承办单位", "中标人", "投标人", "项目单位", "业主单位", "单位名称", "乙方", "甲方",
    ];

    static readonly ImmutableArray<string> Suffixes =
        [.. LexiconFile.Rows("organisation_suffixes").Select(row => row[0]).OrderByDescending(suffix => suffix.Length)];

    /// <summary>Endings of names as they are mistyped.</summary>
    static readonly ImmutableArray<(string Suffix, string Slip)> Slips = [.. LexiconFile.Rows("suffix_slips").Select(row => (row[0], row[1]))];

    /// <summary>The findings.</summary>
    internal static IEnumerable<Finding> Find(CheckedDocument document)
    {
        var done = new HashSet<string>();
        var known = new List<string>();
        foreach (var (name, isOfficial) in Names(document))
        {
            var letters = Letters(name);
            if (letters.Length < ShortestName || !done.Add(string.Concat(letters.Order())) || known.Any(other => letters.EndsWith(other, StringComparison.Ordinal)))
            {
                continue; // told already, or a known name with the words before it
            }

            known.Add(letters);

            var seen = document.Passages.SelectMany(passage => Occurrences(passage, letters)).ToArray();
            var reference = isOfficial ? name
                : seen.GroupBy(hit => hit.Written).OrderByDescending(group => group.Count()).Select(group => group.Key).FirstOrDefault(name);
            var others = seen.Where(hit => hit.Written != reference).ToArray();
            if (others.Length > 0)
            {
                var forms = string.Join('、', others.GroupBy(hit => hit.Written).Select(group => $"{group.Key}（{group.Count()}）"));
                yield return CheckedDocument.Found("D01", others.Select(hit => hit.Place), ("name", reference), ("forms", forms));
            }
        }
    }

    /// <summary>Names the document vouches for: of an approval first, then of its fields.</summary>
    static IEnumerable<(string Name, bool IsOfficial)> Names(CheckedDocument document)
    {
        foreach (var letter in document.Letters.Where(letter => letter.Subject.Length > 0))
        {
            yield return (letter.Subject, true);
        }

        foreach (var field in document.Fields.Where(field => NameLabels.Any(label => field.Label.Contains(label, StringComparison.Ordinal))))
        {
            if (Suffixes.Any(suffix => field.Value.EndsWith(suffix, StringComparison.Ordinal)))
            {
                yield return (field.Value, false);
            }
        }

        foreach (var name in InText(document))
        {
            yield return (name, false);
        }
    }

    /// <summary>Names of the running text that stand there twice in one form or hold brackets; the boundary is a mark or a word that leads over.</summary>
    static IEnumerable<string> InText(CheckedDocument document) => CheckedDocument.Matches(document.Passages, Organisation())
        .Select(hit => hit.Match.Groups["name"].Value).Where(name => Letters(name).Length >= ShortestName)
        .GroupBy(name => name).Where(group => group.Count() > 1 || group.Key.Any(letter => letter is '（' or '('))
        .OrderByDescending(group => group.Count()).Select(group => group.Key);

    /// <summary>Stretches of a paragraph that have the letters of a name, whatever their order, brackets and blanks.</summary>
    static IEnumerable<(string Written, TextPlace Place)> Occurrences(Passage passage, string name)
    {
        var text = passage.Text;
        var suffix = Suffixes.FirstOrDefault(suffix => name.EndsWith(suffix, StringComparison.Ordinal)) ?? name[^2..];
        foreach (var written in (string[])[suffix, .. Slips.Where(slip => slip.Suffix == suffix).Select(slip => slip.Slip)])
        {
            for (var at = text.IndexOf(written, StringComparison.Ordinal); at >= 0; at = text.IndexOf(written, at + 1, StringComparison.Ordinal))
            {
                var end = at + written.Length;
                foreach (var count in name.Length < LongName ? [name.Length] : (int[])[name.Length, name.Length - 1, name.Length + 1])
                {
                    if (Back(text, end, count) is { } start && IsSame(Letters(text[start..at]) + suffix, name))
                    {
                        yield return Surface(passage, start, end);
                        break;
                    }
                }
            }
        }
    }

    /// <summary>Where a stretch of so many letters before a place begins; only brackets and blanks lie between.</summary>
    static int? Back(string text, int end, int letters)
    {
        var at = end;
        while (at > 0 && letters > 0)
        {
            at--;
            if (IsLetter(text[at]))
            {
                letters--;
            }
            else if (!IsBracket(text[at]))
            {
                return null;
            }
        }

        return letters == 0 ? at : null;
    }

    /// <summary>The words as written, with a bracket that opens or closes just outside.</summary>
    static (string Written, TextPlace Place) Surface(Passage passage, int start, int end)
    {
        var text = passage.Text;
        var inside = text[start..end];
        var opens = inside.Count(letter => letter is '（' or '(');
        var closes = inside.Count(letter => letter is '）' or ')');
        start -= opens < closes && start > 0 && text[start - 1] is '（' or '(' ? 1 : 0;
        end += opens > closes && end < text.Length && text[end] is '）' or ')' ? 1 : 0;
        var place = passage.PlaceOf(start, end);
        var isWhole = passage.LineAt(start) == passage.LineAt(end - 1);
        return (isWhole ? place.Quote.Trim() : text[start..end], place);
    }

    /// <summary>The same letters in another order, or one letter more, less or other in a long name.</summary>
    static bool IsSame(string letters, string name)
    {
        if (letters.Length == name.Length)
        {
            if (letters.Order().SequenceEqual(name.Order()))
            {
                return true;
            }

            var differing = Enumerable.Range(0, name.Length).Where(i => letters[i] != name[i]).ToArray();
            return name.Length >= LongName && differing is [> 2 and var only] && !IsDistinguishing(letters[only]) && !IsDistinguishing(name[only]);
        }

        var (shorter, longer) = letters.Length < name.Length ? (letters, name) : (name, letters);
        var extra = Enumerable.Range(0, longer.Length).FirstOrDefault(i => longer.Remove(i, 1) == shorter, -1);
        return extra > 1 && !IsDistinguishing(longer[extra]);
    }

    static bool IsDistinguishing(char letter) => Distinguishing.Contains(letter, StringComparison.Ordinal);

    static string Letters(string text) => string.Concat(text.Where(IsLetter));

    static bool IsLetter(char letter) => LineCleaner.IsHan(letter) || char.IsAsciiLetterOrDigit(letter);

    /// <summary>A name with an ending of organisations, from a mark or a word that leads over to it.</summary>
    [GeneratedRegex(
        @"(?:^|[，。；：:、“”《》\t|]|由|与|和|请|经|据|向|同|委托|会同|联合|根据|交|设立|成立|组建)(?<name>(?!由|与|和|请|经|据|向|同|委托)[\u4e00-\u9fff（）()]{4,24}?(?:研究院|研究所|有限公司|集团|协会|学会|联合会|基金会|合作社))",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Organisation();

    static bool IsBracket(char letter) => letter is '（' or '）' or '(' or ')' or ' ' or '·' or '、';
}
