using System.Security.Cryptography;
using Suandian.Cases;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.History;
using Suandian.Operations.Programme.Ledger.Recording;

namespace Suandian.Operations;

public class LedgerAuditTests
{
    [Fact]
    public void A_ledger_nobody_touched_has_no_finding()
    {
        var ledger = Written();

        Assert.Empty(LedgerAudit.Check(ledger.Stored, Hashes(ledger)));
    }

    /// <summary>R11: ten thousand one-letter changes anywhere, each found and located.</summary>
    [Fact]
    public void Every_change_of_one_letter_anywhere_is_found_and_its_row_named()
    {
        const int Seed = 20241;
        var ledger = Written();
        var stored = ledger.Stored;
        var random = new Random(Seed);
        for (int trial = 0; trial < 10_000; trial++)
        {
            var (spoiled, file, row, number) = Spoil(stored, ledger, random);

            var problems = LedgerAudit.Check(spoiled, file);

            Assert.True(problems.Any(p => (p.Value is { } value && row.Contains(value)) || (number > 0 && p.Row == number)),
                $"seed {Seed}, trial {trial}: {string.Join(" | ", row)} #{number}: {string.Join("; ", problems.Select(p => $"{p.Code} {p.Row} {p.Value}"))}");
        }
    }

    [Fact]
    public void An_entry_that_was_replaced_with_a_fitting_hash_breaks_the_chain()
    {
        var stored = Written().Stored;
        var forged = stored.Entries[3] with { Why = "forged" };
        forged = forged with { Hash = forged.ComputedHash() };

        var problems = LedgerAudit.Check(stored with { Entries = [.. stored.Entries.Select(e => e.Number == 4 ? forged : e)] }, Hashes(Written()));

        Assert.Contains(problems, p => p is { Code: ProblemCode.AuditChain, Row: 5 });
    }

    [Fact]
    public void An_entry_that_was_taken_out_leaves_a_gap()
    {
        var stored = Written().Stored;

        var problems = LedgerAudit.Check(stored with { Entries = [.. stored.Entries.Where(e => e.Number != 4)] }, Hashes(Written()));

        Assert.Contains(problems, p => p is { Code: ProblemCode.AuditGap, Row: 4 });
    }

    [Fact]
    public void A_history_cut_at_the_end_and_made_to_fit_is_found_with_an_anchor_only()
    {
        var whole = Written();
        var anchor = new Anchor { Number = whole.State.Head, Hash = whole.State.HeadHash, At = DateTimeOffset.UnixEpoch };
        var cut = SmallLedger.Blank();

        Assert.Empty(LedgerAudit.Check(cut.Stored, Hashes(cut)));
        Assert.Contains(LedgerAudit.Check(cut.Stored, Hashes(cut), anchor), p => p.Code == ProblemCode.AuditAnchor);
        Assert.Empty(LedgerAudit.Check(whole.Stored, Hashes(whole), Anchor.FromJson(anchor.ToJson())));
    }

    [Fact]
    public void Replaying_the_history_gives_the_rows_that_stand()
    {
        var ledger = Written();
        var values = ledger.Stored.Seals.ToDictionary(s => s.Mark, s => s.Value);

        var replayed = LedgerState.Replay(ledger.Stored.Entries, mark => values.GetValueOrDefault(mark));

        Assert.Equal(ledger.State.AllRows().Select(Shown), replayed.AllRows().Select(Shown));
        Assert.Equal((ledger.State.Head, ledger.State.HeadHash), (replayed.Head, replayed.HeadHash));
    }

    [Fact]
    public void The_history_holds_no_personal_value()
    {
        string history = string.Join('\n', Written().Stored.Entries.Select(e => e.ToJson()));

        Assert.DoesNotContain("联系人甲", history, StringComparison.Ordinal);
        Assert.DoesNotContain("000-00000000", history, StringComparison.Ordinal);
        Assert.Contains("seal:", history, StringComparison.Ordinal);
    }

    static string Shown(LedgerRow row) => $"{row.Address} {row.Added} {row.Changed} {string.Join(',', row.Fields)}";

    /// <summary>Rows added, changed, removed, with personal values and a file.</summary>
    static SmallLedger Written()
    {
        var ledger = SmallLedger.Blank();
        string file = ledger.File("scan of the agreement");
        ledger.Add("universities", "id=u1", "name_zh=甲大学", "province=河南")
            .Add("agreements", "kind=research", "title=科研合作协议", "university=u1", "signed_on=2024-02-01", $"evidence={file}")
            .Add("persons", "id=p1", "kind=postdoc", "name=联系人甲", "phone=000-00000000", "joined_on=2024-02-05")
            .Add("visits", "date=2024-02-06", "activity=study_tour", "person=S001", "level=undergraduate");
        Assert.Empty(ledger.Do([SmallLedger.Other(ChangeKind.Change, "persons/p1", "name=联系人乙")]).Problems);
        Assert.Empty(ledger.Do([SmallLedger.Other(ChangeKind.Remove, $"visits/{ledger.State.Rows("visits").Single().Address.Id}")]).Problems);
        return ledger;
    }

    static Func<string, string?> Hashes(SmallLedger ledger) =>
        id => ledger.Files.TryGetValue(id, out byte[]? bytes) ? Convert.ToHexStringLower(SHA256.HashData(bytes)) : null;

    static (StoredLedger Spoiled, Func<string, string?> File, string[] Row, long Number) Spoil(StoredLedger stored, SmallLedger ledger, Random random)
    {
        int kind = random.Next(4);
        if (kind == 0)
        {
            var entry = stored.Entries[random.Next(stored.Entries.Count)];
            var other = Spoiled(entry, random);
            return (stored with { Entries = [.. stored.Entries.Select(e => e == entry ? other : e)] }, Hashes(ledger),
                [entry.Address.ToString(), other.Address.ToString()], entry.Number);
        }

        if (kind == 1)
        {
            var row = stored.Rows[random.Next(stored.Rows.Count)];
            var other = Spoiled(row, random);
            return (stored with { Rows = [.. stored.Rows.Select(r => r == row ? other : r)] }, Hashes(ledger), [row.Address.ToString(), other.Address.ToString()], 0);
        }

        if (kind == 2)
        {
            var seal = stored.Seals[random.Next(stored.Seals.Count)];
            var other = Spoiled(seal, random);
            return (stored with { Seals = [.. stored.Seals.Select(s => s == seal ? other : s)] }, Hashes(ledger), [], seal.Entry);
        }

        string id = ledger.Files.Keys.First();
        byte[] bytes = [.. ledger.Files[id]];
        bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return (stored, _ => Convert.ToHexStringLower(SHA256.HashData(bytes)), [id], 0);
    }

    static Entry Spoiled(Entry entry, Random random) => random.Next(11) switch
    {
        0 => entry with { Number = entry.Number + 1 + random.Next(100) },
        1 => entry with { At = Letter(entry.At, random) },
        2 => entry with { By = Letter(entry.By, random) },
        3 => entry with { Why = Letter(entry.Why, random) },
        4 => entry with { Kind = Letter(entry.Kind, random) },
        5 => entry with { Register = Letter(entry.Register, random) },
        6 => entry with { Row = Letter(entry.Row, random) },
        7 => entry with { Before = Letter(entry.Before, random) },
        8 => entry with { After = Letter(entry.After, random) },
        9 => entry with { Previous = Letter(entry.Previous, random) },
        _ => entry with { Hash = Letter(entry.Hash, random) },
    };

    static StoredRow Spoiled(StoredRow row, Random random) => random.Next(5) switch
    {
        0 => row with { Register = Letter(row.Register, random) },
        1 => row with { Id = Letter(row.Id, random) },
        2 => row with { Fields = Letter(row.Fields, random) },
        3 => row with { Added = row.Added + 1 },
        _ => row with { Changed = row.Changed + 1 },
    };

    static Seal Spoiled(Seal seal, Random random) => random.Next(4) switch
    {
        0 => seal with { Mark = Letter(seal.Mark, random) },
        1 => seal with { Salt = Letter(seal.Salt, random) },
        2 => seal with { Value = Letter(seal.Value, random) },
        _ => seal with { Entry = seal.Entry + 1 },
    };

    /// <summary>One letter replaced, added or taken out.</summary>
    static string Letter(string text, Random random)
    {
        int at = random.Next(text.Length + 1);
        char letter = (char)random.Next(' ', '~');
        return (text.Length == 0 ? 0 : random.Next(3)) switch
        {
            1 when at < text.Length => text.Remove(at, 1),
            2 when at < text.Length && text[at] != letter => text.Remove(at, 1).Insert(at, letter.ToString()),
            _ => text.Insert(at, letter.ToString()),
        };
    }
}
