using System.Globalization;
using System.Text.Json.Nodes;
using Spectre.Console;
using Suandian.Cases;

namespace Suandian.Cli;

/// <summary>Problems of the user's data, for people and for machines.</summary>
static class ProblemList
{
    /// <summary>Most problems of one code in one column of a file that are told one by one.</summary>
    const int MostAlike = 20;

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
                Lines(terminal, [.. file]);
            }
        }

        var errors = problems.Count(p => p.Severity == Severity.Error);
        var warnings = problems.Count - errors;
        terminal.Say(terminal.Words("cli.problems.count", ("errors", errors), ("warnings", warnings)));
    }

    /// <summary>Every problem on a line; of many alike the first ones and how many more.</summary>
    static void Lines(Terminal terminal, IReadOnlyList<Problem> problems)
    {
        foreach (var (problem, more) in Told(problems))
        {
            terminal.Say(more == 0 ? Line(terminal, problem) : terminal.Words("cli.problems.more_line",
                ("file", problem.File), ("grade", Grade(terminal, problem)), ("code", problem.Code),
                ("cell", problem.Column is null ? "" : " " + problem.Column), ("more", terminal.Words("cli.problems.more", ("more", more)))));
        }
    }

    /// <summary>The problems to tell one by one, and in place of the rest of a kind how many they are, as a year has 8760 rows.</summary>
    static IEnumerable<(Problem Problem, int More)> Told(IReadOnlyList<Problem> problems)
    {
        var alike = problems.GroupBy(Kind).ToDictionary(group => group.Key, group => group.Count());
        var seen = new Dictionary<(string, string?), int>();
        foreach (var problem in problems)
        {
            var all = alike[Kind(problem)];
            var number = seen[Kind(problem)] = seen.GetValueOrDefault(Kind(problem)) + 1;
            if (number <= MostAlike || all == MostAlike + 1)
            {
                yield return (problem, 0);
            }
            else if (number == all)
            {
                yield return (problem, all - MostAlike);
            }
        }
    }

    static (string Code, string? Column) Kind(Problem problem) => (problem.Code, problem.Column);

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
        var value = problem.Value is null || (problem.Column is null && problem.Value == problem.File) ? "" : $" = '{problem.Value}'";
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

        foreach (var (problem, more) in Told(problems))
        {
            if (more > 0)
            {
                table.AddRow(problem.Code, problem.Column ?? "", "", Markup.Escape(terminal.Words("cli.problems.more", ("more", more))), "");
                continue;
            }

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
