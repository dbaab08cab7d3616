using System.CommandLine;

namespace Suandian.Cli.Commands;

/// <summary><c>grid</c>: power flow of an electric grid.</summary>
static class GridCommand
{
    internal static Command Create(Door door) => new("grid", door.Terminal.Words("cli.grid"))
    {
        GridFlowCommand.Create(door),
        GridOptimiseCommand.Create(door),
        GridExportCommand.Create(door),
    };
}
