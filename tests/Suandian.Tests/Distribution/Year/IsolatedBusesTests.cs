using Suandian.Distribution.Reinforcement;
using Suandian.Distribution.Switching;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Year;

public class IsolatedBusesTests
{
    const string Branches = "1 2 0.1 0.1 0 5 0 0 0 0 1 -360 360; 2 3 0.1 0.1 0 5 0 0 0 0 0 -360 360; 3 4 0.1 0.1 0 5 0 0 0 0 1 -360 360";

    /// <summary>1–2 in service; 3 and 4 of type 4, 4 with 1 MW, joined with one another and by an open branch with 2: what an export makes of a dark part.</summary>
    static PowerGrid Cut(string branches = Branches) => GridTexts.Grid(GridTexts.Case(
        "1 3 0 0 0 0 1 1 0 10 1 1.1 0.9; 2 1 2 0 0 0 1 1 0 10 1 1.1 0.9; 3 4 0 0 0 0 1 1 0 10 1 1.1 0.9; 4 4 1 0 0 0 1 1 0 10 1 1.1 0.9", "1 0 0 999 -999 1 100 1 999 -999", branches));

    static PowerGrid Dark(PowerGrid grid) => IsolatedBuses.AsDark(grid, FeederHours.Snapshot(grid));

    [Fact]
    public void A_part_with_load_that_nothing_in_service_joins_is_dark_and_a_measure_supplies_it()
    {
        var grid = Dark(Cut());

        var solution = FeederReinforcement.Solve(grid, FeederHours.Snapshot(grid), [new Measure { Name = "tie", Kind = MeasureKind.CloseTie, Site = 1, CostYuan = 100, LifetimeYears = 10 }], cancellation: TestContext.Current.CancellationToken);

        Assert.Equal([GridBusKind.Slack, GridBusKind.Pq, GridBusKind.Pq, GridBusKind.Pq], grid.Buses.Kind);
        Assert.Equal((ReinforcementStatus.Cheapest, "tie", false), (solution.Status, Assert.Single(solution.Measures).Measure.Name, solution.Unsupplied.IsAny));
        Assert.False(IsolatedBuses.LoadOf(grid, FeederHours.Snapshot(grid)).IsAny);
    }

    [Fact]
    public void Switches_supply_it_too()
    {
        var grid = Dark(Cut());

        var solution = Reconfiguration.Solve(grid, cancellation: TestContext.Current.CancellationToken);

        Assert.Empty(Assert.Single(solution.Best).Open); // the one tree has all three branches closed
    }

    [Fact]
    public void What_a_branch_in_service_joins_with_the_grid_stays_out_and_is_told()
    {
        var grid = Dark(Cut(Branches.Replace("2 3 0.1 0.1 0 5 0 0 0 0 0", "2 3 0.1 0.1 0 5 0 0 0 0 1", StringComparison.Ordinal)));

        var load = IsolatedBuses.LoadOf(grid, FeederHours.Snapshot(grid));

        Assert.Equal([GridBusKind.Slack, GridBusKind.Pq, GridBusKind.Isolated, GridBusKind.Isolated], grid.Buses.Kind);
        Assert.Equal((3, 1.0), (Assert.Single(load.Buses), load.PeakMw)); // bus 4 with its 1 MW
    }

    [Fact]
    public void A_part_without_load_stays_as_it_is()
    {
        var grid = Cut() is var cut ? cut with { Buses = cut.Buses with { LoadMw = [0, 2, 0, 0] } } : null!;

        Assert.Same(grid, Dark(grid));
    }

    /// <summary>An export writes the dark part as type 4, which is what the command reads again.</summary>
    [Fact]
    public void A_dark_part_survives_an_export()
    {
        var dark = Dark(Cut());

        var again = GridTexts.Grid(Suandian.Cases.MatpowerCase.Write(dark));

        Assert.Equal(GridBusKind.Isolated, again.Buses.Kind[3]);
        Assert.Equal(dark.Buses.Kind, Dark(again).Buses.Kind);
    }
}
