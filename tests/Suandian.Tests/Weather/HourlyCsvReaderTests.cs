namespace Suandian.Weather;

public class HourlyCsvReaderTests
{
    const string Header = "time,ghi_w_m2,dni_w_m2,dhi_w_m2,temperature_c,relative_humidity_pct,wind_speed_m_s,pressure_pa";

    static readonly HourlyCsvOptions Options = new()
    {
        Name = "station",
        LatitudeDeg = 43.77,
        LongitudeDeg = 95,
        ElevationM = 480,
        UtcOffsetH = 8,
        Hours = HourConvention.HourBeginning,
        FirstLabel = new DateTime(2023, 1, 1, 0, 0, 0, DateTimeKind.Unspecified),
        Origin = new Text("自建站", "own station"),
    };

    [Fact]
    public void Columns_are_found_by_name_in_any_order()
    {
        WeatherYear year = Read(
            "pressure_pa,wind_speed_m_s,ghi_w_m2,dni_w_m2,dhi_w_m2,temperature_c,relative_humidity_pct\n96000,3,500,600,90,21,30\n").Year!;

        Assert.Equal((500, 21, 3, 96000),
            (year.GlobalHorizontalWm2[0], year.TemperatureC[0], year.WindSpeedMS[0], year.PressurePa[0]));
        Assert.Equal(Options.FirstLabel, year.FirstLabel);
    }

    [Fact]
    public void Missing_unknown_and_repeated_columns_are_reported_together()
    {
        WeatherReading reading = Read("ghi,ghi,temperature_c,wind_speed_m_s,pressure_pa\n1,1,1,1,90000\n");

        Assert.Equal(
            ["ghi", "ghi", "ghi", "ghi_w_m2", "dni_w_m2", "dhi_w_m2", "relative_humidity_pct"],
            reading.Problems.Select(p => p.Column));
    }

    [Fact]
    public void Global_irradiance_alone_is_refused_unless_the_split_is_asked_for()
    {
        const string table = "ghi_w_m2,temperature_c,relative_humidity_pct,wind_speed_m_s,pressure_pa\n500,1,1,1,90000\n";

        Assert.Equal(["dni_w_m2", "dhi_w_m2"], Read(table).Problems.Select(p => p.Column));
        Assert.NotNull(Read(table, Options with { WithoutDirect = MissingSplit.Erbs }).Year);
    }

    [Fact]
    public void Erbs_split_of_the_June_day_equals_the_reference()
    {
        var reference = new NaomaohuHours();
        WeatherYear june = reference.Day(1);
        string rows = string.Join('\n', june.GlobalHorizontalWm2.Select(g => $"{g},20,30,3,95000"));
        HourlyCsvOptions options = Options with
        {
            WithoutDirect = MissingSplit.Erbs,
            Hours = june.Hours,
            FirstLabel = june.FirstLabel,
        };

        WeatherYear year = Read(
            $"ghi_w_m2,temperature_c,relative_humidity_pct,wind_speed_m_s,pressure_pa\n{rows}\n", options).Year!;

        reference.Near(1, "erbs_dni", 0.51e-2, i => year.DirectNormalWm2[i]);
        Assert.Contains("Erbs", year.Origin.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Gaps_text_and_unit_mistakes_are_found_by_cell()
    {
        WeatherReading reading = Read(
            Header + "\n"
            + "2023-01-01T00:00,0,0,0,-10,60,4,96000\n"
            + "2023-01-01T02:00,0,0,0,-10,60,4,96000\n"
            + "2023-01-01T03:00,０,0,0,263.15,60,4,960\n"
            + "soon,0,0,0,-10,60,4,-9999\n"
            + "2023-01-01T05:00,0,0\n");

        Assert.Equal(
            [(3, "time"), (4, "ghi_w_m2"), (4, "temperature_c"), (4, "pressure_pa"), (5, "time"), (5, "pressure_pa"), (6, null)],
            reading.Problems.Select(p => (p.Line!.Value, p.Column)));
    }

    [Fact]
    public void Header_without_rows_is_a_problem() => Assert.Single(Read(Header + "\n").Problems);

    static WeatherReading Read(string text, HourlyCsvOptions? options = null) =>
        HourlyCsvReader.Read(new StringReader(text), options ?? Options);
}
