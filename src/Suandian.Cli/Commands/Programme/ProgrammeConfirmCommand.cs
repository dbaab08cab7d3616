using System.CommandLine;
using System.Text.Json.Nodes;
using Suandian.Operations.Programme.Documents.Targets;
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
        var reading = DraftTable.Read(Path.GetFileName(file), File.ReadAllBytes(file));
        if (reading.HasErrors)
        {
            return CaseInput.Refuse(door, Name, reading.Problems);
        }

        var terminal = door.Terminal;
        var changes = ConfirmedDrafts.Changes(reading.Confirmed, programme.State);
        var proposed = changes.Zip(reading.Confirmed).Where(pair => pair.Second.Target.Indicator.Length == 0).Select(pair => pair.First).ToList();
        foreach (var change in proposed)
        {
            terminal.Remark(change.Values.TryGetValue("indicator", out var indicator)
                ? terminal.Words("cli.programme.confirm.proposed", ("target", change.Id), ("indicator", indicator))
                : terminal.Words("cli.programme.confirm.none", ("target", change.Id)));
        }

        var shared = ConfirmedDrafts.Shared(changes, programme.State, Path.GetFileName(file));
        var recorded = programme.Record(request with { Changes = changes, Source = Path.GetFileName(file) });
        if (recorded.Problems.IsEmpty)
        {
            CaseInput.Warn(terminal, shared);
            terminal.Say(terminal.Words("cli.programme.confirm.done", ("confirmed", changes.Length), ("drafts", reading.Rows), ("open", reading.Open)));
            if (changes.IsEmpty)
            {
                terminal.Remark(terminal.Words("cli.programme.confirm.nothing"));
            }
        }

        return ProgrammeAnswer.Written(door, Name, recorded, document =>
        {
            document["problems"] = ProblemList.Nodes(shared);
            document["drafts"] = reading.Rows;
            document["open"] = reading.Open;
            document["proposed"] = new JsonArray([.. proposed.Select(c => (JsonNode)new JsonObject
            {
                ["target"] = c.Id, ["indicator"] = c.Values.GetValueOrDefault("indicator"),
            })]);
        });
    }
}
