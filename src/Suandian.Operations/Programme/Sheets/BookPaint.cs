using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Suandian.Operations.Programme.Sheets;

/// <summary>Gives looks of a workbook that exists another ground.</summary>
sealed class BookPaint
{
    readonly Stylesheet _sheet;
    readonly uint _fill;
    readonly Dictionary<uint, uint> _painted = [];

    internal BookPaint(WorkbookPart book, string colour)
    {
        var part = book.WorkbookStylesPart ?? book.AddNewPart<WorkbookStylesPart>();
        _sheet = part.Stylesheet ??= new Stylesheet(new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()), new CellFormats(new CellFormat()));
        var fills = _sheet.Fills ??= new Fills(new Fill());
        _fill = (uint)fills.Elements<Fill>().Count();
        fills.Append(new Fill(new PatternFill(new ForegroundColor { Rgb = colour }) { PatternType = PatternValues.Solid }));
        fills.Count = _fill + 1;
    }

    /// <summary>The number of a look on the painted ground.</summary>
    internal uint Over(uint style)
    {
        if (_painted.TryGetValue(style, out uint painted))
        {
            return painted;
        }

        var formats = _sheet.CellFormats ??= new CellFormats(new CellFormat());
        var all = formats.Elements<CellFormat>().ToArray();
        var format = style < all.Length ? (CellFormat)all[style].CloneNode(true) : new CellFormat();
        format.FillId = _fill;
        format.ApplyFill = true;
        formats.Append(format);
        formats.Count = (uint)all.Length + 1;
        return _painted[style] = (uint)all.Length;
    }
}
