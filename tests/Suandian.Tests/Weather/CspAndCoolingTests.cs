namespace Suandian.Weather;

public class CspAndCoolingTests
{
    static readonly WeatherYear June = new NaomaohuHours().Day(1);

    [Fact]
    public void Field_gives_its_rating_at_the_design_point_and_nothing_at_night()
    {
        SolarYear sun = SolarYear.From(June);
        int noon = Enumerable.Range(0, 24).MaxBy(i => sun.Up[i]);
        double[] steady = new double[24];
        Array.Fill(steady, 950);
        var options = new CspOptions
        {
            DesignElevationDeg = 90 - sun.Angles[noon].ApparentZenithDeg,
            MirrorAvailabilityPu = 1,
        };

        double[] heat = CspField.Compute(June with { DirectNormalWm2 = steady, WindSpeedMS = new double[24] }, sun, options);

        Assert.Equal(1, heat[noon], 1e-9);
        Assert.All(Enumerable.Range(0, 24).Where(i => sun.Up[i] < 0), i => Assert.Equal(0, heat[i]));
    }

    [Fact]
    public void Strong_wind_stows_the_mirrors()
    {
        double[] storm = new double[24];
        Array.Fill(storm, 15.1);

        Assert.All(CspField.Compute(June with { WindSpeedMS = storm }, SolarYear.From(June), new CspOptions()), h => Assert.Equal(0, h));
    }

    [Fact]
    public void Optical_curve_passes_through_its_table()
    {
        Assert.Equal(0.324, CspField.OpticalEfficiency(10), 1e-12);
        Assert.Equal(0.3635, CspField.OpticalEfficiency(12.5), 1e-12); // half way from 0.324 to 0.403
        Assert.Equal(0.580, CspField.OpticalEfficiency(90), 1e-12);
        Assert.Equal(0, CspField.OpticalEfficiency(-1));
    }

    [Fact]
    public void Wet_bulb_is_that_of_the_paper()
    {
        // R. Stull 2011, section 3: 20 °C and 50 % give 13.7 °C.
        Assert.Equal(13.7, MoistAir.WetBulbC(20, 50), 0.05);
        Assert.True(MoistAir.WetBulbC(-15, 99) <= -15);
    }

    [Fact]
    public void Regimes_follow_dry_and_wet_bulb()
    {
        var hall = new CoolingOptions();

        // Supply 25: free up to 19 °C, evaporative up to a wet bulb of 20 °C.
        Assert.Equal((1.08, CoolingRegime.Free, 0), CoolingPue.Hour(-10, 60, hall));
        Assert.Equal(1.11, CoolingPue.Hour(19, 30, hall).Pue, 1e-12);
        Assert.Equal(CoolingRegime.Evaporative, CoolingPue.Hour(33, 20, hall).Regime);
        Assert.Equal(1.12, CoolingPue.Hour(33, 20, hall).Pue, 1e-12);
        Assert.Equal(CoolingRegime.Mechanical, CoolingPue.Hour(38, 50, hall).Regime);
    }

    [Fact]
    public void Dry_hall_in_heat_pays_the_compressor()
    {
        // 31 °C, dry: air reached 37 °C, share (37 − 25)/12 = 1; Te 290.15 K, Tc 316.15 K, COP = 0.45 x 290.15/26 = 5.0218.
        var (pue, regime, water) = CoolingPue.Hour(31, 30, new CoolingOptions { Rejection = HeatRejection.DryOnly });

        Assert.Equal(1 + 0.06 + 0.05 + 1 / 5.02183, pue, 1e-5);
        Assert.Equal((CoolingRegime.Mechanical, 0), (regime, water));
    }

    [Fact]
    public void Pue_never_falls_as_it_gets_warmer()
    {
        foreach (HeatRejection rejection in Enum.GetValues<HeatRejection>())
        {
            var hall = new CoolingOptions { Rejection = rejection };
            double before = 1;
            for (double t = -40; t <= 50; t += 0.25)
            {
                double pue = CoolingPue.Hour(t, 40, hall).Pue;
                Assert.True(pue >= before - 1e-12, $"{rejection} {t} °C: {pue} after {before}");
                before = pue;
            }
        }
    }

    [Fact]
    public void Synthetic_Naomaohu_cools_freely_for_most_of_the_year()
    {
        CoolingYear year = CoolingPue.Compute(SyntheticYear.Draw(SyntheticYearTests.Site, SyntheticYearTests.Naomaohu), new CoolingOptions());

        Assert.InRange(year.Regimes.Count(r => r == CoolingRegime.Free), 5000, 7500);
        Assert.InRange(year.Pue.Average(), 1.08, 1.2);
    }
}
