using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Suandian.Cases;
using Suandian.Distribution;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;
using static Suandian.Cli.GridNumbers;

namespace Suandian.Cli.Commands.Grids;

/// <summary>A year of a feeder for people and for machines.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="feeder">The feeder.</param>
/// <param name="rows">Most rows of each table for people; the document holds all.</param>
sealed class FeederYearAnswer(Terminal terminal, Feeder feeder, int rows)
{
    readonly FeederTables _tables = new(terminal, feeder, rows);
    readonly PowerGrid _grid = feeder.Grid;

    /// <summary>Answers.</summary>
    internal ExitCode Give(string command, FeederYearSolution year, ImmutableArray<Problem> problems, string? folder)
    {
        var code = year.Unsolved.Length == 0 ? ExitCode.Done : ExitCode.NoSolution;
        _tables.Unsolved(year.Unsolved);
        if (year.Unsolved.Length < feeder.Hours.Count)
        {
            Summary(year);
            Print(year);
            _tables.Close(folder, "year.html");
        }

        var document = CaseInput.Document(command, code, problems);
        document["status"] = code == ExitCode.Done ? "done" : "no_solution";
        Fill(document, year);
        terminal.Document(document);
        return code;
    }

    void Summary(FeederYearSolution year)
    {
        terminal.Say(terminal.Words("cli.feeder.year_summary", ("case", _grid.Title), ("buses", _grid.Buses.Count), ("branches", _grid.Branches.Count), ("hours", feeder.Hours.Count),
            ("method", terminal.Words(new HourlyFlow(_grid).IsSweep ? "cli.feeder.sweep" : "cli.feeder.newton")), ("load", Number(year.LoadMwh, 3)), ("generation", Number(year.GenerationMwh, 3)), ("loss", Number(year.LossMwh, 3)), ("shunts", Number(year.ShuntMwh, 3)),
            ("share", year.LoadMwh > 0 ? Number(100 * year.LossMwh / year.LoadMwh, 2) : "–"), ("import", Number(year.ImportMwh, 3)), ("export", Number(year.ExportMwh, 3)), ("export_hours", year.ExportHours)));
        int[] buses = [.. Enumerable.Range(0, _grid.Buses.Count).Where(b => year.Buses[b].LowestHour >= 0)];
        var (low, high) = (buses.MinBy(b => year.Buses[b].LowestPu), buses.MaxBy(b => year.Buses[b].HighestPu));
        terminal.Say(terminal.Words("cli.feeder.year_voltages", ("low", Number(year.Buses[low].LowestPu, 6)), ("low_bus", _tables.Bus(low)), ("low_hour", _tables.Hour(year.Buses[low].LowestHour)),
            ("high", Number(year.Buses[high].HighestPu, 6)), ("high_bus", _tables.Bus(high)), ("high_hour", _tables.Hour(year.Buses[high].HighestHour))));
        UnsuppliedAnswer.Say(terminal, _grid, feeder.Hours, year.Unsupplied);
        terminal.Say(year.HoursBeyond == 0 ? terminal.Words(year.Unsupplied.IsAny ? "cli.feeder.year_within_supplied" : "cli.feeder.year_within") : terminal.Words("cli.feeder.year_beyond", ("hours", year.HoursBeyond),
            ("low", year.Buses.Count(b => b.HoursLow > 0)), ("high", year.Buses.Count(b => b.HoursHigh > 0)), ("over", year.Branches.Count(k => k.HoursOver > 0))));
        ReactiveBeyond(year);
        int[] spread = [.. buses.Where(b => year.Buses[b].IsSpread).OrderByDescending(b => year.Buses[b].SpreadPu)];
        if (spread.Length > 0)
        {
            terminal.Say(terminal.Words("feeder.year_spread", ("count", spread.Length), ("limit", Number(100 * VoltageStandard.MostSpreadPu, 0)),
                ("buses", string.Join(", ", spread.Take(rows).Select(b => $"{_tables.Bus(b)} {Number(100 * year.Buses[b].SpreadPu, 1)} %")))));
        }

        var baseless = Enumerable.Range(0, _grid.Buses.Count).Count(b => year.Buses[b].LowestHour >= 0 && _grid.Buses.BaseKv[b] <= 0);
        if (baseless > 0)
        {
            terminal.Say(terminal.Words("cli.feeder.limits_no_base", ("count", baseless)));
        }

        var sources = year.Limits.LowSource.Concat(year.Limits.HighSource).ToArray();
        terminal.Say(terminal.Words("cli.feeder.limits", ("standard", sources.Count(s => s == LimitSource.Standard)), ("case", sources.Count(s => s == LimitSource.Case)),
            ("none", sources.Count(s => s == LimitSource.None)), ("unrated", Enumerable.Range(0, _grid.Branches.Count).Count(k => _grid.Branches.InService[k] && year.Limits.RatingMva[k] <= 0))));
    }

    /// <summary>Says which generators give more reactive power than they can, as the hours are computed without their limits.</summary>
    void ReactiveBeyond(FeederYearSolution year)
    {
        var beyond = ReactiveExcess.Of(_grid, feeder.Hours, year.Flow);
        if (beyond.Length > 0)
        {
            terminal.Say(terminal.Words("cli.feeder.year_reactive", ("buses", string.Join("; ", beyond.OrderByDescending(b => b.Hours).Take(rows).Select(b => terminal.Words("cli.feeder.year_reactive_bus",
                ("bus", _tables.Bus(b.Bus)), ("hours", b.Hours), ("mvar", Number(b.Mvar, 3)), ("limit", Number(b.LimitMvar, 3)), ("hour", _tables.Hour(b.WorstHour))))))));
        }
    }

    void Print(FeederYearSolution year)
    {
        int[] buses = [.. Enumerable.Range(0, _grid.Buses.Count).Where(b => year.Buses[b].LowestHour >= 0).OrderByDescending(b => year.Buses[b].HoursLow + year.Buses[b].HoursHigh)
            .ThenByDescending(b => year.Buses[b].IsSpread).ThenByDescending(b => Math.Max(year.Buses[b].HighestPu - 1, 1 - year.Buses[b].LowestPu))];
        Grid.Print(terminal, _tables.Headings("bus", "lowest_pu", "at_hour", "highest_pu", "at_hour", "hours_low", "hours_high", "limits_pu", "spread_pct"), buses.Take(rows).Select(b => (string[])
        [
            _tables.Bus(b), Number(year.Buses[b].LowestPu, 6), _tables.Hour(year.Buses[b].LowestHour), Number(year.Buses[b].HighestPu, 6), _tables.Hour(year.Buses[b].HighestHour),
            Number(year.Buses[b].HoursLow, 0), Number(year.Buses[b].HoursHigh, 0), $"{Bound(year.Limits.LowPu[b])}–{Bound(year.Limits.HighPu[b])}", double.IsFinite(year.Limits.SpreadPu[b]) ? Number(100 * year.Buses[b].SpreadPu, 1) : "–",
        ]));
        int[] branches = [.. Enumerable.Range(0, _grid.Branches.Count).Where(k => year.Branches[k].PeakHour >= 0)
            .OrderByDescending(k => double.IsNaN(year.Branches[k].PeakLoadingPu) ? 0 : year.Branches[k].PeakLoadingPu).ThenByDescending(k => year.Branches[k].PeakMva)];
        Grid.Print(terminal, _tables.Headings("branch", "peak_mva", "at_hour", "loading_pct", "hours_over", "loss_mwh", "reverse_hours", "reverse_mw"), branches.Take(rows).Select(k => (string[])
        [
            _tables.Branch(k), Number(year.Branches[k].PeakMva, 4), _tables.Hour(year.Branches[k].PeakHour), double.IsNaN(year.Branches[k].PeakLoadingPu) ? "–" : Number(100 * year.Branches[k].PeakLoadingPu, 1),
            Number(year.Branches[k].HoursOver, 0), Number(year.Branches[k].LossMwh, 4), Number(year.Branches[k].ReverseHours, 0), Number(year.Branches[k].MostReverseMw, 4),
        ]));
        _tables.More(Math.Max(buses.Length, branches.Length));
    }

    void Fill(JsonObject document, FeederYearSolution year)
    {
        int? Label(int hour) => hour < 0 ? null : feeder.Hours.Label[hour];
        document["year"] = new JsonObject
        {
            ["hours"] = feeder.Hours.Count, ["load_mwh"] = year.LoadMwh, ["generation_mwh"] = year.GenerationMwh, ["loss_mwh"] = year.LossMwh, ["shunt_mwh"] = year.ShuntMwh, ["import_mwh"] = year.ImportMwh, ["export_mwh"] = year.ExportMwh,
            ["export_hours"] = year.ExportHours, ["hours_beyond"] = year.HoursBeyond, ["unsolved_hours"] = new JsonArray([.. year.Unsolved.Select(h => (JsonNode)feeder.Hours.Label[h])]),
        };
        document["unsupplied"] = UnsuppliedAnswer.Node(_grid, feeder.Hours, year.Unsupplied);
        document["buses"] = Nodes(_grid.Buses.Count, b => new JsonObject
        {
            ["number"] = _grid.Buses.Number[b], ["lowest_pu"] = Value(year.Buses[b].LowestPu), ["lowest_hour"] = Label(year.Buses[b].LowestHour), ["highest_pu"] = Value(year.Buses[b].HighestPu),
            ["highest_hour"] = Label(year.Buses[b].HighestHour), ["mean_pu"] = Value(year.Buses[b].MeanPu), ["hours_low"] = year.Buses[b].HoursLow, ["hours_high"] = year.Buses[b].HoursHigh,
            ["sum_of_deviations_pu"] = Value(year.Buses[b].SpreadPu), ["sum_limit_pu"] = Value(year.Limits.SpreadPu[b]), ["sum_exceeded"] = year.Buses[b].IsSpread, ["low_limit_pu"] = year.Limits.LowSource[b] == LimitSource.None ? null : year.Limits.LowPu[b], ["low_limit_source"] = FeederTables.Word(year.Limits.LowSource[b]),
            ["high_limit_pu"] = Value(year.Limits.HighPu[b]), ["high_limit_source"] = FeederTables.Word(year.Limits.HighSource[b]),
        });
        var reactive = ReactiveExcess.Of(_grid, feeder.Hours, year.Flow);
        document["reactive_beyond"] = Nodes(reactive.Length, i => new JsonObject
        {
            ["bus"] = _grid.Buses.Number[reactive[i].Bus], ["hours"] = reactive[i].Hours, ["worst_mvar"] = reactive[i].Mvar, ["limit_mvar"] = reactive[i].LimitMvar, ["worst_hour"] = Label(reactive[i].WorstHour),
        });
        document["branches"] = Nodes(_grid.Branches.Count, k => new JsonObject
        {
            ["from"] = _grid.Buses.Number[_grid.Branches.From[k]], ["to"] = _grid.Buses.Number[_grid.Branches.To[k]], ["peak_mva"] = year.Branches[k].PeakMva, ["peak_hour"] = Label(year.Branches[k].PeakHour),
            ["peak_loading"] = Value(year.Branches[k].PeakLoadingPu), ["hours_over"] = year.Branches[k].HoursOver, ["loss_mwh"] = year.Branches[k].LossMwh,
            ["reverse_hours"] = year.Branches[k].ReverseHours, ["most_reverse_mw"] = year.Branches[k].MostReverseMw, ["most_reverse_hour"] = Label(year.Branches[k].MostReverseHour),
        });
    }

    static string Bound(double value) => value > 0 && double.IsFinite(value) ? Number(value, 3) : "";
}
