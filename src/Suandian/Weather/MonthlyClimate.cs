namespace Suandian.Weather;

/// <summary>Long-term figures of one month at one place, from which a synthetic year is drawn.</summary>
public sealed record MonthlyClimate
{
    /// <summary>Month, 1 … 12.</summary>
    public required int Month { get; init; }

    /// <summary>Mean temperature [°C], −50 … 45.</summary>
    public required double TemperatureC { get; init; }

    /// <summary>Mean daily maximum less mean daily minimum [K], 0 … 30.</summary>
    public required double DiurnalRangeC { get; init; }

    /// <summary>Mean wind speed at 10 m [m/s], 0.1 … 20.</summary>
    public required double WindSpeed10mMS { get; init; }

    /// <summary>Weibull shape of the wind speed, 1 … 4.</summary>
    public required double WeibullK { get; init; }

    /// <summary>Global irradiance over that of a clear sky, both summed over the month [pu], 0.2 … 1.</summary>
    public required double ClearSkyIndex { get; init; }

    /// <summary>Linke turbidity at air mass 2, 1 … 8.</summary>
    public required double LinkeTurbidity { get; init; }

    /// <summary>Mean relative humidity [%], 5 … 98.</summary>
    public required double RelativeHumidityPct { get; init; }

    /// <summary>Everything that is out of range or missing in twelve months; empty where all is well.</summary>
    public static IReadOnlyList<Text> Problems(IReadOnlyList<MonthlyClimate> months)
    {
        ArgumentNullException.ThrowIfNull(months);
        var problems = new List<Text>();
        for (int m = 1; m <= 12; m++)
        {
            int rows = months.Count(x => x.Month == m);
            if (rows != 1)
                problems.Add(new($"{m} 月有 {rows} 行，应为 1 行", $"month {m} has {rows} rows, expected 1"));
        }

        foreach (MonthlyClimate x in months)
        {
            OptionRange.Check(problems, "month", x.Month, 1, 12);
            OptionRange.Check(problems, $"temperature_c ({x.Month})", x.TemperatureC, -50, 45);
            OptionRange.Check(problems, $"diurnal_range_c ({x.Month})", x.DiurnalRangeC, 0, 30);
            OptionRange.Check(problems, $"wind_speed_10m_m_s ({x.Month})", x.WindSpeed10mMS, 0.1, 20);
            OptionRange.Check(problems, $"weibull_k ({x.Month})", x.WeibullK, 1, 4);
            OptionRange.Check(problems, $"clear_sky_index ({x.Month})", x.ClearSkyIndex, 0.2, 1);
            OptionRange.Check(problems, $"linke_turbidity ({x.Month})", x.LinkeTurbidity, 1, 8);
            OptionRange.Check(problems, $"relative_humidity_pct ({x.Month})", x.RelativeHumidityPct, 5, 98);
        }

        return problems;
    }
}

/// <summary>Where and for which calendar a synthetic year is drawn.</summary>
public sealed record SyntheticSite
{
    /// <summary>Name of the place.</summary>
    public required string Name { get; init; }

    /// <summary>Latitude [deg], north positive.</summary>
    public required double LatitudeDeg { get; init; }

    /// <summary>Longitude [deg], east positive.</summary>
    public required double LongitudeDeg { get; init; }

    /// <summary>Height above sea level [m].</summary>
    public required double ElevationM { get; init; }

    /// <summary>Local standard time minus UTC [h]. Default 8.</summary>
    public double UtcOffsetH { get; init; } = 8;

    /// <summary>Calendar year; 8760 hours, or 8784 in a leap year. Default 2023.</summary>
    public int Year { get; init; } = 2023;

    /// <summary>Seed of the random numbers; the same seed gives the same year.</summary>
    public required int Seed { get; init; }
}
