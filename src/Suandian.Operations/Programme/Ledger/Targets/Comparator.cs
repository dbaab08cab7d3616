namespace Suandian.Operations.Programme.Ledger.Targets;

/// <summary>How a figure and the value of a target are compared.</summary>
public enum Comparator
{
    /// <summary>At least: 不低于, 至少, 以上, +.</summary>
    AtLeast,

    /// <summary>At most: 不高于, 以内, 以下.</summary>
    AtMost,

    /// <summary>Exactly.</summary>
    Equal,

    /// <summary>From value to upper end, both inclusive; more is over the target, not a failure.</summary>
    Range,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>A judgement in words.</summary>
    Qualitative,

    /// <summary>Below a baseline.</summary>
    DirectionDown,

    /// <summary>Above a baseline.</summary>
    DirectionUp,

    /// <summary>Counted, nothing promised.</summary>
    CountOnly,

    /// <summary>A time from a day to a day.</summary>
    Interval,
}

/// <summary>How the due date of a target was found.</summary>
public enum DueStatus
{
    /// <summary>The day stands in the document.</summary>
    StatedDay,

    /// <summary>The month stands there; its last day.</summary>
    StatedMonth,

    /// <summary>The year stands there; its last day.</summary>
    StatedYear,

    /// <summary>该年度.</summary>
    ThisYear,

    /// <summary>The end of each quarter.</summary>
    EachQuarter,

    /// <summary>Not stated, the end of the service period by context.</summary>
    PeriodEnd,

    /// <summary>Not stated.</summary>
    Missing,

    /// <summary>Two readings.</summary>
    Ambiguous,
}

/// <summary>Comparators as files write them.</summary>
static class Comparators
{
    internal static Comparator Of(string word) => word switch
    {
        ">=" => Comparator.AtLeast,
        "<=" => Comparator.AtMost,
        "=" => Comparator.Equal,
        _ => Enum.Parse<Comparator>(word.Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
    };
}
