using System.Text.Json;

namespace Suandian.Scenarios;

public class StageTests
{
    static readonly string FirstSteps = Path.Combine(CliProcess.Root, "cases", "first-steps");

    [Fact]
    public async Task A_case_with_stages_is_built_step_by_step_and_the_report_shows_it()
    {
        using var scratch = new Scratch();
        Directory.CreateDirectory(scratch["steps"]);
        foreach (var file in Directory.EnumerateFiles(FirstSteps))
        {
            File.Copy(file, Path.Combine(scratch["steps"], Path.GetFileName(file)));
        }

        var token = TestContext.Current.CancellationToken;
        await File.WriteAllTextAsync(Path.Combine(scratch["steps"], "stages.csv"), """
            name,name_zh,name_en,year,years,load_pu,work_pu,wind_cost_pu
            s2024,2024 年,2024,2024,3,1,1,1
            s2027,2027 年,2027,2027,3,1.2,1.3,0.9

            """, token);

        var plan = await CliProcess.Run(scratch.Folder, "plan", "steps", "--json", "--quiet");
        var study = await CliProcess.Run(scratch.Folder, "study", "steps", "--out", "report", "--no-base", "--unique");
        var ranges = await CliProcess.Run(scratch.Folder, "sensitivities", "steps", "--lang", "en");
        var near = await CliProcess.Run(scratch.Folder, "alternatives", "steps", "--within", "1%", "--of", "wind", "--lang", "en");

        using var document = JsonDocument.Parse(plan.Out);
        var stages = document.RootElement.GetProperty("stages");
        var wind = stages.GetProperty("capacities").EnumerateArray().First(c => c.GetProperty("key").GetString() == "generators.wind");
        var standing = wind.GetProperty("standing").EnumerateArray().Select(v => v.GetDouble()).ToArray();
        Assert.True(document.RootElement.GetProperty("certificate").GetProperty("optimal").GetBoolean());
        Assert.True(standing[1] >= standing[0] - 1e-6 && standing[1] > 0);
        Assert.True(study.Code == 0, study.Error);
        Assert.Contains("分期建设", await File.ReadAllTextAsync(scratch[Path.Combine("report", "stages.html")], token), StringComparison.Ordinal);
        Assert.True(File.Exists(scratch[Path.Combine("report", "tables", "stages.csv")]));
        Assert.DoesNotContain("was not tested whether", await File.ReadAllTextAsync(scratch[Path.Combine("report", "index.html")], token), StringComparison.Ordinal);
        Assert.True(ranges.Code == 0 && near.Code == 0, ranges.Error + near.Error);
        Assert.Contains("All 2 stages are solved together", ranges.Out, StringComparison.Ordinal);
        Assert.Contains("All 2 stages are solved together", near.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("study")]
    public async Task Stages_without_a_plan_are_explained_with_the_stage_and_the_change_that_helps(string command)
    {
        using var scratch = new Scratch();
        var folder = scratch.Copy("first-steps");
        var token = TestContext.Current.CancellationToken;
        var settings = await File.ReadAllTextAsync(Path.Combine(folder, "case.yaml"), token);
        await File.WriteAllTextAsync(Path.Combine(folder, "case.yaml"), settings.Replace("shed_price_yuan_per_mwh: 10000\n", "", StringComparison.Ordinal), token);
        await File.WriteAllTextAsync(Path.Combine(folder, "stages.csv"), """
            name,name_zh,name_en,year,years,load_pu,work_pu,wind_cost_pu
            s2024,2024 年,2024,2024,3,1,1,1
            s2027,2027 年,2027,2027,3,100,1,1

            """, token);

        var result = await CliProcess.Run(scratch.Folder, command, "first-steps", "--json", "--lang", "en");

        using var document = JsonDocument.Parse(result.Out);
        var explanation = document.RootElement.GetProperty("explanation");
        var shortage = explanation.GetProperty("cause").EnumerateArray().First(c => c.GetProperty("kind").GetString() == "shortage");
        Assert.Equal((3, "no_solution"), (result.Code, document.RootElement.GetProperty("status").GetString()));
        Assert.Equal("s2027", shortage.GetProperty("part").GetString());
        Assert.StartsWith("in 2027, ", shortage.GetProperty("text").GetProperty("en").GetString(), StringComparison.Ordinal);
        Assert.Contains(explanation.GetProperty("relax").EnumerateArray(), r => r.GetProperty("changes")[0].GetProperty("name").GetString() == "grid");
        Assert.Contains("Why:", result.Error, StringComparison.Ordinal);
    }
}
