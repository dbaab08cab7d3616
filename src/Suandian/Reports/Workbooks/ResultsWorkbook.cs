using System.Collections.Immutable;
using Suandian.Reports.Figures;
using Suandian.Reports.Tables;
using Suandian.Texts;

namespace Suandian.Reports.Workbooks;

/// <summary>results.xlsx: the tables of the report for people, heads in 中文 and English, values in stored units beside values as read.</summary>
static class ResultsWorkbook
{
    static readonly string[] SummaryHeads = ["item_zh", "item_en", "unit", "base", "plan"];

    internal static ImmutableArray<Sheet> Sheets(StudyFigures figures, ImmutableArray<ReportTable> tables)
    {
        ReportTable Table(string name) => tables.Single(t => t.Name == name);
        return
        [
            Summary(figures),
            Plain("build", Table("build")),
            Plain("prices", Table("prices")),
            Plain("hourly", Table("hourly")),
            Joined("computing", [Table("workloads"), Table("workload_places"), Table("clusters"), Table("computing_by_hour"), Table("refused_services"), .. figures.Jobs is null ? [] : new[] { Table("jobs") }]),
            .. figures.Grid is null ? [] : new[] { Joined("grid", [Table("grid_misfits"), Table("grid_measures"), Table("grid_voltages"), Table("grid_loadings"), Table("grid_unplaced")]) },
            Plain("shadow_prices", Table("shadow_prices")),
            Plain("assumptions", Table("assumptions")),
            Notes(figures),
        ];
    }

    static string Name(string sheet)
    {
        var title = Phrases.Of("sheet." + sheet);
        return $"{title.Zh} {title.En}";
    }

    static Cell Head(Text title) => Cell.Of($"{title.Zh}\n{title.En}", CellStyle.Head);

    static Sheet Summary(StudyFigures figures)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Cell>>();
        rows.Add([Cell.Of(figures.Case.Data.Name.ToString(), CellStyle.Title)]);
        rows.Add([Cell.Of(figures.Headline.Data.Answer.Zh)]);
        rows.Add([Cell.Of(figures.Headline.Data.Answer.En)]);
        rows.Add(
        [
            .. SummaryHeads.Select(c => Head(Phrases.Of("report_column." + c))),
            Head(Phrases.Of("sheet.base_read")), Head(Phrases.Of("sheet.plan_read")), Head(Phrases.Of("sheet.change")),
        ]);
        foreach (var row in figures.Comparison.Data.Rows)
        {
            var style = StyleOf(ReportTables.StoredUnit(row.Quantity));
            rows.Add(
            [
                Cell.Of(row.Name.Zh), Cell.Of(row.Name.En), Cell.Of(ReportTables.StoredUnit(row.Quantity)),
                Cell.Of(row.Value.Base ?? double.NaN, style), Cell.Of(row.Value.Plan, style),
                Cell.Of(Numbers.Say(row.Quantity, row.Value.Base ?? double.NaN, Language.Zh)), Cell.Of(Numbers.Say(row.Quantity, row.Value.Plan, Language.Zh)),
                Cell.Of(Numbers.Change(row.Quantity, row.Value, Language.Zh)),
            ]);
        }

        return new Sheet { Name = Name("summary"), Rows = Titled(rows), Frozen = 4 };
    }

    /// <summary>The answers are long: they run over the row like a title and do not widen the first column.</summary>
    static ImmutableArray<ImmutableArray<Cell>> Titled(ImmutableArray<ImmutableArray<Cell>>.Builder rows)
    {
        rows[1] = [rows[1][0] with { Style = CellStyle.Title }];
        rows[2] = [rows[2][0] with { Style = CellStyle.Title }];
        return rows.ToImmutable();
    }

    static Sheet Plain(string sheet, ReportTable table) => new() { Name = Name(sheet), Rows = Rows(table) };

    static Sheet Joined(string sheet, ReportTable[] tables) => new()
    {
        Name = Name(sheet),
        Rows = [.. tables.SelectMany((t, i) => (i == 0 ? [] : new ImmutableArray<Cell>[] { [], [Cell.Of(t.Title.ToString(), CellStyle.Title)] }).Concat(Rows(t)))],
    };

    static ImmutableArray<ImmutableArray<Cell>> Rows(ReportTable table) =>
    [
        [.. table.Columns.Select(c => Cell.Of($"{c.Title.Zh}\n{c.Title.En}\n{c.Name}", CellStyle.Head))],
        .. Enumerable.Range(0, table.Rows).Select(r => table.Columns.Select(c => CellOf(c, r)).ToImmutableArray()),
    ];

    static Cell CellOf(ReportColumn column, int row) => column.Numbers is { } numbers
        ? Cell.Of(numbers[row], StyleOf(column.Name))
        : Cell.Of(column.Words![row], column.Words[row].Length > 40 ? CellStyle.Wrapped : CellStyle.Plain);

    /// <summary>Number format by the unit at the end of a column name, or by a stored unit.</summary>
    static CellStyle StyleOf(string unit) => unit switch
    {
        _ when unit.EndsWith("_pu", StringComparison.Ordinal) || unit == "pu" => CellStyle.Percent,
        _ when unit.EndsWith("yuan_per_mwh", StringComparison.Ordinal) || unit is "yuan/MWh" => CellStyle.Two,
        _ when unit.EndsWith("_mw", StringComparison.Ordinal) || unit is "MW" or "existing" or "new" or "max" => CellStyle.Two,
        _ when unit.Contains("yuan", StringComparison.Ordinal) && unit is not ("yuan/GPU-h" or "yuan_per_unit") => CellStyle.Whole,
        _ when unit.EndsWith("_mwh", StringComparison.Ordinal) || unit.EndsWith("_gpu_h", StringComparison.Ordinal) || unit is "MWh" or "GPU-h" or "t" => CellStyle.Whole,
        "hour_of_year" or "hour_of_day" or "month" or "deadline_h" or "rows" => CellStyle.Any,
        "value_found" or "bar" => CellStyle.Any,
        _ => CellStyle.Four,
    };

    static Sheet Notes(StudyFigures figures)
    {
        var (facts, origin) = (figures.Case.Data, figures.Provenance.Data);
        var rows = new List<ImmutableArray<Cell>> { ImmutableArray.Create(Cell.Of(Name("notes"), CellStyle.Title)) };
        void Add(Text head, string value) => rows.Add([Head(head), Cell.Of(value, CellStyle.Wrapped)]);
        Add(Phrases.Of("sheet.case"), facts.Name.ToString());
        Add(Phrases.Of("sheet.hours"), facts.Snapshots.ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (var warning in figures.Warnings.Data.Rows)
        {
            Add(
                Phrases.Of("sheet.level." + SnakeNames.Of(warning.Level)),
                $"{warning.Fact.Zh}。{warning.Effect.Zh}。{warning.Remedy.Zh}。\n{warning.Fact.En}. {warning.Effect.En}. {warning.Remedy.En}.");
        }

        foreach (var check in figures.Certificate.Data.Optimum.Concat(figures.Certificate.Data.Replay))
        {
            rows.Add([Head(check.Name), Cell.Of($"{TableFiles.Number(check.Value)} ≤ {TableFiles.Number(check.Bar)} {check.Unit}")]);
        }

        Add(Phrases.Of("sheet.product"), origin.Product);
        Add(Phrases.Of("sheet.solver"), origin.Solver);
        Add(Phrases.Of("sheet.command"), origin.Command);
        foreach (var (name, value) in origin.Options)
        {
            Add(Phrases.Of("sheet.option", ("name", name)), value);
        }

        foreach (var file in origin.FilesRead)
        {
            Add(Phrases.Of("sheet.input", ("path", file.Path)), file.Sha256);
        }

        return new Sheet { Name = Name("notes"), Rows = [.. rows], WidestColumn = 90 };
    }
}
