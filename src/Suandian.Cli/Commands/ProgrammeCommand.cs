using System.CommandLine;

namespace Suandian.Cli.Commands;

/// <summary><c>programme</c>: promises of a year, what was done, and the forms about it.</summary>
static class ProgrammeCommand
{
    internal static Command Create(Door door) => new("programme", door.Terminal.Words("cli.programme"))
    {
        ProgrammeFormCommand.Create(door),
    };
}
