using System.Text.Json.Nodes;
using Suandian.Cases;
using Suandian.Reports.Placements;
using Suandian.Scheduling.Placement;
using static Suandian.Cli.GridNumbers;

namespace Suandian.Cli.Commands.Jobs;

/// <summary>Placement policies for people and for machines: a row a policy, why pods were turned away, what was left out.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="experiment">Cluster and pods.</param>
/// <param name="reading">Where they come from.</param>
sealed class PackAnswer(Terminal terminal, PlacementExperiment experiment, PodListsReading reading)
{
    static readonly TurnedAway[] Reasons = [.. Enum.GetValues<TurnedAway>().Where(r => r != TurnedAway.No)];

    /// <summary>Prints the answer.</summary>
    /// <exception cref="InvalidOperationException">A placement does not stand the check: a mistake of the program.</exception>
    internal ExitCode Give(IReadOnlyList<PolicyOutcome> outcomes, PackRequest request)
    {
        if (outcomes.FirstOrDefault(o => !o.Faults.IsEmpty) is { } wrong)
        {
            throw new InvalidOperationException($"{wrong.Policy}: {wrong.Faults.Length} faults, first {wrong.Faults[0]}");
        }

        var cluster = experiment.Cluster;
        terminal.Say(terminal.Words("cli.pack.trace", ("nodes", cluster.Nodes.Length), ("gpus", cluster.CapacityMilli / Pod.WholeMilli), ("models", cluster.Models.Length),
            ("pods", experiment.Trace.Pods.Length), ("typical", experiment.TypicalCount), ("load", request.LoadPercent), ("seeds", request.Seeds.Count)));
        SayDropped();
        Grid.Print(terminal, Headings("policy", "allocated", "least", "largest", "at_capacity", "fragmented"), outcomes.Select(o =>
        {
            var (mean, least, largest) = o.Over(m => m.AllocatedPu);
            return (string[])[PackCommand.NameOf(o.Policy).In(terminal.Language), Percent(mean), Percent(least), Percent(largest), Percent(o.Over(m => m.AllocatedAtCapacityPu).Mean), Percent(o.Over(m => m.FragmentedPu).Mean)];
        }));
        terminal.Say(terminal.Words("cli.pack.turned_away"));
        Grid.Print(terminal, Headings(["policy", .. Reasons.Select(PlacementFiles.WordOf)]), outcomes.Select(o =>
            (string[])[PackCommand.NameOf(o.Policy).In(terminal.Language), .. Reasons.Select(r => Percent(o.TurnedAwayPu(r)))]));
        terminal.Say(terminal.Words("cli.pack.checked"));
        if (request.Output is not null)
        {
            terminal.Say(terminal.Words("cli.pack.written", ("folder", request.Output)));
        }

        terminal.Document(Document(outcomes, request));
        return ExitCode.Done;
    }

    string[] Headings(params ReadOnlySpan<string> keys)
    {
        var words = new string[keys.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            words[i] = terminal.Words("cli.pack." + keys[i]);
        }

        return words;
    }

    static string Percent(double pu) => double.IsNaN(pu) ? "–" : Number(100 * pu, 2);

    void SayDropped()
    {
        if (reading.Dropped.IsEmpty)
        {
            return;
        }

        terminal.Say(terminal.Words("cli.pack.dropped", ("count", reading.Dropped.Select(p => (p.File, p.Row)).Distinct().Count())));
        foreach (var group in reading.Dropped.GroupBy(p => (p.File, p.Row)).Select(row => row.OrderBy(p => p.Code, StringComparer.Ordinal).First()).GroupBy(p => p.Code).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            terminal.Say("  " + terminal.Words("cli.pack.dropped_why", ("count", group.Count()), ("why", ProblemCode.TitleOf(group.Key))));
        }
    }

    JsonObject Document(IReadOnlyList<PolicyOutcome> outcomes, PackRequest request)
    {
        var document = CaseInput.Document(PackCommand.Name, ExitCode.Done, reading.Problems);
        document["nodes"] = experiment.Cluster.Nodes.Length;
        document["gpus"] = experiment.Cluster.CapacityMilli / Pod.WholeMilli;
        document["pods"] = experiment.Trace.Pods.Length;
        document["load_pu"] = experiment.LoadPu;
        document["seed"] = request.Seeds.First;
        document["seeds"] = request.Seeds.Count;
        document["dropped"] = ProblemList.Nodes(reading.Dropped);
        document["policies"] = Nodes(outcomes.Count, i => Node(outcomes[i]));
        return document;
    }

    static JsonObject Node(PolicyOutcome outcome)
    {
        var (mean, least, largest) = outcome.Over(m => m.AllocatedPu);
        return new JsonObject
        {
            ["policy"] = PackCommand.KeyOf(outcome.Policy),
            ["allocated_pu"] = mean,
            ["allocated_least_pu"] = least,
            ["allocated_largest_pu"] = largest,
            ["allocated_at_capacity_pu"] = Value(outcome.Over(m => m.AllocatedAtCapacityPu).Mean),
            ["fragmented_pu"] = outcome.Over(m => m.FragmentedPu).Mean,
            ["turned_away"] = Nodes(Reasons.Length, i => new JsonObject
            {
                ["reason"] = PlacementFiles.WordOf(Reasons[i]),
                ["pods"] = outcome.PodsTurnedAway(Reasons[i]),
                ["gpu"] = outcome.GpuTurnedAway(Reasons[i]),
            }),
        };
    }
}
