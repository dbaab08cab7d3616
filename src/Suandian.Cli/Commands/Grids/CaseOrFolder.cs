using System.CommandLine;

namespace Suandian.Cli.Commands.Grids;

/// <summary>A result that is written as one case of MATPOWER where its name ends in .m, else as a folder with a page, tables and the case.</summary>
static class CaseOrFolder
{
    /// <summary>The option; a place that is taken is wrong usage.</summary>
    internal static Option<string?> Option(Door door, string key)
    {
        var option = door.Option<string?>("--out", "DIR|FILE.m", key);
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.Tokens[0].Value is var path && (IsCase(path) ? File.Exists(path) || Directory.Exists(path) || File.Exists(HoursBeside(path)) : !NewFolder.IsFree(path)))
            {
                result.AddError("cli.usage.option_taken");
            }
        });
        return option;
    }

    /// <summary>True where a path names a case.</summary>
    internal static bool IsCase(string path) => path.EndsWith(".m", StringComparison.OrdinalIgnoreCase);

    /// <summary>The hourly table beside a case: best.m, best.hours.csv.</summary>
    internal static string HoursBeside(string path) => Path.ChangeExtension(path, ".hours.csv");
}
