using Suandian.Operations.Programme.Documents.Passages;

namespace Suandian.Operations.Programme.Documents.Targets;

/// <summary>Wordings of promises, each in a sentence of its own.</summary>
public class WordingTests
{
    [Theory]
    [InlineData("引进技师12名至18名", "引进技师", 12, 18, "名")]
    [InlineData("新办幼儿园三所到六所", "新办幼儿园", 3, 6, "所")]
    [InlineData("招引商户不超过20家但不少于8家", "招引商户", 8, 20, "家")]
    [InlineData("招引商户不少于8家，不超过20家", "招引商户", 8, 20, "家")]
    [InlineData("建设充电站6座以上、9座以下", "建设充电站", 6, 9, "座")]
    [InlineData("入库课题两三个，培育品牌四五个", "入库课题", 2, 3, "个")]
    public void Both_ends_of_a_range_are_kept_however_they_are_written(string sentence, string name, int low, int high, string unit)
    {
        var row = Read(sentence + "。")[0];

        Assert.Equal((name, low, high, Comparator.Range, unit), (row.Name, row.Value, row.Max, row.Comparator, row.Unit));
    }

    [Fact]
    public void Limits_that_contradict_each_other_stay_two_rows()
    {
        var rows = Read("招引商户不超过8家但不少于20家。");

        Assert.Equal([(8m, Comparator.AtMost), (20m, Comparator.AtLeast)], rows.Select(row => (row.Value!.Value, row.Comparator)));
    }

    [Fact]
    public void A_base_and_its_aim_are_no_range() => Assert.Equal((26m, null), Read("示范户由12户增加到26户。") is [var row] ? (row.Value, row.Max) : default);

    /// <summary>2025 has 52 whole weeks, 12 months, 6 pairs of months, 4 quarters, 2 halves.</summary>
    [Theory]
    [InlineData("半年开展一次巡检", 2)]
    [InlineData("每半年一次消防演练", 2)]
    [InlineData("每周一次例会", 52)]
    [InlineData("每月一次例会", 12)]
    [InlineData("每两个月一次例会", 6)]
    [InlineData("每季度两次例会", 8)]
    [InlineData("一季度一次例会", 4)]
    public void A_promise_that_recurs_counts_the_periods_of_the_year(string sentence, int times)
    {
        var row = Assert.Single(Read(sentence + "。"));

        Assert.Equal((times, Comparator.Equal, "次"), (row.Value, row.Comparator, row.Unit));
        Assert.Contains(DraftDoubt.PeriodsTotal, row.Doubts);
    }

    /// <summary>March to December holds three whole quarters; the year the text names holds four.</summary>
    [Fact]
    public void The_year_a_text_names_goes_before_the_period_of_service()
    {
        var rows = ReadLines("服务期：2025年3月1日至2025年12月31日", "2025年每季度办一次讲堂。", "每季度办一次沙龙。");

        Assert.Equal([(4m, "2025-12-31"), (3m, "2025-12-31")], rows.Skip(1).Select(row => (row.Value!.Value, DraftTable.Day(row.Due))));
        Assert.Equal([false, true], rows.Skip(1).Select(row => row.Doubts.Contains(DraftDoubt.PartPeriod)));
    }

    /// <summary>Three years of 40.</summary>
    [Fact]
    public void So_many_a_year_over_named_years_are_their_sum_due_at_their_end()
    {
        var row = Assert.Single(Read("2026—2028年每年新增护理床40张。"));

        Assert.Equal((120m, 40m, new DateOnly(2028, 12, 31), 3), (row.Value, row.PerPeriod, row.Due, row.DueDates.Length));
    }

    [Fact]
    public void A_total_told_again_is_one_promise_and_another_total_is_told()
    {
        Assert.Equal(4, Assert.Single(Read("每季度推介1次，全年共4次。")).Value);

        var rows = Read("每季度推介1次，全年共6次。");

        Assert.Equal([4m, 6m], rows.Select(row => row.Value));
        Assert.Contains(DraftDoubt.TotalDiffers, rows[1].Doubts);
    }

    [Theory]
    [InlineData("走访农户百余户", 100, "户")]
    [InlineData("走访农户上千户", 1000, "户")]
    [InlineData("到账资金超百亿元", 10_000_000_000, "元")]
    [InlineData("修建候车亭十来座", 10, "座")]
    [InlineData("不少于半数的村建成书屋", 50, "%")]
    [InlineData("村级收入翻一番", 2, "倍")]
    [InlineData("村级收入翻两番", 4, "倍")]
    public void A_rough_number_is_a_row_that_says_so(string sentence, long value, string unit)
    {
        var row = Assert.Single(Read(sentence + "。"));

        Assert.Equal((value, Comparator.AtLeast, unit), (row.Value, row.Comparator, row.Unit));
        Assert.Contains(row.Doubts, doubt => doubt is DraftDoubt.RoughNumber or DraftDoubt.BaseUnnamed or DraftDoubt.ChineseNumeral);
        Assert.True(unit == "%" || row.Confidence <= 0.6, $"{row.Confidence}");
    }

    [Fact]
    public void A_rough_number_leaves_the_names_beside_it_alone() =>
        Assert.Equal(["新建路灯", "候车亭", "垃圾亭"], Read("新建路灯二百盏、候车亭十来座、垃圾亭六座。").Select(row => row.Name));

    [Fact]
    public void A_number_nobody_can_tell_is_a_row_without_a_value()
    {
        var row = Assert.Single(Read("全年走访农户数百户，情况入册。"));

        Assert.Equal((null, false), (row.Value, row.HasThreshold));
        Assert.Contains(DraftDoubt.UnclearValue, row.Doubts);
        Assert.True(row.Confidence <= 0.4, $"{row.Confidence}");
    }

    [Theory]
    [InlineData("入驻企业30+，场次另计", "家")]
    [InlineData("累计引育人才60+", "人")]
    [InlineData("建成样板间9+", "")]
    public void A_plus_is_a_promise_whatever_noun_stands_before_it(string sentence, string unit) =>
        Assert.Equal((Comparator.AtLeast, unit), Read(sentence + "。") is [var row] ? (row.Comparator, row.Unit ?? "") : default);

    [Fact]
    public void A_range_of_things_is_a_promise_without_a_verb() =>
        Assert.Equal([("合作社", 3m), ("家庭农场", 4m)], Read("3-5家合作社、四至七家家庭农场。").Select(row => (row.Name, row.Value!.Value)));

    [Fact]
    public void A_time_of_the_plan_ends_what_is_told_of_the_past()
    {
        var row = Assert.Single(Read("至2024年累计引进商户15家，2025年再引进6家。"));

        Assert.Equal(("引进商户", 6m), (row.Name, row.Value));
    }

    [Theory]
    [InlineData("服务期限：2025年1月1日至2025年12月31日")]
    [InlineData("服务期限为2025年1月1日至2025年12月31日")]
    [InlineData("全年在县域主要街道两侧分批补植行道树不少于六百株")]
    public void A_line_without_a_stop_does_not_swallow_the_next(string line)
    {
        var rows = ReadLines(line, "新建球场4座。", "新建书屋7间。");

        Assert.Equal([("新建球场", 4m), ("新建书屋", 7m)], rows.TakeLast(2).Select(row => (row.Name, row.Value!.Value)));
    }

    [Theory]
    [InlineData("新建球场4座（2025年8月底前）。", "2025-08-31")]
    [InlineData("新建球场4座，完成时限：2025年9月底。", "2025-09-30")]
    [InlineData("新建球场4座，三季度完成。", "2025-09-30")]
    public void A_due_time_in_brackets_or_behind_its_label_is_that_of_the_row(string sentence, string due)
    {
        var row = Assert.Single(Read(sentence));

        Assert.Equal(("新建球场", due), (row.Name, DraftTable.Day(row.Due)));
    }

    [Fact]
    public void A_time_after_the_parts_is_that_of_the_whole_too() => Assert.Equal(["2025-09-30", "2025-09-30"],
        Read("培训干部300人次（其中村干部100人次），9月底前完成。").Select(row => DraftTable.Day(row.Due)));

    [Fact]
    public void At_least_so_many_each_week_is_a_lower_limit_named_by_its_verb()
    {
        var row = Assert.Single(Read("每周至少巡查2次。"));

        Assert.Equal(("巡查", 104m, Comparator.AtLeast), (row.Name, row.Value, row.Comparator));
    }

    [Fact]
    public void A_line_with_a_due_time_belongs_to_the_lines_before_it() => Assert.Equal(["2025-09-30", "2025-12-31"],
        ReadLines("新建球场4座。", "完成时限：2025年9月底", "新建书屋7间。").Select(row => DraftTable.Day(row.Due)));

    [Fact]
    public void Before_a_quarter_is_open_to_two_readings() =>
        Assert.Equal([new(2025, 6, 30), new DateOnly(2025, 9, 30)], Assert.Single(Read("三季度前完成路线勘测。")).DueAlternatives);

    [Fact]
    public void Neither_the_title_of_the_document_nor_an_event_before_a_semicolon_is_the_scope_of_a_row() =>
        Assert.Equal(["", ""], ReadLines("举办一次交流会；签约项目不少于9个。").Select(row => row.Scope));

    [Fact]
    public void Figures_that_stand_in_no_row_are_told_with_their_lines()
    {
        var reading = TargetReader.ReadAll(PassageReaderTests.Document(
            "青山县2025年工作计划", "截至目前，全县有商户140家。", "新建球场4座，详见青发〔2025〕3号第5条。", "会务补贴80万元。"));

        Assert.Equal([(2, "全县有商户140家"), (4, "会务补贴80万元")], reading.Unread.Select(place => (place.Line, place.Quote)));
    }

    /// <summary>A telephone number is no figure, and the list must not spread one.</summary>
    [Fact]
    public void Telephone_numbers_are_not_among_the_figures()
    {
        string mobile = "139" + new string('0', 8), dashed = $"139-{new string('0', 4)}-{new string('0', 4)}";

        Assert.Empty(TargetReader.ReadAll(PassageReaderTests.Document("青山县2025年工作计划", $"电话{mobile}，或{dashed}。")).Unread);
    }

    static DraftTarget[] Read(string sentence) => ReadLines("（一）" + sentence);

    static DraftTarget[] ReadLines(params string[] lines) => [.. TargetReader.Read(PassageReaderTests.Document(["青山县2025年工作计划", .. lines]))];
}
