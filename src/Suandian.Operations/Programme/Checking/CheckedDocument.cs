using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Suandian.Operations.Programme.Documents;
using Suandian.Operations.Programme.Documents.Passages;
using Suandian.Operations.Programme.Documents.Targets;
using Suandian.Texts;

namespace Suandian.Operations.Programme.Checking;

/// <summary>A document with what the checks look at: passages, promises, fields, attached letters, parallel forms.</summary>
sealed class CheckedDocument
{
    CheckedDocument(OfficialDocument document)
    {
        Document = document;
        Passages = PassageReader.Read(document);
        Items = ItemReader.Read(Passages);
        Targets = TargetReader.Read(Items).Targets;
        Letters = AttachedLetter.In(Passages);
        Forms = ParallelForm.In(Passages);
        Fields = [.. Passages.SelectMany(FormField.In)];
    }

    /// <summary>The document.</summary>
    internal OfficialDocument Document { get; }

    /// <summary>Paragraphs.</summary>
    internal ImmutableArray<Passage> Passages { get; }

    /// <summary>Paragraphs divided by number.</summary>
    internal ImmutableArray<Item> Items { get; }

    /// <summary>Promises.</summary>
    internal ImmutableArray<DraftTarget> Targets { get; }

    /// <summary>Official letters inside the document.</summary>
    internal ImmutableArray<AttachedLetter> Letters { get; }

    /// <summary>Forms of one kind that stand one after another.</summary>
    internal ImmutableArray<ParallelForm> Forms { get; }

    /// <summary>Every label with its value.</summary>
    internal ImmutableArray<FormField> Fields { get; }

    /// <summary>Paragraphs that are neither of an attached letter nor of a form.</summary>
    internal IEnumerable<Passage> Body => Passages.Where(passage =>
        !Letters.Any(letter => letter.IsAttached && letter.Passages.Contains(passage)) && !Forms.Any(form => form.Passages.Contains(passage)));

    /// <summary>Takes a document apart.</summary>
    internal static CheckedDocument Of(OfficialDocument document) => new(document);

    /// <summary>Every match of a pattern in some paragraphs, with its place.</summary>
    internal static IEnumerable<(Match Match, Passage Passage, TextPlace Place)> Matches(IEnumerable<Passage> passages, Regex pattern) =>
        from passage in passages
        from match in pattern.Matches(passage.Text)
        where match.Length > 0
        select (match, passage, passage.PlaceOf(match.Index, match.Index + match.Length));

    /// <summary>A finding with the sentences of its rule.</summary>
    internal static Finding Found(string rule, IEnumerable<TextPlace> places, params ReadOnlySpan<(string Name, object? Value)> words) =>
        new(CheckRule.Of(rule), [.. places], Phrases.Of($"finding.{rule}.message", words), Phrases.Of($"finding.{rule}.suggestion", words));

    /// <summary>The same with a sentence of its own among those of the rule.</summary>
    internal static Finding Found((string Rule, string Case) which, IEnumerable<TextPlace> places, params ReadOnlySpan<(string Name, object? Value)> words) =>
        new(CheckRule.Of(which.Rule), [.. places], Phrases.Of($"finding.{which.Rule}.{which.Case}.message", words),
            Phrases.Of($"finding.{which.Rule}.{which.Case}.suggestion", words));
}
