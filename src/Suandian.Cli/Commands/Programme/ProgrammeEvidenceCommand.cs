using System.CommandLine;
using Suandian.Operations.Programme.Ledger;

namespace Suandian.Cli.Commands.Programme;

/// <summary><c>programme evidence</c>: stores a file once by its SHA-256 and links it to the rows it proves.</summary>
static class ProgrammeEvidenceCommand
{
    const string Name = "suandian programme evidence";

    internal static Command Create(Door door)
    {
        var folder = ProgrammeFlags.Folder(door);
        var file = ProgrammeFlags.OldFile(door, "cli.argument.evidence");
        var rows = door.Arguments("row", "cli.argument.rows", text => RowAddress.Parse(text) is null);
        var kind = door.Option<string?>("--kind", "KIND", "cli.option.evidence_kind");
        kind.AcceptOnlyFromAmong([.. RegisterSchema.Of(RegisterSchema.Evidence).Field("kind")!.Choices.Select(c => c.Word)]);
        var (by, why) = (ProgrammeFlags.By(door), ProgrammeFlags.Why(door));
        var command = new Command("evidence", door.Terminal.Words("cli.programme.evidence")) { folder, file, rows, kind, by, why, ProgrammeEvidenceShowCommand.Create(door) };
        command.SetAction(parsed => ProgrammeAnswer.On(door, Name, parsed.GetRequiredValue(folder), programme =>
        {
            var request = ProgrammeFlags.Request(parsed.GetValue(by), parsed.GetValue(why));
            var (id, recorded) = programme.AddEvidence(request, parsed.GetRequiredValue(file), parsed.GetValue(kind) ?? "",
                [.. parsed.GetRequiredValue(rows).Select(row => RowAddress.Parse(row)!.Value)]);
            if (recorded.Problems.IsEmpty)
            {
                door.Terminal.Say($"SHA-256 {id}");
            }

            return ProgrammeAnswer.Written(door, Name, recorded, document => document["sha256"] = id);
        }));
        return command;
    }
}
