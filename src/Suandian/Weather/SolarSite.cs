namespace Suandian.Weather;

/// <summary>What the sun's place in the sky depends on besides time.</summary>
public readonly record struct SolarSite
{
    /// <summary>A place without its air: standard pressure of its height, 12 °C.</summary>
    public SolarSite(double latitudeDeg, double longitudeDeg, double elevationM)
    {
        LatitudeDeg = latitudeDeg;
        LongitudeDeg = longitudeDeg;
        ElevationM = elevationM;
        PressurePa = Atmosphere.StandardPressurePa(elevationM);
    }

    /// <summary>Latitude [deg], north positive.</summary>
    public double LatitudeDeg { get; init; }

    /// <summary>Longitude [deg], east positive.</summary>
    public double LongitudeDeg { get; init; }

    /// <summary>Height above sea level [m].</summary>
    public double ElevationM { get; init; }

    /// <summary>Yearly mean air pressure [Pa]; used for refraction and absolute air mass.</summary>
    public double PressurePa { get; init; }

    /// <summary>Yearly mean temperature [°C]; used for refraction only. Default 12.</summary>
    public double TemperatureC { get; init; } = 12;

    /// <summary>Terrestrial time minus universal time [s]. Default 67; 69 in 2023: 2 s move the sun by 0.00003 degree.</summary>
    public double DeltaTSeconds { get; init; } = 67;

    /// <summary>Refraction at sunrise and sunset [deg]. Default 0.5667.</summary>
    public double HorizonRefractionDeg { get; init; } = 0.5667;
}
