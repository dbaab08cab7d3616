using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Suandian.Cases;
using Suandian.Cases.Feeder;
using Suandian.Distribution.Grids;
using Suandian.Distribution.Reinforcement;
using Suandian.PowerFlow;
using Suandian.Reports.Feeders;
using static Suandian.Cli.GridNumbers;

namespace Suandian.Cli.Commands.Grids;

/// <summary>Measures of a feeder for people and for machines.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="feeder">The feeder.</param>
/// <param name="options">How they were chosen.</param>
/// <param name="target">Where they were written; null for nowhere.</param>
sealed class ReinforcementAnswer(Terminal terminal, Feeder feeder, ReinforcementOptions options, string? target)
{
    static readonly string[] Columns = ["measure", "kind", "place", "cost_yuan", "annual_yuan", "year"];

    /// <summary>Answers.</summary>
    internal ExitCode Give(string command, ReinforcementSolution solution, ImmutableArray<Problem> problems)
    {
        var code = solution.Status switch { ReinforcementStatus.NotFound => ExitCode.NotFound, ReinforcementStatus.NoneSuffices => ExitCode.NoSolution, _ when solution.Unsupplied.IsAny => ExitCode.NoSolution, _ => ExitCode.Done };
        terminal.Say(terminal.Words("cli.feeder.excess_before", ("case", feeder.Grid.Title), ("all", feeder.Hours.Count), ("hours", solution.Before.Hours), ("low", Number(solution.Before.LowPu, 4)),
            ("high", Number(solution.Before.HighPu, 4)), ("loading", Number(100 * solution.Before.Loading, 1)), ("when", Texts.Phrases.Of(options.Years == 0 ? "cli.feeder.years_now" : "cli.feeder.years_on", ("years", options.Years)))));
        var isIdle = solution.Status == ReinforcementStatus.NothingNeeded;
        Unsolved("cli.feeder.reinforce.unsolved", solution.Before.Unsolved);
        if (solution.Before.Dark.Length > 0)
        {
            terminal.Say(terminal.Words("cli.feeder.reinforce.dark_before", ("buses", Buses(solution.Before.Dark))));
        }

        if (solution.Before.SpreadPu > 0)
        {
            terminal.Say(terminal.Words("cli.feeder.excess_spread", ("spread", Number(100 * solution.Before.SpreadPu, 2))));
        }

        terminal.Say(terminal.Words("cli.feeder.reinforce." + Word(solution) + (isIdle && solution.Unsupplied.IsAny ? "_supplied" : ""), ("count", solution.Measures.Length), ("annual", Number(solution.AnnualYuan, 0)), ("cost", Number(solution.CostYuan, 0)),
            ("sets", solution.Sets), ("hours", solution.After.Hours), ("bound", Number(solution.AnnualAtLeastYuan, 0)), ("gap", Number(100 * solution.Gap, 1)), ("schedule", solution.HasFixedSchedule ? Texts.Phrases.Of("feeder.reinforcement_schedule") : "")));
        if (solution.HasFixedSchedule && !isIdle)
        {
            terminal.Remark(terminal.Words("feeder.reinforcement_other_schedule"));
        }

        if (solution.Status is ReinforcementStatus.NoneSuffices or ReinforcementStatus.NotFound)
        {
            Closest(solution);
        }

        UnsuppliedAnswer.Say(terminal, feeder.Grid, solution.Hours, solution.Unsupplied);
        UnsuppliedAnswer.SayIsolated(terminal, feeder.Grid, solution.Hours);
        Table(solution);
        Written(solution);
        var document = CaseInput.Document(command, code, problems);
        document["status"] = code == ExitCode.Done ? "done" : "no_solution";
        document["unsupplied"] = UnsuppliedAnswer.Node(feeder.Grid, solution.Hours, solution.Unsupplied);
        document["reinforcement"] = Node(solution);
        terminal.Document(document);
        return code;
    }

    void Table(ReinforcementSolution solution)
    {
        Grid.PrintIfAny(terminal, [.. Columns.Select(column => terminal.Words("cli.feeder.plan_column." + column))], solution.Measures.Select(p => (string[])
        [
            p.Measure.Name, terminal.Words("feeder.measure." + MeasureCatalogue.NameOf(p.Measure.Kind)), Title(p.Measure), Number(p.Measure.CostYuan, 0), Number(p.Measure.AnnualYuan(options.Rate), 0), Number(p.Year, 0),
        ]).ToArray(), i => i is 1 or 2);
        foreach (var schedule in ReinforcementFiles.Levelled(feeder.Grid, solution))
        {
            terminal.Say(schedule.In(terminal.Language));
        }
    }

    /// <summary>What the set that comes closest is, and which buses and branches stay beyond limits with it.</summary>
    void Closest(ReinforcementSolution solution)
    {
        string Some(int[] places, Func<int, string> name) => places.Length == 0 ? terminal.Words("cli.feeder.reinforce.none") : string.Join(", ", places.Select(name));
        terminal.Say(terminal.Words("cli.feeder.reinforce.closest",
            ("measures", solution.Closest.Length == 0 ? terminal.Words("cli.feeder.reinforce.closest_nothing") : string.Join(", ", solution.Closest.Select(m => $"{m.Name} {Title(m)}"))),
            ("buses", Some(solution.After.Buses, Bus)), ("branches", Some(solution.After.Branches, k => BranchNames.Title(solution.ClosestGrid, k).In(terminal.Language)))));
        if (solution.After.SpreadPu > 0)
        {
            terminal.Say(terminal.Words("cli.feeder.excess_spread_after", ("spread", Number(100 * solution.After.SpreadPu, 2))));
        }

        Unsolved("cli.feeder.reinforce.unsolved_after", solution.After.Unsolved);
    }

    /// <summary>Says how many hours have no solution, of which no voltage and no loading is known.</summary>
    void Unsolved(string key, int hours)
    {
        if (hours > 0)
        {
            terminal.Say(terminal.Words(key, ("hours", hours)));
        }
    }

    void Written(ReinforcementSolution solution)
    {
        if (target is null || !(solution.IsBuilt || solution.Status == ReinforcementStatus.NothingNeeded))
        {
            return;
        }

        var isCase = CaseOrFolder.IsCase(target);
        terminal.Say(terminal.Words(isCase ? "cli.feeder.reinforce_case" : "cli.feeder.reinforce_folder", ("place", target)));
        if (isCase && solution.Measures.Any(p => p.Measure.IsScheduled))
        {
            terminal.Say(terminal.Words("cli.feeder.reinforce_hours", ("case", target), ("hours", CaseOrFolder.HoursBeside(target))));
        }
    }

    JsonObject Node(ReinforcementSolution solution) => new()
    {
        ["status"] = Word(solution.Status), ["proof"] = solution.Proof switch { ReinforcementProof.Enumeration => "enumeration", ReinforcementProof.Relaxation => "relaxation", _ => null },
        ["schedule"] = solution.HasFixedSchedule ? "levels_load" : null,
        ["annual_yuan"] = solution.AnnualYuan, ["annual_at_least_yuan"] = Value(solution.AnnualAtLeastYuan), ["cost_yuan"] = solution.CostYuan, ["sets_computed"] = solution.Sets, ["rate"] = options.Rate,
        ["before"] = Node(solution.Before, feeder.Grid), ["after"] = Node(solution.After, solution.ClosestGrid),
        ["closest"] = Nodes(solution.Closest.Length, i => new JsonObject { ["name"] = solution.Closest[i].Name, ["place"] = Place(solution.Closest[i]) }),
        ["measures"] = Nodes(solution.Measures.Length, i => Node(solution.Measures[i])),
    };

    JsonObject Node(PlannedMeasure planned)
    {
        var node = new JsonObject
        {
            ["name"] = planned.Measure.Name, ["kind"] = MeasureCatalogue.NameOf(planned.Measure.Kind), ["place"] = Place(planned.Measure), ["cost_yuan"] = planned.Measure.CostYuan,
            ["annual_yuan"] = planned.Measure.AnnualYuan(options.Rate), ["year"] = planned.Year,
        };
        if (planned.Measure.IsScheduled)
        {
            (node["active_mw"], node["reactive_mvar"]) = (Row(planned.ActiveMw), Row(planned.ReactiveMvar));
            node["levels_branch"] = planned.Measure.LevelledBranch >= 0 ? FeederOptions.Branch(feeder.Grid, planned.Measure.LevelledBranch) : null;
        }

        return node;
    }

    static JsonArray Row(double[] numbers) => new([.. numbers.Select(n => (JsonNode)n)]);

    string Bus(int bus) => feeder.Grid.Buses.Title(bus).In(terminal.Language);

    string Buses(int[] buses) => string.Join(", ", buses.Select(Bus));

    string Title(Measure m) => MeasureCatalogue.TitleOf(m, feeder.Grid).In(terminal.Language);

    string Place(Measure m) => MeasureCatalogue.PlaceOf(m, feeder.Grid);

    static JsonObject Node(FeederExcess excess, PowerGrid grid) => new()
    {
        ["hours"] = excess.Hours, ["low_pu"] = excess.LowPu, ["high_pu"] = excess.HighPu, ["loading_over"] = excess.Loading, ["spread_pu"] = excess.SpreadPu, ["unsolved"] = excess.Unsolved, ["dark_buses"] = new JsonArray([.. excess.Dark.Select(b => (JsonNode)grid.Buses.Number[b])]),
        ["buses"] = new JsonArray([.. excess.Buses.Select(b => (JsonNode)grid.Buses.Number[b])]), ["branches"] = new JsonArray([.. excess.Branches.Select(k => (JsonNode)FeederOptions.Branch(grid, k))]),
    };

    static string Word(ReinforcementSolution solution) => solution.Proof == ReinforcementProof.Relaxation ? Word(solution.Status) + "_relaxed" : Word(solution.Status);

    static string Word(ReinforcementStatus status) => status switch
    {
        ReinforcementStatus.NothingNeeded => "nothing_needed",
        ReinforcementStatus.Cheapest => "cheapest",
        ReinforcementStatus.Fits => "fits",
        ReinforcementStatus.NoneSuffices => "none_suffices",
        _ => "not_found",
    };
}
