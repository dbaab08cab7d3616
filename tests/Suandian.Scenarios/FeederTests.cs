using System.Text.Json;

namespace Suandian.Scenarios;

public class FeederTests
{
    /// <summary>A chain 1–2–3 at 10 kV with loads of 2 and 1 MW and an open tie 1–3, as lines of the case.</summary>
    const string Case = """
        function mpc = chain
        mpc.version = '2';
        mpc.baseMVA = 100;
        mpc.bus = [ 1 3 0 0 0 0 1 1 0 10 1 1.1 0.9; 2 1 2 0 0 0 1 1 0 10 1 1.1 0.9; 3 1 1 0 0 0 1 1 0 10 1 1.1 0.9 ];
        mpc.gen = [ 1 0 0 99 -99 1 100 1 99 -99 ];
        mpc.branch = [ 1 2 0.1 0.1 0 5 0 0 0 0 1 -360 360; 2 3 0.1 0.1 0 5 0 0 0 0 1 -360 360; 1 3 0.1 0.1 0 1.5 0 0 0 0 0 -360 360 ];
        """;

    const string Hours = "hour,load,pv_3,pv\n1,1,0,0\n2,0.5,3,1\n";

    [Fact]
    public async Task A_year_prints_what_is_beyond_and_writes_page_pictures_and_tables()
    {
        using var scratch = await With(Hours);

        var english = await CliProcess.Run(scratch.Folder, "feeder", "year", "case.m", "--hours", "hours.csv", "--out", "found", "--lang", "en");
        var json = await CliProcess.Run(scratch.Folder, "feeder", "year", "case.m", "--hours", "hours.csv", "--json", "--rows", "0", "--limits", "standard");

        Assert.Equal((0, ""), (english.Code, english.Error));
        Assert.Contains("3 buses, 3 branches, 2 hours (sweep); load 4.500 MWh, generation within 3.000 MWh", english.Out, StringComparison.Ordinal);
        Assert.Contains("(hours: 1)", english.Out, StringComparison.Ordinal);
        Assert.Equal(
            ["branches.csv", "buses.csv", "heat-map.en.svg", "heat-map.zh.svg", "hours.csv", "one-line.en.svg", "one-line.zh.svg", "profile.en.svg", "profile.zh.svg", "violations.csv", "year.html"],
            Directory.EnumerateFiles(Path.Combine(scratch.Folder, "found")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        using var document = JsonDocument.Parse(json.Out);
        var (year, buses) = (document.RootElement.GetProperty("year"), document.RootElement.GetProperty("buses"));
        Assert.Equal(4.5 + year.GetProperty("loss_mwh").GetDouble() - 3, year.GetProperty("import_mwh").GetDouble() - year.GetProperty("export_mwh").GetDouble(), 1e-5);
        Assert.Equal((0.93, "standard"), (buses[2].GetProperty("low_limit_pu").GetDouble(), buses[2].GetProperty("low_limit_source").GetString()));
    }

    [Fact]
    public async Task Hosting_tells_each_bus_with_what_limits_it()
    {
        using var scratch = await With(Hours);

        var result = await CliProcess.Run(scratch.Folder, "feeder", "host", "case.m", "--hours", "hours.csv", "--flexible", "1", "--json", "--out", "map");
        var load = await CliProcess.Run(scratch.Folder, "feeder", "host", "case.m", "--kind", "load", "--lang", "en");

        using var document = JsonDocument.Parse(result.Out);
        var bus = document.RootElement.GetProperty("buses")[2];
        // 3 MW of PV at bus 3 and half load leave 2 MW through 2–3 and 2.5 … the rating of 5 MVA at its far end: 5 = 3 + P − 0.5
        Assert.Equal((2.5, "overload", "2-3", 2), (Math.Round(bus.GetProperty("mw").GetDouble(), 3), bus.GetProperty("limit").GetString(), bus.GetProperty("limit_at").GetString(), bus.GetProperty("hour").GetInt32()));
        Assert.Equal(1, bus.GetProperty("room_mw_per_mw").GetDouble(), 1e-3); // one hour binds, and half of full power in two hours is as much
        Assert.True(File.Exists(Path.Combine(scratch.Folder, "map", "hosting-map.zh.svg")));
        Assert.Equal(0, load.Code);
        Assert.Contains("the one state that the case describes", load.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outages_tell_what_brings_load_back()
    {
        using var scratch = await With(Hours);

        var result = await CliProcess.Run(scratch.Folder, "feeder", "n1", "case.m", "--json", "--out", "n1");
        var chinese = await CliProcess.Run(scratch.Folder, "feeder", "n1", "case.m", "--ties", "3-1", "--actions", "2", "--limit", "1");

        using var document = JsonDocument.Parse(result.Out);
        var back = document.RootElement.GetProperty("outages")[0].GetProperty("restoration");
        Assert.Equal((1, JsonValueKind.Null), (document.RootElement.GetProperty("outages")[0].GetProperty("dark_hour").GetInt32(), document.RootElement.GetProperty("outages")[0].GetProperty("worst_hour").ValueKind));
        Assert.Equal(("1-3", "2-3", 1.0, 2.0), (back.GetProperty("close")[0].GetString(), back.GetProperty("open")[0].GetString(), back.GetProperty("restored_mw").GetDouble(), back.GetProperty("dark_mw").GetDouble()));
        Assert.True(File.Exists(Path.Combine(scratch.Folder, "n1", "outages.html")));
        Assert.Equal(0, chinese.Code);
        Assert.Contains("联络开关 1 个", chinese.Out, StringComparison.Ordinal);
    }

    /// <summary>A generator of ±0.1 Mvar holds 1.05 pu at bus 3: x Q = 0.05 needs Mvar in all hours, and PV buses are not asked for hosting.</summary>
    [Fact]
    public async Task Reactive_limits_that_are_not_held_are_told_and_buses_left_out_of_hosting_too()
    {
        using var scratch = await With("hour,load\n1,1\n2,0.5\n");
        var held = Case.Replace("3 1 1 0", "3 2 1 0", StringComparison.Ordinal).Replace("1 99 -99 ];", "1 99 -99; 3 0 0 0.1 -0.1 1.05 100 1 9 0 ];", StringComparison.Ordinal);
        await File.WriteAllTextAsync(scratch["held.m"], held, TestContext.Current.CancellationToken);

        var (flow, year) = (await CliProcess.Run(scratch.Folder, "flow", "held.m", "--lang", "en"), await CliProcess.Run(scratch.Folder, "feeder", "year", "held.m", "--hours", "hours.csv", "--json", "--lang", "en"));
        var (enforced, host) = (await CliProcess.Run(scratch.Folder, "flow", "held.m", "--reactive-limits", "--lang", "en"), await CliProcess.Run(scratch.Folder, "feeder", "host", "held.m", "--lang", "en"));

        Assert.Contains("Generators beyond their reactive limits: 1 (buses 3)", flow.Out, StringComparison.Ordinal);
        Assert.Contains("bus\tMW\tMvar\tleast Mvar\tmost Mvar", flow.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("beyond their reactive limits", enforced.Out, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(year.Out);
        var beyond = document.RootElement.GetProperty("reactive_beyond")[0];
        Assert.Equal((3, 2, 0.1), (beyond.GetProperty("bus").GetInt32(), beyond.GetProperty("hours").GetInt32(), beyond.GetProperty("limit_mvar").GetDouble()));
        using var plain = JsonDocument.Parse((await CliProcess.Run(scratch.Folder, "flow", "held.m", "--json")).Out);
        Assert.Equal(plain.RootElement.GetProperty("generators")[1].GetProperty("mvar").GetDouble(), FirstHour(beyond), 1e-4); // hour 1 is the state of the case
        Assert.Contains("slack 1; buses that hold their voltage (PV) 3; without supply –", host.Out, StringComparison.Ordinal);

        static double FirstHour(JsonElement beyond) => beyond.GetProperty("worst_hour").GetInt32() == 1 ? beyond.GetProperty("worst_mvar").GetDouble() : double.NaN;
    }

    /// <summary>
    /// 3 MW through a line of 5 MVA in hour 1 and 1.5 MW in hour 2: computing of 4.2 MW at half of its energy takes 2.1 MW evenly, 5.1 MW in hour 1, which does not do;
    /// shifted it takes up to 2 and 3.5 MW, which holds its 4.2 MWh. Both buses lie behind the line.
    /// </summary>
    [Fact]
    public async Task Buses_that_carry_computing_only_shifted_are_counted_as_the_table_shows_them()
    {
        using var scratch = await With("hour,load,pv\n1,1,0\n2,0.5,1\n");

        var result = await CliProcess.Run(scratch.Folder, "feeder", "host", "case.m", "--hours", "hours.csv", "--flexible", "4.2", "--lang", "en");

        Assert.Contains("cannot carry so much computing: 0, those that carry it shifted only, – in the column for even power: 2", result.Out, StringComparison.Ordinal);
        Assert.Equal(2, result.Out.Split('\n').Count(line => line.Split('\t') is [_, _, _, _, "–", not "–", _]));
    }

    /// <summary>Columns of the bus table add up to the load of the header, which goes by the voltage.</summary>
    [Fact]
    public async Task Loads_of_the_table_are_those_served_at_the_solved_voltage()
    {
        using var scratch = await With(Hours);

        var result = await CliProcess.Run(scratch.Folder, "flow", "case.m", "--zip", "30,30,40", "--json");

        using var document = JsonDocument.Parse(result.Out);
        var sum = document.RootElement.GetProperty("buses").EnumerateArray().Sum(bus => bus.GetProperty("load_mw").GetDouble());
        Assert.Equal(document.RootElement.GetProperty("flow").GetProperty("load_mw").GetDouble(), sum, 1e-6);
        Assert.InRange(sum, 2.9, 2.9999);
    }

    [Fact]
    public async Task Outages_that_harm_nothing_are_a_sentence_and_no_bare_heading()
    {
        using var scratch = await With(Hours);
        await File.WriteAllTextAsync(scratch["ring.m"], Case.Replace("1.5 0 0 0 0 0 -360", "9 0 0 0 0 1 -360", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var result = await CliProcess.Run(scratch.Folder, "feeder", "n1", "ring.m", "--lang", "en");

        Assert.Contains("No outage loses load or drives anything beyond a limit", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("dark buses", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grid_folder_given_as_a_case_is_told_as_such()
    {
        var result = await CliProcess.Run(CliProcess.Root, "study", "cases/yiwu-grid", "--json");

        using var document = JsonDocument.Parse(result.Out);
        var problem = Assert.Single(document.RootElement.GetProperty("problems").EnumerateArray());
        Assert.Equal((1, "SD1763"), (result.Code, problem.GetProperty("code").GetString()));
        Assert.Contains("grid:", problem.GetProperty("remedy").GetProperty("zh").GetString()!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SD1540", "year", "case.m")]
    [InlineData("SD1541", "year", "case.m", "--hours", "none.csv")]
    [InlineData("SD1543", "host", "case.m", "--hours", "bad.csv")]
    [InlineData("SD1548", "host", "case.m", "--hours", "plain.csv")]
    [InlineData("SD1549", "n1", "case.m", "--ties", "1-2")]
    [InlineData("SD1550", "host", "case.m", "--kind", "load", "--flexible", "1")]
    [InlineData("SD1501", "n1", "nothing.m")]
    public async Task Wrong_input_exits_1_with_its_code(string code, params string[] arguments)
    {
        using var scratch = await With(Hours);
        await File.WriteAllTextAsync(Path.Combine(scratch.Folder, "bad.csv"), "hour,demand\n1,1\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(scratch.Folder, "plain.csv"), "hour,load\n1,1\n", TestContext.Current.CancellationToken);

        var result = await CliProcess.Run(scratch.Folder, ["feeder", .. arguments]);

        Assert.Equal(1, result.Code);
        Assert.Contains(code, result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("host", "case.m", "--busy", "120%")]
    [InlineData("host", "case.m", "--flexible", "0")]
    [InlineData("host", "case.m", "--kind", "sun")]
    [InlineData("host", "case.m", "--power-factor", "1.1")]
    [InlineData("n1", "case.m", "--limit", "0")]
    [InlineData("n1", "case.m", "--actions", "5")]
    [InlineData("year", "case.m", "--limits", "mine")]
    public async Task Wrong_options_exit_2(params string[] arguments)
    {
        using var scratch = await With(Hours);

        Assert.Equal(2, (await CliProcess.Run(scratch.Folder, ["feeder", .. arguments])).Code);
    }

    static async Task<Scratch> With(string hours)
    {
        var scratch = new Scratch();
        await File.WriteAllTextAsync(Path.Combine(scratch.Folder, "case.m"), Case, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(scratch.Folder, "hours.csv"), hours, TestContext.Current.CancellationToken);
        return scratch;
    }
}
