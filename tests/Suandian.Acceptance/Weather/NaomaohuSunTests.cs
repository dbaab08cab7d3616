namespace Suandian.Weather;

/// <summary>Sun and sky of the synthetic Naomaohu year, hour by hour against pvlib 0.15.2.</summary>
public class NaomaohuSunTests
{
    const double AngleDeg = 0.001;
    const double IrradianceWm2 = 0.05;

    readonly ReferenceTable _reference = ReferenceTable.Read("weather/naomaohu_pv.csv.gz");

    [Fact]
    public void Sun_angles_equal_pvlib_in_every_hour()
    {
        SolarAngles[] angles = SolarYear.From(ReferenceTable.Naomaohu()).Angles;

        double zenith = _reference.Deviation("zenith", i => angles[i].ZenithDeg);
        double apparent = _reference.Deviation("app_zenith", i => angles[i].ApparentZenithDeg);
        double azimuth = _reference.Deviation("azimuth", i => angles[i].AzimuthDeg);
        double minutes = _reference.Deviation("eot_min", i => angles[i].EquationOfTimeMin);

        Assert.InRange(zenith, 0, AngleDeg);
        Assert.InRange(apparent, 0, AngleDeg);
        Assert.InRange(azimuth, 0, AngleDeg);
        Assert.InRange(minutes, 0, AngleDeg);
    }

    [Fact]
    public void Extraterrestrial_irradiance_and_air_mass_equal_pvlib_in_every_hour()
    {
        SolarYear sun = SolarYear.From(ReferenceTable.Naomaohu());

        _reference.EqualAsPrinted("dni_extra", 3, i => sun.ExtraterrestrialWm2[i]);
        _reference.EqualAsPrinted("airmass_rel", 4, i => sun.RelativeAirMass[i]);
    }

    [Fact]
    public void Clear_sky_and_Erbs_equal_pvlib_in_every_hour()
    {
        WeatherYear weather = ReferenceTable.Naomaohu();
        SolarYear sun = SolarYear.From(weather);
        double pressure = sun.Site.PressurePa / Atmosphere.SeaLevelPressurePa;

        double global = _reference.Deviation("cs_ghi_tl3", i => Clear(i).GlobalWm2);
        double direct = _reference.Deviation("cs_dni_tl3", i => Clear(i).DirectNormalWm2);
        double erbsDirect = _reference.Deviation("erbs_dni", i => Erbs(i).DirectNormalWm2);
        double erbsDiffuse = _reference.Deviation("erbs_dhi", i => Erbs(i).DiffuseWm2);

        Assert.InRange(global, 0, IrradianceWm2);
        Assert.InRange(direct, 0, IrradianceWm2);
        Assert.InRange(erbsDirect, 0, IrradianceWm2);
        Assert.InRange(erbsDiffuse, 0, IrradianceWm2);

        ClearSky Clear(int i) => ClearSky.Ineichen(
            sun.Up[i], sun.RelativeAirMass[i] * pressure, 3, weather.ElevationM, sun.ExtraterrestrialWm2[i]);
        (double DirectNormalWm2, double DiffuseWm2) Erbs(int i) => Decomposition.Erbs(
            weather.GlobalHorizontalWm2[i], sun.Angles[i].ZenithDeg, sun.ExtraterrestrialWm2[i]);
    }
}
