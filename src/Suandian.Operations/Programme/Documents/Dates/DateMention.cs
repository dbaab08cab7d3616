
namespace Suandian.Operations.Programme.Documents.Dates;

/// <summary>What kind of time a text names.</summary>
enum DateKind
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>A month, quarter or half-year.</summary>
    Month,

    /// <summary>A year.</summary>
    Year,

    /// <summary>The year of the text.</summary>
    ThisYear,

    /// <summary>The period of the text.</summary>
    Period,

    /// <summary>Again and again.</summary>
    Each,

    /// <summary>A day nobody can put into a calendar: 汛期前.</summary>
    Unclear,

    /// <summary>So long after something else: 签订后 3 个月内.</summary>
    Relative,

    /// <summary>From a day to a day.</summary>
    Interval,

    /// <summary>From a year to a year.</summary>
    Years,
}

/// <summary>A time named in clean text.</summary>
/// <param name="Start">First character, words such as 拟于 included.</param>
/// <param name="End">Past the last character.</param>
/// <param name="Kind">What it is.</param>
sealed record DateMention(int Start, int End, DateKind Kind)
{
    /// <summary>Year; null where none is named.</summary>
    internal int? Year { get; init; }

    /// <summary>Month, the last one of a quarter; null where none is named.</summary>
    internal int? Month { get; init; }

    /// <summary>Day of the month; null where none is named.</summary>
    internal int? Day { get; init; }

    /// <summary>First day of an interval; 1 January of a range of years.</summary>
    internal DateOnly? From { get; init; }

    /// <summary>Last day of an interval.</summary>
    internal DateOnly? To { get; init; }

    /// <summary>Status of a recurring time.</summary>
    internal DueStatus Each { get; init; }

    /// <summary>How many of its units a recurring time takes: 2 of 每两周.</summary>
    internal int Step { get; init; } = 1;

    /// <summary>三季度前: before the quarter begins, or before it ends?</summary>
    internal bool IsBeforeQuarter { get; init; }

    /// <summary>拟于 and the like: planned.</summary>
    internal bool IsSoft { get; init; }

    /// <summary>More exact than a year.</summary>
    internal bool IsExact => Kind is DateKind.Day or DateKind.Month or DateKind.Unclear or DateKind.Relative;
}

/// <summary>A due date and where it comes from.</summary>
/// <param name="Date">Last day; null where it cannot be told.</param>
/// <param name="Status">Where it comes from.</param>
readonly record struct Due(DateOnly? Date, DueStatus Status);
