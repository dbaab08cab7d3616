namespace Suandian.Operations.Programme;

/// <summary>Where a due date comes from.</summary>
public enum DueStatus
{
    /// <summary>A day is named.</summary>
    StatedDay,

    /// <summary>A month, quarter or half-year is named: its last day.</summary>
    StatedMonth,

    /// <summary>A year is named: its last day.</summary>
    StatedYear,

    /// <summary>今年, 该年度, 年底: the year of the text.</summary>
    ThisYear,

    /// <summary>Every week.</summary>
    EachWeek,

    /// <summary>Every month.</summary>
    EachMonth,

    /// <summary>Every quarter.</summary>
    EachQuarter,

    /// <summary>Every half-year.</summary>
    EachHalfYear,

    /// <summary>Every year.</summary>
    EachYear,

    /// <summary>Not named: the end of the period of the text.</summary>
    PeriodEnd,

    /// <summary>Not named, and the text gives reason to ask.</summary>
    Missing,

    /// <summary>The grammar leaves two dates open.</summary>
    Ambiguous,
}
