using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Suandian.Operations.Programme.Forms.Official;

/// <summary>Tables inside an official document: 小四 仿宋, thin lines, the head repeated on every page.</summary>
static class OfficialWordTable
{
    static readonly WordFont Body = new("仿宋_GB2312", 12);
    static readonly WordFont Head = new("黑体", 12);

    /// <summary>The table across the type area.</summary>
    /// <param name="table">The table.</param>
    /// <param name="width">Width of the type area, twentieths of a point.</param>
    internal static Table Table(OfficialTable table, int width)
    {
        double shares = table.Columns.Sum(c => c.Share);
        int[] widths = [.. table.Columns.Select(c => (int)(width * c.Share / shares))];
        var made = new Table(
            new TableProperties(
                new TableWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                WordPieces.Lines(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 60, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 60, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(w => new GridColumn { Width = Text(w) })));
        made.Append(Row([.. table.Columns.Select((c, i) => Cell(c.Title, Head, JustificationValues.Center, widths[i]))], isHead: true));
        foreach (var row in table.Rows)
        {
            made.Append(Row([.. row.Select((text, i) => Cell(text, Body, Side(table.Columns[i], text), widths[i]))], isHead: false));
        }

        return made;
    }

    /// <summary>Numbers to the right, short words in the middle, sentences to the left.</summary>
    static JustificationValues Side(OfficialColumn column, string text) =>
        column.IsNumber ? JustificationValues.Right : text.Length <= 6 ? JustificationValues.Center : JustificationValues.Left;

    static TableRow Row(TableCell[] cells, bool isHead)
    {
        var properties = new TableRowProperties(new CantSplit(), new TableRowHeight { Val = 440, HeightType = HeightRuleValues.AtLeast });
        if (isHead)
        {
            properties.Append(new TableHeader());
        }

        return new TableRow([properties, .. cells]);
    }

    static TableCell Cell(string text, WordFont font, JustificationValues side, int width) => new(
        new TableCellProperties(
            new TableCellWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa },
            new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }),
        new Paragraph(
            new ParagraphProperties(new SnapToGrid { Val = false }, new SpacingBetweenLines { Before = "20", After = "20" }, new Justification { Val = side }),
            WordPieces.Run(text, font)));

    static string Text(int twips) => twips.ToString(CultureInfo.InvariantCulture);
}
