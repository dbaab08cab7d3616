using System.CommandLine;
using System.Text.Json.Nodes;
using Suandian.Cases;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.History;
using Suandian.Operations.Programme.Previews;
using Suandian.Operations.Storage;
using Suandian.Texts;

namespace Suandian.Cli.Commands.Programme;

/// <summary><c>programme evidence show</c>: what a stored file is, where it is cited, and its beginning.</summary>
static class ProgrammeEvidenceShowCommand
{
    const string Name = "suandian programme evidence show";

    internal static Command Create(Door door)
    {
        var folder = ProgrammeFlags.Folder(door);
        var id = door.Argument("sha256", "cli.argument.evidence_id");
        var command = new Command("show", door.Terminal.Words("cli.programme.evidence.show")) { folder, id };
        command.SetAction((parsed, cancellation) => Task.FromResult(ProgrammeAnswer.On(door, Name, parsed.GetRequiredValue(folder), programme =>
            Run(door, programme, parsed.GetRequiredValue(id), cancellation))));
        return command;
    }

    static ExitCode Run(Door door, ProgrammeFolder programme, string asked, CancellationToken cancellation)
    {
        LedgerRow[] fitting = [.. programme.State.Rows(RegisterSchema.Evidence).Where(r => r.Address.Id.StartsWith(asked, StringComparison.OrdinalIgnoreCase)).Take(2)];
        if (fitting is not [var file] || !File.Exists(programme.Evidence.PathOf(file.Address.Id)))
        {
            return CaseInput.Refuse(door, Name, [new Problem(ProblemCode.LedgerRow, Severity.Error, RegisterSchema.Evidence, null, null, asked,
                Phrases.Of($"check.{ProblemCode.LedgerRow}.expected"), Phrases.Of($"check.{ProblemCode.LedgerRow}.remedy", ("hint", "")))]);
        }

        var preview = EvidencePreview.Of(programme.Evidence.PathOf(file.Address.Id), programme.State, cancellation).GetAwaiter().GetResult();
        string[] rows = [.. Citing(programme.State, file.Address.Id)];
        Print(door.Terminal, file, preview, rows, programme.Evidence.PathOf(file.Address.Id));
        var document = CaseInput.Document(Name, ExitCode.Done, []);
        document["sha256"] = file.Address.Id;
        document["file"] = file["file"];
        document["bytes"] = file.Number("bytes");
        document["kind"] = file["kind"];
        document["content"] = preview.Kind.ToString().ToLowerInvariant();
        document["cited_by"] = new JsonArray([.. rows.Select(r => (JsonNode)r)]);
        document["preview"] = new JsonArray([.. preview.Lines.Select(line => (JsonNode)line)]);
        document["remark"] = preview.Remark.Zh.Length == 0 ? null : Terminal.Node(preview.Remark);
        door.Terminal.Document(document);
        return ExitCode.Done;
    }

    static void Print(Terminal terminal, LedgerRow file, EvidencePreview preview, string[] rows, string path)
    {
        var kind = RegisterSchema.Of(RegisterSchema.Evidence).Field("kind")!.Shown(file["kind"]);
        terminal.Say(terminal.Words("cli.programme.evidence.head", ("file", file["file"]), ("kind", kind), ("content", Phrases.Of("preview.kind." + preview.Kind.ToString().ToLowerInvariant())),
            ("bytes", file["bytes"]), ("id", file.Address.Id), ("path", path)));
        terminal.Say(terminal.Words(rows.Length == 0 ? "cli.programme.evidence.uncited" : "cli.programme.evidence.cited",
            ("count", rows.Length), ("rows", string.Join(", ", rows.Take(10)) + (rows.Length > 10 ? " …" : ""))));
        foreach (string line in preview.Lines.Append(preview.Remark.In(terminal.Language)).Where(l => l.Length > 0))
        {
            terminal.Say("  | " + line);
        }
    }

    /// <summary>Rows that the file proves, and measurements read from it.</summary>
    static IEnumerable<string> Citing(LedgerState state, string id) =>
        state.AllRows().Where(r => r.Evidence.Contains(id) || r["file"] == id || r["source"] == id).Select(r => r.Address.ToString());
}
