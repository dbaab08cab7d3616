namespace Suandian.Network;

/// <summary>Imports and exports; arrays [k], hourly [k × T].</summary>
public sealed record Trades
{
    /// <summary>Number of connections.</summary>
    public int Count => Name.Length;

    /// <summary>Names.</summary>
    public required string[] Name { get; init; }

    /// <summary>Bus index.</summary>
    public required int[] Bus { get; init; }

    /// <summary>True: power comes in and is paid; false: power goes out and earns.</summary>
    public required bool[] IsImport { get; init; }

    /// <summary>What is paid (import) or earned (export) per MWh, all parts together [k × T], yuan/MWh.</summary>
    public required double[] PriceYuanPerMwh { get; init; }

    /// <summary>The energy part of the price [k × T], yuan/MWh, before loss, network price and surcharge.</summary>
    public required double[] EnergyPriceYuanPerMwh { get; init; }

    /// <summary>Connection limit, MW.</summary>
    public required double[] MaxMw { get; init; }

    /// <summary>Demand charge on the highest power of a period, yuan/MW per period.</summary>
    public required double[] DemandChargeYuanPerMw { get; init; }

    /// <summary>Number of demand periods of each connection in the year it stands for (12 or 1); 0 without demand charge.</summary>
    public required int[] DemandPeriods { get; init; }

    /// <summary>CO2 of imported power, t/MWh.</summary>
    public required double[] Co2TPerMwh { get; init; }

    /// <summary>Share of imported power that counts as green, pu.</summary>
    public required double[] GreenSharePu { get; init; }
}
