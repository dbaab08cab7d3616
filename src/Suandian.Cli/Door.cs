using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Suandian.Cli.Commands.Cases;
using Suandian.Texts;

namespace Suandian.Cli;

/// <summary>What every command is handed: where it speaks, how it is stopped.</summary>
/// <param name="Terminal">Streams and language.</param>
/// <param name="Interruption">Ctrl-C, and what is kept after it.</param>
sealed record Door(Terminal Terminal, Interruption Interruption)
{
    /// <summary>Clock of the run, for elapsed times and time limits only.</summary>
    internal TimeProvider Clock { get; } = TimeProvider.System;

    /// <summary>What each argument and option means, in both languages.</summary>
    internal Dictionary<Symbol, Text> Meanings { get; } = [];

    /// <summary>The numbers that an option takes, where it takes a range of them.</summary>
    internal Dictionary<Symbol, NumberRange> Ranges { get; } = [];

    /// <summary>A required argument, described in the user's language.</summary>
    internal Argument<string> Argument(string name, string key)
    {
        var argument = Described(new Argument<string>(name), key);
        Refuse(argument, string.IsNullOrWhiteSpace, "cli.usage.empty_argument");
        return argument;
    }

    /// <summary>An argument that may be left out, described in the user's language.</summary>
    internal Argument<string?> Optional(string name, string key, Func<string, bool> isWrong)
    {
        var argument = Described(new Argument<string?>(name) { Arity = ArgumentArity.ZeroOrOne }, key);
        argument.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && isWrong(result.Tokens[0].Value))
            {
                result.AddError("cli.usage.bad_argument");
            }
        });
        return argument;
    }

    /// <summary>Arguments at the end of a line, as many as there are, described in the user's language.</summary>
    internal Argument<string[]> Arguments(string name, string key, Func<string, bool> isWrong)
    {
        var arguments = Described(new Argument<string[]>(name) { Arity = ArgumentArity.ZeroOrMore }, key);
        arguments.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => isWrong(token.Value)))
            {
                result.AddError("cli.usage.bad_argument");
            }
        });
        return arguments;
    }

    /// <summary>Refuses a value of an argument as wrong usage.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="isWrong">True for a value that is refused.</param>
    /// <param name="why">Key of the sentence, with the places argument and value.</param>
    internal static void Refuse(Argument<string> argument, Func<string, bool> isWrong, string why) => argument.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && isWrong(result.Tokens[0].Value))
        {
            result.AddError(why);
        }
    });

    /// <summary>The argument that names a case folder, completed with the case folders nearby.</summary>
    internal Argument<string> CaseArgument(string key = "cli.argument.case")
    {
        var argument = Argument("case", key);
        argument.CompletionSources.Add(context => CaseFolders.Near(context.WordToComplete));
        return argument;
    }

    /// <summary>An option with a value, described in the user's language.</summary>
    internal Option<T> Option<T>(string name, string helpName, string key) =>
        Described(new Option<T>(name) { HelpName = helpName }, key);

    /// <summary>An option with a value; one that is not good is wrong usage.</summary>
    internal Option<T> Option<T>(string name, string helpName, string key, Predicate<T> isGood)
    {
        var option = Option<T>(name, helpName, key);
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(IsRead<T>(result, out var value) && isGood(value)))
            {
                result.AddError("cli.usage.bad_value");
            }
        });
        return option;
    }

    /// <summary>An option with a number of a range; another one, or no number, is wrong usage and the range is told.</summary>
    internal Option<T> Option<T>(string name, string helpName, string key, NumberRange range)
    {
        var option = Option<T>(name, helpName, key, value => range.Holds(Convert.ToDouble(value, CultureInfo.InvariantCulture)));
        Ranges.Add(option, range);
        return option;
    }

    /// <summary>The option that names a new folder for an answer; a folder that is taken is wrong usage.</summary>
    /// <param name="helpName">What the help calls it.</param>
    /// <param name="key">Key of its meaning.</param>
    internal Option<string?> NewFolderOption(string helpName = "DIR", string key = "cli.option.out_answer")
    {
        var output = Option<string?>("--out", helpName, key);
        output.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !NewFolder.IsFree(result.Tokens[0].Value))
            {
                result.AddError("cli.usage.option_taken");
            }
        });
        return output;
    }

    /// <summary>An option without a value.</summary>
    internal Option<bool> Flag(string name, string key) => Described(new Option<bool>(name), key);

    /// <summary>True where the value of an option is of its type; the parser itself throws where it is not.</summary>
    static bool IsRead<T>(OptionResult result, [NotNullWhen(true)] out T? value)
    {
        try
        {
            value = result.GetValueOrDefault<T>();
            return value is not null;
        }
        catch (InvalidOperationException)
        {
            value = default;
            return false;
        }
    }

    T Described<T>(T symbol, string key)
        where T : Symbol
    {
        var meaning = Phrases.Of(key);
        Meanings.Add(symbol, meaning);
        symbol.Description = meaning.In(Terminal.Language);
        return symbol;
    }
}
