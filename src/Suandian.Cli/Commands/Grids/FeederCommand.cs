using System.CommandLine;

namespace Suandian.Cli.Commands.Grids;

/// <summary><c>feeder</c>: planning of a distribution grid.</summary>
static class FeederCommand
{
    internal static Command Create(Door door) => new("feeder", door.Terminal.Words("cli.feeder"))
    {
        FeederYearCommand.Create(door),
        FeederHostCommand.Create(door),
        FeederOutagesCommand.Create(door),
        FeederReconfigureCommand.Create(door),
        FeederShortCircuitCommand.Create(door),
        FeederReinforceCommand.Create(door),
    };
}
