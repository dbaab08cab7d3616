using Suandian.Planning.Scenarios;

namespace Suandian.Planning.Formulation;

public class RiskTests
{
    [Fact]
    public void The_rows_and_costs_of_the_tail_are_written_as_their_golden_file_shows()
    {
        var town = new TinyNetwork
        {
            Hours = 2,
            Generators = [new("plant", 0) { MaxMw = 50, AnnualCost = 100_000 }],
            Trades = [new("grid", 0, true) { MaxMw = 50, Price = [20, 30], DemandCharge = 6000, DemandPeriods = 1 }],
            Loads = [new("town", 0, [4])],
        }.Build();

        var planning = ScenarioPlanning.Build([new("high", 0.25, town), new("low", 0.75, town)], new() { Risk = new() { WeightPu = 0.5, LevelPu = 0.8 } });

        Golden.Matches("risk.txt", planning.Joint.Linear.ToLpText());
    }

    [Fact]
    public void The_rows_of_the_tail_are_on_the_reference_page()
    {
        var page = File.ReadAllText(Repository.File("docs/reference/formulation.md"));

        Assert.All((string[])["risk_threshold", "risk_excess", "risk_excess_limit"], name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }
}
