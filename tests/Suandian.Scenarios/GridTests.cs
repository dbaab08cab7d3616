using System.Text.Json;

namespace Suandian.Scenarios;

public class GridTests
{
    const string Case = """
        function mpc = pair
        mpc.version = '2';
        mpc.baseMVA = 50;
        mpc.bus = [ 1 3 0 0 0 0 1 1 0 110 1 1.1 0.9; 2 1 LOAD 10 0 0 1 1 0 110 1 1.1 0.99 ];
        mpc.gen = [ 1 0 0 99 -99 1 100 1 99 -99 ];
        mpc.branch = [ 1 2 0.5 2.5 0 20 0 0 0 0 1 -360 360 ];
        mpc.branch(:, [BR_R BR_X]) = mpc.branch(:, [BR_R BR_X]) / 50;
        """;

    [Fact]
    public async Task Flow_prints_voltages_flows_and_losses_in_both_languages()
    {
        using var scratch = await With("30");

        var (chinese, english) = (await CliProcess.Run(scratch.Folder, "flow", "case.m"), await CliProcess.Run(scratch.Folder, "flow", "case.m", "--lang", "en"));

        Assert.Equal((0, 0, "", ""), (chinese.Code, english.Code, chinese.Error, english.Error));
        Assert.Contains("2 条母线、1 条支路", chinese.Out, StringComparison.Ordinal);
        Assert.Contains("Lowest voltage 0.9", english.Out, StringComparison.Ordinal);
        Assert.Contains("buses outside their limits: 1, branches overloaded: 1", english.Out, StringComparison.Ordinal);
        Assert.Contains("from\tto\tfrom MW", english.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_document_holds_every_bus_and_branch()
    {
        using var scratch = await With("30");

        var result = await CliProcess.Run(scratch.Folder, "flow", "case.m", "--json", "--rows", "0", "--reactive-limits", "--distributed-slack", "--start", "flat");

        using var document = JsonDocument.Parse(result.Out);
        var root = document.RootElement;
        Assert.Equal(("done", 2, 1), (root.GetProperty("status").GetString(), root.GetProperty("buses").GetArrayLength(), root.GetProperty("branches").GetArrayLength()));
        Assert.Equal(30 + root.GetProperty("flow").GetProperty("loss_mw").GetDouble(), root.GetProperty("generators")[0].GetProperty("mw").GetDouble(), 1e-5);
    }

    [Fact]
    public async Task The_two_DC_forms_differ()
    {
        using var scratch = await With("30");

        var (one, two) = (await CliProcess.Run(scratch.Folder, "flow", "case.m", "--method", "dc", "--json"), await CliProcess.Run(scratch.Folder, "flow", "case.m", "--method", "dc-series", "--json"));

        // x = 0.05, P = 0.6: −0.03 rad; with r = 0.01 the series form has (r² + x²)/x = 0.052
        Assert.Equal(-0.03 * 180 / Math.PI, Angle(one.Out), 1e-9);
        Assert.Equal(-0.6 * 0.052 * 180 / Math.PI, Angle(two.Out), 1e-9);
    }

    [Fact]
    public async Task A_case_without_solution_exits_3_and_tells_what_can_be_carried()
    {
        using var scratch = await With("3000");

        var result = await CliProcess.Run(scratch.Folder, "flow", "case.m", "--json", "--lang", "en");

        using var document = JsonDocument.Parse(result.Out);
        Assert.Equal((3, "no_solution"), (result.Code, document.RootElement.GetProperty("status").GetString()));
        Assert.InRange(document.RootElement.GetProperty("flow").GetProperty("largest_share").GetDouble(), 0.05, 0.5);
        Assert.Contains("can be carried up to", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_exit_1_with_their_lines()
    {
        using var scratch = await With("NaN 7");

        var result = await CliProcess.Run(scratch.Folder, "flow", "case.m", "--lang", "en");

        Assert.Equal(1, result.Code);
        Assert.Contains("case.m:4: error SD1507 bus", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_writes_plain_numbers_that_give_the_same_flow()
    {
        using var scratch = await With("30");

        var exported = await CliProcess.Run(scratch.Folder, "export", "matpower", "case.m", "plain.m");
        var again = await CliProcess.Run(scratch.Folder, "export", "matpower", "case.m", "plain.m");
        var (first, second) = (await CliProcess.Run(scratch.Folder, "flow", "case.m"), await CliProcess.Run(scratch.Folder, "flow", "plain.m"));

        Assert.Equal((0, 2), (exported.Code, again.Code));
        Assert.Equal(first.Out, second.Out);
        Assert.DoesNotContain("BR_R", await File.ReadAllTextAsync(scratch["plain.m"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    /// <summary>Two buses, r = 0.1, x = 0, 0.5 pu of constant current: V = 1 − 0.1 · 0.5 = 0.95 by hand, so the load takes 0.475 pu.</summary>
    [Fact]
    public async Task Loads_may_go_by_the_voltage()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch["zip.m"], "function mpc = zip\nmpc.version = '2';\nmpc.baseMVA = 100;\nmpc.bus = [1 3 0 0 0 0 1 1 0 10 1 1.1 0.9; 2 1 50 0 0 0 1 1 0 10 1 1.1 0.9];\n"
            + "mpc.gen = [1 0 0 99 -99 1 100 1 99 0];\nmpc.branch = [1 2 0.1 0 0 0 0 0 0 0 1 -360 360];\n");

        var result = await CliProcess.Run(scratch.Folder, "flow", "zip.m", "--zip", "0,100,0", "--json");
        var wrong = await CliProcess.Run(scratch.Folder, "flow", "zip.m", "--zip", "40,30,40");

        Assert.Equal((0, 2), (result.Code, wrong.Code));
        using var document = System.Text.Json.JsonDocument.Parse(result.Out);
        Assert.Equal(0.95, document.RootElement.GetProperty("buses")[1].GetProperty("voltage_pu").GetDouble(), 1e-8);
        Assert.Equal(47.5, document.RootElement.GetProperty("flow").GetProperty("load_mw").GetDouble(), 1e-6);
    }

    [Fact]
    public async Task A_network_of_pandapower_becomes_a_case_with_the_same_flow()
    {
        using var scratch = new Scratch();
        static object Table(string columns, params double[][] rows) =>
            new Dictionary<string, object> { ["_object"] = new Dictionary<string, object> { ["columns"] = columns.Split(','), ["index"] = Enumerable.Range(0, rows.Length), ["data"] = rows } };
        var net = new Dictionary<string, object>
        {
            ["sn_mva"] = 1.0, ["f_hz"] = 50.0, ["name"] = "pair", ["bus"] = Table("vn_kv", [10], [10]), ["ext_grid"] = Table("bus,vm_pu", [0, 1]),
            ["load"] = Table("bus,p_mw,q_mvar", [1, 2, 1]), ["line"] = Table("from_bus,to_bus,length_km,r_ohm_per_km,x_ohm_per_km", [0, 1, 5, 0.2, 0.35]),
        };
        await File.WriteAllTextAsync(scratch["net.json"], JsonSerializer.Serialize(new Dictionary<string, object> { ["_object"] = net }), TestContext.Current.CancellationToken);

        var exported = await CliProcess.Run(scratch.Folder, "export", "matpower", "net.json", "net.m");
        var (first, second) = (await CliProcess.Run(scratch.Folder, "flow", "net.json"), await CliProcess.Run(scratch.Folder, "flow", "net.m"));

        Assert.Equal((0, 0), (exported.Code, first.Code));
        Assert.Equal(first.Out, second.Out);
    }

    static double Angle(string document)
    {
        using var parsed = JsonDocument.Parse(document);
        return parsed.RootElement.GetProperty("buses")[1].GetProperty("angle_deg").GetDouble();
    }

    static async Task<Scratch> With(string load)
    {
        var scratch = new Scratch();
        await File.WriteAllTextAsync(scratch["case.m"], Case.Replace("LOAD", load, StringComparison.Ordinal), TestContext.Current.CancellationToken);
        return scratch;
    }
}
