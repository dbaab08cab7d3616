using System.CommandLine;
using System.Text.Json.Nodes;
using Suandian.Operations.Programme.Ledger.Drafts;
using Suandian.Operations.Programme.Ledger.Recording;
using Suandian.Operations.Storage;

namespace Suandian.Cli.Commands.Programme;

/// <summary><c>programme confirm</c>: drafts that a person has confirmed become targets.</summary>
static class ProgrammeConfirmCommand
{
    const string Name = "suandian programme confirm";

    internal static Command Create(Door door)
    {
        var folder = ProgrammeFlags.Folder(door);
        var file = ProgrammeFlags.OldFile(door, "cli.argument.drafts");
        var (by, why) = (ProgrammeFlags.By(door), ProgrammeFlags.Why(door));
        var command = new Command("confirm", door.Terminal.Words("cli.programme.confirm")) { folder, file, by, why };
        command.SetAction(parsed => ProgrammeAnswer.On(door, Name, parsed.GetRequiredValue(folder), programme =>
            Run(door, programme, parsed.GetRequiredValue(file), ProgrammeFlags.Request(parsed.GetValue(by), parsed.GetValue(why)))));
        return command;
    }

    static ExitCode Run(Door door, ProgrammeFolder programme, string file, ChangeRequest request)
    {
        var reading = DraftFile.Read(File.ReadAllBytes(file), Path.GetFileName(file));
        if (!reading.Problems.IsEmpty)
        {
            return CaseInput.Refuse(door, Name, reading.Problems);
        }

        var terminal = door.Terminal;
        var changes = DraftFile.Confirmed(reading.Drafts, programme.State);
        var proposed = changes.Where(c => reading.Drafts.Any(d => d.Draft.Id == c.Id && d.Draft.Indicator.Length == 0)).ToList();
        foreach (var change in proposed)
        {
            terminal.Remark(change.Values.TryGetValue("indicator", out var indicator)
                ? terminal.Words("cli.programme.confirm.proposed", ("target", change.Id), ("indicator", indicator))
                : terminal.Words("cli.programme.confirm.none", ("target", change.Id)));
        }

        var recorded = programme.Record(request with { Changes = changes, Source = Path.GetFileName(file) });
        if (recorded.Problems.IsEmpty)
        {
            terminal.Say(terminal.Words("cli.programme.confirm.done", ("confirmed", changes.Length), ("drafts", reading.Drafts.Length),
                ("open", reading.Drafts.Count(d => d.Draft.Confirm.Length == 0))));
        }

        return ProgrammeAnswer.Written(door, Name, recorded, document => document["proposed"] = new JsonArray([.. proposed.Select(c => (JsonNode)new JsonObject
        {
            ["target"] = c.Id, ["indicator"] = c.Values.GetValueOrDefault("indicator"),
        })]));
    }
}
