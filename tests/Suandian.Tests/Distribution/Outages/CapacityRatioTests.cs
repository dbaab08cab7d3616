using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Outages;

public class CapacityRatioTests
{
    [Fact]
    public void Ratings_of_the_transformers_in_service_are_divided_by_what_they_carry_together()
    {
        var grid = GridTexts.Grid(GridTexts.Case(
            "1 3 0 0 0 0 1 1 0 110 1 1.1 0.9; 2 1 20 0 0 0 1 1 0 10 1 1.1 0.9; 3 1 10 0 0 0 1 1 0 10 1 1.1 0.9", "1 0 0 999 -999 1 100 1 999 -999",
            "1 2 0 0.1 0 40 0 0 0 0 1 -360 360; 1 3 0 0.1 0 20 0 0 0 0 1 -360 360; 1 3 0 0.1 0 20 0 0 0 0 0 -360 360"));

        var ratio = Assert.Single(CapacityRatio.Of(grid, FeederYear.Solve(grid, FeederGrids.Scaled(grid, 0.5, 1), cancellation: TestContext.Current.CancellationToken)));

        Assert.Equal([10.0], ratio.LowKv);
        Assert.Equal((110, 2, 60, 1), (ratio.HighKv, ratio.Transformers, ratio.CapacityMva, ratio.PeakHour));
        Assert.True(ratio.HasGuide);
        Assert.Equal([false, true, true, false], ((double[])[10, 35, 110, 750]).Select(kv => (ratio with { HighKv = kv }).HasGuide));
        Assert.Equal(2.0, ratio.MvaPerMw, 1e-6); // 60 MVA over 30 MW, without resistance no losses
    }
}
