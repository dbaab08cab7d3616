namespace Suandian.Network;

/// <summary>Clusters; arrays [c], hourly [c × T].</summary>
/// <remarks>Electric power at the bus = PUE(t) × (idle × capacity + (1 − idle) × busy IT power).</remarks>
public sealed record Clusters
{
    /// <summary>Number of clusters.</summary>
    public int Count => Name.Length;

    /// <summary>Names.</summary>
    public required string[] Name { get; init; }

    /// <summary>Bus index.</summary>
    public required int[] Bus { get; init; }

    /// <summary>Existing IT power, MW.</summary>
    public required double[] ExistingItMw { get; init; }

    /// <summary>Largest IT power, MW.</summary>
    public required double[] MaxItMw { get; init; }

    /// <summary>Annual cost of hall, power supply and cooling of new IT power, yuan/MW/a.</summary>
    public required double[] HallCostYuanPerMw { get; init; }

    /// <summary>Annual cost of servers of new IT power, yuan/MW/a.</summary>
    public required double[] ServerCostYuanPerMw { get; init; }

    /// <summary>Upkeep of existing IT power (hall and servers), yuan/MW/a.</summary>
    public required double[] ExistingCostYuanPerMw { get; init; }

    /// <summary>Power usage effectiveness [c × T], ≥ 1.</summary>
    public required double[] Pue { get; init; }

    /// <summary>Idle power over full power, pu.</summary>
    public required double[] IdlePu { get; init; }

    /// <summary>Reference GPU-hours of work per MWh of busy IT energy.</summary>
    public required double[] GpuHoursPerMwh { get; init; }
}
