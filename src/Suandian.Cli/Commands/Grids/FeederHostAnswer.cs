using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Suandian.Cases;
using Suandian.Distribution.Hosting;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;
using Suandian.Reports.Feeders;
using static Suandian.Cli.GridNumbers;

namespace Suandian.Cli.Commands.Grids;

/// <summary>Hosting capacity for people and for machines.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="feeder">The feeder.</param>
/// <param name="rows">Most rows of the table for people; the document holds all.</param>
sealed class FeederHostAnswer(Terminal terminal, Feeder feeder, int rows)
{
    readonly FeederTables _tables = new(terminal, feeder, rows);
    readonly PowerGrid _grid = feeder.Grid;

    /// <summary>Answers.</summary>
    internal ExitCode Give(string command, HostingSolution solution, ImmutableArray<Problem> problems, string? folder)
    {
        int[] buses = [.. Enumerable.Range(0, _grid.Buses.Count).Where(b => solution.Buses[b] is not null).OrderBy(b => solution.Buses[b]!.Mw)];
        var isAnswered = buses.Length > 0 && solution.Hours.Length > 0;
        var code = isAnswered && solution.Unsolved.Length == 0 ? ExitCode.Done : ExitCode.NoSolution;
        if (isAnswered)
        {
            Summary(solution, buses);
            Print(solution, buses);
            _tables.Close(folder, "hosting.html");
        }
        else
        {
            terminal.Say(terminal.Words(buses.Length == 0 ? "cli.feeder.host_no_bus" : "cli.feeder.host_no_hour", ("case", _grid.Title)));
        }

        var document = CaseInput.Document(command, code, problems);
        document["status"] = code == ExitCode.Done ? "done" : "no_solution";
        document["unsupplied"] = UnsuppliedAnswer.Node(_grid, feeder.Hours, UnsuppliedLoad.Of(_grid, feeder.Hours));
        Fill(document, solution);
        terminal.Document(document);
        return code;
    }

    void Summary(HostingSolution solution, int[] buses)
    {
        var kind = terminal.Words("cli.feeder.kind." + Kind(solution.Options.Kind));
        terminal.Say(terminal.Words("cli.feeder.host_summary", ("case", _grid.Title), ("kind", kind), ("hours", solution.Hours.Length), ("count", buses.Length),
            ("range", HostingWords.Range(_grid, solution, mw => Number(mw, 4)))));
        if (solution.BrokenBefore > 0)
        {
            terminal.Say(terminal.Words("cli.feeder.host_broken", ("count", solution.BrokenBefore)));
        }

        LeftOut(solution);
        UnsuppliedAnswer.Say(terminal, _grid, feeder.Hours, UnsuppliedLoad.Of(_grid, feeder.Hours));
        _tables.Unsolved(solution.Unsolved);
        if (solution.Flexible.Length > 0)
        {
            var mw = solution.Options.FlexibleMw;
            int[] told = [.. buses.Where(b => !double.IsNaN(solution.Flexible[b]!.ShiftedMw))];
            double Median(Func<int, double> value) => told.Select(value).Where(double.IsFinite).Order().ToArray() is { Length: > 0 } all ? all[all.Length / 2] : double.NaN;
            terminal.Say(terminal.Words("cli.feeder.host_flexible", ("mw", Number(mw, 3)), ("busy", Number(100 * solution.Options.BusyPu, 0)), ("kind", kind),
                ("room", Number(Median(b => solution.Flexible[b]!.RoomPerMw(solution.Buses[b]!.Mw, mw)), 3)), ("shift", Number(Median(b => solution.Flexible[b]!.ShiftPerMw(mw)), 3)),
                ("none", buses.Count(b => !solution.Buses[b]!.IsOpen && double.IsNaN(solution.Flexible[b]!.ShiftedMw))),
                ("even", buses.Count(b => !solution.Buses[b]!.IsOpen && double.IsNaN(solution.Flexible[b]!.FlatMw) && !double.IsNaN(solution.Flexible[b]!.ShiftedMw)))));
        }
    }

    /// <summary>Says at which buses nothing was asked, and why.</summary>
    void LeftOut(HostingSolution solution)
    {
        string List(HostingAbsence why) => Enumerable.Range(0, _grid.Buses.Count).Where(b => solution.Absence(b) == why).ToArray() is { Length: > 0 } buses
            ? string.Join(", ", buses.Take(rows).Select(_tables.Bus)) + (buses.Length > rows ? " …" : "") : "–";
        terminal.Say(terminal.Words("cli.feeder.host_left_out", ("slack", List(HostingAbsence.Slack)), ("held", List(HostingAbsence.HoldsVoltage)), ("dark", List(HostingAbsence.NoSupply))));
    }

    void Print(HostingSolution solution, int[] buses)
    {
        var hasFlexible = solution.Flexible.Length > 0;
        string[] columns = ["bus", "mw", "limit", "at_hour", .. hasFlexible ? (string[])["flat_mw", "shifted_mw", "room"] : []];
        Grid.Print(terminal, _tables.Headings(columns), buses.Take(rows).Select(b =>
        {
            var (host, flexible) = (solution.Buses[b]!, hasFlexible ? solution.Flexible[b] : null);
            string[] more = flexible is null ? [] : [Told(flexible.FlatMw), Told(flexible.ShiftedMw), Told(flexible.RoomPerMw(host.Mw, solution.Options.FlexibleMw))];
            return (string[])[_tables.Bus(b), HostingWords.Mw(host, Number(host.Mw, 4)), _tables.Limit(host.Limit), host.IsOpen ? "–" : _tables.Hour(host.Limit.Hour), .. more];
        }), column => column == 2);
        _tables.More(buses.Length);
    }

    void Fill(JsonObject document, HostingSolution solution)
    {
        var options = solution.Options;
        document["hosting"] = new JsonObject
        {
            ["kind"] = Kind(options.Kind), ["power_factor"] = options.Kind == HostingKind.Load ? options.PowerFactor : 1, ["hours"] = solution.Hours.Length, ["end_mw"] = solution.MostMw,
            ["broken_before"] = solution.BrokenBefore, ["unsolved_hours"] = new JsonArray([.. solution.Unsolved.Select(h => (JsonNode)feeder.Hours.Label[h])]), ["flows"] = solution.Flows,
            ["flexible_mw"] = options.FlexibleMw, ["busy"] = options.FlexibleMw > 0 ? options.BusyPu : null,
        };
        document["buses"] = Nodes(_grid.Buses.Count, b =>
        {
            var node = new JsonObject { ["number"] = _grid.Buses.Number[b], ["mw"] = null };
            if (solution.Buses[b] is null)
            {
                node["left_out"] = FeederTables.Word(solution.Absence(b));
            }

            if (solution.Buses[b] is { } host)
            {
                (node["mw"], node["at_least"], node["limit"], node["limit_at"]) = (host.Mw, host.IsOpen, FeederTables.Word(host.Limit.Kind), _tables.Code(host.Limit));
                node["hour"] = host.IsOpen ? null : feeder.Hours.Label[host.Limit.Hour];
                if (solution.Flexible.Length > 0)
                {
                    var flexible = solution.Flexible[b]!;
                    (node["flat_mw"], node["shifted_mw"], node["room_mw_per_mw"], node["shift_mw_per_mw"]) = (Value(flexible.FlatMw), Value(flexible.ShiftedMw),
                        Value(flexible.RoomPerMw(host.Mw, options.FlexibleMw)), Value(flexible.ShiftPerMw(options.FlexibleMw)));
                }
            }

            return node;
        });
    }

    static string Told(double value) => double.IsNaN(value) ? "–" : Number(value, 4);

    static string Kind(HostingKind kind) => kind switch { HostingKind.Wind => "wind", HostingKind.Load => "load", _ => "pv" };
}
