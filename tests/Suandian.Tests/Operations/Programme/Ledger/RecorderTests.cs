using Suandian.Cases;
using Suandian.Operations.Programme.Ledger.History;
using Suandian.Operations.Programme.Ledger.Recording;
using static Suandian.Operations.SmallLedger;

namespace Suandian.Operations;

public class RecorderTests
{
    [Theory]
    [InlineData("河南", "河南")]
    [InlineData("河南省", "河南")]
    [InlineData("新疆维吾尔自治区", "新疆")]
    [InlineData("河南洛阳", null)]
    public void A_province_is_taken_short_or_in_full_and_nothing_else(string written, string? kept)
    {
        var ledger = Blank();

        var problems = ledger.Do([Row("universities", "id=u1", "name_zh=甲大学", $"province={written}")]).Problems;

        Assert.Equal(kept is null ? [ProblemCode.LedgerChoice] : [], problems.Select(p => p.Code));
        Assert.Equal(kept, ledger.State.Row("universities", "u1")?["province"]);
    }

    [Theory]
    [InlineData("projects", "result_on", "id=p1", "title=课题", "class=policy", "started_on=2024-05-01", "result_on=2024-04-30")]
    [InlineData("leads", "settled_on", "id=l1", "kind=investment", "name_zh=线索", "lead_on=2024-05-01", "contract_on=2024-06-01", "settled_on=2024-05-20")]
    [InlineData("persons", "left_on", "id=m1", "kind=postdoc", "joined_on=2024-05-01", "left_on=2024-01-01")]
    public void A_day_that_cannot_lie_before_another_is_a_problem(string register, string column, params string[] fields) =>
        Assert.Equal([(ProblemCode.LedgerDates, column)], Blank().Do([Row(register, fields)]).Problems.Select(p => (p.Code, p.Column!)));

    [Fact]
    public void A_note_is_about_a_row_that_is_there()
    {
        var ledger = Blank();

        var problems = ledger.Do([Row("notes", "about=targets/T99", "written_on=2024-05-01", "text=说明"), Row("notes", "about=programme/programme", "written_on=2024-05-01", "text=说明")]).Problems;

        Assert.Equal([(ProblemCode.LedgerRow, "targets/T99")], problems.Select(p => (p.Code, p.Value!)));
    }

    [Fact]
    public void Every_problem_of_every_change_is_told_at_once_and_nothing_is_written()
    {
        var ledger = Blank();
        long head = ledger.State.Head;

        var recorded = ledger.Do(
        [
            Row("visit", "date=2024-01-02"), // no such register
            Row("visits", "date=2024-02-30", "activity=研学习", "person=S1", "level=undergraduate"), // no such day, no such choice
            Row("visits", "date=2024-03-01", "activity=研学", "person=S2", "level=本科生", "university=nowhere", "colour=red"),
            Row("visits", "date=2024-03-01"),
            Row("visits", "date=2024年3月1日", "activity=研学", "person=S3", "level=本科生"), // sound
        ]);

        Assert.Equal(
        [
            ProblemCode.LedgerRegister, ProblemCode.LedgerDate, ProblemCode.LedgerChoice, ProblemCode.LedgerField, ProblemCode.LedgerReference,
            ProblemCode.LedgerFieldMissing, ProblemCode.LedgerFieldMissing, ProblemCode.LedgerFieldMissing,
        ], recorded.Problems.Select(p => p.Code));
        Assert.Equal((0, head), (recorded.Entries.Length, ledger.State.Head));
        Assert.All(recorded.Outcomes, o => Assert.Equal(ChangeResult.Refused, o.Result));
    }

    [Fact]
    public void Row_by_row_the_sound_changes_are_made()
    {
        var ledger = Blank();

        var recorded = ledger.Do([Visit("S1"), Visit("S2") with { Values = Visit("S2").Values.SetItem("date", "soon") }, Visit("S3")], acceptance: Acceptance.RowByRow);

        Assert.Equal([ChangeResult.Added, ChangeResult.Refused, ChangeResult.Added], recorded.Outcomes.Select(o => o.Result));
        Assert.Equal(2, ledger.State.Count("visits"));
    }

    [Fact]
    public void The_same_rows_a_second_time_add_nothing()
    {
        var ledger = Blank();
        ledger.Do([Visit("S1"), Visit("S2")]);

        var again = ledger.Do([Visit("S1"), Visit("S2")]);

        Assert.Empty(again.Problems);
        Assert.Equal((0, 2, 2), (again.Entries.Length, again.Count(ChangeResult.Same), ledger.State.Count("visits")));
    }

    [Fact]
    public void One_row_twice_in_one_request_is_added_once() =>
        Assert.Equal([ChangeResult.Added, ChangeResult.Same], Blank().Do([Visit("S1"), Visit("S1")]).Outcomes.Select(o => o.Result));

    [Theory]
    [InlineData(KnownRows.Refuse, ChangeResult.Refused, "undergraduate")]
    [InlineData(KnownRows.Keep, ChangeResult.Same, "undergraduate")]
    [InlineData(KnownRows.Change, ChangeResult.Changed, "graduate")]
    public void A_row_with_a_known_key_and_other_content_is_refused_kept_or_changed_as_asked(KnownRows known, ChangeResult result, string level)
    {
        var ledger = Blank();
        ledger.Do([Visit("S1")]);

        var recorded = ledger.Do([Visit("S1") with { Values = Visit("S1").Values.SetItem("level", "graduate") }], known: known);

        Assert.Equal(result, recorded.Outcomes.Single().Result);
        Assert.Equal(level, ledger.State.Rows("visits").Single()["level"]);
    }

    [Fact]
    public void A_change_says_what_was_before_and_after_and_keeps_the_rest()
    {
        var ledger = Blank().Add("universities", "id=u1", "name_zh=甲大学", "province=河北");

        var entry = ledger.Do([Other(ChangeKind.Change, "universities/u1", "province=河南")], why: "wrong province").Entries.Single();

        Assert.Equal("""{"name_zh":"甲大学","organisation":"owner","province":"河北"}""", entry.Before);
        Assert.Equal("""{"name_zh":"甲大学","organisation":"owner","province":"河南"}""", entry.After);
        Assert.Equal((EntryKind.Changed, "wrong province", Owner), (entry.Kind, entry.Why, entry.By));
    }

    [Fact]
    public void An_empty_value_clears_a_field_and_a_required_one_cannot_be_cleared()
    {
        var ledger = Blank().Add("universities", "id=u1", "name_zh=甲大学", "name_en=A", "province=河南");

        Assert.Empty(ledger.Do([Other(ChangeKind.Change, "universities/u1", "name_en=")]).Problems);
        Assert.Equal(ProblemCode.LedgerFieldMissing, ledger.Do([Other(ChangeKind.Change, "universities/u1", "province=")]).Problems.Single().Code);
        Assert.Equal("", ledger.State.Row("universities", "u1")!["name_en"]);
    }

    [Fact]
    public void A_row_others_refer_to_stays_and_a_removed_number_is_not_used_again()
    {
        var ledger = Blank().Add("universities", "id=u1", "name_zh=甲大学", "province=河南")
            .Add("agreements", "kind=research", "title=协议", "university=u1", "signed_on=2024-02-01");
        string number = ledger.State.Rows("agreements").Single().Address.Id;

        Assert.Equal(ProblemCode.LedgerReferred, ledger.Do([Other(ChangeKind.Remove, "universities/u1")]).Problems.Single().Code);
        Assert.Empty(ledger.Do([Other(ChangeKind.Remove, $"agreements/{number}"), Other(ChangeKind.Remove, "universities/u1")]).Problems);
        ledger.Add("agreements", "kind=talent", "title=协议", "signed_on=2024-02-01");
        Assert.NotEqual(number, ledger.State.Rows("agreements").Single().Address.Id);
    }

    [Fact]
    public void Numbers_dates_and_choices_are_read_as_people_write_them()
    {
        var ledger = Blank().Add("buildings", "id=b1", "name_zh=１号楼", "use=产业用房", "floor_area_m2=2.4万平米", "accepted_on=2024 年 9 月 30 日");

        var row = ledger.State.Row("buildings", "b1")!;

        Assert.Equal(("industrial", "24000", "2024-09-30", 1m), (row["use"], row["floor_area_m2"], row["accepted_on"], row.Number("phase")));
    }

    [Fact]
    public void A_reference_may_be_the_Chinese_name_of_its_row()
    {
        var ledger = Blank().Add("universities", "id=u1", "name_zh=甲大学", "province=河南")
            .Add("agreements", "kind=research", "title=协议", "university=甲大学", "signed_on=2024-02-01");

        Assert.Equal("u1", ledger.State.Rows("agreements").Single()["university"]);
    }

    [Fact]
    public void A_computed_field_and_a_typed_evidence_row_are_refused()
    {
        var ledger = Blank();
        string file = ledger.File("""{"green":{"share_pu":0.8125}}""");

        var typed = ledger.Do([Row("measurements", "quantity=green_share", "measured_on=2024-12-31", $"file={file}", "pointer=/green/share_pu", "unit=%", "value=99")]);
        var forged = ledger.Do([Row("evidence", $"id={new string('a', 64)}", "file=scan.pdf", "bytes=10")]);

        Assert.Equal(ProblemCode.LedgerComputed, typed.Problems.Single().Code);
        Assert.Equal(ProblemCode.LedgerEvidence, forged.Problems.Single().Code);
    }

    [Theory]
    [InlineData("/green/share_pu", "81.25")]
    [InlineData("/rows/1/a~1b", "7")]
    [InlineData("/green/none", null)]
    [InlineData("/green", null)]
    [InlineData("green/share_pu", null)]
    public void A_measurement_is_read_from_its_file(string pointer, string? value)
    {
        var ledger = Blank();
        string file = ledger.File("""{"green":{"share_pu":0.8125},"rows":[0,{"a/b":0.07}]}""");

        var recorded = ledger.Do([Row("measurements", "quantity=green_share", "measured_on=2024-12-31", $"file={file}", $"pointer={pointer}", "unit=%", "factor=100")]);

        Assert.Equal(value is null ? [ProblemCode.LedgerMeasurement] : [], recorded.Problems.Select(p => p.Code));
        Assert.Equal(value, ledger.State.Rows("measurements").SingleOrDefault()?["value"]);
    }

    [Theory]
    [InlineData("/local_green_share/plan", "81.25")]
    [InlineData("/local_green_share/base", "40")]
    [InlineData("/local_green_share/key", null)]
    [InlineData("/twice/plan", null)] // two rows of that name
    [InlineData("/local_green_share/plan/0", null)]
    public void A_measurement_is_read_from_a_table_by_row_and_column(string pointer, string? value)
    {
        var ledger = Blank();
        string file = ledger.File("\uFEFFkey,unit,base,plan\r\nlocal_green_share,pu,0.4,0.8125\r\ntwice,pu,1,1\r\ntwice,pu,2,2\r\n");

        ledger.Do([Row("measurements", "quantity=green_share", "measured_on=2024-12-31", $"file={file}", $"pointer={pointer}", "unit=%", "factor=100")]);

        Assert.Equal(value, ledger.State.Rows("measurements").SingleOrDefault()?["value"]);
    }

    [Fact]
    public void Three_thousand_rows_are_three_thousand_entries_in_one_chain()
    {
        var ledger = Blank();

        var recorded = ledger.Do([.. Enumerable.Range(0, 3000).Select(i => Visit($"S{i:0000}"))]);

        Assert.Equal((3000, 3000, 3000), (recorded.Entries.Length, recorded.Seals.Length, ledger.State.Count("visits")));
        Assert.Empty(LedgerAudit.Check(ledger.Stored, _ => null));
    }

    static Change Visit(string person) => Row("visits", "date=2024-05-06", "activity=study_tour", $"person={person}", "level=undergraduate");
}
