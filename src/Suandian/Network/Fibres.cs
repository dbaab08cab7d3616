namespace Suandian.Network;

/// <summary>Fibres; arrays [f]. Capacity counts each way.</summary>
public sealed record Fibres
{
    /// <summary>Number of fibres.</summary>
    public int Count => Name.Length;

    /// <summary>Names.</summary>
    public required string[] Name { get; init; }

    /// <summary>One end, bus index.</summary>
    public required int[] Bus0 { get; init; }

    /// <summary>Other end, bus index.</summary>
    public required int[] Bus1 { get; init; }

    /// <summary>Existing capacity, Gbit/s.</summary>
    public required double[] ExistingGbitS { get; init; }

    /// <summary>Largest capacity, Gbit/s.</summary>
    public required double[] MaxGbitS { get; init; }

    /// <summary>Annual cost of new capacity, yuan/(Gbit/s)/a.</summary>
    public required double[] AnnualCostYuanPerGbitS { get; init; }

    /// <summary>Fixed O&amp;M of existing capacity, yuan/(Gbit/s)/a.</summary>
    public required double[] ExistingCostYuanPerGbitS { get; init; }

    /// <summary>Highest share of capacity used on average over an hour, pu.</summary>
    public required double[] UtilisationMaxPu { get; init; }

    /// <summary>One-way delay, ms.</summary>
    public required double[] DelayMs { get; init; }
}
