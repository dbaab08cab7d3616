using Suandian.Cases;
using Suandian.Operations.Programme;
using Suandian.Operations.Programme.Documents.Targets;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.Drafts;
using Suandian.Operations.Programme.Ledger.Figures;

namespace Suandian.Operations;

public class DraftTests
{
    [Fact]
    public void A_draft_whose_indicator_computes_another_target_already_is_warned_about()
    {
        var ledger = SmallLedger.County();
        var draft = SmallLedger.Drafts('R').Single(d => d.Target.Id == "R06");
        var changes = ConfirmedDrafts.Changes([draft], ledger.State);

        var problem = Assert.Single(ConfirmedDrafts.Shared(changes, ledger.State, "drafts.csv"));

        Assert.Equal((ProblemCode.LedgerIndicatorShared, Severity.Warning, "officials_trained"), (problem.Code, problem.Severity, problem.Value));
        Assert.Contains("T06", problem.Expected.Zh, StringComparison.Ordinal);
        Assert.Empty(ConfirmedDrafts.Shared(ConfirmedDrafts.Changes(SmallLedger.Drafts(), SmallLedger.Blank().State), SmallLedger.Blank().State, "drafts.csv"));
    }

    [Fact]
    public void Nothing_of_the_template_enters_unconfirmed()
    {
        var reading = DraftTable.Read("drafts.csv", ProgrammeTemplate.Drafts("yiwu-2024")!);

        Assert.Equal((31, 31, 0, false), (reading.Rows, reading.Open, reading.Confirmed.Length, reading.HasErrors));
    }

    [Fact]
    public void The_template_holds_the_columns_that_the_reader_of_documents_writes()
    {
        string header = System.Text.Encoding.UTF8.GetString(ProgrammeTemplate.Drafts("yiwu-2024")!).Split('\n')[0].TrimStart('﻿');

        Assert.Equal(DraftTable.Columns, header.Split(','));
    }

    [Fact]
    public void The_indicator_of_every_draft_is_found_by_its_words_and_unit()
    {
        var indicators = Indicators();

        Assert.All(SmallLedger.Drafts(), d => Assert.Equal((d.Target.Id, d.Target.Indicator), (d.Target.Id, IndicatorMatch.Of(d.Target with { Indicator = "" }, indicators)?.Id)));
    }

    [Fact]
    public void Words_of_the_name_go_before_those_of_the_event_it_belongs_to()
    {
        var outside = Draft("外地", "次") with { Scope = "招商引资活动" };

        Assert.Equal("promotion_outside", IndicatorMatch.Of(outside, Indicators())?.Id);
    }

    [Fact]
    public void A_draft_that_two_indicators_fit_equally_gets_none()
    {
        Assert.Null(IndicatorMatch.Of(Draft("算力入园、入户", ""), Indicators()));
    }

    [Theory]
    [InlineData(TargetKind.Number, DueStatus.EachQuarter, "each_quarter", "1")]
    [InlineData(TargetKind.Milestone, DueStatus.StatedMonth, "at_due", null)]
    [InlineData(TargetKind.Number, DueStatus.StatedYear, null, null)]
    public void A_draft_without_a_plan_grows_as_its_due_date_suggests(TargetKind kind, DueStatus due, string? plan, string? weights)
    {
        var draft = Draft("招商活动", "次") with { Kind = kind, DueStatus = due, PerPeriod = 1 };

        var values = ConfirmedDrafts.Changes([new ConfirmedDraft(draft, 2)], SmallLedger.County().State).Single().Values;

        Assert.Equal((plan, weights), (values.GetValueOrDefault("plan"), values.GetValueOrDefault("plan_weights")));
    }

    [Fact]
    public void An_interval_becomes_its_two_days_and_an_ambiguous_date_keeps_its_other_reading()
    {
        var first = new DateOnly(2024, 1, 1);
        var last = new DateOnly(2024, 12, 31);
        var interval = Draft("服务期", "日") with { Kind = TargetKind.Interval, Comparator = Comparator.Interval, Value = null, Start = first, Due = last };
        var open = Draft("引入企业", "家") with { Due = last, DueStatus = DueStatus.Ambiguous, DueAlternatives = [new(2024, 10, 31), last] };

        var changes = ConfirmedDrafts.Changes([new(interval, 2), new(open, 3)], SmallLedger.County().State);

        Assert.Equal(("2024-01-01", "2024-12-31"), (changes[0].Values["value"], changes[0].Values["max"]));
        Assert.Equal(("2024-12-31", "2024-10-31"), (changes[1].Values["due"], changes[1].Values["due_other"]));
    }

    static Indicator[] Indicators() => [.. SmallLedger.County().State.Rows("indicators").Select(Indicator.From)];

    static DraftTarget Draft(string name, string unit) => new()
    {
        Id = "R01", Section = "", Name = name, Scope = "", Kind = TargetKind.Number, Comparator = Comparator.AtLeast, Value = 4, Literal = "",
        Unit = unit, DueStatus = DueStatus.StatedYear, Confidence = 1, Places = [],
    };
}
