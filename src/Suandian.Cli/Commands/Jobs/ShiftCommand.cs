using System.Collections.Immutable;
using System.CommandLine;
using Suandian.Cases;
using Suandian.Reports.Jobs;
using Suandian.Reports.Shifting;
using Suandian.Scheduling.Shifting;
using Suandian.Scheduling.Shifting.Clusters;

namespace Suandian.Cli.Commands.Jobs;

/// <summary><c>shift</c>: jobs of a trace moved in time, and among clusters, to where carbon or price is low.</summary>
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
            if (flags.Broken(parsed) is { } rule)
            {
                return UsageErrors.Broken(door, parsed, rule);
            }

            var options = flags.Options(parsed);
            return Task.FromResult((int)Run(door, (parsed.GetRequiredValue(trace), parsed.GetValue(flags.Series), parsed.GetValue(flags.Clusters), flags.Log(parsed)),
                (options, flags.Policies(parsed, options), parsed.GetValue(output)), cancellation));
        });
        return command;
    }

    static ExitCode Run(Door door, (string Trace, string? Series, string? Clusters, JobLogOptions How) input, (ShiftOptions Options, ShiftPolicyKind[] Policies, string? Output) asked, CancellationToken cancellation)
    {
        var (clusters, wrong) = Clusters(input.Series, input.Clusters, asked.Options);
        var hours = clusters.IsEmpty ? int.MaxValue : clusters[0].Series.Hours;
        var most = input.Clusters is null && !clusters.IsEmpty ? clusters[0].Series.MostCpus(asked.Options.CapacityCpus, asked.Options.KilowattPerCpu) : asked.Options.CapacityCpus;
        var limit = clusters.IsEmpty ? null : clusters[0].Series.LimitCpus(asked.Options.CapacityCpus, asked.Options.KilowattPerCpu);
        var fit = new ShiftFit(asked.Options with { CapacityCpus = most }, hours) { Clusters = input.Clusters is null ? [] : clusters, LimitCpus = limit };
        var reading = ShiftTraceFile.Read(input.Trace, fit, input.How);
        if (reading.Trace is not { } trace || clusters.IsEmpty)
        {
            return CaseInput.Refuse(door, Name, [.. reading.Problems, .. wrong]);
        }

        var solution = ShiftStudy.Run(trace, clusters, asked.Options, asked.Policies, cancellation);
        var notes = new LogNotes { FirstHour = trace.Began, Dropped = reading.Dropped, Left = reading.Left, KeptCpuH = trace.CpuHours };
        if (asked.Output is { } folder)
        {
            NewFolder.Write(folder, ShiftFiles.Of(trace, asked.Options, solution, notes).Select(f => (f.Path, f.Bytes)));
        }

        return new ShiftAnswer(door.Terminal, trace, asked.Options).Give(solution, notes, asked.Output);
    }

    /// <summary>The clusters of a table, or the one of an hourly table; none, with problems, where they cannot be used.</summary>
    static (ImmutableArray<ShiftCluster> Clusters, ImmutableArray<Problem> Problems) Clusters(string? series, string? table, ShiftOptions options)
    {
        if (table is not null)
        {
            var reading = ShiftClustersFile.Read(table, options.Goal);
            return ([.. reading.Clusters.Select(c => c with { CapacityCpus = c.Series.MostCpus(c.CapacityCpus, options.KilowattPerCpu) })], reading.Problems);
        }

        var hours = ShiftSeriesFile.Read(series!, options.Goal);
        return (hours.Series is { } known ? [ShiftCluster.Only(known, options)] : [], hours.Problems);
    }
}
