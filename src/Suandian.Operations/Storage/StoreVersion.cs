using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Suandian.Operations.Storage.Migrations;

namespace Suandian.Operations.Storage;

/// <summary>Brings the tables of a store forward to this program; never backward.</summary>
static class StoreVersion
{
    /// <summary>Names of all migrations, oldest first.</summary>
    internal static ImmutableArray<string> Known { get; } = [First.Name, HistoryIsFinal.Name];

    /// <summary>True where the tables are those of this program, which needs no model to be seen.</summary>
    internal static bool IsCurrent(StoreAddress address)
    {
        using var session = LedgerSession.Open(address);
        try
        {
            return session.Read("SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY \"MigrationId\"", row => row.GetString(0)).SequenceEqual(Known);
        }
        catch (DbException)
        {
            return false; // no such table yet: the migrations say what is wrong, if anything is
        }
    }

    /// <summary>Applies the migrations that are missing, all or none.</summary>
    /// <exception cref="StoreException">The store has migrations this program does not know.</exception>
    /// <remarks>The script runs in one transaction instead of EF's Migrate, whose lock table would stay behind a killed process and stop every later one.</remarks>
    internal static void Raise(LedgerContext context) => Raise(context, target: null);

    /// <summary>The same up to a migration, for the test of going forward.</summary>
    internal static void Raise(LedgerContext context, string? target)
    {
        string[] known = [.. context.Database.GetMigrations()];
        string[] applied = [.. context.Database.GetAppliedMigrations()];
        string[] unknown = [.. applied.Except(known)];
        if (unknown.Length > 0)
        {
            throw StoreException.Newer(unknown);
        }

        if (applied.Length == known.Length)
        {
            return;
        }

        string script = context.GetService<IMigrator>().GenerateScript(
            applied.LastOrDefault() ?? Migration.InitialDatabase, target, MigrationsSqlGenerationOptions.NoTransactions);
        context.Database.OpenConnection();
        using var transaction = context.Database.BeginTransaction();
        context.Database.ExecuteSqlRaw(context.GetService<IHistoryRepository>().GetCreateIfNotExistsScript()); // asking for a table that is not there would end the transaction
        if (!context.Database.GetAppliedMigrations().SequenceEqual(applied))
        {
            return; // somebody else was faster
        }

        using DbCommand command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(transaction);
#pragma warning disable CA2100 // the script is made from our own migrations
        command.CommandText = script;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
        transaction.Commit();
    }
}
