namespace Suandian.Scenarios;

/// <summary>The county case, studied once for all tests that look at its report.</summary>
public sealed class CountyReport : IAsyncLifetime
{
    readonly Scratch _scratch = new();

    internal CliResult Study { get; private set; } = null!;

    internal CliResult Report { get; private set; } = null!;

    /// <summary>The page.</summary>
    internal string Page => _scratch["reports/yiwu/index.html"];

    /// <summary>A file beside the report.</summary>
    internal string Beside(string name) => _scratch[name];

    public async ValueTask InitializeAsync()
    {
        var county = Path.Combine(CliProcess.Root, "cases", "yiwu");
        Study = await CliProcess.Run(_scratch.Folder, "study", county, "--lang", "zh");
        Report = await CliProcess.Run(_scratch.Folder, "report", "reports/yiwu", "--lang", "en");
    }

    public ValueTask DisposeAsync()
    {
        _scratch.Dispose();
        return ValueTask.CompletedTask;
    }
}
