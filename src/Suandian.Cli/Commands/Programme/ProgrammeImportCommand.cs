using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json.Nodes;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.Recording;
using Suandian.Operations.Programme.Sheets;

namespace Suandian.Cli.Commands.Programme;

/// <summary><c>programme import</c>: a filled table into a register, everything checked first.</summary>
static class ProgrammeImportCommand
{
    const string Name = "suandian programme import";

    static readonly string[] Choices = ["refuse", "keep", "change"];

    internal static Command Create(Door door)
    {
        var folder = ProgrammeFlags.Folder(door);
        var register = ProgrammeFlags.Register(door);
        var file = ProgrammeFlags.OldFile(door, "cli.argument.import_in");
        var flags = new ImportFlags(door);
        var (by, why) = (ProgrammeFlags.By(door), ProgrammeFlags.Why(door));
        var command = new Command("import", door.Terminal.Words("cli.programme.import"))
        {
            folder, register, file, flags.RowByRow, flags.Known, flags.Errors, flags.Evidence, by, why,
        };
        command.SetAction(parsed => ProgrammeAnswer.On(door, Name, parsed.GetRequiredValue(folder), programme =>
        {
            var request = ProgrammeFlags.Request(parsed.GetValue(by), parsed.GetValue(why)) with
            {
                Acceptance = parsed.GetValue(flags.RowByRow) ? Acceptance.RowByRow : Acceptance.AllOrNothing,
                Known = (KnownRows)Array.IndexOf(Choices, parsed.GetValue(flags.Known) ?? Choices[0]),
            };
            string path = parsed.GetRequiredValue(file);
            var imported = RegisterImport.Run(programme, RegisterSchema.Of(parsed.GetRequiredValue(register)), path, request, parsed.GetValue(flags.Evidence));
            if (!imported.Problems.IsEmpty && parsed.GetValue(flags.Errors) is { } errors)
            {
                SheetErrors.Write(imported.Reading, imported.Problems, path, errors);
            }

            return Answer(door, imported, parsed.GetValue(flags.Errors));
        }));
        return command;
    }

    static ExitCode Answer(Door door, ImportedRows imported, string? errors)
    {
        var terminal = door.Terminal;
        foreach (var result in Enum.GetValues<ChangeResult>().Where(r => imported.Count(r) > 0))
        {
            terminal.Say(terminal.Words("cli.programme.import." + result.ToString().ToLowerInvariant(), ("count", imported.Count(result))));
        }

        if (!imported.Problems.IsEmpty && errors is not null)
        {
            terminal.Say(terminal.Words("cli.programme.import.errors", ("file", errors)));
        }

        var code = imported.Problems.IsEmpty ? ExitCode.Done : ExitCode.Problems;
        if (code == ExitCode.Problems)
        {
            ProblemList.Print(terminal, imported.Problems);
        }

        var document = CaseInput.Document(Name, code, imported.Problems);
        document["rows"] = new JsonObject(Enum.GetValues<ChangeResult>().Select(r => KeyValuePair.Create<string, JsonNode?>(r.ToString().ToLowerInvariant(), imported.Count(r))));
        terminal.Document(document);
        return code;
    }

    /// <summary>What <c>programme import</c> may be told.</summary>
    sealed class ImportFlags
    {
        internal ImportFlags(Door door)
        {
            RowByRow = door.Flag("--row-by-row", "cli.option.row_by_row");
            Known = door.Option<string?>("--known", string.Join('|', Choices), "cli.option.known");
            Known.AcceptOnlyFromAmong(Choices);
            Errors = door.Option<string?>("--errors", "FILE", "cli.option.errors_out");
            Errors.Validators.Add(result => Refuse(result, path => File.Exists(path) || Directory.Exists(path), "cli.usage.option_taken"));
            Errors.Validators.Add(result => Refuse(result, path => !path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase), "cli.usage.bad_value"));
            Evidence = door.Option<string?>("--evidence", "FILE", "cli.option.import_evidence", File.Exists);
        }

        internal Option<bool> RowByRow { get; }

        internal Option<string?> Known { get; }

        internal Option<string?> Errors { get; }

        internal Option<string?> Evidence { get; }

        static void Refuse(OptionResult result, Func<string, bool> isWrong, string why)
        {
            if (result.Tokens is [var token] && isWrong(token.Value))
            {
                result.AddError(why);
            }
        }
    }
}
