namespace Suandian.Weather;

public class SyntheticYearTests
{
    // monthly_normals of the synthetic Naomaohu year: the inputs, and the GHI that another generator made of them.
    internal static readonly MonthlyClimate[] Naomaohu =
    [
        Month(1, -11.5, 12, 3.6, 1.6, 0.86, 2.2, 62), Month(2, -5, 13, 4.3, 1.65, 0.87, 2.5, 52),
        Month(3, 4, 14, 5.2, 1.75, 0.85, 3, 38), Month(4, 13.5, 14.5, 6.2, 1.85, 0.84, 3.5, 28),
        Month(5, 20, 14.5, 6.4, 1.9, 0.86, 3.5, 26), Month(6, 25.5, 14, 6, 1.9, 0.87, 3.3, 28),
        Month(7, 27.5, 14, 5.5, 1.9, 0.88, 3.2, 32), Month(8, 25.5, 14.5, 5.2, 1.85, 0.9, 3, 32),
        Month(9, 18.5, 15, 4.9, 1.8, 0.91, 2.8, 33), Month(10, 9, 14, 4.5, 1.7, 0.91, 2.5, 38),
        Month(11, -1, 12.5, 4.2, 1.6, 0.87, 2.3, 50), Month(12, -9.5, 11.5, 3.7, 1.6, 0.84, 2.2, 62),
    ];

    static readonly double[] ReferenceGhiKwhM2 =
        [68.0, 84.4, 132.1, 169.2, 194.6, 217.4, 221.8, 206.7, 157.7, 117.3, 70.8, 52.7];

    internal static readonly SyntheticSite Site = new()
    {
        Name = "Naomaohu",
        LatitudeDeg = 43.77,
        LongitudeDeg = 95,
        ElevationM = 480,
        Seed = 652205,
    };

    static readonly WeatherYear Drawn = SyntheticYear.Draw(Site, Naomaohu);

    [Fact]
    public void Same_seed_draws_the_same_year_and_another_seed_another()
    {
        WeatherYear again = SyntheticYear.Draw(Site, [.. Naomaohu.Reverse()]);
        WeatherYear other = SyntheticYear.Draw(Site with { Seed = 1 }, Naomaohu);

        Assert.Equal(Drawn.WindSpeedMS, again.WindSpeedMS);
        Assert.Equal(Drawn.GlobalHorizontalWm2, again.GlobalHorizontalWm2);
        Assert.NotEqual(Drawn.WindSpeedMS, other.WindSpeedMS);
    }

    [Theory, InlineData(652205), InlineData(1), InlineData(7)]
    public void Monthly_means_are_those_of_the_climate(int seed)
    {
        WeatherYear year = SyntheticYear.Draw(Site with { Seed = seed }, Naomaohu);
        for (int m = 0; m < 12; m++)
        {
            Assert.Equal(Naomaohu[m].TemperatureC, Mean(year.TemperatureC, m), 0.05);
            Assert.Equal(Naomaohu[m].WindSpeed10mMS, Mean(year.WindSpeedMS, m), 0.01 * Naomaohu[m].WindSpeed10mMS);
            Assert.Equal(Naomaohu[m].RelativeHumidityPct, Mean(year.RelativeHumidityPct, m), 1.0);
        }
    }

    [Theory, InlineData(652205), InlineData(1), InlineData(7)]
    public void Irradiance_is_that_of_the_climate(int seed)
    {
        WeatherYear year = SyntheticYear.Draw(Site with { Seed = seed }, Naomaohu);

        // The reference months are one draw around the same figures; its own index strays by several per cent.
        for (int m = 0; m < 12; m++)
            Assert.Equal(ReferenceGhiKwhM2[m], Sum(year.GlobalHorizontalWm2, m) / 1000, 0.10 * ReferenceGhiKwhM2[m]);
        Assert.Equal(1692.7, year.GlobalHorizontalWm2.Sum() / 1000, 0.02 * 1692.7);
        Assert.Equal(1835.3, year.DirectNormalWm2.Sum() / 1000, 0.10 * 1835.3);
    }

    [Fact]
    public void Irradiances_close_and_the_night_is_dark()
    {
        SolarYear sun = SolarYear.From(Drawn);
        for (int i = 0; i < Drawn.Length; i++)
        {
            double cos = Math.Max(0, Math.Cos(sun.Angles[i].ZenithDeg * Math.PI / 180));
            double sum = Drawn.DirectNormalWm2[i] * cos + Drawn.DiffuseHorizontalWm2[i];
            Assert.Equal(Drawn.GlobalHorizontalWm2[i], sum, 1.1); // rounding to 1 W/m2 of two numbers
            Assert.True(sun.Angles[i].ZenithDeg < 89 || Drawn.GlobalHorizontalWm2[i] == 0);
        }
    }

    [Fact]
    public void Wind_remembers_the_hour_before()
    {
        Assert.InRange(Autocorrelation(Drawn.WindSpeedMS, 1), 0.92, 0.97);
        Assert.InRange(Autocorrelation(Drawn.WindSpeedMS, 24), 0.2, 0.6);
    }

    [Fact]
    public void Daily_range_is_that_of_the_climate()
    {
        for (int m = 0; m < 12; m++)
        {
            double range = Enumerable.Range(0, 365).Where(d => MonthOf(d) == m)
                .Average(d => Drawn.TemperatureC.AsSpan(24 * d, 24).ToArray().Max() - Drawn.TemperatureC.AsSpan(24 * d, 24).ToArray().Min());
            Assert.Equal(Naomaohu[m].DiurnalRangeC, range, 2.0); // the anomaly of the day adds to the pure cosine
        }
    }

    [Fact]
    public void Origin_says_synthetic_in_both_languages()
    {
        Assert.True(Drawn.IsSynthetic);
        Assert.Contains("合成", Drawn.Origin.Zh, StringComparison.Ordinal);
        Assert.Contains("SYNTHETIC", Drawn.Origin.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Leap_year_has_8784_hours_and_a_southern_site_its_summer_light_in_January()
    {
        WeatherYear year = SyntheticYear.Draw(Site with { Year = 2024, LatitudeDeg = -33.9, LongitudeDeg = 151.2, UtcOffsetH = 10 }, Naomaohu);

        Assert.Equal(8784, year.Length);
        Assert.True(Sum(year.GlobalHorizontalWm2, 0) > 2 * Sum(year.GlobalHorizontalWm2, 5));
    }

    [Fact]
    public void Missing_month_and_wild_figures_are_listed_together()
    {
        MonthlyClimate[] months = [.. Naomaohu.Skip(1)];
        months[0] = months[0] with { WeibullK = 12, ClearSkyIndex = 2 };

        Assert.Equal(3, MonthlyClimate.Problems(months).Count);
        Assert.Throws<ArgumentException>(() => SyntheticYear.Draw(Site, months));
    }

    [Fact]
    public void Random_numbers_are_the_published_ones()
    {
        // First outputs for seed 1234567 in the reference implementation's published test vector.
        var random = new SplitMix64(1234567);

        Assert.Equal([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL],
            [random.Next(), random.Next(), random.Next()]);
    }

    [Fact]
    public void Distribution_functions_equal_tables()
    {
        Assert.Equal(0.9750021, Distributions.NormalCdf(1.96), 2e-7);
        Assert.Equal(0.1586553, Distributions.NormalCdf(-1), 2e-7);
        Assert.Equal(0.8862269255, Distributions.Gamma(1.5), 1e-9); // √π/2
        Assert.Equal(24, Distributions.Gamma(5), 1e-7);
        // Weibull k = 2, mean 1: median = 2/√π √ln 2.
        Assert.Equal(2 / Math.Sqrt(Math.PI) * Math.Sqrt(Math.Log(2)), Distributions.WeibullQuantile(0.5, 2, 1), 1e-9);
        double mean = Enumerable.Range(0, 10000).Average(i => Distributions.EntropyQuantile((i + 0.5) / 10000, 0.14));
        Assert.Equal(0.14, mean, 1e-4);
    }

    static MonthlyClimate Month(int m, double t, double range, double wind, double k, double index, double tl, double rh) => new()
    {
        Month = m,
        TemperatureC = t,
        DiurnalRangeC = range,
        WindSpeed10mMS = wind,
        WeibullK = k,
        ClearSkyIndex = index,
        LinkeTurbidity = tl,
        RelativeHumidityPct = rh,
    };

    static int MonthOf(int day) => new DateTime(2023, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(day).Month - 1;

    static double Mean(double[] values, int month) => values.Where((_, i) => MonthOf(i / 24) == month).Average();

    static double Sum(double[] values, int month) => values.Where((_, i) => MonthOf(i / 24) == month).Sum();

    static double Autocorrelation(double[] x, int lag)
    {
        double mean = x.Average(), top = 0, bottom = 0;
        for (int i = 0; i < x.Length; i++)
        {
            bottom += (x[i] - mean) * (x[i] - mean);
            if (i >= lag)
                top += (x[i] - mean) * (x[i - lag] - mean);
        }

        return top / bottom;
    }
}
