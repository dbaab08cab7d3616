using System.Globalization;
using System.Text.Json.Nodes;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.History;
using Suandian.Operations.Programme.Ledger.Recording;
using Suandian.Operations.Storage;

namespace Suandian.Cli.Commands.Programme;

/// <summary>A row with its fields, its files and what happened to it.</summary>
static class RowWithHistory
{
    /// <summary>Prints a row as it stands, or as it stood before it was taken out.</summary>
    internal static ExitCode Print(Door door, string command, ProgrammeFolder programme, RowAddress address, Rights rights)
    {
        var terminal = door.Terminal;
        var register = RegisterSchema.Of(address.Register);
        var row = programme.State.Row(address);
        var history = programme.Store.History(address);
        terminal.Say($"{address} · {register.Title.In(terminal.Language)}{(row is null ? " · " + terminal.Words("cli.programme.show.gone") : "")}");
        foreach (var field in register.Fields.Where(f => row?[f.Name].Length > 0))
        {
            terminal.Say($"  {field.Title.In(terminal.Language)} ({field.Name}): {Shown(terminal, field, row![field.Name], rights)}");
        }

        foreach (var id in row?.Evidence ?? [])
        {
            terminal.Say(terminal.Words("cli.programme.show.file", ("id", id), ("file", programme.State.Row(RegisterSchema.Evidence, id)?["file"] ?? "–"),
                ("path", programme.Evidence.PathOf(id))));
        }

        terminal.Say(terminal.Words("cli.programme.show.history"));
        foreach (var entry in history)
        {
            terminal.Say($"  #{entry.Number.ToString(CultureInfo.InvariantCulture)} {entry.At[..19]}Z {entry.By}: {terminal.Words("cli.programme.show.kind." + entry.Kind)} ({entry.Why}) {entry.Hash[..12]}");
            Changes(terminal, register, entry, rights);
        }

        var document = CaseInput.Document(command, ExitCode.Done, []);
        document["row"] = address.ToString();
        document["removed"] = row is null;
        document["fields"] = new JsonObject(register.Fields.Where(f => row?[f.Name].Length > 0)
            .Select(f => KeyValuePair.Create<string, JsonNode?>(f.Name, Masking.Shown(f, row![f.Name], rights))));
        document["history"] = new JsonArray([.. history.Select(entry => JsonNode.Parse(entry.ToJson()))]);
        terminal.Document(document);
        return ExitCode.Done;
    }

    /// <summary>Every field an entry changed, before and after; of a new row the fields are told above.</summary>
    static void Changes(Terminal terminal, RegisterSchema register, Entry entry, Rights rights)
    {
        if (entry.Before.Length == 0)
        {
            return;
        }

        var (before, after) = (entry.FieldsBefore, entry.FieldsAfter);
        foreach (var field in register.Fields)
        {
            string was = before.GetValueOrDefault(field.Name, ""), became = after.GetValueOrDefault(field.Name, "");
            if (was != became)
            {
                terminal.Say($"      {field.Title.In(terminal.Language)} ({field.Name}): {Kept(terminal, field, was, rights)} → {Kept(terminal, field, became, rights)}");
            }
        }
    }

    /// <summary>A value of the history, in which what is personal is a mark.</summary>
    static string Kept(Terminal terminal, FieldSchema field, string value, Rights rights) =>
        value.Length == 0 ? "–" : Seal.IsMark(value) ? "***" : Shown(terminal, field, value, rights);

    static string Shown(Terminal terminal, FieldSchema field, string value, Rights rights) => Masking.Shown(field, field.Shown(value).In(terminal.Language), rights);
}
