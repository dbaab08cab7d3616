using System.Collections.Immutable;
using System.CommandLine;
using Suandian.Cases;
using Suandian.Distribution.Hosting;
using Suandian.Reports.Feeders;
using Suandian.Texts;

namespace Suandian.Cli.Commands.Grids;

/// <summary><c>feeder host</c>: how much PV, wind or computing load each bus can take.</summary>
static class FeederHostCommand
{
    const string Name = "suandian feeder host";

    internal static Command Create(Door door)
    {
        var input = new FeederInput(door, needsHours: false);
        var kind = door.Option<string?>("--kind", "pv|wind|load", "cli.option.host_kind");
        kind.AcceptOnlyFromAmong("pv", "wind", "load");
        var flexible = FeederInput.Number(door, ("--flexible", "MW"), "cli.option.host_flexible", NumberRange.Above(0));
        var busy = FeederInput.Number(door, ("--busy", "50%"), "cli.option.host_busy", new NumberRange(0, 1));
        var factor = FeederInput.Number(door, ("--power-factor", "0.95"), "cli.option.host_factor", NumberRange.Above(0, 1));
        var most = FeederInput.Number(door, ("--most", "MW"), "cli.option.host_most", NumberRange.Above(0));
        var output = door.NewFolderOption();
        var rows = GridInput.RowsOption(door, "cli.option.feeder_rows");
        var command = input.Command(door, "host", kind, flexible, busy, factor, most, output, rows);
        command.SetAction((parsed, cancellation) =>
        {
            var options = new HostingOptions
            {
                Kind = parsed.GetValue(kind) switch { "wind" => HostingKind.Wind, "load" => HostingKind.Load, _ => HostingKind.Pv },
                FlexibleMw = FeederInput.Value(parsed.GetValue(flexible)) ?? 0, BusyPu = FeederInput.Value(parsed.GetValue(busy)) ?? 0.5,
                PowerFactor = FeederInput.Value(parsed.GetValue(factor)) ?? 0.95, MostMw = FeederInput.Value(parsed.GetValue(most)),
                Threads = Environment.ProcessorCount,
            };
            return Task.FromResult((int)Run(door, input.Read(parsed), (options, parsed.GetValue(output), parsed.GetValue(rows) ?? FeederTables.UsualRows), cancellation));
        });
        return command;
    }

    static ExitCode Run(Door door, FeederReading reading, (HostingOptions Options, string? Out, int Rows) how, CancellationToken cancellation)
    {
        ImmutableArray<Problem> problems = [.. reading.Problems, .. Unfit(reading, how.Options)];
        if (reading.Feeder is not { } feeder || problems.Any(p => p.Severity == Severity.Error))
        {
            return CaseInput.Refuse(door, Name, problems);
        }

        CaseInput.Warn(door.Terminal, problems);
        var solution = HostingCapacity.Solve(feeder.Grid, feeder.Hours, feeder.Limits, how.Options, cancellation);
        if (how.Out is { } folder)
        {
            NewFolder.Write(folder, HostingFiles.Of(feeder.Grid, feeder.Hours, solution).Select(f => (f.Path, f.Bytes)));
        }

        return new FeederHostAnswer(door.Terminal, feeder, how.Rows).Give(Name, solution, problems, how.Out);
    }

    static IEnumerable<Problem> Unfit(FeederReading reading, HostingOptions options)
    {
        var (column, shape) = options.Kind == HostingKind.Wind ? ("wind", reading.Feeder?.Hours.WindPu) : ("pv", reading.Feeder?.Hours.PvPu);
        if (reading.Feeder is { IsSnapshot: false } && options.Kind != HostingKind.Load && shape is null)
        {
            yield return Told(ProblemCode.FeederShape, column);
        }

        if (options.Kind == HostingKind.Load && options.FlexibleMw > 0)
        {
            yield return Told(ProblemCode.FeederFlexibleLoad, null);
        }
    }

    static Problem Told(string code, string? column) => new(code, Severity.Error, column is null ? "--flexible" : "--hours", null, column, null,
        Phrases.Of($"check.{code}.expected", ("column", column)), Phrases.Of($"check.{code}.remedy", ("column", column)));
}
