using System.Text.Json;

namespace Suandian.Scenarios;

/// <summary>A village whose line is out of service, in every command of a grid: its load is told and in none of the figures.</summary>
public class UnsuppliedTests
{
    const string Hours = "hour,load\n1,1\n2,0.5\n3,1.3\n";

    const string Measures = "name,kind,place,lifetime_years,source,cost_yuan_per_km,length_km\npar,parallel_line,2-3,25,test,100000,2\n";

    [Fact]
    public async Task A_year_keeps_its_balance_and_gives_no_voltage_to_a_dark_bus()
    {
        using var scratch = Village();

        var english = await CliProcess.Run(scratch.Folder, "feeder", "year", "grid", "--hours", "hours.csv", "--out", "found", "--lang", "en");
        var json = await CliProcess.Run(scratch.Folder, "feeder", "year", "grid", "--hours", "hours.csv", "--json");

        Assert.Equal((0, 0), (english.Code, json.Code));
        Assert.Contains("load 8.400 MWh", english.Out, StringComparison.Ordinal); // 3 MW with supply, 2.8 = 1 + 0.5 + 1.3
        Assert.Contains("4 Village C; their load of 1.960 MWh, at most 0.910 MW in hour 3, is not served", english.Out, StringComparison.Ordinal);
        Assert.Contains("Of the buses with supply no voltage", english.Out, StringComparison.Ordinal);
        Assert.StartsWith("4,,,,,,", (await File.ReadAllLinesAsync(scratch["found/buses.csv"], TestContext.Current.CancellationToken))[4], StringComparison.Ordinal);
        Assert.Contains("1.960 MWh", await File.ReadAllTextAsync(scratch["found/year.html"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var document = JsonDocument.Parse(json.Out);
        var (year, dark) = (document.RootElement.GetProperty("year"), document.RootElement.GetProperty("unsupplied"));
        double Mwh(string name) => year.GetProperty(name).GetDouble();
        Assert.Equal(Mwh("load_mwh") + Mwh("loss_mwh") + Mwh("shunt_mwh"), Mwh("import_mwh") - Mwh("export_mwh"), 1e-5);
        Assert.Equal(JsonValueKind.Null, document.RootElement.GetProperty("buses")[3].GetProperty("lowest_pu").ValueKind);
        Assert.Equal((1.96, 0.91, 3, 4), (Math.Round(dark.GetProperty("energy_mwh").GetDouble(), 9), Math.Round(dark.GetProperty("load_mw").GetDouble(), 9), dark.GetProperty("hour").GetInt32(), dark.GetProperty("buses")[0].GetInt32()));
    }

    [Theory]
    [InlineData("flow grid")]
    [InlineData("flow grid --method dc")]
    [InlineData("opf grid")]
    [InlineData("feeder n1 grid")]
    [InlineData("feeder host grid --kind load")]
    [InlineData("feeder shortcircuit grid --source-mva 500 --source-rx 0.1")]
    public async Task Every_answer_tells_the_load_that_is_not_served(string command)
    {
        using var scratch = Village();

        var (chinese, english) = (await CliProcess.Run(scratch.Folder, command.Split(' ')), await CliProcess.Run(scratch.Folder, [.. command.Split(' '), "--lang", "en"]));
        var json = await CliProcess.Run(scratch.Folder, [.. command.Split(' '), "--json"]);

        Assert.Equal((0, 0, 0), (chinese.Code, english.Code, json.Code));
        Assert.Contains("4 丙村；未供负荷 0.700 MW", chinese.Out, StringComparison.Ordinal);
        Assert.Contains("4 Village C; their load of 0.700 MW is not served", english.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("3.700", english.Out, StringComparison.Ordinal); // the load of the grid with that of the village
        using var document = JsonDocument.Parse(json.Out);
        Assert.Equal(0.7, document.RootElement.GetProperty("unsupplied").GetProperty("load_mw").GetDouble(), 1e-9);
    }

    [Fact]
    public async Task Reinforcement_ends_with_a_code_of_its_own_while_load_stays_dark()
    {
        using var scratch = Village();

        var result = await CliProcess.Run(scratch.Folder, "feeder", "reinforce", "grid", "--measures", "measures.csv", "--lang", "en");

        Assert.Equal(3, result.Code);
        Assert.Contains("The buses with supply need nothing, and no measure of the catalogue supplies the others", result.Out, StringComparison.Ordinal);
        Assert.Contains("their load of 0.700 MW is not served", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reconfiguration_closes_the_line_that_leaves_a_village_dark()
    {
        using var scratch = Village();

        var result = await CliProcess.Run(scratch.Folder, "feeder", "reconfigure", "grid", "--lang", "en");

        Assert.Equal(0, result.Code);
        Assert.Contains("With the switches as given, without supply: 4 Village C; load of 0.700 MW is not served", result.Out, StringComparison.Ordinal);
        Assert.Contains("The states below supply all load", result.Out, StringComparison.Ordinal);
        Assert.Contains("there is one radial state, which is not the one given", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Terminal_answers_call_places_by_their_names_and_documents_by_their_numbers()
    {
        using var scratch = Village();

        var (chinese, english) = (await CliProcess.Run(scratch.Folder, "feeder", "n1", "grid"), await CliProcess.Run(scratch.Folder, "feeder", "n1", "grid", "--lang", "en"));
        var json = await CliProcess.Run(scratch.Folder, "feeder", "n1", "grid", "--json");
        var (flow, optimum) = (await CliProcess.Run(scratch.Folder, "flow", "grid"), await CliProcess.Run(scratch.Folder, "opf", "grid", "--lang", "en"));
        var level = await CliProcess.Run(scratch.Folder, "feeder", "shortcircuit", "grid", "--source-mva", "500", "--source-rx", "0.1");

        Assert.Contains("2-3 甲村—乙村\t", chinese.Out, StringComparison.Ordinal);
        Assert.Contains("2-3 Village A – Village B\t", english.Out, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(json.Out);
        Assert.Contains(document.RootElement.GetProperty("outages").EnumerateArray(), o => o.GetProperty("branch").GetString() == "2-3");
        Assert.Contains("2 甲村\t3 乙村\t", flow.Out, StringComparison.Ordinal);
        Assert.Contains("3 Village B\t", optimum.Out, StringComparison.Ordinal);
        Assert.Contains("3 乙村\t10.000\t", level.Out, StringComparison.Ordinal);
    }

    /// <summary>A case with a dark bus, which it cannot write but as type 4, and one that a branch in service leads to all the same.</summary>
    [Fact]
    public async Task Isolated_buses_are_supplied_where_they_are_merely_dark_and_told_where_the_case_takes_them_out()
    {
        using var scratch = new Scratch();
        await File.WriteAllTextAsync(scratch["case.m"], """
            function mpc = cut
            mpc.version = '2';
            mpc.baseMVA = 100;
            mpc.bus = [ 1 3 0 0 0 0 1 1 0 10 1 1.1 0.9; 2 1 1 0 0 0 1 1 0 10 1 1.1 0.9; 3 4 0.7 0 0 0 1 1 0 10 1 1.1 0.9; 4 4 0.4 0 0 0 1 1 0 10 1 1.1 0.9 ];
            mpc.gen = [ 1 0 0 99 -99 1 100 1 99 -99 ];
            mpc.branch = [ 1 2 0.1 0.1 0 5 0 0 0 0 1 -360 360; 2 3 0.1 0.1 0 5 0 0 0 0 0 -360 360; 1 4 0.1 0.1 0 5 0 0 0 0 1 -360 360 ];
            """, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(scratch["measures.csv"], "name,kind,place,lifetime_years,source,cost_yuan\ntie,close_tie,2-3,25,test,1000\n", TestContext.Current.CancellationToken);

        var reinforced = await CliProcess.Run(scratch.Folder, "feeder", "reinforce", "case.m", "--measures", "measures.csv", "--out", "plan", "--lang", "en");
        var switched = await CliProcess.Run(scratch.Folder, "feeder", "reconfigure", "case.m", "--json");

        Assert.Contains("these buses, which measures can reach, have no supply: 3", reinforced.Out, StringComparison.Ordinal);
        Assert.Contains("isolated (type 4) though a branch in service joins them with the rest of the grid: 4; load of 0.400 MW", reinforced.Out, StringComparison.Ordinal);
        Assert.Contains("set their BUS_TYPE to 1", await File.ReadAllTextAsync(scratch["plan/reinforcement.html"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var document = JsonDocument.Parse(switched.Out);
        var unsupplied = document.RootElement.GetProperty("unsupplied");
        Assert.Equal((4, 0.4, 1), (unsupplied.GetProperty("isolated").GetProperty("buses")[0].GetInt32(), unsupplied.GetProperty("isolated").GetProperty("load_mw").GetDouble(), unsupplied.GetProperty("buses").GetArrayLength()));
        Assert.Equal(2, document.RootElement.GetProperty("given_unsupplied").GetProperty("buses").GetArrayLength());
    }

    /// <summary>A substation, two villages behind one another, and a third whose line is out of service.</summary>
    internal static Scratch Village()
    {
        var scratch = new Scratch();
        Directory.CreateDirectory(scratch["grid"]);
        (string Name, string Text)[] files =
        [
            ("grid/grid.yaml", "name_zh: 小网\nname_en: Small grid\nyear: 2025\nutc_offset_h: 8\nmoney_year: 2025\nbase_mva: 10\n"),
            ("grid/grid_buses.csv", "name,name_zh,name_en,voltage_kv,status\nsub,变电站,Substation,10,E\na,甲村,Village A,10,E\nb,乙村,Village B,10,E\nc,丙村,Village C,10,E\n"),
            ("grid/grid_generators.csv", "name,bus,control,setpoint_pu,status\ngrid,sub,slack,1.02,E\n"),
            ("grid/grid_lines.csv", "name,bus0,bus1,type,length_km,circuits,in_service,switch,status\nsa,sub,a,LGJ-120-10,4,2,true,closed,E\nab,a,b,LGJ-95-10,3,1,true,closed,E\nsc,sub,c,LGJ-95-10,3,1,false,closed,E\n"),
            ("grid/grid_loads.csv", "name,bus,power_mw,power_factor_pu,status\nla,a,2,0.95,E\nlb,b,1,0.95,E\nlc,c,0.7,0.95,E\n"),
            ("hours.csv", Hours), ("measures.csv", Measures),
        ];
        foreach (var (name, text) in files)
        {
            File.WriteAllText(scratch[name], text);
        }

        return scratch;
    }
}
