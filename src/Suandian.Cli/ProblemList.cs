using System.Globalization;
using System.Text.Json.Nodes;
using Spectre.Console;
using Suandian.Cases;

namespace Suandian.Cli;

/// <summary>Problems of the user's data, for people and for machines.</summary>
static class ProblemList
{
    /// <summary>Prints all problems: a table per file on a screen, one line each (file:row: …) elsewhere.</summary>
    internal static void Print(Terminal terminal, IReadOnlyList<Problem> problems)
    {
        foreach (var file in problems.GroupBy(p => p.File, StringComparer.Ordinal))
        {
            if (terminal.AnswersAreOnScreen)
            {
                Table(terminal, file.Key, [.. file]);
            }
            else
            {
                foreach (var problem in file)
                {
                    terminal.Say(Line(terminal, problem));
                }
            }
        }

        var errors = problems.Count(p => p.Severity == Severity.Error);
        terminal.Say(terminal.Words("cli.problems.count", ("errors", errors), ("warnings", problems.Count - errors)));
    }

    /// <summary>The problems as JSON.</summary>
    internal static JsonArray Nodes(IEnumerable<Problem> problems) => new([.. problems.Select(problem => (JsonNode)new JsonObject
    {
        ["code"] = problem.Code,
        ["severity"] = problem.Severity == Severity.Error ? "error" : "warning",
        ["file"] = problem.File,
        ["row"] = problem.Row,
        ["column"] = problem.Column,
        ["value"] = problem.Value,
        ["expected"] = Terminal.Node(problem.Expected),
        ["remedy"] = Terminal.Node(problem.Remedy),
    })]);

    /// <summary>A problem on one line, as compilers write it: file:row: severity code column = value: expected, remedy.</summary>
    internal static string Line(Terminal terminal, Problem problem)
    {
        var row = problem.Row is { } number ? $":{number.ToString(CultureInfo.InvariantCulture)}" : "";
        var cell = problem.Column is null ? "" : $" {problem.Column}";
        var value = problem.Value is null ? "" : $" = '{problem.Value}'";
        return terminal.Words("cli.problems.line", ("place", problem.File + row), ("grade", Grade(terminal, problem)),
            ("code", problem.Code), ("cell", cell + value), ("expected", problem.Expected), ("remedy", problem.Remedy));
    }

    static string Grade(Terminal terminal, Problem problem) => terminal.Words(
        problem.Severity == Severity.Error ? "cli.problems.error" : "cli.problems.warning");

    static void Table(Terminal terminal, string file, IReadOnlyList<Problem> problems)
    {
        var table = new Table().Border(TableBorder.Rounded).Title(Markup.Escape($"{file} ({problems.Count})"));
        foreach (var heading in (string[])["code", "place", "value", "expected", "remedy"])
        {
            table.AddColumn(new TableColumn(Markup.Escape(terminal.Words("cli.problems." + heading))));
        }

        foreach (var problem in problems)
        {
            var colour = problem.Severity == Severity.Error ? "red" : "yellow";
            var place = string.Join(' ', new[] { problem.Row?.ToString(CultureInfo.InvariantCulture), problem.Column }
                .Where(part => part is not null));
            table.AddRow($"[{colour}]{Markup.Escape(problem.Code)}[/]", Markup.Escape(place),
                Markup.Escape(problem.Value ?? ""), Markup.Escape(problem.Expected.In(terminal.Language)),
                Markup.Escape(problem.Remedy.In(terminal.Language)));
        }

        Terminal.Draw(terminal.Answers).Write(table);
    }
}
