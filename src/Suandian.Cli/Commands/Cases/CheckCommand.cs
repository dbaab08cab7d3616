using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using Suandian.Cases;

namespace Suandian.Cli.Commands.Cases;

/// <summary><c>check</c>: all problems of a case or a grid folder at once.</summary>
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
        var (isSound, problems, readAs, files) = Read(path);
        if (!isSound)
        {
            return CaseInput.Refuse(door, "suandian check", problems);
        }

        if (problems.IsEmpty)
        {
            terminal.Say(terminal.Words("cli.problems.none"));
        }
        else
        {
            ProblemList.Print(terminal, problems);
        }

        foreach (var cell in readAs)
        {
            terminal.Remark(terminal.Words("cli.check.read_as", ("file", cell.File), ("row", cell.Row), ("column", cell.Column),
                ("written", cell.Written), ("value", cell.Value), ("unit", cell.Unit)));
        }

        var document = CaseInput.Document("suandian check", ExitCode.Done, problems);
        document["read"] = new JsonArray([.. files.Select(file => (JsonNode)new JsonObject
        {
            ["path"] = file.Path, ["rows"] = file.Rows, ["sha256"] = file.Sha256,
        })]);
        terminal.Document(document);
        return ExitCode.Done;
    }

    static (bool IsSound, ImmutableArray<Problem> Problems, ImmutableArray<CellReadAs> ReadAs, ImmutableArray<FileRead> Files) Read(string path)
    {
        if (GridFolder.Is(path))
        {
            var grid = GridFolder.Read(path);
            return (grid.Grid is not null, grid.Problems, grid.ReadAs, grid.FilesRead);
        }

        var reading = CaseInput.Read(path);
        return (reading.HasCase, reading.Problems, reading.ReadAs, reading.Case?.FilesRead ?? []);
    }
}
