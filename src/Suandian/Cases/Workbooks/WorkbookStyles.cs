using DocumentFormat.OpenXml.Spreadsheet;

namespace Suandian.Cases.Workbooks;

/// <summary>Cell formats of the workbook.</summary>
static class WorkbookStyles
{
    internal const uint Plain = 0, Header = 1, RequiredHeader = 2, Example = 3, Words = 4;

    /// <summary>The style sheet; formats in the order of the constants.</summary>
    internal static Stylesheet Sheet() => new(
        new Fonts(
            new Font(),
            new Font(new Bold()),
            new Font(new Italic(), new Color { Rgb = "FF888888" })),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            Solid("FFE8EEF4"), Solid("FFFCE8C8"), Solid("FFF2F2F2")),
        new Borders(new Border()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, FillId = 2, ApplyFont = true, ApplyFill = true },
            new CellFormat { FontId = 1, FillId = 3, ApplyFont = true, ApplyFill = true },
            new CellFormat { FontId = 2, FillId = 4, ApplyFont = true, ApplyFill = true },
            new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true }));

    static Fill Solid(string colour) => new(new PatternFill(new ForegroundColor { Rgb = colour }) { PatternType = PatternValues.Solid });
}
