using System.Collections.Immutable;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Suandian.Cases;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.Figures;
using Suandian.Operations.Programme.Ledger.History;
using Suandian.Operations.Programme.Ledger.Recording;
using Suandian.Operations.Storage;

namespace Suandian.Operations;

/// <summary>A person asks to be forgotten: the values go, the figures and the history stay.</summary>
public sealed class ErasureTests : IDisposable
{
    readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("suandian-erase-").FullName, "p");
    readonly ProgrammeFolder _programme;

    public ErasureTests()
    {
        var changes = ProgrammeTemplate.Changes(ProgrammeTemplate.Blank, "owner", new Dictionary<string, string>
        {
            ["owner"] = "县商科工信局", ["name_zh"] = "演示项目", ["start"] = "2024-01-01", ["end"] = "2024-12-31",
        });
        Sound(ProgrammeFolder.Create(_folder, store: null, Request([.. changes]), TimeProvider.System));
        _programme = ProgrammeFolder.Open(_folder, TimeProvider.System).Programme!;
        Sound(_programme.Record(Request(
            SmallLedger.Row("indicators", "id=visitors", "name_zh=研学人数", "formula=distinct", "register=visits", "field=person", "date=date", "unit=人"),
            Visit("2024-05-06", "S1", "联系人甲"), Visit("2024-05-07", "S1", "联系人甲"), Visit("2024-05-07", "S2", "联系人乙"))));
    }

    [Fact]
    public void Every_row_of_the_person_is_erased_and_no_figure_changes()
    {
        var before = Visitors();
        var (first, second) = (Row(0), Row(1));

        Sound(_programme.Erase(Request(), first.Address));

        Assert.Equal((3, 2m), before);
        Assert.Equal((3, 2m), Visitors());
        Assert.Equal(("", Row(0)["person"]), (Row(0)["name"], Row(1)["person"]));
        Assert.StartsWith("erased-", Row(1)["person"], StringComparison.Ordinal);
        Assert.Equal(("S2", "联系人乙"), (Row(2)["person"], Row(2)["name"]));
        Assert.Empty(_programme.Audit());
        Assert.NotEqual(second["person"], Row(1)["person"]);
    }

    [Fact]
    public void The_same_sheet_imported_again_does_not_bring_the_person_back()
    {
        var sheet = Request(Visit("2024-05-06", "S1", "联系人甲"), Visit("2024-05-07", "S1", "联系人甲"), Visit("2024-05-07", "S2", "联系人乙"));
        Sound(_programme.Erase(Request(), Row(0).Address));

        var again = ProgrammeFolder.Open(_folder, TimeProvider.System).Programme!; // the codes are known after a start too
        var refused = again.Record(sheet);
        var updated = again.Record(sheet with { Known = KnownRows.Change });

        Sound(refused);
        Sound(updated);
        Assert.Equal((3, 3), (refused.Count(ChangeResult.Same), updated.Count(ChangeResult.Same)));
        Assert.False(Holds("联系人甲"));
        Assert.Empty(again.Audit());
    }

    [Fact]
    public void A_new_row_of_an_erased_person_is_refused_without_telling_the_code()
    {
        Sound(_programme.Record(Request(Visit("2024-05-08", "20240001", "联系人丙"))));
        Sound(_programme.Erase(Request(), Row(3).Address));

        var problems = _programme.Record(Request(Visit("2024-06-01", "20240001", "联系人丙"), Visit("2024-06-01", "20240002", "联系人丁"))).Problems;
        var changed = _programme.Record(Request(SmallLedger.Other(ChangeKind.Change, Row(2).Address.ToString(), "person=20240001"))).Problems;

        Assert.Equal([(ProblemCode.LedgerErased, "***01")], problems.Select(p => (p.Code, p.Value)));
        Assert.Equal([ProblemCode.LedgerErased], changed.Select(p => p.Code));
    }

    [Fact]
    public void An_altered_mark_of_an_erased_code_is_found_by_the_audit()
    {
        Sound(_programme.Erase(Request(), Row(0).Address));
        var stored = _programme.Store.Read();

        var altered = stored with { Seals = [.. stored.Seals.Select(s => s.Mark.StartsWith("erased-code:", StringComparison.Ordinal) ? s with { Value = s.Value + "x" } : s)] };

        Assert.Equal([ProblemCode.AuditSeal], LedgerAudit.Check(altered, _ => null).Select(p => p.Code));
    }

    [Fact]
    public void No_byte_of_the_name_is_left_in_the_files_of_the_ledger_nor_in_a_backup()
    {
        Sound(_programme.Record(Request(SmallLedger.Other(ChangeKind.Change, Row(0).Address.ToString(), "phone=000-00000000"))));
        Assert.True(Holds("联系人甲") && Holds("000-00000000"));

        Sound(_programme.Erase(Request(), Row(0).Address));

        Assert.False(Holds("联系人甲") || Holds("000-00000000"));
        Assert.True(Holds("联系人乙"));
        Assert.DoesNotContain(_programme.Store.Read().Seals, seal => seal.Value is "S1" or "联系人甲");
    }

    [Fact]
    public void Values_of_a_row_that_was_changed_and_then_taken_out_are_erased_too()
    {
        var address = Row(2).Address;
        Sound(_programme.Record(Request(SmallLedger.Other(ChangeKind.Change, address.ToString(), "name=联系人丙"), SmallLedger.Other(ChangeKind.Remove, address.ToString()))));

        Sound(_programme.Erase(Request(), address));

        Assert.DoesNotContain(_programme.Store.Read().Seals, seal => seal.Value is "联系人乙" or "联系人丙" or "S2");
        Assert.Empty(_programme.Audit());
    }

    [Fact]
    public void A_person_of_the_register_is_erased_with_the_visits_under_the_same_code()
    {
        Sound(_programme.Record(Request(SmallLedger.Row("persons", "id=S2", "kind=undergraduate", "name=联系人乙", "phone=000-00000000"))));

        var erased = _programme.Erase(Request(), new RowAddress("persons", "S2"));

        Assert.Equal(["persons/S2", Row(2).Address.ToString()], erased.Outcomes.Select(o => o.Address.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(["S1", "S1"], _programme.State.Rows("visits").Take(2).Select(v => v["person"]));
    }

    [Fact]
    public void Twice_erases_nothing_more_and_an_unknown_row_is_told()
    {
        Sound(_programme.Erase(Request(), Row(0).Address));
        long head = _programme.State.Head;

        var again = _programme.Erase(Request(), Row(0).Address);
        var unknown = _programme.Erase(Request(), new RowAddress("visits", "999"));

        Assert.Equal((ChangeResult.Same, head), (again.Outcomes.Single().Result, _programme.State.Head));
        Assert.Equal(ProblemCode.LedgerRow, unknown.Problems.Single().Code);
    }

    [Fact]
    public void An_account_that_may_not_see_personal_data_may_not_erase_it()
    {
        Sound(_programme.Record(Request(SmallLedger.Row("roles", "id=clerk", "organisation=owner", "edits=*", "rows=all"))));

        var refused = _programme.Erase(Request() with { By = "clerk" }, Row(0).Address);

        Assert.All(refused.Problems, p => Assert.Equal(ProblemCode.LedgerMayNotErase, p.Code));
        Assert.Equal("联系人甲", Row(0)["name"]);
    }

    [Fact]
    public void A_value_that_came_after_the_erasure_and_is_missing_is_found()
    {
        var address = Row(0).Address;
        Sound(_programme.Erase(Request(), address));
        Sound(_programme.Record(Request(SmallLedger.Other(ChangeKind.Change, address.ToString(), "name=联系人丁"))));
        using var context = new LedgerContext(ProgrammeFolder.AddressOf(_folder, ProgrammeFolder.LedgerFile));

        context.Database.ExecuteSqlRaw("DELETE FROM seals WHERE value = '联系人丁'");

        Assert.Equal((ProblemCode.AuditSealGone, address.ToString()), _programme.Audit().Select(p => (p.Code, p.Value)).Single());
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    LedgerRow Row(int at) => _programme.State.Rows("visits").ElementAt(at);

    (int Raw, decimal? Value) Visitors()
    {
        var figure = new FigureMaker(_programme.State, new DateOnly(2024, 12, 31), isStrict: false).Make("visitors")!;
        return (figure.Raw, figure.Value);
    }

    /// <summary>True where a file of the folder, or a backup made now, holds the text.</summary>
    bool Holds(string text)
    {
        string zip = $"{_folder}-{Guid.NewGuid():N}.zip", unpacked = zip + ".d";
        Assert.Empty(ProgrammeBackup.Write(_programme, zip, DateTimeOffset.UnixEpoch).Problems);
        System.IO.Compression.ZipFile.ExtractToDirectory(zip, unpacked);
        byte[] sought = Encoding.UTF8.GetBytes(text);
        return ((string[])[_folder, unpacked]).SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(sought) >= 0);
    }

    static Change Visit(string date, string person, string name) =>
        SmallLedger.Row("visits", $"date={date}", "activity=study_tour", $"person={person}", "level=undergraduate", $"name={name}");

    static ChangeRequest Request(params ImmutableArray<Change> changes) => new() { By = "owner", Why = "test", Changes = changes };

    static void Sound(Recorded recorded) => Assert.Empty(recorded.Problems.Select(p => $"{p.Code} {p.Column} {p.Value}"));
}
