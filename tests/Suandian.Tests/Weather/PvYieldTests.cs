namespace Suandian.Weather;

public class PvYieldTests
{
    readonly NaomaohuHours _reference = new();

    [Fact]
    public void PVWatts_losses_together_are_the_published_14_percent() =>
        Assert.Equal(0.140757, PvWatts.Losses(PvWatts.DefaultLossesPu), 1e-6);

    [Fact]
    public void Inverter_clips_at_its_rating()
    {
        // z = 1.5: efficiency 0.96/0.9637 (-0.0243 - 0.003933 + 0.9858) = 0.95388; 0.95388 x 1.5/0.96 = 1.49 > 1.
        Assert.Equal(1, PvWatts.Ac(1.5, 0.96));
        // z = 0.5: 0.96/0.9637 (-0.0081 - 0.0118 + 0.9858) = 0.962191; x 0.5/0.96 = 0.501141.
        Assert.Equal(0.501141, PvWatts.Ac(0.5, 0.96), 1e-6);
        // z = 0.001: -0.0059/z takes all: nothing comes out.
        Assert.Equal(0, PvWatts.Ac(0.001, 0.96));
    }

    [Fact]
    public void Small_inverter_clips_the_June_noon_and_the_rating_scales_it()
    {
        WeatherYear june = _reference.Day(1);
        var options = new PvOptions { DcAcRatio = 2.5 };
        double[] dc = PvYield.Compute(june, options);
        double[] ac = PvYield.Compute(june, options with { Rating = PvRating.Ac });

        Assert.Equal(1, ac.Max());
        Assert.Equal(1 / 2.5, dc.Max(), 1e-12);
    }

    [Fact]
    public void Bifacial_rear_adds_some_per_cent_and_one_sided_modules_nothing()
    {
        WeatherYear june = _reference.Day(1);
        double front = PvYield.Compute(june, new PvOptions()).Sum();
        double both = PvYield.Compute(june, new PvOptions { BifacialityPu = 0.7 }).Sum();

        // One hour by hand: GHI 800, DHI 100, tilt 40 (cos 0.766), albedo 0.25, gcr 0.45:
        // 0.9 (0.25 x 800 x 0.55 x 0.883 + 100 x 0.117) = 0.9 (97.13 + 11.70) = 97.9 W/m2.
        Assert.Equal(97.95, BifacialGain.RearWm2(800, 100, Math.Cos(40 * Math.PI / 180), 0.25, 0.45), 0.1);
        Assert.InRange(both / front, 1.03, 1.15);
    }

    [Fact]
    public void Options_out_of_range_are_listed_together_and_refused()
    {
        var options = new PvOptions { TiltDeg = 120, Albedo = 2, GammaPerC = 0.4 };

        Assert.Equal(3, options.Problems().Count);
        Assert.Throws<ArgumentException>(() => PvYield.Compute(_reference.Day(0), options));
    }

    [Fact]
    public void Glass_lets_all_through_straight_and_nothing_grazing()
    {
        Assert.Equal(1, IncidenceAngleModifier.Physical(1), 1e-12);
        Assert.Equal(0, IncidenceAngleModifier.Physical(0));
        // 60 degrees by hand: cos of refraction 0.823369; reflected (0.430673² + 0.038055²)/2 = 0.093464;
        // 0.906536 exp(−0.008/0.823369) = 0.897771; straight 0.956638 exp(−0.008) = 0.949016; ratio 0.946002.
        Assert.Equal(0.946002, IncidenceAngleModifier.Physical(0.5), 2e-6);
    }

    [Fact]
    public void Horizontal_plane_sees_exactly_what_the_horizontal_instruments_see()
    {
        WeatherYear june = _reference.Day(1);
        SolarYear sun = SolarYear.From(june);
        PlaneGeometry flat = PlaneGeometry.Fixed(sun, 0, 180);
        foreach (SkyModel sky in Enum.GetValues<SkyModel>())
        {
            PlaneIrradiance light = PlaneIrradiance.Of(june, sun, flat, sky, 0.25);
            for (int i = 0; i < 24; i++)
            {
                bool high = sun.Up[i] > Math.Cos(85 * Math.PI / 180);
                double expected = june.DirectNormalWm2[i] * Math.Max(0, sun.Up[i]) + june.DiffuseHorizontalWm2[i];
                if (high)
                    Assert.Equal(expected, light.TotalWm2(i), 1e-9);
            }
        }
    }

    [Fact]
    public void Backtracking_rows_never_shade_each_other()
    {
        // Neighbours shade when the shadow of a row is longer than the pitch: |cos(θ_ideal − θ)|/cos θ_ideal > 1/gcr.
        SolarYear sun = SolarYear.From(_reference.Day(0));
        var tracker = new TrackerOptions { MaximumRotationDeg = 90, GroundCoverRatio = 0.5 };
        double[] rotation = PlaneGeometry.Tracking(sun, tracker).RotationDeg;
        for (int i = 0; i < 24; i++)
        {
            if (sun.Up[i] <= 0)
                continue;
            double ideal = Math.Atan2(-sun.East[i], sun.Up[i]);
            double shadow = Math.Cos(ideal - rotation[i] * Math.PI / 180) / Math.Cos(ideal);
            Assert.True(shadow <= 1 / tracker.GroundCoverRatio + 1e-9, $"hour {i}: {shadow}");
        }
    }

    [Fact]
    public void Clock_check_finds_an_hour_of_shift()
    {
        WeatherYear june = _reference.Day(1);

        Assert.Equal(0, ClockCheck.BestShiftH(june));
        Assert.Equal(-1, ClockCheck.BestShiftH(june with { FirstLabel = june.FirstLabel.AddHours(1) }));
    }
}
