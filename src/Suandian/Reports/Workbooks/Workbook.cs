using System.Collections.Immutable;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Suandian.Reports.Workbooks;

/// <summary>Writes sheets as an .xlsx file (ISO/IEC 29500, transitional), the same bytes for the same sheets.</summary>
/// <remarks>Written directly, because the packaging library stamps each part with the time of day.</remarks>
static class Workbook
{
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    /// <summary>Earliest time a zip entry can hold.</summary>
    static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static void Write(ImmutableArray<Sheet> sheets, Stream stream)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Part(zip, "[Content_Types].xml", ContentTypes(sheets.Length));
        Part(zip, "_rels/.rels", Relationships([("officeDocument", "xl/workbook.xml")]));
        Part(zip, "xl/workbook.xml", Book(sheets));
        Part(zip, "xl/_rels/workbook.xml.rels", Relationships(
            [.. sheets.Select((_, i) => ("worksheet", $"worksheets/sheet{i + 1}.xml")), ("styles", "styles.xml")]));
        Part(zip, "xl/styles.xml", Styles());
        for (var i = 0; i < sheets.Length; i++)
        {
            using var part = Entry(zip, $"xl/worksheets/sheet{i + 1}.xml");
            sheets[i].Write(part);
        }
    }

    static Stream Entry(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        return entry.Open();
    }

    static void Part(ZipArchive zip, string name, string xml)
    {
        using var part = Entry(zip, name);
        part.Write(Encoding.UTF8.GetBytes(Head + xml));
    }

    static string ContentTypes(int sheets)
    {
        const string Office = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        var parts = Enumerable.Range(1, sheets)
            .Select(i => $"<Override PartName=\"/xl/worksheets/sheet{i}.xml\" ContentType=\"{Office}worksheet+xml\"/>");
        return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Office}sheet.main+xml\"/>"
            + $"<Override PartName=\"/xl/styles.xml\" ContentType=\"{Office}styles+xml\"/>"
            + string.Concat(parts) + "</Types>";
    }

    static string Relationships((string Kind, string Target)[] targets) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(targets.Select((t, i) => $"<Relationship Id=\"r{i + 1}\" Type=\"{Relations}/{t.Kind}\" Target=\"{t.Target}\"/>"))
        + "</Relationships>";

    static string Book(ImmutableArray<Sheet> sheets) =>
        $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>"
        + string.Concat(sheets.Select((s, i) => $"<sheet name=\"{SecurityElement.Escape(s.Name)}\" sheetId=\"{i + 1}\" r:id=\"r{i + 1}\"/>"))
        + "</sheets></workbook>";

    /// <summary>Formats in the order of <see cref="CellStyle"/>; number formats 1, 3, 4 are built in.</summary>
    static string Styles()
    {
        const string Wrap = "<alignment vertical=\"top\" wrapText=\"1\"/>";
        string[] cells =
        [
            Xf(0, 0, 0, ""), Xf(0, 1, 2, Wrap), Xf(0, 2, 0, ""), Xf(0, 0, 0, Wrap), Xf(3, 0, 0, ""),
            Xf(164, 0, 0, ""), Xf(4, 0, 0, ""), Xf(165, 0, 0, ""), Xf(166, 0, 0, ""), Xf(0, 0, 0, ""),
        ];
        return $"<styleSheet xmlns=\"{Main}\">"
            + "<numFmts count=\"3\"><numFmt numFmtId=\"164\" formatCode=\"#,##0.0\"/><numFmt numFmtId=\"165\" formatCode=\"#,##0.0000\"/>"
            + "<numFmt numFmtId=\"166\" formatCode=\"0.0%\"/></numFmts>"
            + "<fonts count=\"3\">" + Font(11, isBold: false) + Font(11, isBold: true) + Font(14, isBold: true) + "</fonts>"
            + "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>"
            + "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFECEFF2\"/></patternFill></fill></fills>"
            + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            + $"<cellXfs count=\"{cells.Length}\">{string.Concat(cells)}</cellXfs>"
            + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";
    }

    static string Font(int size, bool isBold) =>
        "<font>" + (isBold ? "<b/>" : "") + $"<sz val=\"{size}\"/><name val=\"Microsoft YaHei\"/><family val=\"2\"/></font>";

    static string Xf(int format, int font, int fill, string alignment) =>
        $"<xf numFmtId=\"{format}\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\""
        + (alignment.Length > 0 ? $" applyAlignment=\"1\">{alignment}</xf>" : "/>");
}
