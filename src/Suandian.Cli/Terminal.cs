using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;
using Suandian.Texts;

namespace Suandian.Cli;

/// <summary>The two streams the program speaks on: answers on one, everything else on the other.</summary>
sealed class Terminal
{
    static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    readonly TextWriter _out;
    readonly TextWriter _error;

    internal Terminal(Language language, bool json, bool quiet)
    {
        Language = language;
        Json = json;
        Quiet = quiet;
        Console.OutputEncoding = new UTF8Encoding(false);
        (_out, _error) = (Console.Out, Console.Error);
        ErrorIsScreen = !Console.IsErrorRedirected;
        AnswersAreOnScreen = json ? ErrorIsScreen : !Console.IsOutputRedirected;
    }

    /// <summary>Language of every sentence printed.</summary>
    internal Language Language { get; }

    /// <summary>Standard output carries exactly one JSON document.</summary>
    internal bool Json { get; }

    /// <summary>No progress and no remarks; answers, problems and failures are still printed.</summary>
    internal bool Quiet { get; }

    /// <summary>Standard error is a screen that can be rewritten.</summary>
    internal bool ErrorIsScreen { get; }

    /// <summary>Where people read answers: standard output, or standard error beside a JSON document.</summary>
    internal TextWriter Answers => Json ? _error : _out;

    /// <summary>Standard error.</summary>
    internal TextWriter Errors => _error;

    /// <summary>Answers are read on a screen, not in a pipe or file.</summary>
    internal bool AnswersAreOnScreen { get; }

    /// <summary>The sentence of a key in the user's language.</summary>
    internal string Words(string key, params ReadOnlySpan<(string Name, object? Value)> places) =>
        Phrases.Of(key, places).In(Language);

    /// <summary>Lines that another process writes to this one; ends when it closes its side.</summary>
    internal static TextReader Orders => Console.In;

    /// <summary>Prints a line of the answer.</summary>
    internal void Say(string line) => Answers.WriteLine(line);

    /// <summary>Prints a remark on standard error unless the user wants quiet.</summary>
    internal void Remark(string line)
    {
        if (!Quiet)
        {
            _error.WriteLine(line);
        }
    }

    /// <summary>Prints a failure on standard error.</summary>
    internal void Complain(string line) => _error.WriteLine(line);

    /// <summary>Prints the one document of --json.</summary>
    internal void Document(JsonObject document)
    {
        if (Json)
        {
            _out.WriteLine(document.ToJsonString(Written));
        }
    }

    /// <summary>A Spectre console on the stream that carries answers (tables) or remarks (progress).</summary>
    internal static IAnsiConsole Draw(TextWriter writer) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });

    /// <summary>Text in both languages as JSON.</summary>
    internal static JsonObject Node(Text text) => new() { ["zh"] = text.Zh, ["en"] = text.En };
}
