namespace Suandian.Operations.Programme.Documents.Passages;

public class PassageReaderTests
{
    [Fact]
    public void A_sentence_cut_by_a_page_end_is_joined_and_keeps_the_places_of_its_characters()
    {
        string first = "④全年不断线地给县直相关部门讲授数字经济、算力网和东数西算这几门课程，并且按照季度组织专题培";

        var passages = PassageReader.Read(Document(first, "", "训，2024年累计受训300人次。"));

        var passage = Assert.Single(passages);
        Assert.EndsWith("专题培训，2024年累计受训300人次。", passage.Text, StringComparison.Ordinal);
        int at = passage.Text.IndexOf("300", StringComparison.Ordinal);
        Assert.Equal((3, 12, "300"), (passage.PlaceOf(at, at + 3).Line, passage.PlaceOf(at, at + 3).Column, passage.PlaceOf(at, at + 3).Quote));
    }

    [Theory]
    [InlineData("一、总体要求")]
    [InlineData("（一）目标。")]
    [InlineData("联系人：某某")]
    [InlineData("    　另起一段")]
    [InlineData("- 另起一条")]
    public void A_paragraph_that_begins_anew_is_not_joined(string next)
    {
        string open = new('甲', 50);

        Assert.Equal(2, PassageReader.Read(Document(open, next)).Length);
    }

    [Fact]
    public void Marks_blanks_and_full_width_figures_go_and_their_columns_stay()
    {
        var passage = Assert.Single(PassageReader.Read(Document("**新建** 学校 ３ 所<p class=\"a\">，")));

        Assert.Equal("新建学校3所，", passage.Text);
        Assert.Equal((11, "３"), (passage.PlaceOf(4, 5).Column, passage.PlaceOf(4, 5).Quote));
    }

    [Fact]
    public void Items_keep_the_chain_of_their_numbers_and_titles()
    {
        var items = ItemReader.Read(PassageReader.Read(Document("三、重点任务", "（二）产业培育。①甲；②乙。")));

        Assert.Equal(["三", "三(二)①", "三(二)②"], items.Select(item => item.Section.Path));
        Assert.Equal("产业培育", items[^1].Section.NearestTitle);
    }

    [Theory]
    [InlineData("一、2024年工作回顾", "Past")]
    [InlineData("二、项目概况", "Past")]
    [InlineData("三、付款方式", "Terms")]
    [InlineData("四、主要目标", "Plan")]
    [InlineData("五、人才引育", "Untold")]
    public void A_heading_tells_what_its_text_speaks_of(string heading, string kind) =>
        Assert.Equal(kind, ItemReader.Read(PassageReader.Read(Document(heading)))[0].Section.Kind.ToString());

    internal static OfficialDocument Document(params string[] lines) => new("a.txt", DocumentKind.Text, "",
        [.. lines.Select((text, i) => new DocumentLine(i + 1, text))]);
}
