namespace Suandian.Scheduling.Shifting;

/// <summary>Price, carbon, green supply and power limit by hour; the first hour is that in which time 0 of the trace lies.</summary>
public sealed record ShiftSeries
{
    /// <summary>Number of hours.</summary>
    public required int Hours { get; init; }

    /// <summary>Carbon intensity of the grid at the place, g/kWh. Shape [hours]; null where it is not told.</summary>
    public double[]? CarbonGPerKwh { get; init; }

    /// <summary>Carbon intensity of the power bought (market-based), g/kWh. Shape [hours]; null where it is not told.</summary>
    public double[]? MarketCarbonGPerKwh { get; init; }

    /// <summary>Price of energy, yuan/kWh; may be negative. Shape [hours]; null where it is not told.</summary>
    public double[]? PriceYuanPerKwh { get; init; }

    /// <summary>Green power available, MW. Shape [hours]; null where it is not told.</summary>
    public double[]? GreenMw { get; init; }

    /// <summary>Most power that the jobs may draw together, MW. Shape [hours]; null for no limit.</summary>
    public double[]? PowerLimitMw { get; init; }

    /// <summary>What a goal minimises; null where the series does not tell it.</summary>
    public HourlySignal? Signal(ShiftGoal goal) => (goal switch
    {
        ShiftGoal.Carbon => CarbonGPerKwh,
        ShiftGoal.MarketCarbon => MarketCarbonGPerKwh,
        _ => PriceYuanPerKwh,
    }) is { } values ? new HourlySignal(values) : null;

    /// <summary>Processors that may run in each hour: the capacity, and what the power limit lets run. Shape [hours]; null for no limit.</summary>
    public double[]? LimitCpus(ShiftOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        const double KilowattPerMegawatt = 1000;
        const double Rounding = 1e-9;
        if (options.CapacityCpus is null && PowerLimitMw is null)
        {
            return null;
        }

        var limit = new double[Hours];
        for (var h = 0; h < Hours; h++)
        {
            var powered = PowerLimitMw is { } mw ? Math.Floor(mw[h] * KilowattPerMegawatt / options.KilowattPerCpu * (1 + Rounding)) : double.PositiveInfinity;
            limit[h] = Math.Min(options.CapacityCpus ?? double.PositiveInfinity, powered);
        }

        return limit;
    }
}
