namespace Suandian.Network;

/// <summary>Capacities that are built in whole modules; arrays [m].</summary>
public sealed record WholeSizes
{
    /// <summary>Number of such capacities.</summary>
    public int Count => Name.Length;

    /// <summary>Names of the components.</summary>
    public required string[] Name { get; init; }

    /// <summary>Which capacity.</summary>
    public required LimitVariable[] Variable { get; init; }

    /// <summary>Component index in its group.</summary>
    public required int[] Component { get; init; }

    /// <summary>Size of a module, MW or MWh.</summary>
    public required double[] Size { get; init; }
}
