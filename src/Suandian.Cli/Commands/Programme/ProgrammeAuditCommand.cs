using System.CommandLine;
using System.Text.Json;
using Suandian.Cases;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.History;
using Suandian.Operations.Storage;
using Suandian.Texts;

namespace Suandian.Cli.Commands.Programme;

/// <summary><c>programme audit</c>: is everything as it was written?</summary>
static class ProgrammeAuditCommand
{
    const string Name = "suandian programme audit";

    internal static Command Create(Door door)
    {
        var folder = ProgrammeFlags.Folder(door);
        var anchor = door.Option<string?>("--anchor", "FILE", "cli.option.anchor", File.Exists);
        var command = new Command("audit", door.Terminal.Words("cli.programme.audit")) { folder, anchor };
        command.SetAction(parsed => ProgrammeAnswer.On(door, Name, parsed.GetRequiredValue(folder), programme => Run(door, programme, parsed.GetValue(anchor))));
        return command;
    }

    static ExitCode Run(Door door, ProgrammeFolder programme, string? file)
    {
        Anchor? anchor = null;
        if (file is not null)
        {
            try
            {
                anchor = Anchor.FromJson(File.ReadAllBytes(file));
            }
            catch (JsonException)
            {
                const string Code = ProblemCode.LedgerAnchorFile;
                return CaseInput.Refuse(door, Name, [new Problem(Code, Severity.Error, file, null, null, null,
                    Phrases.Of($"check.{Code}.expected"), Phrases.Of($"check.{Code}.remedy"))]);
            }
        }

        var problems = programme.Audit(anchor);
        if (!problems.IsEmpty)
        {
            return CaseInput.Refuse(door, Name, problems);
        }

        var (entries, rows, files) = (programme.State.Head, programme.State.AllRows().Count(), programme.State.Count(RegisterSchema.Evidence));
        return ProgrammeAnswer.Said(door, Name,
            door.Terminal.Words(anchor is null ? "cli.programme.audit.whole" : "cli.programme.audit.anchored", ("entries", entries), ("rows", rows), ("files", files),
                ("hash", programme.State.HeadHash), ("number", anchor?.Number), ("at", anchor?.At.ToString("yyyy-MM-dd HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture))),
            ("entries", entries), ("rows", rows), ("files", files), ("hash", programme.State.HeadHash), ("anchor", anchor?.Number));
    }
}
