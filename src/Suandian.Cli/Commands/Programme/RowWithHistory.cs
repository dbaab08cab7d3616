using System.Globalization;
using System.Text.Json.Nodes;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.Recording;
using Suandian.Operations.Storage;

namespace Suandian.Cli.Commands.Programme;

/// <summary>A row with its fields, its files and what happened to it.</summary>
static class RowWithHistory
{
    internal static ExitCode Print(Door door, string command, ProgrammeFolder programme, LedgerRow row, Rights rights)
    {
        var terminal = door.Terminal;
        var register = RegisterSchema.Of(row.Address.Register);
        terminal.Say($"{row.Address} · {register.Title.In(terminal.Language)}");
        foreach (var field in register.Fields.Where(f => row[f.Name].Length > 0))
        {
            terminal.Say($"  {field.Title.In(terminal.Language)} ({field.Name}): {Masking.Shown(field, field.Shown(row[field.Name]).In(terminal.Language), rights)}");
        }

        foreach (var id in row.Evidence)
        {
            terminal.Say(terminal.Words("cli.programme.show.file", ("id", id), ("file", programme.State.Row(RegisterSchema.Evidence, id)?["file"] ?? "–"),
                ("path", programme.Evidence.PathOf(id))));
        }

        var history = programme.Store.History(row.Address);
        terminal.Say(terminal.Words("cli.programme.show.history"));
        foreach (var entry in history)
        {
            terminal.Say($"  #{entry.Number.ToString(CultureInfo.InvariantCulture)} {entry.At[..19]}Z {entry.By}: {terminal.Words("cli.programme.show.kind." + entry.Kind)} ({entry.Why}) {entry.Hash[..12]}");
        }

        var document = CaseInput.Document(command, ExitCode.Done, []);
        document["row"] = row.Address.ToString();
        document["fields"] = new JsonObject(register.Fields.Where(f => row[f.Name].Length > 0)
            .Select(f => KeyValuePair.Create<string, JsonNode?>(f.Name, Masking.Shown(f, row[f.Name], rights))));
        document["history"] = new JsonArray([.. history.Select(entry => JsonNode.Parse(entry.ToJson()))]);
        terminal.Document(document);
        return ExitCode.Done;
    }
}
