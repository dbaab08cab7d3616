using System.Globalization;
using Suandian.Cases;
using Suandian.Operations.Programme.Forms.Official;
using Suandian.Operations.Programme.Ledger.Recording;
using Suandian.Operations.Programme.Ledger.Targets;

namespace Suandian.Operations.Programme.Forms;

public class LedgerFormTests
{
    [Fact]
    public void The_template_maps_the_targets_of_the_county_to_fifty_thirty_and_ten_points()
    {
        var form = Made(SmallLedger.County());

        Assert.Equal([50m, 30m, 10m], form.Rows.GroupBy(r => r.Block).OrderBy(g => g.Key).Select(g => g.Sum(r => r.Weight)));
        Assert.Equal(("伊吾县算力经济高质量创新发展二期项目", "县商务科技和工业信息化局", 2024), (form.Head.Project, form.Head.Department, form.Head.Year));
        Assert.Empty(form.Money.Rows);
    }

    [Fact]
    public void The_done_value_is_the_figure_and_brings_its_share_of_the_points()
    {
        var ledger = SmallLedger.County();
        ledger.Do([.. Visits(2700)]);

        var scored = FormScoring.Score(Made(ledger), new ScoringOptions());

        var row = scored.Rows.Single(r => r.Row.Code == "T04"); // 2700 / 3000 of 4 points
        Assert.Equal((2700m, 3000m, "人次", 3.60m), (row.Row.Done, row.Row.Target, row.Row.Unit, row.Score));
    }

    [Fact]
    public void Strict_counts_only_rows_that_evidence_proves_and_names_their_files()
    {
        var ledger = SmallLedger.County();
        string scan = ledger.File("签到表");
        ledger.Do([.. Visits(30).Select((v, i) => i < 10 ? v with { Values = v.Values.Add("evidence", scan) } : v)]);

        FormRow loose = Row(Made(ledger), "T04"), strict = Row(Made(ledger, isStrict: true), "T04");

        Assert.Equal((30m, 10m), (loose.Done, strict.Done));
        Assert.Equal([new FormEvidence("scan.txt", scan)], strict.Evidence);
    }

    [Theory]
    [InlineData("2024-10-31", 1)]
    [InlineData("2024-11-20", 0)] // due 2024-10-31: done at the end of the year, but not in time
    public void A_row_of_timeliness_counts_what_was_done_by_the_due_day(string day, int done)
    {
        var ledger = SmallLedger.County();
        ledger.Do([SmallLedger.Other(ChangeKind.Change, "milestones/cluster_phase_1", $"done_on={day}")]);

        Assert.Equal(done, Row(Made(ledger), "T08").Done);
    }

    [Fact]
    public void Form_status_and_reports_tell_a_late_completion_by_one_rule()
    {
        var ledger = SmallLedger.County();
        ledger.Do([SmallLedger.Other(ChangeKind.Change, "milestones/cluster_phase_1", "done_on=2024-11-05")]); // due 2024-10-31
        var end = new DateOnly(2024, 12, 31);

        var reported = new LedgerReport(ledger.State, end, isStrict: false, Language.Zh).Targets();
        var troubles = AcceptanceReport.Build(new LedgerReport(ledger.State, end, isStrict: false, Language.Zh).Summary(null, end), reported, [], null).Blocks;

        Assert.Equal(Standing.DoneLate, ledger.Status("T08").Standing);
        Assert.Equal((Standing.DoneLate, "1期"), (reported.Single(t => t.Code == "T08").State, reported.Single(t => t.Code == "T08").Done));
        Assert.Contains(troubles.OfType<OfficialParagraph>(), p => p.Text == "目标=1期，已完成1期，但晚于期限。说明：2024-11-05 达到，晚于期限 2024-10-31。");
        Assert.Equal((0m, "逾期完成：2024-11-05 达到，期限 2024-10-31；时效指标按期限当日的完成情况计分"), (Row(Made(ledger), "T08").Done, Row(Made(ledger), "T08").Remark));
    }

    [Fact]
    public void A_promise_of_one_a_quarter_counts_the_quarters_that_have_one()
    {
        var ledger = SmallLedger.County();
        string[] days = ["2024-02-01", "2024-03-01", "2024-08-01", "2024-11-01"]; // none in the second quarter
        foreach (string day in days)
        {
            ledger.Add("events", $"id=e{day}", "kind=promotion", "title=招商", $"held_on={day}", "in_county=no");
        }

        var row = FormScoring.Score(Made(ledger), new ScoringOptions()).Rows.Single(r => r.Row.Code == "T21");
        var reported = new LedgerReport(ledger.State, new DateOnly(2024, 12, 31), isStrict: false, Language.Zh).Targets().Single(t => t.Code == "T21");

        Assert.Equal((3m, 1.50m), (row.Row.Done, row.Score)); // 3 of 4 quarters, 2 points
        Assert.Equal(("3次", 0.75m), (reported.Done, reported.Rate));
        Assert.Contains("4 个季度中 3 个达到", row.Row.Remark, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_whose_indicator_computes_two_targets_is_a_problem_until_it_names_one()
    {
        var ledger = SmallLedger.County().Add("targets", "id=R06", "name_zh=受训", "indicator=officials_trained", "cmp=>=", "value=300", "unit=人次");

        var reading = LedgerForm.Make(ledger.State, new DateOnly(2024, 12, 31), isStrict: false, Rights.Of(ledger.State, SmallLedger.Owner));
        ledger.Do([SmallLedger.Other(ChangeKind.Change, "form_rows/T06", "targets=R06")]);

        var problem = Assert.Single(reading.Problems);
        Assert.Equal((ProblemCode.FormTargetSeveral, "officials_trained"), (problem.Code, problem.Value));
        Assert.Contains("T06、R06", problem.Expected.Zh, StringComparison.Ordinal);
        Assert.Contains("'targets=T06'", problem.Remedy.En, StringComparison.Ordinal);
        Assert.Equal((300m, "人次"), (Row(Made(ledger), "T06").Target, Row(Made(ledger), "T06").Unit));
    }

    [Fact]
    public void A_figure_that_is_measured_asks_for_a_measurement_and_not_for_a_number()
    {
        var problems = FormChecks.Of(FormScoring.Score(Made(SmallLedger.County()), new ScoringOptions()), "form_rows");

        var problem = Assert.Single(problems, p => p.Code == ProblemCode.FormMeasurementMissing && p.Expected.Zh.Contains("green_share", StringComparison.Ordinal));
        Assert.Contains("measurements", problem.Remedy.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_promise_without_number_is_a_row_in_words_that_a_person_judges()
    {
        var ledger = SmallLedger.County();

        var open = Row(Made(ledger), "T16");
        ledger.Do([SmallLedger.Other(ChangeKind.Change, "form_rows/T16", "attained=90", "done_words=已列入自治区试点")]);
        var judged = Row(Made(ledger), "T16");

        Assert.Equal((IndicatorKind.Qualitative, "自治区打造算力网示范", null), (open.Kind, open.TargetWords, open.Attained));
        Assert.Equal(("已列入自治区试点", 0.9m), (judged.DoneWords, judged.Attained));
    }

    [Fact]
    public void Four_targets_of_one_row_are_counted_once_each_has_a_threshold()
    {
        var ledger = SmallLedger.County();
        Assert.Equal(IndicatorKind.Qualitative, Row(Made(ledger), "T15").Kind);
        foreach (string id in (ReadOnlySpan<string>)["T15a", "T15b", "T15c", "T15d"])
        {
            ledger.Do([SmallLedger.Other(ChangeKind.Change, $"targets/{id}", "value=1", "unit=处")]);
        }

        ledger.Add("access_sites", "id=s1", "class=school", "name_zh=示例学校", "connected_on=2024-06-01", "first_job=j1");
        ledger.Add("access_sites", "id=p1", "class=park", "name_zh=示例园区", "connected_on=2024-06-01", "first_job=j2");

        var row = Row(Made(ledger), "T15");
        Assert.Equal((4m, 2m, IndicatorKind.Quantitative), (row.Target, row.Done, row.Kind));
    }

    [Fact]
    public void A_lower_price_is_reached_below_its_baseline_and_judged_by_a_person_otherwise()
    {
        var ledger = SmallLedger.County();
        ledger.Do([SmallLedger.Other(ChangeKind.Change, "targets/T17", "value=0.30")]);
        string file = ledger.File("""{ "before": 0.31, "after": 0.27 }""");
        string Measured(string day, string pointer) => string.Join('|', "quantity=green_price", $"measured_on={day}", $"file={file}", $"pointer=/{pointer}", "unit=元/千瓦时");

        ledger.Add("measurements", Measured("2024-03-31", "before").Split('|'));
        var above = Row(Made(ledger), "T17");
        ledger.Add("measurements", Measured("2024-12-31", "after").Split('|'));
        var below = Row(Made(ledger), "T17");

        Assert.Equal(("< 0.3 元/千瓦时", "0.31元/千瓦时", null), (above.TargetWords, above.DoneWords, above.Attained));
        Assert.Equal(("0.27元/千瓦时", 1m), (below.DoneWords, below.Attained));
    }

    [Fact]
    public void Money_nobody_has_named_stays_open_and_named_money_is_scored()
    {
        var ledger = SmallLedger.County();
        var open = FormScoring.Score(Made(ledger), new ScoringOptions()).Execution.Score;
        ledger.Add("form_money", "source=fiscal", "budget_wan_yuan=500", "executed_wan_yuan=430");

        Assert.Null(open);
        Assert.Equal(8.60m, FormScoring.Score(Made(ledger), new ScoringOptions()).Execution.Score); // 430 / 500 of 10 points
    }

    [Theory]
    [InlineData("T04", "value=2")]
    [InlineData("T04", "cmp==")]
    [InlineData("T04", "indicator=visits")]
    [InlineData("T16", "upper=2")]
    [InlineData("Q01", "upper=9")]
    [InlineData("Q01", "weight=0")]
    public void A_row_never_says_again_what_its_target_says(string row, string field)
    {
        var problems = SmallLedger.County().Do([SmallLedger.Other(ChangeKind.Change, $"form_rows/{row}", field)]).Problems;

        Assert.Equal([ProblemCode.FormRowFields], problems.Select(p => p.Code));
    }

    [Fact]
    public void The_rows_of_the_template_fit_targets_of_other_numbers_by_their_indicators()
    {
        var (ours, read) = (SmallLedger.County(), SmallLedger.County('R')); // as programme read numbers them

        Form Of(SmallLedger ledger) => LedgerForm.Make(ledger.State, new DateOnly(2024, 12, 31), isStrict: false, Rights.Of(ledger.State, SmallLedger.Owner)).Form!;

        Assert.Equal(["R15a", "R15b", "R15c", "R15d"], FormTargets.Of(read.State, read.State.Row("form_rows", "T15")!).Known.Order(StringComparer.Ordinal));
        Assert.Equal(Of(ours).Rows.Select(r => (r.Code, r.Target, r.Done)), Of(read).Rows.Select(r => (r.Code, r.Target, r.Done)));
    }

    [Fact]
    public void A_row_of_a_target_that_was_not_confirmed_is_a_problem_with_its_code()
    {
        var ledger = SmallLedger.County();
        ledger.Do([SmallLedger.Other(ChangeKind.Change, "form_rows/T01", "targets=T99")]);

        var reading = LedgerForm.Make(ledger.State, new DateOnly(2024, 12, 31), isStrict: false, Rights.Of(ledger.State, SmallLedger.Owner));

        Assert.Null(reading.Form);
        Assert.Equal([(ProblemCode.FormTargetUnknown, "T99")], reading.Problems.Select(p => (p.Code, p.Value)));
    }

    [Fact]
    public void Names_of_people_on_the_form_are_masked_for_those_who_may_not_see_them()
    {
        var ledger = SmallLedger.County().Add("form_head", "id=form", "leader=负责人甲");

        string Leader(string account) => LedgerForm.Make(ledger.State, new DateOnly(2024, 12, 31), isStrict: false, Rights.Of(ledger.State, account)).Form!.Head.Leader;

        Assert.Equal(("负责人甲", "负***"), (Leader(SmallLedger.Owner), Leader("nobody")));
    }

    static FormRow Row(Form form, string code) => form.Rows.Single(r => r.Code == code);

    static Form Made(SmallLedger ledger, bool isStrict = false) =>
        LedgerForm.Make(ledger.State, new DateOnly(2024, 12, 31), isStrict, Rights.Of(ledger.State, SmallLedger.Owner)).Form!;

    static IEnumerable<Change> Visits(int number) => Enumerable.Range(0, number).Select(i => SmallLedger.Row("visits",
        $"date={new DateOnly(2024, 3, 1).AddDays(i % 200).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}", "activity=study_tour", $"person=S{i}", "level=undergraduate"));
}
