using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using Suandian.Operations.Programme.Documents;
using Suandian.Operations.Programme.Documents.Targets;

namespace Suandian.Cli.Commands.Programme;

/// <summary><c>programme read</c>: the promises of a document as draft rows.</summary>
static class ProgrammeReadCommand
{
    const string Name = "suandian programme read";

    internal static Command Create(Door door)
    {
        var file = door.Argument("document", "cli.argument.document");
        var output = door.Option<string?>("--out", "FILE", "cli.option.out_drafts");
        output.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !NewFolder.IsFree(result.Tokens[0].Value))
            {
                result.AddError("cli.usage.option_taken");
            }
        });
        var command = new Command("read", door.Terminal.Words("cli.programme.read")) { file, output };
        command.SetAction((parsed, cancellation) => Run(door, parsed.GetRequiredValue(file), parsed.GetValue(output), cancellation));
        return command;
    }

    static async Task<int> Run(Door door, string path, string? output, CancellationToken cancellation)
    {
        var reading = await DocumentReader.Read(path, cancellation: cancellation);
        if (reading.Document is not { } source)
        {
            return (int)CaseInput.Refuse(door, Name, reading.Problems);
        }

        CaseInput.Warn(door.Terminal, reading.Problems);
        var (targets, unread) = TargetReader.ReadAll(source);
        DraftRows.Print(door.Terminal, targets);
        if (output is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
            await File.WriteAllBytesAsync(output, DraftTable.Write(targets), cancellation);
            door.Terminal.Say(door.Terminal.Words("cli.programme.drafts_written", ("file", output), ("count", targets.Length)));
        }
        else if (targets.Length > 0)
        {
            door.Terminal.Remark(door.Terminal.Words("cli.programme.drafts_next"));
        }

        DraftRows.PrintUnread(door.Terminal, unread);
        door.Terminal.Document(Document(reading, targets, unread));
        return (int)ExitCode.Done;
    }

    static JsonObject Document(DocumentReading reading, ImmutableArray<DraftTarget> targets, ImmutableArray<TextPlace> unread)
    {
        var document = CaseInput.Document(Name, ExitCode.Done, reading.Problems);
        document["document"] = DraftRows.Source(reading.Document!);
        document["targets"] = new JsonArray([.. targets.Select(DraftRows.Node)]);
        document["figures_not_read"] = new JsonArray([.. unread.Select(DraftRows.Node)]);
        return document;
    }
}
