using Suandian.Operations.Programme.Documents.Passages;

namespace Suandian.Operations.Programme.Checking;

/// <summary>Each rule on a short text of its own with the fault, and on the same text without it.</summary>
public class DocumentCheckerTests
{
    const string Letter = """
        青河市人民政府

        青政函〔2025〕31号

        关于同意设立数据融合（青河）研究院的批复

        市发展和改革委员会：

        数据融合（青河）研究院由青河市人民政府发起设立，所需经费由市财政局保障。

        此复。

        青河市人民政府

        2025年2月3日

        抄送：市委办。
        """;

    /// <summary>Six paragraphs before the letter, so that it is an annex and not the document itself.</summary>
    const string Body = """
        青河市服务项目论证说明

        采购人：青河市数据局

        项目名称：青河市服务项目

        预算金额：30万元

        本项目由研究院承担。

        相关批复附后，供论证时查阅。

        """;

    public static TheoryData<string, string, string, string> Faults => new()
    {
        { "D01", $"{Body}\n请数据融合青河（研究院）参加。\n\n{Letter}", "数据融合青河（研究院）", "数据融合（青河）研究院" },
        { "D02", $"{Body}\n见青政函〔2025〕37号。\n\n{Letter}", "37号", "31号" },
        { "D02", "甲文。\n\n《关于修路的通知》（青政发〔2025〕5号）已印发。\n\n落实《关于修路的通知》（青政发〔2025〕6号）。", "6号", "5号" },
        { "D03", "根据青政发(2025)5号办理。", "(2025)", "〔2025〕" },
        { "D04", Opinions("《政府采购法》第三十条"), "第三十条", "第三十一条" },
        { "D05", "依照《政府采购法》第1.23条办理。", "第1.23条", "第一条" },
        { "D06", "青河市项目说明\n\n同意。\n\n2025年3月/日", "3月/日", "3月5日" },
        { "D07", $"服务期限：2025年1月1日至2025年12月31日\n\n{Opinions("《政府采购法》第三十一条")}", "2025年1月1日至", "2025年6月1日至" },
        { "D08", "服务期限：2025年1月1日至2025年12月31日（自签字之日起算）", "（自签字之日起算）", "" },
        { "D08", "项目名称：甲路\n\n说明。\n\n项目名称：乙路", "乙路", "甲路" },
        { "D09", "青河市单一来源采购说明\n\n项目名称：青河路灯\n\n预算金额：\n\n请审。", "预算金额：", "预算金额：30万元" },
        { "D10", "理由：供应商只有唯一一家的。\n\n另附情况说明。", "情况说明", "市场调查" },
        { "D11", "项目名称：青河路灯二期项目\n\n说明。", "说明", "一期合同编号为甲，已验收" },
        { "D12", Opinions("《政府采购法》第三十一条").Replace("高级", "", StringComparison.Ordinal), "职称:\t\n", "职称:\t高级\n" },
        { "D13", Body + "\n" + Letter.Replace("2025年2月3日", "某日", StringComparison.Ordinal), "某日", "2025年2月3日" },
        { "D14", $"{Body}\n研究院由青河市人民政府会同三家公司共同设立。\n\n{Letter}", "会同三家公司共同设立", "发起设立" },
        { "D15", "青河市商务科技和工业信息化局牵头。\n\n由青河市商科工信局验收。", "商科工信局验收", "商务科技和工业信息化局验收" },
        { "D15", "建设国产芯片淬炼场。\n\n建成国产GPU芯片淬炼场。", "国产GPU芯片", "国产芯片" },
        { "D16", "青河县2025年计划\n\n（一）产业园一期2025年启动，2025年建成产业用房3栋。", "启动", "竣工" },
        { "D17", "青河县2025年计划\n\n（一）培训累计达到900人次。", "培训累计达到", "2025年培训累计达到" },
        { "D18", "青河县2025年计划\n\n（一）使电价进一步降低。", "进一步降低", "降低5%" },
        { "D19", "青河县2025年计划\n\n（一）引进算力企业5家。\n\n（二）新增入驻企业9家。", "入驻企业9家", "路灯9盏" },
        { "D20", "青河县2025年计划\n\n（一）新建厂房3000平米。", "平米", "平方米" },
        { "D20", "选出第二只团队。", "只团队", "支团队" },
        { "D20", "服务配套配套齐全。", "配套配套", "配套" },
        { "D20", "青河路灯项目 目说明", "项目 目", "项目" },
        { "D21", "落实《加快路灯建设的实施意见》。", "《加快", "《关于加快" },
        { "D21", "执行《政府采购非招标采购方式管理条例办法》。", "管理条例办法", "管理办法" },
        { "D22", "（一）甲。\n\n（三）丙。", "（三）", "（二）" },
        { "D23", "<b>甲</b>文。", "<b>甲</b>", "甲" },
        { "D24", Opinions("《政府采购法》第三十一条"), "该院在算力方面具备其他单位所没有的条件，建议采购，理由充分。专家乙", "价格偏高而且周期太长，不宜仓促决定，须另行比选三家以上单位。专家乙" },
        { "D25", "联系人：王某", "王某", "（略）" },
        { "D25", "咨询请拨0902-1234567。", "0902-1234567", "公开电话" },
        { "D27", "青河县2025年计划\n\n（一）举办活动4次，其中县外3次、县内2次。", "县内2次", "县内1次" },
        { "D01", "由沙丘数据融合（青河）研究院建设。沙丘数据（融合）青河研究院负责培训。", "沙丘数据（融合）青河研究院", "沙丘数据融合（青河）研究院" },
        { "D01", "沙丘数据融合研究院负责建设。沙丘数据融合研究院负责运营。沙丘数据融合研究苑负责培训。", "研究苑", "研究院" },
        { "D05", "依照《政府采购法》第31条第2款办理。", "第31条第2款", "第三十一条第二款" },
        { "D06", "青河市说明\n\n2025年13月45日前完成。", "13月45日", "12月31日" },
        { "D06", "青河市说明\n\n2025年2月30日前完成。", "2月30日", "2月28日" },
        { "D08", "项目预算：120万元\n资金来源：财政\n采购预算：100万元", "100万元", "1200000元" },
        { "D08", "项目预算120万元。\n\n以项目预算100万元为限。", "100万元", "120万元" },
        { "D08", "合同总价壹佰万元整（￥1200000元）。", "1200000", "1000000" },
        { "D15", "青河县发展和改革委员会负责。\n\n青河县发改委监督。", "青河县发改委", "青河县发展和改革委员会" },
        { "D18", "青河县2025年计划\n\n大力推进惠民服务，进一步提升能力。", "大力推进惠民服务，进一步提升能力", "新建服务点9个" },
        { "D20", "青河县2025年计划\n\n（一）签约企业30+，另行通报。", "30+", "30家以上" },
        { "D25", "联系人：王某某，负责接待。", "王某某", "（略）" },
        { "D25", "青河市会议通知（联系人：王某某）", "王某某", "县数据局" },
        { "D25", "项目负责人：王某某", "王某某", "县数据局" },
        { "D25", "姓名: 王某某 职称: 教授", "王某某", "略" },
        { "D27", "青河县2025年计划\n\n（一）每季度办讲堂一次，其中县外2次、县内1次。", "县外2次", "县外3次" },
        { "D27", "青河县2025年计划\n\n（一）培训500人次，其中干部200人次、职工200人次。", "职工200", "职工300" },
        { "D27", "青河县2025年计划\n\n（一）每季度推介1次，全年共5次。", "共5次", "共4次" },
        { "X01", "据《关于采购的函及《采购法》办理。", "函及", "函》及" },
        { "X02", "甲方,乙方。", "甲方,乙方", "甲方，乙方" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_rule_finds_its_fault_and_is_silent_without_it(string rule, string text, string wrong, string right)
    {
        Assert.Contains(wrong, text, StringComparison.Ordinal);

        Assert.Contains(rule, Rules(text));
        Assert.DoesNotContain(rule, Rules(text.Replace(wrong, right, StringComparison.Ordinal)));
    }

    [Fact]
    public void Parts_that_add_up_are_told_as_holding()
    {
        var finding = Assert.Single(Check("青河县2025年计划\n\n（一）举办活动4次，其中县外3次、县内1次。").Findings);

        Assert.Equal(("D26", true), (finding.Rule.Id, finding.Holds));
    }

    [Theory]
    [InlineData("元宇宙和多元化发展。", "D09")]
    [InlineData("青政函〔2025〕31号与青工信发〔2025〕99号。", "D02")]
    [InlineData("由数据研究院（下称“研究院”）承担。研究院负责。", "D15")]
    [InlineData("推动数算电融合与产业融合。", "D01")]
    [InlineData("路灯一期与园区一期、项目二期各自推进。", "D16")]
    [InlineData("稳步推进，一步一步来，家家户户受益。", "D20")]
    [InlineData("青河县2025年计划\n\n（一）培训500人次，其中干部不少于200人次、职工不少于200人次。", "D27")]
    [InlineData("依据《政府采购法》第31条。2024年2月29日签订。", "D06")]
    [InlineData("项目预算120万元，合同金额不超过100万元。", "D08")]
    [InlineData("沙丘数据研究院与青河数据研究院合作。沙丘数据研究院牵头。", "D01")]
    [InlineData("责任人：县教育局。责任单位：县数据局。", "D25")]
    [InlineData("一、甲\n\n1.乙。\n\n2.丙。\n\n二、丁\n\n1.戊。", "D22")]
    public void What_only_looks_like_a_fault_is_let_pass(string text, string rule) => Assert.DoesNotContain(rule, Rules(text));

    [Fact]
    public void Every_finding_shows_the_words_of_its_line_apart_from_personal_data()
    {
        foreach (var (rule, text) in Faults.Select(row => (row.Data.Item1, row.Data.Item2)))
        {
            string[] lines = text.Split('\n');
            foreach (var place in Check(text).Findings.Where(finding => finding.Rule.Id != "D25").SelectMany(finding => finding.Places))
                Assert.True(lines[place.Line - 1].AsSpan(place.Column - 1).StartsWith(place.Quote), $"{rule}: {place}");
        }
    }

    [Fact]
    public void Every_rule_has_its_sentences_in_both_languages()
    {
        var ids = CheckRule.All.Select(rule => rule.Id).ToArray();

        Assert.Equal([.. Enumerable.Range(1, 27).Select(n => $"D{n:00}"), "X01", "X02"], ids);
        Assert.All(CheckRule.All, rule => Assert.NotEqual(rule.Title.Zh, rule.Title.En));
    }

    [Fact]
    public void Personal_data_is_not_repeated_in_the_report()
    {
        var finding = Check("咨询请拨0902-1234567。").Findings.Single(finding => finding.Rule.Id == "D25");

        Assert.DoesNotContain("1234567", finding.Places[0].Quote + finding.Message.Zh + finding.Message.En, StringComparison.Ordinal);
    }

    /// <summary>Mobile numbers as people write them; they are put together here so that none stands in the repository.</summary>
    [Theory]
    [InlineData("-")]
    [InlineData(" ")]
    [InlineData("")]
    public void A_mobile_number_is_found_inside_a_line_with_or_without_dashes(string dash)
    {
        string zeros = new('0', 4), number = $"139{dash}{zeros}{dash}{zeros}";

        var finding = Assert.Single(Check($"会务联系可拨{number}咨询。").Findings, finding => finding.Rule.Id == "D25");

        Assert.DoesNotContain(zeros, finding.Places[0].Quote + finding.Message.Zh + finding.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_before_a_plus_is_not_suggested_twice()
    {
        var finding = Check("青河县2025年计划\n\n（一）满意率90%+，入驻企业30+。").Findings.Single(finding => finding.Rule.Id == "D20");

        Assert.Equal("改为“90%以上、30 家以上”", finding.Suggestion.Zh);
    }

    /// <summary>Cells of a table turned to lines: headings inside the forms return too, and a running head returns on each page.</summary>
    [Fact]
    public void Lines_that_return_inside_forms_or_on_pages_multiply_no_finding()
    {
        string Form(string name, string day) => $"论证说明书\n\n专业人员论证意见\n\n人员信息\n\n姓名: {name}\n\n职称: 高级\n\n工作单位: 退休\n\n项目信息\n\n项目名称: 路灯\n\n日期: {day}\n\n";
        string text = $"服务期限：2025年1月1日至2025年12月31日\n\n论证说明书\n\n第一页。\n\n{Form("专家甲", "2025年3月1日")}{Form("专家乙", "2025年3月1日")}{Form("专家丙", "2025年9月1日")}";

        var rules = Rules(text);

        Assert.Equal((1, 1, 3), (rules.Count(rule => rule == "D06"), rules.Count(rule => rule == "D07"), rules.Count(rule => rule == "D12")));
    }

    [Fact]
    public void An_opinion_that_only_one_can_supply_is_no_promise() => Assert.Empty(Check("青河县2025年计划\n\n服务配套只此一家，宜用单一来源。").Targets);

    [Fact]
    public void A_name_that_is_written_wrongly_is_told_without_the_name()
    {
        var finding = Check(Opinions("《政府采购法》第三十一条").Replace("姓名:\t专家甲", "姓名:\t(王某某)", StringComparison.Ordinal))
            .Findings.Single(finding => finding.Rule.Id == "D12");

        Assert.DoesNotContain("王某某", finding.Message.Zh + finding.Message.En + string.Concat(finding.Places.Select(place => place.Quote)), StringComparison.Ordinal);
    }

    /// <summary>A body that cites article 31, and two opinions of experts that cite an article each.</summary>
    static string Opinions(string article) => $"""
        依据《政府采购法》第三十一条论证如下。

        专业人员论证意见

        姓名:	专家甲
        职称:	高级
        工作单位:	甲校
        意见	按照{article}，该院在算力方面具备其他单位所没有的条件，建议采购，理由充分。专家甲
        签字	专家甲	日期: 2025年3月1日

        专业人员论证意见

        姓名:	专家乙
        职称:	高级
        工作单位:	乙校
        意见	按照《政府采购法》第三十一条，该院在算力方面具备其他单位所没有的条件，建议采购，理由充分。专家乙
        签字	专家乙	日期: 2025年3月1日
        """;

    static string[] Rules(string text) => [.. Check(text).Findings.Select(finding => finding.Rule.Id)];

    static CheckReport Check(string text) => DocumentChecker.Check(PassageReaderTests.Document(text.ReplaceLineEndings("\n").Split('\n')));
}
