using System.CommandLine;

namespace Suandian.Cli.Commands;

/// <summary><c>new</c>: a case folder to begin with.</summary>
static class NewCommand
{
    internal static Command Create(Door door)
    {
        var folder = door.Argument("folder", "cli.argument.new_folder");
        var template = door.Option<string>("--template", "first-steps|blank|yiwu", "cli.option.template");
        template.AcceptOnlyFromAmong("first-steps", "blank", "yiwu");
        template.DefaultValueFactory = _ => "first-steps";
        var command = new Command("new", door.Terminal.Words("cli.new")) { folder, template };
        command.SetAction(_ => door.NotYet());
        return command;
    }
}
