using System.Collections.Immutable;
using Suandian.Operations.Programme.Documents.Targets;

namespace Suandian.Operations.Programme.Checking;

/// <summary>Something a document should be looked at for, or that holds.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Places">Where, the first place first.</param>
/// <param name="Message">What is the matter here.</param>
/// <param name="Suggestion">What to write or do instead.</param>
public sealed record Finding(CheckRule Rule, ImmutableArray<TextPlace> Places, Text Message, Text Suggestion)
{
    /// <summary>True for a statement that something holds.</summary>
    public bool Holds => Rule.Severity == FindingSeverity.Holds;
}

/// <summary>How much hangs on a finding.</summary>
public enum FindingSeverity
{
    /// <summary>Legal effect.</summary>
    High,

    /// <summary>Numbers or facts.</summary>
    Medium,

    /// <summary>Wording.</summary>
    Low,

    /// <summary>Nothing is wrong: this was checked and holds.</summary>
    Holds,
}

/// <summary>All findings of a document.</summary>
/// <param name="Findings">By rule, then by line; what holds comes last.</param>
/// <param name="Targets">The promises found on the way.</param>
public sealed record CheckReport(ImmutableArray<Finding> Findings, ImmutableArray<DraftTarget> Targets);
