using Suandian.Cases;
using Suandian.Operations.Programme.Ledger.Figures;
using Suandian.Operations.Programme.Ledger.Recording;
using Suandian.Operations.Programme.Ledger.Targets;
using static Suandian.Operations.SmallLedger;

namespace Suandian.Operations;

public class StatusTests
{
    [Theory]
    [InlineData("2024-01-01", 1, 366)]
    [InlineData("2024-07-01", 183, 366)] // 31+29+31+30+31+30 = 182 days before 1 July
    [InlineData("2024-12-31", 366, 366)]
    public void A_linear_plan_asks_for_the_share_of_the_days_that_have_passed(string day, int passed, int all) =>
        Assert.Equal((decimal)passed / all, Linear.Share(First, Last, Day(day)));

    [Fact]
    public void A_row_that_only_a_field_nobody_filled_keeps_out_is_told()
    {
        var ledger = SmallLedger.County()
            .Add("firms", "id=f1", "name_zh=甲公司").Add("firms", "id=f2", "name_zh=乙公司", "chain_class=服务器")
            .Add("contracts", "firm=f1", "kind=tenancy", "number=R-1", "signed_on=2024-03-01")
            .Add("contracts", "firm=f2", "kind=tenancy", "number=R-2", "signed_on=2024-03-01")
            .Add("contracts", "firm=f1", "kind=other", "number=R-3", "signed_on=2024-03-01"); // another kind: not meant at all

        var status = ledger.Status("T14");

        Assert.Equal((1m, 1), (status.Figure!.Value, status.Figure.Left(Exclusion.Lacking)));
        Assert.Equal("1 行缺“产业链环节”，未计入", Assert.Single(status.Flags, f => f.Code == StatusFlags.Lacking).Words.Zh);
    }

    [Fact]
    public void A_seasonal_plan_asks_for_the_share_of_the_weights_that_have_passed()
    {
        var plan = new ProgressPlan(PlanKind.Seasonal, [0, 0, 0, 0, 0, 1, 2, 1, 0, 0, 0, 0]); // June 1, July 2, August 1

        Assert.Equal(0m, plan.Share(First, Last, Day("2024-05-31")));
        Assert.Equal(0.25m, plan.Share(First, Last, Day("2024-06-30")), 20);
        Assert.Equal(0.75m, plan.Share(First, Last, Day("2024-07-31")), 20);
        Assert.Equal(0.25m / 2, plan.Share(First, Last, Day("2024-06-15")), 20); // 15 of 30 days of June
    }

    [Fact]
    public void A_count_below_its_plan_is_late_and_a_part_of_one_is_not_asked_for()
    {
        var ledger = County(); // T07: 5 projects in 366 days, one each 73.2 days

        Assert.Equal((Standing.OnTrack, 0m), (ledger.Status("T07", "2024-03-13").Standing, ledger.Status("T07", "2024-03-13").Planned)); // day 73
        Assert.Equal((Standing.Late, 1m), (ledger.Status("T07", "2024-03-14").Standing, ledger.Status("T07", "2024-03-14").Planned)); // day 74
        ledger.Add("projects", "id=k1", "title=规划", "class=policy", "promoted_on=2024-01-10", "started_on=2024-03-14");
        Assert.Equal(Standing.OnTrack, ledger.Status("T07", "2024-03-14").Standing);
    }

    [Fact]
    public void What_a_plan_asks_for_is_told_with_thousands_and_unit()
    {
        var ledger = County();
        ledger.Do([Other(ChangeKind.Change, "targets/T11", "plan=linear")]);

        // 20 000 m² in 366 days, 182 of them over: 9 945.355…
        Assert.Equal(new Text("计划此时应有 9,945.36 平方米", "the plan asks for 9,945.36 m² by now"), ledger.Status("T11", "2024-06-30").Reason);
    }

    [Fact]
    public void A_target_in_person_times_is_not_compared_with_an_indicator_in_persons()
    {
        var ledger = County();
        ledger.Do([Other(ChangeKind.Change, "targets/T25", "unit=人次")]);

        Assert.Equal(Standing.Unclear, ledger.Status("T25").Standing);
        Assert.Contains("人次", ledger.Status("T25").Reason.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_without_an_indicator_is_unclear()
    {
        var ledger = County();
        ledger.Do([Other(ChangeKind.Change, "targets/T25", "indicator=")]);

        Assert.Equal((Standing.Unclear, null), (ledger.Status("T25").Standing, ledger.Status("T25").Figure));
    }

    [Fact]
    public void Targets_stand_in_the_order_of_their_codes()
    {
        var codes = new StatusMaker(County().State, Last, isStrict: false).All().Select(s => s.Target.Id).ToArray();

        Assert.Equal(31, codes.Length);
        Assert.Equal(["T01", "T02"], codes[..2]);
        Assert.Equal(["T15a", "T15b", "T15c", "T15d", "T16"], codes[14..19]);
        Assert.True(CodeOrder.Instance.Compare("T2", "T10") < 0);
    }

    [Theory]
    [InlineData("formula=count", "unit=人", ProblemCode.LedgerUnitCounts)] // 人 are told apart
    [InlineData("formula=distinct", "unit=人次", ProblemCode.LedgerUnitCounts)] // 人次 are rows
    [InlineData("formula=distinct", "field=", ProblemCode.LedgerFormula)]
    [InlineData("formula=sum", "field=person", ProblemCode.LedgerFormula)]
    [InlineData("filter=level=undergrad", "unit=人次", ProblemCode.LedgerFormula)]
    [InlineData("filter=university.country=中国", "unit=人次", ProblemCode.LedgerFormula)]
    [InlineData("date=person", "unit=人次", ProblemCode.LedgerFormula)]
    [InlineData("register=visitors", "unit=人次", ProblemCode.LedgerFormula)]
    [InlineData("formula=ratio", "of=postdocs2", ProblemCode.LedgerWhole100)]
    public void An_indicator_that_cannot_be_computed_is_refused(string change, string other, string code) =>
        Assert.Contains(code, County().Do([Other(ChangeKind.Change, "indicators/visits", change, other)]).Problems.Select(p => p.Code));

    [Theory]
    [InlineData("cmp=range", "max=2")] // below the value 5
    [InlineData("cmp=range", "max=")]
    [InlineData("cmp=>=", "max=10")]
    [InlineData("cmp=interval", "value=5")]
    [InlineData("cmp=>=", "value=")]
    [InlineData("plan=seasonal", "plan_weights=1;2;3")]
    [InlineData("plan=each_quarter", "cmp=range")]
    public void A_target_that_makes_no_sense_is_refused(string change, string other) =>
        Assert.Contains(ProblemCode.LedgerTarget, County().Do([Other(ChangeKind.Change, "targets/T01", change, other)]).Problems.Select(p => p.Code));

    [Fact]
    public void Quarters_of_a_year_are_four_and_end_on_their_last_day() =>
        Assert.Equal([Day("2024-03-31"), Day("2024-06-30"), Day("2024-09-30"), Last], Quarter.Between(First, Last).Select(q => q.Last));

    static readonly DateOnly First = new(2024, 1, 1), Last = new(2024, 12, 31);

    static readonly ProgressPlan Linear = new(PlanKind.Linear, []);

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
