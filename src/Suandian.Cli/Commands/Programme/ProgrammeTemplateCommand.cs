using System.CommandLine;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.Recording;
using Suandian.Operations.Programme.Sheets;

namespace Suandian.Cli.Commands.Programme;

/// <summary><c>programme template</c>: a register as a table to fill in Excel or WPS.</summary>
static class ProgrammeTemplateCommand
{
    const string Name = "suandian programme template";

    internal static Command Create(Door door)
    {
        var folder = ProgrammeFlags.Folder(door);
        var register = ProgrammeFlags.Register(door);
        var file = ProgrammeFlags.NewFile(door, "cli.argument.template_out");
        Door.Refuse(file, path => Path.GetExtension(path).ToLowerInvariant() is not (".xlsx" or ".csv"), "cli.usage.template_ending");
        var rows = door.Flag("--rows", "cli.option.template_rows");
        var by = ProgrammeFlags.By(door);
        var command = new Command("template", door.Terminal.Words("cli.programme.template")) { folder, register, file, rows, by };
        command.SetAction(parsed => ProgrammeAnswer.On(door, Name, parsed.GetRequiredValue(folder), programme =>
        {
            if (ProgrammeAnswer.UnknownAccount(door, Name, programme, parsed.GetValue(by)) is { } unknown)
            {
                return unknown;
            }

            var schema = RegisterSchema.Of(parsed.GetRequiredValue(register));
            var table = parsed.GetValue(rows)
                ? RegisterSheet.Table(schema, programme.State, Rights.Of(programme.State, parsed.GetValue(by) ?? ""))
                : new SheetTable(RegisterSheet.Declare(schema, programme.State), []);
            return Write(door, table, parsed.GetRequiredValue(file));
        }));
        return command;
    }

    static ExitCode Write(Door door, SheetTable table, string path)
    {
        if (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            SheetCsv.Save(table, path);
        }
        else
        {
            SheetBook.Write(path, [table]);
        }

        return ProgrammeAnswer.Said(door, Name, door.Terminal.Words("cli.programme.template.done", ("file", path), ("register", table.Declaration.Code), ("rows", table.Rows.Length)),
            ("path", path), ("register", table.Declaration.Code), ("rows", table.Rows.Length));
    }
}
