using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text;
using Suandian.Texts;

namespace Suandian.Cli;

/// <summary>The page of --help, in the user's language.</summary>
sealed class HelpPage(Terminal terminal) : SynchronousCommandLineAction
{
    /// <summary>Help is shown even where required arguments are missing.</summary>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        terminal.Say(Write(parseResult.CommandResult.Command).TrimEnd());
        return (int)ExitCode.Done;
    }

    /// <summary>Name of a command with its parents, such as <c>suandian import xlsx</c>.</summary>
    internal static string Path(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{Path(parent)} {command.Name}" : "suandian";

    /// <summary>The page of a command.</summary>
    internal string Write(Command command)
    {
        var page = new StringBuilder();
        page.Append(command.Description).Append("\n\n");
        Section(page, "cli.help.usage", [("", Usage(command))]);
        Section(page, "cli.help.arguments", command.Arguments.Select(a => ($"<{a.Name}>", a.Description ?? "")));
        Section(page, "cli.help.commands", command.Subcommands.Where(c => !c.Hidden)
            .Select(c => (string.Join(' ', c.Arguments.Select(a => $"<{a.Name}>").Prepend(c.Name)), c.Description ?? "")));
        Section(page, "cli.help.options", command.Options.Where(o => !IsGlobal(o) && !o.Hidden).Select(Row));
        Section(page, "cli.help.global_options", Globals(command).Select(Row));
        var examples = "cli.example." + string.Join('-', Path(command).Split(' ').Skip(1));
        if (Phrases.Keys.Contains(examples))
        {
            Section(page, "cli.help.examples", terminal.Words(examples).Split('\n').Select(line => ("", line)));
        }

        if (command is RootCommand)
        {
            page.Append(terminal.Words("cli.help.exit_codes")).Append('\n');
        }

        return page.ToString();
    }

    static string Usage(Command command)
    {
        var words = command.Arguments.Select(a => $"<{a.Name}>").Prepend(Path(command)).ToList();
        if (command.Subcommands.Count > 0)
        {
            words.Add("<command>");
        }

        words.Add("[options]");
        return string.Join(' ', words);
    }

    static bool IsGlobal(Option option) => option.Recursive || option is VersionOption or HelpOption;

    static IEnumerable<Option> Globals(Command command)
    {
        var root = command;
        while (root.Parents.OfType<Command>().FirstOrDefault() is { } parent)
        {
            root = parent;
        }

        return root.Options.Where(IsGlobal).Where(o => command is RootCommand || o is not VersionOption);
    }

    static (string Name, string Meaning) Row(Option option)
    {
        var names = option.Aliases.Where(a => a.StartsWith('-') && a != "-?").Prepend(option.Name).Distinct();
        var value = option.HelpName is null ? "" : $" {option.HelpName}";
        return (string.Join(", ", names) + value, option.Description ?? "");
    }

    void Section(StringBuilder page, string title, IEnumerable<(string Name, string Meaning)> rows)
    {
        var list = rows.ToList();
        if (list.Count == 0)
        {
            return;
        }

        page.Append(terminal.Words(title)).Append('\n');
        var width = list.Max(row => row.Name.Length);
        foreach (var (name, meaning) in list)
        {
            page.Append("  ").Append(width == 0 ? meaning : $"{name.PadRight(width)}  {meaning}".TrimEnd()).Append('\n');
        }

        page.Append('\n');
    }
}
