using System.CommandLine;
using Suandian.Scheduling;
using Suandian.Scheduling.Machines;

namespace Suandian.Cli.Commands.Jobs;

/// <summary>How many of the waiting jobs the conservative policy reserves for: the option, and a remark where more waited.</summary>
static class QueueDepth
{
    const int Most = 10_000_000;

    internal static Option<int?> Option(Door door) => door.Option<int?>("--depth", "500", "cli.option.queue_depth", NumberRange.Whole(1, Most));

    internal static int Of(ParseResult parsed, Option<int?> option) => parsed.GetValue(option) ?? BatchSimulator.UsualDepth;

    /// <summary>Says that more jobs waited at a time than had reservations.</summary>
    internal static void Remark(Terminal terminal, JobTrace trace, IEnumerable<long> startS, int depth)
    {
        var (most, waiting) = (0, 0);
        foreach (var (_, change) in trace.SubmitS.Select(s => (s, 1)).Concat(startS.Select(s => (s, -1))).Order())
        {
            waiting += change;
            most = Math.Max(most, waiting);
        }

        if (most > depth)
        {
            terminal.Remark(terminal.Words("cli.simulate.depth", ("most", most), ("depth", depth)));
        }
    }

    /// <summary>Starts of the first runs of jobs, s.</summary>
    internal static IEnumerable<long> FirstStarts(MachineSchedule plan, int jobs)
    {
        var first = new long[jobs];
        Array.Fill(first, long.MaxValue);
        for (var run = 0; run < plan.Count; run++)
        {
            first[plan.Job[run]] = Math.Min(first[plan.Job[run]], plan.StartS[run]);
        }

        return first;
    }
}
