using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Suandian.Cases;
using Suandian.Distribution.Outages;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;
using Suandian.Reports.Feeders;
using Suandian.Texts;
using static Suandian.Cli.GridNumbers;

namespace Suandian.Cli.Commands.Grids;

/// <summary>Outages and restoration for people and for machines.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="feeder">The feeder.</param>
/// <param name="rows">Most rows of the table for people; the document holds all.</param>
sealed class FeederOutagesAnswer(Terminal terminal, Feeder feeder, int rows)
{
    readonly FeederTables _tables = new(terminal, feeder, rows);
    readonly PowerGrid _grid = feeder.Grid;

    /// <summary>Answers.</summary>
    internal ExitCode Give(string command, (OutageSolution Solution, FeederYearSolution Year) found, ImmutableArray<Problem> problems, string? folder)
    {
        var (solution, ratios) = (found.Solution, CapacityRatio.Of(_grid, found.Year));
        var code = solution.Hours.Length > 0 && solution.Unsolved.Length == 0 ? ExitCode.Done : ExitCode.NoSolution;
        _tables.Unsolved(solution.Unsolved);
        if (solution.Hours.Length > 0)
        {
            if (solution.Outages.Length > 0)
            {
                Summary(solution, found.Year, ratios);
                Print(solution);
            }
            else
            {
                terminal.Say(terminal.Words("cli.feeder.n1_no_branch", ("case", _grid.Title)));
            }

            _tables.Close(folder, "outages.html");
        }
        else
        {
            terminal.Say(terminal.Words("cli.feeder.n1_no_hour", ("case", _grid.Title)));
        }

        var document = CaseInput.Document(command, code, problems);
        document["status"] = code == ExitCode.Done ? "done" : "no_solution";
        document["unsupplied"] = UnsuppliedAnswer.Node(_grid, feeder.Hours, found.Year.Unsupplied);
        Fill(document, solution, ratios);
        terminal.Document(document);
        return code;
    }

    void Summary(OutageSolution solution, FeederYearSolution year, CapacityRatio[] ratios)
    {
        var dark = solution.Outages.Where(o => o.PeakMw > 0).ToArray();
        var most = dark.MaxBy(o => o.PeakMw);
        terminal.Say(terminal.Words("cli.feeder.n1_summary", ("case", _grid.Title), ("branches", solution.Outages.Length), ("hours", solution.Hours.Length), ("chosen", Chosen(solution)), ("dark", dark.Length),
            ("most", Number(most?.PeakMw ?? 0, 4)), ("branch", most is null ? "–" : _tables.Branch(most.Branch)), ("beyond", solution.Outages.Count(o => o.HoursBeyond + o.HoursUnsolved > 0))));
        UnsuppliedAnswer.Say(terminal, _grid, feeder.Hours, year.Unsupplied);
        var restored = dark.Where(o => o.Restoration is not null).Select(o => o.Restoration!).ToArray();
        terminal.Say(solution.Ties.Length == 0 ? terminal.Words("cli.feeder.n1_no_ties") : terminal.Words("cli.feeder.n1_restored",
            ("ties", solution.Ties.Length), ("whole", restored.Count(r => r.Close.Length > 0 && r.DarkMw <= 0)), ("part", restored.Count(r => r.Close.Length > 0 && r.DarkMw > 0)),
            ("none", restored.Count(r => r.Close.Length == 0)), ("without", restored.Count(r => !r.HasTie)), ("proved", restored.Count(r => r.IsProved && r.HasTie))));
        if (restored.Length > 0)
        {
            terminal.Say(terminal.Words("cli.feeder.n1_note"));
        }

        if (solution.Meshed > 0)
        {
            terminal.Say(terminal.Words("cli.feeder.n1_meshed", ("count", solution.Meshed)));
        }

        if (year.HoursBeyond > 0)
        {
            terminal.Say(terminal.Words("cli.feeder.n1_broken", ("buses", year.Buses.Count(b => b.HoursLow + b.HoursHigh > 0)), ("branches", year.Branches.Count(k => k.HoursOver > 0))));
        }

        foreach (var ratio in ratios)
        {
            terminal.Say(OutageFiles.Ratio(ratio).In(terminal.Language));
        }
    }

    /// <summary>How the hours were chosen.</summary>
    Text Chosen(OutageSolution solution) => solution.Hours.Length + solution.Unsolved.Length == feeder.Hours.Count ? Phrases.Of("cli.feeder.n1_all_hours")
        : Phrases.Of("cli.feeder.n1_chosen", ("load", solution.Hours.Length + solution.Unsolved.Length - solution.ByInjection), ("injection", solution.ByInjection));

    void Print(OutageSolution solution)
    {
        BranchOutage[] harmful = [.. solution.Outages.Where(o => !o.IsHarmless).OrderByDescending(o => o.Restoration?.DarkMw ?? o.PeakMw).ThenByDescending(o => o.PeakMw)];
        if (harmful.Length == 0)
        {
            terminal.Say(terminal.Words("cli.feeder.n1_harmless"));
            return;
        }

        Grid.Print(terminal, _tables.Headings("branch", "dark_buses", "dark_mw", "dark_hour", "worst", "worst_hour", "close", "open", "restored_mw", "left_mw", "restoration"), harmful.Take(rows).Select(o => (string[])
        [
            _tables.Branch(o.Branch), $"{o.Dark.Length}", Number(o.PeakMw, 4), o.PeakMw > 0 ? _tables.Hour(o.PeakHour) : "–", o.Worst.Kind == ViolationKind.None ? "–" : _tables.Limit(o.Worst), o.Worst.Kind == ViolationKind.None ? "–" : _tables.Hour(o.Worst.Hour),
            _tables.Branches(o.Restoration?.Close), _tables.Branches(o.Restoration?.Open), Number(o.Restoration?.RestoredMw ?? 0, 4), Number(o.Restoration?.DarkMw ?? o.PeakMw, 4), OutageFiles.Standing(o, solution) is { } standing ? terminal.Words(standing) : "–",
        ]), column => column is 4 or 6 or 7 or 10);
        _tables.More(harmful.Length);
    }

    void Fill(JsonObject document, OutageSolution solution, CapacityRatio[] ratios)
    {
        JsonArray Names(int[] branches) => new([.. branches.Select(k => (JsonNode)FeederOptions.Branch(_grid, k))]);
        JsonArray Numbers(int[] buses) => new([.. buses.Select(b => (JsonNode)_grid.Buses.Number[b])]);
        document["n1"] = new JsonObject { ["hours"] = solution.Hours.Length, ["hours_by_injection"] = solution.ByInjection, ["unsolved_hours"] = new JsonArray([.. solution.Unsolved.Select(h => (JsonNode)feeder.Hours.Label[h])]), ["meshed"] = solution.Meshed, ["ties"] = Names(solution.Ties), ["flows"] = solution.Flows };
        document["capacity_ratios"] = Nodes(ratios.Length, i => new JsonObject
        {
            ["high_kv"] = ratios[i].HighKv, ["low_kv"] = new JsonArray([.. ratios[i].LowKv.Select(kv => (JsonNode)kv)]), ["transformers"] = ratios[i].Transformers, ["capacity_mva"] = Value(ratios[i].CapacityMva),
            ["peak_mw"] = ratios[i].PeakMw, ["ratio"] = Value(ratios[i].MvaPerMw), ["guide_least"] = ratios[i].HasGuide ? CapacityRatio.Least : null, ["guide_most"] = ratios[i].HasGuide ? CapacityRatio.Most : null, ["guide_is_second_hand"] = ratios[i].HasGuide ? true : null,
        });
        document["outages"] = Nodes(solution.Outages.Length, i =>
        {
            var o = solution.Outages[i];
            return new JsonObject
            {
                ["branch"] = FeederOptions.Branch(_grid, o.Branch), ["dark_buses"] = Numbers(o.Dark), ["dark_mw"] = o.PeakMw, ["dark_hour"] = o.PeakMw > 0 ? feeder.Hours.Label[o.PeakHour] : null, ["dark_mean_mw"] = o.MeanMw,
                ["hours_beyond"] = o.HoursBeyond, ["hours_unsolved"] = o.HoursUnsolved, ["worst"] = FeederTables.Word(o.Worst.Kind), ["worst_at"] = _tables.Code(o.Worst), ["worst_hour"] = o.Worst.Kind == ViolationKind.None ? null : feeder.Hours.Label[o.Worst.Hour],
                ["worst_value"] = o.Worst.Kind == ViolationKind.None ? null : Value(o.Worst.Value), ["worst_limit"] = o.Worst.Kind == ViolationKind.None ? null : Value(o.Worst.Limit),
                ["restoration"] = o.Restoration is not { } r ? null : new JsonObject
                {
                    ["close"] = Names(r.Close), ["open"] = Names(r.Open), ["restored_mw"] = r.RestoredMw, ["dark_mw"] = r.DarkMw, ["dark_buses"] = Numbers(r.Dark), ["proved"] = r.IsProved, ["has_tie"] = r.HasTie, ["switchings"] = r.Trials,
                },
            };
        });
    }
}
