using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Suandian.Operations.Programme.Documents.Targets;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.Drafts;
using Suandian.Operations.Programme.Ledger.Figures;
using Suandian.Operations.Programme.Ledger.History;
using Suandian.Operations.Programme.Ledger.Recording;
using Suandian.Operations.Programme.Ledger.Targets;

namespace Suandian.Operations;

/// <summary>A ledger in memory, written to as a user would: by requests.</summary>
sealed class SmallLedger
{
    /// <summary>Account that may do everything.</summary>
    internal const string Owner = "owner";

    readonly List<Entry> _entries = [];
    readonly List<Seal> _seals = [];
    byte _salt;

    internal LedgerState State { get; private set; } = LedgerState.Empty;

    internal Dictionary<string, byte[]> Files { get; } = [];

    internal StoredLedger Stored => new([.. _entries], [.. State.AllRows().Select(StoredRow.Of)], [.. _seals]);

    /// <summary>The programme of Yiwu 2024 with its indicators and confirmed targets.</summary>
    /// <param name="letter">First letter of the ids of the targets.</param>
    internal static SmallLedger County(char letter = 'T')
    {
        var ledger = new SmallLedger();
        Sound(ledger.Do(ProgrammeTemplate.Changes("yiwu-2024", Owner, ImmutableDictionary<string, string>.Empty)));
        Sound(ledger.Do(ConfirmedDrafts.Changes(Drafts(letter), ledger.State)));
        return ledger;
    }

    /// <summary>The drafts of the template, each confirmed by writing yes into its first column.</summary>
    internal static ImmutableArray<ConfirmedDraft> Drafts(char letter = 'T')
    {
        string table = Regex.Replace(Encoding.UTF8.GetString(ProgrammeTemplate.Drafts("yiwu-2024")!), "(?<=[,;])T(?=[0-9])", letter.ToString(), RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        var reading = DraftTable.Read("drafts.csv", Encoding.UTF8.GetBytes(table.Replace("\n,", "\nyes,", StringComparison.Ordinal)));
        Assert.Empty(reading.Problems);
        return reading.Confirmed;
    }

    /// <summary>A programme of the year 2024 with one organisation and nothing else.</summary>
    internal static SmallLedger Blank()
    {
        var ledger = new SmallLedger();
        Sound(ledger.Do(ProgrammeTemplate.Changes(ProgrammeTemplate.Blank, Owner, new Dictionary<string, string>
        {
            ["owner"] = "县商科工信局", ["name_zh"] = "演示项目", ["start"] = "2024-01-01", ["end"] = "2024-12-31",
        })));
        return ledger;
    }

    /// <summary>Adds a row that must be sound; fields are written name=value, the id among them.</summary>
    internal SmallLedger Add(string register, params string[] fields)
    {
        Sound(Do([Row(register, fields)]));
        return this;
    }

    /// <summary>A new row from name=value.</summary>
    internal static Change Row(string register, params string[] fields)
    {
        var values = fields.Select(f => f.Split('=', 2)).ToImmutableDictionary(f => f[0], f => f[1]);
        return new Change { Kind = ChangeKind.Add, Register = register, Id = values.GetValueOrDefault("id", ""), Values = values.Remove("id") };
    }

    /// <summary>Other values for a row, or its removal.</summary>
    internal static Change Other(ChangeKind kind, string address, params string[] fields)
    {
        var (register, id) = RowAddress.Parse(address)!.Value;
        return Row(register, fields) with { Kind = kind, Id = id };
    }

    /// <summary>Stores a file as evidence; returns its SHA-256.</summary>
    internal string File(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        string id = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (Files.TryAdd(id, bytes))
        {
            Add("evidence", $"id={id}", "file=scan.txt", $"bytes={bytes.Length}");
        }

        return id;
    }

    /// <summary>Carries out a request as far as it is sound.</summary>
    internal Recorded Do(ImmutableArray<Change> changes, string by = Owner, string why = "test",
        KnownRows known = KnownRows.Refuse, Acceptance acceptance = Acceptance.AllOrNothing)
    {
        var request = new ChangeRequest { By = by, Why = why, Changes = changes, Known = known, Acceptance = acceptance };
        var recorded = Recorder.Record(State, request, new Circumstances(
            new DateTimeOffset(2024, 3, 1, 8, 0, 0, TimeSpan.Zero), Salt, Files.GetValueOrDefault));
        _entries.AddRange(recorded.Entries);
        _seals.AddRange(recorded.Seals);
        State = recorded.After;
        return recorded;
    }

    internal Figure Figure(string indicator, string day = "2024-12-31", bool strict = false) =>
        new FigureMaker(State, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), strict).Make(indicator)!;

    internal TargetStatus Status(string target, string day = "2024-12-31", bool strict = false) =>
        new StatusMaker(State, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), strict).Of(target)!;

    byte[] Salt() => [.. Enumerable.Repeat(_salt++, 16)];

    static void Sound(Recorded recorded) => Assert.Empty(recorded.Problems.Select(p => $"{p.Code} {p.File}:{p.Row} {p.Column} '{p.Value}': {p.Expected.En}"));
}
