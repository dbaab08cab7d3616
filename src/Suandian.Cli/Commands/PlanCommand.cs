using System.CommandLine;

namespace Suandian.Cli.Commands;

/// <summary><c>plan</c>: the plan and its certificate, without a report.</summary>
static class PlanCommand
{
    internal static Command Create(Door door)
    {
        var folder = door.CaseArgument();
        var output = door.Option<string?>("--out", "DIR", "cli.option.out_plan");
        var writeLp = door.Option<string?>("--write-lp", "FILE", "cli.option.write_lp");
        var flags = new PlanningFlags(door);
        var command = new Command("plan", door.Terminal.Words("cli.plan")) { folder, output, writeLp };
        flags.AddTo(command);
        command.SetAction(_ => door.NotYet());
        return command;
    }
}
