using System.CommandLine;
using System.Text.Json.Nodes;
using Suandian.Cases;
using Suandian.Reports.Jobs;
using Suandian.Scheduling.Statistics;
using static Suandian.Cli.GridNumbers;

namespace Suandian.Cli.Commands.Jobs;

/// <summary><c>trace</c>: what the jobs of a log are like.</summary>
static class TraceCommand
{
    internal const string Name = "suandian trace";

    /// <summary>Quantiles told: word and share.</summary>
    static readonly (string Key, double Share)[] Quantiles = [("least", 0), ("median", 0.5), ("p95", 0.95), ("most", 1)];

    static readonly string[] Headings = ["measure", "mean", .. Quantiles.Select(q => q.Key)];

    internal static Command Create(Door door)
    {
        var (log, output) = (new LogFlags(door), door.NewFolderOption());
        var command = new Command("trace", door.Terminal.Words("cli.trace"));
        log.AddTo(command);
        command.Add(output);
        command.SetAction(parsed => (int)Run(door, log.Read(parsed, isMachineNeeded: false), parsed.GetValue(output)));
        return command;
    }

    static ExitCode Run(Door door, JobLogReading reading, string? output)
    {
        if (reading.Trace is not { } trace)
        {
            return CaseInput.Refuse(door, Name, reading.Problems);
        }

        var (terminal, statistics, notes) = (door.Terminal, TraceStatistics.Of(trace, reading.Processors), LogFlags.NotesOf(reading, hasHours: false));
        if (output is not null)
        {
            NewFolder.Write(output, TraceFiles.Of(trace, reading.Processors, statistics, notes).Select(f => (f.Path, f.Bytes)));
        }

        terminal.Say($"{trace.Name}: {TraceFiles.Finding(statistics, reading.Processors).In(terminal.Language)}");
        if (TraceFiles.Accelerators(statistics) is { } words)
        {
            terminal.Say(words.In(terminal.Language));
        }

        DroppedJobs.Say(terminal, notes);
        (string Key, Spread Of, double Unit, int Digits)[] rows = [("processors", statistics.Processors, 1, 1), ("run_h", statistics.RunS, 3600, 3), ("between_h", statistics.BetweenS, 3600, 4), .. statistics.EstimatePu.Count == 0 ? [] : new[] { ("estimate_pct", statistics.EstimatePu, 0.01, 1) }, .. statistics.Accelerators.Count == 0 ? [] : new[] { ("accelerators", statistics.Accelerators, 1.0, 2) }];
        Grid.Print(terminal, [.. Headings.Select(h => terminal.Words("jobs.column_" + h))],
            rows.Select(r => (string[])[terminal.Words("cli.trace." + r.Key), Number(r.Of.Mean / r.Unit, r.Digits), .. Quantiles.Select(q => Number(r.Of.Quantile(q.Share) / r.Unit, r.Digits))]));
        SayShares(terminal, statistics);
        if (output is not null)
        {
            terminal.Say(terminal.Words("cli.trace.written", ("folder", output)));
        }

        terminal.Document(Document(reading, statistics, notes));
        return ExitCode.Done;
    }

    static void SayShares(Terminal terminal, TraceStatistics statistics)
    {
        const int Most = 10;
        foreach (var (kind, shares) in new[] { ("section", statistics.Sections), ("partition", statistics.Partitions), ("user", statistics.Users) }.Where(s => !s.Item2.IsEmpty))
        {
            terminal.Say(terminal.Words("jobs.shares_" + kind));
            Grid.Print(terminal, [terminal.Words("jobs.column_" + kind), terminal.Words("jobs.column_jobs"), terminal.Words("jobs.column_cpu_h"), terminal.Words("jobs.column_share")],
                shares.Take(Most).Select(s => (string[])[s.Name.Length == 0 ? "–" : s.Name, $"{s.Jobs}", Number(s.CpuH, 1), Number(100 * s.CpuH / Math.Max(1e-12, statistics.CpuH), 1)]));
        }
    }

    static JsonObject Document(JobLogReading reading, TraceStatistics s, LogNotes notes)
    {
        var document = CaseInput.Document(Name, ExitCode.Done, reading.Problems);
        document["jobs"] = s.Jobs;
        document["processors"] = reading.Processors == 0 ? null : reading.Processors;
        document["span_s"] = s.SpanS;
        document["cpu_h"] = s.CpuH;
        document["accelerator_h"] = s.AcceleratorH;
        document["offered_load_pu"] = Value(s.OfferedLoadPu);
        document["with_deadline"] = s.WithDeadline;
        DroppedJobs.Tell(document, notes);
        (string Key, Spread Of)[] all = [("processors", s.Processors), ("run_s", s.RunS), ("between_s", s.BetweenS), .. s.EstimatePu.Count == 0 ? [] : new[] { ("run_per_estimate_pu", s.EstimatePu) }, .. s.Accelerators.Count == 0 ? [] : new[] { ("accelerators", s.Accelerators) }];
        document["distributions"] = Nodes(all.Length, i =>
        {
            var node = new JsonObject { ["measure"] = all[i].Key, ["mean"] = Value(all[i].Of.Mean) };
            foreach (var (key, share) in Quantiles)
            {
                node[key] = Value(all[i].Of.Quantile(share));
            }

            return node;
        });
        document["arrivals_by_hour"] = new JsonArray([.. s.ByHour.Select(n => (JsonNode)n)]);
        document["sections"] = Shares(s.Sections);
        document["partitions"] = Shares(s.Partitions);
        document["users"] = Shares(s.Users);
        return document;
    }

    static JsonArray Shares(IReadOnlyList<TraceShare> shares) => Nodes(shares.Count, i => new JsonObject { ["name"] = shares[i].Name, ["jobs"] = shares[i].Jobs, ["cpu_h"] = shares[i].CpuH });
}
