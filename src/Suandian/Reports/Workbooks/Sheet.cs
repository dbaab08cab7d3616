using System.Collections.Immutable;
using System.Globalization;
using System.Xml;

namespace Suandian.Reports.Workbooks;

/// <summary>A sheet: name, rows of cells, number of rows that stay in sight.</summary>
sealed record Sheet
{
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>Name on the tab, at most 31 characters.</summary>
    internal required string Name { get; init; }

    /// <summary>Rows; each may be shorter than the widest.</summary>
    internal required ImmutableArray<ImmutableArray<Cell>> Rows { get; init; }

    /// <summary>Rows that stay when one scrolls; the last of them is the head.</summary>
    internal int Frozen { get; init; } = 1;

    /// <summary>Widest column, characters of the width of a digit.</summary>
    internal int WidestColumn { get; init; } = 60;

    internal void Write(Stream stream)
    {
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), NewLineChars = "\n" });
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("worksheet", Main);
        WriteView(xml);
        WriteColumns(xml);
        xml.WriteStartElement("sheetData", Main);
        for (var r = 0; r < Rows.Length; r++)
        {
            WriteRow(xml, r);
        }

        xml.WriteEndElement();
        xml.WriteStartElement("pageSetup", Main);
        xml.WriteAttributeString("paperSize", "9");
        xml.WriteAttributeString("orientation", "landscape");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    void WriteView(XmlWriter xml)
    {
        xml.WriteStartElement("sheetViews", Main);
        xml.WriteStartElement("sheetView", Main);
        xml.WriteAttributeString("workbookViewId", "0");
        if (Frozen > 0)
        {
            xml.WriteStartElement("pane", Main);
            xml.WriteAttributeString("ySplit", Frozen.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("topLeftCell", "A" + (Frozen + 1).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("activePane", "bottomLeft");
            xml.WriteAttributeString("state", "frozen");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    void WriteColumns(XmlWriter xml)
    {
        var count = Rows.IsEmpty ? 0 : Rows.Max(r => r.Length);
        if (count == 0)
        {
            return;
        }

        xml.WriteStartElement("cols", Main);
        for (var c = 0; c < count; c++)
        {
            var place = (c + 1).ToString(CultureInfo.InvariantCulture);
            xml.WriteStartElement("col", Main);
            xml.WriteAttributeString("min", place);
            xml.WriteAttributeString("max", place);
            xml.WriteAttributeString("width", Width(c).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>Width of a column from its first 200 rows; a Chinese character takes two digits.</summary>
    double Width(int column)
    {
        var widest = Rows.Take(200).Where(r => column < r.Length && r[column].Style != CellStyle.Title).Select(r => r[column].Width).DefaultIfEmpty(8).Max();
        return Math.Clamp(widest + 2, 8, WidestColumn);
    }

    void WriteRow(XmlWriter xml, int row)
    {
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", (row + 1).ToString(CultureInfo.InvariantCulture));
        for (var c = 0; c < Rows[row].Length; c++)
        {
            Rows[row][c].Write(xml, Main, ColumnName(c) + (row + 1).ToString(CultureInfo.InvariantCulture));
        }

        xml.WriteEndElement();
    }

    static string ColumnName(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : ColumnName((column / 26) - 1) + (char)('A' + (column % 26));
}

/// <summary>A cell: a number or words.</summary>
readonly record struct Cell(double? Number, string Words, CellStyle Style)
{
    /// <summary>Width in digits; in cells that wrap, of half of the words.</summary>
    internal int Width => Number is { } number
        ? number.ToString("N2", CultureInfo.InvariantCulture).Length
        : Words.Sum(c => c >= 0x2E80 ? 2 : 1) / (Style == CellStyle.Head ? 2 : 1);

    internal static Cell Of(string words, CellStyle style = CellStyle.Plain) => new(null, words, style);

    internal static Cell Of(double number, CellStyle style) => double.IsFinite(number) ? new(number, "", style) : new(null, "", CellStyle.Plain);

    internal void Write(XmlWriter xml, string main, string place)
    {
        if (Number is null && Words.Length == 0)
        {
            return;
        }

        xml.WriteStartElement("c", main);
        xml.WriteAttributeString("r", place);
        xml.WriteAttributeString("s", ((int)Style).ToString(CultureInfo.InvariantCulture));
        if (Number is { } number)
        {
            xml.WriteElementString("v", main, (number == 0 ? 0 : number).ToString("R", CultureInfo.InvariantCulture));
        }
        else
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", main);
            xml.WriteStartElement("t", main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(Words);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}

/// <summary>Looks of a cell; the number is the index into the styles of the workbook.</summary>
enum CellStyle
{
    /// <summary>Words.</summary>
    Plain,

    /// <summary>Head of a column: bold, wrapped, on a light ground.</summary>
    Head,

    /// <summary>Title of a sheet.</summary>
    Title,

    /// <summary>Words that wrap.</summary>
    Wrapped,

    /// <summary>Number without decimals, thousands separated.</summary>
    Whole,

    /// <summary>One decimal.</summary>
    One,

    /// <summary>Two decimals.</summary>
    Two,

    /// <summary>Four decimals.</summary>
    Four,

    /// <summary>Share shown in per cent with one decimal.</summary>
    Percent,

    /// <summary>As many digits as the number has.</summary>
    Any,
}
