using System.CommandLine;
using System.Text;
using Suandian.Cases;
using Suandian.Cases.Feeder;
using Suandian.Distribution.Reinforcement;
using Suandian.Distribution.Year;
using Suandian.Reports.Feeders;

namespace Suandian.Cli.Commands.Grids;

/// <summary><c>feeder reinforce</c>: the measures of least cost with which a feeder keeps its limits in every hour.</summary>
static class FeederReinforceCommand
{
    const string Name = "suandian feeder reinforce";

    internal static Command Create(Door door)
    {
        var input = new FeederInput(door, needsHours: false);
        var measures = door.Option<string>("--measures", "FILE", "cli.option.feeder_measures");
        measures.Required = true;
        var growth = FeederOptions.Number(door, "--growth", "%", new NumberRange(-50, 100));
        var years = FeederOptions.Number(door, "--years", "N", NumberRange.Whole(0, 50));
        var discount = FeederOptions.Number(door, "--discount", "%", new NumberRange(0, 50));
        var time = door.Option<double?>("--time", "S", "cli.option.reinforce_time", new NumberRange(0, 86400));
        var target = CaseOrFolder.Option(door, "cli.option.feeder_reinforce_out");
        var command = input.Command(door, "reinforce", measures, growth, years, discount, time, target);
        command.SetAction((parsed, cancellation) => Task.FromResult((int)Run(door, input.Read(parsed).WithDarkBuses(), (parsed.GetRequiredValue(measures), parsed.GetValue(target)), new ReinforcementOptions
        {
            Growth = (parsed.GetValue(growth) ?? 0) / 100, Years = (int)(parsed.GetValue(years) ?? 0), Rate = (parsed.GetValue(discount) ?? 6) / 100,
            SearchTime = TimeSpan.FromSeconds(parsed.GetValue(time) ?? 30), Clock = door.Clock, Threads = Environment.ProcessorCount,
        }, cancellation)));
        return command;
    }

    static ExitCode Run(Door door, FeederReading reading, (string Measures, string? Out) files, ReinforcementOptions options, CancellationToken cancellation)
    {
        if (reading.Source.Grid is not { } grid)
        {
            return CaseInput.Refuse(door, Name, reading.Problems);
        }

        var (measures, unfit) = MeasureCatalogue.Read(files.Measures, grid, reading.Source.Hours ?? FeederHours.Snapshot(grid));
        if (reading.Feeder is not { } feeder)
        {
            return CaseInput.Refuse(door, Name, [.. reading.Problems, .. unfit.Where(problem => problem.Code != ProblemCode.MeasuresNothingThere)]);
        }

        if (unfit.Any(problem => problem.Severity == Severity.Error))
        {
            return CaseInput.Refuse(door, Name, [.. reading.Problems, .. unfit]);
        }

        CaseInput.Warn(door.Terminal, reading.Problems);
        var how = options with { Limits = feeder.Limits };
        var solution = FeederReinforcement.Solve(feeder.Grid, feeder.Hours, measures, how, cancellation);
        if (files.Out is { } target && (solution.IsBuilt || solution.Status == ReinforcementStatus.NothingNeeded))
        {
            Write(feeder, solution, how, target);
        }

        return new ReinforcementAnswer(door.Terminal, feeder, how, files.Out).Give(Name, solution, reading.Problems);
    }

    /// <summary>A folder with page, tables, case and hours; or the case alone, and its hours beside it where they hold what the case does not.</summary>
    static void Write(Feeder feeder, ReinforcementSolution solution, ReinforcementOptions options, string target)
    {
        if (!CaseOrFolder.IsCase(target))
        {
            NewFolder.Write(target, ReinforcementFiles.Of(feeder.Grid, solution, options).Select(f => (f.Path, f.Bytes)));
            return;
        }

        ExportMatpowerCommand.Write(solution.Grid, target);
        if (solution.Measures.Any(p => p.Measure.IsScheduled))
        {
            File.WriteAllText(CaseOrFolder.HoursBeside(target), FeederTableWriter.Write(feeder.Grid, solution.Scheduled), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
    }
}
