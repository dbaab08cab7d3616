using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Suandian.Cases.Tables;

namespace Suandian.Cases.Workbooks;

/// <summary>Rows of a sheet, read straight from its XML (ISO/IEC 29500): objects for every cell take several times as long.</summary>
static class SheetRows
{
    /// <summary>Columns a sheet has, XFD being the last.</summary>
    const int MostColumns = 16384;

    /// <summary>Every row that is stored; cells trimmed, missing ones empty.</summary>
    /// <exception cref="XmlException">The part is no XML, or longer than the document allows.</exception>
    internal static IEnumerable<RawRow> Read(WorksheetPart part, string[] shared)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { MaxCharactersInDocument = part.OpenXmlPackage.MaxCharactersInPart });
        int line = 0;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "row")
                continue;
            line = int.TryParse(xml.GetAttribute("r"), CultureInfo.InvariantCulture, out int given) ? given : line + 1;
            yield return new RawRow(line, Cells(xml, shared));
        }
    }

    static string[] Cells(XmlReader xml, string[] shared)
    {
        var cells = new List<string>();
        if (xml.IsEmptyElement)
            return [];
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "row"))
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c")
                continue;
            int column = xml.GetAttribute("r") is { } reference ? ColumnOf(reference) : cells.Count;
            while (cells.Count < column)
                cells.Add("");
            cells.Add(Cell.Trim(TextOf(xml, shared)));
        }

        return [.. cells];
    }

    /// <summary>Text of the cell the reader stands at, without phonetic hints (rPh) and formulas; afterwards it stands at its end.</summary>
    static string TextOf(XmlReader xml, string[] shared)
    {
        string? type = xml.GetAttribute("t");
        if (xml.IsEmptyElement)
            return "";
        var value = new StringBuilder();
        (string within, bool isHint) = ("", false);
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "c"))
        {
            isHint = xml.LocalName == "rPh" ? xml.NodeType == XmlNodeType.Element : isHint;
            if (xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
                within = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement ? xml.LocalName : "";
            else if (!isHint && within is ("v" or "t"))
                value.Append(xml.Value);
        }

        return type switch
        {
            "s" => int.TryParse(value.ToString(), CultureInfo.InvariantCulture, out int at) && at >= 0 && at < shared.Length ? shared[at] : "",
            "b" => value.ToString() == "1" ? "true" : "false",
            _ => value.ToString(),
        };
    }

    /// <summary>A is 0, AA is 26.</summary>
    static int ColumnOf(string reference)
    {
        int column = 0;
        for (int i = 0; i < reference.Length && char.IsAsciiLetter(reference[i]); i++)
        {
            column = column * 26 + (char.ToUpperInvariant(reference[i]) - 'A' + 1);
            if (column > MostColumns)
                throw new InvalidDataException($"a sheet has no column '{reference}'");
        }

        return column - 1;
    }
}
