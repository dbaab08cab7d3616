using System.CommandLine;
using System.Text.Json.Nodes;
using Suandian.Operations.Programme.Checking;
using Suandian.Operations.Programme.Documents;

namespace Suandian.Cli.Commands.Programme;

/// <summary><c>programme check</c>: what should be looked at in a document before it is signed or published.</summary>
static class ProgrammeCheckCommand
{
    const string Name = "suandian programme check";

    internal static Command Create(Door door)
    {
        var file = door.Argument("document", "cli.argument.document");
        var command = new Command("check", door.Terminal.Words("cli.programme.check")) { file };
        command.SetAction((parsed, cancellation) => Run(door, parsed.GetRequiredValue(file), cancellation));
        return command;
    }

    static async Task<int> Run(Door door, string path, CancellationToken cancellation)
    {
        var reading = await DocumentReader.Read(path, cancellation: cancellation);
        if (reading.Document is not { } source)
        {
            return (int)CaseInput.Refuse(door, Name, reading.Problems);
        }

        CaseInput.Warn(door.Terminal, reading.Problems);
        var report = DocumentChecker.Check(source);
        FindingList.Print(door.Terminal, source.Name, report.Findings);
        var code = report.Findings.Any(finding => finding.Rule.Severity is FindingSeverity.High or FindingSeverity.Medium) ? ExitCode.Problems : ExitCode.Done;
        var document = CaseInput.Document(Name, code, reading.Problems);
        document["document"] = DraftRows.Source(source);
        document["findings"] = new JsonArray([.. report.Findings.Select(FindingList.Node)]);
        door.Terminal.Document(document);
        return (int)code;
    }
}
