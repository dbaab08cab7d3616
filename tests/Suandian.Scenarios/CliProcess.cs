using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Suandian.Scenarios;

/// <summary>The built program, run as a user's shell runs it: with streams that are no screen.</summary>
sealed class CliProcess : IDisposable
{
    readonly Process _process;
    readonly Task<string> _out;
    readonly Task _error;
    readonly StringBuilder _errorText = new();
    readonly Lock _lock = new();

    CliProcess(Process process)
    {
        _process = process;
        _out = process.StandardOutput.ReadToEndAsync();
        _error = ReadError(process.StandardError);
    }

    /// <summary>Root of the repository.</summary>
    internal static string Root { get; } = FindRoot();

    /// <summary>Starts the program with no locale set.</summary>
    internal static CliProcess Start(string folder, params string[] arguments) => Start(folder, "", arguments);

    /// <summary>Starts the program under a locale, with environment variables set.</summary>
    internal static CliProcess Start(string folder, string locale, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.ArgumentList.Add(Program());
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Remove("LC_ALL");
        start.Environment.Remove("LC_MESSAGES");
        start.Environment["LANG"] = locale;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new CliProcess(Process.Start(start)!);
    }

    /// <summary>Runs to the end, at most five minutes.</summary>
    internal static async Task<CliResult> Run(string folder, params string[] arguments)
    {
        using var running = Start(folder, arguments);
        return await running.Finish();
    }

    /// <summary>Waits for the end, at most five minutes.</summary>
    internal async Task<CliResult> Finish()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(5));
        await _process.WaitForExitAsync(limit.Token);
        await _error;
        return new CliResult(_process.ExitCode, await _out, _errorText.ToString());
    }

    /// <summary>Waits until standard error holds the words, at most a minute.</summary>
    internal async Task ErrorShows(string words)
    {
        for (var tries = 0; tries < 1200; tries++)
        {
            lock (_lock)
            {
                if (_errorText.ToString().Contains(words, StringComparison.Ordinal))
                {
                    return;
                }
            }

            Assert.False(_process.HasExited, _errorText.ToString());
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"standard error does not say '{words}'");
    }

    /// <summary>Sends a signal: 2 = SIGINT, 9 = SIGKILL; a process that has ended by itself is no failure.</summary>
    internal void Signal(int signal) => Assert.True(Kill(_process.Id, signal) == 0 || _process.WaitForExit(1000));

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    async Task ReadError(StreamReader reader)
    {
        var buffer = new char[4096];
        for (var read = 1; read > 0;)
        {
            read = await reader.ReadAsync(buffer, CancellationToken.None);
            lock (_lock)
            {
                _errorText.Append(buffer, 0, read);
            }
        }
    }

    static string Program()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(own.Parent!.Parent!.FullName, "Suandian.Cli", own.Name, "Suandian.Cli.dll");
        Assert.True(File.Exists(program), $"{program} is missing; build the solution first");
        return program;
    }

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Suandian.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("the tests do not lie inside the repository");
        }

        return folder.FullName;
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    static extern int Kill(int process, int signal);
}

/// <summary>How the program ended.</summary>
/// <param name="Code">Exit code.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
sealed record CliResult(int Code, string Out, string Error);
