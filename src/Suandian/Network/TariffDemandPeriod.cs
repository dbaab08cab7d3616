namespace Suandian.Network;

/// <summary>Choices of a column; meaning in Cases/schema.</summary>
public enum TariffDemandPeriod
{
    /// <summary>Written <c>month</c> in files.</summary>
    Month,

    /// <summary>Written <c>year</c> in files.</summary>
    Year,
}
