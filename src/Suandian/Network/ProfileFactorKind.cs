namespace Suandian.Network;

/// <summary>Choices of a column; meaning in Cases/schema.</summary>
public enum ProfileFactorKind
{
    /// <summary>Written <c>hour</c> in files.</summary>
    Hour,

    /// <summary>Written <c>month</c> in files.</summary>
    Month,

    /// <summary>Written <c>weekday</c> in files.</summary>
    Weekday,

    /// <summary>Written <c>hour_of_month</c> in files.</summary>
    HourOfMonth,
}
