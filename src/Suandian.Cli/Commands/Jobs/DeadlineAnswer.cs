using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Suandian.Reports;
using Suandian.Scheduling;

namespace Suandian.Cli.Commands.Jobs;

/// <summary>How deadlines were kept, for people and for machines.</summary>
static class DeadlineAnswer
{
    static readonly string[] Headings = ["section", "with_deadline", "missed", "lateness"];

    /// <summary>Prints a row for each policy and group; nothing where no job has a deadline.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="plans">Name of each policy, and its groups.</param>
    internal static void Say(Terminal terminal, (string Policy, ImmutableArray<DeadlineMetrics> Groups)[] plans)
    {
        if (!Array.Exists(plans, p => p.Groups.Any(g => g.Jobs > 0)))
        {
            return;
        }

        var unit = FittingUnit.OfWait(plans.SelectMany(p => p.Groups.Select(g => g.LargestLatenessS)));
        terminal.Say(terminal.Words("cli.deadlines"));
        Grid.Print(terminal, [terminal.Words("cli.simulate.policy"), .. Headings.Select(h => terminal.Words("cli.deadlines." + h, ("unit", unit.Word)))], plans.SelectMany(p => p.Groups.Select(g => (string[])
            [p.Policy, g.Section is null ? terminal.Words("cli.deadlines.all") : g.Section.Length == 0 ? "–" : g.Section, $"{g.Jobs}", $"{g.Missed}", g.Jobs == 0 ? "–" : unit.Column(g.LargestLatenessS, 2)])), column => column == 1);
    }

    /// <summary>Adds what is known of a group to its node.</summary>
    internal static JsonObject Tell(JsonObject node, DeadlineMetrics? group)
    {
        node["with_deadline"] = group?.Jobs ?? 0;
        node["deadline_misses"] = group is { Jobs: > 0 } ? group.Missed : null;
        node["largest_lateness_s"] = group is { Jobs: > 0 } ? group.LargestLatenessS : null;
        return node;
    }
}
