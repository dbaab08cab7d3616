using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Suandian.Scenarios;

/// <summary>A PostgreSQL server of its own, up while the tests that use it run.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    readonly string _folder = Path.Combine(Path.GetTempPath(), "suandian-pg-" + Guid.NewGuid().ToString("N")[..8]);
    int _databases;

    public async ValueTask InitializeAsync() => await Script("up");

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await Script("down");
    }

    /// <summary>Connection string of a new, empty database.</summary>
    internal string NewDatabase()
    {
        string name = "t" + Interlocked.Increment(ref _databases).ToString(CultureInfo.InvariantCulture);
        using var connection = new NpgsqlConnection(Connection("postgres"));
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the name is one of ours
        command.CommandText = "CREATE DATABASE " + name;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
        return Connection(name);
    }

    string Connection(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1", Port = int.Parse(File.ReadAllText(_folder + ".port"), CultureInfo.InvariantCulture), Username = "suandian", Database = database,
    }.ToString();

    async Task Script(string action)
    {
        var start = new ProcessStartInfo("bash") { UseShellExecute = false, RedirectStandardError = true };
        foreach (string word in (string[])[Path.Combine(CliProcess.Root, "tests", "Suandian.Scenarios", "postgresql", "cluster.sh"), action, _folder])
        {
            start.ArgumentList.Add(word);
        }

        using var process = Process.Start(start)!;
        string error = await process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        Assert.True(process.ExitCode == 0, $"cluster.sh {action}: {error}; ./test installs what it needs");
    }
}
