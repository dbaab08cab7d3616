using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Suandian.Cases;
using Suandian.Reports;
using Suandian.Reports.Jobs;
using Suandian.Scheduling;
using static Suandian.Cli.GridNumbers;

namespace Suandian.Cli.Commands.Jobs;

/// <summary>Schedules of a log for people and for machines: a row a policy, what was left out, what the check found.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="trace">The jobs.</param>
/// <param name="reading">Where they come from.</param>
/// <param name="notes">What there is to know of it.</param>
sealed class ScheduleAnswer(Terminal terminal, JobTrace trace, JobLogReading reading, LogNotes notes)
{
    static readonly string[] Headings = ["policy", "mean_wait", "median_wait", "longest_wait", "slowdown", "utilisation", "makespan"];

    /// <summary>Prints the answer.</summary>
    /// <exception cref="InvalidOperationException">A schedule does not stand the check: a mistake of the program.</exception>
    internal ExitCode Give(ScheduleSolution[] schedules, string? output)
    {
        var answers = schedules.Select(s => (Schedule: s, Metrics: ScheduleMetrics.Of(trace, s), Deadlines: DeadlineMetrics.Of(trace, s))).ToArray();
        foreach (var (schedule, faults) in schedules.Select(s => (s, ScheduleCheck.Of(trace, s))).Where(c => !c.Item2.IsEmpty))
        {
            throw new InvalidOperationException($"{schedule.Policy}: {faults.Length} faults, first {faults[0]}");
        }

        terminal.Say(terminal.Words("cli.simulate.trace", ("name", trace.Name), ("jobs", trace.Count), ("processors", reading.Processors),
            ("span", FittingUnit.OfTime(trace.SubmitS[^1] - trace.SubmitS[0]).Say(trace.SubmitS[^1] - trace.SubmitS[0]))));
        DroppedJobs.Say(terminal, notes);
        var (wait, span) = (FittingUnit.OfWait(answers.Select(a => a.Metrics.LongestWaitS)), FittingUnit.OfTime(answers.Select(a => a.Metrics.MakespanS)));
        Grid.Print(terminal, [.. Headings.Select(h => terminal.Words("cli.simulate." + h, ("unit", h == "makespan" ? span.Word : wait.Word)))], answers.Select(a => (string[])
        [
            Name(a.Schedule), wait.Column(a.Metrics.MeanWaitS, 3), wait.Column(a.Metrics.MedianWaitS, 3), wait.Column(a.Metrics.LongestWaitS, 2), Number(a.Metrics.MeanBoundedSlowdown, 2),
            Number(100 * a.Metrics.UtilisationPu, 1), span.Column(a.Metrics.MakespanS, 2),
        ]));
        DeadlineAnswer.Say(terminal, [.. answers.Select(a => (Name(a.Schedule), a.Deadlines))]);
        terminal.Say(terminal.Words("cli.simulate.checked"));
        if (output is not null)
        {
            terminal.Say(terminal.Words("cli.simulate.written", ("folder", output)));
        }

        var document = CaseInput.Document(SimulateCommand.Name, ExitCode.Done, reading.Problems);
        document["jobs"] = trace.Count;
        document["processors"] = reading.Processors;
        DroppedJobs.Tell(document, notes);
        document["policies"] = Nodes(answers.Length, i => Node(answers[i].Schedule, answers[i].Metrics, answers[i].Deadlines));
        terminal.Document(document);
        return ExitCode.Done;
    }

    string Name(ScheduleSolution schedule) => terminal.Words("cli.simulate." + SimulateCommand.KeyOf(schedule.Policy));

    static JsonObject Node(ScheduleSolution schedule, ScheduleMetrics metrics, ImmutableArray<DeadlineMetrics> deadlines) => DeadlineAnswer.Tell(new JsonObject
    {
        ["policy"] = SimulateCommand.KeyOf(schedule.Policy),
        ["mean_wait_s"] = metrics.MeanWaitS,
        ["median_wait_s"] = metrics.MedianWaitS,
        ["longest_wait_s"] = metrics.LongestWaitS,
        ["mean_bounded_slowdown"] = metrics.MeanBoundedSlowdown,
        ["utilisation_pu"] = metrics.UtilisationPu,
        ["makespan_s"] = metrics.MakespanS,
        ["sections"] = Nodes(Math.Max(0, deadlines.Length - 1), i => DeadlineAnswer.Tell(new JsonObject { ["name"] = deadlines[i + 1].Section }, deadlines[i + 1])),
    }, deadlines.FirstOrDefault());
}
