using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.Recording;
using Suandian.Operations.Storage;

namespace Suandian.Cli.Commands.Programme;

/// <summary><c>programme list</c>: the registers, or the rows of one; personal values are masked unless the role needs them.</summary>
static class ProgrammeListCommand
{
    const string Name = "suandian programme list";

    /// <summary>Most fields that fit on a screen.</summary>
    const int MostOnScreen = 5;

    internal static Command Create(Door door)
    {
        var folder = ProgrammeFlags.Folder(door);
        var register = door.Optional("register", "cli.argument.register", name => !RegisterSchema.Has(name));
        var by = ProgrammeFlags.By(door);
        var command = new Command("list", door.Terminal.Words("cli.programme.list")) { folder, register, by };
        command.SetAction(parsed => ProgrammeAnswer.On(door, Name, parsed.GetRequiredValue(folder), programme =>
            ProgrammeAnswer.UnknownAccount(door, Name, programme, parsed.GetValue(by)) is { } unknown ? unknown
                : parsed.GetValue(register) is { } name
                ? Rows(door, programme, RegisterSchema.Of(name), Rights.Of(programme.State, parsed.GetValue(by) ?? ""))
                : Registers(door, programme)));
        return command;
    }

    static ExitCode Registers(Door door, ProgrammeFolder programme)
    {
        var terminal = door.Terminal;
        var all = RegisterSchema.All.Select(r => (Register: r, Rows: programme.State.Count(r.Name), Proved: programme.State.Rows(r.Name).Count(row => !row.Evidence.IsEmpty))).ToList();
        Grid.Print(terminal, [.. ((string[])["register", "title", "rows", "proved"]).Select(key => terminal.Words("cli.programme.list." + key))],
            all.Select(r => (string[])[r.Register.Name, r.Register.Title.In(terminal.Language), Plain(r.Rows), r.Register.Kind == RegisterKind.Register ? Plain(r.Proved) : ""]), column => column < 2);
        var document = CaseInput.Document(Name, ExitCode.Done, []);
        document["registers"] = new JsonArray([.. all.Select(r => (JsonNode)new JsonObject
        {
            ["register"] = r.Register.Name, ["title"] = Terminal.Node(r.Register.Title), ["rows"] = r.Rows, ["with_evidence"] = r.Proved,
        })]);
        terminal.Document(document);
        return ExitCode.Done;
    }

    static ExitCode Rows(Door door, ProgrammeFolder programme, RegisterSchema register, Rights rights)
    {
        var terminal = door.Terminal;
        var rows = programme.State.Rows(register.Name).ToList();
        var filled = register.Fields.Where(f => f.Name != RegisterSchema.Evidence && rows.Exists(r => r[f.Name].Length > 0)).ToList();
        var shown = terminal.AnswersAreOnScreen ? filled.Take(MostOnScreen).ToList() : filled;
        string[] headings = [terminal.Words("cli.programme.list.id"), .. shown.Select(f => f.Title.In(terminal.Language)), terminal.Words("cli.programme.list.evidence")];
        Grid.Print(terminal, headings, rows.Select(row => (string[])
        [
            row.Address.Id, .. shown.Select(f => Masking.Shown(f, f.Shown(row[f.Name]).In(terminal.Language), rights)), Plain(row.Evidence.Length),
        ]), column => column < headings.Length - 1);
        if (shown.Count < filled.Count)
        {
            terminal.Remark(terminal.Words("cli.programme.list.more", ("fields", string.Join(", ", filled.Skip(shown.Count).Select(f => f.Name)))));
        }

        var document = CaseInput.Document(Name, ExitCode.Done, []);
        document["register"] = register.Name;
        document["rows"] = new JsonArray([.. rows.Select(row => (JsonNode)new JsonObject(
        [
            KeyValuePair.Create<string, JsonNode?>("id", row.Address.Id),
            .. register.Fields.Where(f => row[f.Name].Length > 0).Select(f => KeyValuePair.Create<string, JsonNode?>(f.Name, Masking.Shown(f, row[f.Name], rights))),
        ]))]);
        terminal.Document(document);
        return ExitCode.Done;
    }

    static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
