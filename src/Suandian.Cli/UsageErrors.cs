using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json.Nodes;
using Suandian.Texts;

namespace Suandian.Cli;

/// <summary>Says what is wrong with a command line, in both languages, with what may have been meant.</summary>
static class UsageErrors
{
    /// <summary>All that is wrong with the command line.</summary>
    internal static IReadOnlyList<Text> Of(Door door, ParseResult parsed)
    {
        var errors = new List<Text>();
        var afterUnknownOption = false;
        var isGroup = parsed.CommandResult.Command.Subcommands.Count > 0;
        foreach (var token in parsed.UnmatchedTokens)
        {
            if (token.StartsWith('-') || !afterUnknownOption)
            {
                errors.Add(Unknown(parsed.CommandResult.Command, token));
            }

            if (isGroup && !token.StartsWith('-'))
            {
                break; // what follows a misspelt command belongs to it
            }

            afterUnknownOption = token.StartsWith('-');
        }

        foreach (var error in parsed.Errors)
        {
            if (error.SymbolResult is OptionResult option)
            {
                errors.Add(OfOption(door, option, error.Message));
            }
            else if (error.SymbolResult is ArgumentResult argument)
            {
                errors.Add(OfArgument(door, argument, error.Message));
            }
        }

        errors.AddRange(parsed.Errors.Where(e => e.SymbolResult is CommandResult && e.Message.StartsWith("cli.", StringComparison.Ordinal))
            .Select(e => Phrases.Of(e.Message)));
        return errors.Count > 0 ? [.. errors.Distinct()] : [Phrases.Of("cli.usage.no_command")];
    }

    /// <summary>Prints the errors and the way to help.</summary>
    internal static ExitCode Print(Door door, ParseResult parsed) => Print(door, parsed, Of(door, parsed));

    /// <summary>Prints a rule between options that is broken; asked when each option alone is good, as an error of the command would hide those of its options.</summary>
    internal static Task<int> Broken(Door door, ParseResult parsed, string rule) => Task.FromResult((int)Print(door, parsed, [Phrases.Of(rule)]));

    static ExitCode Print(Door door, ParseResult parsed, IReadOnlyCollection<Text> errors)
    {
        var terminal = door.Terminal;
        foreach (var error in errors)
        {
            terminal.Complain($"suandian: {error.In(terminal.Language)}");
        }

        terminal.Complain(terminal.Words("cli.usage.see_help", ("command", HelpPage.Path(parsed.CommandResult.Command))));
        terminal.Document(new JsonObject
        {
            ["command"] = HelpPage.Path(parsed.CommandResult.Command),
            ["status"] = "usage",
            ["exit_code"] = (int)ExitCode.Usage,
            ["errors"] = new JsonArray([.. errors.Select(Terminal.Node)]),
        });
        return ExitCode.Usage;
    }

    static Text OfArgument(Door door, ArgumentResult argument, string message)
    {
        if (argument.Tokens.Count == 0)
        {
            return Phrases.Of("cli.usage.missing_argument", ("argument", argument.Argument.Name));
        }

        var key = message.StartsWith("cli.", StringComparison.Ordinal) ? message : "cli.usage.bad_argument";
        return Phrases.Of(key, ("argument", argument.Argument.Name), ("value", string.Join(' ', argument.Tokens.Select(t => t.Value))),
            ("expected", door.Meanings.GetValueOrDefault(argument.Argument)));
    }

    static Text OfOption(Door door, OptionResult option, string message)
    {
        var key = message.StartsWith("cli.", StringComparison.Ordinal) ? message
            : option.Tokens.Count == 0 ? "cli.usage.missing_value" : "cli.usage.bad_value";
        var isNumber = key == "cli.usage.bad_value" && door.Ranges.ContainsKey(option.Option);
        return Phrases.Of(isNumber ? "cli.usage.bad_number" : key, ("option", option.Option.Name), ("value", string.Join(' ', option.Tokens.Select(t => t.Value))),
            ("range", isNumber ? door.Ranges[option.Option].Words : null), ("expected", door.Meanings.GetValueOrDefault(option.Option)));
    }

    static Text Unknown(Command command, string token)
    {
        var isOption = token.StartsWith('-');
        var known = isOption
            ? Ancestry(command).SelectMany(c => c.Options.Where(o => c == command || o.Recursive)).Select(o => o.Name)
            : command.Subcommands.Select(c => c.Name);
        var nearest = known.Select(name => (Name: name, Edits: Edits(token.Split('=')[0], name)))
            .Where(candidate => candidate.Edits <= Math.Max(2, candidate.Name.Length / 3))
            .OrderBy(candidate => candidate.Edits).ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name).FirstOrDefault();
        var kind = isOption ? "option" : command.Subcommands.Count > 0 ? "command" : "argument";
        return nearest is null
            ? Phrases.Of($"cli.usage.unknown_{kind}", ("token", token))
            : Phrases.Of($"cli.usage.unknown_{kind}_near", ("token", token), ("nearest", nearest));
    }

    static IEnumerable<Command> Ancestry(Command command)
    {
        for (Symbol? symbol = command; symbol is Command found; symbol = symbol.Parents.FirstOrDefault())
        {
            yield return found;
        }
    }

    /// <summary>Least number of letters added, dropped or changed between two words (Levenshtein 1966).</summary>
    static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var changed = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
