using System.Collections.Immutable;
using Suandian.Operations.Programme.Ledger.Figures;

namespace Suandian.Operations.Programme.Ledger.Targets;

/// <summary>How a target stands at the end of a day.</summary>
public sealed record TargetStatus
{
    /// <summary>The target.</summary>
    public required Target Target { get; init; }

    /// <summary>Its figure; null where no indicator computes it.</summary>
    public required Figure? Figure { get; init; }

    /// <summary>Name, with the scope where the name alone does not tell it from other targets.</summary>
    public required Text Title { get; init; }

    /// <summary>Part of the document in words; its number where it has no words.</summary>
    public required string Part { get; init; }

    /// <summary>What of the figure counts towards the target: less than all where a quarter lacks what others have too much of.</summary>
    public required decimal? Counted { get; init; }

    /// <summary>Done, done late, on track, late or unclear.</summary>
    public required Standing Standing { get; init; }

    /// <summary>Why it stands so.</summary>
    public required Text Reason { get; init; }

    /// <summary>What the plan asks for by that day; null where no plan applies.</summary>
    public required decimal? Planned { get; init; }

    /// <summary>Day the threshold was reached; null where it is not, or cannot be told.</summary>
    public required DateOnly? ReachedOn { get; init; }

    /// <summary>More than the upper end of a range or than exactly asked for: no failure, but to be explained.</summary>
    public required bool IsOver { get; init; }

    /// <summary>What a reader must know beside the figure.</summary>
    public required ImmutableArray<StatusFlag> Flags { get; init; }
}

/// <summary>How a target stands.</summary>
public enum Standing
{
    /// <summary>Reached.</summary>
    Done,

    /// <summary>Reached, but only after the due date.</summary>
    DoneLate,

    /// <summary>Not yet reached, and as far as the plan asks.</summary>
    OnTrack,

    /// <summary>Behind the plan or past its due date.</summary>
    Late,

    /// <summary>The document names no threshold, or nothing computes the figure.</summary>
    Unclear,
}

/// <summary>What a standing amounts to.</summary>
public static class Standings
{
    /// <summary>Reached, in time or not.</summary>
    public static bool IsDone(this Standing standing) => standing is Standing.Done or Standing.DoneLate;
}

/// <summary>Something a reader must know beside a figure.</summary>
/// <param name="Code">Short name for programs, such as due_missing.</param>
/// <param name="Words">The same in words.</param>
public sealed record StatusFlag(string Code, Text Words);
