using Suandian.PowerFlow;

namespace Suandian.Distribution.Year;

public class FeederLimitsTests
{
    [Theory]
    [InlineData(0.22, 0.90, 1.07, double.PositiveInfinity)] // single-phase: +7 %, −10 %
    [InlineData(0.38, 0.93, 1.07, double.PositiveInfinity)]
    [InlineData(10, 0.93, 1.07, double.PositiveInfinity)]
    [InlineData(20, 0.93, 1.07, double.PositiveInfinity)]
    [InlineData(35, 0.90, 1.10, 0.10)]
    [InlineData(220, 0.90, 1.10, 0.10)]
    [InlineData(0, 0, double.PositiveInfinity, double.PositiveInfinity)]
    public void The_standard_goes_by_the_nominal_voltage(double kv, double low, double high, double spread)
    {
        var limits = FeederLimits.Of(WithKv(kv, 2, 0), LimitChoice.Standard);

        Assert.Equal((low, high, spread), (limits.LowPu[1], limits.HighPu[1], limits.SpreadPu[1]));
        Assert.Equal(low > 0 ? LimitSource.Standard : LimitSource.None, limits.LowSource[1]);
    }

    [Fact]
    public void The_narrower_of_standard_and_case_holds_on_each_side()
    {
        var limits = FeederLimits.Of(WithKv(10, 1.05, 0.9));

        Assert.Equal((0.93, 1.05), (limits.LowPu[1], limits.HighPu[1]));
        Assert.Equal((LimitSource.Standard, LimitSource.Case), (limits.LowSource[1], limits.HighSource[1]));
    }

    [Fact]
    public void From_35_kV_up_deviations_to_both_sides_are_added()
    {
        Assert.Equal(0.11, VoltageStandard.Spread(0.95, 1.06), 1e-12);
        Assert.Equal(0.08, VoltageStandard.Spread(1.02, 1.08), 1e-12); // both of one sign: the larger one
    }

    static PowerGrid WithKv(double kv, double high, double low) => GridTexts.Grid(GridTexts.Case(
        FormattableString.Invariant($"1 3 0 0 0 0 1 1 0 {kv} 1 {high} {low}; 2 1 0 0 0 0 1 1 0 {kv} 1 {high} {low}"), "1 0 0 9 -9 1 100 1 9 0", "1 2 0.1 0.1 0 0 0 0 0 0 1 -360 360"));
}
