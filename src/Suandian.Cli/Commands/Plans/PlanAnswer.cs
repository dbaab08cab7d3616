using System.Globalization;
using System.Text.Json.Nodes;
using Suandian.Cases;
using Suandian.Planning;
using Suandian.Planning.Scenarios;
using Suandian.Reports;
using Suandian.Reports.Questions;

namespace Suandian.Cli.Commands.Plans;

/// <summary>How a solve ended, for people and for machines.</summary>
static class PlanAnswer
{
    static readonly string[] Headings = ["scenario", "probability", "cost", "best", "regret"];

    /// <summary>Prints status, cost and certificate of a plan, and its cost in each scenario where there are some.</summary>
    internal static ExitCode Give(Door door, string command, PlanningSolution plan, (Case Data, ScenarioAnswer Answer)? scenarios = null)
    {
        var terminal = door.Terminal;
        var code = CodeOf(plan.Status);
        terminal.Say(terminal.Words("cli.plan." + Key(plan.Status)));
        NoPlanAnswer.SayEndless(terminal, plan);
        if (code == ExitCode.Done)
        {
            terminal.Say(terminal.Words(plan.ObjectiveConstantYuan is not null ? "cli.plan.objective" : scenarios?.Answer.Risk.WeightPu > 0 ? "cli.plan.weighted" : "cli.plan.cost",
                ("cost", Numbers.Say(Quantity.YearlyMoneyYuan, plan.ObjectiveYuan, terminal.Language)),
                ("exact", Exact(plan.ObjectiveYuan))));
            if (plan.ObjectiveConstantYuan is { } constant)
            {
                terminal.Say(terminal.Words("cli.plan.constant", ("constant", Exact(constant)), ("total", Exact(plan.ObjectiveYuan + constant))));
            }

            terminal.Say(Proof(terminal, plan));
            if (plan.IntegerGap is { } gap)
            {
                terminal.Say(terminal.Words("cli.plan.integer_gap", ("gap", Small(gap))));
            }
        }

        terminal.Say(terminal.Words("cli.plan.run", ("solver", plan.Run.Solver), ("method", plan.Run.Method.In(terminal.Language)),
            ("rows", plan.Run.Rows), ("columns", plan.Run.Columns), ("nonzeros", plan.Run.Nonzeros),
            ("iterations", plan.Run.Iterations), ("seconds", plan.Run.Seconds.ToString("0.0", CultureInfo.InvariantCulture))));
        var document = Document(command, plan);
        if (scenarios is { } found)
        {
            Print(terminal, found.Data, found.Answer);
            document["scenarios"] = Node(found.Answer);
        }

        terminal.Document(document);
        return code;
    }

    /// <summary>Prints what a plan costs in each scenario.</summary>
    internal static void Print(Terminal terminal, Case data, ScenarioAnswer answer)
    {
        terminal.Say(ScenariosFiles.Finding(data, answer).In(terminal.Language));
        Grid.Print(terminal, [.. Headings.Select(key => terminal.Words("cli.scenarios." + key))], answer.Outcomes.Select(o => (string[])
        [
            ScenariosFiles.NameOf(data, o).In(terminal.Language), o.ProbabilityPu.ToString("0.###", CultureInfo.InvariantCulture),
            Million(o.CostYuan), Million(o.BestYuan), Million(o.RegretYuan),
        ]));
        terminal.Say(terminal.Words("cli.scenarios.tail", ("tail", Million(answer.TailYuan)), ("weight", answer.Risk.WeightPu),
            ("level", answer.Risk.LevelPu), ("regret", Million(answer.ExpectedRegretYuan))));
    }

    /// <summary>The scenarios as JSON.</summary>
    internal static JsonObject Node(ScenarioAnswer answer) => new()
    {
        ["expected_yuan"] = answer.ExpectedYuan,
        ["tail_yuan"] = answer.TailYuan,
        ["risk_weight_pu"] = answer.Risk.WeightPu,
        ["risk_level_pu"] = answer.Risk.LevelPu,
        ["outcomes"] = new JsonArray([.. answer.Outcomes.Select(o => (JsonNode)new JsonObject
        {
            ["name"] = o.Name,
            ["probability_pu"] = o.ProbabilityPu,
            ["cost_yuan"] = o.CostYuan,
            ["best_yuan"] = Finite(o.BestYuan),
            ["regret_yuan"] = Finite(o.RegretYuan),
        })]),
    };

    static string Million(double yuan) => !double.IsFinite(yuan) ? "–"
        : (yuan / 1e6).ToString(Math.Abs(yuan) is > 1e-3 and < 1e5 ? "G3" : "N2", CultureInfo.InvariantCulture);

    /// <summary>The exit code of a status.</summary>
    internal static ExitCode CodeOf(PlanningStatus status) => status switch
    {
        PlanningStatus.Optimal or PlanningStatus.Incumbent => ExitCode.Done,
        PlanningStatus.Failed => ExitCode.World,
        _ => ExitCode.NoSolution,
    };

    /// <summary>The document of a plan without a report.</summary>
    internal static JsonObject Document(string command, PlanningSolution plan) => new()
    {
        ["command"] = command,
        ["status"] = CodeOf(plan.Status) switch { ExitCode.Done => "done", ExitCode.World => "failed", _ => "no_solution" },
        ["exit_code"] = (int)CodeOf(plan.Status),
        ["plan_status"] = Key(plan.Status),
        ["grows_without_limit"] = plan.Endless.IsEmpty ? null : new JsonArray([.. plan.Endless.Select(name => (JsonNode)name)]),
        ["objective_yuan"] = CodeOf(plan.Status) == ExitCode.Done && double.IsFinite(plan.ObjectiveYuan) ? plan.ObjectiveYuan : null,
        ["objective_constant_yuan"] = plan.ObjectiveConstantYuan,
        ["objective_with_constant_yuan"] = plan.ObjectiveConstantYuan is { } constant && CodeOf(plan.Status) == ExitCode.Done && double.IsFinite(plan.ObjectiveYuan) ? plan.ObjectiveYuan + constant : null,
        ["integer_gap"] = plan.IntegerGap is { } gap ? Finite(gap) : null,
        ["certificate"] = plan.Certificate is not { } proof ? null : new JsonObject
        {
            ["optimal"] = proof.IsOptimal,
            ["feasible"] = proof.IsFeasible,
            ["relative_gap"] = Finite(proof.RelativeGap),
            ["largest_row_violation"] = Finite(proof.Row.Size),
            ["largest_bound_violation"] = Finite(proof.Bound.Size),
            ["demanded_gap"] = proof.Demand.RelativeGap,
            ["demanded_violation"] = proof.Demand.Violation,
        },
        ["solver"] = plan.Run.Solver,
        ["method"] = plan.Run.Method.En,
        ["iterations"] = plan.Run.Iterations,
        ["seconds"] = plan.Run.Seconds,
        ["rows"] = plan.Run.Rows,
        ["columns"] = plan.Run.Columns,
        ["nonzeros"] = plan.Run.Nonzeros,
    };

    internal static string Proof(Terminal terminal, PlanningSolution plan) => plan.Certificate is not { } proof
        ? terminal.Words("cli.answer.unchecked")
        : terminal.Words(proof.IsOptimal ? "cli.plan.proved" : proof.IsFeasible ? "cli.plan.feasible" : "cli.plan.not_proved",
            ("gap", Small(proof.RelativeGap)), ("gap_bar", Small(proof.Demand.RelativeGap)),
            ("row", Small(proof.Row.Size)), ("bound", Small(proof.Bound.Size)), ("bar", Small(proof.Demand.Violation)));

    /// <summary>Ten digits, to the hundredth where there are more; the document holds all of them.</summary>
    static string Exact(double value) => value.ToString(Math.Abs(value) >= 1e7 ? "N2" : "G10", CultureInfo.InvariantCulture);

    static string Key(PlanningStatus status) => status.ToString().ToLowerInvariant();

    static JsonValue? Finite(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    static string Small(double value) => value.ToString("0.0e+0", CultureInfo.InvariantCulture);
}
