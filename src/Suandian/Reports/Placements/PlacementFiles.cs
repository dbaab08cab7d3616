using System.Collections.Immutable;
using System.Numerics;
using Suandian.Reports.Questions;
using Suandian.Reports.Tables;
using Suandian.Scheduling.Placement;

namespace Suandian.Reports.Placements;

/// <summary>A comparison of placement policies as tables and a picture.</summary>
public static class PlacementFiles
{
    /// <summary>
    /// draws.csv (a row per policy and draw), load.csv (allocation and fragmentation by arrived load, mean of the draws), turned_away.csv,
    /// the placements of the first draw by policy, and allocation as SVG in both languages.
    /// </summary>
    /// <param name="experiment">Cluster and pods.</param>
    /// <param name="outcomes">What each policy came to.</param>
    /// <param name="keyOf">Word for a policy in files.</param>
    /// <param name="nameOf">Name of a policy for people.</param>
    public static ImmutableArray<QuestionFile> Of(PlacementExperiment experiment, IReadOnlyList<PolicyOutcome> outcomes, Func<PlacementPolicyKind, string> keyOf, Func<PlacementPolicyKind, Text> nameOf)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(outcomes);
        (string Key, Language Language)[] languages = [("zh", Language.Zh), ("en", Language.En)];
        return
        [
            QuestionFile.Of(Draws(outcomes, keyOf)), QuestionFile.Of(Load(outcomes, keyOf)), QuestionFile.Of(TurnedAwayPods(outcomes, keyOf)),
            .. outcomes.Select(o => QuestionFile.Of(Placements(experiment, o, keyOf(o.Policy)))),
            .. languages.Select(l => QuestionFile.Of($"allocation.{l.Key}.svg", new AllocationDrawing(
                [.. outcomes.Select(o => (nameOf(o.Policy).In(l.Language), (int)o.Policy, Mean(o, d => d.AllocatedByLoadPu)))], l.Language).Draw())),
        ];
    }

    static ReportTable Draws(IReadOnlyList<PolicyOutcome> outcomes, Func<PlacementPolicyKind, string> keyOf) =>
        new TableOf<(PolicyOutcome Outcome, int Draw)>("draws", [.. outcomes.SelectMany(o => o.Draws.Select((_, draw) => (o, draw)))])
            .Word("policy", r => keyOf(r.Outcome.Policy)).Number("seed", r => r.Outcome.First.Seed + r.Draw)
            .Number("allocated_pu", r => r.Outcome.Draws[r.Draw].AllocatedPu).Number("allocated_at_capacity_pu", r => r.Outcome.Draws[r.Draw].AllocatedAtCapacityPu)
            .Number("fragmented_pu", r => r.Outcome.Draws[r.Draw].FragmentedPu).Table();

    static ReportTable Load(IReadOnlyList<PolicyOutcome> outcomes, Func<PlacementPolicyKind, string> keyOf)
    {
        var means = outcomes.Select(o => (Key: keyOf(o.Policy), Allocated: Mean(o, d => d.AllocatedByLoadPu), Fragmented: Mean(o, d => d.FragmentedByLoadPu))).ToArray();
        var table = new TableOf<int>("load", [.. Enumerable.Range(0, means.Min(m => m.Allocated.Length))]).Number("arrived_pu", i => i / 100.0);
        foreach (var (key, allocated, fragmented) in means)
        {
            table.Number($"{key}_allocated_pu", i => allocated[i]).Number($"{key}_fragmented_pu", i => fragmented[i]);
        }

        return table.Table();
    }

    static ReportTable TurnedAwayPods(IReadOnlyList<PolicyOutcome> outcomes, Func<PlacementPolicyKind, string> keyOf) =>
        new TableOf<(PolicyOutcome Outcome, TurnedAway Reason)>("turned_away",
            [.. outcomes.SelectMany(o => Enum.GetValues<TurnedAway>().Where(r => r != TurnedAway.No && o.PodsTurnedAway(r) > 0).Select(r => (o, r)))])
            .Word("policy", r => keyOf(r.Outcome.Policy)).Word("reason", r => WordOf(r.Reason))
            .Number("pods", r => r.Outcome.PodsTurnedAway(r.Reason)).Number("gpu", r => r.Outcome.GpuTurnedAway(r.Reason)).Table();

    static ReportTable Placements(PlacementExperiment experiment, PolicyOutcome outcome, string key)
    {
        var (first, pods, nodes) = (outcome.First, experiment.Trace.Pods, experiment.Cluster.Nodes);
        return new TableOf<int>($"placements-{key}", [.. Enumerable.Range(0, first.Pods.Length)])
            .Number("arrival", i => i + 1).Word("pod", i => pods[first.Pods[i]].Name).Word("node", i => first.Nodes[i] < 0 ? "" : nodes[first.Nodes[i]].Name)
            .Word("gpus", i => string.Join(' ', Enumerable.Range(0, 64 - BitOperations.LeadingZeroCount(first.Gpus[i])).Where(g => (first.Gpus[i] >> g & 1) != 0)))
            .Word("turned_away", i => first.Reasons[i] == TurnedAway.No ? "" : WordOf(first.Reasons[i])).Table();
    }

    /// <summary>Word for a reason in files.</summary>
    public static string WordOf(TurnedAway reason) => reason switch
    {
        TurnedAway.TooLarge => "too_large",
        TurnedAway.NoGpu => "no_gpu",
        TurnedAway.Fragmented => "pieces",
        _ => reason.ToString().ToLowerInvariant(),
    };

    static double[] Mean(PolicyOutcome outcome, Func<PlacementMetrics, ImmutableArray<double>> series)
    {
        var shortest = outcome.Draws.Min(d => series(d).Length);
        return [.. Enumerable.Range(0, shortest).Select(i => outcome.Draws.Average(d => series(d)[i]))];
    }
}
