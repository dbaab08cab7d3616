using System.CommandLine;

namespace Suandian.Cli.Commands.Programme;

/// <summary><c>programme</c>: from a document to a ledger of targets with evidence.</summary>
static class ProgrammeCommand
{
    internal static Command Create(Door door) => new("programme", door.Terminal.Words("cli.programme"))
    {
        ProgrammeReadCommand.Create(door),
        ProgrammeCheckCommand.Create(door),
        ProgrammeCheckFormCommand.Create(door),
        ProgrammeNewCommand.Create(door),
        ProgrammeConfirmCommand.Create(door),
        ProgrammeAddCommand.Create(door),
        ProgrammeChangeCommand.Create(door),
        ProgrammeRemoveCommand.Create(door),
        ProgrammeEraseCommand.Create(door),
        ProgrammeEvidenceCommand.Create(door),
        ProgrammeListCommand.Create(door),
        ProgrammeStatusCommand.Create(door),
        ProgrammeShowCommand.Create(door),
        ProgrammeAuditCommand.Create(door),
        ProgrammeExportCommand.Create(door),
        ProgrammeAnchorCommand.Create(door),
        ProgrammeBackupCommand.Create(door),
        ProgrammeRestoreCommand.Create(door),
    };
}
