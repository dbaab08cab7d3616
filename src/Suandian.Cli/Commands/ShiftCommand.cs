using System.Collections.Immutable;
using System.CommandLine;
using Suandian.Cases;
using Suandian.Reports.Shifting;
using Suandian.Scheduling.Shifting;

namespace Suandian.Cli.Commands;

/// <summary><c>shift</c>: jobs of a trace moved in time to hours of little carbon or low price.</summary>
static class ShiftCommand
{
    internal const string Name = "suandian shift";

    internal static Command Create(Door door)
    {
        var trace = door.Argument("trace", "cli.argument.shift_trace");
        var flags = new ShiftFlags(door);
        var output = door.NewFolderOption();
        var command = new Command("shift", door.Terminal.Words("cli.shift")) { trace };
        flags.AddTo(command);
        command.Add(output);
        command.SetAction((parsed, cancellation) =>
        {
            var options = flags.Options(parsed);
            var invalid = parsed.GetValue(flags.Invalid) == "drop" ? InvalidJobs.Drop : InvalidJobs.Refuse;
            return Task.FromResult((int)Run(door, (parsed.GetRequiredValue(trace), parsed.GetRequiredValue(flags.Series), invalid),
                (options, flags.Policies(parsed, options), parsed.GetValue(output)), cancellation));
        });
        return command;
    }

    static ExitCode Run(Door door, (string Trace, string Series, InvalidJobs Invalid) input, (ShiftOptions Options, ShiftPolicyKind[] Policies, string? Output) asked, CancellationToken cancellation)
    {
        var series = ShiftSeriesFile.Read(input.Series, asked.Options.Goal);
        var reading = ShiftTraceFile.Read(input.Trace, new ShiftFit(asked.Options, series.Series?.Hours ?? int.MaxValue), input.Invalid);
        ImmutableArray<Problem> problems = [.. reading.Problems, .. series.Problems];
        if (reading.Trace is not { } trace || series.Series is not { } hours)
        {
            return CaseInput.Refuse(door, Name, problems);
        }

        var solution = ShiftStudy.Run(trace, hours, asked.Options, asked.Policies, cancellation);
        if (asked.Output is { } folder)
        {
            NewFolder.Write(folder, ShiftFiles.Of(trace, hours, asked.Options, solution).Select(f => (f.Path, f.Bytes)));
        }

        return new ShiftAnswer(door.Terminal, trace, asked.Options).Give(solution, reading.Dropped, asked.Output);
    }
}
