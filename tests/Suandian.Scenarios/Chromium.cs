using System.Diagnostics;

namespace Suandian.Scenarios;

/// <summary>A headless browser without network.</summary>
static class Chromium
{
    /// <summary>Runs the browser on a page; returns what it wrote to both streams.</summary>
    internal static async Task<(string Out, string Error)> Run(string profile, string url, params string[] flags)
    {
        var start = new ProcessStartInfo(Program()) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] fixedFlags =
        [
            "--headless", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
            "--hide-scrollbars", "--force-device-scale-factor=1", "--allow-file-access-from-files", "--enable-logging=stderr",
            "--proxy-server=127.0.0.1:9", "--virtual-time-budget=15000", $"--user-data-dir={profile}",
        ];
        foreach (var flag in fixedFlags.Concat(Environment.IsPrivilegedProcess ? ["--no-sandbox"] : []).Concat(flags).Append(url))
        {
            start.ArgumentList.Add(flag);
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(limit.Token);
        return (await output, await error);
    }

    static string Program()
    {
        string[] names = ["chromium", "google-chrome", "chromium-browser"];
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(_ => names, (folder, name) => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        return found ?? throw new InvalidOperationException("no Chromium; ./test installs it");
    }
}
