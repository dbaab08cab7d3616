using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Suandian.Cases;
using Suandian.Distribution.Grids;
using Suandian.Distribution.Switching;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;
using Suandian.Reports.Feeders;
using static Suandian.Cli.GridNumbers;

namespace Suandian.Cli.Commands.Grids;

/// <summary>Radial states and switching plans for people and for machines.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="feeder">The feeder.</param>
/// <param name="target">Where the best state was written; null for nowhere.</param>
sealed class ReconfigurationAnswer(Terminal terminal, Feeder feeder, string? target)
{
    readonly PowerGrid _grid = feeder.Grid;

    const double KwPerMw = 1000;

    /// <summary>Answers.</summary>
    internal ExitCode Give(string command, ReconfigurationSolution solution, SwitchingPlanSolution? plan, ImmutableArray<Problem> problems)
    {
        var isPlanned = plan is null || plan.Plans.Length > 0;
        var code = solution.HasState && isPlanned ? ExitCode.Done : ExitCode.NoSolution;
        var document = CaseInput.Document(command, code, problems);
        document["status"] = code == ExitCode.Done ? "done" : "no_solution";
        document["reconfiguration"] = new JsonObject
        {
            ["method"] = solution.Method == ReconfigurationMethod.Enumeration ? "enumeration" : "search", ["states"] = Value(solution.States), ["computed"] = solution.Computed,
            ["proved"] = solution.IsProved, ["loss_at_least_mw"] = Value(solution.LossAtLeastMw), ["gap"] = Value(solution.Gap),
            ["given"] = solution.Given is null ? null : Node(solution.Given), ["best"] = Nodes(solution.Best.Length, i => Node(solution.Best[i])),
            ["least_loss"] = solution.LeastLoss is { } least ? Node(least) : null,
        };
        Unsupplied(document, solution);
        Summary(solution);
        Grid.Print(terminal, Headings("loss_kw", "lowest_pu", "bus", "open"), ((SwitchState?[])[solution.Given, solution.LeastLoss]).OfType<SwitchState>().Concat(solution.Best).DistinctBy(state => Open(state))
            .Select(state => (string[])[Number(KwPerMw * state.LossMw, 4), Number(state.LowestPu, 5), Label(state.LowestBus), Open(state)]), i => i is 2 or 3);
        if (plan is not null)
        {
            document["plan"] = Plan(plan);
        }

        if (target is not null && solution.HasState)
        {
            terminal.Say(terminal.Words(CaseOrFolder.IsCase(target) ? "cli.feeder.reconfigure_case" : plan is null ? "cli.feeder.reconfigure_folder" : "cli.feeder.reconfigure_folder_plan", ("place", target)));
        }

        terminal.Document(document);
        return code;
    }

    /// <summary>Says which load the switches as given leave without supply, and which no state supplies.</summary>
    void Unsupplied(JsonObject document, ReconfigurationSolution solution)
    {
        var given = UnsuppliedLoad.Of(_grid, feeder.Hours);
        var best = solution.HasState ? UnsuppliedLoad.Of(Reconfiguration.Switched(_grid, solution.Best[0]), feeder.Hours) : given;
        void Say(string key, UnsuppliedLoad load) => terminal.Say(terminal.Words(key, ("buses", UnsuppliedWords.Names(_grid, load.Buses)), ("mw", Number(load.PeakMw, 3))));
        if (given.IsAny)
        {
            Say("cli.feeder.given_unsupplied", given);
        }

        if (solution.HasState && given.IsAny && !best.IsAny)
        {
            terminal.Say(terminal.Words("cli.feeder.states_supply_all"));
        }

        if (solution.HasState && best.IsAny)
        {
            Say("cli.feeder.states_leave", best);
        }

        UnsuppliedAnswer.SayIsolated(terminal, _grid, feeder.Hours);

        (document["given_unsupplied"], document["unsupplied"]) = (UnsuppliedAnswer.Node(_grid, feeder.Hours, given), UnsuppliedAnswer.Node(_grid, feeder.Hours, best));
    }

    void Summary(ReconfigurationSolution solution)
    {
        var isSearch = solution.Method == ReconfigurationMethod.Search;
        terminal.Say(terminal.Words(isSearch ? "cli.feeder.searched" : solution.States == 1 ? solution.Given is null ? "cli.feeder.one_state_other" : "cli.feeder.one_state" : solution.Computed == solution.States ? "cli.feeder.all_computed" : "cli.feeder.enumerated",
            ("case", _grid.Title), ("states", solution.States < 1e15 ? Number(solution.States, 0) : Size(solution.States)), ("computed", solution.Computed), ("others", Number(solution.States - solution.Computed, 0))));
        if (!solution.HasState)
        {
            terminal.Say(terminal.Words(solution.IsProved ? "cli.feeder.no_state_proved" : "cli.feeder.no_state"));
            if (solution.LeastLoss is { } least)
            {
                terminal.Say(terminal.Words("cli.feeder.least_loss", ("loss", Number(KwPerMw * least.LossMw, 4)), ("open", Open(least)), ("low", Number(least.LowestPu, 5)), ("bus", Label(least.LowestBus))));
            }

            return;
        }

        terminal.Say(terminal.Words("cli.feeder.best", ("loss", Number(KwPerMw * solution.Best[0].LossMw, 4)), ("open", Open(solution.Best[0]))));
        if (solution.Given is { } given && double.IsFinite(given.LossMw) && solution.States > 1)
        {
            var isBest = Open(given) == Open(solution.Best[0]);
            terminal.Say(isBest ? terminal.Words("cli.feeder.given_is_best")
                : terminal.Words("cli.feeder.saves", ("given", Number(KwPerMw * given.LossMw, 4)), ("percent", Number(100 * (1 - solution.Best[0].LossMw / given.LossMw), 2))));
        }

        if (solution.States == 1)
        {
            return;
        }

        terminal.Say(solution.Method == ReconfigurationMethod.Enumeration ? terminal.Words("cli.feeder.proved")
            : terminal.Words(solution.IsProved ? "cli.feeder.proved_gap" : "cli.feeder.bound", ("bound", Number(KwPerMw * solution.LossAtLeastMw, 4)), ("gap", Number(100 * solution.Gap, 3))));
    }

    /// <summary>Says what the plans save, and gives them for a document.</summary>
    JsonObject Plan(SwitchingPlanSolution plan)
    {
        var periods = plan.LossMwh.Length / plan.Candidates.Length;
        double? given = plan.Given < 0 ? null : Enumerable.Range(0, periods).Sum(p => plan.LossMwh[plan.Given * periods + p]);
        int givenOutside = plan.Given < 0 ? 0 : Enumerable.Range(0, periods).Sum(p => plan.HoursOutside[plan.Given * periods + p]);
        Say(plan, periods, (given, givenOutside));
        return new JsonObject
        {
            ["given_loss_mwh"] = given, ["given_hours_outside"] = givenOutside,
            ["candidates"] = Nodes(plan.Candidates.Length, c => new JsonObject
            {
                ["open"] = Names(plan.Candidates[c]), ["loss_mwh"] = Row(plan.LossMwh, c, periods), ["hours_outside"] = new JsonArray([.. Enumerable.Range(0, periods).Select(p => (JsonNode)plan.HoursOutside[c * periods + p])]),
            }),
            ["plans"] = Nodes(plan.Plans.Length, n => new JsonObject
            {
                ["most_changes"] = n, ["changes"] = plan.Plans[n].Changes, ["operations"] = plan.Plans[n].Operations, ["spread_buses"] = plan.Plans[n].SpreadBuses, ["loss_mwh"] = plan.Plans[n].LossMwh,
                ["state"] = new JsonArray([.. plan.Plans[n].State.Select(s => (JsonNode)s)]),
            }),
        };
    }

    void Say(SwitchingPlanSolution plan, int periods, (double? LossMwh, int HoursOutside) given)
    {
        var first = plan.Plans.FirstOrDefault();
        terminal.Say(terminal.Words("cli.feeder.plan", ("candidates", plan.Candidates.Length), ("periods", periods)));
        if (given.LossMwh is { } loss)
        {
            terminal.Say(terminal.Words("cli.feeder.plan_given", ("loss", Number(loss, 3)), ("hours", given.HoursOutside)));
        }

        if (first is null)
        {
            terminal.Say(terminal.Words("cli.feeder.no_plan"));
        }

        if (plan.Plans.Length > 1 && plan.Plans[^1].LossMwh > first!.LossMwh * (1 - 1e-9))
        {
            terminal.Say(terminal.Words("cli.feeder.no_change_helps"));
        }

        if (plan.Plans.Any(p => p.SpreadBuses > 0))
        {
            terminal.Say(terminal.Words("cli.feeder.plan_spread", ("buses", string.Join(' ', plan.Plans.Select(p => p.SpreadBuses)))));
        }

        Grid.PrintIfAny(terminal, Headings("changes", "loss_mwh", "saved_mwh", "operations", "open_by_period"), plan.Plans.DistinctBy(p => string.Join(' ', p.State)).Select(p => (string[])
        [
            p.Changes.ToString(System.Globalization.CultureInfo.InvariantCulture), Number(p.LossMwh, 3), Number(first!.LossMwh - p.LossMwh, 3),
            p.Operations.ToString(System.Globalization.CultureInfo.InvariantCulture), string.Join("; ", Runs(p, plan)),
        ]).ToArray(), i => i == 4);
    }

    /// <summary>Periods with the same state and what is open in it.</summary>
    IEnumerable<string> Runs(SwitchingPlan plan, SwitchingPlanSolution of)
    {
        for (int from = 0, p = 1; p <= plan.State.Length; p++)
        {
            if (p == plan.State.Length || plan.State[p] != plan.State[from])
            {
                yield return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{from + 1}–{p}: {Open(of.Candidates[plan.State[from]])}");
                from = p;
            }
        }
    }

    static JsonArray Row(double[] numbers, int row, int width) => new([.. Enumerable.Range(0, width).Select(p => (JsonNode)numbers[row * width + p])]);

    JsonObject Node(SwitchState state) => new()
    {
        ["open"] = Names(state), ["loss_mw"] = Value(state.LossMw), ["lowest_pu"] = Value(state.LowestPu),
        ["lowest_bus"] = state.LowestBus < 0 ? null : _grid.Buses.Number[state.LowestBus], ["within_limits"] = state.IsWithinLimits,
    };

    JsonArray Names(SwitchState state) => new([.. state.Open.Select(k => (JsonNode)FeederOptions.Branch(_grid, k))]);

    string Open(SwitchState state) => BranchNames.Titles(_grid, state.Open).In(terminal.Language);

    string[] Headings(params string[] columns) => [.. columns.Select(column => terminal.Words("cli.feeder.plan_column." + column))];

    string Label(int bus) => bus < 0 ? "–" : _grid.Buses.Title(bus).In(terminal.Language);
}
