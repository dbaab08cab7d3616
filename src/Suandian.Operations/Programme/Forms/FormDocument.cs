using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Suandian.Cases.Workbooks;
using Suandian.Operations.Programme.Forms.Official;

namespace Suandian.Operations.Programme.Forms;

/// <summary>The form as a .docx file, A4 landscape; the titles of the indicators are repeated on every page.</summary>
static class FormDocument
{
    const int PageWidth = 16838, PageHeight = 11906, Margin = 794;

    static readonly WordFont Title = new("宋体", 16) { IsBold = true };
    static readonly WordFont Subtitle = new("宋体", 11);
    static readonly WordFont Note = new("宋体", 9);

    /// <summary>Writes the document aside, then under its name.</summary>
    internal static void Write(ScoredForm scored, FormLayout layout, string path)
    {
        var grid = FormGridBuilder.Build(scored, layout);
        using var memory = new MemoryStream();
        using (var document = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document))
        {
            var main = document.AddNewPart<MainDocumentPart>("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "form");
            var body = new Body(Line(grid.Title, Title, JustificationValues.Center), Line(grid.Subtitle, Subtitle, JustificationValues.Center));
            body.Append(Table(grid, 0, grid.HeadFirst), Gap(), Table(grid, grid.HeadFirst, grid.Rows));
            foreach (string note in grid.Notes)
            {
                body.Append(Line(note, Note, JustificationValues.Left));
            }

            body.Append(Section(main));
            main.Document = new Document(body);
        }

        OfficePackage.Save(memory, path);
    }

    static Paragraph Line(string text, WordFont font, JustificationValues side) => new(
        new ParagraphProperties(new SpacingBetweenLines { Before = "40", After = "40" }, new Justification { Val = side }),
        WordPieces.Run(text, font));

    /// <summary>A line too thin to see: without it the two tables would be one, and only the first rows of a table are repeated.</summary>
    static Paragraph Gap() => new(new ParagraphProperties(new SpacingBetweenLines { Before = "0", After = "0", Line = "20", LineRule = LineSpacingRuleValues.Exact }));

    static SectionProperties Section(MainDocumentPart main)
    {
        var footer = main.AddNewPart<FooterPart>("footer");
        footer.Footer = new Footer(new Paragraph(
        [
            new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
            WordPieces.Run("第 ", Note), .. WordPieces.Field("PAGE", Note), WordPieces.Run(" 页", Note),
        ]));
        return new SectionProperties(
            new FooterReference { Id = "footer", Type = HeaderFooterValues.Default },
            new PageSize { Width = PageWidth, Height = PageHeight, Orient = PageOrientationValues.Landscape },
            new PageMargin { Top = Margin, Bottom = Margin, Left = Margin, Right = Margin, Header = 400, Footer = 400 });
    }

    static Table Table(FormGrid grid, int first, int last)
    {
        int[] widths = Widths(grid.Layout);
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                WordPieces.Lines(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 40, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 40, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(w => new GridColumn { Width = Text(w) })));
        for (int row = first; row < last; row++)
        {
            table.Append(Row(grid, row, widths));
        }

        return table;
    }

    static int[] Widths(FormLayout layout)
    {
        double unit = (PageWidth - 2 * Margin) / layout.Widths.Sum();
        return [.. layout.Widths.Select(w => (int)Math.Round(w * unit))];
    }

    static TableRow Row(FormGrid grid, int row, int[] widths)
    {
        var properties = new TableRowProperties(new CantSplit(), new TableRowHeight { Val = 340, HeightType = HeightRuleValues.AtLeast });
        if (row >= grid.HeadFirst && row < grid.IndicatorFirst)
        {
            properties.Append(new TableHeader());
        }

        var cells = grid.Printed.Where(c => c.Row <= row && row < c.Row + c.RowSpan).OrderBy(c => c.Column);
        var font = new WordFont("宋体", widths.Length > 12 ? 8 : 9);
        return new TableRow([properties, .. cells.Select(c => (OpenXmlElement)Cell(c, row, widths, font))]);
    }

    static TableCell Cell(GridCell cell, int row, int[] widths, WordFont body)
    {
        bool begins = cell.Row == row;
        var properties = new TableCellProperties(new TableCellWidth
        {
            Width = Text(widths.Skip(cell.Column).Take(cell.ColumnSpan).Sum()),
            Type = TableWidthUnitValues.Dxa,
        });
        if (cell.ColumnSpan > 1)
        {
            properties.Append(new GridSpan { Val = cell.ColumnSpan });
        }

        if (cell.RowSpan > 1)
        {
            properties.Append(new VerticalMerge { Val = begins ? MergedCellValues.Restart : MergedCellValues.Continue });
        }

        if (cell.Value.IsOpen)
        {
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "FFF2CC" });
        }

        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        var side = cell.Value.IsLong && !cell.IsLabel ? JustificationValues.Left : JustificationValues.Center;
        var font = cell.IsLabel ? body with { IsBold = true } : cell.Value.IsOpen ? body with { Colour = "C00000" } : body;
        return new TableCell(properties, new Paragraph(
            new ParagraphProperties(new SpacingBetweenLines { Before = "20", After = "20" }, new Justification { Val = side }),
            WordPieces.Run(begins ? cell.Value.Text : "", font)));
    }

    static string Text(int twips) => twips.ToString(CultureInfo.InvariantCulture);
}
