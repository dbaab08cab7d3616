using System.Collections.Immutable;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Suandian.Cases;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.Recording;
using Suandian.Operations.Storage;
using Suandian.Operations.Storage.Migrations;

namespace Suandian.Operations;

/// <summary>What a store must do, whichever database it is; each kind of store runs these tests.</summary>
public abstract class StoreContract : IDisposable
{
    const string Owner = "owner";

    readonly string _scratch = Directory.CreateTempSubdirectory("suandian-store-").FullName;

    /// <summary>Connection string of a database that is empty; null for a SQLite file.</summary>
    protected abstract string? NewStore();

    [Fact]
    public void What_was_written_is_loaded_again_with_personal_values()
    {
        var programme = Made("p");
        Sound(programme.Record(Request(Row("persons", "id=p1", "kind=postdoc", "name=联系人甲", "phone=000-00000000"), Visit("S1"))));

        var again = Opened("p");

        Assert.Equal(Shown(programme), Shown(again));
        Assert.Equal((programme.State.Head, programme.State.HeadHash), (again.State.Head, again.State.HeadHash));
        Assert.Equal("联系人甲", again.State.Row("persons", "p1")!["name"]);
        Assert.Empty(again.Audit());
    }

    [Fact]
    public void Rows_added_changed_and_removed_in_one_request_stand_as_they_ended()
    {
        var programme = Made("p");
        var uni = Row("universities", "id=u1", "name_zh=甲大学", "province=河北");
        Sound(programme.Record(Request(uni, Row("universities", "id=u2", "name_zh=乙大学", "province=新疆"),
            uni with { Kind = ChangeKind.Change, Values = ImmutableDictionary<string, string>.Empty.Add("province", "河南") },
            new Change { Kind = ChangeKind.Remove, Register = "universities", Id = "u2" })));

        var again = Opened("p");

        Assert.Equal([("u1", "河南")], again.State.Rows("universities").Select(r => (r.Address.Id, r["province"])));
        Assert.Equal(["added", "changed"], again.Store.History(new RowAddress("universities", "u1")).Select(e => e.Kind));
        Assert.Empty(again.Audit());
    }

    [Fact]
    public void Two_writers_meet_and_neither_change_is_lost()
    {
        var first = Made("p");
        var second = Opened("p");

        Sound(first.Record(Request(Visit("S1"))));
        Sound(second.Record(Request(Visit("S2"))));

        first.Reload();
        Assert.Equal(["S1", "S2"], first.State.Rows("visits").Select(r => r["person"]));
        Assert.Empty(first.Audit());
    }

    [Fact]
    public async Task Eight_writers_at_once_make_one_chain_and_lose_nothing()
    {
        Made("p");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(w => Task.Run(() =>
        {
            var programme = Opened("p");
            for (int i = 0; i < 5; i++)
            {
                Sound(programme.Record(Request(Visit($"S{w}-{i}"))));
            }
        })));

        var again = Opened("p");
        Assert.Equal(40, again.State.Count("visits"));
        Assert.Empty(again.Audit());
    }

    [Theory]
    [InlineData("UPDATE history SET why = 'other' WHERE number = 2", ProblemCode.AuditEntry, "roles/owner")]
    [InlineData("DELETE FROM history WHERE number = 2", ProblemCode.AuditGap, "programme/programme")]
    [InlineData("UPDATE rows SET fields = replace(fields, '河南', '河北') WHERE register = 'universities'", ProblemCode.AuditRow, "universities/u1")]
    [InlineData("DELETE FROM rows WHERE register = 'universities'", ProblemCode.AuditRowGone, "universities/u1")]
    [InlineData("UPDATE seals SET value = 'S2'", ProblemCode.AuditSeal, "visits/5")]
    [InlineData("DELETE FROM seals", ProblemCode.AuditSealGone, "visits/5")]
    public void What_is_altered_behind_the_program_is_found_and_named(string sql, string code, string row)
    {
        var programme = Made("p");
        Sound(programme.Record(Request(Row("universities", "id=u1", "name_zh=甲大学", "province=河南"), Visit("S1"))));
        using var context = Context("p");
        Assert.ThrowsAny<Exception>(() => context.Database.ExecuteSqlRaw("DELETE FROM history"));
        Assert.ThrowsAny<Exception>(() => context.Database.ExecuteSqlRaw("UPDATE history SET why = 'other'"));

        DropTriggers(context);
        context.Database.ExecuteSqlRaw(sql);

        Assert.Contains(programme.Audit(), p => p.Code == code && p.Value == row);
    }

    [Fact]
    public void A_store_of_a_newer_program_is_refused_and_left_alone()
    {
        Made("p");
        using var context = Context("p");
        context.Database.ExecuteSqlRaw("INSERT INTO \"__EFMigrationsHistory\" VALUES ('20990101000000_of_tomorrow', '10.0.0')");

        var refusal = Assert.Throws<StoreException>(() => Opened("p"));

        Assert.Contains("20990101000000_of_tomorrow", refusal.Words.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_of_an_older_program_is_brought_forward_with_its_rows()
    {
        var address = ProgrammeFolder.AddressOf(_scratch, NewStore() ?? "old.db");
        using (var old = new LedgerContext(address))
        {
            StoreVersion.Raise(old, First.Name);
            old.Database.ExecuteSqlRaw("INSERT INTO history VALUES (1, '', 'owner', 'why', 'added', 'universities', 'u1', '', '{{}}', '', '')");
        }

        var state = LedgerStore.Open(address).Load();

        Assert.Equal(1, state.Head);
        using var raised = new LedgerContext(address);
        Assert.Equal([First.Name, HistoryIsFinal.Name], raised.Database.GetAppliedMigrations());
        Assert.Equal(raised.Database.GetMigrations(), StoreVersion.Known);
        Assert.ThrowsAny<Exception>(() => raised.Database.ExecuteSqlRaw("DELETE FROM history"));
    }

    [Fact]
    public void Evidence_is_stored_once_linked_to_rows_and_a_change_of_one_byte_is_found()
    {
        var programme = Made("p");
        Sound(programme.Record(Request(Row("universities", "id=u1", "name_zh=甲大学", "province=河南"), Row("universities", "id=u2", "name_zh=乙大学", "province=新疆"))));
        string scan = Path.Combine(_scratch, "scan.pdf");
        File.WriteAllText(scan, "signed and sealed");

        var (id, first) = programme.AddEvidence(Request(), scan, "agreement", [new RowAddress("universities", "u1")]);
        var (same, second) = programme.AddEvidence(Request(), scan, "agreement", [new RowAddress("universities", "u2")]);

        Sound(first);
        Sound(second);
        Assert.Equal((id, 1, 1), (same, programme.State.Count("evidence"), second.Entries.Length));
        Assert.Equal([id], programme.State.Row("universities", "u2")!.Evidence);
        Assert.Empty(programme.Audit());
        byte[] bytes = File.ReadAllBytes(programme.Evidence.PathOf(id));
        bytes[3] ^= 1;
        File.WriteAllBytes(programme.Evidence.PathOf(id), bytes);
        var finding = programme.Audit().Single();
        Assert.Equal((ProblemCode.AuditFile, id), (finding.Code, finding.Value));
        Assert.Contains("universities/u1, universities/u2", finding.Expected.En, StringComparison.Ordinal);
    }

    [Fact]
    public void An_erased_person_is_gone_from_the_store_and_the_chain_still_fits()
    {
        var programme = Made("p");
        Sound(programme.Record(Request(Row("persons", "id=p1", "kind=postdoc", "name=联系人甲", "phone=000-00000000"), Visit("S1"))));

        var erased = programme.Erase(Request(), new RowAddress("persons", "p1"));

        Sound(erased);
        Assert.Equal("S1", Assert.Single(programme.Store.Read().Seals, s => s.Mark.StartsWith("seal:", StringComparison.Ordinal)).Value);
        Assert.Equal(["added", "erased"], programme.Store.History(new RowAddress("persons", "p1")).Select(e => e.Kind));
        Assert.Empty(programme.Audit());
        Assert.Equal(Shown(programme), Shown(Opened("p")));
    }

    [Fact]
    public void A_backup_restores_to_the_same_hash_rows_and_files()
    {
        var programme = Filled("p", out string id);
        string zip = Path.Combine(_scratch, "backup.zip");

        var (manifest, problems) = ProgrammeBackup.Write(programme, zip, DateTimeOffset.UnixEpoch);
        var (restored, refused) = ProgrammeBackup.Restore(zip, Path.Combine(_scratch, "r"), NewStore());

        Assert.Empty(problems.Concat(refused));
        Assert.Equal((programme.State.HeadHash, programme.State.Head), (restored!.Hash, manifest!.Number));
        var again = Opened("r");
        Assert.Equal(Shown(programme), Shown(again));
        Assert.Equal(programme.Evidence.Read(id), again.Evidence.Read(id));
        Assert.Empty(again.Audit());
        Sound(again.Record(Request(Visit("S9"))));
    }

    [Fact]
    public void A_backup_with_one_byte_changed_is_refused_and_leaves_nothing()
    {
        var programme = Filled("p", out _);
        string zip = Path.Combine(_scratch, "backup.zip");
        ProgrammeBackup.Write(programme, zip, DateTimeOffset.UnixEpoch);
        using (var archive = ZipFile.Open(zip, ZipArchiveMode.Update))
        {
            var part = archive.Entries.Single(e => e.FullName.StartsWith("evidence/", StringComparison.Ordinal));
            using var stream = part.Open();
            int first = stream.ReadByte();
            stream.Position = 0;
            stream.WriteByte((byte)(first ^ 1));
        }

        var (restored, problems) = ProgrammeBackup.Restore(zip, Path.Combine(_scratch, "r"), store: null);

        Assert.Null(restored);
        Assert.Equal(ProblemCode.LedgerBackup, problems.Single().Code);
        Assert.False(Directory.Exists(Path.Combine(_scratch, "r")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_scratch, "r.partial*"));
    }

    [Fact]
    public void Three_thousand_rows_go_in_at_once_and_a_second_time_none()
    {
        var programme = Made("p");
        var request = Request([.. Enumerable.Range(0, 3000).Select(i => Visit($"S{i:0000}"))]);

        Sound(programme.Record(request));
        var again = Opened("p").Record(request);

        Assert.Equal((0, 3000), (again.Entries.Length, again.Count(ChangeResult.Same)));
        Assert.Equal(3000, Opened("p").State.Count("visits"));
    }

    public void Dispose()
    {
        Directory.Delete(_scratch, recursive: true);
        GC.SuppressFinalize(this);
    }

    ProgrammeFolder Made(string name)
    {
        var changes = ProgrammeTemplate.Changes(ProgrammeTemplate.Blank, Owner, new Dictionary<string, string>
        {
            ["owner"] = "县商科工信局", ["name_zh"] = "演示项目", ["start"] = "2024-01-01", ["end"] = "2024-12-31",
        });
        Sound(ProgrammeFolder.Create(Path.Combine(_scratch, name), NewStore(), Request([.. changes]), TimeProvider.System));
        return Opened(name);
    }

    ProgrammeFolder Filled(string name, out string id)
    {
        var programme = Made(name);
        string scan = Path.Combine(_scratch, "scan.pdf");
        File.WriteAllText(scan, "signed and sealed");
        Sound(programme.Record(Request(Row("persons", "id=p1", "kind=postdoc", "name=联系人甲"), Visit("S1"))));
        (id, var recorded) = programme.AddEvidence(Request(), scan, "", [new RowAddress("persons", "p1")]);
        Sound(recorded);
        return programme;
    }

    ProgrammeFolder Opened(string name) => ProgrammeFolder.Open(Path.Combine(_scratch, name), TimeProvider.System).Programme!;

    LedgerContext Context(string name)
    {
        string settings = File.ReadAllText(Path.Combine(_scratch, name, ProgrammeFolder.SettingsFile));
        string store = System.Text.Json.JsonDocument.Parse(settings).RootElement.GetProperty("store").GetString()!;
        return new LedgerContext(ProgrammeFolder.AddressOf(Path.Combine(_scratch, name), store));
    }

    static void DropTriggers(LedgerContext context)
    {
        string[] drops = context.Database.IsNpgsql()
            ? ["DROP TRIGGER history_is_final ON history"]
            : ["DROP TRIGGER history_no_update", "DROP TRIGGER history_no_delete"];
        foreach (string drop in drops)
        {
            context.Database.ExecuteSqlRaw(drop);
        }
    }

    static ChangeRequest Request(params ImmutableArray<Change> changes) => new() { By = Owner, Why = "test", Changes = changes };

    static Change Visit(string person) => Row("visits", "date=2024-05-06", "activity=study_tour", $"person={person}", "level=undergraduate");

    static Change Row(string register, params string[] fields)
    {
        var values = fields.Select(f => f.Split('=', 2)).ToImmutableDictionary(f => f[0], f => f[1]);
        return new Change { Kind = ChangeKind.Add, Register = register, Id = values.GetValueOrDefault("id", ""), Values = values.Remove("id") };
    }

    static string[] Shown(ProgrammeFolder programme) =>
        [.. programme.State.AllRows().Select(r => $"{r.Address} {r.Added} {r.Changed} {string.Join(',', r.Fields)}")];

    static void Sound(Recorded recorded) => Assert.Empty(recorded.Problems.Select(p => $"{p.Code} {p.Column} {p.Value}"));
}
