namespace Suandian.Operations.Programme.Sheets;

public class SheetQuantityTests
{
    [Theory]
    [InlineData("3000", 3000, null, null, "")]
    [InlineData("2万平米", 20000, null, null, "平方米")]
    [InlineData("2 万平方米", 20000, null, null, "平方米")]
    [InlineData("150+", 150, null, Comparator.AtLeast, "")]
    [InlineData("3-5家", 3, 5.0, Comparator.Range, "家")]
    [InlineData("5-10 名", 5, 10.0, Comparator.Range, "名")]
    [InlineData("３－５家", 3, 5.0, Comparator.Range, "家")]
    [InlineData("5～10名", 5, 10.0, Comparator.Range, "名")]
    [InlineData("3至5家", 3, 5.0, Comparator.Range, "家")]
    [InlineData("80 家以上", 80, null, Comparator.AtLeast, "家")]
    [InlineData("８０家以上", 80, null, Comparator.AtLeast, "家")]
    [InlineData("≥3000人次", 3000, null, Comparator.AtLeast, "人次")]
    [InlineData("不低于5项", 5, null, Comparator.AtLeast, "项")]
    [InlineData("至少 10 家", 10, null, Comparator.AtLeast, "家")]
    [InlineData("≤30万元", 30, null, Comparator.AtMost, "万元")]
    [InlineData("50%以上", 50, null, Comparator.AtLeast, "%")]
    [InlineData("2万人次", 20000, null, null, "人次")]
    [InlineData("2.5万千瓦", 2.5, null, null, "万千瓦")]
    [InlineData("300千克", 300, null, null, "千克")]
    [InlineData("1,200人次", 1200, null, null, "人次")]
    [InlineData("=4次", 4, null, Comparator.Equal, "次")]
    public void A_promise_is_read_as_people_write_it(string text, double value, double? upper, Comparator? comparator, string unit) =>
        Assert.Equal(new SheetQuantity((decimal)value, (decimal?)upper, comparator, unit), SheetQuantity.Read(text, ""));

    [Theory]
    [InlineData("2万平米", "平方米", 20000)]
    [InlineData("500万元", "元", 5000000)]
    [InlineData("1.2亿元", "万元", 12000)]
    [InlineData("50%", "%", 50)]
    [InlineData("50", "%", 50)]
    [InlineData("300人次", "人次", 300)]
    [InlineData("3万人次", "人次", 30000)]
    public void A_unit_of_the_column_converts_or_must_be_the_same_word(string text, string unit, double value) =>
        Assert.Equal((decimal)value, SheetQuantity.Read(text, unit)!.Value);

    [Theory]
    [InlineData("300人", "人次")] // persons are not visits
    [InlineData("80家次", "家")]
    [InlineData("5平方米", "元")]
    [InlineData("完成", "家")]
    [InlineData("5-3家", "家")] // from more to less
    [InlineData("", "")]
    [InlineData("2024-05-01", "")]
    public void What_is_no_quantity_of_the_unit_is_none(string text, string unit) => Assert.Null(SheetQuantity.Read(text, unit));

    [Theory]
    [InlineData("≥3000人次")]
    [InlineData("5—10名")]
    [InlineData("≤30万元")]
    [InlineData("=1期")]
    [InlineData("56.5%")]
    public void What_is_written_is_read_back(string text) => Assert.Equal(text, SheetQuantity.Read(text, "")!.ToString());
}
