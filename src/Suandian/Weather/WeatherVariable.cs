using System.Globalization;

namespace Suandian.Weather;

/// <summary>A measured quantity: its name in files, its missing code and the values that can be true.</summary>
/// <param name="Column">Column name with unit, as in the plain CSV.</param>
/// <param name="Least">Smallest value taken.</param>
/// <param name="Greatest">Greatest value taken.</param>
/// <param name="Missing">Smallest value that means "missing" in EPW files.</param>
/// <param name="EpwField">Field of an EPW row, the year being 0; −1 where EPW has none.</param>
/// <remarks>
/// Ranges and codes: EnergyPlus, Auxiliary Programs, EnergyPlus Weather File (EPW) Data Dictionary; irradiance and wind
/// limits are those of the planet (1500 W/m², 60 m/s).
/// </remarks>
sealed record WeatherVariable(string Column, double Least, double Greatest, double Missing, int EpwField)
{
    internal static readonly WeatherVariable Temperature = new("temperature_c", -70, 70, 99.9, 6);
    internal static readonly WeatherVariable Humidity = new("relative_humidity_pct", 0, 110, 999, 8);
    internal static readonly WeatherVariable Pressure = new("pressure_pa", 31000, 120000, 999999, 9);
    internal static readonly WeatherVariable Global = new("ghi_w_m2", 0, 1500, 9999, 13);
    internal static readonly WeatherVariable Direct = new("dni_w_m2", 0, 1500, 9999, 14);
    internal static readonly WeatherVariable Diffuse = new("dhi_w_m2", 0, 1500, 9999, 15);
    internal static readonly WeatherVariable Wind = new("wind_speed_m_s", 0, 60, 999, 21);

    internal static readonly WeatherVariable[] All =
        [Global, Direct, Diffuse, Temperature, Humidity, Wind, Pressure];

    /// <summary>The number in a cell, or NaN and one problem in the list.</summary>
    internal double Read(ReadOnlySpan<char> cell, int line, WeatherProblems problems)
    {
        cell = cell.Trim();
        if (!double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            || !double.IsFinite(value))
        {
            problems.NotANumber(line, this, cell.ToString());
        }
        else if (value >= Missing || value is -9999 or -999)
        {
            problems.Missing(line, this, cell.ToString());
        }
        else if (value < Least || value > Greatest)
        {
            problems.OutOfRange(line, this, cell.ToString());
        }
        else
        {
            return value;
        }

        return double.NaN;
    }
}
