using System.Collections.Immutable;
using System.CommandLine;
using Suandian.Cases;
using Suandian.Reports.Jobs;
using Suandian.Scheduling;
using Suandian.Scheduling.Comparison;
using Suandian.Scheduling.Shifting;
using Suandian.Texts;

namespace Suandian.Cli.Commands.Jobs;

/// <summary><c>compare</c>: one log under policies of both families, queue and time shifting, side by side.</summary>
static class CompareCommand
{
    internal const string Name = "suandian compare";

    internal static Command Create(Door door)
    {
        var (log, flags, output) = (new LogFlags(door), new CompareFlags(door), door.NewFolderOption());
        var command = new Command("compare", door.Terminal.Words("cli.compare"));
        log.AddTo(command);
        flags.AddTo(command);
        command.Add(output);
        command.SetAction((parsed, cancellation) =>
        {
            if (flags.Broken(parsed) is { } rule)
            {
                return UsageErrors.Broken(door, parsed, rule);
            }

            var asked = flags.Asked(parsed);
            var how = log.Options(parsed, isMachineNeeded: asked.Queues.Length > 0);
            return Task.FromResult((int)Run(door, (log.Log(parsed), how), asked, parsed.GetValue(output), cancellation));
        });
        return command;
    }

    static ExitCode Run(Door door, (string Log, JobLogOptions How) input, AskedComparison asked, string? output, CancellationToken cancellation)
    {
        var series = asked.Series is null ? null : ShiftSeriesFile.Read(asked.Series, asked.Shifts.Length > 0 ? asked.Options.Goal : null); // queues have no goal
        var reading = JobLog.Read(input.Log, input.How, FitOf(series?.Series, asked));
        ImmutableArray<Problem> problems = [.. reading.Problems, .. series?.Problems ?? [], .. TooShort(reading.Trace, series?.Series, asked)];
        if (reading.Trace is not { } trace || problems.Any(p => p.Severity == Severity.Error))
        {
            return CaseInput.Refuse(door, Name, problems);
        }

        var setting = new ComparisonSetting(trace, reading.Processors, series?.Series, asked.Options.KilowattPerCpu);
        var solution = ComparisonStudy.Run(setting, asked.Queues, asked.Shifts, asked.Options, cancellation);
        foreach (var run in solution.Runs.Where(r => r.Schedule.Key == SimulateCommand.KeyOf(QueuePolicyKind.Conservative)))
        {
            QueueDepth.Remark(door.Terminal, trace, run.Schedule.Segments.Select(s => s.StartS), setting.Depth);
        }

        var notes = LogFlags.NotesOf(reading, hasHours: series is not null);
        if (output is not null)
        {
            NewFolder.Write(output, ComparisonFiles.Of(solution, notes).Concat(ComparisonFiles.Segments(solution)).Select(f => (f.Path, f.Bytes)));
        }

        return new ComparisonAnswer(door.Terminal, solution, notes).Give(reading, problems, output);
    }

    /// <summary>Policies that shift keep the power limit, under which every job must find time; null where none of them is asked.</summary>
    static Func<int, ShiftFit>? FitOf(ShiftSeries? series, AskedComparison asked) => asked.Shifts.Length == 0 || series is null ? null : processors =>
    {
        var (capacity, kilowatt) = (processors > 0 ? processors : default(int?), asked.Options.KilowattPerCpu);
        return new ShiftFit(asked.Options with { CapacityCpus = series.MostCpus(capacity, kilowatt) }, series.Hours) { LimitCpus = series.LimitCpus(capacity, kilowatt) };
    };

    /// <summary>Policies that shift need hours until the last deadline.</summary>
    static IEnumerable<Problem> TooShort(JobTrace? trace, ShiftSeries? series, AskedComparison asked)
    {
        if (trace is null || series is null || asked.Shifts.Length == 0 || ComparisonStudy.HoursNeeded(trace, asked.Options) is var needed && needed <= series.Hours)
        {
            yield break;
        }

        (string, object?)[] places = [("needed", needed), ("hours", series.Hours)];
        yield return new Problem(ProblemCode.CompareSeriesShort, Severity.Error, Path.GetFileName(asked.Series!), null, "hour", $"{series.Hours}",
            Phrases.Of($"check.{ProblemCode.CompareSeriesShort}.expected", places), Phrases.Of($"check.{ProblemCode.CompareSeriesShort}.remedy", places));
    }
}
