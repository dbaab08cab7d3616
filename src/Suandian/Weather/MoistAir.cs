namespace Suandian.Weather;

/// <summary>Humidity of outdoor air.</summary>
public static class MoistAir
{
    /// <summary>Wet-bulb temperature from dry bulb and humidity.</summary>
    /// <param name="dryBulbC">Air temperature [°C], −20 … 50.</param>
    /// <param name="relativeHumidityPct">Relative humidity [%], 5 … 99 (clamped to it).</param>
    /// <returns>Wet bulb [°C], never above the dry bulb.</returns>
    /// <remarks>
    /// T atan(0.151977 (RH + 8.313659)^½) + atan(T + RH) − atan(RH − 1.676331) + 0.00391838 RH^1.5 atan(0.023101 RH)
    /// − 4.686035; error −1 … 0.65 K at sea-level pressure. Source: R. Stull, J. Appl. Meteor. Climatol. 50 (2011) 2267,
    /// doi:10.1175/JAMC-D-11-0143.1. Checked against: the paper's example, 20 °C and 50 % give 13.7 °C.
    /// </remarks>
    public static double WetBulbC(double dryBulbC, double relativeHumidityPct)
    {
        double T = dryBulbC, rh = Math.Clamp(relativeHumidityPct, 5, 99);
        double wet = T * Math.Atan(0.151977 * Math.Sqrt(rh + 8.313659)) + Math.Atan(T + rh) - Math.Atan(rh - 1.676331)
            + 0.00391838 * rh * Math.Sqrt(rh) * Math.Atan(0.023101 * rh) - 4.686035;
        return Math.Min(wet, T);
    }
}
