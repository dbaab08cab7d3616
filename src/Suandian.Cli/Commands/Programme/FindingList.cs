using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Spectre.Console;
using Suandian.Operations.Programme.Checking;
using Suandian.Operations.Programme.Documents.Targets;

namespace Suandian.Cli.Commands.Programme;

/// <summary>Findings of a document, for people and for machines.</summary>
static class FindingList
{
    /// <summary>Most further lines that are named behind a finding.</summary>
    const int MostLines = 8;

    /// <summary>Lines are left to the terminal to break: there are few blanks in Chinese to break at.</summary>
    const int NoWidth = 10_000;

    /// <summary>Prints the findings and how many there are of each severity.</summary>
    internal static void Print(Terminal terminal, string file, ImmutableArray<Finding> findings)
    {
        foreach (var finding in findings)
        {
            if (terminal.AnswersAreOnScreen)
            {
                Draw(terminal, finding);
            }
            else
            {
                terminal.Say($"{file}:{finding.Places[0].Line}: {Grade(terminal, finding)} {finding.Rule.Id}: {finding.Message.In(terminal.Language)}"
                    + $"{Others(terminal, finding)} — {finding.Suggestion.In(terminal.Language)}");
            }
        }

        int Of(FindingSeverity severity) => findings.Count(finding => finding.Rule.Severity == severity);
        terminal.Say(terminal.Words("cli.programme.findings", ("high", Of(FindingSeverity.High)), ("medium", Of(FindingSeverity.Medium)),
            ("low", Of(FindingSeverity.Low)), ("holds", Of(FindingSeverity.Holds))));
    }

    /// <summary>A finding as JSON.</summary>
    internal static JsonNode Node(Finding finding) => new JsonObject
    {
        ["id"] = finding.Rule.Id,
        ["rule"] = finding.Rule.Name,
        ["severity"] = DraftTable.NameOf(finding.Rule.Severity),
        ["title"] = Terminal.Node(finding.Rule.Title),
        ["message"] = Terminal.Node(finding.Message),
        ["suggestion"] = Terminal.Node(finding.Suggestion),
        ["places"] = new JsonArray([.. finding.Places.Select(DraftRows.Node)]),
    };

    static void Draw(Terminal terminal, Finding finding)
    {
        var colour = finding.Rule.Severity switch
        {
            FindingSeverity.High => "red",
            FindingSeverity.Medium => "yellow",
            FindingSeverity.Low => "blue",
            _ => "green",
        };
        var draw = Terminal.Draw(terminal.Answers);
        draw.Profile.Width = NoWidth;
        var place = terminal.Words("cli.programme.line", ("line", finding.Places[0].Line));
        draw.MarkupLine($"[{colour}]{finding.Rule.Id} {Markup.Escape(Grade(terminal, finding))}[/] {Markup.Escape(place)}  {Markup.Escape(finding.Message.In(terminal.Language) + Others(terminal, finding))}");
        draw.MarkupLine($"    [dim]→ {Markup.Escape(finding.Suggestion.In(terminal.Language))}[/]");
    }

    static string Grade(Terminal terminal, Finding finding) => terminal.Words("cli.programme.severity." + DraftTable.NameOf(finding.Rule.Severity));

    static string Others(Terminal terminal, Finding finding)
    {
        var lines = finding.Places.Select(place => place.Line).Distinct().Where(line => line != finding.Places[0].Line).ToArray();
        return lines.Length == 0 ? "" : terminal.Words("cli.programme.other_lines",
            ("lines", string.Join(terminal.Language == Language.Zh ? "、" : ", ", lines.Take(MostLines)) + (lines.Length > MostLines ? "…" : "")));
    }
}
