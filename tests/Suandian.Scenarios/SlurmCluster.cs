using System.Diagnostics;

namespace Suandian.Scenarios;

/// <summary>A real Slurm of two nodes on this machine, up while the tests that use it run.</summary>
public sealed class SlurmCluster : IAsyncLifetime
{
    readonly string _folder = Path.Combine(Path.GetTempPath(), "suandian-slurm-" + Guid.NewGuid().ToString("N")[..8]);

    /// <summary>What the commands of Slurm read to find this cluster.</summary>
    internal (string Name, string Value) Variable => ("SLURM_CONF", Path.Combine(_folder, "slurm.conf"));

    public async ValueTask InitializeAsync() => await Script("up");

    public async ValueTask DisposeAsync()
    {
        await Script("down");
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Runs a command of Slurm; returns what it printed.</summary>
    internal async Task<string> Ask(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command) { UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment[Variable.Name] = Variable.Value;
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output;
    }

    async Task Script(string action)
    {
        var start = new ProcessStartInfo("bash") { UseShellExecute = false, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(CliProcess.Root, "tests", "Suandian.Scenarios", "slurm", "two-nodes.sh"));
        start.ArgumentList.Add(action);
        start.ArgumentList.Add(_folder);
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        Assert.True(process.ExitCode == 0, $"two-nodes.sh {action}: {error}; ./test installs what it needs");
    }
}
