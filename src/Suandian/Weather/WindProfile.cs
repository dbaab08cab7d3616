namespace Suandian.Weather;

/// <summary>How wind speed grows with height.</summary>
public enum WindShear
{
    /// <summary>Power law with the Hellmann exponent.</summary>
    PowerLaw,

    /// <summary>Logarithmic law with the roughness length.</summary>
    LogLaw,
}

/// <summary>Wind and air at hub height.</summary>
/// <remarks>Checked against: windpowerlib wind_speed, temperature, pressure and density, every hour of one year.</remarks>
public static class WindProfile
{
    /// <summary>Wind at a height over wind at the measurement: (h/h₀)^α.</summary>
    /// <remarks>Source: G. Hellmann, Meteorologische Zeitschrift 32 (1915) 1; α = 1/7 over flat open land.</remarks>
    public static double PowerLawFactor(double hubM, double measuredM, double exponent) =>
        Math.Pow(hubM / measuredM, exponent);

    /// <summary>Wind at a height over wind at the measurement: ln(h/z₀)/ln(h₀/z₀), neutral air.</summary>
    /// <remarks>Source: IEC 61400-12-1; z₀ about 0.03 m over short grass, 0.005 m over smooth desert.</remarks>
    public static double LogLawFactor(double hubM, double measuredM, double roughnessM) =>
        Math.Log(hubM / roughnessM) / Math.Log(measuredM / roughnessM);

    /// <summary>Air temperature at the hub [K] from that at 2 m [°C]: 6.5 K less per km.</summary>
    public static double TemperatureK(double airC, double hubM) => airC + 273.15 - 0.0065 * (hubM - 2);

    /// <summary>Pressure at the hub [Pa] from that at the station: 1 hPa less per 8 m above 2 m.</summary>
    public static double PressurePa(double stationPa, double hubM) => stationPa - (hubM - 2) / 8 * 100;

    /// <summary>Density of dry air, ideal gas: p/(287.058 T) [kg/m³].</summary>
    public static double DensityIdealGas(double pressurePa, double temperatureK) => pressurePa / (287.058 * temperatureK);

    /// <summary>Density by the barometric rule: p ρ₀ T₀/(p₀ T) with 1.225 kg/m³, 288.15 K, 1013.3 hPa [kg/m³].</summary>
    public static double DensityBarometric(double pressurePa, double temperatureK) =>
        pressurePa * 1.225 * 288.15 / (101330 * temperatureK);
}
