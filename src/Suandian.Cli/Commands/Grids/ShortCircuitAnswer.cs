using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Suandian.Cases;
using Suandian.Distribution.ShortCircuit;
using Suandian.PowerFlow;
using static Suandian.Cli.GridNumbers;

namespace Suandian.Cli.Commands.Grids;

/// <summary>Short-circuit currents for people and for machines.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="grid">The grid.</param>
/// <param name="options">What was assumed.</param>
/// <param name="shown">Breaking current of the breakers, kA, and most rows of the table.</param>
sealed class ShortCircuitAnswer(Terminal terminal, PowerGrid grid, ShortCircuitOptions options, (double? BreakerKa, int Rows) shown)
{
    /// <summary>Rated making current over rated breaking current at 50 Hz and a time constant of 45 ms: IEC 62271-100.</summary>
    const double MakingFactor = 2.5;

    /// <summary>Answers.</summary>
    internal ExitCode Give(string command, ShortCircuitSolution solution, ImmutableArray<Problem> problems, string? folder)
    {
        int[] buses = [.. Enumerable.Range(0, grid.Buses.Count).Where(b => double.IsFinite(solution.MaximumKa[b]))];
        var (power, highest) = (solution.PowerMva(grid.Buses.BaseKv), buses.MaxBy(b => solution.MaximumKa[b]));
        int[] over = [.. buses.Where(b => IsOver(solution, b))];
        terminal.Say(terminal.Words("cli.feeder.short_summary", ("case", grid.Title), ("buses", buses.Length), ("highest", Number(solution.MaximumKa[highest], 3)), ("bus", Bus(highest))));
        var unsupplied = UnsuppliedAnswer.Tell(terminal, grid);
        var ratings = options.ConverterCurrentPu > 0 ? ConverterRating.Of(grid) : [];
        Assumed(ratings);
        if (shown.BreakerKa is { } rated)
        {
            terminal.Say(terminal.Words("cli.feeder.short_breakers", ("rated", rated), ("count", over.Length), ("buses", over.Length == 0 ? "–" : string.Join(", ", over.Take(20).Select(Bus)))));
        }

        Print(solution, [.. buses.OrderByDescending(b => power[b])], power);
        if (folder is not null)
        {
            terminal.Say(terminal.Words("cli.feeder.written", ("folder", folder), ("page", "shortcircuit.html")));
        }

        var document = CaseInput.Document(command, ExitCode.Done, problems);
        document["unsupplied"] = unsupplied;
        Fill(document, solution, (power, over, ratings));
        terminal.Document(document);
        return ExitCode.Done;
    }

    /// <summary>Says what converters were taken to give.</summary>
    void Assumed(ConverterRating[] ratings)
    {
        if (options.ConverterCurrentPu is not null)
        {
            terminal.Say(terminal.Words(options.ConverterCurrentPu > 0 ? "cli.feeder.short_converters" : "cli.feeder.short_no_converters", ("factor", options.ConverterCurrentPu)));
        }

        if (ratings.Length > 0)
        {
            terminal.Say(terminal.Words("cli.feeder.short_ratings", ("machine", ratings.Count(r => r.IsOfMachine)), ("limits", ratings.Count(r => !r.IsOfMachine)), ("mva", Number(ratings.Sum(r => r.Mva), 3))));
        }
    }

    void Print(ShortCircuitSolution solution, int[] buses, double[] power)
    {
        var hasMinimum = solution.MinimumKa.Length > 0;
        Grid.Print(terminal, Headings(["bus", "kv", "ik_ka", "ip_ka", "sk_mva", "r_over_x", "zk_ohm", .. hasMinimum ? (string[])["ik_min_ka"] : []]), buses.Take(shown.Rows).Select(b => (string[])
        [
            Bus(b), Number(grid.Buses.BaseKv[b], 3), Number(solution.MaximumKa[b], 4), Number(solution.PeakKa[b], 4), Number(power[b], 3),
            Number(solution.ResistanceRatio[b], 4), Number(solution.ImpedanceOhm[b], 5), .. hasMinimum ? (string[])[Number(solution.MinimumKa[b], 4)] : [],
        ]));
        if (buses.Length > shown.Rows)
        {
            terminal.Say(terminal.Words("cli.feeder.plan_more", ("rows", shown.Rows)));
        }
    }

    void Fill(JsonObject document, ShortCircuitSolution solution, (double[] Power, int[] Over, ConverterRating[] Ratings) of)
    {
        document["short_circuit"] = new JsonObject
        {
            ["standard"] = "IEC 60909-0", ["peak_method"] = "C", ["converters_pu"] = options.ConverterCurrentPu, ["end_temperature_c"] = options.EndTemperatureC,
            ["breaker_ka"] = shown.BreakerKa, ["buses_over"] = new JsonArray([.. of.Over.Select(b => (JsonNode)grid.Buses.Number[b])]),
        };
        document["converters"] = Nodes(of.Ratings.Length, i => new JsonObject { ["bus"] = grid.Buses.Number[grid.Generators.Bus[of.Ratings[i].Generator]], ["rating_mva"] = of.Ratings[i].Mva, ["rating_from"] = of.Ratings[i].IsOfMachine ? "mbase" : "pmax" });
        document["buses"] = Nodes(grid.Buses.Count, b => new JsonObject
        {
            ["number"] = grid.Buses.Number[b], ["maximum_ka"] = Value(solution.MaximumKa[b]), ["converter_ka"] = Value(solution.ConverterKa[b]), ["peak_ka"] = Value(solution.PeakKa[b]),
            ["peak_factor"] = Value(solution.PeakFactor[b]), ["breaking_ka"] = Value(solution.MaximumKa[b]), ["steady_ka"] = Value(solution.MaximumKa[b]), ["power_mva"] = Value(of.Power[b]),
            ["r_over_x"] = Value(solution.ResistanceRatio[b]), ["impedance_ohm"] = Value(solution.ImpedanceOhm[b]), ["minimum_ka"] = solution.MinimumKa.Length > 0 ? Value(solution.MinimumKa[b]) : null,
        });
    }

    bool IsOver(ShortCircuitSolution solution, int b) => shown.BreakerKa is { } rated && (solution.MaximumKa[b] > rated || solution.PeakKa[b] > MakingFactor * rated);

    string Bus(int bus) => grid.Buses.Title(bus).In(terminal.Language);

    string[] Headings(string[] columns) => [.. columns.Select(column => terminal.Words("cli.feeder.plan_column." + column))];
}
