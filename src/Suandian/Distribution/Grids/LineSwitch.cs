namespace Suandian.Distribution.Grids;

/// <summary>Switches at the two ends of a line.</summary>
public enum LineSwitch
{
    /// <summary>Both closed.</summary>
    Closed,

    /// <summary>The one at the first bus is open.</summary>
    OpenBus0,

    /// <summary>The one at the second bus is open.</summary>
    OpenBus1,

    /// <summary>Both open.</summary>
    Open,
}
