using System.Collections.Immutable;
using Suandian.Texts;

namespace Suandian.Cases.Tables;

/// <summary>Collects problems while a case is read; nothing stops at the first one.</summary>
sealed class Findings
{
    readonly List<Problem> _problems = [];

    /// <summary>True where a problem stops the run.</summary>
    internal bool HasErrors => _problems.Exists(p => p.Severity == Severity.Error);

    /// <summary>Adds a problem whose sentences are <c>check.CODE.expected</c> and <c>check.CODE.remedy</c>.</summary>
    /// <param name="code">One of <see cref="ProblemCode"/>.</param>
    /// <param name="spot">File, row, column.</param>
    /// <param name="value">Text found, null where something is missing.</param>
    /// <param name="places">What fills the places of the sentences; <c>column</c> and <c>value</c> are known already.</param>
    internal void Add(string code, Spot spot, string? value, params ReadOnlySpan<(string Name, object? Value)> places)
    {
        ReadOnlySpan<(string, object?)> all =
            [.. places, ("column", spot.Column), ("value", value), ("file", spot.File), ("hint", new Text("", ""))];
        _problems.Add(new Problem(
            code, ProblemCode.SeverityOf(code), spot.File, spot.Row, spot.Column, value,
            Trimmed(Phrases.Of($"check.{code}.expected", all)), Trimmed(Phrases.Of($"check.{code}.remedy", all)))
        {
            Cell = spot.Cell,
        });
    }

    /// <summary>Adds problems that were found elsewhere.</summary>
    internal void Add(IEnumerable<Problem> problems) => _problems.AddRange(problems);

    /// <summary>A sentence whose last place stayed empty ends without a blank.</summary>
    static Text Trimmed(Text sentence) => new(sentence.Zh.Trim(), sentence.En.Trim());

    /// <summary>All problems: settings first, then by file, line and column; each told once.</summary>
    internal ImmutableArray<Problem> Sorted() =>
    [
        .. _problems.Distinct()
            .OrderBy(p => p.File is "case.yaml" or "case" ? 0 : 1)
            .ThenBy(p => p.File, StringComparer.Ordinal)
            .ThenBy(p => p.Row ?? 0)
            .ThenBy(p => p.Code, StringComparer.Ordinal)
            .ThenBy(p => p.Column, StringComparer.Ordinal),
    ];
}
