using System.CommandLine;

namespace Suandian.Cli;

/// <summary>Options every command understands.</summary>
sealed class GlobalOptions
{
    internal GlobalOptions(Door door)
    {
        Json = door.Flag("--json", "cli.option.json");
        Lang = door.Option<string?>("--lang", "zh|en", "cli.option.lang");
        Lang.AcceptOnlyFromAmong("zh", "en");
        Quiet = door.Flag("--quiet", "cli.option.quiet");
        Quiet.Aliases.Add("-q");
        foreach (var option in All)
        {
            option.Recursive = true;
        }
    }

    internal Option<bool> Json { get; }

    internal Option<string?> Lang { get; }

    internal Option<bool> Quiet { get; }

    internal IEnumerable<Option> All => [Json, Lang, Quiet];
}
