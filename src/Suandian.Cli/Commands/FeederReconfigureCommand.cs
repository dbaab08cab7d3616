using System.Collections.Immutable;
using System.CommandLine;
using Suandian.Cases;
using Suandian.Cases.Feeder;
using Suandian.Distribution.Switching;
using Suandian.PowerFlow;

namespace Suandian.Cli.Commands;

/// <summary><c>feeder reconfigure</c>: which switches to open so that the losses are least.</summary>
static class FeederReconfigureCommand
{
    const string Name = "suandian feeder reconfigure";

    internal static Command Create(Door door)
    {
        var source = door.Argument("case", "cli.argument.grid_in");
        var switches = FeederInput.Words(door, "--switch", "LIST", FeederInput.IsBranches);
        var fixedOnes = FeederInput.Words(door, "--keep", "LIST", FeederInput.IsBranches);
        var states = FeederInput.Number(door, "--states", "N", n => n >= 1 && n <= 1000 && n == Math.Floor(n));
        var time = FeederInput.Number(door, "--time", "S", s => s is >= 0 and <= 86400);
        var hours = door.Option<string?>("--hours", "FILE", "cli.option.feeder_hours");
        var changes = FeederInput.Number(door, "--changes", "N", n => n >= 0 && n <= 1000 && n == Math.Floor(n));
        var parts = FeederInput.Number(door, "--parts", "N", n => n >= 1 && n <= 366 && n == Math.Floor(n));
        var target = door.Option<string?>("--out", "FILE", "cli.option.feeder_out");
        target.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } path && (File.Exists(path) || Directory.Exists(path)))
            {
                result.AddError("cli.usage.taken");
            }
        });
        var command = new Command("reconfigure", door.Terminal.Words("cli.feeder.reconfigure")) { source, switches, fixedOnes, states, time, hours, changes, parts, target };
        command.SetAction((parsed, cancellation) => Task.FromResult((int)Run(door, parsed.GetRequiredValue(source), new Request(
            parsed.GetValue(switches), parsed.GetValue(fixedOnes), (int)(parsed.GetValue(states) ?? 5), TimeSpan.FromSeconds(parsed.GetValue(time) ?? 60),
            parsed.GetValue(hours), ((int)(parsed.GetValue(changes) ?? 3), (int)(parsed.GetValue(parts) ?? 12)), parsed.GetValue(target)), cancellation)));
        return command;
    }

    static ExitCode Run(Door door, string source, Request request, CancellationToken cancellation)
    {
        var reading = GridInput.Read(source);
        var (factors, wrong) = request.Hours is { } path ? HourFactors.Read(path) : (null, []);
        if (reading.Grid is not { } grid)
        {
            return CaseInput.Refuse(door, Name, [.. reading.Problems, .. wrong]);
        }

        var file = Path.GetFileName(source);
        var (canSwitch, unknown) = Switchable(grid, file, request);
        var options = new ReconfigurationOptions { CanSwitch = canSwitch, Kept = request.States, BoundTime = request.Time, Clock = door.Clock };
        ImmutableArray<Problem> faults = [.. wrong, .. unknown, .. Reconfiguration.Faults(grid, options).Select(fault => Told(fault, grid, file))];
        if (!faults.IsEmpty)
        {
            return CaseInput.Refuse(door, Name, [.. reading.Problems, .. faults]);
        }

        CaseInput.Warn(door.Terminal, reading.Problems);
        var solution = Reconfiguration.Solve(grid, options, cancellation);
        var plan = factors is null ? null : SwitchingPlanner.Solve(grid, factors.Of(grid), new SwitchingPlanOptions
        {
            PeriodStart = factors.Periods(request.Plan.Parts), MostChanges = request.Plan.Changes, Search = options with { Kept = Math.Min(3, request.States), BoundTime = TimeSpan.Zero },
        }, cancellation);
        if (request.Out is { } target && solution.HasState)
        {
            GridExportCommand.Write(Reconfiguration.Switched(grid, solution.Best[0]), target);
        }

        return new ReconfigurationAnswer(door.Terminal, grid).Give(Name, solution, plan, reading.Problems);
    }

    /// <summary>Branches that may be switched: those listed, or all, but those to keep.</summary>
    static (bool[]? CanSwitch, ImmutableArray<Problem> Problems) Switchable(PowerGrid grid, string file, Request request)
    {
        var (named, unknown) = request.Switch is { } list ? FeederInput.Branches(grid, file, list) : (null, []);
        var (kept, others) = request.Keep is { } keep ? FeederInput.Branches(grid, file, keep) : (null, []);
        return named is null && kept is null ? (null, [])
            : ([.. Enumerable.Range(0, grid.Branches.Count).Select(k => (named is null || named[k]) && (kept is null || !kept[k]))], [.. unknown, .. others]);
    }

    static Problem Told(ReconfigurationFault fault, PowerGrid grid, string file) => fault.Kind switch
    {
        ReconfigurationFaultKind.HeldVoltage => FeederInput.Problem(ProblemCode.FeederHeldVoltage, file, "bus.BUS_TYPE", FeederInput.Bus(grid, fault.Index)),
        ReconfigurationFaultKind.VoltageLimits => FeederInput.Problem(ProblemCode.FeederVoltageLimits, file, "bus.VMIN", FeederInput.Bus(grid, fault.Index)),
        ReconfigurationFaultKind.FixedLoop => FeederInput.Problem(ProblemCode.FeederFixedLoop, file, "branch", FeederInput.Branch(grid, fault.Index)),
        _ => FeederInput.Problem(ProblemCode.FeederBetweenSlacks, file, "branch", FeederInput.Branch(grid, fault.Index)),
    };

    /// <summary>What is asked for.</summary>
    sealed record Request(string? Switch, string? Keep, int States, TimeSpan Time, string? Hours, (int Changes, int Parts) Plan, string? Out);
}
