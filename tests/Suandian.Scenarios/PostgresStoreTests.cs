using Suandian.Operations;

namespace Suandian.Scenarios;

/// <summary>A store in a PostgreSQL database; the tests are those of SQLite.</summary>
public sealed class PostgresStoreTests(PostgresServer server) : StoreContract, IClassFixture<PostgresServer>
{
    protected override string? NewStore() => server.NewDatabase();
}
