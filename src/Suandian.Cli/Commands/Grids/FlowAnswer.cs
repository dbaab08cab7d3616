using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Suandian.Cases;
using Suandian.PowerFlow;
using static Suandian.Cli.GridNumbers;

namespace Suandian.Cli.Commands.Grids;

/// <summary>A power flow for people and for machines: summary, buses with the lowest voltages, branches with the highest loadings.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="grid">The grid.</param>
/// <param name="rows">Most rows of each table for people; the document holds all.</param>
/// <param name="loads">How loads go by the voltage; null where they do not.</param>
sealed class FlowAnswer(Terminal terminal, PowerGrid grid, int rows, LoadShares? loads = null)
{
    /// <summary>Reactive power beyond a limit by less than this is round-off, Mvar.</summary>
    const double LeastBeyondMvar = 1e-4;

    /// <summary>Answers with an AC flow.</summary>
    internal ExitCode Give(string command, AcFlowSolution flow, ImmutableArray<Problem> problems)
    {
        var isSolved = flow.Status == FlowStatus.Converged;
        var document = CaseInput.Document(command, isSolved ? ExitCode.Done : ExitCode.NoSolution, problems);
        document["flow"] = new JsonObject
        {
            ["method"] = "ac", ["status"] = Words(flow.Status), ["steps"] = flow.Steps, ["pivoted_steps"] = flow.PivotedSteps,
            ["mismatch_pu"] = Value(flow.MismatchPu), ["largest_share"] = flow.LargestShare,
        };
        if (!isSolved)
        {
            terminal.Say(terminal.Words("cli.grid." + Words(flow.Status) + (flow.Status == FlowStatus.NoSolution && flow.LargestShare == 0 ? "_start" : ""), ("case", grid.Title), ("percent", Number(100 * flow.LargestShare, 2))));
            document["status"] = "no_solution";
            terminal.Document(document);
            return ExitCode.NoSolution;
        }

        var (low, high) = (Extreme(flow.VoltagePu, -1), Extreme(flow.VoltagePu, 1));
        terminal.Say(terminal.Words("cli.grid.summary", ("case", grid.Title), ("buses", grid.Buses.Count), ("branches", grid.Branches.Count),
            ("steps", flow.Steps), ("mismatch", flow.MismatchPu.ToString("0.0e+0", CultureInfo.InvariantCulture)), ("loss", Number(flow.TotalLossMw, 6)),
            ("generation", Number(flow.GeneratorMw.Sum(), 3)), ("load", Number(Load(flow), 3)), ("shunts", Number(Shunts(flow), 6))));
        terminal.Say(terminal.Words("cli.grid.voltages", ("low", Number(flow.VoltagePu[low], 6)), ("low_bus", Label(low)),
            ("high", Number(flow.VoltagePu[high], 6)), ("high_bus", Label(high)),
            ("outside", Enumerable.Range(0, grid.Buses.Count).Count(b => IsOutside(flow, b))), ("overloaded", Enumerable.Range(0, grid.Branches.Count).Count(k => Loading(flow, k) > 1))));
        document["unsupplied"] = UnsuppliedAnswer.Tell(terminal, grid);
        Print(flow);
        (document["flow"]!["generation_mw"], document["flow"]!["load_mw"]) = (flow.GeneratorMw.Sum(), Load(flow));
        (document["flow"]!["loss_mw"], document["flow"]!["shunt_mw"]) = (flow.TotalLossMw, Shunts(flow));
        document["buses"] = Nodes(grid.Buses.Count, b => new JsonObject { ["number"] = grid.Buses.Number[b], ["name"] = grid.Buses.Label(b), ["voltage_pu"] = Value(flow.VoltagePu[b]), ["angle_deg"] = Value(flow.AngleDeg[b]), ["load_mw"] = Value(grid.Buses.LoadMw[b] * Served(flow, b)), ["load_mvar"] = Value(grid.Buses.LoadMvar[b] * Served(flow, b)) });
        document["branches"] = Nodes(grid.Branches.Count, k => new JsonObject
        {
            ["from"] = grid.Buses.Number[grid.Branches.From[k]], ["to"] = grid.Buses.Number[grid.Branches.To[k]], ["from_mw"] = flow.FromMw[k],
            ["from_mvar"] = flow.FromMvar[k], ["to_mw"] = flow.ToMw[k], ["to_mvar"] = flow.ToMvar[k], ["loading"] = Value(Loading(flow, k)),
        });
        document["generators"] = Nodes(grid.Generators.Count, g => new JsonObject { ["bus"] = grid.Buses.Number[grid.Generators.Bus[g]], ["mw"] = flow.GeneratorMw[g], ["mvar"] = flow.GeneratorMvar[g], ["least_mvar"] = Value(grid.Generators.MinMvar[g]), ["most_mvar"] = Value(grid.Generators.MaxMvar[g]), ["beyond_limits"] = BeyondMvar(flow, g) > LeastBeyondMvar });
        terminal.Document(document);
        return ExitCode.Done;
    }

    /// <summary>Answers with a DC flow.</summary>
    internal ExitCode Give(string command, DcFlowSolution flow, ImmutableArray<Problem> problems)
    {
        if (!flow.IsSolved)
        {
            terminal.Say(terminal.Words("cli.grid.dc_singular", ("case", grid.Title)));
            var refusal = CaseInput.Document(command, ExitCode.NoSolution, problems);
            refusal["status"] = "no_solution";
            terminal.Document(refusal);
            return ExitCode.NoSolution;
        }

        terminal.Say(terminal.Words("cli.grid.dc_summary", ("case", grid.Title), ("buses", grid.Buses.Count), ("branches", grid.Branches.Count), ("generation", Number(flow.GeneratorMw.Sum(), 3))));
        var unsupplied = UnsuppliedAnswer.Tell(terminal, grid);
        var order = Enumerable.Range(0, grid.Branches.Count).OrderByDescending(k => Math.Abs(flow.FromMw[k]));
        Grid.Print(terminal, Headings("from", "to", "from_mw"), order.Take(rows).Select(k => (string[])
            [Label(grid.Branches.From[k]), Label(grid.Branches.To[k]), Number(flow.FromMw[k], 4)]));
        var document = CaseInput.Document(command, ExitCode.Done, problems);
        (document["flow"], document["unsupplied"]) = (new JsonObject { ["method"] = "dc" }, unsupplied);
        document["buses"] = Nodes(grid.Buses.Count, b => new JsonObject { ["number"] = grid.Buses.Number[b], ["angle_deg"] = Value(flow.AngleDeg[b]) });
        document["branches"] = Nodes(grid.Branches.Count, k => new JsonObject
        {
            ["from"] = grid.Buses.Number[grid.Branches.From[k]], ["to"] = grid.Buses.Number[grid.Branches.To[k]], ["from_mw"] = flow.FromMw[k],
        });
        document["generators"] = Nodes(grid.Generators.Count, g => new JsonObject { ["bus"] = grid.Buses.Number[grid.Generators.Bus[g]], ["mw"] = flow.GeneratorMw[g] });
        terminal.Document(document);
        return ExitCode.Done;
    }

    static string Words(FlowStatus status) => status switch
    {
        FlowStatus.Converged => "converged",
        FlowStatus.LimitsNotHeld => "limits_not_held",
        _ => "no_solution",
    };

    void Print(AcFlowSolution flow)
    {
        var buses = Enumerable.Range(0, grid.Buses.Count).Where(b => double.IsFinite(flow.VoltagePu[b])).OrderBy(b => flow.VoltagePu[b]).Take(rows);
        Grid.Print(terminal, Headings("bus", "voltage_pu", "angle_deg", "load_mw", "load_mvar"), buses.Select(b => (string[])
        [
            Label(b), Number(flow.VoltagePu[b], 6), Number(flow.AngleDeg[b], 4), Number(grid.Buses.LoadMw[b] * Served(flow, b), 4), Number(grid.Buses.LoadMvar[b] * Served(flow, b), 4),
        ]));
        var branches = Enumerable.Range(0, grid.Branches.Count).Where(k => flow.LoadingMva(k) > 0)
            .OrderByDescending(k => double.IsNaN(Loading(flow, k)) ? 0 : Loading(flow, k)).ThenByDescending(flow.LoadingMva).Take(rows);
        Grid.Print(terminal, Headings("from", "to", "from_mw", "from_mvar", "to_mw", "to_mvar", "loss_mw", "loading_pct"), branches.Select(k => (string[])
        [
            Label(grid.Branches.From[k]), Label(grid.Branches.To[k]), Number(flow.FromMw[k], 4), Number(flow.FromMvar[k], 4), Number(flow.ToMw[k], 4),
            Number(flow.ToMvar[k], 4), Number(flow.LossMw(k), 6), double.IsNaN(Loading(flow, k)) ? "–" : Number(100 * Loading(flow, k), 1),
        ]));
        Generators(flow);
        if (Math.Max(grid.Buses.Count, Math.Max(grid.Branches.Count, grid.Generators.Count)) > rows)
        {
            terminal.Say(terminal.Words("cli.grid.more", ("rows", rows)));
        }
    }

    /// <summary>Generators, those farthest beyond their reactive limits first, and a remark where there are such.</summary>
    void Generators(AcFlowSolution flow)
    {
        var of = grid.Generators;
        int[] used = [.. Enumerable.Range(0, of.Count).Where(g => of.InService[g] && double.IsFinite(flow.VoltagePu[of.Bus[g]]))];
        if (used.Length == 0)
        {
            return;
        }

        Grid.Print(terminal, Headings("bus", "generator_mw", "generator_mvar", "least_mvar", "most_mvar"), used.OrderByDescending(g => Math.Max(0, BeyondMvar(flow, g))).Take(rows).Select(g => (string[])
            [Label(of.Bus[g]), Number(flow.GeneratorMw[g], 4), Number(flow.GeneratorMvar[g], 4), Limit(of.MinMvar[g]), Limit(of.MaxMvar[g])]));
        int[] beyond = [.. used.Where(g => BeyondMvar(flow, g) > LeastBeyondMvar)];
        if (beyond.Length > 0)
        {
            terminal.Say(terminal.Words("cli.grid.reactive_beyond", ("count", beyond.Length), ("buses", string.Join(", ", beyond.Take(rows).Select(g => Label(of.Bus[g]))) + (beyond.Length > rows ? " …" : ""))));
        }

        static string Limit(double mvar) => double.IsFinite(mvar) ? Number(mvar, 4) : "–";
    }

    /// <summary>How far the reactive power of a generator in service lies beyond its limits, Mvar; below 0 within.</summary>
    double BeyondMvar(AcFlowSolution flow, int g) => grid.Generators.InService[g] ? Math.Max(flow.GeneratorMvar[g] - grid.Generators.MaxMvar[g], grid.Generators.MinMvar[g] - flow.GeneratorMvar[g]) : double.NegativeInfinity;

    /// <summary>Load at the solved voltage over that at 1 pu: constant power, current and impedance.</summary>
    double Served(AcFlowSolution flow, int bus) => loads is null ? 1
        : 1 - loads.CurrentPu[bus] - loads.ImpedancePu[bus] + loads.CurrentPu[bus] * flow.VoltagePu[bus] + loads.ImpedancePu[bus] * flow.VoltagePu[bus] * flow.VoltagePu[bus];

    /// <summary>What loads take, which may go by the voltage: generation less losses and shunts, MW.</summary>
    double Load(AcFlowSolution flow) => flow.GeneratorMw.Sum() - flow.TotalLossMw - Shunts(flow);

    /// <summary>What shunts take, iron losses of transformers among it, MW.</summary>
    double Shunts(AcFlowSolution flow) => grid.Buses.ShuntsMw(flow.VoltagePu);

    /// <summary>Apparent power over the rating; NaN where there is none.</summary>
    double Loading(AcFlowSolution flow, int branch) => grid.Branches.RatingMva[branch] > 0 ? flow.LoadingMva(branch) / grid.Branches.RatingMva[branch] : double.NaN;

    bool IsOutside(AcFlowSolution flow, int bus) => flow.VoltagePu[bus] < grid.Buses.MinVoltagePu[bus] - 1e-6 || flow.VoltagePu[bus] > grid.Buses.MaxVoltagePu[bus] + 1e-6;

    static int Extreme(double[] values, int sign) => Enumerable.Range(0, values.Length).Where(i => double.IsFinite(values[i])).MaxBy(i => sign * values[i]);

    string[] Headings(params string[] columns) => [.. columns.Select(column => terminal.Words("cli.grid.column." + column))];

    string Label(int bus) => grid.Buses.Title(bus).In(terminal.Language);
}
