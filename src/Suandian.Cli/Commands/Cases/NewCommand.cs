using System.CommandLine;
using Suandian.Cases;

namespace Suandian.Cli.Commands.Cases;

/// <summary><c>new</c>: a case folder, or a workbook to fill in.</summary>
static class NewCommand
{
    const string Name = "suandian new";

    internal static Command Create(Door door)
    {
        var folder = door.Argument("folder", "cli.argument.new_case");
        NewFolder.MustBeFree(folder);
        var template = door.Option<string>("--template", string.Join('|', CaseTemplates.Names), "cli.option.template");
        template.AcceptOnlyFromAmong(CaseTemplates.Names);
        template.DefaultValueFactory = _ => CaseTemplates.Names[0];
        var command = new Command("new", door.Terminal.Words("cli.new")) { folder, template };
        command.SetAction(parsed => (int)Run(door, parsed.GetRequiredValue(folder), parsed.GetRequiredValue(template)));
        return command;
    }

    static ExitCode Run(Door door, string path, string template)
    {
        if (!CaseInput.IsWorkbook(path))
        {
            NewFolder.Write(path, CaseTemplates.Files(template));
        }
        else if (template == CaseTemplates.Blank)
        {
            Workbook.Template(path);
        }
        else
        {
            var scratch = Directory.CreateTempSubdirectory("suandian-new-").FullName;
            try
            {
                NewFolder.Write(scratch, CaseTemplates.Files(template));
                Workbook.Write(CaseInput.Read(scratch).Case!, path);
            }
            finally
            {
                Directory.Delete(scratch, recursive: true);
            }
        }

        return CaseInput.Made(door, Name, path, []);
    }
}
