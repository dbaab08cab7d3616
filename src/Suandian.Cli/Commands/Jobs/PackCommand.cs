using System.CommandLine;
using Suandian.Cases;
using Suandian.Reports.Placements;
using Suandian.Scheduling.Placement;
using Suandian.Texts;

namespace Suandian.Cli.Commands.Jobs;

/// <summary><c>pack</c>: pods on GPU nodes under placement policies.</summary>
static class PackCommand
{
    internal const string Name = "suandian pack";

    const int UsualLoad = 130;
    const int UsualSeeds = 10;

    static readonly (string Key, PlacementPolicyKind Kind)[] Policies =
    [
        ("random", PlacementPolicyKind.Random), ("first", PlacementPolicyKind.FirstFit), ("best", PlacementPolicyKind.BestFit), ("dot", PlacementPolicyKind.DotProduct),
        ("packing", PlacementPolicyKind.GpuPacking), ("clustering", PlacementPolicyKind.GpuClustering),
        ("fgd", PlacementPolicyKind.FragmentationGradient), ("own", PlacementPolicyKind.PatternPrices),
    ];

    internal static Command Create(Door door)
    {
        var nodes = door.Argument("nodes", "cli.argument.gpu_nodes");
        var pods = door.Argument("pods", "cli.argument.gpu_pods");
        var policy = door.Option<string?>("--policy", "fgd,own,…", "cli.option.placement_policy");
        policy.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && Asked(result.Tokens[0].Value) is null)
            {
                result.AddError("cli.usage.bad_value");
            }
        });
        var load = door.Option<int?>("--load", "130", "cli.option.pack_load", NumberRange.Whole(1, 1000));
        var seeds = door.Option<int?>("--seeds", "10", "cli.option.pack_seeds", NumberRange.Whole(1, 1000));
        var seed = door.Option<int?>("--seed", "1", "cli.option.pack_seed", NumberRange.Whole(0, 1_000_000));
        var invalid = door.Option<string?>("--invalid", "refuse|drop", "cli.option.invalid_rows");
        invalid.AcceptOnlyFromAmong("refuse", "drop");
        var output = door.NewFolderOption();
        var command = new Command("pack", door.Terminal.Words("cli.pack")) { nodes, pods, policy, load, seeds, seed, invalid, output };
        command.SetAction((parsed, cancellation) => Task.FromResult((int)Run(
            door,
            PodLists.Read(parsed.GetRequiredValue(nodes), parsed.GetRequiredValue(pods), parsed.GetValue(invalid) == "drop" ? InvalidJobs.Drop : InvalidJobs.Refuse),
            new PackRequest(
                Asked(parsed.GetValue(policy) ?? string.Join(',', Policies.Select(p => p.Key)))!, parsed.GetValue(load) ?? UsualLoad,
                (parsed.GetValue(seed) ?? 1, parsed.GetValue(seeds) ?? UsualSeeds), parsed.GetValue(output)),
            cancellation)));
        return command;
    }

    /// <summary>The word for a policy on the command line.</summary>
    internal static string KeyOf(PlacementPolicyKind kind) => Policies.First(p => p.Kind == kind).Key;

    /// <summary>The name of a policy for people.</summary>
    internal static Text NameOf(PlacementPolicyKind kind) => Phrases.Of("cli.pack." + KeyOf(kind));

    /// <summary>The policies of a list such as fgd,own; null where one is not known or there is none.</summary>
    static PlacementPolicyKind[]? Asked(string list)
    {
        var names = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToArray();
        return names is [] || names.Any(name => Policies.All(p => p.Key != name)) ? null : [.. names.Select(name => Policies.First(p => p.Key == name).Kind)];
    }

    static ExitCode Run(Door door, PodListsReading reading, PackRequest request, CancellationToken cancellation)
    {
        if (reading is not { Cluster: { } cluster, Trace: { } trace })
        {
            return CaseInput.Refuse(door, Name, reading.Problems);
        }

        var experiment = new PlacementExperiment(cluster, trace, request.LoadPercent / 100.0);
        var outcomes = new List<PolicyOutcome>();
        foreach (var policy in request.Policies)
        {
            outcomes.Add(PolicyOutcome.Of(experiment, policy, request.Seeds, Environment.ProcessorCount, cancellation));
            if (door.Terminal.ErrorIsScreen)
            {
                door.Terminal.Remark(door.Terminal.Words("cli.pack.progress", ("policy", NameOf(policy)), ("allocated", GridNumbers.Number(100 * outcomes[^1].Over(m => m.AllocatedPu).Mean, 2))));
            }
        }

        if (request.Output is not null)
        {
            NewFolder.Write(request.Output, PlacementFiles.Of(experiment, outcomes, KeyOf, NameOf).Select(f => (f.Path, f.Bytes)));
        }

        return new PackAnswer(door.Terminal, experiment, reading).Give(outcomes, request);
    }
}

/// <summary>What is asked of <c>pack</c>.</summary>
/// <param name="Policies">Policies, in the order of the answer.</param>
/// <param name="LoadPercent">GPU that arrives, per cent of the capacity.</param>
/// <param name="Seeds">Seed of the first draw, and how many draws.</param>
/// <param name="Output">A new folder for tables and picture; null for none.</param>
sealed record PackRequest(PlacementPolicyKind[] Policies, int LoadPercent, (int First, int Count) Seeds, string? Output);
