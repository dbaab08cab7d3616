using Suandian.Operations.Programme.Ledger.Figures;
using Suandian.Operations.Programme.Ledger.Recording;
using Suandian.Operations.Programme.Ledger.Targets;
using static Suandian.Operations.SmallLedger;

namespace Suandian.Operations;

/// <summary>The traps in the wording of T01–T28, each with figures small enough to count by hand.</summary>
public class TrapTests
{
    [Fact]
    public void T01_counts_persons_on_the_day_of_the_agreement_and_more_than_the_range_is_done_and_to_be_explained()
    {
        var ledger = County();
        for (int i = 1; i <= 12; i++)
        {
            ledger.Add("persons", $"id=p{i}", "kind=博士后").Add("agreements", "kind=联合研究", $"title=协议{i}", $"person=p{i}", $"signed_on=2024-{i:00}-15");
        }

        ledger.Add("agreements", "kind=联合研究", "title=第二份协议", "person=p1", "signed_on=2024-02-20"); // the same person again
        ledger.Add("persons", "id=g1", "kind=研究生").Add("agreements", "kind=联合研究", "title=研究生协议", "person=g1", "signed_on=2024-02-20"); // no postdoc

        Assert.Equal((6, 7), (ledger.Figure("postdocs", "2024-06-30").Value, ledger.Figure("postdocs", "2024-06-30").Raw));
        var status = ledger.Status("T01");
        Assert.Equal((12m, Standing.Done, true), (status.Figure!.Value, status.Standing, status.IsOver));
        Assert.Equal(new DateOnly(2024, 5, 15), status.ReachedOn); // the fifth
        Assert.Contains(status.Flags, f => f.Code == "over");
    }

    [Fact]
    public void T02_and_T03_count_universities_and_none_counts_in_both()
    {
        var ledger = County().Add("universities", "id=h1", "name_zh=甲大学", "province=河南").Add("universities", "id=x1", "name_zh=乙大学", "province=新疆")
            .Add("agreements", "kind=research", "title=科研合作", "university=h1", "signed_on=2024-03-01")
            .Add("agreements", "kind=talent", "title=人才合作", "university=h1", "signed_on=2024-03-02")
            .Add("agreements", "kind=talent", "title=意向", "university=x1", "stage=intent", "signed_on=2024-03-03");

        var henan = ledger.Figure("henan_universities");

        Assert.Equal((1m, 2, 1), (henan.Value, henan.Raw, henan.Distinct)); // two agreements with one university
        Assert.Equal(0m, ledger.Figure("xinjiang_universities").Value); // a letter of intent is no agreement
        Assert.Contains(ledger.Status("T02").Flags, f => f.Code == "raw_and_distinct");
    }

    [Fact]
    public void T04_counts_visits_not_persons_and_says_since_when()
    {
        var ledger = County().Add("visits", "date=2023-12-31", "activity=研学", "person=S1", "level=本科生")
            .Add("visits", "date=2024-05-01", "activity=研学", "person=S1", "level=本科生")
            .Add("visits", "date=2024-05-02", "activity=研学", "person=S1", "level=本科生")
            .Add("visits", "date=2024-05-02", "activity=实习实训", "person=S2", "level=研究生");

        var status = ledger.Status("T04");

        Assert.Equal((3m, 2), (status.Figure!.Value, status.Figure.Distinct)); // 人次 3, 人 2
        Assert.Equal(1, status.Figure.Left(Exclusion.BeforeSince));
        Assert.Superset(new HashSet<string> { "due_missing", "since_assumed", "left_before", "raw_and_distinct" }, status.Flags.Select(f => f.Code).ToHashSet());
    }

    [Theory]
    [InlineData(1500, 3000, Standing.Done)]
    [InlineData(1499, 3000, Standing.Late)]
    [InlineData(0, 0, Standing.Late)] // no data is no share
    public void T05_is_a_share_of_visits_and_half_passes_exactly(int undergraduates, int visits, Standing standing)
    {
        var ledger = County();
        ledger.Do([.. Enumerable.Range(0, visits).Select(i => Row("visits", "date=2024-05-01", "activity=研学", $"person=S{i}",
            i < undergraduates ? "level=undergraduate" : "level=graduate"))]);

        var status = ledger.Status("T05");

        Assert.Equal(visits == 0 ? null : 100m * undergraduates / visits, status.Figure!.Value);
        Assert.Equal((standing, undergraduates), (status.Standing, status.Figure.Part));
    }

    [Fact]
    public void T06_counts_attendances_of_county_departments_on_the_three_topics()
    {
        var ledger = County().Add("trainings", "id=t1", "title=算力网培训", "held_on=2024-04-01", "topic=算力网").Add("trainings", "id=t2", "title=别的", "held_on=2024-04-02", "topic=other")
            .Add("attendances", "training=t1", "person=A", "department=县发改委").Add("attendances", "training=t1", "person=B", "department=某企业", "county_department=否")
            .Add("attendances", "training=t2", "person=A", "department=县发改委");

        Assert.Equal(1m, ledger.Figure("officials_trained").Value);
    }

    [Fact]
    public void T07_counts_projects_both_put_forward_and_begun_and_shows_those_of_the_year_before()
    {
        var ledger = County().Add("projects", "id=k1", "title=规划甲", "class=policy", "promoted_on=2024-01-10", "started_on=2024-02-01")
            .Add("projects", "id=k2", "title=规划乙", "class=policy", "promoted_on=2024-01-10")
            .Add("projects", "id=k3", "title=规划丙", "class=policy", "promoted_on=2023-06-01", "started_on=2023-07-01");

        var figure = ledger.Figure("research_projects");

        Assert.Equal((1m, 1), (figure.Value, figure.Left(Exclusion.BeforeSince)));
    }

    [Fact]
    public void T08_is_late_from_the_due_date_on_and_a_late_completion_shows_its_day()
    {
        var ledger = County();

        Assert.Equal(Standing.OnTrack, ledger.Status("T08", "2024-10-30").Standing);
        Assert.Equal(Standing.Late, ledger.Status("T08", "2024-10-31").Standing);
        ledger.Do([Other(ChangeKind.Change, "milestones/cluster_phase_1", "done_on=2024-11-11")]);
        Assert.Equal((Standing.DoneLate, new DateOnly(2024, 11, 11)), (ledger.Status("T08", "2024-11-30").Standing, ledger.Status("T08", "2024-11-30").ReachedOn));
        Assert.Equal(Standing.Late, ledger.Status("T08", "2024-11-10").Standing);
    }

    [Fact]
    public void T09_counts_firms_from_their_first_job_and_T14_may_hold_the_same_firm()
    {
        var ledger = County().Add("firms", "id=f1", "name_zh=甲公司", "chain_class=渲染").Add("firms", "id=f2", "name_zh=乙公司", "chain_class=模型")
            .Add("contracts", "firm=f1", "kind=compute", "number=C1", "signed_on=2024-02-01", "first_job=1001", "first_job_on=2024-03-01")
            .Add("contracts", "firm=f2", "kind=compute", "number=C2", "signed_on=2024-02-01") // contract, no job yet
            .Add("contracts", "firm=f1", "kind=tenancy", "number=R1", "signed_on=2024-02-01");

        var status = ledger.Status("T09");

        Assert.Equal(1m, status.Figure!.Value);
        Assert.Contains(status.Flags, f => f.Code == "due_ambiguous" && f.Words.En.Contains("2024-12-31", StringComparison.Ordinal));
        Assert.Contains(status.Flags, f => f.Code == "overlap" && f.Words.En.Contains("firms/f1", StringComparison.Ordinal));
        Assert.Equal(["firms/f1"], Overlap.Of(status.Figure, ledger.Figure("park_firms")));
    }

    [Fact]
    public void T10_to_T13_count_what_was_accepted_and_rooms_of_the_apartment_building_are_told()
    {
        var ledger = County().Add("buildings", "id=b1", "name_zh=1号厂房", "use=产业用房", "floor_area_m2=12000.5", "accepted_on=2024-09-01")
            .Add("buildings", "id=b2", "name_zh=2号厂房", "use=产业用房", "floor_area_m2=9000") // not accepted yet
            .Add("buildings", "id=b3", "name_zh=公寓", "use=人才公寓", "accepted_on=2024-09-01")
            .Add("rooms", "building=b3", "number=101", "kind=dormitory", "accepted_on=2024-09-01").Add("rooms", "building=b1", "number=1", "kind=office", "accepted_on=2024-09-01");

        Assert.Equal((12000.5m, 1), (ledger.Figure("industrial_floor").Value, ledger.Figure("industrial_floor").Left(Exclusion.Undated)));
        Assert.Equal((1m, 1m, 0m), (ledger.Figure("dormitory_units").Value, ledger.Figure("talent_apartments").Value, ledger.Figure("park_phase_1").Value));
        Assert.Contains(ledger.Status("T12").Flags, f => f.Code == "overlap" && f.Words.En.Contains("buildings/b3", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("T15a")]
    [InlineData("T16")]
    [InlineData("T17")]
    [InlineData("T27")]
    public void A_target_without_a_number_is_unclear_whatever_was_done(string target)
    {
        var ledger = County().Add("access_sites", "id=s1", "class=入园", "name_zh=园区一号", "connected_on=2024-06-01", "first_job=7");

        Assert.Equal(Standing.Unclear, ledger.Status(target).Standing);
        Assert.Equal(1m, ledger.Figure("access_park").Value);
    }

    [Fact]
    public void T15_becomes_clear_when_the_owner_gives_the_number()
    {
        var ledger = County().Add("access_sites", "id=s1", "class=入园", "name_zh=园区一号", "connected_on=2024-06-01", "first_job=7")
            .Add("access_sites", "id=s2", "class=入园", "name_zh=园区二号", "connected_on=2024-06-01"); // no job yet

        ledger.Do([Other(ChangeKind.Change, "targets/T15a", "cmp=>=", "value=1", "unit=处")]);

        Assert.Equal((Standing.Done, 1m), (ledger.Status("T15a").Standing, ledger.Status("T15a").Figure!.Value));
    }

    [Theory]
    [InlineData("0.262", "0.262", Standing.Late)]
    [InlineData("0.262", "0.261", Standing.Done)]
    public void T17_needs_a_baseline_and_must_fall_below_it(string baseline, string price, Standing standing)
    {
        var ledger = County();
        string file = ledger.File($$"""{"price":{{price}}}""");
        ledger.Add("measurements", "quantity=绿电价格", "measured_on=2024-12-31", $"file={file}", "pointer=/price", "unit=元/千瓦时");

        ledger.Do([Other(ChangeKind.Change, "targets/T17", $"value={baseline}")]);

        Assert.Equal(standing, ledger.Status("T17").Standing);
    }

    [Fact]
    public void T18_to_T20_and_T24_to_T26_keep_the_conference_and_the_promotion_events_apart()
    {
        var ledger = County().Add("events", "id=e1", "kind=推进会", "title=推进会", "held_on=2024-06-01", "in_county=否")
            .Add("events", "id=e2", "kind=招商活动", "title=一季度", "held_on=2024-03-01", "in_county=否").Add("events", "id=e3", "kind=招商活动", "title=二季度", "held_on=2024-05-01", "in_county=是")
            .Add("sign_ins", "event=e1", "person=A", "participant=甲公司").Add("sign_ins", "event=e1", "person=B", "participant=甲公司")
            .Add("sign_ins", "event=e2", "person=A", "participant=甲公司").Add("sign_ins", "event=e3", "person=A", "participant=甲公司").Add("sign_ins", "event=e3", "person=C", "participant=乙公司")
            .Add("agreements", "kind=算力经济", "title=甲", "signed_on=2024-06-01", "event=e1").Add("agreements", "kind=招商", "title=乙", "signed_on=2024-03-01", "event=e2", "amount_wan_yuan=120.5")
            .Add("agreements", "kind=招商", "title=意向", "signed_on=2024-03-01", "event=e2", "stage=意向");

        Assert.Equal((1m, 2m, 1m), (ledger.Figure("conference_organisations").Value, ledger.Figure("conference_people").Value, ledger.Figure("conference_agreements").Value));
        var organisations = ledger.Figure("promotion_organisations");
        Assert.Equal((2m, 3), (organisations.Value, organisations.Raw)); // 家 2, 家次 3
        var people = ledger.Figure("promotion_people");
        Assert.Equal((2m, 3, 1m), (people.Value, people.Raw, ledger.Figure("promotion_agreements").Value)); // 人 2, 人次 3
        Assert.Equal(120.5m, ledger.Figure("agreement_amount").Value);
        var flag = ledger.Status("T25").Flags.Single(f => f.Code == "overlap");
        Assert.Contains("***", flag.Words.En, StringComparison.Ordinal); // a person's code is not told
        Assert.Contains(ledger.Status("T26").Flags, f => f.Code == "no_overlap");
    }

    [Fact]
    public void T21_is_late_when_a_quarter_ends_without_an_event_even_if_four_come_later()
    {
        var ledger = County();

        Assert.Equal(Standing.OnTrack, ledger.Status("T21", "2024-03-30").Standing);
        Assert.Equal(Standing.Late, ledger.Status("T21", "2024-03-31").Standing);
        foreach (string day in (string[])["2024-05-01", "2024-06-01", "2024-08-01", "2024-11-01"])
        {
            ledger.Add("events", $"id=e{day}", "kind=promotion", "title=招商", $"held_on={day}", "in_county=no");
        }

        var status = ledger.Status("T21");
        Assert.Equal((4m, 3m, Standing.Late), (status.Figure!.Value, status.Counted, status.Standing)); // three of four quarters have one
        Assert.Equal("2024年一季度不足 1 次；按季度计 3 次（共 4 次）", status.Reason.Zh);
        Assert.Equal("3 times by quarters: 3 of 4 have 1 each; 4 times in all", Assert.Single(status.Flags, f => f.Code == "by_quarter").Words.En);
    }

    [Fact]
    public void T21_to_T23_hold_together_with_three_outside_and_one_local_in_four_quarters()
    {
        var ledger = County();
        string[] days = ["2024-02-01", "2024-05-01", "2024-08-01", "2024-10-08"];
        for (int i = 0; i < 4; i++)
        {
            ledger.Add("events", $"id=e{i}", "kind=promotion", "title=招商", $"held_on={days[i]}", i == 0 ? "in_county=yes" : "in_county=no");
        }

        Assert.Equal([Standing.Done, Standing.Done, Standing.Done], ((string[])["T21", "T22", "T23"]).Select(t => ledger.Status(t, "2024-10-31").Standing));
        ledger.Add("events", "id=e9", "kind=promotion", "title=多一次", "held_on=2024-12-01", "in_county=yes");
        Assert.Equal((Standing.Done, true), (ledger.Status("T23").Standing, ledger.Status("T23").IsOver));
    }

    [Fact]
    public void T28_counts_the_days_of_the_leap_year()
    {
        var ledger = County();

        Assert.Equal((31 + 29m, Standing.OnTrack), (ledger.Status("T28", "2024-02-29").Figure!.Value, ledger.Status("T28", "2024-02-29").Standing));
        Assert.Equal((366m, Standing.Done), (ledger.Status("T28", "2025-06-30").Figure!.Value, ledger.Status("T28", "2025-06-30").Standing));
    }

    [Fact]
    public void Strict_counts_only_what_evidence_proves_its_own_or_that_of_the_sheet_it_is_on()
    {
        var ledger = County();
        string sheet = ledger.File("sign-in sheet");
        ledger.Add("events", "id=e1", "kind=推进会", "title=推进会", "held_on=2024-06-01", "in_county=否", $"evidence={sheet}").Add("sign_ins", "event=e1", "person=A", "participant=甲公司")
            .Add("visits", "date=2024-05-01", "activity=研学", "person=S1", "level=本科生", $"evidence={sheet}").Add("visits", "date=2024-05-01", "activity=研学", "person=S2", "level=本科生");

        Assert.Equal((2m, 1m), (ledger.Figure("visits").Value, ledger.Figure("visits", strict: true).Value));
        Assert.Equal((1, 1), (ledger.Figure("visits").WithoutProof, ledger.Figure("visits", strict: true).Left(Exclusion.WithoutProof)));
        Assert.Equal(1m, ledger.Figure("conference_people", strict: true).Value);
    }
}
