namespace Suandian.Operations.Programme.Forms;

/// <summary>The eleven rules of the form, one or more tests each; expected points are worked out beside them.</summary>
public class ScoringRulesTests
{
    static readonly ScoringOptions Usual = new();

    [Theory]
    [InlineData(3000, 4)] // reached
    [InlineData(3300, 4)] // no bonus
    [InlineData(2700, 3.6)] // 4 · 2700/3000
    [InlineData(0, 0)]
    [InlineData(-5, 0)] // never below 0
    public void Rule_1_at_least_is_full_when_reached_and_else_in_proportion(double done, double points) =>
        Assert.Equal((decimal)points, ScoringRules.AtLeast((decimal)done, 3000, 4));

    [Theory]
    [InlineData(30, 5)]
    [InlineData(12, 5)]
    [InlineData(40, 3.75)] // 5 · 30/40
    public void Rule_2_at_most_is_full_when_kept_and_else_target_over_done(double done, double points) =>
        Assert.Equal((decimal)points, ScoringRules.AtMost((decimal)done, 30, 5));

    [Fact]
    public void Rule_2_a_limit_of_zero_that_is_exceeded_brings_nothing() => Assert.Equal(0, ScoringRules.AtMost(1, 0, 5));

    [Theory]
    [InlineData(4, EqualScoring.AllOrNothing, 2)]
    [InlineData(3, EqualScoring.AllOrNothing, 0)]
    [InlineData(3, EqualScoring.Proportional, 1.5)] // 2 · 3/4
    [InlineData(5, EqualScoring.Proportional, 1.6)] // 2 · 4/5
    public void Rule_3_an_exact_target_is_full_or_by_setting_in_proportion(int done, EqualScoring otherwise, double points) =>
        Assert.Equal((decimal)points, ScoringRules.Equal(done, 4, 2, otherwise));

    [Theory]
    [InlineData(390, false)] // 1.3 · 300 is not above
    [InlineData(391, true)]
    public void Rule_4_a_result_far_above_its_target_gets_no_bonus_and_a_flag(int done, bool isLow)
    {
        var scored = FormScoring.Score(YiwuForm.With("T06", r => r with { Done = done }), Usual);

        var row = scored.Rows.Single(r => r.Row.Code == "T06");
        Assert.Equal((3m, isLow), (row.Score, row.IsTargetLow));
    }

    [Fact]
    public void Rule_4_the_reviewer_may_deduct()
    {
        var scored = FormScoring.Score(YiwuForm.With("T06", r => r with { Done = 600, Deduction = 0.5m }), Usual);

        Assert.Equal(2.5m, scored.Rows.Single(r => r.Row.Code == "T06").Score); // 3 − 0.5
    }

    [Theory]
    [InlineData(1, Attainment.Reached, 4)]
    [InlineData(0.8, Attainment.Reached, 3.2)]
    [InlineData(0.79, Attainment.Partly, 3.16)]
    [InlineData(0.6, Attainment.Partly, 2.4)]
    [InlineData(0.59, Attainment.Missed, 2.36)]
    [InlineData(0, Attainment.Missed, 0)]
    public void Rule_5_a_judgement_is_a_share_of_the_weight_and_the_share_says_the_grade(double share, Attainment grade, double points)
    {
        Assert.Equal(grade, ScoringRules.AttainmentOf((decimal)share));
        Assert.Equal((decimal)points, ScoringRules.Qualitative((decimal)share, 4));
    }

    [Theory]
    [InlineData(4, 2.4, false)] // 3 · 4/5, on the lower bound
    [InlineData(5, 3, false)]
    [InlineData(10, 3, false)]
    [InlineData(12, 3, true)]
    public void Rule_6_a_range_is_scored_on_its_lower_bound_and_above_it_needs_a_note_but_no_flag(int done, double points, bool above)
    {
        var scored = FormScoring.Score(YiwuForm.With("T01", r => r with { Done = done }), Usual);

        var row = scored.Rows.Single(r => r.Row.Code == "T01");
        Assert.Equal(((decimal)points, above, false), (row.Score, row.IsAboveRange, row.IsTargetLow));
    }

    [Fact]
    public void Rule_7_a_row_that_does_not_apply_is_left_out_and_the_rest_sums_to_100_again()
    {
        var form = YiwuForm.With("T17", r => r with { IsApplicable = false, Reason = "无结算数据" });

        var scored = FormScoring.Score(form, Usual);

        Assert.Equal(100, scored.Weight);
        Assert.Equal(100, scored.Total); // everything else is reached
        Assert.Equal(["T17"], scored.LeftOut.Select(r => r.Code));
        // 92 points are left: a weight of 4 is worth 4 · 100/92 = 4.3478…, so 4.34 or 4.35
        Assert.InRange(scored.Rows.Single(r => r.Row.Code == "T04").Weight, 4.34m, 4.35m);
    }

    [Fact]
    public void Rule_7_agrees_with_the_published_note_that_the_sum_is_converted_to_100()
    {
        var form = YiwuForm.With("T17", r => r with { IsApplicable = false }) with
        {
            Money = new FormMoney { Rows = [new(MoneySource.Total, null, 500, 430)] },
        };
        decimal byNote = (82 + 8.6m) * 100 / 92; // 82 indicator points that apply, all reached, and 8.6 of the money block

        var scored = FormScoring.Score(form, Usual);

        Assert.InRange(scored.Total, byNote - 0.05m, byNote + 0.05m); // weights are rounded to 0.01 before, scores after
    }

    [Theory]
    [InlineData(1.005, 1.01)]
    [InlineData(2.675, 2.68)]
    [InlineData(-1.005, -1.01)]
    [InlineData(1.004999, 1)]
    public void Rule_8_points_have_two_decimals_half_away_from_zero(double points, double rounded) =>
        Assert.Equal((decimal)rounded, ScoringRules.Round((decimal)points));

    [Fact]
    public void Rule_8_the_total_is_the_sum_of_the_rounded_rows()
    {
        // three rows of 30 points at 1/3, 1/3, 1/3 plus 10: 10 + 10 + 10 exactly; at 2/7 each 8.571… → 8.57, three times 25.71 and not 25.714…
        var row = YiwuForm.Rows[1] with { Weight = 30, Target = 7, Done = 2 };
        var form = new Form { Rows = [row, row with { Code = "B" }, row with { Code = "C" }], Money = YiwuForm.Money };

        var scored = FormScoring.Score(form, Usual);

        Assert.Equal(35.71m, scored.Total);
    }

    [Theory]
    [InlineData(100, FormGrade.Excellent)]
    [InlineData(90, FormGrade.Excellent)]
    [InlineData(89.99, FormGrade.Good)]
    [InlineData(80, FormGrade.Good)]
    [InlineData(79.99, FormGrade.Fair)]
    [InlineData(60, FormGrade.Fair)]
    [InlineData(59.99, FormGrade.Poor)]
    public void Rule_9_grades_begin_at_90_80_and_60(double total, FormGrade grade) =>
        Assert.Equal(grade, ScoringRules.GradeOf((decimal)total));

    [Fact]
    public void Rule_11_in_strict_mode_a_done_value_without_evidence_scores_nothing()
    {
        var form = YiwuForm.With("T04", r => r with { Evidence = [] });

        var usual = FormScoring.Score(form, Usual);
        var strict = FormScoring.Score(form, Usual with { IsStrict = true });

        Assert.Equal((100, 96), (usual.Total, strict.Total));
        Assert.Equal(["T04"], strict.Rows.Where(r => r.LacksEvidence).Select(r => r.Row.Code));
    }

    [Fact]
    public void Weights_are_scaled_in_steps_of_a_hundredth_and_lose_nothing()
    {
        // 10/3 each: 3.33 three times leaves 0.01, which goes to the first
        Assert.Equal([3.34m, 3.33m, 3.33m], ScoringRules.Rescaled([1, 1, 1], 10));
    }
}
