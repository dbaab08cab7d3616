using System.Globalization;
using System.Text;
using Suandian.Reports.Page;

namespace Suandian.Operations.Programme.Forms;

/// <summary>The form as one HTML page that prints on A4 landscape.</summary>
static class FormPage
{
    const string Style = """
        @page { size: A4 landscape; margin: 12mm; }
        body { font: 13px/1.5 "Songti SC", SimSun, 宋体, "Noto Serif CJK SC", serif; color: #000; background: #fff; max-width: 1400px; margin: 24px auto; padding: 0 16px; }
        h1 { font-size: 24px; text-align: center; margin: 0; }
        .year { text-align: center; margin: 4px 0 12px; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; table-layout: fixed; min-width: 1200px; }
        th, td { border: 1px solid #000; padding: 3px 5px; text-align: center; vertical-align: middle; overflow-wrap: break-word; white-space: pre-line; }
        td { font-variant-numeric: tabular-nums; }
        th { word-break: keep-all; }
        td.long { text-align: left; }
        td.open { background: #fff2cc; color: #c00000; }
        tr { break-inside: avoid; }
        thead { display: table-header-group; }
        .top { margin-bottom: -1px; }
        .note { font-size: 12px; margin: 4px 0; }
        @media print { body { font-size: 9pt; margin: 0; padding: 0; max-width: none; } table { min-width: 0; } .wide { overflow: visible; } h1 { font-size: 16pt; } }
        """;

    /// <summary>The page.</summary>
    internal static string Write(ScoredForm scored, FormLayout layout)
    {
        var grid = FormGridBuilder.Build(scored, layout);
        var page = new StringBuilder();
        page.Append(Html.Of($"""
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{grid.Title}</title>
            <style>
            {new Html(Style)}
            </style></head>
            <body>
            <h1>{grid.Title}</h1>
            <p class="year">{grid.Subtitle}</p>
            <div class="wide">
            {Table(grid, 0, grid.HeadFirst)}
            {Table(grid, grid.HeadFirst, grid.Rows)}
            </div>
            {grid.Notes.Select(note => Html.Of($"<p class=\"note\">{note}</p>\n"))}</body>
            </html>

            """).Markup);
        return page.ToString();
    }

    static Html Table(FormGrid grid, int first, int last)
    {
        double all = grid.Layout.Widths.Sum();
        var columns = grid.Layout.Widths.Select(w => new Html($"<col style=\"width:{(w / all * 100).ToString("0.##", CultureInfo.InvariantCulture)}%\">"));
        var rows = Enumerable.Range(first, last - first)
            .Select(row => Html.Of($"<tr>{grid.Cells.Where(c => c.Row == row).OrderBy(c => c.Column).Select(Cell)}</tr>\n"));
        return Html.Of($"<table{new Html(first == grid.HeadFirst ? "" : " class=\"top\"")}><colgroup>{columns}</colgroup>\n<tbody>{rows}</tbody></table>");
    }

    static Html Cell(GridCell cell)
    {
        string tag = cell.IsLabel ? "th" : "td";
        string name = cell.Value.IsOpen ? " class=\"open\"" : cell.Value.IsLong && !cell.IsLabel ? " class=\"long\"" : "";
        string spans = (cell.RowSpan > 1 ? $" rowspan=\"{cell.RowSpan}\"" : "") + (cell.ColumnSpan > 1 ? $" colspan=\"{cell.ColumnSpan}\"" : "");
        return Html.Of($"<{new Html(tag)}{new Html(name + spans)}>{cell.Value.Text}</{new Html(tag)}>");
    }
}
