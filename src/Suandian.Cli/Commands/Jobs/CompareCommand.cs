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
            return Task.FromResult((int)Run(door, log.Read(parsed, isMachineNeeded: asked.Queues.Length > 0), asked, parsed.GetValue(output), cancellation));
        });
        return command;
    }

    static ExitCode Run(Door door, JobLogReading reading, AskedComparison asked, string? output, CancellationToken cancellation)
    {
        var series = asked.Series is null ? null : ShiftSeriesFile.Read(asked.Series, asked.Shifts.Length > 0 ? asked.Options.Goal : null); // queues have no goal
        ImmutableArray<Problem> problems = [.. reading.Problems, .. series?.Problems ?? [], .. TooShort(reading.Trace, series?.Series, asked), .. TooLarge(reading, series?.Series, asked)];
        if (reading.Trace is not { } trace || problems.Any(p => p.Severity == Severity.Error))
        {
            return CaseInput.Refuse(door, Name, problems);
        }

        var setting = new ComparisonSetting(trace, reading.Processors, series?.Series, asked.Options.KilowattPerCpu);
        var solution = ComparisonStudy.Run(setting, asked.Queues, asked.Shifts, asked.Options, cancellation);
        if (output is not null)
        {
            NewFolder.Write(output, ComparisonFiles.Of(solution).Concat(ComparisonFiles.Segments(solution)).Select(f => (f.Path, f.Bytes)));
        }

        return new ComparisonAnswer(door.Terminal, solution).Give(reading, problems, output);
    }

    /// <summary>Policies that shift keep the power limit, under which every job must be able to run at some time.</summary>
    static IEnumerable<Problem> TooLarge(JobLogReading reading, ShiftSeries? series, AskedComparison asked)
    {
        if (reading.Trace is not { } trace || asked.Shifts.Length == 0 || series?.MostCpus(reading.Processors > 0 ? reading.Processors : null, asked.Options.KilowattPerCpu) is not { } most)
        {
            return [];
        }

        return Enumerable.Range(0, trace.Count).Where(j => trace.Processors[j] > most).Select(j => new Problem(ProblemCode.ShiftJobTooLarge, Severity.Error, trace.Name, null, "processors", trace.NameOf(j),
            Phrases.Of($"check.{ProblemCode.ShiftJobTooLarge}.expected", ("capacity", most)), Phrases.Of($"check.{ProblemCode.ShiftJobTooLarge}.remedy")));
    }

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
