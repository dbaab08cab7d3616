using System.CommandLine;
using System.Text.Json.Nodes;

namespace Suandian.Cli.Commands;

/// <summary><c>new</c>: a case folder to begin with.</summary>
static class NewCommand
{
    internal static Command Create(Door door)
    {
        var folder = door.Argument("folder", "cli.argument.new_folder");
        folder.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !NewFolder.IsFree(result.Tokens[0].Value))
            {
                result.AddError(result.Tokens[0].Value);
            }
        });
        var template = door.Option<string>("--template", string.Join('|', CaseTemplates.Names), "cli.option.template");
        template.AcceptOnlyFromAmong(CaseTemplates.Names);
        template.DefaultValueFactory = _ => CaseTemplates.Names[0];
        var command = new Command("new", door.Terminal.Words("cli.new")) { folder, template };
        command.SetAction(parsed => (int)Run(door, parsed.GetRequiredValue(folder), parsed.GetRequiredValue(template)));
        return command;
    }

    static ExitCode Run(Door door, string folder, string template)
    {
        NewFolder.Write(folder, CaseTemplates.Files(template));
        var name = folder.Contains(' ', StringComparison.Ordinal) ? $"\"{folder}\"" : folder;
        door.Terminal.Say(door.Terminal.Words("cli.new.done", ("folder", name)));
        door.Terminal.Document(new JsonObject
        {
            ["command"] = "suandian new", ["status"] = "done", ["exit_code"] = 0, ["folder"] = folder, ["template"] = template,
        });
        return ExitCode.Done;
    }
}
