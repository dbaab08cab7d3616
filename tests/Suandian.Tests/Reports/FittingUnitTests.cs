namespace Suandian.Reports;

public class FittingUnitTests
{
    [Theory]
    [InlineData(172_800, "2 天", "2 days")]
    [InlineData(5400, "1.5 h", "1.5 h")]
    [InlineData(90, "1.5 min", "1.5 min")]
    [InlineData(3, "3 s", "3 s")]
    [InlineData(0, "0 天", "0 days")]
    public void A_time_is_told_in_the_largest_unit_of_which_it_is_at_least_one(double seconds, string zh, string en) =>
        Assert.Equal(new Text(zh, en), FittingUnit.OfTime(seconds).Say(seconds));

    [Fact]
    public void A_column_has_the_unit_of_its_largest_number_and_a_dash_where_there_is_none()
    {
        var unit = FittingUnit.OfEnergy(0.5, 250, double.NaN);

        Assert.Equal("kWh", unit.Word.En);
        Assert.Equal(["0.500", "250.000", "–", "0.000"], new[] { 0.5, 250, double.NaN, -1e-9 }.Select(value => unit.Column(value, 3)));
        Assert.Equal(["MWh", "Wh"], new[] { 1000.0, 0.02 }.Select(value => FittingUnit.OfEnergy(value).Word.En));
        Assert.Equal(["t", "kg", "g"], new[] { 1000.0, 1, 0.02 }.Select(value => FittingUnit.OfMass(value).Word.En));
        Assert.Equal("h", FittingUnit.OfWait(500_000).Word.En);
    }
}
