using System.Collections.Immutable;
using System.Text.Json;
using Suandian.Cases;
using Suandian.Cases.Tables;

namespace Suandian.Operations.Programme.Ledger.History;

/// <summary>Checks that a history is whole, that the projection is what it amounts to, and that personal values and files are those it speaks of.</summary>
public sealed class LedgerAudit
{
    const string Place = "history";

    readonly Findings _findings = new();
    readonly HashSet<long> _unsound = [];
    readonly StoredLedger _stored;
    readonly Func<string, string?> _file;

    LedgerAudit(StoredLedger stored, Func<string, string?> file) => (_stored, _file) = (stored, file);

    /// <summary>Everything that is not as it was written; empty where all is.</summary>
    /// <param name="stored">What the store keeps.</param>
    /// <param name="file">SHA-256 of the file stored as evidence under an id; null where there is none.</param>
    /// <param name="anchor">An earlier anchor to hold the history against; null for none.</param>
    public static ImmutableArray<Problem> Check(StoredLedger stored, Func<string, string?> file, Anchor? anchor = null)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(file);
        var audit = new LedgerAudit(stored, file);
        audit.CheckChain();
        audit.CheckAnchor(anchor);
        audit.CheckSeals();
        audit.CheckProjection();
        audit.CheckFiles();
        return audit._findings.Sorted();
    }

    void CheckChain()
    {
        Entry? before = null;
        foreach (var entry in _stored.Entries)
        {
            long expected = (before?.Number ?? 0) + 1;
            bool isOwn = entry.ComputedHash() == entry.Hash;
            if (!isOwn)
            {
                Report(ProblemCode.AuditEntry, entry);
            }

            if (entry.Number != expected)
            {
                _findings.Add(ProblemCode.AuditGap, new Source(Place).At(Line(expected)), entry.Address.ToString(), ("number", expected), ("next", entry.Number));
            }
            else if (isOwn && entry.Previous != (before?.Hash ?? Entry.Origin) && (before is null || !_unsound.Contains(before.Number)))
            {
                Report(ProblemCode.AuditChain, entry);
            }

            before = entry;
        }
    }

    void CheckAnchor(Anchor? anchor)
    {
        if (anchor is not null && _stored.Entries.FirstOrDefault(e => e.Number == anchor.Number)?.Hash != (anchor.Number == 0 ? null : anchor.Hash))
        {
            _findings.Add(ProblemCode.AuditAnchor, new Source(Place).At(Line(anchor.Number)), anchor.Hash, ("number", anchor.Number), ("count", _stored.Entries.Count));
        }
    }

    void CheckSeals()
    {
        foreach (var seal in _stored.Seals.Where(s => ErasedCodes.IsMark(s.Mark) ? !ErasedCodes.IsSound(s) : s.ComputedMark() != s.Mark))
        {
            var entry = _stored.Entries.FirstOrDefault(e => e.After.Contains(seal.Mark, StringComparison.Ordinal))
                ?? _stored.Entries.FirstOrDefault(e => e.Number == seal.Entry);
            _findings.Add(ProblemCode.AuditSeal, new Source("seals").At(Line(entry?.Number ?? seal.Entry)), entry?.Address.ToString() ?? seal.Mark);
        }

        var erased = _stored.Entries.Where(e => e.Kind == EntryKind.Erased).GroupBy(e => e.Address).ToDictionary(g => g.Key, g => g.Max(e => e.Number));
        var marks = _stored.Seals.Select(s => s.Mark).ToHashSet();
        foreach (var entry in _stored.Entries.Where(e => !_unsound.Contains(e.Number) && e.After.Length > 0 && RegisterSchema.Has(e.Register)
            && e.Number >= erased.GetValueOrDefault(e.Address)))
        {
            foreach (var field in RegisterSchema.Of(entry.Register).PersonalFields)
            {
                if (Fields(entry.After).TryGetValue(field.Name, out string? mark) && !marks.Contains(mark))
                {
                    _findings.Add(ProblemCode.AuditSealGone, new Source("seals").At(Line(entry.Number), field.Name), entry.Address.ToString());
                }
            }
        }
    }

    void CheckProjection()
    {
        var expected = new Dictionary<RowAddress, StoredRow>();
        foreach (var entry in _stored.Entries)
        {
            long added = expected.GetValueOrDefault(entry.Address)?.Added ?? entry.Number;
            expected.Remove(entry.Address);
            if (entry.After.Length > 0)
            {
                expected.Add(entry.Address, new StoredRow(entry.Register, entry.Row, entry.After, added, entry.Number));
            }
        }

        foreach (var row in _stored.Rows.Where(r => expected.GetValueOrDefault(r.Address) != r && !IsUnsound(r)))
        {
            _findings.Add(ProblemCode.AuditRow, new Source("rows").At(Line(row.Changed)), row.Address.ToString());
        }

        var kept = _stored.Rows.Select(r => r.Address).ToHashSet();
        foreach (var row in expected.Values.Where(r => !kept.Contains(r.Address) && !IsUnsound(r)))
        {
            _findings.Add(ProblemCode.AuditRowGone, new Source("rows").At(Line(row.Changed)), row.Address.ToString());
        }
    }

    /// <summary>A row whose entry is unsound has been told of with that entry.</summary>
    bool IsUnsound(StoredRow row) => _unsound.Contains(row.Added) || _unsound.Contains(row.Changed);

    void CheckFiles()
    {
        foreach (string id in _stored.Entries.Where(e => e.Register == RegisterSchema.Evidence && e.Kind == EntryKind.Added).Select(e => e.Row).Distinct())
        {
            string? found = _file(id);
            if (found == id)
            {
                continue;
            }

            string[] rows = [.. _stored.Rows.Where(r => r.Fields.Contains(id, StringComparison.Ordinal)).Select(r => r.Address.ToString())];
            _findings.Add(found is null ? ProblemCode.AuditFileGone : ProblemCode.AuditFile, new Source(RegisterSchema.Evidence).Whole, id,
                ("rows", rows.Length == 0 ? "–" : string.Join(", ", rows.Take(5))));
        }
    }

    void Report(string code, Entry entry)
    {
        _unsound.Add(entry.Number);
        _findings.Add(code, new Source(Place).At(Line(entry.Number)), entry.Address.ToString(), ("number", entry.Number), ("at", entry.At), ("by", entry.By));
    }

    static ImmutableSortedDictionary<string, string> Fields(string json)
    {
        try
        {
            return CanonicalJson.Read(json);
        }
        catch (JsonException)
        {
            return ImmutableSortedDictionary<string, string>.Empty; // the hash of the entry has told already
        }
    }

    static int? Line(long number) => number is > 0 and <= int.MaxValue ? (int)number : null;
}
