using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Suandian.Cases;
using Suandian.Cli.Commands.Plans;
using Suandian.Texts;

namespace Suandian.Cli;

/// <summary>The case a command works on, and its problems as an answer.</summary>
static class CaseInput
{
    /// <summary>Reads a case folder or workbook.</summary>
    internal static CaseReading Read(string path) => IsWorkbook(path) ? Workbook.Read(path) : CaseFolder.Read(path);

    /// <summary>A reading for a command that knows no imported network: one is a problem then.</summary>
    internal static CaseReading OfOurOwn(CaseReading reading) =>
        reading.Case?.Imported is null ? reading : Refusing(reading, ProblemCode.PypsaPlanOnly, "pypsa");

    /// <summary>A reading for a plan on other hours: an imported network has its own.</summary>
    internal static CaseReading OnHours(CaseReading reading, string? hours) =>
        hours is null || reading.Case?.Imported is null ? reading : Refusing(reading, ProblemCode.PypsaHours, "case.yaml");

    static CaseReading Refusing(CaseReading reading, string code, string place) => reading with
    {
        Case = null,
        Problems = [.. reading.Problems, new Problem(code, Severity.Error, place, null, null, null,
            Phrases.Of($"check.{code}.expected"), Phrases.Of($"check.{code}.remedy"))],
    };

    /// <summary>True where the path names a workbook.</summary>
    internal static bool IsWorkbook(string path) => path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);

    /// <summary>The answer of a command that made a case: where it is and what comes next.</summary>
    internal static ExitCode Made(Door door, string command, string path, ImmutableArray<Problem> problems, string next = "cli.new.done")
    {
        var name = path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;
        door.Terminal.Say(door.Terminal.Words(next, ("folder", name)));
        var document = Document(command, ExitCode.Done, problems);
        document["path"] = path;
        door.Terminal.Document(document);
        return ExitCode.Done;
    }

    /// <summary>The answer where the data have errors: every problem, one document, exit code 1.</summary>
    internal static ExitCode Refuse(Door door, string command, ImmutableArray<Problem> problems)
    {
        ProblemList.Print(door.Terminal, problems);
        door.Terminal.Document(Document(command, ExitCode.Problems, problems));
        return ExitCode.Problems;
    }

    /// <summary>Prints the warnings of a case that is used all the same.</summary>
    internal static void Warn(Terminal terminal, ImmutableArray<Problem> problems)
    {
        foreach (var problem in terminal.Quiet ? [] : problems)
        {
            terminal.Remark(ProblemList.Line(terminal, problem));
        }
    }

    /// <summary>A document with problems.</summary>
    internal static JsonObject Document(string command, ExitCode code, ImmutableArray<Problem> problems) => new()
    {
        ["command"] = command,
        ["status"] = code == ExitCode.Done ? "done" : "problems",
        ["exit_code"] = (int)code,
        ["errors"] = problems.Count(p => p.Severity == Severity.Error),
        ["warnings"] = problems.Count(p => p.Severity == Severity.Warning),
        ["problems"] = ProblemList.Nodes(problems),
    };

    /// <summary>The case on other hours, as asked for by --hours; the case itself where nothing is asked.</summary>
    /// <param name="data">The case.</param>
    /// <param name="hours">year, weeks, or week numbers.</param>
    internal static Case On(Case data, string? hours)
    {
        var settings = data.Settings;
        return hours switch
        {
            null => data,
            "year" => data with { Settings = settings with { Hours = HourSelection.Year } },
            "weeks" => data with { Settings = settings with { Hours = HourSelection.Weeks } },
            _ => data with
            {
                Settings = settings with { Hours = HourSelection.Weeks, Weeks = [.. PlanningFlags.Weeks(hours)!] },
            },
        };
    }
}
