namespace Suandian.Network;

/// <summary>Receiving buses of links beyond bus 1, such as the heat of a plant that also makes power; arrays [o], hourly arrays [o × T].</summary>
public sealed record LinkOutputs
{
    /// <summary>Number of outputs.</summary>
    public int Count => Link.Length;

    /// <summary>Link index.</summary>
    public required int[] Link { get; init; }

    /// <summary>Bus index.</summary>
    public required int[] Bus { get; init; }

    /// <summary>Power at the bus over power sent from bus 0 [o × T], pu; below 0 where the link takes from the bus.</summary>
    public required double[] EfficiencyPu { get; init; }
}
