using System.Text.Json.Nodes;
using Suandian.Cases;
using Suandian.Cli.Commands;
using Suandian.Scheduling;
using static Suandian.Cli.GridNumbers;

namespace Suandian.Cli;

/// <summary>Schedules of a log for people and for machines: a row a policy, what was left out, what the check found.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="trace">The jobs.</param>
/// <param name="reading">Where they come from.</param>
sealed class ScheduleAnswer(Terminal terminal, JobTrace trace, JobLogReading reading)
{
    const double SecondsPerHour = 3600;
    const double SecondsPerDay = 86400;

    static readonly string[] Headings = ["policy", "mean_wait", "median_wait", "longest_wait", "slowdown", "utilisation", "makespan"];

    /// <summary>Prints the answer.</summary>
    /// <exception cref="InvalidOperationException">A schedule does not stand the check: a mistake of the program.</exception>
    internal ExitCode Give(ScheduleSolution[] schedules, string? output)
    {
        var answers = schedules.Select(s => (Schedule: s, Metrics: ScheduleMetrics.Of(trace, s))).ToArray();
        foreach (var (schedule, faults) in schedules.Select(s => (s, ScheduleCheck.Of(trace, s))).Where(c => !c.Item2.IsEmpty))
        {
            throw new InvalidOperationException($"{schedule.Policy}: {faults.Length} faults, first {faults[0]}");
        }

        terminal.Say(terminal.Words("cli.simulate.trace", ("name", trace.Name), ("jobs", trace.Count), ("processors", reading.Processors),
            ("days", Number((trace.SubmitS[^1] - trace.SubmitS[0]) / SecondsPerDay, 1))));
        DroppedJobs.Say(terminal, reading.Dropped);
        Grid.Print(terminal, [.. Headings.Select(h => terminal.Words("cli.simulate." + h))], answers.Select(a => (string[])
        [
            terminal.Words("cli.simulate." + SimulateCommand.KeyOf(a.Schedule.Policy)), Number(a.Metrics.MeanWaitS / SecondsPerHour, 3),
            Number(a.Metrics.MedianWaitS / SecondsPerHour, 3), Number(a.Metrics.LongestWaitS / SecondsPerHour, 2), Number(a.Metrics.MeanBoundedSlowdown, 2),
            Number(100 * a.Metrics.UtilisationPu, 1), Number(a.Metrics.MakespanS / SecondsPerDay, 2),
        ]));
        terminal.Say(terminal.Words("cli.simulate.checked"));
        if (output is not null)
        {
            terminal.Say(terminal.Words("cli.simulate.written", ("folder", output)));
        }

        var document = CaseInput.Document(SimulateCommand.Name, ExitCode.Done, reading.Problems);
        document["jobs"] = trace.Count;
        document["processors"] = reading.Processors;
        document["dropped"] = ProblemList.Nodes(reading.Dropped);
        document["policies"] = Nodes(answers.Length, i => Node(answers[i].Schedule, answers[i].Metrics));
        terminal.Document(document);
        return ExitCode.Done;
    }

    static JsonObject Node(ScheduleSolution schedule, ScheduleMetrics metrics) => new()
    {
        ["policy"] = SimulateCommand.KeyOf(schedule.Policy),
        ["mean_wait_s"] = metrics.MeanWaitS,
        ["median_wait_s"] = metrics.MedianWaitS,
        ["longest_wait_s"] = metrics.LongestWaitS,
        ["mean_bounded_slowdown"] = metrics.MeanBoundedSlowdown,
        ["utilisation_pu"] = metrics.UtilisationPu,
        ["makespan_s"] = metrics.MakespanS,
    };
}
