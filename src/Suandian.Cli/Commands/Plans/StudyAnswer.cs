using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Suandian.Reports;
using Suandian.Reports.Figures;
using Suandian.Reports.Imported;

namespace Suandian.Cli.Commands.Plans;

/// <summary>The short answer of a study on the terminal, and the same as JSON.</summary>
static class StudyAnswer
{
    /// <summary>Prints the answer and returns it for machines.</summary>
    internal static JsonObject Tell(Terminal terminal, StudyFigures figures, string page)
    {
        Print(terminal, figures, page);
        return Node(figures);
    }

    /// <summary>Prints the answer of an imported network and returns it for machines.</summary>
    internal static JsonObject Tell(Terminal terminal, ImportedStudy study, string page)
    {
        var (answer, proof) = (ImportedFiles.Answer(study), ImportedFiles.Certificate(study));
        terminal.Say(study.Case.Settings.Name.In(terminal.Language));
        terminal.Say(answer.In(terminal.Language));
        terminal.Say(Proof(terminal, proof));
        terminal.Say(terminal.Words("cli.answer.report", ("page", page)));
        return new JsonObject
        {
            ["case"] = Terminal.Node(study.Case.Settings.Name),
            ["plan_status"] = study.Plan.Status.ToString().ToLowerInvariant(),
            ["snapshots"] = study.Network.Snapshots.Count,
            ["answer"] = Terminal.Node(answer),
            ["objective"] = study.Plan.ObjectiveYuan,
            ["objective_constant"] = study.Plan.ObjectiveConstantYuan,
            ["certificate"] = Certificate(proof),
        };
    }

    /// <summary>What to build, what it costs, how green it is, what proves it, where the report lies.</summary>
    internal static void Print(Terminal terminal, StudyFigures figures, string page)
    {
        var headline = figures.Headline.Data;
        terminal.Say(figures.Case.Data.Name.In(terminal.Language));
        terminal.Say(headline.Answer.In(terminal.Language));
        terminal.Say(headline.Caveat.In(terminal.Language));
        foreach (var (key, quantity, value) in Rows(headline))
        {
            terminal.Say($"  {Row(terminal, key, quantity, value)}");
        }

        terminal.Say(Proof(terminal, figures.Certificate.Data));
        if (figures.Jobs is { } jobs)
        {
            terminal.Say(terminal.Words("cli.study.jobs", ("finding", jobs.Finding)));
        }

        if (figures.Grid is { } grid)
        {
            terminal.Say(terminal.Words("cli.study.grid", ("finding", grid.Finding)));
        }

        foreach (var warning in figures.Warnings.Data.Rows.Where(row => row.Level == WarningLevel.Act))
        {
            terminal.Say(terminal.Words("cli.answer.warning", ("fact", warning.Fact), ("remedy", warning.Remedy)));
        }

        terminal.Say(terminal.Words("cli.answer.report", ("page", page)));
    }

    /// <summary>The answer for machines; units stand in the names.</summary>
    internal static JsonObject Node(StudyFigures figures)
    {
        var headline = figures.Headline.Data;
        var rows = new JsonObject();
        foreach (var (key, _, value) in Rows(headline))
        {
            rows[key] = new JsonObject { ["base"] = Finite(value.Base), ["plan"] = Finite(value.Plan) };
        }

        return new JsonObject
        {
            ["case"] = Terminal.Node(figures.Case.Data.Name),
            ["plan_status"] = figures.Case.Data.Status.ToString().ToLowerInvariant(),
            ["snapshots"] = figures.Case.Data.Snapshots,
            ["answer"] = Terminal.Node(headline.Answer),
            ["new"] = new JsonArray([.. headline.New.Select(New)]),
            ["new_it_mw"] = headline.NewItMw,
            ["energy_investment_yuan"] = headline.EnergyInvestmentYuan,
            ["computing_investment_yuan"] = headline.ComputingInvestmentYuan,
            ["figures"] = rows,
            ["jobs"] = figures.Jobs is { } jobs ? Jobs(jobs) : null,
            ["grid"] = figures.Grid is { } grid ? Grid(grid) : null,
            ["certificate"] = Certificate(figures.Certificate.Data),
            ["warnings"] = new JsonArray([.. figures.Warnings.Data.Rows.Select(row => (JsonNode)new JsonObject
            {
                ["code"] = row.Code,
                ["level"] = row.Level.ToString().ToLowerInvariant(),
                ["fact"] = Terminal.Node(row.Fact),
                ["remedy"] = Terminal.Node(row.Remedy),
            })]),
        };
    }

    static JsonObject Jobs(ReportFigure<JobFigures> figure)
    {
        var jobs = figure.Data;
        return new JsonObject
        {
            ["finding"] = Terminal.Node(figure.Finding),
            ["late_share_pu"] = jobs.LatePu,
            ["late_share_in_pieces_pu"] = jobs.LateInPiecesPu,
            ["work_done_share_pu"] = jobs.DonePu,
            ["work_done_share_in_pieces_pu"] = jobs.DoneInPiecesPu,
            ["renewable_cover_planned_pu"] = jobs.GreenPlannedPu,
            ["renewable_cover_pu"] = jobs.GreenPu,
            ["headroom"] = new JsonArray([.. jobs.Headroom.Select(h => (JsonNode)new JsonObject { ["cards_more_pu"] = h.HeadroomPu, ["late_share_pu"] = h.LatePu })]),
            ["energy_planned_mwh"] = jobs.Whole.PlannedMwh,
            ["energy_above_plan_mwh"] = jobs.Whole.AboveMwh,
            ["energy_below_plan_mwh"] = jobs.Whole.BelowMwh,
            ["energy_above_plan_in_pieces_mwh"] = jobs.InPieces.AboveMwh,
            ["cost_more_yuan"] = jobs.Whole.MoreYuan,
            ["workloads"] = new JsonArray([.. jobs.Workloads.Select(w => (JsonNode)new JsonObject
            {
                ["name"] = w.Name, ["jobs"] = w.Jobs, ["planned_wait_h"] = w.PlannedWaitH, ["mean_wait_h"] = w.MeanWaitH, ["late_share_pu"] = w.LatePu,
            })]),
        };
    }

    static JsonObject Grid(ReportFigure<GridFigures> figure)
    {
        var grid = figure.Data;
        return new JsonObject
        {
            ["finding"] = Terminal.Node(figure.Finding),
            ["hours"] = grid.Snapshots,
            ["hours_unsolved"] = grid.Unsolved,
            ["loss_mwh"] = Finite(grid.LossMwh),
            ["shunt_mwh"] = Finite(grid.ShuntMwh),
            ["load_mwh"] = Finite(grid.LoadMwh),
            ["unsupplied_mwh"] = Finite(grid.UnsuppliedMwh),
            ["misfits"] = new JsonArray([.. grid.Misfits.Select(m => (JsonNode)new JsonObject
            {
                ["kind"] = JsonNamingPolicy.SnakeCaseLower.ConvertName(m.Kind.ToString()), ["name"] = m.Name, ["worst_pu"] = Finite(m.WorstPu),
                ["limit_pu"] = Finite(m.LimitPu), ["hours_h"] = Finite(m.Hours), ["first_hour_of_year"] = m.FirstHour,
            })]),
            ["measures"] = new JsonArray([.. (grid.Repair?.Measures ?? []).Select(m => (JsonNode)new JsonObject
            {
                ["kind"] = JsonNamingPolicy.SnakeCaseLower.ConvertName(m.Kind.ToString()), ["table"] = m.Table, ["name"] = m.Name,
                ["before"] = Terminal.Node(m.Before), ["after"] = Terminal.Node(m.After), ["tap_before"] = m.TapBefore, ["tap_after"] = m.TapAfter, ["cost_yuan"] = m.CostYuan,
            })]),
            ["measures_yuan"] = grid.Repair?.CostYuan ?? 0,
            ["measures_at_least_yuan"] = grid.Repair?.Search.AtLeastYuan ?? 0,
            ["measures_proved_cheapest"] = grid.Repair?.IsCheapest ?? false,
            ["fits_after"] = grid.Repair?.Fits ?? grid.Misfits.IsEmpty,
            ["unplaced"] = new JsonArray([.. grid.Unplaced.Select(u => (JsonNode)new JsonObject { ["table"] = u.Table, ["name"] = u.Name, ["energy_mwh"] = u.EnergyMwh })]),
        };
    }

    static (string Key, Quantity Quantity, Pair Value)[] Rows(Headline headline) =>
    [
        ("energy_price_yuan_per_mwh", Quantity.PriceYuanPerMwh, headline.EnergyPriceYuanPerMwh),
        ("gpu_hour_price_yuan", Quantity.PriceYuanPerGpuHour, headline.GpuHourPriceYuan),
        ("local_green_share_pu", Quantity.SharePu, headline.LocalGreenSharePu),
        ("curtailed_share_pu", Quantity.SharePu, headline.CurtailedSharePu),
        ("work_done_share_pu", Quantity.SharePu, headline.WorkDoneSharePu),
        ("annual_cost_yuan", Quantity.YearlyMoneyYuan, headline.AnnualCostYuan),
    ];

    static string Row(Terminal terminal, string key, Quantity quantity, Pair value)
    {
        var plan = Numbers.Say(quantity, value.Plan, terminal.Language);
        return value.Base is { } before && double.IsFinite(before)
            ? terminal.Words("cli.answer.row_base", ("name", terminal.Words("cli.answer." + key)), ("plan", plan),
                ("base", Numbers.Say(quantity, before, terminal.Language)),
                ("change", Numbers.Change(quantity, value, terminal.Language)))
            : terminal.Words("cli.answer.row", ("name", terminal.Words("cli.answer." + key)), ("plan", plan));
    }

    static string Proof(Terminal terminal, CertificateFigures proof)
    {
        var gap = proof.Optimum.FirstOrDefault(row => row.Key == "relative_gap");
        return terminal.Words(
            !proof.Checked ? "cli.answer.unchecked" : proof.Holds ? "cli.answer.proved" : "cli.answer.not_proved",
            ("gap", Small(gap?.Value)), ("bar", Small(gap?.Bar)),
            ("held", proof.Optimum.Concat(proof.Replay).Count(row => row.Holds)),
            ("checks", proof.Optimum.Length + proof.Replay.Length));
    }

    static JsonObject Certificate(CertificateFigures proof) => new()
    {
        ["checked"] = proof.Checked,
        ["holds"] = proof.Holds,
        ["objective_yuan"] = Finite(proof.ObjectiveYuan),
        ["solver"] = proof.Solver,
        ["method"] = proof.Method.En,
        ["checks"] = new JsonArray([.. proof.Optimum.Concat(proof.Replay).Select(row => (JsonNode)new JsonObject
        {
            ["key"] = row.Key, ["value"] = Finite(row.Value), ["bar"] = Finite(row.Bar), ["unit"] = row.Unit, ["holds"] = row.Holds,
        })]),
    };

    static JsonNode New(TechnologyCapacity built) => new JsonObject
    {
        ["technology"] = JsonNamingPolicy.SnakeCaseLower.ConvertName(built.Technology.ToString()),
        ["mw"] = built.Mw,
        ["mwh"] = built.Mwh,
    };

    /// <summary>JSON knows no NaN or infinity: null.</summary>
    static JsonValue? Finite(double? value) => value is { } number && double.IsFinite(number) ? JsonValue.Create(number) : null;

    static string Small(double? value) => value?.ToString("0.0e+0", CultureInfo.InvariantCulture) ?? "–";
}
