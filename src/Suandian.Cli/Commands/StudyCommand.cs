using System.CommandLine;

namespace Suandian.Cli.Commands;

/// <summary><c>study</c>: from a case folder to a report folder.</summary>
static class StudyCommand
{
    internal static Command Create(Door door)
    {
        var folder = door.CaseArgument();
        var output = door.Option<string?>("--out", "DIR", "cli.option.out_report");
        var flags = new PlanningFlags(door);
        var withBase = door.Flag("--base", "cli.option.base");
        var withoutBase = door.Flag("--no-base", "cli.option.no_base");
        var command = new Command("study", door.Terminal.Words("cli.study")) { folder, output, withBase, withoutBase };
        flags.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(withBase) && result.GetValue(withoutBase))
            {
                result.AddError("cli.usage.base_both");
            }
        });
        command.SetAction(_ => door.NotYet());
        return command;
    }
}
