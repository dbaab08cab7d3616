using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Suandian.Operations.Storage;

/// <summary>Sets on each connection to SQLite what makes a commit survive a power cut, write-ahead log and a wait for the disk at every commit, and that what is deleted is overwritten.</summary>
/// <remarks>
/// Source: SQLite, "PRAGMA synchronous": in WAL mode FULL syncs the log after each transaction, NORMAL only at checkpoints, so that a power cut may
/// roll back the last commits. The measurement is in docs/explanation/ledger.md.
/// </remarks>
sealed class SqliteDurability(string synchronous) : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection, synchronous);

    /// <summary>Sets them on a connection that is open.</summary>
    internal static void Set(DbConnection connection, string synchronous)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the word is one of ours, never a user's
        command.CommandText = $"PRAGMA journal_mode = WAL; PRAGMA synchronous = {synchronous}; PRAGMA secure_delete = ON;";
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
