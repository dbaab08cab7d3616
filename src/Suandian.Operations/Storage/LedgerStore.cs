using System.Collections.Immutable;
using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.History;
using Suandian.Operations.Programme.Ledger.Recording;

namespace Suandian.Operations.Storage;

/// <summary>Keeps a ledger in a database. What <see cref="TryAppend"/> has returned true for is on the disk.</summary>
public sealed class LedgerStore
{
    readonly StoreAddress _address;

    LedgerStore(StoreAddress address) => _address = address;

    /// <summary>Which database.</summary>
    public StoreKind Kind => _address.Kind;

    /// <summary>Opens a store and brings its tables up to this program.</summary>
    /// <exception cref="StoreException">The database is away, or a newer program wrote it.</exception>
    public static LedgerStore Open(StoreAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var store = new LedgerStore(address);
        store.Using(StoreVersion.Raise);
        return store;
    }

    /// <summary>The state as the store keeps it, and the number and hash of the last entry.</summary>
    public LedgerState Load() => Using(context =>
    {
        using var _ = Snapshot(context);
        var values = context.Seals.AsNoTracking().ToDictionary(s => s.Mark, s => s.Value);
        LedgerRow[] rows = [.. context.Rows.AsNoTracking().AsEnumerable().Select(r => r.ToRow(mark => values.GetValueOrDefault(mark)))];
        return LedgerState.Stored(rows, Head(context)) with { Erased = ErasedCodes.Of(values) };
    });

    /// <summary>Everything the store keeps, as of one moment.</summary>
    public StoredLedger Read() => Using(context =>
    {
        using var _ = Snapshot(context);
        return new StoredLedger(
            context.History.AsNoTracking().OrderBy(e => e.Number).ToArray(),
            context.Rows.AsNoTracking().OrderBy(r => r.Added).ToArray(),
            context.Seals.AsNoTracking().OrderBy(s => s.Entry).ThenBy(s => s.Mark).ToArray());
    });

    /// <summary>Entries of a row, oldest first.</summary>
    public ImmutableArray<Entry> History(RowAddress row) => Using(context =>
        context.History.AsNoTracking().Where(e => e.Register == row.Register && e.Row == row.Id).OrderBy(e => e.Number).ToImmutableArray());

    /// <summary>Writes the entries of a request and the rows they amount to, all or none.</summary>
    /// <param name="before">The state the request met.</param>
    /// <param name="recorded">What it came to.</param>
    /// <returns>False, with nothing written, where somebody else has written since <paramref name="before"/> was loaded.</returns>
    public bool TryAppend(LedgerState before, Recorded recorded)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(recorded);
        return Using(context =>
        {
            using var transaction = Writing(context);
            if (Head(context) != (before.Head, before.HeadHash))
            {
                return false;
            }

            context.History.AddRange(recorded.Entries);
            context.Seals.AddRange(recorded.Seals);
            foreach (var entry in recorded.Entries.Where(e => e.Kind == EntryKind.Erased))
            {
                RemoveSeals(context, entry);
            }

            foreach (var address in recorded.Entries.Select(e => e.Address).Distinct())
            {
                Project(context, before.Row(address), recorded.After.Row(address));
            }

            context.SaveChanges();
            transaction.Commit();
            return true;
        });
    }

    /// <summary>Leaves nothing of deleted personal values in the files of the database, as far as no other process reads them.</summary>
    /// <remarks>SQLite overwrites what it deletes; its log still holds the pages as they were until it is written back and cut. PostgreSQL keeps them until a vacuum.</remarks>
    internal void Scrub() => Using(context => context.Database.ExecuteSqlRaw(context.Database.IsNpgsql() ? "VACUUM seals" : "PRAGMA wal_checkpoint(TRUNCATE)"));

    /// <summary>Deletes the personal values that a row had before it was erased.</summary>
    static void RemoveSeals(LedgerContext context, Entry erased)
    {
        string[] marks = [.. context.History.AsNoTracking().Where(e => e.Register == erased.Register && e.Row == erased.Row).Select(e => e.After).AsEnumerable()
            .SelectMany(after => Erasure.Marks(erased.Register, after)).Distinct()];
        context.Seals.Where(s => marks.Contains(s.Mark)).ExecuteDelete();
    }

    /// <summary>Fills an empty store with what another one kept.</summary>
    /// <exception cref="StoreException">The store is not empty.</exception>
    public void Fill(StoredLedger stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        Using(context =>
        {
            using var transaction = Writing(context);
            if (context.History.Any())
            {
                throw StoreException.Taken();
            }

            context.History.AddRange(stored.Entries);
            context.Rows.AddRange(stored.Rows);
            context.Seals.AddRange(stored.Seals);
            context.SaveChanges();
            transaction.Commit();
            return true;
        });
    }

    static void Project(LedgerContext context, LedgerRow? before, LedgerRow? after)
    {
        if (after is null)
        {
            if (before is not null)
            {
                context.Rows.Remove(StoredRow.Of(before));
            }
        }
        else if (before is null)
        {
            context.Rows.Add(StoredRow.Of(after));
        }
        else
        {
            context.Rows.Update(StoredRow.Of(after));
        }
    }

    static (long Number, string Hash) Head(LedgerContext context) =>
        context.History.AsNoTracking().OrderByDescending(e => e.Number).Select(e => new { e.Number, e.Hash }).FirstOrDefault() is { } last
            ? (last.Number, last.Hash) : (0, Entry.Origin);

    /// <summary>A transaction that sees one moment, however long it reads.</summary>
    static IDisposable Snapshot(LedgerContext context) => context.Database.IsNpgsql()
        ? context.Database.BeginTransaction(IsolationLevel.RepeatableRead)
        : new SqliteSnapshot(context);

    /// <summary>A transaction that lets no other writer in: SQLite has one writer at a time, PostgreSQL locks the history.</summary>
    static Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction Writing(LedgerContext context)
    {
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        var transaction = context.Database.BeginTransaction();
        if (context.Database.IsNpgsql())
        {
            context.Database.ExecuteSqlRaw("LOCK TABLE history IN EXCLUSIVE MODE");
        }

        return transaction;
    }

    void Using(Action<LedgerContext> work) => Using(context =>
    {
        work(context);
        return true;
    });

    T Using<T>(Func<LedgerContext, T> work)
    {
        try
        {
            using var context = new LedgerContext(_address);
            return work(context);
        }
        catch (Exception failure) when (failure is DbException or DbUpdateException or InvalidOperationException { InnerException: DbException })
        {
            throw StoreException.Failed(failure.InnerException ?? failure);
        }
    }
}
