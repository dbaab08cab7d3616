namespace Suandian.Weather;

/// <summary>Models of the temperature of the cells.</summary>
public enum CellTemperatureModel
{
    /// <summary>Sandia array performance model, open rack, glass on both sides.</summary>
    Sapm,

    /// <summary>PVsyst with a constant loss of 29 W/m²K.</summary>
    Pvsyst,

    /// <summary>Faiman, 25 + 6.84 v W/m²K.</summary>
    Faiman,
}

/// <summary>Temperature of the cells from irradiance, air and wind.</summary>
/// <remarks>Checked against: pvlib temperature.sapm_cell, pvsyst_cell and faiman, every hour of one year.</remarks>
public static class CellTemperature
{
    /// <summary>T = Ta + G exp(−3.47 − 0.0594 v) + 3 G/1000 [°C].</summary>
    /// <remarks>Source: D. L. King et al., Photovoltaic Array Performance Model, SAND2004-3535, doi:10.2172/919131.</remarks>
    public static double Sapm(double irradianceWm2, double airC, double windMS) =>
        airC + irradianceWm2 * (Math.Exp(-3.47 - 0.0594 * windMS) + 0.003);

    /// <summary>T = Ta + 0.9 G (1 − 0.1)/29 [°C]; free-standing arrays.</summary>
    /// <remarks>Source: PVsyst, Array thermal losses, default Uc = 29 W/m²K, Uv = 0, efficiency 0.1.</remarks>
    public static double Pvsyst(double irradianceWm2, double airC) =>
        airC + 0.9 * (1 - 0.1) / 29 * irradianceWm2;

    /// <summary>T = Ta + G/(25 + 6.84 v) [°C].</summary>
    /// <remarks>Source: D. Faiman, Progress in Photovoltaics 16 (2008) 307, doi:10.1002/pip.813.</remarks>
    public static double Faiman(double irradianceWm2, double airC, double windMS) =>
        airC + irradianceWm2 / (25 + 6.84 * windMS);

    /// <summary>Cell temperature by the chosen model [°C]; wind at 10 m [m/s] as measured.</summary>
    public static double By(CellTemperatureModel model, double irradianceWm2, double airC, double windMS) => model switch
    {
        CellTemperatureModel.Sapm => Sapm(irradianceWm2, airC, windMS),
        CellTemperatureModel.Pvsyst => Pvsyst(irradianceWm2, airC),
        _ => Faiman(irradianceWm2, airC, windMS),
    };
}
