using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Suandian.Operations.Programme.Documents.Lexicon;
using Suandian.Operations.Programme.Documents.Targets;

namespace Suandian.Operations.Programme.Checking.Checks;

/// <summary>D09, D10, D11: what a document of its kind must tell: money, proof of each ground, what went before.</summary>
static class Requirements
{
    /// <summary>Paragraphs at the head that tell what kind of document it is.</summary>
    const int Head = 10;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    static readonly ImmutableArray<(string Rule, Regex Applies, Regex Needs, Regex Anchor)> Table =
        [.. LexiconFile.Rows("requirements").Select(row => (row[0], Pattern(row[1]), Pattern(row[2]), Pattern(row[3])))];

    static readonly ImmutableArray<(Text Ground, Regex Named, Regex Proof)> Grounds =
        [.. LexiconFile.Rows("grounds").Select(row => (new Text(row[0], row[1]), Pattern(row[2]), Pattern(row[3])))];

    /// <summary>The findings.</summary>
    internal static IEnumerable<Finding> Find(CheckedDocument document)
    {
        foreach (var (rule, applies, needs, anchor) in Table)
        {
            if (!AppliesTo(document, applies) || document.Passages.Any(passage => needs.IsMatch(passage.Text)))
            {
                continue;
            }

            var places = CheckedDocument.Matches(document.Passages, anchor).Select(hit => hit.Place).ToArray();
            yield return CheckedDocument.Found(rule, places.Length > 0 ? places : [FirstLine(document)]);
        }

        foreach (var finding in Unproved(document))
        {
            yield return finding;
        }
    }

    /// <summary>The title or the name of the project tells whether a requirement applies.</summary>
    static bool AppliesTo(CheckedDocument document, Regex applies) => document.Passages.Take(Head)
        .Where(passage => passage.Heading > 0 || passage.Text.StartsWith("项目名称", StringComparison.Ordinal)
            || (passage.Text.Length <= 60 && passage.Text[^1] is not ('。' or '；' or '：'))).Any(passage => applies.IsMatch(passage.Text));

    /// <summary>Grounds of law that are named without anything that proves them.</summary>
    static IEnumerable<Finding> Unproved(CheckedDocument document)
    {
        var places = ImmutableArray.CreateBuilder<TextPlace>();
        var names = new List<Text>();
        foreach (var (ground, named, proof) in Grounds)
        {
            var hits = CheckedDocument.Matches(document.Body, named).ToArray();
            var quoting = hits.Select(hit => hit.Passage).ToHashSet();
            if (hits.Length > 0 && !document.Passages.Any(passage => !quoting.Contains(passage) && proof.IsMatch(passage.Text)))
            {
                places.AddRange(hits.Select(hit => hit.Place));
                names.Add(ground);
            }
        }

        if (names.Count > 0)
        {
            var all = new Text(string.Join('、', names.Select(name => name.Zh)), string.Join(", ", names.Select(name => name.En)));
            yield return CheckedDocument.Found("D10", places, ("grounds", all));
        }
    }

    static TextPlace FirstLine(CheckedDocument document) => document.Passages[0].PlaceOf(0, document.Passages[0].Text.Length);

    static Regex Pattern(string pattern) => new(pattern, RegexOptions.CultureInvariant, Patience);
}
