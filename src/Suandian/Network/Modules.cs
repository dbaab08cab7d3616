namespace Suandian.Network;

/// <summary>Capacities that come in whole modules; arrays [m].</summary>
public sealed record Modules
{
    /// <summary>Number of such capacities.</summary>
    public int Count => Name.Length;

    /// <summary>Names of the components.</summary>
    public required string[] Name { get; init; }

    /// <summary>Which capacity.</summary>
    public required LimitVariable[] Variable { get; init; }

    /// <summary>Component index in its group.</summary>
    public required int[] Component { get; init; }

    /// <summary>Size of a module, MW or MWh, &gt; 0.</summary>
    public required double[] Size { get; init; }

    /// <summary>What stands beside the modules, MW or MWh: the existing capacity; 0 where all of it comes in modules, as in PyPSA.</summary>
    public required double[] Base { get; init; }
}
