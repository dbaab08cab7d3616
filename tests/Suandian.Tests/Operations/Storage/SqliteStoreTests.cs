using Suandian.Operations.Storage;

namespace Suandian.Operations;

/// <summary>A store in a SQLite file.</summary>
public sealed class SqliteStoreTests : StoreContract
{
    protected override string? NewStore() => null;

    [Fact]
    public void A_commit_waits_for_the_disk()
    {
        string folder = Directory.CreateTempSubdirectory("suandian-sqlite-").FullName;
        using (var context = new LedgerContext(StoreAddress.Sqlite(Path.Combine(folder, "ledger.db"))))
        {
            StoreVersion.Raise(context);

            Assert.Equal(("wal", 2L), ((string)Pragma(context, "journal_mode")!, (long)Pragma(context, "synchronous")!)); // 2 is FULL
        }

        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Database=yiwu", true)]
    [InlineData("ledger.db", false)]
    public void A_connection_string_is_told_from_a_path(string text, bool isConnection) => Assert.Equal(isConnection, StoreAddress.IsConnection(text));

    static object? Pragma(LedgerContext context, string name)
    {
        using var command = Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.GetDbConnection(context.Database).CreateCommand();
        Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.OpenConnection(context.Database);
        command.CommandText = "PRAGMA " + name;
        return command.ExecuteScalar();
    }
}
