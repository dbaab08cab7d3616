namespace Suandian.Cli.Commands.Plans;

/// <summary>The place of a report, tried before the long work begins.</summary>
static class ReportPlace
{
    /// <summary>Makes the folder above the report and tries to write beside it.</summary>
    /// <exception cref="IOException">The place cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not write there.</exception>
    internal static void Prepare(string report)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(report));
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var trial = $"{full}.part-trial-{Environment.ProcessId}";
        Directory.CreateDirectory(trial);
        Directory.Delete(trial);
        if (File.Exists(full))
        {
            throw new IOException(full);
        }
    }
}
