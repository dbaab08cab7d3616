using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Suandian.Scenarios;

public class GridOptimiseTests
{
    /// <summary>Cheap generator at bus 1, dear one at bus 2, load 100 MW at bus 2, line of 60 MVA.</summary>
    const string Case = """
        function mpc = pair
        mpc.version = '2';
        mpc.baseMVA = 100;
        mpc.bus = [ 1 3 0 0 0 0 1 1 0 110 1 1.1 0.9; 2 2 100 10 0 0 1 1 0 110 1 1.1 0.9 ];
        mpc.gen = [ 1 0 0 99 -99 1 100 1 MOST; 2 0 0 99 -99 1 100 1 MOST ];
        mpc.branch = [ 1 2 0.01 0.1 0 60 0 0 0 0 1 -30 30 ];
        mpc.gencost = [ COSTS ];
        """;

    const string Linear = "2 0 0 2 10 0; 2 0 0 2 30 0";

    [Fact]
    public async Task Dispatch_and_prices_are_printed_in_both_languages()
    {
        using var scratch = await With("200 0", Linear);

        var (chinese, english) = (await CliProcess.Run(scratch.Folder, "opf", "case.m", "--method", "dc"), await CliProcess.Run(scratch.Folder, "opf", "case.m", "--method", "dc", "--lang", "en"));

        Assert.Equal((0, 0, "", ""), (chinese.Code, english.Code, chinese.Error, english.Error));
        Assert.Contains("最小费用 1800.0000", chinese.Out, StringComparison.Ordinal); // 60 · 10 + 40 · 30
        Assert.Contains("least cost 1800.0000 /h", english.Out, StringComparison.Ordinal);
        Assert.Contains("Generation 100.0000 MW = load 100.0000 MW + shunts and iron losses 0.0000 MW; the DC forms have no losses", english.Out, StringComparison.Ordinal);
        Assert.Contains("1\t2\t60.0000\t100.0\t20.0000\t0.0000", english.Out, StringComparison.Ordinal); // a MVA more saves 30 − 10
    }

    /// <summary>A shunt that takes 2 MW at 1 pu beside the load, over a line with resistance: what is generated goes into load, losses and the shunt.</summary>
    [Fact]
    public async Task The_balance_of_the_AC_form_closes_in_sight()
    {
        using var scratch = await With("200 0", Linear);
        await File.WriteAllTextAsync(scratch["case.m"], (await File.ReadAllTextAsync(scratch["case.m"], TestContext.Current.CancellationToken)).Replace("2 2 100 10 0 0", "2 2 100 10 2 0", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var (chinese, json) = (await CliProcess.Run(scratch.Folder, "opf", "case.m"), await CliProcess.Run(scratch.Folder, "opf", "case.m", "--json"));

        var line = chinese.Out.Split('\n').First(l => l.StartsWith("发电", StringComparison.Ordinal));
        double[] told = [.. Regex.Matches(line, @"(?<mw>[\d.]+) MW", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(m => double.Parse(m.Groups["mw"].Value, CultureInfo.InvariantCulture))];
        Assert.Equal(told[0], told[1] + told[2] + told[3], 2e-4); // four rounded numbers
        Assert.Equal(100, told[1]);
        Assert.InRange(told[3], 2 * 0.81, 2 * 1.21);
        using var document = JsonDocument.Parse(json.Out);
        double Mw(string name) => document.RootElement.GetProperty("optimum").GetProperty(name).GetDouble();
        Assert.Equal(Mw("generation_mw"), Mw("load_mw") + Mw("loss_mw") + Mw("shunt_mw"), 1e-5);
        Assert.InRange(Mw("loss_mw"), 0.1, 1);
    }

    [Fact]
    public async Task The_document_of_the_AC_form_has_checks_bound_and_prices_and_the_result_is_a_case()
    {
        using var scratch = await With("200 0", Linear);

        var result = await CliProcess.Run(scratch.Folder, "opf", "case.m", "--bound", "--json", "--out", "result.m");
        var flow = await CliProcess.Run(scratch.Folder, "flow", "result.m", "--json");

        using var document = JsonDocument.Parse(result.Out);
        var optimum = document.RootElement.GetProperty("optimum");
        var cost = optimum.GetProperty("cost_per_h").GetDouble();
        Assert.Equal((0, "optimal"), (result.Code, optimum.GetProperty("status").GetString()));
        Assert.InRange(optimum.GetProperty("flow_difference_pu").GetDouble(), 0, 1e-7);
        Assert.InRange(optimum.GetProperty("bound_per_h").GetDouble(), 0.98 * cost, cost + 1e-3);
        Assert.InRange(document.RootElement.GetProperty("buses")[1].GetProperty("price_per_mwh").GetDouble(), 29.99, 30.01);
        using var again = JsonDocument.Parse(flow.Out);
        Assert.Equal(document.RootElement.GetProperty("generators")[0].GetProperty("mw").GetDouble(), again.RootElement.GetProperty("generators")[0].GetProperty("mw").GetDouble(), 1e-4);
    }

    [Theory]
    [InlineData("ac")]
    [InlineData("dc")]
    public async Task A_grid_without_operating_point_exits_3_and_tells_what_is_missing(string method)
    {
        using var scratch = await With("45 0", Linear);

        var result = await CliProcess.Run(scratch.Folder, "opf", "case.m", "--method", method, "--json", "--lang", "en");

        using var document = JsonDocument.Parse(result.Out);
        Assert.Equal((3, "infeasible"), (result.Code, document.RootElement.GetProperty("optimum").GetProperty("status").GetString()));
        Assert.Contains("obeys all limits (proved)", result.Error, StringComparison.Ordinal);
        Assert.InRange(document.RootElement.GetProperty("missing").EnumerateArray().Sum(m => m.GetProperty("mw").GetDouble()), 9.999, 10.5); // 100 − 2 · 45, and losses in AC
    }

    [Fact]
    public async Task Costs_that_cannot_be_optimised_exit_1_all_at_once()
    {
        using var scratch = await With("200 0", "1 0 0 3 0 0 50 500 100 700; 2 0 0 4 1 0 0 0 0 0");

        var result = await CliProcess.Run(scratch.Folder, "opf", "case.m", "--lang", "en");

        Assert.Equal(1, result.Code);
        Assert.Equal(2, result.Out.Split("error SD1525 gencost").Length - 1);
    }

    [Fact]
    public async Task A_capability_curve_is_left_aside_with_a_warning()
    {
        using var scratch = await With("200 0 0 100 -30 30 -20 20", Linear);

        var result = await CliProcess.Run(scratch.Folder, "opf", "case.m", "--lang", "en");

        Assert.Equal(0, result.Code);
        Assert.Equal(2, result.Error.Split("warning SD1527 gen.PC1").Length - 1);
    }

    [Fact]
    public async Task An_existing_file_is_not_written_over()
    {
        using var scratch = await With("200 0", Linear);

        var result = await CliProcess.Run(scratch.Folder, "opf", "case.m", "--out", "case.m");

        Assert.Equal(2, result.Code);
    }

    static async Task<Scratch> With(string most, string costs)
    {
        var scratch = new Scratch();
        await File.WriteAllTextAsync(scratch["case.m"], Case.Replace("MOST", most, StringComparison.Ordinal).Replace("COSTS", costs, StringComparison.Ordinal), TestContext.Current.CancellationToken);
        return scratch;
    }
}
