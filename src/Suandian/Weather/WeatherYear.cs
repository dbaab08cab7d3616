namespace Suandian.Weather;

/// <summary>Hourly weather of one place; every series has the same length and the same clock.</summary>
/// <remarks>
/// Local standard time without summer time: UTC = local − <see cref="UtcOffsetH"/>. Any number of hours is allowed,
/// 8784 too; whether a study accepts leap years is decided where the case is read.
/// </remarks>
public sealed record WeatherYear
{
    /// <summary>Name of the place as the source gives it.</summary>
    public required string Name { get; init; }

    /// <summary>Latitude [deg], north positive, −90 … 90.</summary>
    public required double LatitudeDeg { get; init; }

    /// <summary>Longitude [deg], east positive, −180 … 180.</summary>
    public required double LongitudeDeg { get; init; }

    /// <summary>Height of the ground above sea level [m].</summary>
    public required double ElevationM { get; init; }

    /// <summary>Local standard time minus UTC [h]; 8 for Beijing time.</summary>
    public required double UtcOffsetH { get; init; }

    /// <summary>Local time written beside the first value, without zone; its year is the calendar of the series.</summary>
    public required DateTime FirstLabel { get; init; }

    /// <summary>What that time means.</summary>
    public required HourConvention Hours { get; init; }

    /// <summary>Global irradiance on the horizontal, mean of the hour [W/m²], shape [hours].</summary>
    public required double[] GlobalHorizontalWm2 { get; init; }

    /// <summary>Direct irradiance normal to the beam, mean of the hour [W/m²], shape [hours].</summary>
    public required double[] DirectNormalWm2 { get; init; }

    /// <summary>Diffuse irradiance on the horizontal, mean of the hour [W/m²], shape [hours].</summary>
    public required double[] DiffuseHorizontalWm2 { get; init; }

    /// <summary>Dry-bulb temperature at about 2 m [°C], shape [hours].</summary>
    public required double[] TemperatureC { get; init; }

    /// <summary>Relative humidity [%], shape [hours].</summary>
    public required double[] RelativeHumidityPct { get; init; }

    /// <summary>Wind speed [m/s] at <see cref="WindHeightM"/>, shape [hours].</summary>
    public required double[] WindSpeedMS { get; init; }

    /// <summary>Height of the wind measurement above ground [m].</summary>
    public double WindHeightM { get; init; } = 10;

    /// <summary>Air pressure at the station [Pa], shape [hours].</summary>
    public required double[] PressurePa { get; init; }

    /// <summary>True where the values were drawn by a generator and not measured; to be said wherever they appear.</summary>
    public required bool IsSynthetic { get; init; }

    /// <summary>Where the values come from, in words for people.</summary>
    public required Text Origin { get; init; }

    /// <summary>Number of hours.</summary>
    public int Length => GlobalHorizontalWm2.Length;

    /// <summary>Middle of the first interval in UTC (the sun is taken there), as DateTime of kind Utc.</summary>
    public DateTime FirstMiddleUtc => DateTime.SpecifyKind(
        FirstLabel.AddMinutes(MinutesToMiddle - 60 * UtcOffsetH), DateTimeKind.Utc);

    double MinutesToMiddle => Hours switch
    {
        HourConvention.HourEnding => -30,
        HourConvention.HourBeginning => 30,
        _ => 0,
    };

    /// <summary>Throws if the series differ in length or a coordinate is out of range (a mistake of the caller).</summary>
    /// <exception cref="ArgumentException">Lengths differ, or latitude, longitude or offset is impossible.</exception>
    internal static void Verify(WeatherYear weather)
    {
        double[][] series =
        [
            weather.DirectNormalWm2, weather.DiffuseHorizontalWm2, weather.TemperatureC,
            weather.RelativeHumidityPct, weather.WindSpeedMS, weather.PressurePa,
        ];
        foreach (double[] values in series)
        {
            if (values.Length != weather.Length)
            {
                throw new ArgumentException(
                    $"{weather.Name}: series of {values.Length} and {weather.Length} hours in one year", nameof(weather));
            }
        }

        bool isPlace = Math.Abs(weather.LatitudeDeg) <= 90 && Math.Abs(weather.LongitudeDeg) <= 180
            && Math.Abs(weather.UtcOffsetH) <= 14;
        if (!isPlace)
        {
            throw new ArgumentException(
                $"{weather.Name}: {weather.LatitudeDeg} N {weather.LongitudeDeg} E UTC{weather.UtcOffsetH} is no place",
                nameof(weather));
        }
    }
}
