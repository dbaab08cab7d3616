using System.Globalization;

namespace Suandian.Weather;

/// <summary>Wind power of the synthetic Naomaohu year, hour by hour against windpowerlib 0.2.2.dev.</summary>
public class NaomaohuWindTests
{
    static readonly WindOptions Gross = new WindOptions().WithLosses(0);

    readonly ReferenceTable _reference = ReferenceTable.Read("weather/naomaohu_wind.csv.gz");

    [Fact]
    public void Hub_wind_temperature_and_density_equal_windpowerlib_in_every_hour()
    {
        WeatherYear weather = ReferenceTable.Naomaohu();
        double power = WindProfile.PowerLawFactor(100, 10, 0.14), log = WindProfile.LogLawFactor(100, 10, 0.03);

        _reference.EqualAsPrinted("v100_hellmann", 4, i => weather.WindSpeedMS[i] * power);
        _reference.EqualAsPrinted("v100_log", 4, i => weather.WindSpeedMS[i] * log);
        _reference.EqualAsPrinted("t100_k", 4, Temperature);
        _reference.EqualAsPrinted("rho_ideal_gas", 5, i => WindProfile.DensityIdealGas(Pressure(i), Temperature(i)));
        _reference.EqualAsPrinted("rho_barometric", 5, i => WindProfile.DensityBarometric(Pressure(i), Temperature(i)));

        double Temperature(int i) => WindProfile.TemperatureK(weather.TemperatureC[i], 100);
        double Pressure(int i) => WindProfile.PressurePa(weather.PressurePa[i], 100);
    }

    // Sums: weather/sums_naomaohu.txt, printed to 0.001 h.
    [Theory]
    [InlineData("V126_3450", 1, 3450, 3314.863, 3236.658)]
    [InlineData("SWT142_3150", 2, 3150, 3845.570, 3772.786)]
    public void Power_equals_windpowerlib_in_every_hour(
        string turbine, int column, double nominalKw, double hours, double correctedHours)
    {
        WeatherYear weather = ReferenceTable.Naomaohu();
        PowerCurve curve = Curve(column, nominalKw);
        double[] plain = WindYield.Compute(weather, curve, Gross with { Density = AirDensityCorrection.None });
        double[] corrected = WindYield.Compute(weather, curve, Gross);

        _reference.EqualAsPrinted($"{turbine}_pu", 5, i => plain[i]);
        _reference.EqualAsPrinted($"{turbine}_pu_rho", 5, i => corrected[i]);
        Assert.Equal(hours, plain.Sum(), 0.001);
        Assert.Equal(correctedHours, corrected.Sum(), 0.001);
    }

    static PowerCurve Curve(int column, double nominalKw)
    {
        string[][] rows = [.. File.ReadLines(OutsideData.File("yiwu/power_curves_w.csv"))
            .Skip(1).Select(line => line.Split(',')).Where(cells => cells[column].Length > 0)];
        return new PowerCurve(
            [.. rows.Select(cells => Number(cells[0]))],
            [.. rows.Select(cells => Number(cells[column]) / (1000 * nominalKw))]);

        static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
    }
}
