using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Suandian.Operations.Storage;

/// <summary>A deferred transaction: it reads one moment of the log and keeps no writer out.</summary>
sealed class SqliteSnapshot : IDisposable
{
    readonly LedgerContext _context;
    readonly SqliteTransaction _transaction;
    readonly IDbContextTransaction? _used;

    internal SqliteSnapshot(LedgerContext context)
    {
        _context = context;
        context.Database.OpenConnection();
        _transaction = ((SqliteConnection)context.Database.GetDbConnection()).BeginTransaction(deferred: true);
        _used = context.Database.UseTransaction(_transaction);
    }

    public void Dispose()
    {
        _used?.Dispose();
        _transaction.Dispose();
        _context.Database.CloseConnection();
    }
}
