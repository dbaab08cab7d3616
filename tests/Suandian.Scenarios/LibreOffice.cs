using System.Diagnostics;

namespace Suandian.Scenarios;

/// <summary>LibreOffice and poppler, which turn documents into PDF and PDF into text.</summary>
static class LibreOffice
{
    /// <summary>The lines of each page of a document, as they are printed.</summary>
    internal static async Task<string[][]> Pages(string document, string folder)
    {
        var pdf = await Convert(document, "pdf", folder);
        var text = await Run("pdftotext", "-layout", "-enc", "UTF-8", pdf, "-");
        return [.. text.TrimEnd('\f', '\n').Split('\f').Select(page => page.Split('\n'))];
    }

    /// <summary>A document in another format, in a folder.</summary>
    internal static async Task<string> Convert(string document, string format, string folder)
    {
        var profile = Path.Combine(Path.GetFullPath(folder), "office-profile"); // of its own, so that calls side by side do not meet
        await Run("soffice", "--headless", $"-env:UserInstallation=file://{profile}", "--convert-to", format, "--outdir", folder, document);
        var made = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(document)}.{format}");
        Assert.True(File.Exists(made), $"{made} was not made");
        return made;
    }

    static async Task<string> Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(3));
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        await process.WaitForExitAsync(limit.Token);
        Assert.True(process.ExitCode == 0, $"{program}: {await error}");
        return await output;
    }

    /// <summary>Fails where a program is missing: a test that could not look has shown nothing.</summary>
    internal static void Require() =>
        Assert.True(Has("lowriter") && Has("localc") && Has("pdftotext"), "needs LibreOffice Writer and Calc and poppler-utils; ./test installs them");

    static bool Has(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
