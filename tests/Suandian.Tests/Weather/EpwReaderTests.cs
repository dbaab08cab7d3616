using System.Globalization;

namespace Suandian.Weather;

public class EpwReaderTests
{
    static readonly Text Origin = new("测试文件", "test file");

    [Fact]
    public void Values_go_to_their_columns()
    {
        WeatherYear year = Read(File(24)).Year!;

        Assert.Equal((43.77, 95, 480, 8), (year.LatitudeDeg, year.LongitudeDeg, year.ElevationM, year.UtcOffsetH));
        Assert.Equal((-5.5, 60, 96000), (year.TemperatureC[0], year.RelativeHumidityPct[0], year.PressurePa[0]));
        Assert.Equal((300, 400, 100), (year.GlobalHorizontalWm2[0], year.DirectNormalWm2[0], year.DiffuseHorizontalWm2[0]));
        Assert.Equal(4.4, year.WindSpeedMS[0]);
        Assert.Equal(new DateTime(2023, 1, 1, 1, 0, 0, DateTimeKind.Unspecified), year.FirstLabel);
        Assert.Equal(HourConvention.HourEnding, year.Hours);
        Assert.False(year.IsSynthetic);
    }

    [Fact]
    public void File_that_calls_itself_synthetic_stays_marked()
    {
        WeatherYear year = Read(File(24).Replace("Somewhere", "Somewhere (SYNTHETIC)", StringComparison.Ordinal)).Year!;

        Assert.True(year.IsSynthetic);
        Assert.Contains("SYNTHETIC", year.Origin.En, StringComparison.Ordinal);
        Assert.Contains("合成", year.Origin.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_is_reported_with_line_and_column_at_once()
    {
        string[] lines = File(24).Split('\n');
        lines[8] = lines[8].Replace("-5.5", "99.9", StringComparison.Ordinal);
        lines[9] = lines[9].Replace(",300,", ",9999,", StringComparison.Ordinal);
        lines[10] = lines[10].Replace(",4.4,", ",,", StringComparison.Ordinal);
        lines[11] = lines[11].Replace("96000", "960", StringComparison.Ordinal);
        lines[12] = lines[12].Replace(",400,", ",NaN,", StringComparison.Ordinal);
        lines[13] = "2023,1,1";

        WeatherReading reading = Read(string.Join('\n', lines));

        Assert.Null(reading.Year);
        Assert.Equal(
            [(9, "temperature_c", "99.9"), (10, "ghi_w_m2", "9999"), (11, "wind_speed_m_s", ""),
                (12, "pressure_pa", "960"), (13, "dni_w_m2", "NaN"), (14, null, "3")],
            reading.Problems.Select(p => (p.Line!.Value, p.Column, p.Value)));
        Assert.All(reading.Problems, p => Assert.False(p.Expected.Zh.Length == 0 || p.Remedy.En.Length == 0));
    }

    [Fact]
    public void Missing_and_repeated_hours_are_found()
    {
        List<string> lines = [.. File(24).Split('\n')];
        lines.Insert(15, lines[14]);
        lines.RemoveAt(20);

        WeatherReading reading = Read(string.Join('\n', lines));

        Assert.Equal([16, 21], reading.Problems.Select(p => p.Line!.Value));
        Assert.All(reading.Problems, p => Assert.Equal("time", p.Column));
    }

    [Fact]
    public void Typical_year_of_mixed_years_without_leap_day_is_whole()
    {
        // February from the leap year 1996, March from 1999: 59 days to the end of February, then 1 March.
        WeatherReading reading = Read(File(60 * 24, hour => hour < 31 * 24 ? 1996 : hour < 59 * 24 ? 1996 : 1999));

        Assert.Empty(reading.Problems);
        Assert.Equal(60 * 24, reading.Year!.Length);
        Assert.Equal(1997, reading.Year.FirstLabel.Year); // 1996 would put 29 February between the rows
    }

    [Fact]
    public void Leap_year_with_its_leap_day_keeps_its_calendar()
    {
        WeatherReading reading = Read(File(366 * 24, _ => 2024));

        Assert.Empty(reading.Problems);
        Assert.Equal(8784, reading.Year!.Length);
        Assert.Equal(2024, reading.Year.FirstLabel.Year);
    }

    [Fact]
    public void Something_else_than_an_EPW_is_one_problem()
    {
        WeatherReading reading = Read("ghi_w_m2,temperature_c\n1,2\n");

        Assert.Equal(1, Assert.Single(reading.Problems).Line);
    }

    [Fact]
    public void Half_hourly_records_and_summer_time_are_refused()
    {
        string file = File(24)
            .Replace("DATA PERIODS,1,1", "DATA PERIODS,1,2", StringComparison.Ordinal)
            .Replace("SAVINGS,No,0,0,0", "SAVINGS,No,3/31,10/27,0", StringComparison.Ordinal);

        Assert.Equal(2, Read(file).Problems.Count);
    }

    static WeatherReading Read(string text) => EpwReader.Read(new StringReader(text), Origin);

    static string File(int hours, Func<int, int>? yearOf = null)
    {
        yearOf ??= _ => 2023;
        var lines = new List<string>
        {
            "LOCATION,Somewhere,Xinjiang,CHN,CSWD,000000,43.77,95.00,8.0,480.0", "DESIGN CONDITIONS,0",
            "TYPICAL/EXTREME PERIODS,0", "GROUND TEMPERATURES,0", "HOLIDAYS/DAYLIGHT SAVINGS,No,0,0,0",
            "COMMENTS 1,", "COMMENTS 2,", "DATA PERIODS,1,1,Data,Sunday, 1/ 1,12/31",
        };
        int calendar = yearOf(0) == yearOf(hours - 1) ? yearOf(0) : 2023;
        var first = new DateTime(calendar, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
        for (int i = 0; i < hours; i++)
        {
            DateTime t = first.AddHours(i);
            lines.Add(string.Create(CultureInfo.InvariantCulture,
                $"{yearOf(i)},{t.Month},{t.Day},{t.Hour + 1},0,*,-5.5,-9,60,96000,0,0,9999,300,400,100,9,9,9,9,229,4.4,1,1"));
        }

        return string.Join('\n', lines);
    }
}
