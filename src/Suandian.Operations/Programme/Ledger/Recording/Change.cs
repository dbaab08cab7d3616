using System.Collections.Immutable;
using Suandian.Operations.Programme.Ledger.History;

namespace Suandian.Operations.Programme.Ledger.Recording;

/// <summary>One change somebody asks for.</summary>
public sealed record Change
{
    /// <summary>What is to be done.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>Register of the row.</summary>
    public required string Register { get; init; }

    /// <summary>Id of the row; empty where a new row gets the number of its entry.</summary>
    public string Id { get; init; } = "";

    /// <summary>Values by field as people wrote them; by a change only the fields to be set, an empty text clears one.</summary>
    public ImmutableDictionary<string, string> Values { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Line of the file it came from, the header being 1; null where there is no file.</summary>
    public int? Line { get; init; }

    /// <summary>Personal values of the row are kept, though it may no longer stand; by <see cref="ChangeKind.Erase"/>.</summary>
    internal bool HoldsPersonal { get; init; }

    /// <summary>Codes of the erased person, to be known again; null where this change brings none.</summary>
    internal ForgottenCodes? Forgotten { get; init; }
}

/// <summary>What is to be done with a row.</summary>
public enum ChangeKind
{
    /// <summary>A new row.</summary>
    Add,

    /// <summary>Other values in a row that is there.</summary>
    Change,

    /// <summary>The row no longer stands; the history keeps it.</summary>
    Remove,

    /// <summary>The personal values of the row, present and past, are taken out for good. Asked for by <c>ProgrammeFolder.Erase</c>.</summary>
    Erase,
}

/// <summary>Changes somebody asks for together.</summary>
public sealed record ChangeRequest
{
    /// <summary>Account that asks.</summary>
    public required string By { get; init; }

    /// <summary>Why.</summary>
    public required string Why { get; init; }

    /// <summary>Changes in order; a later one may refer to a row of an earlier one.</summary>
    public required ImmutableArray<Change> Changes { get; init; }

    /// <summary>File the changes came from, as problems name it; empty where there is none.</summary>
    public string Source { get; init; } = "";

    /// <summary>What becomes of a new row that is there already with other content.</summary>
    public KnownRows Known { get; init; } = KnownRows.Refuse;

    /// <summary>What becomes of the sound changes where others have problems.</summary>
    public Acceptance Acceptance { get; init; } = Acceptance.AllOrNothing;
}

/// <summary>What becomes of a new row that is there already, by its id or natural key, with other content.</summary>
/// <remarks>One with equal content adds nothing in any case.</remarks>
public enum KnownRows
{
    /// <summary>A problem.</summary>
    Refuse,

    /// <summary>The row stays as it is.</summary>
    Keep,

    /// <summary>The row gets the new values.</summary>
    Change,
}

/// <summary>What becomes of the sound changes of a request where others have problems.</summary>
public enum Acceptance
{
    /// <summary>None is made.</summary>
    AllOrNothing,

    /// <summary>Each sound one is made.</summary>
    RowByRow,
}
