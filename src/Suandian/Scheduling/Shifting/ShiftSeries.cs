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

    /// <summary>Power of the whole cluster for each unit that its processors draw (PUE), ≥ 1. Shape [hours]; null for 1.</summary>
    public double[]? Pue { get; init; }

    /// <summary>Green power available, MW. Shape [hours]; null where it is not told.</summary>
    public double[]? GreenMw { get; init; }

    /// <summary>Most power that the cluster may draw for its jobs, PUE included, MW. Shape [hours]; null for no limit.</summary>
    public double[]? PowerLimitMw { get; init; }

    /// <summary>What a goal minimises, for each kWh of the meter. Shape [hours]; null where the series does not tell it.</summary>
    public double[]? Values(ShiftGoal goal) => goal switch
    {
        ShiftGoal.Carbon => CarbonGPerKwh,
        ShiftGoal.MarketCarbon => MarketCarbonGPerKwh,
        _ => PriceYuanPerKwh,
    };

    /// <summary>What a goal minimises, for each kWh of the processors, PUE included; null where the series does not tell it.</summary>
    public HourlySignal? Signal(ShiftGoal goal) => Values(goal) is { } values ? new HourlySignal([.. values.Select((v, h) => v * PueAt(h))]) : null;

    /// <summary>PUE of an hour.</summary>
    internal double PueAt(int hour) => Pue is null ? 1 : Pue[Math.Min(hour, Pue.Length - 1)];

    /// <summary>Most processors that may run in any hour; null for no limit.</summary>
    /// <param name="capacityCpus">Processors there are; null for no limit.</param>
    /// <param name="kilowattPerCpu">Power of a running processor without PUE, kW.</param>
    public int? MostCpus(int? capacityCpus, double kilowattPerCpu) => LimitCpus(capacityCpus, kilowattPerCpu) is { } limit ? (int)Math.Min(int.MaxValue, limit.Max()) : null;

    /// <summary>Processors that may run in each hour: the capacity, and what the power limit lets run. Shape [hours]; null for no limit.</summary>
    /// <param name="capacityCpus">Processors there are; null for no limit.</param>
    /// <param name="kilowattPerCpu">Power of a running processor without PUE, kW.</param>
    public double[]? LimitCpus(int? capacityCpus, double kilowattPerCpu)
    {
        const double KilowattPerMegawatt = 1000;
        const double Rounding = 1e-9;
        if (capacityCpus is null && PowerLimitMw is null)
        {
            return null;
        }

        var limit = new double[Hours];
        for (var h = 0; h < Hours; h++)
        {
            var powered = PowerLimitMw is { } mw ? Math.Floor(mw[h] * KilowattPerMegawatt / (kilowattPerCpu * PueAt(h)) * (1 + Rounding)) : double.PositiveInfinity;
            limit[h] = Math.Min(capacityCpus ?? double.PositiveInfinity, powered);
        }

        return limit;
    }
}
