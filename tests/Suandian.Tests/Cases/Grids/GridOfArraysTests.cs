using Suandian.Distribution.Grids;
using Suandian.PowerFlow;

namespace Suandian.Cases.Grids;

public class GridOfArraysTests
{
    /// <summary>A transformer named from either side, tap and shift, charging of both signs, a shunt, a negative load, two machines at a bus.</summary>
    const string Buses = "10 3 0 0 0 0 1 1 0 110 1 1.1 0.9; 20 1 20 5 0.1 2 1 1 0 35 1 1.1 0.9; 30 1 4 1 0 0 1 1 0 10 1 1.1 0.9; 40 2 -3 -1 0 0 1 1 0 35 1 1.1 0.9; 50 4 9 0 0 0 1 1 0 35 1 1.1 0.9";

    const string Machines = "10 0 0 99 -99 1.02 100 1 99 0; 40 5 0 9 -9 1.01 100 1 9 0; 40 1 0 9 -9 1.01 100 1 9 0; 30 1 0.5 9 -9 1 100 0 9 0";

    const string Branches = "10 20 0.01 0.2 0.02 50 0 0 0.975 -30 1 -360 360; 30 20 0.02 0.3 -0.01 30 0 0 1.03 15 1 -360 360; 20 40 0.05 0.1 0.01 20 0 0 0 0 1 -360 360; "
        + "20 40 0.05 0.1 -0.01 20 0 0 1 0 1 -360 360; 40 50 0.1 0.1 0.03 0 0 0 0 0 1 -360 360";

    [Fact]
    public void A_grid_that_goes_into_a_folder_and_comes_back_has_the_same_flow()
    {
        var grid = GridTexts.Grid(GridTexts.Case(Buses, Machines, Branches));
        var (made, problems) = GridFolder.Of(grid, "case.m");
        var folder = Directory.CreateTempSubdirectory("suandian").FullName;
        try
        {
            GridFolder.Write(made!, folder);
            var reading = GridFolder.Read(folder);
            Assert.Empty(reading.Problems.Where(p => p.Severity == Severity.Error).Select(p => $"{p.File} {p.Row} {p.Column} {p.Value} {p.Expected.En}"));
            var (before, after) = (AcFlow.Solve(grid), AcFlow.Solve(new EquippedGrid(reading.Grid!).Grid));

            Assert.Equal(["1", "1", "3"], problems.Where(p => p.Code == ProblemCode.GridLeftOut).Select(p => p.Value).Order()); // 40-50 has no rating, one load is negative; three lines
            Assert.Equal(FlowStatus.Converged, after.Status);
            for (var b = 0; b < 4; b++)
            {
                Assert.Equal(before.VoltagePu[b], after.VoltagePu[b], 1e-9);
                Assert.Equal(before.AngleDeg[b], after.AngleDeg[b], 1e-7);
            }

            Assert.Equal(double.NaN, after.VoltagePu[4]);
            Assert.Equal(before.GeneratorMw.Sum(), after.GeneratorMw.Sum() - 3, 1e-7); // the negative load is a generator now
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void What_a_folder_cannot_say_is_refused_place_by_place()
    {
        var grid = GridTexts.Grid(GridTexts.Case(
            "1 3 0 0 0 0 1 1 0 10 1 1.1 0.9; 2 1 1 0 0 0 1 1 0 10 1 1.1 0.9; 3 1 1 0 0 0 1 1 0 0 1 1.1 0.9", "1 0 0 9 -9 1 100 1 9 0",
            "1 2 0.1 0.1 0 0 0 0 1.05 0 1 -360 360; 2 3 0.1 -0.1 0 0 0 0 0 0 1 -360 360"));

        var (made, problems) = GridFolder.Of(grid, "case.m");

        Assert.Null(made);
        Assert.Equal(["1-2", "2-3", "bus_3"], problems.Where(p => p.Code == ProblemCode.GridNotInFolder).Select(p => p.Value).Order());
    }
}
