using Suandian.Cases;
using Suandian.Distribution.Grids;
using Suandian.Network;
using Suandian.Planning;

namespace Suandian.Distribution.PlanCheck;

/// <summary>One week of cases/first-steps on a grid of its own: everything at a 10 kV busbar behind a line from the slack.</summary>
public class PlanPlacementTests
{
    static readonly (HourlyNetwork Network, PlanningSolution Plan) Solved = Week();

    [Fact]
    public void The_grid_above_gives_what_the_plan_imports_and_the_losses()
    {
        var check = PlanCheckSolution.Of(Grid(), Solved.Network, Solved.Plan);

        Assert.Empty(check.Unplaced);
        Assert.Empty(check.TodayRows);
        // the plan balances to 1e-6 MW in each hour, so over a year to some 0.01 MWh
        var import = Enumerable.Range(0, 168).Sum(t => Solved.Network.Snapshots.WeightH[t] * Solved.Plan.TradeMw[t]);
        Assert.Equal(import, check.NeedMwh, 0.1);
        Assert.Equal(check.NeedMwh + check.Check.LossMwh + check.Check.ShuntMwh, check.Check.SlackMwh, 0.1);
        Assert.Equal(1, (Town() + Computing()) / check.LoadMwh, 1e-9);
    }

    [Fact]
    public void Half_a_row_leaves_the_other_half_unplaced()
    {
        var grid = Grid();
        grid = grid with { Loads = grid.Loads.SetItem(0, grid.Loads[0] with { PlanSharePu = 0.25 }) };

        var row = Assert.Single(PlanCheckSolution.Of(grid, Solved.Network, Solved.Plan).Unplaced);

        Assert.Equal(("loads", "town", 0.75), (row.Table, row.Name, row.SharePu));
        Assert.Equal(0.75 * Town(), row.EnergyMwh, 1e-6);
    }

    [Fact]
    public void A_row_of_the_plan_that_the_grid_does_not_name_is_told_and_a_row_of_the_grid_without_plan_keeps_its_power_of_today()
    {
        var grid = Grid();
        grid = grid with { Loads = [grid.Loads[0] with { PlanTable = null, PlanRow = null, PowerMw = 3 }, grid.Loads[1]], LoadFactors = [[], []] };

        var check = PlanCheckSolution.Of(grid, Solved.Network, Solved.Plan);

        Assert.Equal(["town"], check.Unplaced.Select(u => u.Name));
        Assert.Equal(["town_load"], check.TodayRows);
    }

    static double Town() => Enumerable.Range(0, 168).Sum(t => Solved.Network.Snapshots.WeightH[t] * Solved.Network.Loads.PowerMw[t]);

    static double Computing() => Enumerable.Range(0, 168).Sum(t => Solved.Network.Snapshots.WeightH[t] * Solved.Network.Clusters.Pue[t] * Solved.Plan.ItMw[t]);

    static CountyGrid Grid()
    {
        GridGenerator Plant(string name, PlanTable table) => new() { Name = name + "_plant", Bus = "b", PlanTable = table, PlanRow = name };
        var source = Grids.OneLine(50000, 1).Source;
        return source with
        {
            Loads =
            [
                new GridLoad { Name = "town_load", Bus = "b", PowerMw = 10, PowerFactorPu = 1, PlanTable = PlanTable.Loads, PlanRow = "town" },
                new GridLoad { Name = "hall_load", Bus = "b", PowerMw = 0, PowerFactorPu = 1, PlanTable = PlanTable.Clusters, PlanRow = "hall" },
            ],
            Generators =
            [
                source.Generators[0] with { PlanTable = PlanTable.Tariffs, PlanRow = "grid" },
                Plant("wind", PlanTable.Generators), Plant("pv", PlanTable.Generators), Plant("battery", PlanTable.StorageUnits),
            ],
        };
    }

    static (HourlyNetwork Network, PlanningSolution Plan) Week()
    {
        var data = CaseFolder.Read(Repository.File("cases/first-steps")).Case!;
        var network = NetworkBuilder.Build(data with { Settings = data.Settings with { Hours = HourSelection.Weeks, Weeks = [19] } });
        return (network, PlanningModel.Build(network, new PlanningOptions()).Solve());
    }
}
