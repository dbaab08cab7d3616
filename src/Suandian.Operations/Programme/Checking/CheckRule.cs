using System.Collections.Frozen;
using System.Collections.Immutable;
using Suandian.Operations.Programme.Documents.Lexicon;
using Suandian.Texts;

namespace Suandian.Operations.Programme.Checking;

/// <summary>A rule of the document checker; rules.csv is the table, the sentences are <c>finding.ID.…</c>.</summary>
/// <param name="Id">Such as D01.</param>
/// <param name="Name">Short name, such as entity-spelling.</param>
/// <param name="Severity">How much hangs on it.</param>
public sealed record CheckRule(string Id, string Name, FindingSeverity Severity)
{
    static readonly FrozenDictionary<string, CheckRule> Table = Read().ToFrozenDictionary(rule => rule.Id);

    /// <summary>Every rule, by id.</summary>
    public static ImmutableArray<CheckRule> All { get; } = [.. Table.Values.OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>What the rule asks, in a few words.</summary>
    public Text Title => Phrases.Of($"finding.{Id}.title");

    /// <summary>The rule of an id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static CheckRule Of(string id) => Table[id];

    static IEnumerable<CheckRule> Read() => LexiconFile.Rows("rules")
        .Select(row => new CheckRule(row[0], row[1], Enum.Parse<FindingSeverity>(row[2], ignoreCase: true)));
}
