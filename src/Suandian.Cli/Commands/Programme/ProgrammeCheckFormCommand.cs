using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using Suandian.Operations.Programme.Checking;
using Suandian.Operations.Programme.Checking.Forms;
using Suandian.Operations.Programme.Documents.Targets;

namespace Suandian.Cli.Commands.Programme;

/// <summary><c>programme check-form</c>: arithmetic and logic of a filled performance form.</summary>
static class ProgrammeCheckFormCommand
{
    const string Name = "suandian programme check-form";

    internal static Command Create(Door door)
    {
        var file = door.Argument("file", "cli.argument.form");
        var points = door.Option<decimal?>("--most-points", "N", "cli.option.most_points", n => n is > 0 and <= 100);
        var command = new Command("check-form", door.Terminal.Words("cli.programme.check_form")) { file, points };
        command.SetAction(parsed => (int)Run(door, parsed.GetRequiredValue(file), parsed.GetValue(points)));
        return command;
    }

    static ExitCode Run(Door door, string path, decimal? mostPoints)
    {
        var terminal = door.Terminal;
        var reading = FormReader.Read(path);
        if (reading.Form is not { } form)
        {
            return CaseInput.Refuse(door, Name, reading.Problems);
        }

        var settings = new FormSettings();
        var findings = FormChecker.Check(form, mostPoints is { } most ? settings with { MostPoints = most } : settings);
        Print(terminal, form, findings);
        var code = findings.Any(finding => finding.Rule.Severity is FindingSeverity.High or FindingSeverity.Medium) ? ExitCode.Problems : ExitCode.Done;
        var document = CaseInput.Document(Name, code, []);
        document["form"] = new JsonObject { ["name"] = form.Name, ["money_rows"] = form.Money.Length, ["indicators"] = form.Indicators.Length };
        document["findings"] = new JsonArray([.. findings.Select(Node)]);
        terminal.Document(document);
        return code;
    }

    static void Print(Terminal terminal, FilledForm form, ImmutableArray<FormFinding> findings)
    {
        foreach (var finding in findings)
        {
            terminal.Say($"{form.Name}:{finding.Cells[0].Address}: {terminal.Words("cli.programme.severity." + DraftTable.NameOf(finding.Rule.Severity))} "
                + $"{finding.Rule.Id}: {finding.Message.In(terminal.Language)} — {finding.Suggestion.In(terminal.Language)}");
        }

        terminal.Say(terminal.Words(findings.IsEmpty ? "cli.programme.form_right" : "cli.programme.form_findings",
            ("findings", findings.Length), ("indicators", form.Indicators.Length), ("money", form.Money.Length)));
    }

    static JsonNode Node(FormFinding finding) => new JsonObject
    {
        ["id"] = finding.Rule.Id,
        ["rule"] = finding.Rule.Name,
        ["severity"] = DraftTable.NameOf(finding.Rule.Severity),
        ["message"] = Terminal.Node(finding.Message),
        ["suggestion"] = Terminal.Node(finding.Suggestion),
        ["cells"] = new JsonArray([.. finding.Cells.Select(cell => (JsonNode)new JsonObject { ["cell"] = cell.Address, ["text"] = cell.Text })]),
    };
}
