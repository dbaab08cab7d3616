using System.Collections.Immutable;
using Suandian.Operations.Programme.Ledger.Targets;

namespace Suandian.Operations.Programme.Forms.Official;

public class ReportTests
{
    static readonly ProgrammeSummary Summary = new()
    {
        Name = "示例项目",
        Owner = "示例县商务局",
        Contractor = "示例研究院",
        Supervisor = "示例市工信局",
        Start = new DateOnly(2024, 1, 1),
        End = new DateOnly(2024, 12, 31),
        Purpose = "以绿电支撑算力",
        IsDemonstration = true,
    };

    static readonly ImmutableArray<ReportedTarget> Targets =
    [
        Target("T01", "人才引育", Standing.Done) with { Name = "引入博士后", Target = "5—10名", Done = "6名", Rate = 1.2m, Evidence = 1 },
        Target("T04", "人才引育", Standing.Late) with { Name = "研学人次", Target = "≥3,000人次", Done = "2,700人次", Rate = 0.9m, Due = new DateOnly(2024, 12, 31), Reason = "暑期两批取消", NextStep = "次年补办" },
        Target("T15", "产业培育", Standing.Unclear) with { Name = "算力入园", Target = "入园" },
    ];

    [Fact]
    public void Codes_of_evidence_break_between_codes_and_never_inside_of_one()
    {
        Assert.Equal("T02、\nT21、\nT15a、\nR1、R2", AcceptanceReport.InLines("T02、T21、T15a、R1、R2"));
    }

    [Fact]
    public void The_acceptance_report_counts_lists_and_does_not_decide()
    {
        var report = AcceptanceReport.Build(Summary, Targets, [new EvidenceItem("协议.pdf", "T01", new DateOnly(2024, 5, 6), new string('a', 64))], null);

        Assert.Equal("关于示例项目验收情况的报告（演示）", report.Title);
        Assert.Equal(["项目概况", "任务完成情况", "佐证材料", "存在的问题", "验收建议"], report.Blocks.OfType<OfficialHeading>().Where(h => h.Level == 1).Select(h => h.Text));
        string text = Words(report);
        Assert.Contains("共设3项指标，已完成1项，正常推进0项，滞后1项，目标待明确1项；其中1项附有佐证材料", text, StringComparison.Ordinal);
        Assert.Contains("引入博士后（目标5—10名，实际6名）", text, StringComparison.Ordinal);
        Assert.Contains("目标≥3,000人次，目前2,700人次。原因：暑期两批取消。", text, StringComparison.Ordinal);
        Assert.Contains("尚有2项指标未完成或待明确，已完成的指标中有0项缺少佐证材料", text, StringComparison.Ordinal);
        Assert.Contains(report.Blocks.OfType<OfficialTable>(), t => t.Rows.Any(r => r.Contains("aaaaaaaaaaaa")));
        Assert.Contains(report.Blocks.OfType<OfficialTable>().First().Rows[2], cell => cell == "待填");
    }

    [Fact]
    public void The_acceptance_report_proposes_acceptance_only_where_all_is_done_and_proved()
    {
        string Opinion(int evidence) => Words(AcceptanceReport.Build(Summary, [Targets[0] with { Evidence = evidence }], [], null));

        Assert.Contains("建议组织验收", Opinion(1), StringComparison.Ordinal);
        Assert.Contains("1项缺少佐证材料，建议补齐后再组织验收", Opinion(0), StringComparison.Ordinal);
    }

    [Fact]
    public void Points_of_the_form_stand_in_the_report_and_open_ones_are_not_graded()
    {
        var open = FormScoring.Score(YiwuForm.Form with { Money = new FormMoney() }, new ScoringOptions());

        var graded = AcceptanceReport.Build(Summary, Targets, [], FormScoring.Score(YiwuForm.Form, new ScoringOptions()));
        var ungraded = AcceptanceReport.Build(Summary, Targets, [], open);

        Assert.Contains("自评得分100.00分，等级为优", Words(graded), StringComparison.Ordinal);
        Assert.Contains("已确定得分90.00分；另有10.00分因数据待填", Words(ungraded), StringComparison.Ordinal);
        var table = ungraded.Blocks.OfType<OfficialTable>().Single(t => t.Columns.Length == 3);
        Assert.Equal(["产出指标 50.00 50.00", "效益指标 30.00 30.00", "满意度指标 10.00 10.00", "预算执行率 10.00 待填", "合计 100.00 90.00"], table.Rows.Select(r => string.Join(' ', r)));
        Assert.Equal(["项目支出绩效自评表"], graded.Attachments);
    }

    [Theory]
    [InlineData(3, "下一季度到期的指标有1项：研学人次（目标≥3,000人次，2024年12月31日到期）。")] // from 1 October to 31 December
    [InlineData(2, "下一季度没有到期的指标。")]
    public void The_quarterly_report_looks_one_quarter_ahead(int quarter, string sentence)
    {
        var report = QuarterlyReport.Build(Summary, (2024, quarter), Targets);

        Assert.Contains(sentence, Words(report), StringComparison.Ordinal);
        Assert.Contains("研学人次：次年补办。", Words(report), StringComparison.Ordinal);
    }

    [Fact]
    public void The_quarter_is_named_with_its_last_day()
    {
        var report = QuarterlyReport.Build(Summary, (2024, 3), Targets);

        Assert.Equal("关于示例项目2024年三季度进展情况的报告（演示）", report.Title);
        Assert.Contains("截至2024年9月30日", Words(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Both_reports_exist_in_English()
    {
        var acceptance = AcceptanceReport.Build(Summary, Targets, [], null, Language.En);
        var quarterly = QuarterlyReport.Build(Summary, (2024, 3), Targets, Language.En);

        Assert.Contains("Of 3 targets 1 are done, 0 on track, 1 late and 1 unclear; 1 have evidence.", Words(acceptance), StringComparison.Ordinal);
        Assert.StartsWith("Progress report on 示例项目, quarter 3 of 2024", quarterly.Title, StringComparison.Ordinal);
    }

    static ReportedTarget Target(string code, string section, Standing state) => new() { Code = code, Section = section, Name = code, Target = "", State = state };

    static string Words(OfficialDocument report) => string.Join('\n', report.Blocks.OfType<OfficialParagraph>().Select(p => p.Text));
}
