using Suandian.Network;
using Suandian.Planning;

namespace Suandian.Cases.Pypsa;

/// <summary>Imported networks without a plan are explained in the words of their own tables.</summary>
public class PypsaInfeasibleTests
{
    [Fact]
    public void A_load_that_nothing_can_serve_is_named_with_its_snapshot_and_the_plant_to_enlarge()
    {
        var report = Explain(Town(5, 10).Add("generators", "g", "bus=a p_nom=6"));

        Assert.Equal((InfeasibilityCauseKind.Shortage, "a", 4), (report.Cause[0].Kind, report.Cause[0].Name, Math.Round(report.Cause[0].Size, 6)));
        Assert.Equal(("2015-01-01 01:00:00", "2015-01-01 01:00:00"), report.Cause[0].Hours.Single().Labels);
        Assert.Contains(("generators", "g", "p_nom", 6, 10), Changes(report));
        Assert.Contains("2015-01-01 01:00:00", report.Text.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("p_nom_extendable=True p_nom_max=6", "p_nom_max")]
    [InlineData("p_nom=6", "p_nom")]
    public void The_attribute_to_change_is_the_one_that_holds_the_limit(string attributes, string column) =>
        Assert.Contains(("generators", "g", column, 6, 10), Changes(Explain(Town(10).Add("generators", "g", "bus=a " + attributes))));

    [Fact]
    public void Given_values_that_contradict_each_other_are_told_as_such_and_not_as_want_of_time()
    {
        // 100 MWh before the first snapshot, room for 40 and 10 MW to leave by
        var report = Explain(Town(10, 10).Add("storage_units", "s", "bus=a p_nom=10 max_hours=4 state_of_charge_initial=100"));

        Assert.True(report.IsComplete);
        Assert.Contains("contradict each other", report.Cause.Single().Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_global_constraint_that_cannot_be_kept_is_named_with_what_it_must_be()
    {
        var report = Explain(Town(10).Add("carriers", "gas", "co2_emissions=1").Add("generators", "g", "bus=a carrier=gas p_nom=20")
            .Add("global_constraints", "cap", "type=primary_energy carrier_attribute=co2_emissions sense=<= constant=3"));

        // 10 t are emitted; a missed limit is cheaper than missing power
        Assert.Equal((InfeasibilityCauseKind.SumMissed, "cap", 7, "t"), (report.Cause[0].Kind, report.Cause[0].Name, Math.Round(report.Cause[0].Size, 6), report.Cause[0].Unit));
        Assert.Contains(("global_constraints", "cap", "constant", 3, 10), Changes(report));
    }

    [Fact]
    public void A_sum_of_energy_is_told_from_both_sides()
    {
        Assert.Contains(("generators", "g", "e_sum_max", 5, 10), Changes(Explain(Town(10).Add("generators", "g", "bus=a p_nom=20 e_sum_max=5"))));
        Assert.Contains(("generators", "g", "e_sum_min", 12, 10), Changes(Explain(Town(10).Add("generators", "g", "bus=a p_nom=20 e_sum_min=12"))));
    }

    [Fact]
    public void A_least_output_that_nothing_takes_is_lowered() =>
        // 0.75 × 20 = 15 against 10
        Assert.Contains(("generators", "g", "p_min_pu", 0.75, 0.5), Changes(Explain(Town(10).Add("generators", "g", "bus=a p_nom=20 p_min_pu=0.75"))));

    [Fact]
    public void Every_change_that_is_told_makes_the_network_feasible()
    {
        var network = PypsaText.Network(new PypsaDraft(3).Add("buses", "a").Add("buses", "b").Add("carriers", "gas", "co2_emissions=0.5").Add("loads", "town", "bus=b").Series("loads", "p_set", "town", 20, 30, 25)
            .Add("generators", "gas", "bus=a carrier=gas p_nom=40 p_min_pu=0.25 efficiency=0.5").Add("generators", "wind", "bus=b p_nom_extendable=True p_nom_max=8").Series("generators", "p_max_pu", "wind", 0.5, 0.25, 1)
            .Add("links", "l", "bus0=a bus1=b p_nom=22 efficiency=0.9").Add("storage_units", "s", "bus=b p_nom=3 max_hours=1 cyclic_state_of_charge=True")
            .Add("global_constraints", "co2", "type=primary_energy carrier_attribute=co2_emissions sense=<= constant=55").Text());
        var report = Infeasibility.Explain(network, Options, new() { Year = 2015 }, TestContext.Current.CancellationToken);

        Assert.NotEmpty(report.Relax);
        foreach (var relaxation in report.Relax)
        {
            var plan = PlanningModel.Build(RelaxedNetwork.Apply(network, relaxation.Changes), Options).Solve(cancellation: TestContext.Current.CancellationToken);
            Assert.True(plan.Status == PlanningStatus.Optimal, relaxation.Text.En);
        }
    }

    [Fact]
    public void Sums_of_scenarios_are_told_in_the_scenario_where_they_cannot_be_kept()
    {
        var draft = new PypsaDraft { Scenarios = [("low", 0.4), ("high", 0.6)] }.Add("buses", "a").Add("loads", "town", "bus=a p_set=10").Add("carriers", "gas", "co2_emissions=1")
            .Add("generators", "g", "bus=a carrier=gas p_nom=20 scenario=low e_sum_max=4").Add("generators", "g", "bus=a carrier=gas p_nom=20 scenario=high")
            .Add("global_constraints", "co2", "scenario=low type=primary_energy carrier_attribute=co2_emissions sense=<= constant=30")
            .Add("global_constraints", "co2", "scenario=high type=primary_energy carrier_attribute=co2_emissions sense=<= constant=7");
        var scenarios = ScenarioCases.Of(PypsaImport.ToCase(PypsaText.Read(draft.Text()).Network!, "two"));

        var report = Infeasibility.Explain(scenarios, Options, new() { Year = 0, Labels = ["now"] }, TestContext.Current.CancellationToken);

        // 10 MWh are wanted in both
        Assert.Equal(
            [("low", "g", 6), ("high", "co2", 3)],
            report.Cause.Where(c => c.Kind == InfeasibilityCauseKind.SumMissed).OrderBy(c => c.Part == "high").Select(c => (c.Part!, c.Name, (int)Math.Round(c.Size))));
    }

    static readonly PlanningOptions Options = new() { LineModel = LineModel.Kirchhoff };

    static PypsaDraft Town(params double[] load) => new PypsaDraft(load.Length).Add("buses", "a").Add("loads", "town", "bus=a").Series("loads", "p_set", "town", load);

    static InfeasibilityReport Explain(PypsaDraft draft)
    {
        var reading = PypsaText.Read(draft.Text());
        var network = NetworkBuilder.Build(PypsaImport.ToCase(reading.Network!, "tiny"));
        Assert.Equal(PlanningStatus.Infeasible, PlanningModel.Build(network, Options).Solve(cancellation: TestContext.Current.CancellationToken).Status);
        var how = new InfeasibilityOptions { Year = 0, Labels = reading.Network!.SnapshotLabels };
        return PypsaChanges.Named(Infeasibility.Explain(network, Options, how, TestContext.Current.CancellationToken), network);
    }

    static IEnumerable<(string, string, string, double, double)> Changes(InfeasibilityReport report) =>
        report.Relax.SelectMany(r => r.Changes).Select(c => (c.Component, c.Name, c.Column, c.From, Math.Round(c.To, 6)));
}
