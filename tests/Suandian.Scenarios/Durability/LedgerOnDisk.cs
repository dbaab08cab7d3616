using Microsoft.Data.Sqlite;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.Recording;
using Suandian.Operations.Storage;

namespace Suandian.Scenarios.Durability;

/// <summary>A programme for the tests of durability, and what its file says afterwards.</summary>
static class LedgerOnDisk
{
    internal static void Make(string folder)
    {
        var changes = ProgrammeTemplate.Changes(ProgrammeTemplate.Blank, "owner", new Dictionary<string, string>
        {
            ["owner"] = "县商科工信局", ["name_zh"] = "演示项目", ["start"] = "2024-01-01", ["end"] = "2024-12-31",
        });
        Assert.Empty(ProgrammeFolder.Create(folder, store: null, new ChangeRequest { By = "owner", Why = "test", Changes = changes }, TimeProvider.System).Problems);
    }

    /// <summary>Hashes by number, after SQLite's own check; null where the file is corrupt.</summary>
    internal static Dictionary<long, string>? Hashes(string file)
    {
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA integrity_check";
            if (command.ExecuteScalar() as string != "ok")
            {
                return null;
            }

            command.CommandText = "SELECT number, hash FROM history";
            using var reader = command.ExecuteReader();
            var hashes = new Dictionary<long, string>();
            while (reader.Read())
            {
                hashes.Add(reader.GetInt64(0), reader.GetString(1));
            }

            return hashes;
        }
        catch (SqliteException)
        {
            return null;
        }
    }
}
