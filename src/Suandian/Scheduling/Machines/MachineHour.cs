namespace Suandian.Scheduling.Machines;

/// <summary>One row of hours.csv: an hour of the trace; the first row is the hour in which time 0 lies, and after the last the table begins again.</summary>
public sealed record MachineHour
{
    /// <summary>Label of the hour; grows by one from row to row.</summary>
    public required int Hour { get; init; }

    /// <summary>Power of the site over power of the machine.</summary>
    public double Pue { get; init; } = 1;

    /// <summary>Most power of the site in this hour (green capacity curve) [MW]; no limit if empty.</summary>
    public double? PowerLimitMw { get; init; }

    /// <summary>Green power available [MW].</summary>
    public double? GreenMw { get; init; }

    /// <summary>Price of energy, may be negative [yuan/kWh].</summary>
    public double? PriceYuanPerKwh { get; init; }

    /// <summary>Carbon intensity of the grid at the place [g/kWh].</summary>
    public double? CarbonGPerKwh { get; init; }

    /// <summary>Carbon intensity of the power bought [g/kWh].</summary>
    public double? MarketCarbonGPerKwh { get; init; }
}
