namespace Suandian.Weather;

public class SolarPositionTests
{
    // I. Reda, A. Andreas, NREL/TP-560-34302, appendix A.5: Golden, Colorado, 2003-10-17 12:30:30 at UTC-7.
    static readonly DateTime Golden = new(2003, 10, 17, 19, 30, 30, DateTimeKind.Utc);
    static readonly SolarSite GoldenSite = new(39.742476, -105.1786, 1830.14)
    {
        PressurePa = 82000,
        TemperatureC = 11,
        DeltaTSeconds = 67,
    };

    [Fact]
    public void Worked_example_of_the_report_is_reproduced()
    {
        SolarAngles sun = SolarPosition.At(Golden, GoldenSite);

        // Printed with five decimals: half a unit of the last one.
        Assert.Equal(50.11162, sun.ApparentZenithDeg, 0.5e-5);
        Assert.Equal(194.34024, sun.AzimuthDeg, 0.5e-5);
        Assert.Equal(14.641503, sun.EquationOfTimeMin, 1e-5);
    }

    [Fact]
    public void Incidence_on_the_example_surface_is_reproduced()
    {
        SolarAngles sun = SolarPosition.At(Golden, GoldenSite);

        // Slope 30 degrees, rotated 10 degrees from south to the east; the report prints 25.18700.
        double cos = PlaneGeometry.CosineOfIncidence(30, 170, sun.ApparentZenithDeg, sun.AzimuthDeg);

        Assert.Equal(25.18700, Math.Acos(cos) * 180 / Math.PI, 1e-5);
    }

    [Fact]
    public void Julian_day_of_the_example_is_reproduced() =>
        Assert.Equal(2452930.312847, SolarPosition.JulianDay(Golden), 1e-6);

    [Fact]
    public void Series_deviates_less_than_a_millionth_of_a_degree_from_the_full_algorithm()
    {
        var first = new DateTime(2023, 12, 31, 16, 30, 0, DateTimeKind.Utc);
        var site = new SolarSite(43.77, 95, 480);
        var series = new SolarAngles[8784];
        SolarPosition.Series(first, 1, site, series);

        for (int i = 0; i < series.Length; i += 7)
        {
            SolarAngles full = SolarPosition.At(first.AddHours(i), site);
            Assert.Equal(full.ZenithDeg, series[i].ZenithDeg, 1e-6);
            Assert.Equal(0, Math.IEEERemainder(full.AzimuthDeg - series[i].AzimuthDeg, 360), 1e-6);
            Assert.Equal(full.EquationOfTimeMin, series[i].EquationOfTimeMin, 4e-6);
        }
    }

    // Moments of equinox and solstice of the leap year 2024 as published by almanacs (to the minute). At the pole the
    // elevation is the declination less the parallax of 0.0024 degree; the declination then is 0 or the obliquity.
    [Theory]
    [InlineData(3, 20, 3, 6, 0)]
    [InlineData(6, 20, 20, 51, 23.438)]
    [InlineData(9, 22, 12, 44, 0)]
    [InlineData(12, 21, 9, 20, -23.438)]
    public void Leap_year_keeps_equinox_and_solstice(int month, int day, int hour, int minute, double declinationDeg)
    {
        var pole = new SolarSite(90, 0, 0);

        SolarAngles sun = SolarPosition.At(new DateTime(2024, month, day, hour, minute, 0, DateTimeKind.Utc), pole);

        Assert.Equal(declinationDeg, 90 - sun.ZenithDeg, 0.006);
    }

    [Fact]
    public void Leap_year_of_8784_hours_ends_on_day_366()
    {
        var first = new DateTime(2024, 1, 1, 0, 30, 0, DateTimeKind.Utc);
        SolarYear sun = SolarYear.From(first, 8784, new SolarSite(43.77, 95, 480));

        Assert.Equal(Atmosphere.ExtraterrestrialWm2(60), sun.ExtraterrestrialWm2[59 * 24]);
        Assert.Equal(Atmosphere.ExtraterrestrialWm2(366), sun.ExtraterrestrialWm2[^1]);
        Assert.Equal(
            SolarPosition.At(new DateTime(2024, 12, 31, 23, 30, 0, DateTimeKind.Utc), sun.Site).ZenithDeg,
            sun.Angles[^1].ZenithDeg, 1e-6);
    }

    [Fact]
    public void Southern_noon_sun_stands_in_the_north()
    {
        // Sydney, 33.87 S 151.21 E, about solar noon of the December solstice: zenith 33.87 - 23.44 = 10.43.
        var noon = new DateTime(2023, 12, 22, 1, 54, 0, DateTimeKind.Utc);

        SolarAngles sun = SolarPosition.At(noon, new SolarSite(-33.87, 151.21, 20));

        Assert.Equal(10.43, sun.ZenithDeg, 0.02);
        Assert.True(sun.AzimuthDeg is < 5 or > 355, $"azimuth {sun.AzimuthDeg}");
    }

    [Fact]
    public void Southern_plane_facing_north_catches_more_than_one_facing_south()
    {
        SolarYear sun = SolarYear.From(
            new DateTime(2023, 6, 20, 14, 30, 0, DateTimeKind.Utc), 24, new SolarSite(-33.87, 151.21, 20));

        Assert.True(Beam(0) > 2 * Beam(180));

        double Beam(double azimuth) =>
            PlaneGeometry.Fixed(sun, 35, azimuth).CosIncidence.Where((_, i) => sun.Up[i] > 0).Sum(c => Math.Max(0, c));
    }

    [Fact]
    public void Hemispheres_mirror_each_other_half_a_year_apart()
    {
        // Declination at the December solstice is minus that of June within 0.01 degree; so are the noon zeniths.
        double north = Least(43.77, new DateTime(2023, 6, 21, 0, 0, 0, DateTimeKind.Utc));
        double south = Least(-43.77, new DateTime(2023, 12, 22, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal(north, south, 0.02);

        static double Least(double latitude, DateTime day)
        {
            var angles = new SolarAngles[24 * 60];
            SolarPosition.Series(day, 1.0 / 60, new SolarSite(latitude, 0, 0), angles);
            return angles.Min(a => a.ZenithDeg);
        }
    }
}
