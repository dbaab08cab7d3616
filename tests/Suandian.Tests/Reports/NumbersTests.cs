using System.Globalization;
using CsCheck;

namespace Suandian.Reports;

public class NumbersTests
{
    [Theory]
    [InlineData(Quantity.PowerMw, 25, "2.5 万千瓦", "25 MW")] // 1 万千瓦 = 10 MW
    [InlineData(Quantity.PowerMw, 1234.6, "123 万千瓦", "1,230 MW")]
    [InlineData(Quantity.EnergyMwh, 99_000, "9900 万千瓦时", "99 GWh")] // below 1 亿千瓦时
    [InlineData(Quantity.EnergyMwh, 100_000, "1 亿千瓦时", "100 GWh")] // 1 亿千瓦时 = 100 GWh
    [InlineData(Quantity.MoneyYuan, 17_900_000, "1790 万元", "17.9 million yuan")]
    [InlineData(Quantity.MoneyYuan, 2.86e10, "286 亿元", "28,600 million yuan")]
    [InlineData(Quantity.PriceYuanPerMwh, 301.2, "0.301 元/千瓦时", "0.301 yuan/kWh")]
    [InlineData(Quantity.PriceYuanPerGpuHour, 6.3, "6.30 元/卡时", "6.30 yuan/GPU-hour")]
    [InlineData(Quantity.SharePu, 0.811, "81%", "81%")]
    [InlineData(Quantity.SharePu, 0.0584, "5.8%", "5.8%")]
    [InlineData(Quantity.SharePu, 0.996, "99.6%", "99.6%")]
    [InlineData(Quantity.SharePu, 1, "100%", "100%")]
    [InlineData(Quantity.MoneyYuan, 0, "0 元", "0 yuan")]
    [InlineData(Quantity.EnergyMwh, -1234, "−123 万千瓦时", "−1.23 GWh")]
    public void Prose_has_three_digits_and_the_unit_of_the_language(Quantity quantity, double value, string zh, string en) =>
        Assert.Equal(new Text(zh, en), Numbers.Say(quantity, value));

    [Fact]
    public void Rows_add_up_to_their_sum_in_sight()
    {
        Assert.Equal(["11.0", "2.5"], Numbers.Added(Quantity.MoneyYuan, [1.1e7, 2.5e6], Language.En).Rows);
        Assert.Equal("13.5", Numbers.Added(Quantity.MoneyYuan, [1.1e7, 2.5e6], Language.En).Sum);
        var (rows, sum, unit) = Numbers.Added(Quantity.MoneyYuan, [1.1e7, 2.52e6], Language.En); // 11.0 + 2.5 would be 13.5, and so is 13.52
        Assert.Equal(("11.0 2.5 13.5", "million yuan"), (string.Join(' ', [.. rows, sum]), unit));
        (rows, sum, unit) = Numbers.Added(Quantity.MoneyYuan, [1.1e7, 2.54e6, 0.04e6], Language.En); // 11.0 + 2.5 + 0.0 is not 13.6
        Assert.Equal(("11.00 2.54 0.04 13.58", "million yuan"), (string.Join(' ', [.. rows, sum]), unit));
        Assert.Equal(["1100", "252", "0"], Numbers.Added(Quantity.MoneyYuan, [1.1e7, 2.52e6, 0], Language.Zh).Rows);
    }

    [Fact]
    public void Rows_of_any_size_add_up_to_their_sum_in_sight() => Gen.Double[0, 1e7].Array[1, 6].Sample(values =>
    {
        var (rows, sum, _) = Numbers.Added(Quantity.MoneyYuan, [.. values.Select(v => Math.Round(v, 0))], Language.Zh);
        Assert.Equal(decimal.Parse(sum, CultureInfo.InvariantCulture), rows.Sum(r => decimal.Parse(r, CultureInfo.InvariantCulture)));
    });

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_no_number_is_a_dash(double value)
    {
        Assert.All(Enum.GetValues<Quantity>(), q => Assert.Equal(new Text("–", "–"), Numbers.Say(q, value)));
        Assert.Equal("–", Numbers.Column(Quantity.PowerMw, null, Language.En));
    }

    [Fact]
    public void Three_digits_read_back_within_half_a_unit_of_the_third() =>
        Gen.Double[-1e9, 1e9].Where(x => Math.Abs(x) > 1e-3).Sample(x =>
        {
            var read = double.Parse(Numbers.Three(x).Replace('−', '-'), CultureInfo.InvariantCulture);
            return Math.Abs(read - x) <= 0.00501 * Math.Abs(x) && Numbers.Three(read) == Numbers.Three(x);
        });

    [Fact]
    public void A_change_has_a_sign_and_points_for_shares()
    {
        Assert.Equal("−34%", Numbers.Change(Quantity.PriceYuanPerMwh, new Pair(300, 198), Language.Zh));
        Assert.Equal("+5.5%", Numbers.Change(Quantity.PriceYuanPerMwh, new Pair(200, 211), Language.En));
        Assert.Equal("+81 points", Numbers.Change(Quantity.SharePu, new Pair(0, 0.81), Language.En));
        Assert.Equal("–", Numbers.Change(Quantity.SharePu, new Pair(null, 0.81), Language.En));
        Assert.Equal("new", Numbers.Change(Quantity.EnergyMwh, new Pair(8.3e-7, 44_500), Language.En)); // shown as 0, so no per cent of it
    }
}
