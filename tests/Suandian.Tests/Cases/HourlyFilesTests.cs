using System.Globalization;
using System.Text;
using Parquet;
using Parquet.Schema;

namespace Suandian.Cases;

public class HourlyFilesTests
{
    static readonly DateTime NewYear = new(2025, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    [Theory]
    [InlineData("yyyy-MM-dd HH:mm")]
    [InlineData("yyyy-MM-ddTHH:mm:ss")]
    [InlineData("yyyy/M/d H:mm")]
    [InlineData("yyyy-MM-ddTHH:mm+08:00")]
    public void Times_and_hours_give_the_same_series(string format)
    {
        using var copy = CleanCase.Copy();
        var before = CaseFolder.Read(copy.Folder).Case!;
        string[] lines = File.ReadAllLines(copy.File("series/hourly.csv"));
        File.WriteAllLines(copy.File("series/hourly.csv"), lines.Select((line, i) => i == 0
            ? line.Replace("hour", "time", StringComparison.Ordinal)
            : NewYear.AddHours(i - 1).ToString(format.Replace("+08:00", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)
                + (format.Contains('+', StringComparison.Ordinal) ? "+08:00" : "") + line[line.IndexOf(',', StringComparison.Ordinal)..]));

        var after = CaseFolder.Read(copy.Folder);

        Assert.Empty(after.Problems);
        Assert.Equal(before.Series["pue"], after.Case!.Series["pue"]);
    }

    [Fact]
    public void A_leap_year_without_its_29_February_is_a_year()
    {
        var hours = new HourlySeries.HourOfRow(isTime: true, utcOffsetH: 8);

        Assert.True(hours.Read("2024-03-01 00:00"u8, out int first)); // day 60 of a common year: hour 59 · 24
        Assert.Equal(1416, first);
        Assert.True(hours.Read("2024-12-31 23:00"u8, out int last));
        Assert.Equal(8759, last);
    }

    [Fact]
    public async Task Parquet_and_csv_give_the_same_series()
    {
        using var copy = CleanCase.Copy();
        var before = CaseFolder.Read(copy.Folder).Case!;
        string[] names = [.. before.Series.Keys.Order(StringComparer.Ordinal)];
        File.Delete(copy.File("series/hourly.csv"));
        await WriteParquet(copy.File("series/hourly.parquet"), names, n => before.Series[n]);

        var after = CaseFolder.Read(copy.Folder);

        Assert.Empty(after.Problems);
        Assert.Equal(8760, after.Case!.FilesRead.Single(f => f.Path == "series/hourly.parquet").Rows);
        Assert.All(names, n => Assert.Equal(before.Series[n], after.Case.Series[n]));
    }

    [Fact]
    public async Task NaN_in_parquet_is_named_by_row_and_column()
    {
        using var copy = CleanCase.Copy();
        double[] holed = [.. Enumerable.Repeat(1.0, 8760)];
        holed[99] = double.NaN;
        await WriteParquet(copy.File("series/other.parquet"), ["holed"], _ => holed);

        var problem = CaseFolder.Read(copy.Folder).Problems.Single(p => p.Code == ProblemCode.SeriesNotFinite);

        Assert.Equal(("series/other.parquet", 101, "holed"), (problem.File, problem.Row, problem.Column));
    }

    [Theory]
    [InlineData("43.8,95.0", false)]
    [InlineData("39.9,116.4", true)]
    public void An_EPW_is_the_weather_of_its_site_unless_it_is_of_another_town(string place, bool elsewhere)
    {
        using var copy = CleanCase.Copy();
        Directory.CreateDirectory(copy.File("weather"));
        File.WriteAllText(copy.File("weather/base.epw"), Epw(place));
        WithFile(copy, "base.epw");

        var reading = CaseFolder.Read(copy.Folder);

        Assert.Equal(elsewhere ? [ProblemCode.WeatherFileElsewhere] : [], reading.Problems.Select(p => p.Code));
        Assert.Equal(8760, reading.Case!.WeatherYears["base"].Length);
        Assert.Equal(12.5, reading.Case.WeatherYears["base"].TemperatureC[5]);
    }

    [Fact]
    public void A_plain_hourly_table_is_weather_too()
    {
        using var copy = CleanCase.Copy();
        Directory.CreateDirectory(copy.File("weather"));
        File.WriteAllText(copy.File("weather/base.csv"),
            "ghi_w_m2,dni_w_m2,dhi_w_m2,temperature_c,relative_humidity_pct,wind_speed_m_s,pressure_pa\n"
            + string.Concat(Enumerable.Repeat("0,0,0,-3.5,50,4,95000\n", 8760)));
        WithFile(copy, "base.csv");

        var reading = CaseFolder.Read(copy.Folder);

        Assert.Empty(reading.Problems);
        Assert.Equal(-3.5, reading.Case!.WeatherYears["base"].TemperatureC[8759]);
    }

    [Fact]
    public void A_weather_file_of_8784_hours_is_refused()
    {
        using var copy = CleanCase.Copy();
        Directory.CreateDirectory(copy.File("weather"));
        File.WriteAllText(copy.File("weather/base.csv"),
            "ghi_w_m2,dni_w_m2,dhi_w_m2,temperature_c,relative_humidity_pct,wind_speed_m_s,pressure_pa\n"
            + string.Concat(Enumerable.Repeat("0,0,0,-3.5,50,4,95000\n", 8784)));
        WithFile(copy, "base.csv");

        var problem = Assert.Single(CaseFolder.Read(copy.Folder).Problems);

        Assert.Equal((ProblemCode.WeatherFileUnreadable, "8784", "8760 hours"), (problem.Code, problem.Value, problem.Expected.En));
    }

    static void WithFile(CleanCase.Copied copy, string file) => File.WriteAllText(copy.File("weather_sites.csv"),
        File.ReadAllText(copy.File("weather_sites.csv")).Replace(",8,,42,", $",8,{file},,", StringComparison.Ordinal));

    static string Epw(string place)
    {
        var text = new StringBuilder($"LOCATION,Base,-,CHN,made up,000000,{place},8.0,480.0\n");
        text.Append("DESIGN CONDITIONS,0\nTYPICAL/EXTREME PERIODS,0\nGROUND TEMPERATURES,0\n");
        text.Append("HOLIDAYS/DAYLIGHT SAVINGS,No,0,0,0\nCOMMENTS 1,made up\nCOMMENTS 2,made up\nDATA PERIODS,1,1,Data,Sunday,1/1,12/31\n");
        for (int h = 0; h < 8760; h++)
        {
            var day = NewYear.AddHours(h);
            text.Append(CultureInfo.InvariantCulture, $"{day.Year},{day.Month},{day.Day},{day.Hour + 1},0,?,12.5,2,50,95000,0,0,300,0,0,0,0,0,0,0,180,4.2,");
            text.Append("5,5,20,77777,9,999999999,0,0.1,0,88,0.2,0,1\n");
        }

        return text.ToString();
    }

    static async Task WriteParquet(string path, string[] names, Func<string, double[]> values)
    {
        var hour = new DataField<int>("hour");
        DataField<double>[] fields = [.. names.Select(n => new DataField<double>(n))];
        await using var stream = File.Create(path);
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema([hour, .. fields]), stream);
        using var group = writer.CreateRowGroup();
        await group.WriteAsync<int>(hour, Enumerable.Range(0, 8760).ToArray());
        foreach (var field in fields)
            await group.WriteAsync<double>(field, values(field.Name));
    }
}
