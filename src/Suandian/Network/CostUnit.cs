namespace Suandian.Network;

/// <summary>Choices of a column; meaning in Cases/schema.</summary>
public enum CostUnit
{
    /// <summary>Written <c>mw</c> in files.</summary>
    Mw,

    /// <summary>Written <c>mwh</c> in files.</summary>
    Mwh,

    /// <summary>Written <c>mw_km</c> in files.</summary>
    MwKm,

    /// <summary>Written <c>gbit_s</c> in files.</summary>
    GbitS,
}
