using Suandian.Operations.Programme.Documents.Passages;

namespace Suandian.Operations.Programme.Documents.Targets;

public class TargetReaderTests
{
    [Fact]
    public void One_word_and_one_time_at_the_head_govern_the_whole_list()
    {
        var rows = Read("确保6月底前建成厂房3栋、宿舍200套，并使企业至少8家入驻；新增岗位90个。");

        Assert.Equal(["2025-06-30", "2025-06-30", "2025-06-30", "2025-12-31"], rows.Select(row => DraftTable.Day(row.Due)));
        Assert.All(rows, row => Assert.Equal(Comparator.AtLeast, row.Comparator));
        Assert.Equal([DueStatus.StatedMonth, DueStatus.StatedMonth, DueStatus.StatedMonth, DueStatus.PeriodEnd], rows.Select(row => row.DueStatus));
    }

    [Fact]
    public void A_time_inside_one_clause_leaves_the_next_clause_open()
    {
        var rows = Read("智算中心拟于2025年8月建成，引入用户企业3-5家。");

        Assert.Equal(DueStatus.Ambiguous, rows[1].DueStatus);
        Assert.Equal([new(2025, 8, 31), new DateOnly(2025, 12, 31)], rows[1].DueAlternatives);
        Assert.Contains(DraftDoubt.TwoDues, rows[1].Doubts);
        Assert.Contains(DraftDoubt.SoftDate, rows[0].Doubts);
    }

    [Fact]
    public void Once_a_quarter_is_four_a_year_and_the_division_belongs_to_it()
    {
        var rows = Read("每季度举办一次推介活动，暂定县外3次、县内1次。");

        Assert.Equal((4m, 1m, Comparator.Equal, 4), (rows[0].Value, rows[0].PerPeriod, rows[0].Comparator, rows[0].DueDates.Length));
        Assert.Equal([3m, 1m], rows.Skip(1).Select(row => row.Value));
        Assert.All(rows.Skip(1), row => Assert.Equal(rows[0].Id, row.PartOf));
    }

    [Fact]
    public void A_share_of_the_row_before_takes_over_its_time()
    {
        var rows = Read("来县研学累计达到2000人次，其中大学生占比50%以上。");

        Assert.Equal((rows[0].Id, rows[0].DueStatus), (rows[1].ShareOf, rows[1].DueStatus));
        Assert.Equal(DueStatus.Missing, rows[0].DueStatus);
        Assert.Contains(DraftDoubt.NoStart, rows[0].Doubts);
    }

    [Theory]
    [InlineData("去年新建公路80公里。")]
    [InlineData("截至目前，全县已建成厂房8万平方米。")]
    [InlineData("2024年完成投资30亿元。")]
    [InlineData("根据《采购法》第三十一条，添购金额不超过原合同金额百分之十。")]
    [InlineData("合同签订后10个工作日内支付合同金额的40%。")]
    [InlineData("完成率90%以上的评为优秀。")]
    [InlineData("重点抓好以下九个方面工作：")]
    public void Facts_terms_and_enumerations_are_no_promises(string sentence) => Assert.Empty(Read(sentence));

    [Theory]
    [InlineData("由目前的31%提高到45%", 45)]
    [InlineData("从2024年的22%提升至30%", 30)]
    public void The_base_of_a_comparison_is_not_the_target(string clause, int value)
    {
        var row = Assert.Single(Read($"毕业生留县就业率{clause}。"));

        Assert.Equal(((decimal)value, "毕业生留县就业率", new DateOnly(2025, 12, 31)), (row.Value!.Value, row.Name, row.Due!.Value));
    }

    [Fact]
    public void A_quantity_that_only_describes_stays_in_the_name()
    {
        var row = Assert.Single(Read("新引进10亿元以上项目2个。"));

        Assert.Equal((2m, "个", "新引进10亿元以上项目"), (row.Value, row.Unit, row.Name));
    }

    [Fact]
    public void Every_row_shows_the_words_of_its_line()
    {
        var document = PassageReaderTests.Document("青山县2025年计划", "新建公路 120 公里，改造桥梁 9 座。");

        Assert.All(TargetReader.Read(document), row =>
        {
            var place = row.Places[0];
            Assert.Equal(place.Quote, document.Lines[place.Line - 1].Text.Substring(place.Column - 1, place.Quote.Length));
        });
    }

    [Fact]
    public void A_text_of_nothing_but_noise_ends_without_an_exception()
    {
        const string signs = "《〔（，。；：一二三0123年月日%+-①、 \t";
        string noise = string.Concat(Enumerable.Range(0, 4000).Select(i => signs[i * 7 % signs.Length]));

        Assert.All(TargetReader.Read(PassageReaderTests.Document(noise, "，，，", "：", "①②③", "2025年")), row => Assert.NotEmpty(row.Places));
    }

    static DraftTarget[] Read(string sentence) => [.. TargetReader.Read(PassageReaderTests.Document("青山县2025年工作计划", "（一）" + sentence))];
}
