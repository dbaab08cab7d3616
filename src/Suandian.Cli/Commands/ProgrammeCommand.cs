using System.CommandLine;

namespace Suandian.Cli.Commands;

/// <summary><c>programme</c>: the yearly promises of a county.</summary>
static class ProgrammeCommand
{
    internal static Command Create(Door door) => new("programme", door.Terminal.Words("cli.programme"))
    {
        ProgrammeFormCommand.Create(door),
        ProgrammeReadCommand.Create(door),
        ProgrammeCheckCommand.Create(door),
        ProgrammeCheckFormCommand.Create(door),
    };
}
