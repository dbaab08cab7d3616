using Suandian.Operations.Programme.Ledger.Recording;
using Suandian.Operations.Programme.Ledger.Targets;

namespace Suandian.Operations.Programme.Forms.Official;

public class LedgerReportTests
{
    [Fact]
    public void A_target_is_told_with_its_figure_as_of_the_day()
    {
        var ledger = SmallLedger.County();
        ledger.Add("events", "id=e1", "kind=promotion", "title=一季度招商", "held_on=2024-03-20", "in_county=no");
        ledger.Add("events", "id=e2", "kind=promotion", "title=二季度招商", "held_on=2024-06-20", "in_county=no");

        ReportedTarget first = Target(ledger, "T21", 3), second = Target(ledger, "T21", 6);

        Assert.Equal(("重大活动", "=4次", "1次", 0.25m, Standing.OnTrack), (first.Section, first.Target, first.Done, first.Rate, first.State));
        Assert.Equal(("2次", 0.5m), (second.Done, second.Rate));
    }

    [Fact]
    public void A_target_without_number_is_told_in_the_words_of_the_document() =>
        Assert.Equal(("进一步降低", Standing.Unclear), (Target(SmallLedger.County(), "T17", 12).Target, Target(SmallLedger.County(), "T17", 12).State));

    [Fact]
    public void The_last_note_up_to_the_day_gives_reason_and_next_step()
    {
        var ledger = SmallLedger.County();
        ledger.Add("notes", "about=targets/T04", "written_on=2024-05-30", "kind=reason", "text=春季道路封闭。");
        ledger.Add("notes", "about=targets/T04", "written_on=2024-08-30", "kind=reason", "text=暑期两批取消");
        ledger.Add("notes", "about=targets/T04", "written_on=2024-08-30", "kind=next_step", "text=秋季补办两批");

        Assert.Equal(("春季道路封闭", ""), (Target(ledger, "T04", 6).Reason, Target(ledger, "T04", 6).NextStep));
        Assert.Equal(("暑期两批取消", "秋季补办两批"), (Target(ledger, "T04", 9).Reason, Target(ledger, "T04", 9).NextStep));
    }

    [Fact]
    public void A_sign_in_sheet_is_listed_once_with_every_target_it_speaks_of_and_the_day_of_the_event()
    {
        var ledger = SmallLedger.County();
        string sheet = ledger.File("签到表");
        ledger.Add("events", "id=e1", "kind=promotion", "title=一季度招商", "held_on=2024-03-20", "in_county=no", $"evidence={sheet}");
        ledger.Add("sign_ins", "event=e1", "person=P1", "participant=甲公司");
        ledger.Add("sign_ins", "event=e1", "person=P2", "participant=乙公司");

        var item = Assert.Single(new LedgerReport(ledger.State, new DateOnly(2024, 12, 31), isStrict: false, Language.Zh).Evidence());

        Assert.Equal(("T21、T22、T24、T25", new DateOnly(2024, 3, 20), sheet), (item.Targets, item.Date, item.Sha256));
        Assert.Equal(1, Target(ledger, "T24", 12).Evidence);
    }

    [Fact]
    public void Who_is_who_comes_from_the_organisations_of_the_programme()
    {
        var summary = new LedgerReport(SmallLedger.County().State, new DateOnly(2024, 12, 31), isStrict: false, Language.Zh).Summary(DocumentNumber.Parse("示算办[2024]05号"), null);

        Assert.Equal(("县商务科技和工业信息化局", "能源算力融合（哈密）研究院", "市工业和信息化局", "示算办〔2024〕5号"), (summary.Owner, summary.Contractor, summary.Supervisor, summary.Number!.ToString()));
    }

    [Fact]
    public void An_english_report_names_units_in_english()
    {
        var report = new LedgerReport(SmallLedger.County().State, new DateOnly(2024, 12, 31), isStrict: false, Language.En);

        Assert.Equal(["≥3,000 person-times", "≥5 institutions", "=1 phase", "≥50%"], ((string[])["T04", "T02", "T08", "T05"]).Select(code => report.Targets().Single(t => t.Code == code).Target));
        Assert.Equal("0 person-times", report.Targets().Single(t => t.Code == "T04").Done);
    }

    [Fact]
    public void A_file_that_only_the_form_cites_is_listed_with_the_row_of_the_form()
    {
        var ledger = SmallLedger.County();
        string letter = ledger.File("示范申报材料");
        ledger.Do([SmallLedger.Other(ChangeKind.Change, "form_rows/T16", $"evidence={letter}")]);

        var item = Assert.Single(new LedgerReport(ledger.State, new DateOnly(2024, 12, 31), isStrict: false, Language.Zh).Evidence());

        Assert.Equal(("T16", null, letter), (item.Targets, item.Date, item.Sha256));
    }

    [Fact]
    public void A_target_without_indicator_is_told_as_such_and_not_as_a_promise_without_measure()
    {
        var ledger = SmallLedger.County().Add("targets", "id=R21", "name_zh=办好推进会", "cmp=>=", "value=1", "unit=场", "literal=一场");
        var report = new LedgerReport(ledger.State, new DateOnly(2024, 12, 31), isStrict: false, Language.Zh);

        var told = AcceptanceReport.Build(report.Summary(null, null), report.Targets(), [], null).Blocks.OfType<OfficialParagraph>();

        Assert.Contains(told, p => p.Text.StartsWith("目标≥1场，台账中没有计算它的指标", StringComparison.Ordinal));
    }

    static ReportedTarget Target(SmallLedger ledger, string code, int month) =>
        new LedgerReport(ledger.State, new DateOnly(2024, month, 1).AddMonths(1).AddDays(-1), isStrict: false, Language.Zh).Targets().Single(t => t.Code == code);
}
