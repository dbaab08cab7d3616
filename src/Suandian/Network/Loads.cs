namespace Suandian.Network;

/// <summary>Fixed loads; arrays [d], hourly [d × T].</summary>
public sealed record Loads
{
    /// <summary>Number of loads.</summary>
    public int Count => Name.Length;

    /// <summary>Names.</summary>
    public required string[] Name { get; init; }

    /// <summary>Bus index.</summary>
    public required int[] Bus { get; init; }

    /// <summary>Power [d × T], MW, ≥ 0.</summary>
    public required double[] PowerMw { get; init; }
}
