using System.CommandLine;
using System.Text.Json.Nodes;

namespace Suandian.Cli.Commands;

/// <summary><c>check</c>: all problems of a case folder at once.</summary>
static class CheckCommand
{
    internal static Command Create(Door door)
    {
        var folder = door.CaseArgument();
        var command = new Command("check", door.Terminal.Words("cli.check")) { folder };
        command.SetAction(parsed => (int)Run(door, parsed.GetRequiredValue(folder)));
        return command;
    }

    static ExitCode Run(Door door, string path)
    {
        var terminal = door.Terminal;
        var reading = CaseInput.Read(path);
        if (!reading.HasCase)
        {
            return CaseInput.Refuse(door, "suandian check", reading.Problems);
        }

        if (reading.Problems.IsEmpty)
        {
            terminal.Say(terminal.Words("cli.problems.none"));
        }
        else
        {
            ProblemList.Print(terminal, reading.Problems);
        }

        foreach (var cell in reading.ReadAs)
        {
            terminal.Remark(terminal.Words("cli.check.read_as", ("file", cell.File), ("row", cell.Row), ("column", cell.Column),
                ("written", cell.Written), ("value", cell.Value), ("unit", cell.Unit)));
        }

        var document = CaseInput.Document("suandian check", ExitCode.Done, reading.Problems);
        document["read"] = new JsonArray([.. reading.Case!.FilesRead.Select(file => (JsonNode)new JsonObject
        {
            ["path"] = file.Path, ["rows"] = file.Rows, ["sha256"] = file.Sha256,
        })]);
        terminal.Document(document);
        return ExitCode.Done;
    }
}
