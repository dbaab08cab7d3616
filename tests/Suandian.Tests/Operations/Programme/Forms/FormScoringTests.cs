using Suandian.Cases;

namespace Suandian.Operations.Programme.Forms;

public class FormScoringTests
{
    static readonly ScoringOptions Usual = new();

    [Fact]
    public void The_agreed_mapping_is_50_of_output_30_of_benefit_10_of_satisfaction_and_10_of_execution()
    {
        decimal Sum(params SecondLevel[] seconds) => YiwuForm.Rows.Where(r => seconds.Contains(r.Second)).Sum(r => r.Weight);

        Assert.Equal((42m, 5m, 3m), (Sum(SecondLevel.Quantity), Sum(SecondLevel.Timeliness), Sum(SecondLevel.Quality)));
        Assert.Equal((12m, 12m, 4m, 2m), (Sum(SecondLevel.Economic), Sum(SecondLevel.Social), Sum(SecondLevel.Ecological), Sum(SecondLevel.Sustainable)));
        Assert.Equal([(FormBlock.Output, 50m), (FormBlock.Benefit, 30m), (FormBlock.Satisfaction, 10m)],
            YiwuForm.Rows.GroupBy(r => r.Block).Select(g => (g.Key, g.Sum(r => r.Weight))));
        Assert.Equal(100, FormScoring.Score(YiwuForm.Form, Usual).Weight);
    }

    [Fact]
    public void A_form_where_all_is_reached_and_proved_scores_100_without_a_problem()
    {
        var scored = FormScoring.Score(YiwuForm.Form, Usual with { IsStrict = true });

        Assert.Equal((100m, 0m, FormGrade.Excellent), (scored.Total, scored.Open, scored.Grade));
        Assert.Empty(FormChecks.Of(scored, "form"));
    }

    /// <summary>T04 2,700 of 3,000 at 4 points: 3.60; T06 330 of 300 at 3: 3.00, 110 %, no flag; T01 12 in 5–10 at 3: 3.00 and a note; 430 of 500 spent: 8.60.</summary>
    [Fact]
    public void The_worked_check_comes_out()
    {
        var form = YiwuForm.Form with
        {
            Rows = [.. YiwuForm.Rows.Select(r => r.Code switch { "T04" => r with { Done = 2700 }, "T06" => r with { Done = 330 }, "T01" => r with { Done = 12 }, _ => r })],
            Money = new FormMoney { Rows = [new(MoneySource.Total, 500, 500, 430)] },
        };

        var scored = FormScoring.Score(form, Usual);
        var problems = FormChecks.Of(scored, "form");

        ScoredRow Row(string code) => scored.Rows.Single(r => r.Row.Code == code);
        Assert.Equal((3.60m, 0.9m), (Row("T04").Score, Row("T04").Rate));
        Assert.Equal((3.00m, 1.1m, false), (Row("T06").Score, Row("T06").Rate, Row("T06").IsTargetLow));
        Assert.Equal((3.00m, true, false), (Row("T01").Score, Row("T01").IsAboveRange, Row("T01").IsTargetLow));
        Assert.Equal((8.60m, 0.86m), (scored.Execution.Score, scored.Execution.Rate));
        Assert.Equal(98.2m, scored.Total); // 100 − 0.4 − 1.4
        Assert.Equal([ProblemCode.FormReasonMissing, ProblemCode.FormAboveRange, ProblemCode.FormMoneyReason], problems.Select(p => p.Code).Order(StringComparer.Ordinal));
        Assert.All(problems, p => Assert.Equal(Severity.Error, p.Severity));
    }

    [Fact]
    public void Rule_10_a_row_below_its_full_score_blocks_the_form_until_a_reason_is_given()
    {
        var without = YiwuForm.With("T04", r => r with { Done = 2700 });
        var with = YiwuForm.With("T04", r => r with { Done = 2700, Reason = "暑期研学因暴雨取消两批；2025年上半年补办。" });

        var problem = Assert.Single(FormChecks.Of(FormScoring.Score(without, Usual), "form"));
        Assert.Equal((ProblemCode.FormReasonMissing, Severity.Error), (problem.Code, problem.Severity));
        Assert.Contains("T04", problem.Expected.En, StringComparison.Ordinal);
        Assert.Empty(FormChecks.Of(FormScoring.Score(with, Usual), "form"));
    }

    [Fact]
    public void Weights_that_do_not_sum_to_100_are_told_with_their_sum()
    {
        var problem = Assert.Single(FormChecks.Of(FormScoring.Score(YiwuForm.With("T04", r => r with { Weight = 5 }), Usual), "form"));

        Assert.Equal((ProblemCode.FormWeightSum, "101"), (problem.Code, problem.Value));
    }

    [Fact]
    public void Money_nobody_named_stays_open_and_is_no_zero()
    {
        var scored = FormScoring.Score(YiwuForm.Form with { Money = new FormMoney() }, Usual);

        Assert.Equal((90m, 10m, null, null), (scored.Total, scored.Open, scored.Execution.Score, scored.Grade));
        var problem = Assert.Single(FormChecks.Of(scored, "form"));
        Assert.Equal((ProblemCode.FormMoneyOpen, Severity.Warning), (problem.Code, problem.Severity));
    }

    /// <summary>Chizhou 2022: a total of 0/0/0 above a part of 90/89.974/89.974.</summary>
    [Fact]
    public void A_total_that_is_not_the_sum_of_its_parts_is_told_for_every_column()
    {
        var money = new FormMoney { Rows = [new(MoneySource.Total, 0, 0, 0), new(MoneySource.Fiscal, 90, 89.974m, 89.974m)] };

        var problems = FormChecks.Of(FormScoring.Score(YiwuForm.Form with { Money = money }, Usual), "form");

        Assert.Equal(["initial", "budget", "executed"], problems.Where(p => p.Code == ProblemCode.FormMoneySum).Select(p => p.Column)
            .OrderBy(c => Array.IndexOf(["initial", "budget", "executed"], c)));
        Assert.Contains(problems, p => p.Code == ProblemCode.FormMoneyZero);
    }

    [Fact]
    public void All_that_is_missing_is_told_at_once()
    {
        var form = new Form
        {
            Money = YiwuForm.Money,
            Rows =
            [
                YiwuForm.Rows[1] with { Done = null, Weight = 40 },
                YiwuForm.Rows[2] with { Target = null, Weight = 10 },
                YiwuForm.Rows[0] with { Upper = 5, Weight = 10 },
                YiwuForm.Rows[22] with { Attained = null, Weight = 10 },
                YiwuForm.Rows[3] with { IsApplicable = false, Weight = 10 },
                YiwuForm.Rows[4] with { Code = "T02", Weight = 10 },
            ],
        };

        var codes = FormChecks.Of(FormScoring.Score(form, Usual), "form").Select(p => p.Code);

        Assert.Equal(
        [
            ProblemCode.FormDoneMissing, ProblemCode.FormTargetMissing, ProblemCode.FormRangeBounds, ProblemCode.FormAttainedMissing,
            ProblemCode.FormNotApplicable, ProblemCode.FormWeightLarge, ProblemCode.FormRowTwice,
        ], codes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_strict_mode_lists_what_it_scores_zero_and_still_wants_a_reason()
    {
        var form = YiwuForm.With("T04", r => r with { Evidence = [] });

        var problems = FormChecks.Of(FormScoring.Score(form, Usual with { IsStrict = true }), "form");

        Assert.Equal([(ProblemCode.FormReasonMissing, Severity.Error), (ProblemCode.FormWithoutEvidence, Severity.Warning)],
            problems.Select(p => (p.Code, p.Severity)));
    }

    [Fact]
    public void A_result_far_above_its_target_asks_for_a_reason_and_does_not_block()
    {
        var problem = Assert.Single(FormChecks.Of(FormScoring.Score(YiwuForm.With("T06", r => r with { Done = 400 }), Usual), "form"));

        Assert.Equal((ProblemCode.FormTargetLow, Severity.Warning), (problem.Code, problem.Severity));
        Assert.Contains("133.33%", problem.Expected.En, StringComparison.Ordinal); // 400/300
    }

    [Fact]
    public void Settings_out_of_range_are_all_named()
    {
        var options = new ScoringOptions { ExecutionWeight = 101, LowTargetAbove = 0.9m, ExecutionReasonBelow = 2, LargestWeight = -1 };

        Assert.Equal(4, options.Problems().Count);
        Assert.Throws<ArgumentException>(() => FormScoring.Score(YiwuForm.Form, options));
    }
}
