using static System.Math;

namespace Suandian.Weather;

/// <summary>Planes, cells and power of the synthetic Naomaohu year, hour by hour against pvlib 0.15.2.</summary>
public class NaomaohuPvTests
{
    const double IrradianceWm2 = 0.05;

    readonly ReferenceTable _reference = ReferenceTable.Read("weather/naomaohu_pv.csv.gz");

    public static TheoryData<string, PvMount> Planes => new()
    {
        { "fix", PvMount.FixedTilt },
        { "trk", PvMount.SingleAxisTracker },
    };

    [Theory, MemberData(nameof(Planes))]
    public void Plane_irradiance_equals_pvlib_in_every_hour_with_three_sky_models(string prefix, PvMount mount)
    {
        var (weather, sun, plane) = Site(mount);
        PlaneIrradiance perez = PlaneIrradiance.Of(weather, sun, plane, SkyModel.Perez, 0.25);
        PlaneIrradiance hay = PlaneIrradiance.Of(weather, sun, plane, SkyModel.HayDavies, 0.25);
        PlaneIrradiance isotropic = PlaneIrradiance.Of(weather, sun, plane, SkyModel.Isotropic, 0.25);

        Assert.InRange(_reference.Deviation($"{prefix}_poa_perez", perez.TotalWm2), 0, IrradianceWm2);
        Assert.InRange(_reference.Deviation($"{prefix}_poa_haydavies", hay.TotalWm2), 0, IrradianceWm2);
        Assert.InRange(_reference.Deviation($"{prefix}_poa_isotropic", isotropic.TotalWm2), 0, IrradianceWm2);
        Assert.InRange(_reference.Deviation($"{prefix}_beam", i => perez.BeamWm2[i]), 0, IrradianceWm2);
        Assert.InRange(_reference.Deviation($"{prefix}_sky_perez", i => perez.SkyWm2[i]), 0, IrradianceWm2);
        Assert.InRange(_reference.Deviation($"{prefix}_ground", i => perez.GroundWm2[i]), 0, IrradianceWm2);
    }

    [Theory, MemberData(nameof(Planes))]
    public void Incidence_angle_and_its_modifier_equal_pvlib_in_every_hour(string prefix, PvMount mount)
    {
        var (_, _, plane) = Site(mount);

        double incidence = _reference.Deviation($"{prefix}_aoi", i => Acos(plane.CosIncidence[i]) * 180 / PI);

        Assert.InRange(incidence, 0, 0.001);
        _reference.EqualAsPrinted($"{prefix}_iam", 5, i => IncidenceAngleModifier.Physical(plane.CosIncidence[i]));
    }

    [Fact]
    public void Tracker_rotation_equals_pvlib_in_every_hour()
    {
        var (_, sun, plane) = Site(PvMount.SingleAxisTracker);

        double rotation = _reference.Deviation("trk_theta", i => sun.Up[i] > 0 ? plane.RotationDeg[i] : 0);
        double tilt = _reference.Deviation("trk_tilt", i => Acos(plane.CosTilt[i]) * 180 / PI);

        Assert.InRange(rotation, 0, 0.001);
        Assert.InRange(tilt, 0, 0.001);
    }

    [Theory, MemberData(nameof(Planes))]
    public void Cell_temperature_and_PVWatts_steps_equal_pvlib_to_the_printed_decimals(string prefix, PvMount mount)
    {
        var (weather, sun, plane) = Site(mount);
        PlaneIrradiance light = PlaneIrradiance.Of(weather, sun, plane, SkyModel.Perez, 0.25);
        double[] ac = PvYield.Compute(weather, sun, new PvOptions { Mount = mount });

        _reference.EqualAsPrinted($"{prefix}_tcell_sapm", 3, i => Cell(CellTemperatureModel.Sapm, i));
        _reference.EqualAsPrinted($"{prefix}_tcell_faiman", 3, i => Cell(CellTemperatureModel.Faiman, i));
        _reference.EqualAsPrinted($"{prefix}_tcell_pvsyst", 3, i => Cell(CellTemperatureModel.Pvsyst, i));
        _reference.EqualAsPrinted($"{prefix}_eff", 2, Effective);
        _reference.EqualAsPrinted($"{prefix}_dc_w", 3, i =>
            1000 * PvWatts.Dc(Effective(i), Cell(CellTemperatureModel.Sapm, i), -0.0035)
            * (1 - PvWatts.Losses(PvWatts.DefaultLossesPu)));
        _reference.EqualAsPrinted($"{prefix}_ac_w", 3, i => 1000 * ac[i]);

        double Cell(CellTemperatureModel model, int i) =>
            CellTemperature.By(model, light.TotalWm2(i), weather.TemperatureC[i], weather.WindSpeedMS[i]);
        double Effective(int i) => light.BeamWm2[i] * IncidenceAngleModifier.Physical(plane.CosIncidence[i])
            + light.SkyWm2[i] + light.GroundWm2[i];
    }

    // Sums: weather/sums_naomaohu.txt, printed to 0.001 kWh; half a unit of that.
    [Theory]
    [InlineData(PvMount.FixedTilt, 1958.993, 2043.498, 2094.636, 1723.053, 1652.158)]
    [InlineData(PvMount.SingleAxisTracker, 2073.173, 2189.468, 2245.069, 1841.561, 1767.652)]
    public void Yearly_sums_equal_pvlib(PvMount mount, double isotropic, double hayDavies, double perez, double dc, double ac)
    {
        var (weather, sun, plane) = Site(mount);

        Assert.Equal(isotropic, Sum(SkyModel.Isotropic), 0.001);
        Assert.Equal(hayDavies, Sum(SkyModel.HayDavies), 0.001);
        Assert.Equal(perez, Sum(SkyModel.Perez), 0.001);
        Assert.Equal(dc, Dc(), 0.001);
        Assert.Equal(ac, PvYield.Compute(weather, new PvOptions { Mount = mount }).Sum(), 0.001);

        double Sum(SkyModel sky)
        {
            PlaneIrradiance light = PlaneIrradiance.Of(weather, sun, plane, sky, 0.25);
            return Enumerable.Range(0, sun.Length).Sum(light.TotalWm2) / 1000;
        }

        double Dc()
        {
            PlaneIrradiance light = PlaneIrradiance.Of(weather, sun, plane, SkyModel.Perez, 0.25);
            return (1 - PvWatts.Losses(PvWatts.DefaultLossesPu)) * Enumerable.Range(0, sun.Length).Sum(i => PvWatts.Dc(
                light.TotalWm2(i) - light.BeamWm2[i] * (1 - IncidenceAngleModifier.Physical(plane.CosIncidence[i])),
                CellTemperature.Sapm(light.TotalWm2(i), weather.TemperatureC[i], weather.WindSpeedMS[i]), -0.0035));
        }
    }

    static (WeatherYear Weather, SolarYear Sun, PlaneGeometry Plane) Site(PvMount mount)
    {
        WeatherYear weather = ReferenceTable.Naomaohu();
        SolarYear sun = SolarYear.From(weather);
        return (weather, sun, PvYield.Plane(sun, new PvOptions { Mount = mount }));
    }
}
