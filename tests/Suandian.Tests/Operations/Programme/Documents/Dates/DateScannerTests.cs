using System.Globalization;
using Suandian.Operations.Programme.Documents.Passages;
using Suandian.Operations.Programme.Documents.Targets;

namespace Suandian.Operations.Programme.Documents.Dates;

public class DateScannerTests
{
    /// <summary>A plan for the year 2025.</summary>
    static readonly PlanPeriod Year = new(new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31), IsStated: false);

    [Theory]
    [InlineData("2025年3月1日前", "2025-03-01", DueStatus.StatedDay)]
    [InlineData("7月1日前", "2025-07-01", DueStatus.StatedDay)]
    [InlineData("拟于2025年10月", "2025-10-31", DueStatus.StatedMonth)]
    [InlineData("2月底前", "2025-02-28", DueStatus.StatedMonth)]
    [InlineData("上半年", "2025-06-30", DueStatus.StatedMonth)]
    [InlineData("三季度末", "2025-09-30", DueStatus.StatedMonth)]
    [InlineData("前三季度", "2025-09-30", DueStatus.StatedMonth)]
    [InlineData("到2027年底", "2027-12-31", DueStatus.StatedYear)]
    [InlineData("二〇二六年", "2026-12-31", DueStatus.StatedYear)]
    [InlineData("“十五五”末", "2030-12-31", DueStatus.StatedYear)]
    [InlineData("年底前", "2025-12-31", DueStatus.ThisYear)]
    [InlineData("该年度", "2025-12-31", DueStatus.ThisYear)]
    [InlineData("每季度", "2025-12-31", DueStatus.EachQuarter)]
    [InlineData("每学期", "2025-12-31", DueStatus.EachHalfYear)]
    [InlineData("汛期前", "2025-12-31", DueStatus.Missing)]
    [InlineData("合同签订后3个月内", "2025-12-31", DueStatus.Missing)]
    public void A_time_has_its_last_day(string text, string last, DueStatus status)
    {
        var mention = Assert.Single(DateScanner.Scan(text));

        var due = Year.DueOf(mention, Section.Top, year: null);

        Assert.Equal((last, status), (due.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), due.Status));
    }

    [Fact]
    public void A_day_that_no_calendar_has_gives_no_date() =>
        Assert.Null(Year.DueOf(Assert.Single(DateScanner.Scan("2025年2月30日前")), Section.Top, year: null).Date);

    [Fact]
    public void An_interval_has_both_its_days()
    {
        var mention = Assert.Single(DateScanner.Scan("2024年1月1日-12月31日"));

        Assert.Equal((new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31)), (mention.From, mention.To));
    }

    /// <summary>A year has 4 quarters, 12 months, 2 half-years; 1 March to 28 February has 12 months too.</summary>
    [Fact]
    public void Recurring_times_end_inside_the_period()
    {
        var service = new PlanPeriod(new DateOnly(2025, 3, 1), new DateOnly(2026, 2, 28), IsStated: true);

        Assert.Equal([new(2025, 3, 31), new(2025, 6, 30), new(2025, 9, 30), new DateOnly(2025, 12, 31)], Ends(Year, DueStatus.EachQuarter));
        Assert.Equal((12, 2, 1), (Ends(Year, DueStatus.EachMonth).Length, Ends(Year, DueStatus.EachHalfYear).Length, Ends(Year, DueStatus.EachYear).Length));
        Assert.Equal((12, new DateOnly(2026, 2, 28)), (Ends(service, DueStatus.EachMonth).Length, Ends(service, DueStatus.EachMonth)[^1]));
    }

    static DateOnly[] Ends(PlanPeriod period, DueStatus each) =>
        [.. period.Recurring(new DateMention(0, 0, DateKind.Each) { Each = each }, named: null, Section.Top).Ends];

    [Theory]
    [InlineData("古渡县服务项目|服务期限：2025年3月1日至2026年2月28日", "2025-03-01", "2026-02-28")]
    [InlineData("北麓县三年行动方案（2025—2027年）|正文。", "2025-01-01", "2027-12-31")]
    [InlineData("青禾县政府工作报告|一、2024年工作回顾|甲。|二、2025年主要目标|乙。", "2025-01-01", "2025-12-31")]
    [InlineData("溪口县2025年工作方案|去年甲。", "2025-01-01", "2025-12-31")]
    public void The_period_comes_from_stated_days_titles_and_headings(string lines, string start, string end)
    {
        var period = PlanPeriod.Of(ItemReader.Read(PassageReader.Read(PassageReaderTests.Document(lines.Split('|')))));

        Assert.Equal((start, end), (DraftTable.Day(period.Start), DraftTable.Day(period.End)));
    }
}
