namespace Suandian.Operations.Programme;

/// <summary>How a figure is held against the value of a target.</summary>
public enum Comparator
{
    /// <summary>At least the value: 不低于, 至少, 以上, +.</summary>
    AtLeast,

    /// <summary>At most the value: 不高于, 以内, 以下.</summary>
    AtMost,

    /// <summary>Just the value.</summary>
    Equal,

    /// <summary>From the value to the upper end, both included; more is over the target, not a failure.</summary>
    Range,

    /// <summary>Done or not.</summary>
    Boolean,

    /// <summary>Graded by judgement.</summary>
    Qualitative,

    /// <summary>Above a baseline the text may not name.</summary>
    DirectionUp,

    /// <summary>Below a baseline the text may not name.</summary>
    DirectionDown,

    /// <summary>Counted, without a target.</summary>
    CountOnly,

    /// <summary>From a day to a day.</summary>
    Interval,
}
