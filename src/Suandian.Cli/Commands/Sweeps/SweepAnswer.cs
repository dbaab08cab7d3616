using System.Text.Json.Nodes;
using Suandian.Reports;
using Suandian.Reports.Sweeps;
using Suandian.Texts;

namespace Suandian.Cli.Commands.Sweeps;

/// <summary>The answer of a sweep: a row per variant, what has no result, where the page lies.</summary>
static class SweepAnswer
{
    /// <summary>Most rows printed for people; all of them are in the files.</summary>
    const int MostRows = 30;

    /// <summary>Printed only where a variant leaves work undone: its cost is then not comparable.</summary>
    const string WorkDone = "work_done_share_pu";

    static readonly (string Column, Quantity Quantity)[] Columns =
    [
        ("energy_price_yuan_per_mwh", Quantity.PriceYuanPerMwh),
        ("gpu_hour_price_yuan", Quantity.PriceYuanPerGpuHour),
        ("local_green_share_pu", Quantity.SharePu),
        ("curtailed_share_pu", Quantity.SharePu),
        (WorkDone, Quantity.SharePu),
        ("annual_cost_yuan", Quantity.YearlyMoneyYuan),
    ];

    /// <summary>Prints the answer; exit code 4 where a variant has no result.</summary>
    internal static ExitCode Give(Door door, string folder, SweepResults results, SweepBoard board)
    {
        var terminal = door.Terminal;
        var code = board.Troubles.Count == 0 ? ExitCode.Done : ExitCode.World;
        Print(terminal, results);
        foreach (var trouble in board.Troubles.OrderBy(t => t.Number))
        {
            terminal.Complain(terminal.Words("cli.sweep.trouble", ("number", trouble.Number), ("why", trouble.Trouble)));
        }

        if (code != ExitCode.Done)
        {
            terminal.Complain(terminal.Words("cli.sweep.again"));
        }

        var page = Path.Combine(folder, "index.html");
        terminal.Say(terminal.Words("cli.sweep.done", ("page", page)));
        terminal.Document(Document(code, folder, results, board));
        return code;
    }

    static void Print(Terminal terminal, SweepResults results)
    {
        var language = terminal.Language;
        var isAllDone = results.Results.All(r => r?[WorkDone] is not < 0.9995);
        var shown = Columns.Where(c => c.Column != WorkDone || !isAllDone).ToArray();
        string[] headings =
        [
            Phrases.Of("page.sweep.variant").In(language),
            .. results.Axes.Select(a => a.Unit.Length > 0 ? $"{a.Name} {a.UnitIn(language)}" : a.Name),
            Phrases.Of("page.sweep.status").In(language),
            .. shown.Select(s => terminal.Words("cli.sweep.heading." + s.Column) + " " + Numbers.ColumnUnit(s.Quantity, language)),
        ];
        Grid.Print(terminal, headings, Enumerable.Range(0, Math.Min(MostRows, results.Values.Length)).Select(i => (string[])
        [
            (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
            .. results.Values[i].Select((v, a) => results.Axes[a].IsFactor ? "×" + v : v),
            Phrases.Of("sweep.status." + Status(results.Results[i])).In(language),
            .. shown.Select(s => Numbers.Column(s.Quantity, results.Results[i]?[s.Column], language)),
        ]));
        if (results.Values.Length > MostRows)
        {
            terminal.Say(terminal.Words("cli.sweep.more", ("more", results.Values.Length - MostRows)));
        }
    }

    static JsonObject Document(ExitCode code, string folder, SweepResults results, SweepBoard board) => new()
    {
        ["command"] = SweepRun.Name,
        ["status"] = code == ExitCode.Done ? "done" : "failed",
        ["exit_code"] = (int)code,
        ["folder"] = folder,
        ["page"] = Path.Combine(folder, "index.html"),
        ["variants"] = results.Values.Length,
        ["computed"] = board.Computed,
        ["missing"] = new JsonArray([.. board.Troubles.OrderBy(t => t.Number).Select(t => (JsonNode)new JsonObject { ["variant"] = t.Number, ["why"] = t.Trouble })]),
        ["results"] = new JsonArray([.. Enumerable.Range(0, results.Values.Length).Select(i => (JsonNode)Row(results, i))]),
    };

    static JsonObject Row(SweepResults results, int index)
    {
        var row = new JsonObject { ["variant"] = index + 1 };
        foreach (var (axis, value) in results.Axes.Zip(results.Values[index]))
        {
            row[axis.Column] = axis.IsWords ? value : JsonNode.Parse(value);
        }

        row["status"] = Status(results.Results[index]);
        foreach (var figure in results.Results[index]?.Figures ?? [])
        {
            row[figure.Column] = double.IsFinite(figure.Value) ? figure.Value : null;
        }

        return row;
    }

    static string Status(VariantResult? result) => result?.Status.ToString().ToLowerInvariant() ?? "missing";
}
