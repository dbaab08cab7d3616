using PureHDF;
using Suandian.Planning;
using Suandian.Planning.Scenarios;

namespace Suandian.Cases.Pypsa;

/// <summary>Stochastic networks of PyPSA 1.x; each optimum is derived in the test, or PyPSA's own.</summary>
public class PypsaScenariosTests
{
    [Theory]
    [InlineData(0.75, 2000 + 75 + 50)] // the second 10 MW save 0.25 × (500 − 10) > 100: 20 × 100 + 0.75 × 100 + 0.25 × 200
    [InlineData(0.85, 1000 + 85 + 765)] // 0.15 × 490 < 100: 10 × 100 + 0.85 × 100 + 0.15 × (100 + 5000)
    public void Capacity_is_built_where_its_expected_use_pays(double low, double expected) =>
        Costs(expected, Two(low).Add("loads", "town", "bus=a scenario=low p_set=10").Add("loads", "town", "bus=a scenario=high p_set=20")
            .Add("generators", "base", "bus=a p_nom_extendable=True capital_cost=100 marginal_cost=10").Add("generators", "peak", "bus=a p_nom=100 marginal_cost=500"));

    [Fact]
    public void Capital_cost_is_an_expectation_and_the_tightest_limit_of_capacity_holds() =>
        // (100 + 20) / 2 = 60 each MW, at most 30 MW, 10 MW at 500
        Costs(30 * 60 + 10 * 500, Two(0.5).Add("loads", "town", "bus=a p_set=40").Add("generators", "peak", "bus=a p_nom=100 marginal_cost=500 scenario=")
            .Add("generators", "wind", "bus=a scenario=low p_nom_extendable=True capital_cost=100 p_nom_max=100").Add("generators", "wind", "bus=a scenario=high p_nom_extendable=True capital_cost=20 p_nom_max=30"));

    [Fact]
    public void A_sum_of_energy_and_a_global_constraint_hold_in_each_scenario()
    {
        // low: 5 MWh at 10, the rest at 500; high: all at 10
        Costs(0.5 * (50 + 2500) + 0.5 * 100, Two(0.5).Add("loads", "town", "bus=a p_set=10").Add("generators", "peak", "bus=a p_nom=100 marginal_cost=500")
            .Add("generators", "dam", "bus=a scenario=low p_nom=100 marginal_cost=10 e_sum_max=5").Add("generators", "dam", "bus=a scenario=high p_nom=100 marginal_cost=10"));

        // 3 t, or 8 t
        Costs(0.4 * (30 + 700) + 0.6 * (80 + 200), Two(0.4).Add("loads", "town", "bus=a p_set=10").Add("carriers", "gas", "co2_emissions=1")
            .Add("generators", "gas", "bus=a carrier=gas p_nom=100 marginal_cost=10").Add("generators", "clean", "bus=a p_nom=100 marginal_cost=100")
            .Add("global_constraints", "co2", "scenario=low type=primary_energy carrier_attribute=co2_emissions sense=<= constant=3")
            .Add("global_constraints", "co2", "scenario=high type=primary_energy carrier_attribute=co2_emissions sense=<= constant=8"));
    }

    [Fact]
    public void A_store_begins_anew_in_each_scenario() =>
        Costs(5 * 100, Two(0.3).Add("loads", "town", "bus=a p_set=10").Add("generators", "g", "bus=a p_nom=100 marginal_cost=100").Add("stores", "s", "bus=a e_nom=8 e_initial=5"));

    [Fact]
    public void A_unit_is_on_in_one_scenario_and_off_in_the_other() =>
        // high: start 100 and 10 MWh at 1; low: nothing
        Costs(0.5 * 110, Two(0.5).Add("loads", "town", "bus=a scenario=low p_set=0").Add("loads", "town", "bus=a scenario=high p_set=10")
            .Add("generators", "u", "bus=a p_nom=10 committable=True p_min_pu=0.5 start_up_cost=100 up_time_before=0 marginal_cost=1").Add("generators", "dear", "bus=a p_nom=10 marginal_cost=50"));

    [Fact]
    public void With_weight_on_the_tail_the_plan_costs_what_PyPSA_found()
    {
        // PyPSA 1.3.0, set_risk_preference(alpha 0.5, omega 0.3); source: energy-models/math-spec, "PyPSA in one file", rung 14
        const double Optimum = 9267.386666666665;

        var plan = Planned(Windy().Text(), new() { WeightPu = 0.3, LevelPu = 0.5 });

        Assert.Equal(Optimum, plan.ObjectiveYuan, 1e-8 * Optimum);
    }

    [Fact]
    public void Each_scenario_is_told_with_its_own_cost()
    {
        var planning = ScenarioPlanning.Build(ScenarioCases.Of(Case(Windy().Text())), new());
        var solution = planning.Joint.Run(cancellation: TestContext.Current.CancellationToken);

        var answer = planning.Answer(solution, [null, null]);

        Assert.Equal(["calm", "stormy"], answer.Outcomes.Select(o => o.Name));
        Assert.Equal(solution.Objective, answer.ExpectedYuan, 1e-8 * solution.Objective);
    }

    [Fact]
    public void Tables_with_scenarios_stay_as_they_are_in_the_case()
    {
        using var scratch = new ScratchFolder();
        var reading = PypsaText.Read(Windy().Text());

        CaseFolder.Write(PypsaImport.ToCase(reading.Network!, "windy"), scratch.Folder);
        var again = CaseFolder.Read(scratch.Folder);

        Assert.Empty(again.Problems);
        Assert.Equal(["calm", "stormy"], again.Case!.Scenarios.Select(s => s.Name));
        Assert.StartsWith("snapshot,scenario,port14\n", File.ReadAllText(Path.Combine(scratch.Folder, "pypsa", "loads-p_set.csv")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("== scenarios.csv\nscenario,weight\nlow,0.5\nhigh,0.4", "SD1110 scenarios.csv: weight")]
    [InlineData("== scenarios.csv\nscenario,weight\nlow,0.5\nlow,0.5", "SD0302 scenarios.csv:3 scenario")]
    [InlineData("== generators.csv\nname,scenario,bus\ng,low,a\ng,hihg,a", "SD1107 generators.csv:3 scenario")]
    [InlineData("== generators.csv\nname,scenario,bus\ng,low,a\nh,high,a", "SD1110 generators.csv: scenario")]
    [InlineData("== generators.csv\nname,scenario,bus,lifetime\ng,low,a,20\ng,high,a,30", "SD1105 generators.csv:3 lifetime")]
    [InlineData("== generators.csv\nname,scenario,bus,committable\ng,low,a,True\ng,high,a,False", "SD1105 generators.csv:3 committable")]
    [InlineData("== generators.csv\nname,scenario,bus,p_nom\ng,low,a,1\ng,high,a,2", "SD1105 generators.csv:3 p_nom")]
    [InlineData("== generators-p_max_pu.csv\nsnapshot,scenario,g\n0,low,1", "SD1108 generators-p_max_pu.csv:")]
    public void What_scenarios_cannot_differ_in_is_a_problem(string files, string expected)
    {
        const string Sound = "== buses.csv\nname\na\n== generators.csv\nname,bus\ng,a\n== scenarios.csv\nscenario,weight\nlow,0.5\nhigh,0.5\n";

        var problems = PypsaText.Read(Sound + files).Problems.Select(p => $"{p.Code} {p.File}:{p.Row} {p.Column}".TrimEnd());

        Assert.Contains(expected, problems);
    }

    [Fact]
    public void A_netCDF_file_with_scenarios_gives_what_its_tables_give()
    {
        using var scratch = new ScratchFolder();
        var path = Path.Combine(scratch.Folder, "two.nc");
        new H5File
        {
            ["snapshots"] = new[] { "now", "then" },
            ["scenario"] = new[] { "low", "high" },
            ["scenario_weight"] = new[] { 0.25, 0.75 },
            ["buses_i"] = new[] { "a" },
            ["buses_v_nom"] = new[,] { { 1.0 }, { 1.0 } },
            ["generators_i"] = new[] { "cheap", "dear" },
            ["generators_bus"] = new[,] { { "a", "a" }, { "a", "a" } },
            ["generators_p_nom"] = new[,] { { 12.0, 100 }, { 12, 100 } },
            ["generators_marginal_cost"] = new[,] { { 1.0, 50 }, { 3, 60 } },
            ["loads_i"] = new[] { "town" },
            ["loads_bus"] = new[,] { { "a" }, { "a" } },
            ["loads_t_p_set_i"] = new[] { "town" },
            ["loads_t_p_set"] = new[, ,] { { { 10.0 }, { 20 } }, { { 14 }, { 5 } } }, // [snapshots × scenarios × names]
        }.Write(path);

        // low: 10, then 12 + 2 × 50; high: 12 × 3 + 8 × 60, then 5 × 3
        var reading = PypsaImport.Read(path);
        Assert.Empty(reading.Problems);
        Assert.Equal(0.25 * (10 + 12 + 100) + 0.75 * (36 + 480 + 15), PypsaText.Plan(reading).ObjectiveYuan, 1e-6);
    }

    /// <summary>Two scenarios on a bus.</summary>
    static PypsaDraft Two(double low) => new PypsaDraft { Scenarios = [("low", low), ("high", 1 - low)] }.Add("buses", "a");

    /// <summary>The network of rung 14: wind in the south in a calm and in a stormy future.</summary>
    static PypsaDraft Windy() => PypsaLadder.Spine([("calm", 0.6), ("stormy", 0.4)])
        .Add("generators", "wind14", "bus=south p_nom_extendable=True p_nom_max=100 marginal_cost=1 capital_cost=20").Add("loads", "port14", "bus=south")
        .SeriesIn("calm", "generators", "p_max_pu", "wind14", 0.9, 0.7, 0.8, 0.6).SeriesIn("stormy", "generators", "p_max_pu", "wind14", 0.3, 0.2, 0.4, 0.1)
        .SeriesIn("calm", "loads", "p_set", "port14", 10, 20, 15, 10).SeriesIn("stormy", "loads", "p_set", "port14", 40, 60, 50, 30);

    static Case Case(string files) => PypsaImport.ToCase(PypsaText.Read(files).Network!, "two");

    static PlanningSolution Planned(string files, RiskOptions risk) => ScenarioPlanning.Build(ScenarioCases.Of(Case(files)), new() { Risk = risk })
        .Joint.Solve(cancellation: TestContext.Current.CancellationToken);

    static void Costs(double expected, PypsaDraft network) => PypsaText.Costs(expected, network.Text());
}
