namespace Suandian.Operations.Programme.Documents.Quantities;

public class QuantityScannerTests
{
    [Theory]
    [InlineData("一", 1)]
    [InlineData("十", 10)]
    [InlineData("十五", 15)]
    [InlineData("二十五", 25)]
    [InlineData("两百", 200)]
    [InlineData("一百五十", 150)]
    [InlineData("一千零五", 1005)]
    [InlineData("一千二", 1200)]
    [InlineData("三万五千", 35000)]
    [InlineData("一亿二千万", 120000000)]
    [InlineData("百", 100)]
    [InlineData("万", 10_000)]
    [InlineData("亿", 100_000_000)]
    [InlineData("百万", 1_000_000)]
    public void Chinese_figures_are_numbers(string text, int value) => Assert.Equal(value, ChineseNumeral.Read(text));

    [Fact]
    public void Two_digits_side_by_side_are_no_number_of_that_form() => Assert.Null(ChineseNumeral.Read("三五"));

    [Theory]
    [InlineData("不低于5项", 5.0, null, Comparator.AtLeast, "项")]
    [InlineData("80家以上", 80.0, null, Comparator.AtLeast, "家")]
    [InlineData("至少10家", 10.0, null, Comparator.AtLeast, "家")]
    [InlineData("3-5家", 3.0, 5.0, Comparator.Range, "家")]
    [InlineData("2万—2.5万亩", 20000.0, 25000.0, Comparator.Range, "亩")]
    [InlineData("5-10万亩", 50000.0, 100000.0, Comparator.Range, "亩")]
    [InlineData("40%—70%", 40.0, 70.0, Comparator.Range, "%")]
    [InlineData("三到五家", 3.0, 5.0, Comparator.Range, "家")]
    [InlineData("150+", 150.0, null, Comparator.AtLeast, null)]
    [InlineData("500+家", 500.0, null, Comparator.AtLeast, "家")]
    [InlineData("2万平米", 20000.0, null, null, "平方米")]
    [InlineData("1.2亿元", 120000000.0, null, null, "元")]
    [InlineData("3,500户", 3500.0, null, null, "户")]
    [InlineData("10余家", 10.0, null, Comparator.AtLeast, "家")]
    [InlineData("一栋", 1.0, null, null, "栋")]
    [InlineData("上万册", 10_000.0, null, Comparator.AtLeast, "册")]
    [InlineData("万余册", 10_000.0, null, Comparator.AtLeast, "册")]
    [InlineData("超亿元", 100_000_000.0, null, Comparator.AtLeast, "元")]
    [InlineData("十余万人", 100_000.0, null, Comparator.AtLeast, "人")]
    [InlineData("翻番", 2.0, null, Comparator.AtLeast, "倍")]
    [InlineData("一百五十名", 150.0, null, null, "名")]
    [InlineData("百分之三十", 30.0, null, null, "%")]
    [InlineData("百分之百", 100.0, null, null, "%")]
    [InlineData("不低于八成", 80.0, null, Comparator.AtLeast, "%")]
    [InlineData("控制在5.5%以内", 5.5, null, Comparator.AtMost, "%")]
    [InlineData("不超过20毫秒", 20.0, null, Comparator.AtMost, "毫秒")]
    [InlineData("降至0.28元/千瓦时以下", 0.28, null, Comparator.AtMost, "元/千瓦时")]
    [InlineData("2000P", 2000.0, null, null, "PFLOPS")]
    [InlineData("80万千瓦", 800000.0, null, null, "千瓦")]
    [InlineData("200千瓦", 200.0, null, null, "千瓦")]
    [InlineData("45km", 45.0, null, null, "公里")]
    [InlineData("1台（套）", 1.0, null, null, "台")]
    [InlineData("提高五个百分点", 5.0, null, null, "个百分点")]
    public void A_notation_is_one_quantity(string text, double value, double? max, Comparator? comparator, string? unit)
    {
        var quantity = Assert.Single(QuantityScanner.Scan(text, Masks.Of(text)));

        Assert.Equal(((decimal)value, (decimal?)max, comparator, unit), (quantity.Value, quantity.Max, quantity.Comparator, quantity.Unit?.Unit));
    }

    [Theory]
    [InlineData("哈政函〔2023〕178号")]
    [InlineData("第三十一条")]
    [InlineData("财政部令第74号")]
    [InlineData("二届市人民政府第13次常务会议")]
    [InlineData("000-00000000")]
    [InlineData("一期工程")]
    [InlineData("四类研究")]
    [InlineData("一次性补助")]
    [InlineData("“十四五”规划")]
    [InlineData("PM2.5浓度")]
    [InlineData("5G基站")]
    [InlineData("110千伏变电站")]
    [InlineData("生师比14:1")]
    [InlineData("《2025年三十件实事》")]
    public void What_is_no_quantity_is_left_alone(string text) => Assert.Empty(QuantityScanner.Scan(text, Masks.Of(text)));
}
