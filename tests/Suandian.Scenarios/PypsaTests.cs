using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Suandian.Cases.Pypsa;

namespace Suandian.Scenarios;

/// <summary>Networks of PyPSA through the built program; GLPK as a third solver of the problem it writes.</summary>
public class PypsaTests
{
    public static TheoryData<string> Networks => [.. PypsaLadder.All.Select(step => step.Name)];

    [Theory]
    [MemberData(nameof(Networks))]
    public async Task GLPK_finds_the_same_optimum_in_the_problem_the_plan_writes(string name)
    {
        using var scratch = new Scratch();
        var (_, optimum, network) = PypsaLadder.All.Single(step => step.Name == name);
        PypsaText.Write(network.Text(), scratch["network"]);

        var imported = await CliProcess.Run(scratch.Folder, "import", "pypsa", "network", "--out", "case");
        var planned = await CliProcess.Run(scratch.Folder, "plan", "case", "--write-lp", "case.lp", "--json", "--quiet");

        Assert.Equal((0, 0), (imported.Code, planned.Code));
        using var document = JsonDocument.Parse(planned.Out);
        var ours = document.RootElement.GetProperty("objective_yuan").GetDouble();
        Assert.Equal(optimum, ours, 1e-8 * Math.Abs(optimum));
        Assert.Equal(ours, await Glpk(scratch, "case.lp"), 1e-8 * Math.Abs(optimum)); // GLPK's tolerance is 1e-7 of a row
    }

    [Fact]
    public async Task Both_figures_of_PyPSA_are_told_and_what_is_not_carried_over_is_listed()
    {
        using var scratch = new Scratch();
        PypsaText.Write(PypsaMeshed.Draft().Add("loads", "reactive", "bus=London q_set=5").Text(), scratch["network"]);

        var imported = await CliProcess.Run(scratch.Folder, "import", "pypsa", "network", "--out", "case", "--lang", "en");
        var planned = await CliProcess.Run(scratch.Folder, "plan", "case", "--lang", "en");

        Assert.Contains("loads.csv:1: warning SD1104 q_set", imported.Error, StringComparison.Ordinal);
        Assert.Contains("PyPSA's objective is that figure; with its objective_constant of 21,915,277.5", planned.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_network_with_scenarios_is_planned_for_all_of_them_and_GLPK_agrees()
    {
        using var scratch = new Scratch();
        PypsaText.Write(new PypsaDraft(2) { Scenarios = [("wet", 0.75), ("dry", 0.25)] }.Add("buses", "a").Add("loads", "town", "bus=a").Series("loads", "p_set", "town", 10, 20)
            .Add("generators", "river", "bus=a scenario=wet p_nom=15 marginal_cost=2").Add("generators", "river", "bus=a scenario=dry p_nom=15 marginal_cost=2 e_sum_max=12")
            .Add("generators", "plant", "bus=a p_nom_extendable=True capital_cost=40 marginal_cost=10").Add("generators", "dear", "bus=a p_nom=100 marginal_cost=90").Text(), scratch["network"]);

        var imported = await CliProcess.Run(scratch.Folder, "import", "pypsa", "network", "--out", "case");
        var planned = await CliProcess.Run(scratch.Folder, "plan", "case", "--write-lp", "case.lp", "--json", "--quiet");

        Assert.Equal((0, 0), (imported.Code, planned.Code));
        using var document = JsonDocument.Parse(planned.Out);
        var ours = document.RootElement.GetProperty("objective_yuan").GetDouble();
        var outcomes = document.RootElement.GetProperty("scenarios").GetProperty("outcomes").EnumerateArray().ToArray();
        Assert.Equal(ours, await Glpk(scratch, "case.lp"), 1e-8 * ours);
        Assert.Equal(["wet", "dry"], outcomes.Select(o => o.GetProperty("name").GetString()));
        Assert.Equal(ours, outcomes.Sum(o => o.GetProperty("probability_pu").GetDouble() * o.GetProperty("cost_yuan").GetDouble()), 1e-8 * ours);
    }

    [Fact]
    public async Task A_network_without_a_plan_is_explained_by_its_own_attributes()
    {
        using var scratch = new Scratch();
        PypsaText.Write(new PypsaDraft(2).Add("buses", "a").Add("loads", "town", "bus=a").Series("loads", "p_set", "town", 5, 10).Add("generators", "g", "bus=a p_nom=6").Text(), scratch["network"]);

        await CliProcess.Run(scratch.Folder, "import", "pypsa", "network", "--out", "case");
        var planned = await CliProcess.Run(scratch.Folder, "plan", "case", "--json", "--lang", "en");

        Assert.Equal(3, planned.Code);
        using var document = JsonDocument.Parse(planned.Out);
        var explanation = document.RootElement.GetProperty("explanation");
        Assert.Equal("2015-01-01 01:00:00", explanation.GetProperty("cause")[0].GetProperty("hours")[0].GetProperty("from").GetString());
        Assert.Equal(("p_nom", 10), (explanation.GetProperty("relax")[0].GetProperty("changes")[0].GetProperty("column").GetString(), explanation.GetProperty("relax")[0].GetProperty("changes")[0].GetProperty("to").GetDouble()));
    }

    [Fact]
    public async Task Faults_exit_1_and_leave_no_case()
    {
        using var scratch = new Scratch();
        PypsaText.Write(new PypsaDraft().Add("generators", "g", "bus=nowhere p_nom=many").Text(), scratch["network"]);

        var result = await CliProcess.Run(scratch.Folder, "import", "pypsa", "network", "--out", "case", "--lang", "en");

        Assert.Equal(1, result.Code);
        Assert.Contains("SD1101", result.Out, StringComparison.Ordinal);
        Assert.Contains("generators.csv:2: error SD1106 p_nom = 'many'", result.Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(scratch["case"]));
    }

    [Fact]
    public async Task Other_commands_refuse_an_imported_network_in_words()
    {
        using var scratch = new Scratch();
        PypsaText.Write(PypsaLadder.All[0].Network.Text(), scratch["network"]);
        await CliProcess.Run(scratch.Folder, "import", "pypsa", "network", "--out", "case");

        var study = await CliProcess.Run(scratch.Folder, "study", "case", "--unique");
        var workbook = await CliProcess.Run(scratch.Folder, "export", "xlsx", "case", "case.xlsx");
        var hours = await CliProcess.Run(scratch.Folder, "plan", "case", "--hours", "year");

        Assert.Equal((1, 1, 1), (study.Code, workbook.Code, hours.Code));
        Assert.Contains("SD1113", study.Out, StringComparison.Ordinal);
        Assert.Contains("SD1113", workbook.Out, StringComparison.Ordinal);
        Assert.Contains("SD1111", hours.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_study_of_an_imported_network_is_a_page_in_both_languages_with_its_proof()
    {
        using var scratch = new Scratch();
        PypsaText.Write(PypsaMeshed.Draft().Text(), scratch["network"]);
        await CliProcess.Run(scratch.Folder, "import", "pypsa", "network", "--out", "case");

        var study = await CliProcess.Run(scratch.Folder, "study", "case", "--out", "report", "--json", "--quiet");
        var again = await CliProcess.Run(scratch.Folder, "study", "case", "--out", "again", "--quiet");

        Assert.True(study.Code == 0 && again.Code == 0, study.Error + again.Error);
        using var document = JsonDocument.Parse(study.Out);
        var told = document.RootElement.GetProperty("study");
        Assert.True(told.GetProperty("certificate").GetProperty("holds").GetBoolean());
        Assert.Equal(-3474256.04, told.GetProperty("objective").GetDouble(), 0.01);
        var token = TestContext.Current.CancellationToken;
        var page = await File.ReadAllTextAsync(scratch[Path.Combine("report", "index.html")], token);
        Assert.Contains("母线平均价格", page, StringComparison.Ordinal);
        Assert.Contains("Who feeds the buses", page, StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllTextAsync(scratch[Path.Combine("report", "run.lock")], token), await File.ReadAllTextAsync(scratch[Path.Combine("again", "run.lock")], token));
    }

    [Fact]
    public async Task A_network_comes_back_from_its_case_and_plans_the_same()
    {
        using var scratch = new Scratch();
        PypsaText.Write(PypsaMeshed.Draft().Text(), scratch["network"]);
        await CliProcess.Run(scratch.Folder, "import", "pypsa", "network", "--out", "case");

        var exported = await CliProcess.Run(scratch.Folder, "export", "pypsa", "case", "back");
        await CliProcess.Run(scratch.Folder, "import", "pypsa", "back", "--out", "again");
        var first = await CliProcess.Run(scratch.Folder, "plan", "case", "--quiet");
        var second = await CliProcess.Run(scratch.Folder, "plan", "again", "--quiet");

        Assert.Equal(0, exported.Code);
        Assert.Equal(first.Out.Split('\n')[1], second.Out.Split('\n')[1]);
    }

    /// <summary>Optimum by GLPK; the constant of the objective, which GLPK's reader does not know, is added here.</summary>
    static async Task<double> Glpk(Scratch scratch, string file)
    {
        var lines = await File.ReadAllLinesAsync(scratch[file], TestContext.Current.CancellationToken);
        var constant = lines.SkipWhile(line => line != "cost:").Skip(1).TakeWhile(line => line.Length > 0)
            .Where(line => !line.Contains(' ', StringComparison.Ordinal)).Sum(line => double.Parse(line, CultureInfo.InvariantCulture));
        await File.WriteAllLinesAsync(scratch["glpk.lp"], lines.Where(line => !IsNumber(line)), TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo("glpsol", ["--lp", scratch["glpk.lp"], "--write", scratch["glpk.txt"], "--mipgap", "0"]) { UseShellExecute = false, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output);

        // the line "s bas|mip rows columns status … objective"
        var solution = (await File.ReadAllLinesAsync(scratch["glpk.txt"], TestContext.Current.CancellationToken)).Single(line => line.StartsWith("s ", StringComparison.Ordinal));
        return constant + double.Parse(solution.Split(' ')[^1], CultureInfo.InvariantCulture);
    }

    static bool IsNumber(string line) => double.TryParse(line, CultureInfo.InvariantCulture, out _);
}
