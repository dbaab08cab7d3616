namespace Suandian.Weather;

/// <summary>What the time written beside an hourly value means. The sun is taken at the middle of the interval.</summary>
public enum HourConvention
{
    /// <summary>The label is the end: 01:00 means 00:00-01:00, sun at 00:30 (EPW, TMY3).</summary>
    HourEnding,

    /// <summary>The label is the beginning: 00:00 means 00:00-01:00, sun at 00:30.</summary>
    HourBeginning,

    /// <summary>The value belongs to the moment of the label itself; sun at that moment.</summary>
    Instant,
}
