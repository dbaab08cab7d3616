namespace Suandian.Weather;

/// <summary>Two days against pvlib and windpowerlib; tolerances are half a unit of the printed decimals plus rounding.</summary>
public class NaomaohuHoursTests
{
    const double Angle = 0.51e-4, Irradiance = 0.51e-2, Power = 0.51e-3, PerUnit = 0.51e-5;

    readonly NaomaohuHours _reference = new();

    [Theory, InlineData(0), InlineData(1)]
    public void Sun_equals_the_reference(int day)
    {
        SolarYear sun = SolarYear.From(_reference.Day(day));

        _reference.Near(day, "zenith", Angle, i => sun.Angles[i].ZenithDeg);
        _reference.Near(day, "app_zenith", Angle, i => sun.Angles[i].ApparentZenithDeg);
        _reference.Near(day, "azimuth", Angle, i => sun.Angles[i].AzimuthDeg);
        _reference.Near(day, "eot_min", Angle, i => sun.Angles[i].EquationOfTimeMin);
        _reference.Near(day, "dni_extra", Power, i => sun.ExtraterrestrialWm2[i]);
        _reference.Near(day, "airmass_rel", 1e-4, i => sun.RelativeAirMass[i]);
    }

    [Theory]
    [InlineData(0, "fix", PvMount.FixedTilt)]
    [InlineData(1, "fix", PvMount.FixedTilt)]
    [InlineData(0, "trk", PvMount.SingleAxisTracker)]
    [InlineData(1, "trk", PvMount.SingleAxisTracker)]
    public void Plane_irradiance_and_power_equal_the_reference(int day, string prefix, PvMount mount)
    {
        WeatherYear weather = _reference.Day(day);
        SolarYear sun = SolarYear.From(weather);
        var options = new PvOptions { Mount = mount };
        PlaneGeometry plane = PvYield.Plane(sun, options);
        double[] ac = PvYield.Compute(weather, sun, options);

        _reference.Near(day, $"{prefix}_poa_perez", Irradiance, Light(SkyModel.Perez).TotalWm2);
        _reference.Near(day, $"{prefix}_poa_haydavies", Irradiance, Light(SkyModel.HayDavies).TotalWm2);
        _reference.Near(day, $"{prefix}_poa_isotropic", Irradiance, Light(SkyModel.Isotropic).TotalWm2);
        _reference.Near(day, $"{prefix}_ac_w", Power, i => 1000 * ac[i]);

        PlaneIrradiance Light(SkyModel sky) => PlaneIrradiance.Of(weather, sun, plane, sky, 0.25);
    }

    [Theory, InlineData(0), InlineData(1)]
    public void Erbs_split_equals_the_reference(int day)
    {
        WeatherYear weather = _reference.Day(day);
        SolarYear sun = SolarYear.From(weather);

        _reference.Near(day, "erbs_dni", Irradiance, i => Decomposition.Erbs(
            weather.GlobalHorizontalWm2[i], sun.Angles[i].ZenithDeg, sun.ExtraterrestrialWm2[i]).DirectNormalWm2);
    }

    [Theory, InlineData(0), InlineData(1)]
    public void Wind_power_equals_the_reference(int day)
    {
        WeatherYear weather = _reference.Day(day);
        WindOptions gross = new WindOptions().WithLosses(0);
        double[] corrected = WindYield.Compute(weather, NaomaohuHours.V126(), gross);
        double[] plain = WindYield.Compute(
            weather, NaomaohuHours.V126(), gross with { Density = AirDensityCorrection.None });

        _reference.Near(day, "V126_3450_pu_rho", PerUnit, i => corrected[i]);
        _reference.Near(day, "V126_3450_pu", PerUnit, i => plain[i]);
    }
}
