using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Suandian.Operations.Programme.Documents.Lexicon;
using Suandian.Operations.Programme.Documents.Passages;

namespace Suandian.Operations.Programme.Checking.Checks;

/// <summary>D14: what the body says of a fact against the attached original.</summary>
static class RestatedFacts
{
    static readonly ImmutableArray<(Text Fact, Regex Pattern)> Table =
        [.. LexiconFile.Rows("facts").Select(row => (new Text(row[0], row[1]), new Regex(row[2], RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))))];

    /// <summary>The findings, one for each fact told otherwise.</summary>
    internal static IEnumerable<Finding> Find(CheckedDocument document)
    {
        foreach (var letter in document.Letters.Where(letter => letter.IsAttached))
        {
            foreach (var (fact, pattern) in Table)
            {
                var original = First(letter.Passages, pattern);
                var told = First(document.Body, pattern);
                if (original is { } there && told is { } here && Plain(there.Value) != Plain(here.Value)
                    && SpeaksOfOne(here.Value, there.Value))
                {
                    yield return CheckedDocument.Found("D14", [here.Place, there.Place],
                        ("fact", fact), ("told", here.Value), ("original", there.Value), ("number", letter.Number));
                }
            }
        }
    }

    static (string Value, Documents.Targets.TextPlace Place)? First(IEnumerable<Passage> passages, Regex pattern)
    {
        foreach (var (match, passage, _) in CheckedDocument.Matches(passages, pattern))
        {
            var value = match.Groups["v"];
            return (value.Value.Trim('、', '，'), passage.PlaceOf(value.Index, value.Index + value.Length));
        }

        return null;
    }

    /// <summary>Two statements of one fact share at least two characters in a row.</summary>
    static bool SpeaksOfOne(string told, string original) =>
        Enumerable.Range(0, told.Length - 1).Any(i => original.Contains(told.Substring(i, 2), StringComparison.Ordinal));

    static string Plain(string value) => string.Concat(value.Where(LineCleaner.IsHan));
}
