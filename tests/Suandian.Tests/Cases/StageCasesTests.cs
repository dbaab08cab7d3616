namespace Suandian.Cases;

public class StageCasesTests
{
    const string Table = """
        name,name_zh,name_en,year,years,load_pu,wind_cost_pu,server_cost_pu
        now,现在,Now,2024,3,1,1,1
        soon,不久,Soon,2027,3,1.5,0.8,0.5

        """;

    [Fact]
    public void A_stage_has_its_demand_and_its_costs()
    {
        var stages = StageCases.Of(Read(Table).Case!);

        var (now, soon) = (stages[0].Network, stages[1].Network);
        Assert.Equal((2024, 2027, 3), (stages[0].Year, stages[1].Year, stages[1].Years));
        Assert.Equal(1.5 * now.Loads.PowerMw[0], soon.Loads.PowerMw[0], 1e-9);
        Assert.Equal(now.Generators.AnnualCostYuanPerMw[1], soon.Generators.AnnualCostYuanPerMw[1], 1e-6); // PV as before
        Assert.True(soon.Generators.AnnualCostYuanPerMw[0] < now.Generators.AnnualCostYuanPerMw[0]);
        Assert.True(soon.Clusters.ServerCostYuanPerMw[0] < 0.6 * now.Clusters.ServerCostYuanPerMw[0]);
    }

    [Fact]
    public void The_lifetime_of_what_is_built_is_that_of_its_cost()
    {
        var data = Read(Table).Case!;

        var life = StageCases.Capacities(data, NetworkBuilder.Build(data)).ToDictionary(c => c.Quantity.Key, c => c.LifetimeYears);

        Assert.Equal((25, 15), (life["generators.wind"], life["storage_units.battery"]));
        Assert.Equal(data.Chips[0].LifetimeYears, life["clusters." + data.Clusters[0].Name]);
    }

    [Fact]
    public void Stages_are_written_and_read_back()
    {
        var data = Read(Table).Case!;
        var place = Directory.CreateTempSubdirectory("stages");
        CaseFolder.Write(data, place.FullName);

        Assert.Equal(data.Stages, CaseFolder.Read(place.FullName).Case!.Stages);
        place.Delete(recursive: true);
    }

    [Fact]
    public void A_gap_between_stages_and_stages_beside_scenarios_are_problems()
    {
        var gap = Read(Table.Replace("soon,不久,Soon,2027", "soon,不久,Soon,2028", StringComparison.Ordinal));
        var both = Read(Table, "name,probability_pu\none,1\n");

        Assert.Contains(gap.Problems, p => p is { Code: ProblemCode.StageYears, File: "stages.csv", Row: 3, Column: "year" });
        Assert.Contains(both.Problems, p => p is { Code: ProblemCode.StagesAndScenarios, File: "stages.csv", Row: 2 });
    }

    static CaseReading Read(string stages, string? scenarios = null)
    {
        var place = Directory.CreateTempSubdirectory("stages");
        foreach (var file in Directory.EnumerateFiles(Repository.File("cases/first-steps")))
        {
            File.Copy(file, Path.Combine(place.FullName, Path.GetFileName(file)));
        }

        File.WriteAllText(Path.Combine(place.FullName, "stages.csv"), stages);
        if (scenarios is not null)
        {
            File.WriteAllText(Path.Combine(place.FullName, "scenarios.csv"), scenarios);
        }

        var reading = CaseFolder.Read(place.FullName);
        place.Delete(recursive: true);
        return reading;
    }
}
