using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Suandian.Cases;
using Suandian.OptimalFlow;
using Suandian.OptimalFlow.Relaxation;
using Suandian.PowerFlow;
using static Suandian.Cli.GridNumbers;

namespace Suandian.Cli.Commands.Grids;

/// <summary>An optimal flow for people and for machines: cost, checks, dispatch, prices; or what is missing.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="grid">The grid.</param>
/// <param name="rows">Most rows of each table for people; the document holds all.</param>
sealed class OptimumAnswer(Terminal terminal, PowerGrid grid, int rows)
{
    /// <summary>Prices of limits below this are round-off of the interior point, money/MVAh.</summary>
    const double LeastPrice = 1e-4;

    /// <summary>Answers.</summary>
    internal ExitCode Give((string Command, string Method) asked, OptimalFlowSolution solution, CostBound? bound, ImmutableArray<Problem> problems)
    {
        var isSolved = solution.Status == OptimalFlowStatus.Optimal;
        var (code, document) = (isSolved ? ExitCode.Done : ExitCode.NoSolution, Document(asked, solution, bound, problems));
        if (isSolved)
        {
            Summary(asked.Method, solution, document["optimum"]!.AsObject());
            document["unsupplied"] = UnsuppliedAnswer.Tell(terminal, grid);
            Bound(solution, bound);
            Print(solution);
            Lists(document, solution);
        }
        else
        {
            Refusal(asked.Method, solution, bound);
            document["unsupplied"] = UnsuppliedAnswer.Tell(terminal, grid);
            document["missing"] = Nodes(solution.Missing.Length, i => new JsonObject
            {
                ["bus"] = grid.Buses.Number[solution.Missing[i].Bus], ["mw"] = solution.Missing[i].Mw, ["mvar"] = solution.Missing[i].Mvar,
            });
        }

        terminal.Document(document);
        return code;
    }

    static JsonObject Document((string Command, string Method) asked, OptimalFlowSolution solution, CostBound? bound, ImmutableArray<Problem> problems)
    {
        var isSolved = solution.Status == OptimalFlowStatus.Optimal;
        var document = CaseInput.Document(asked.Command, isSolved ? ExitCode.Done : ExitCode.NoSolution, problems);
        document["status"] = isSolved ? "done" : "no_solution";
        var optimum = new JsonObject
        {
            ["method"] = asked.Method, ["status"] = Word(solution.Status), ["cost_per_h"] = isSolved ? Value(solution.Cost) : null,
            ["iterations"] = solution.Iterations, ["solver"] = solution.Method,
            ["balance_pu"] = Value(solution.Residuals.BalancePu), ["limit_pu"] = Value(solution.Residuals.LimitPu),
            ["gradient"] = Value(solution.Residuals.Gradient), ["complementarity"] = Value(solution.Residuals.Complementarity),
        };
        if (bound is not null)
        {
            optimum["bound_per_h"] = Value(bound.CostAtLeast);
            optimum["gap"] = isSolved ? Value(bound.Gap(solution.Cost)) : null;
            optimum["proves_infeasible"] = bound.ProvesInfeasible;
        }

        document["optimum"] = optimum;
        return document;
    }

    /// <summary>Loads of the buses that a slack reaches, MW.</summary>
    IEnumerable<double> Supplied() => grid.Buses.LoadMw.Zip(GridIslands.Of(grid).Supplied(grid.Buses)).Where(bus => bus.Second).Select(bus => bus.First);

    void Summary(string method, OptimalFlowSolution solution, JsonObject optimum)
    {
        terminal.Say(terminal.Words("cli.grid.optimum", ("case", grid.Title), ("form", terminal.Words("cli.grid.form." + method)), ("cost", Number(solution.Cost, 4)),
            ("solver", solution.Method), ("steps", solution.Iterations)));
        Balance(solution, optimum);
        var residuals = solution.Residuals;
        terminal.Say(terminal.Words("cli.grid.optimum_checks", ("balance", Size(residuals.BalancePu)), ("limit", Size(residuals.LimitPu)),
            ("gradient", Size(residuals.Gradient)), ("complementarity", Size(residuals.Complementarity))));
        if (solution.Form != OptimalFlowForm.Ac)
        {
            return;
        }

        var flow = AcFlow.Solve(solution.Applied(grid));
        var difference = flow.Status != FlowStatus.Converged ? double.NaN
            : flow.VoltagePu.Zip(solution.VoltagePu, (a, b) => Math.Abs(a - b)).Where(double.IsFinite).DefaultIfEmpty().Max();
        optimum["flow_difference_pu"] = Value(difference);
        terminal.Say(double.IsNaN(difference) ? terminal.Words("cli.grid.optimum_flow_failed") : terminal.Words("cli.grid.optimum_flow", ("difference", Size(difference))));
    }

    /// <summary>Generation, and where it goes: loads, losses, shunts.</summary>
    void Balance(OptimalFlowSolution solution, JsonObject optimum)
    {
        var (generation, load, loss, shunts) = (solution.GeneratorMw.Sum(), Supplied().Sum(), solution.LossMw, grid.Buses.ShuntsMw(solution.VoltagePu));
        (optimum["generation_mw"], optimum["load_mw"], optimum["loss_mw"], optimum["shunt_mw"]) = (generation, load, loss, shunts);
        terminal.Say(terminal.Words(solution.Form == OptimalFlowForm.Ac ? "cli.grid.optimum_balance" : "cli.grid.optimum_balance_dc", ("generation", Number(generation, 4)), ("load", Number(load, 4)),
            ("loss", Number(loss, 4)), ("share", generation > 0 ? Number(100 * loss / generation, 2) : "–"), ("shunts", Number(shunts, 4))));
    }

    void Bound(OptimalFlowSolution solution, CostBound? bound)
    {
        if (bound is not null)
        {
            terminal.Say(!double.IsFinite(bound.CostAtLeast) ? terminal.Words("cli.grid.no_bound") : terminal.Words("cli.grid.bound",
                ("bound", Number(bound.CostAtLeast, 4)), ("gap", Number(100 * bound.Gap(solution.Cost), 3)), ("rounds", bound.Rounds), ("cuts", bound.Cuts)));
        }
    }

    void Refusal(string method, OptimalFlowSolution solution, CostBound? bound)
    {
        var key = solution.Status switch
        {
            OptimalFlowStatus.Infeasible when method != "ac" || bound is { ProvesInfeasible: true } => "cli.grid.infeasible.proved",
            _ when bound is { ProvesInfeasible: true } => "cli.grid.infeasible.proved",
            OptimalFlowStatus.Infeasible => "cli.grid.infeasible.found",
            OptimalFlowStatus.Unbounded => "cli.grid.unbounded",
            _ => "cli.grid.not_converged",
        };
        terminal.Say(terminal.Words(key, ("case", grid.Title)));
        if (solution.Missing.Length == 0)
        {
            return;
        }

        terminal.Say(terminal.Words("cli.grid.missing", ("buses", solution.Missing.Length)));
        Grid.Print(terminal, Headings("bus", "generator_mw", "generator_mvar"), solution.Missing.OrderByDescending(m => double.Hypot(m.Mw, m.Mvar)).Take(rows)
            .Select(m => (string[])[Label(m.Bus), Number(m.Mw, 4), Number(m.Mvar, 4)]));
    }

    void Print(OptimalFlowSolution solution)
    {
        var generators = grid.Generators;
        int[] used = [.. Enumerable.Range(0, generators.Count).Where(g => generators.InService[g]).OrderByDescending(g => solution.GeneratorMw[g])];
        Grid.Print(terminal, Headings("bus", "generator_mw", "generator_mvar", "least_mw", "most_mw"), used.Take(rows).Select(g => (string[])
            [Label(generators.Bus[g]), Number(solution.GeneratorMw[g], 4), Number(solution.GeneratorMvar[g], 4), Number(generators.MinMw[g], 4), Number(generators.MaxMw[g], 4)]));
        int[] buses = [.. Enumerable.Range(0, grid.Buses.Count).Where(b => double.IsFinite(solution.PricePerMwh[b])).OrderByDescending(b => solution.PricePerMwh[b])];
        Grid.Print(terminal, Headings("bus", "voltage_pu", "angle_deg", "price_mwh", "price_mvarh"), buses.Take(rows).Select(b => (string[])
            [Label(b), Number(solution.VoltagePu[b], 6), Number(solution.AngleDeg[b], 4), Number(solution.PricePerMwh[b], 4), Number(solution.PricePerMvarh[b], 4)]));
        double Price(int k) => Math.Max(solution.FromLimitPrice[k], solution.ToLimitPrice[k]);
        int[] full = [.. Enumerable.Range(0, grid.Branches.Count).Where(k => Price(k) > LeastPrice).OrderByDescending(Price)];
        Grid.Print(terminal, Headings("from", "to", "from_mw", "loading_pct", "from_price", "to_price"), full.Take(rows).Select(k => (string[])
        [
            Label(grid.Branches.From[k]), Label(grid.Branches.To[k]), Number(solution.FromMw[k], 4), Number(100 * solution.LoadingMva(k) / grid.Branches.RatingMva[k], 1),
            Number(solution.FromLimitPrice[k], 4), Number(solution.ToLimitPrice[k], 4),
        ]));
        if (Math.Max(Math.Max(used.Length, buses.Length), full.Length) > rows)
        {
            terminal.Say(terminal.Words("cli.grid.optimum_more", ("rows", rows)));
        }
    }

    void Lists(JsonObject document, OptimalFlowSolution solution)
    {
        document["buses"] = Nodes(grid.Buses.Count, b => new JsonObject
        {
            ["number"] = grid.Buses.Number[b], ["voltage_pu"] = Value(solution.VoltagePu[b]), ["angle_deg"] = Value(solution.AngleDeg[b]),
            ["price_per_mwh"] = Value(solution.PricePerMwh[b]), ["price_per_mvarh"] = Value(solution.PricePerMvarh[b]),
        });
        document["branches"] = Nodes(grid.Branches.Count, k => new JsonObject
        {
            ["from"] = grid.Buses.Number[grid.Branches.From[k]], ["to"] = grid.Buses.Number[grid.Branches.To[k]],
            ["from_mw"] = solution.FromMw[k], ["from_mvar"] = solution.FromMvar[k], ["to_mw"] = solution.ToMw[k], ["to_mvar"] = solution.ToMvar[k],
            ["from_limit_price"] = solution.FromLimitPrice[k], ["to_limit_price"] = solution.ToLimitPrice[k],
        });
        document["generators"] = Nodes(grid.Generators.Count, g => new JsonObject
        {
            ["bus"] = grid.Buses.Number[grid.Generators.Bus[g]], ["mw"] = solution.GeneratorMw[g], ["mvar"] = solution.GeneratorMvar[g],
        });
    }

    static string Word(OptimalFlowStatus status) => status switch
    {
        OptimalFlowStatus.Optimal => "optimal",
        OptimalFlowStatus.Infeasible => "infeasible",
        OptimalFlowStatus.Unbounded => "unbounded",
        _ => "not_converged",
    };

    string[] Headings(params string[] columns) => [.. columns.Select(column => terminal.Words("cli.grid.column." + column))];

    string Label(int bus) => grid.Buses.Title(bus).In(terminal.Language);
}
