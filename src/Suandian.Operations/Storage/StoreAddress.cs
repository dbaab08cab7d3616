using Microsoft.Data.Sqlite;
using Npgsql;

namespace Suandian.Operations.Storage;

/// <summary>Where a ledger is kept: a SQLite file, or a database of a PostgreSQL server.</summary>
public sealed record StoreAddress
{
    /// <summary>Seconds a writer waits for another one.</summary>
    const int PatienceSeconds = 30;

    StoreAddress(StoreKind kind, string connection) => (Kind, Connection) = (kind, connection);

    /// <summary>Which database.</summary>
    public StoreKind Kind { get; }

    /// <summary>Connection string.</summary>
    internal string Connection { get; }

    /// <summary>How SQLite waits for the disk. Anything but FULL may lose what was acknowledged when the power fails; only tests ask for less.</summary>
    internal string Synchronous { get; init; } = "FULL";

    /// <summary>A SQLite file.</summary>
    public static StoreAddress Sqlite(string path) => new(StoreKind.Sqlite, new SqliteConnectionStringBuilder
    {
        DataSource = path, Pooling = false, DefaultTimeout = PatienceSeconds,
    }.ToString());

    /// <summary>A database of a PostgreSQL server by its connection string; the password comes from PGPASSWORD or the password file of PostgreSQL.</summary>
    public static StoreAddress PostgreSql(string connection) => new(StoreKind.PostgreSql, connection);

    /// <summary>True where a text is a connection string and no path.</summary>
    public static bool IsConnection(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Contains("Host=", StringComparison.OrdinalIgnoreCase) || text.Contains("Server=", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>True where a connection string carries a password, which must not lie in a file.</summary>
    /// <exception cref="StoreException">It is no connection string.</exception>
    public static bool HasPassword(string connection)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connection).Password is { Length: > 0 };
        }
        catch (ArgumentException mistake)
        {
            throw StoreException.Connection(mistake);
        }
    }
}

/// <summary>Which database keeps a ledger.</summary>
public enum StoreKind
{
    /// <summary>A file beside the programme.</summary>
    Sqlite,

    /// <summary>A server.</summary>
    PostgreSql,
}
