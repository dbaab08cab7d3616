using System.Collections.Frozen;
using System.Collections.Immutable;
using Suandian.Operations.Programme.Documents.Lexicon;
using Suandian.Texts;

namespace Suandian.Operations.Programme.Checking.Forms;

/// <summary>Something wrong in a filled form.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Cells">Cells it is about, the first one to be corrected.</param>
/// <param name="Message">What is the matter.</param>
/// <param name="Suggestion">What to do.</param>
public sealed record FormFinding(FormRule Rule, ImmutableArray<FormCell> Cells, Text Message, Text Suggestion)
{
    /// <summary>A finding with the sentences of its rule.</summary>
    internal static FormFinding Of(string rule, ImmutableArray<FormCell> cells, params ReadOnlySpan<(string Name, object? Value)> words) =>
        new(FormRule.Of(rule), cells, Phrases.Of($"form.{rule}.message", words), Phrases.Of($"form.{rule}.suggestion", words));
}

/// <summary>A rule of the form checker; form_rules.csv is the table, the sentences are <c>form.ID.…</c>.</summary>
/// <param name="Id">Such as F01.</param>
/// <param name="Name">Short name, such as money-total.</param>
/// <param name="Severity">How much hangs on it.</param>
public sealed record FormRule(string Id, string Name, FindingSeverity Severity)
{
    static readonly FrozenDictionary<string, FormRule> Table = LexiconFile.Rows("form_rules")
        .Select(row => new FormRule(row[0], row[1], Enum.Parse<FindingSeverity>(row[2], ignoreCase: true))).ToFrozenDictionary(rule => rule.Id);

    /// <summary>Every rule, by id.</summary>
    public static ImmutableArray<FormRule> All { get; } = [.. Table.Values.OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>What the rule asks, in a few words.</summary>
    public Text Title => Phrases.Of($"form.{Id}.title");

    /// <summary>The rule of an id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static FormRule Of(string id) => Table[id];
}
