using System.CommandLine;

namespace Suandian.Cli.Commands;

/// <summary><c>completion</c>: prints the lines that let a shell complete commands, options and case folders.</summary>
static class CompletionCommand
{
    const string Bash = """
        _suandian() {
            local line=${COMP_LINE:0:COMP_POINT}
            local arguments=${line#"${COMP_WORDS[0]}"}
            arguments=${arguments# }
            local IFS=$'\n'
            COMPREPLY=($("${COMP_WORDS[0]}" "[suggest:${#arguments}]" "$arguments" 2>/dev/null))
        }
        complete -o default -F _suandian suandian ./suandian
        """;

    internal static Command Create(Door door)
    {
        var shell = door.Argument("shell", "cli.argument.shell");
        shell.AcceptOnlyFromAmong("bash", "zsh");
        var command = new Command("completion", door.Terminal.Words("cli.completion")) { shell };
        command.SetAction(parsed =>
        {
            if (parsed.GetRequiredValue(shell) == "zsh")
            {
                door.Terminal.Say("autoload -U +X compinit && compinit; autoload -U +X bashcompinit && bashcompinit");
            }

            door.Terminal.Say(Bash);
            return (int)ExitCode.Done;
        });
        return command;
    }
}
