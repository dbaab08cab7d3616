using System.Globalization;
using System.Text.Json;

namespace Suandian.Scenarios;

/// <summary>A case with a gas turbine that is on or off, from the tables to the report.</summary>
public class UnitTests
{
    const string Turbine = "turbine,燃气轮机,Gas turbine,park,gas,15,false,,,340,,0.6,true,2000,3,4,0.5,0.5,E,test case,测试案例";

    [Fact]
    public async Task A_turbine_that_is_on_or_off_is_planned_proved_and_its_starts_are_paid()
    {
        using var scratch = new Scratch();
        await Write(scratch, Turbine);

        var plan = await CliProcess.Run(scratch.Folder, "plan", "first-steps", "--json", "--quiet");
        var study = await CliProcess.Run(scratch.Folder, "study", "first-steps", "--out", "report", "--json", "--quiet", "--ranges", "--unique");
        var ranges = await CliProcess.Run(scratch.Folder, "sensitivities", "first-steps", "--lang", "en");
        var near = await CliProcess.Run(scratch.Folder, "alternatives", "first-steps", "--within", "1%", "--of", "wind", "--lang", "en");

        using var planned = JsonDocument.Parse(plan.Out);
        using var studied = JsonDocument.Parse(study.Out);
        Assert.True(plan.Code == 0, plan.Error);
        Assert.True(planned.RootElement.GetProperty("integer_gap").GetDouble() <= 1e-4);
        Assert.True(planned.RootElement.GetProperty("certificate").GetProperty("optimal").GetBoolean());
        Assert.True(study.Code == 0, study.Error);
        var proof = studied.RootElement.GetProperty("study").GetProperty("certificate");
        Assert.True(proof.GetProperty("holds").GetBoolean());
        var units = File.ReadAllLines(scratch[Path.Combine("report", "tables", "units.csv")]);
        var (head, row) = (units[0].TrimStart('\uFEFF').Split(','), units[1].Split(','));
        double Number(string column) => double.Parse(row[Array.IndexOf(head, column)], CultureInfo.InvariantCulture);
        Assert.True(Number("starts") > 0 && Number("hours_on") is > 0 and < 8760, units[1]);
        Assert.Equal(2_000 * Number("starts"), Number("starts_yuan"), 1e-3);
        Assert.True(Number("hours_on") >= 3 * Number("starts") - 1e-6);
        Assert.Contains("on/off states of this plan held", await File.ReadAllTextAsync(scratch[Path.Combine("report", "index.html")], TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True(ranges.Code == 0 && near.Code == 0, ranges.Error + near.Error);
        Assert.Contains("states are held as in the plan", ranges.Out, StringComparison.Ordinal);
        Assert.Contains("units be on in part", near.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh", "须有已有容量")]
    [InlineData("en", "existing capacity, or expandable")]
    public async Task What_does_not_fit_together_is_refused_in_both_languages(string language, string expected)
    {
        using var scratch = new Scratch();
        await Write(scratch, Turbine.Replace("gas,15", "gas,0", StringComparison.Ordinal));

        var check = await CliProcess.Run(scratch.Folder, "check", "first-steps", "--lang", language);

        Assert.Equal(1, check.Code);
        Assert.Contains("SD0512", check.Out + check.Error, StringComparison.Ordinal);
        Assert.Contains(expected, check.Out + check.Error, StringComparison.Ordinal);
    }

    /// <summary>first-steps with a turbine in its table of generators.</summary>
    static async Task Write(Scratch scratch, string turbine)
    {
        var folder = scratch.Copy("first-steps");
        var token = TestContext.Current.CancellationToken;
        var generators = await File.ReadAllLinesAsync(Path.Combine(folder, "generators.csv"), token);
        string[] columns = ["name", "name_zh", "name_en", "bus", "carrier", "capacity_mw", "expandable", "capacity_max_mw", "cost", "marginal_cost_yuan_per_mwh",
            "yield_model", "minimum_pu", "committable", "start_cost_yuan", "min_up_h", "min_down_h", "ramp_up_pu_per_h", "ramp_down_pu_per_h", "status", "source", "source_zh"];
        var head = generators[0].TrimStart('\uFEFF').Split(',');
        string[] all = [.. head, .. columns.Except(head)];
        string Row(string[] names, string[] cells) => string.Join(',', all.Select(c => Array.IndexOf(names, c) is var i and >= 0 ? cells[i] : ""));
        await File.WriteAllLinesAsync(Path.Combine(folder, "generators.csv"),
            [string.Join(',', all), .. generators.Skip(1).Where(l => l.Length > 0).Select(l => Row(head, l.Split(','))), Row(columns, turbine.Split(','))], token);
        await File.AppendAllTextAsync(Path.Combine(folder, "carriers.csv"), "gas,天然气,Gas,gas,false\n", token);
    }
}
