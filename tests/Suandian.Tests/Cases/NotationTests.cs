using CsCheck;

namespace Suandian.Cases;

public class NotationTests
{
    [Theory]
    [InlineData("2.5万千瓦", "MW", 25)]
    [InlineData("1.2亿千瓦时", "MWh", 120_000)]
    [InlineData("0.262元/千瓦时", "yuan/MWh", 262)]
    [InlineData("0.24元/千瓦时", "yuan/MWh", 240)]
    [InlineData("26.2分/度", "yuan/MWh", 262)]
    [InlineData("33亩", "km2", 0.022)] // 33 · 2000/3 m²
    [InlineData("80万元", "yuan", 800_000)]
    [InlineData("1.5亿元", "yuan", 150_000_000)]
    [InlineData("5 GWh", "MWh", 5000)]
    [InlineData("300kW", "MW", 0.3)]
    [InlineData("98%", "pu", 0.98)]
    [InlineData("98%", "%", 98)]
    [InlineData("98", "%", 98)]
    [InlineData("2%", "1/a", 0.02)]
    [InlineData("0.01%/h", "1/h", 0.0001)]
    [InlineData("150+", "", 150)]
    [InlineData("80 家以上", "piece", 80)]
    [InlineData("１２，３４５．６", "MW", 12345.6)]
    [InlineData("－５％", "pu", -0.05)]
    [InlineData("12,345", "MWh", 12345)]
    [InlineData("30.4元/千瓦/月", "yuan/MW/month", 30_400)]
    [InlineData("3800元/千瓦", "yuan/MW", 3_800_000)]
    [InlineData("3.8元/W", "yuan/MW", 3_800_000)]
    [InlineData("750元/kWh", "yuan/MWh", 750_000)]
    [InlineData("1.2亿元/百公里", "yuan/km", 1_200_000)]
    [InlineData("2万平米", "km2", 0.02)]
    [InlineData("3.5亿卡时", "GPU-h/a", 350_000_000)]
    [InlineData("20毫秒", "ms", 20)]
    [InlineData("6P", "TFLOPS", 6000)]
    [InlineData("400G", "Gbit/s", 400)]
    [InlineData("220千伏", "kV", 220)]
    [InlineData("43.5度", "deg", 43.5)]
    [InlineData("-12℃", "degC", -12)]
    [InlineData("0.5吨/兆瓦时", "t/MWh", 0.5)]
    [InlineData("570 gCO2/kWh", "t/MWh", 0.57)]
    [InlineData("约25兆瓦", "MW", 25)]
    [InlineData("1e-3 km", "km", 0.001)]
    [InlineData("2万", "GPU-h/a", 20_000)]
    public void Notations_are_read_into_the_unit_of_the_column(string text, string unit, double expected)
    {
        var reading = Notation.Read(text, unit);

        Assert.Equal(NotationOutcome.Number, reading.Outcome);
        Assert.Equal(expected, reading.Value, Math.Abs(expected) * 1e-14);
    }

    [Theory]
    [InlineData("33亩", "MW", NotationOutcome.WrongUnit)]
    [InlineData("5 MWh", "MW", NotationOutcome.WrongUnit)]
    [InlineData("98%", "MW", NotationOutcome.WrongUnit)]
    [InlineData("3-5家", "", NotationOutcome.Range)]
    [InlineData("250～262", "yuan/MWh", NotationOutcome.Range)]
    [InlineData("3至5", "MW", NotationOutcome.Range)]
    [InlineData("1,5", "MW", NotationOutcome.NotANumber)]
    [InlineData("一百", "MW", NotationOutcome.NotANumber)]
    [InlineData("25 parsecs", "km", NotationOutcome.NotANumber)]
    [InlineData("NaN", "MW", NotationOutcome.NotFinite)]
    [InlineData("#DIV/0!", "MW", NotationOutcome.NotFinite)]
    [InlineData("-inf", "MW", NotationOutcome.NotFinite)]
    [InlineData("", "MW", NotationOutcome.NotANumber)]
    public void What_is_no_number_of_the_unit_is_refused_with_its_reason(string text, string unit, NotationOutcome outcome) =>
        Assert.Equal(outcome, Notation.Read(text, unit).Outcome);

    [Theory]
    [InlineData(25, "MW", "2.5万千瓦")]
    [InlineData(0.3, "MW", "300千瓦")]
    [InlineData(262, "yuan/MWh", "0.262元/千瓦时")]
    [InlineData(120_000, "MWh", "1.2亿千瓦时")]
    [InlineData(0.98, "pu", "98%")]
    public void Values_are_written_as_officials_write_them(double value, string unit, string text) =>
        Assert.Equal(text, Notation.Write(value, unit));

    [Fact]
    public void What_is_written_reads_back()
    {
        string[] known = ["MW", "MWh", "yuan", "yuan/MWh", "yuan/MW/month", "km", "km2/MW", "pu", "GPU-h/a", "ms", "a", "h", "kV", "t/MWh", ""];
        var units = Gen.Int[0, known.Length - 1].Select(i => known[i]);

        Gen.Select(Gen.Double[-1e9, 1e9], units).Sample((value, unit) =>
        {
            var reading = Notation.Read(Notation.Write(value, unit), unit);
            return reading.Outcome == NotationOutcome.Number && Math.Abs(reading.Value - value) <= 1e-14 * Math.Abs(value);
        });
    }
}
