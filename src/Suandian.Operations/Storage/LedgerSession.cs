using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Suandian.Operations.Storage;

/// <summary>An open connection to the database of a ledger, with plain commands that hold on SQLite and on PostgreSQL.</summary>
/// <remarks>
/// EF Core keeps the tables and brings them forward. What every command of the program does, reading the state and appending to it, goes without its model
/// and its change tracker, whose making takes longer than the work. The measurement is in docs/explanation/ledger.md.
/// </remarks>
sealed class LedgerSession : IDisposable
{
    /// <summary>Rows of one INSERT; SQLite looks every parameter up by its name.</summary>
    const int RowsAtOnce = 16;

    readonly DbConnection _connection;
    readonly bool _isPostgreSql;
    DbTransaction? _transaction;

    LedgerSession(DbConnection connection, bool isPostgreSql) => (_connection, _isPostgreSql) = (connection, isPostgreSql);

    /// <summary>Opens a connection.</summary>
    internal static LedgerSession Open(StoreAddress address)
    {
        bool isPostgreSql = address.Kind == StoreKind.PostgreSql;
        DbConnection connection = isPostgreSql ? new NpgsqlConnection(address.Connection) : new SqliteConnection(address.Connection);
        try
        {
            connection.Open();
            if (!isPostgreSql)
            {
                SqliteDurability.Set(connection, address.Synchronous);
            }

            return new LedgerSession(connection, isPostgreSql);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>From here on one moment is read, however long it takes, and no writer is kept out.</summary>
    internal void BeginSnapshot() => _transaction = _connection is SqliteConnection sqlite
        ? sqlite.BeginTransaction(deferred: true) : _connection.BeginTransaction(IsolationLevel.RepeatableRead);

    /// <summary>From here on no other writer is let in: SQLite has one at a time, PostgreSQL locks the history.</summary>
    internal void BeginWriting()
    {
        _transaction = _connection.BeginTransaction();
        if (_isPostgreSql)
        {
            Execute("LOCK TABLE history IN EXCLUSIVE MODE");
        }
    }

    /// <summary>Keeps what was written.</summary>
    internal void Commit() => _transaction!.Commit();

    /// <summary>Rows of a query; its places are @p0, @p1 …</summary>
    internal List<T> Read<T>(string query, Func<DbDataReader, T> row, params ReadOnlySpan<object> values)
    {
        using var command = Command(query, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    /// <summary>Carries a command out; its places are @p0, @p1 …</summary>
    internal void Execute(string text, params ReadOnlySpan<object> values)
    {
        using var command = Command(text, values);
        command.ExecuteNonQuery();
    }

    /// <summary>Adds rows to a table by a command that is prepared once.</summary>
    /// <param name="table">Table.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="rows">Values in the order of the columns.</param>
    /// <param name="otherwise">What follows the values, as where a row is there already.</param>
    internal void Insert(string table, string[] columns, IReadOnlyList<object[]> rows, string otherwise = "")
    {
        string into = $"INSERT INTO {table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) VALUES ";
        DbCommand? command = null;
        foreach (var chunk in rows.Chunk(RowsAtOnce))
        {
            object[] values = [.. chunk.SelectMany(row => row)];
            if (command?.Parameters.Count != values.Length)
            {
                command?.Dispose();
                command = Command(into + string.Join(", ", chunk.Select((_, r) => $"({string.Join(", ", columns.Select((_, c) => Place((r * columns.Length) + c)))})")) + otherwise, values);
                command.Prepare();
            }

            for (int i = 0; i < values.Length; i++)
            {
                command.Parameters[i].Value = values[i];
            }

            command.ExecuteNonQuery();
        }

        command?.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _transaction?.Dispose();
        _connection.Dispose();
    }

    DbCommand Command(string text, ReadOnlySpan<object> values)
    {
        var command = _connection.CreateCommand();
        command.Transaction = _transaction;
#pragma warning disable CA2100 // every text is one of ours; what a user gave goes by parameters
        command.CommandText = text;
#pragma warning restore CA2100
        for (int i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = Place(i);
            parameter.DbType = values[i] is long ? DbType.Int64 : DbType.String;
            parameter.Value = values[i];
            command.Parameters.Add(parameter);
        }

        return command;
    }

    static string Place(int index) => string.Create(CultureInfo.InvariantCulture, $"@p{index}");
}
