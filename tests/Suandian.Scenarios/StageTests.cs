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
}
