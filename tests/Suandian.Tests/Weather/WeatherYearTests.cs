namespace Suandian.Weather;

public class WeatherYearTests
{
    [Theory]
    [InlineData(HourConvention.HourEnding, 1)]
    [InlineData(HourConvention.HourBeginning, 0)]
    public void Both_conventions_put_the_sun_in_the_middle_of_the_hour(HourConvention hours, int labelHour)
    {
        WeatherYear year = Dark(8, new DateTime(2023, 1, 1, labelHour, 0, 0, DateTimeKind.Unspecified), hours);

        Assert.Equal(new DateTime(2022, 12, 31, 16, 30, 0, DateTimeKind.Utc), year.FirstMiddleUtc);
    }

    [Fact]
    public void Instant_values_have_the_sun_of_their_own_moment()
    {
        var label = new DateTime(2023, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

        Assert.Equal(
            new DateTime(2022, 12, 31, 16, 0, 0, DateTimeKind.Utc),
            Dark(8, label, HourConvention.Instant).FirstMiddleUtc);
    }

    [Fact]
    public void Clock_of_the_file_does_not_move_the_sun()
    {
        var label = new DateTime(2023, 7, 1, 9, 0, 0, DateTimeKind.Unspecified);
        SolarYear beijing = SolarYear.From(Dark(8, label, HourConvention.HourEnding));
        SolarYear greenwich = SolarYear.From(Dark(0, label.AddHours(-8), HourConvention.HourEnding));
        SolarYear nepal = SolarYear.From(Dark(5.75, label.AddHours(-2.25), HourConvention.HourEnding));

        Assert.Equal(greenwich.Angles, beijing.Angles);
        Assert.Equal(greenwich.Angles, nepal.Angles);
    }

    [Fact]
    public void Solar_noon_at_95_E_falls_near_twenty_to_two_Beijing_time()
    {
        // (120 - 95) x 4 min = 100 min after 12:00; the equation of time is near zero on 1 September.
        var label = new DateTime(2023, 9, 1, 1, 0, 0, DateTimeKind.Unspecified);
        SolarYear sun = SolarYear.From(Dark(8, label, HourConvention.HourEnding));

        int best = Enumerable.Range(0, sun.Length).MaxBy(i => sun.Up[i]);

        Assert.Equal(13, best); // 13:00-14:00
    }

    [Fact]
    public void Series_of_different_length_are_refused()
    {
        WeatherYear year = Dark(8, new DateTime(2023, 1, 1, 1, 0, 0, DateTimeKind.Unspecified), HourConvention.HourEnding)
            with
        { PressurePa = new double[23] };

        Assert.Throws<ArgumentException>(() => SolarYear.From(year));
    }

    internal static WeatherYear Dark(double offsetH, DateTime label, HourConvention hours) => new()
    {
        Name = "dark",
        LatitudeDeg = 43.77,
        LongitudeDeg = 95,
        ElevationM = 480,
        UtcOffsetH = offsetH,
        FirstLabel = label,
        Hours = hours,
        GlobalHorizontalWm2 = new double[24],
        DirectNormalWm2 = new double[24],
        DiffuseHorizontalWm2 = new double[24],
        TemperatureC = new double[24],
        RelativeHumidityPct = new double[24],
        WindSpeedMS = new double[24],
        PressurePa = new double[24],
        IsSynthetic = true,
        Origin = new Text("测试", "test"),
    };
}
