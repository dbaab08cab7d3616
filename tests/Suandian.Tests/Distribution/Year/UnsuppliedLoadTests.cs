using Suandian.PowerFlow;

namespace Suandian.Distribution.Year;

public class UnsuppliedLoadTests
{
    /// <summary>10 kV on 100 MVA: 1 slack, 2 with 2 MW, 3 with 1 MW and 4 with 0.5 MW behind an open branch 2–3 and a closed one 3–4; a tap makes it a case for Newton.</summary>
    static PowerGrid Cut(double tap) => GridTexts.Grid(GridTexts.Case(
        "1 3 0 0 0 0 1 1 0 10 1 1.1 0.9; 2 1 2 0 0 0 1 1 0 10 1 1.1 0.9; 3 1 1 0 0 0 1 1 0 10 1 1.1 0.9; 4 1 0.5 0 0 0 1 1 0 10 1 1.1 0.9", "1 0 0 999 -999 1 100 1 999 -999",
        FormattableString.Invariant($"1 2 0.1 0.1 0 5 0 0 {tap} 0 1 -360 360; 2 3 0.1 0.1 0 5 0 0 0 0 1 -360 360; 3 4 0.1 0.1 0 5 0 0 0 0 1 -360 360"))) is var grid
        ? grid with { Branches = grid.Branches with { InService = [true, false, true] } } : null!;

    [Theory]
    [InlineData(0)]
    [InlineData(1.02)]
    public void Load_behind_an_open_branch_is_in_no_energy_and_its_buses_have_no_voltage(double tap)
    {
        var grid = Cut(tap);

        var year = FeederYear.Solve(grid, FeederGrids.Scaled(grid, 1, 0.5, 1.3), cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(2 * 2.8, year.LoadMwh, 1e-9); // 2.8 = 1 + 0.5 + 1.3
        Assert.Equal(year.LoadMwh + year.LossMwh + year.ShuntMwh, year.ImportMwh - year.ExportMwh, 1e-5);
        Assert.All(new[] { 2, 3 }, b => Assert.Equal((double.NaN, -1, double.NaN), (year.Buses[b].LowestPu, year.Buses[b].LowestHour, year.Buses[b].MeanPu)));
        Assert.Equal([2, 3], year.Unsupplied.Buses);
        Assert.Equal([1.5, 0.75, 1.95], year.Unsupplied.Mw.Select(p => Math.Round(p, 9)));
        Assert.Equal((2, 1.95), (year.Unsupplied.PeakHour, Math.Round(year.Unsupplied.PeakMw, 9)));
        Assert.Equal(1.5 * 2.8, year.Unsupplied.EnergyMwh(null), 1e-9);
    }

    [Fact]
    public void Load_at_an_isolated_bus_is_told_and_nothing_is_where_all_buses_have_supply()
    {
        var plain = GridTexts.Grid(GridTexts.Case("1 3 0 0 0 0 1 1 0 10 1 1.1 0.9; 2 4 0.25 0 0 0 1 1 0 10 1 1.1 0.9", "1 0 0 999 -999 1 100 1 999 -999", "1 2 0.1 0.1 0 5 0 0 0 0 0 -360 360"));

        var (isolated, whole) = (UnsuppliedLoad.Of(plain, FeederHours.Snapshot(plain)), UnsuppliedLoad.Of(FeederGrids.ThirtyThree, FeederHours.Snapshot(FeederGrids.ThirtyThree)));

        Assert.Equal((1, 0.25, true), (Assert.Single(isolated.Buses), isolated.PeakMw, isolated.IsAny));
        Assert.Equal((0, 0.0, -1, false), (whole.Buses.Length, whole.PeakMw, whole.PeakHour, whole.IsAny));
    }
}
