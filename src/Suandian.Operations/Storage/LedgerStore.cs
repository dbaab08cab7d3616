using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.History;
using Suandian.Operations.Programme.Ledger.Recording;

namespace Suandian.Operations.Storage;

/// <summary>Keeps a ledger in a database. What <see cref="TryAppend"/> has returned true for is on the disk.</summary>
public sealed class LedgerStore
{
    const string Entries = "SELECT number, at, \"by\", why, kind, register, \"row\", \"before\", \"after\", previous, hash FROM history";

    readonly StoreAddress _address;

    LedgerStore(StoreAddress address) => _address = address;

    /// <summary>Which database.</summary>
    public StoreKind Kind => _address.Kind;

    /// <summary>Opens a store and brings its tables up to this program.</summary>
    /// <exception cref="StoreException">The database is away, or a newer program wrote it.</exception>
    public static LedgerStore Open(StoreAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        Told(() =>
        {
            if (!StoreVersion.IsCurrent(address))
            {
                using var context = new LedgerContext(address);
                StoreVersion.Raise(context);
            }

            return true;
        });
        return new LedgerStore(address);
    }

    /// <summary>The state as the store keeps it, and the number and hash of the last entry.</summary>
    public LedgerState Load() => Using(session =>
    {
        session.BeginSnapshot();
        var values = session.Read("SELECT mark, value FROM seals", row => KeyValuePair.Create(row.GetString(0), row.GetString(1))).ToDictionary();
        LedgerRow[] rows = [.. Rows(session).Select(r => r.ToRow(mark => values.GetValueOrDefault(mark)))];
        return LedgerState.Stored(rows, Head(session)) with { Erased = ErasedCodes.Of(values) };
    });

    /// <summary>Everything the store keeps, as of one moment.</summary>
    public StoredLedger Read() => Using(session =>
    {
        session.BeginSnapshot();
        return new StoredLedger(
            session.Read(Entries + " ORDER BY number", EntryOf),
            Rows(session),
            session.Read("SELECT mark, salt, value, entry FROM seals ORDER BY entry, mark", row => new Seal(row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3))));
    });

    /// <summary>Entries of a row, oldest first.</summary>
    public ImmutableArray<Entry> History(RowAddress row) => Using(session =>
        session.Read(Entries + " WHERE register = @p0 AND \"row\" = @p1 ORDER BY number", EntryOf, row.Register, row.Id).ToImmutableArray());

    /// <summary>Writes the entries of a request and the rows they amount to, all or none.</summary>
    /// <param name="before">The state the request met.</param>
    /// <param name="recorded">What it came to.</param>
    /// <returns>False, with nothing written, where somebody else has written since <paramref name="before"/> was loaded.</returns>
    public bool TryAppend(LedgerState before, Recorded recorded)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(recorded);
        return Using(session =>
        {
            session.BeginWriting();
            if (Head(session) != (before.Head, before.HeadHash))
            {
                return false;
            }

            foreach (var entry in recorded.Entries.Where(e => e.Kind == EntryKind.Erased))
            {
                RemoveSeals(session, entry);
            }

            AddEntries(session, recorded.Entries);
            AddSeals(session, recorded.Seals);
            var changed = recorded.Entries.Select(e => e.Address).Distinct().ToLookup(address => recorded.After.Row(address) is not null);
            AddRows(session, [.. changed[true].Select(address => StoredRow.Of(recorded.After.Row(address)!))]);
            foreach (var gone in changed[false])
            {
                session.Execute("DELETE FROM rows WHERE register = @p0 AND id = @p1", gone.Register, gone.Id);
            }

            session.Commit();
            return true;
        });
    }

    /// <summary>Leaves nothing of deleted personal values in the files of the database, as far as no other process reads them.</summary>
    /// <remarks>SQLite overwrites what it deletes; its log still holds the pages as they were until it is written back and cut. PostgreSQL keeps them until a vacuum.</remarks>
    internal void Scrub() => Using(session =>
    {
        session.Execute(Kind == StoreKind.PostgreSql ? "VACUUM seals" : "PRAGMA wal_checkpoint(TRUNCATE)");
        return true;
    });

    /// <summary>Fills an empty store with what another one kept.</summary>
    /// <exception cref="StoreException">The store is not empty.</exception>
    public void Fill(StoredLedger stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        Using(session =>
        {
            session.BeginWriting();
            if (Head(session).Number > 0)
            {
                throw StoreException.Taken();
            }

            AddEntries(session, stored.Entries);
            AddRows(session, stored.Rows);
            AddSeals(session, stored.Seals);
            session.Commit();
            return true;
        });
    }

    /// <summary>Deletes the personal values that a row had before it was erased.</summary>
    static void RemoveSeals(LedgerSession session, Entry erased)
    {
        var afters = session.Read("SELECT \"after\" FROM history WHERE register = @p0 AND \"row\" = @p1", row => row.GetString(0), erased.Register, erased.Row);
        foreach (string mark in afters.SelectMany(after => Erasure.Marks(erased.Register, after)).Distinct())
        {
            session.Execute("DELETE FROM seals WHERE mark = @p0", mark);
        }
    }

    static void AddEntries(LedgerSession session, IReadOnlyList<Entry> entries) => session.Insert(
        "history", ["number", "at", "by", "why", "kind", "register", "row", "before", "after", "previous", "hash"],
        [.. entries.Select(e => (object[])[e.Number, e.At, e.By, e.Why, e.Kind, e.Register, e.Row, e.Before, e.After, e.Previous, e.Hash])]);

    static void AddSeals(LedgerSession session, IReadOnlyList<Seal> seals) => session.Insert(
        "seals", ["mark", "salt", "value", "entry"], [.. seals.Select(s => (object[])[s.Mark, s.Salt, s.Value, s.Entry])]);

    static void AddRows(LedgerSession session, IReadOnlyList<StoredRow> rows) => session.Insert(
        "rows", ["register", "id", "fields", "added", "changed"], [.. rows.Select(r => (object[])[r.Register, r.Id, r.Fields, r.Added, r.Changed])],
        " ON CONFLICT (register, id) DO UPDATE SET fields = excluded.fields, added = excluded.added, changed = excluded.changed");

    static List<StoredRow> Rows(LedgerSession session) => session.Read("SELECT register, id, fields, added, changed FROM rows ORDER BY added",
        row => new StoredRow(row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3), row.GetInt64(4)));

    static Entry EntryOf(DbDataReader row) => new()
    {
        Number = row.GetInt64(0), At = row.GetString(1), By = row.GetString(2), Why = row.GetString(3), Kind = row.GetString(4), Register = row.GetString(5),
        Row = row.GetString(6), Before = row.GetString(7), After = row.GetString(8), Previous = row.GetString(9), Hash = row.GetString(10),
    };

    static (long Number, string Hash) Head(LedgerSession session) =>
        session.Read("SELECT number, hash FROM history ORDER BY number DESC LIMIT 1", row => (row.GetInt64(0), row.GetString(1))) is [var last]
            ? last : (0, Entry.Origin);

    T Using<T>(Func<LedgerSession, T> work) => Told(() =>
    {
        using var session = LedgerSession.Open(_address);
        return work(session);
    });

    static T Told<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception failure) when (failure is DbException or DbUpdateException or InvalidOperationException { InnerException: DbException })
        {
            throw StoreException.Failed(failure.InnerException ?? failure);
        }
    }
}
