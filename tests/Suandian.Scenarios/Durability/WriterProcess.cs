using System.Diagnostics;
using System.Text;

namespace Suandian.Scenarios.Durability;

/// <summary>The process that writes into ledgers and says what is on the disk.</summary>
sealed class WriterProcess : IDisposable
{
    readonly Process _process;
    readonly StringBuilder _said = new();
    readonly Lock _lock = new();
    readonly TaskCompletionSource _enough = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int _wanted = int.MaxValue;
    readonly Task _reading;

    internal WriterProcess(IEnumerable<string> folders, string synchronous, int commits, int each, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (string word in (string[])[Program(), synchronous, Plain(commits), Plain(each), .. folders])
        {
            start.ArgumentList.Add(word);
        }

        start.Environment["DOTNET_TC_QuickJitForLoops"] = "1"; // it starts hundreds of times
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _reading = Read();
    }

    /// <summary>Waits until it has acknowledged so many commits, or is over.</summary>
    internal Task HasAcknowledged(int commits)
    {
        lock (_lock)
        {
            _wanted = commits;
            Count();
        }

        return Task.WhenAny(_enough.Task, _reading);
    }

    /// <summary>kill -9.</summary>
    internal void Kill() => _process.Kill();

    /// <summary>Waits for its end; returns what it acknowledged with whole lines.</summary>
    internal async Task<string[]> Acknowledged()
    {
        await _process.WaitForExitAsync(CancellationToken.None);
        await _reading;
        lock (_lock)
        {
            string all = _said.ToString();
            return all[..(all.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
    }

    internal int ExitCode => _process.ExitCode;

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    async Task Read()
    {
        var buffer = new char[4096];
        for (int read = 1; read > 0;)
        {
            read = await _process.StandardOutput.ReadAsync(buffer, CancellationToken.None);
            lock (_lock)
            {
                _said.Append(buffer, 0, read);
                Count();
            }
        }
    }

    void Count()
    {
        if (_said.ToString().Count(c => c == '\n') >= _wanted)
        {
            _enough.TrySetResult();
        }
    }

    static string Program()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        string program = Path.Combine(own.Parent!.Parent!.FullName, "Suandian.LedgerWriter", own.Name, "Suandian.LedgerWriter.dll");
        Assert.True(File.Exists(program), $"{program} is missing; build the solution first");
        return program;
    }

    static string Plain(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
