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

    [Fact]
    public void Folder_and_backup_are_open_to_their_owner_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows keeps other permissions");
            return;
        }

        string scratch = Directory.CreateTempSubdirectory("suandian-modes-").FullName, folder = Path.Combine(scratch, "p"), zip = Path.Combine(scratch, "b.zip");
        var changes = Programme.Ledger.ProgrammeTemplate.Changes("yiwu-2024", "owner", new Dictionary<string, string>());
        ProgrammeFolder.Create(folder, store: null, new() { By = "owner", Why = "test", Changes = changes }, TimeProvider.System);

        ProgrammeBackup.Write(ProgrammeFolder.Open(folder, TimeProvider.System).Programme!, zip, DateTimeOffset.UnixEpoch);

        const UnixFileMode Others = (UnixFileMode)0b111_111;
        Assert.Equal((UnixFileMode.None, UnixFileMode.None), (File.GetUnixFileMode(folder) & Others, File.GetUnixFileMode(zip) & Others));
        Directory.Delete(scratch, recursive: true);
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
