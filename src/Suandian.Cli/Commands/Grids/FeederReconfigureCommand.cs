using System.Collections.Immutable;
using System.CommandLine;
using Suandian.Cases;
using Suandian.Distribution.Switching;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;
using Suandian.Reports.Feeders;

namespace Suandian.Cli.Commands.Grids;

/// <summary><c>feeder reconfigure</c>: which switches to open so that the losses are least.</summary>
static class FeederReconfigureCommand
{
    const string Name = "suandian feeder reconfigure";

    internal static Command Create(Door door)
    {
        var input = new FeederInput(door, needsHours: false);
        var switches = FeederOptions.Words(door, "--switch", "LIST", FeederOptions.IsBranches);
        var fixedOnes = FeederOptions.Words(door, "--keep", "LIST", FeederOptions.IsBranches);
        var states = FeederOptions.Number(door, "--states", "N", NumberRange.Whole(1, 1000));
        var time = FeederOptions.Number(door, "--time", "S", new NumberRange(0, 86400));
        var changes = FeederOptions.Number(door, "--changes", "N", NumberRange.Whole(0, 1000));
        var parts = FeederOptions.Number(door, "--parts", "N", NumberRange.Whole(1, 366));
        var target = CaseOrFolder.Option(door, "cli.option.reconfigure_out");
        var command = input.Command(door, "reconfigure", switches, fixedOnes, states, time, changes, parts, target);
        command.SetAction((parsed, cancellation) => Task.FromResult((int)Run(door, input.Read(parsed).WithDarkBuses(), new Request(
            parsed.GetValue(switches), parsed.GetValue(fixedOnes), (int)(parsed.GetValue(states) ?? 5), TimeSpan.FromSeconds(parsed.GetValue(time) ?? 60),
            ((int)(parsed.GetValue(changes) ?? 3), (int)(parsed.GetValue(parts) ?? 12)), parsed.GetValue(target)), cancellation)));
        return command;
    }

    static ExitCode Run(Door door, FeederReading reading, Request request, CancellationToken cancellation)
    {
        if (reading.Source.Grid is not { } given || reading.Limits is not { } limits)
        {
            return CaseInput.Refuse(door, Name, reading.Problems);
        }

        var (grid, file) = (Limited(given, limits), reading.File);
        var (canSwitch, unknown) = Switchable(grid, file, request);
        var options = new ReconfigurationOptions { CanSwitch = canSwitch, Kept = request.States, BoundTime = request.Time, Clock = door.Clock };
        ImmutableArray<Problem> faults = [.. unknown, .. Reconfiguration.Faults(grid, options).Select(fault => Told(fault, grid, file)).Distinct()];
        if (!faults.IsEmpty || reading.Feeder is not { } feeder)
        {
            return CaseInput.Refuse(door, Name, [.. reading.Problems, .. faults]);
        }

        CaseInput.Warn(door.Terminal, reading.Problems);
        var solution = Reconfiguration.Solve(grid, options, cancellation);
        int[] periods = SwitchingPlanOptions.Periods(feeder.Hours.Count, request.Plan.Parts);
        var plan = feeder.IsSnapshot ? null : SwitchingPlanner.Solve(grid, feeder.Hours.Injections, new SwitchingPlanOptions
        {
            PeriodStart = periods, MostChanges = request.Plan.Changes, SpreadPu = feeder.Limits.SpreadPu,
            Search = options with { Kept = Math.Min(3, request.States), BoundTime = TimeSpan.Zero },
        }, cancellation);
        if (request.Out is { } target && solution.HasState)
        {
            Write(feeder, solution, plan is null ? null : (plan, periods), target);
        }

        return new ReconfigurationAnswer(door.Terminal, feeder, request.Out).Give(Name, solution, plan, reading.Problems);
    }

    static void Write(Feeder feeder, ReconfigurationSolution solution, (SwitchingPlanSolution Solution, int[] PeriodStart)? plan, string target)
    {
        if (CaseOrFolder.IsCase(target))
        {
            ExportMatpowerCommand.Write(Reconfiguration.Switched(feeder.Grid, solution.Best[0]), target);
        }
        else
        {
            NewFolder.Write(target, ReconfigurationFiles.Of(feeder.Grid, feeder.Hours, solution, feeder.Limits, plan).Select(f => (f.Path, f.Bytes)));
        }
    }

    /// <summary>The grid with the limits asked for in the place of those of the case; a voltage without limit is a fault there.</summary>
    static PowerGrid Limited(PowerGrid grid, FeederLimits limits) => grid with
    {
        Buses = grid.Buses with { MinVoltagePu = limits.LowPu, MaxVoltagePu = [.. limits.HighPu.Select(v => double.IsFinite(v) ? v : 0)] },
    };

    /// <summary>Branches that may be switched: those listed, or all, but those to keep.</summary>
    static (bool[]? CanSwitch, ImmutableArray<Problem> Problems) Switchable(PowerGrid grid, string file, Request request)
    {
        var (named, unknown) = request.Switch is { } list ? FeederOptions.Branches(grid, file, list) : (null, []);
        var (kept, others) = request.Keep is { } keep ? FeederOptions.Branches(grid, file, keep) : (null, []);
        return named is null && kept is null ? (null, [])
            : ([.. Enumerable.Range(0, grid.Branches.Count).Select(k => (named is null || named[k]) && (kept is null || !kept[k]))], [.. unknown, .. others]);
    }

    static Problem Told(ReconfigurationFault fault, PowerGrid grid, string file) => fault.Kind switch
    {
        ReconfigurationFaultKind.HeldVoltage => FeederOptions.Problem(ProblemCode.FeederHeldVoltage, file, "bus.BUS_TYPE", FeederOptions.Bus(grid, fault.Index)),
        ReconfigurationFaultKind.VoltageLimits => FeederOptions.Problem(ProblemCode.FeederVoltageLimits, file, "bus.VMIN", FeederOptions.Bus(grid, fault.Index)),
        ReconfigurationFaultKind.FixedLoop => FeederOptions.Problem(ProblemCode.FeederFixedLoop, file, "branch", FeederOptions.Branch(grid, fault.Index)),
        _ => FeederOptions.Problem(ProblemCode.FeederBetweenSlacks, file, "branch", FeederOptions.Branch(grid, fault.Index)),
    };

    /// <summary>What is asked for.</summary>
    sealed record Request(string? Switch, string? Keep, int States, TimeSpan Time, (int Changes, int Parts) Plan, string? Out);
}
