using System.Collections.Immutable;
using DocumentFormat.OpenXml.Packaging;
using Suandian.Cases;
using Suandian.Cases.Tables;
using Suandian.Cases.Workbooks;

namespace Suandian.Operations.Programme.Sheets;

/// <summary>A file somebody filled in, opened once: its sheets as rows of text.</summary>
sealed class SheetFile
{
    /// <summary>Most characters of one part of a workbook; a file that unpacks to more is refused.</summary>
    const long MostCharacters = 50_000_000;

    /// <summary>Serial number 0 of the usual calendar of spreadsheets; day 60, 29 February 1900, never was.</summary>
    static readonly DateOnly Usual = new(1899, 12, 30);

    /// <summary>Serial number 0 where a workbook counts from 1904.</summary>
    static readonly DateOnly Mac = new(1904, 1, 1);

    /// <summary>Name without the folder.</summary>
    internal required string Name { get; init; }

    /// <summary>Sheets; one without a name for CSV.</summary>
    internal required ImmutableArray<OpenedSheet> Sheets { get; init; }

    /// <summary>Day 0 of the calendar.</summary>
    internal DateOnly FirstDay { get; init; } = Usual;

    /// <summary>Opens .xlsx or CSV by their content; null and a problem where it is neither.</summary>
    internal static SheetFile? Open(string path, Findings findings)
    {
        var file = new Source(Path.GetFileName(path));
        try
        {
            byte[] bytes = File.ReadAllBytes(path);
            ReadOnlySpan<byte> start = bytes;
            if (start.StartsWith([(byte)0xD0, (byte)0xCF, (byte)0x11, (byte)0xE0]))
            {
                findings.Add(ProblemCode.SheetOldFormat, file.Whole, file.Name);
                return null;
            }

            return start.StartsWith("PK"u8) ? Workbook(bytes, file, findings) : Text(bytes, file, findings);
        }
        catch (Exception mistake) when (mistake is IOException or UnauthorizedAccessException or OpenXmlPackageException
            or FormatException or InvalidDataException or InvalidOperationException or System.Xml.XmlException or ArgumentException)
        {
            findings.Add(ProblemCode.Unreadable, file.Whole, null, ("detail", mistake.Message));
            return null;
        }
    }

    static SheetFile? Workbook(byte[] bytes, Source file, Findings findings)
    {
        using var stream = new MemoryStream(bytes);
        if (!IsWorkbook(stream))
        {
            findings.Add(ProblemCode.SheetOtherKind, file.Whole, file.Name);
            return null;
        }

        using var document = SpreadsheetDocument.Open(stream, false, new OpenSettings { MaxCharactersInPart = MostCharacters });
        return new SheetFile
        {
            Name = file.Name,
            Sheets = [.. SheetCells.Sheets(document).Select(s => new OpenedSheet(s.Name, s.IsConcealed, [.. s.Rows]))],
            FirstDay = document.WorkbookPart?.Workbook?.WorkbookProperties?.Date1904?.Value == true ? Mac : Usual,
        };
    }

    /// <summary>False for a document of another kind in the same wrapping, such as .docx.</summary>
    static bool IsWorkbook(MemoryStream stream)
    {
        using var zip = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Read, leaveOpen: true);
        bool isWorkbook = zip.Entries.Any(e => e.FullName.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)) || zip.GetEntry("[Content_Types].xml") is null;
        stream.Position = 0;
        return isWorkbook;
    }

    static SheetFile? Text(byte[] bytes, Source file, Findings findings)
    {
        if (TextDecoding.ToUtf8(bytes) is not { } utf8)
        {
            findings.Add(ProblemCode.Encoding, file.Whole, null);
            return null;
        }

        var sheet = Csv.Read(utf8);
        foreach (int line in sheet.BrokenLines)
        {
            findings.Add(ProblemCode.BrokenQuotes, file.At(line), null);
        }

        if (sheet.OtherSeparator is { } separator)
        {
            findings.Add(ProblemCode.Separator, file.At(1), null, ("separator", separator));
            return null;
        }

        return new SheetFile
        {
            Name = file.Name,
            Sheets = [new OpenedSheet("", false, [new RawRow(1, [.. sheet.Header]), .. AsSeen(sheet)])],
        };
    }

    /// <summary>Lines of the file as rows of a spreadsheet: a text over several lines is one row.</summary>
    static IEnumerable<RawRow> AsSeen(CsvSheet sheet)
    {
        int within = Breaks(sheet.Header);
        foreach (var row in sheet.Rows)
        {
            yield return row with { Line = row.Line - within };
            within += Breaks(row.Cells);
        }
    }

    static int Breaks(IEnumerable<string> cells) => cells.Sum(c => c.AsSpan().Count('\n'));
}

/// <summary>A sheet as rows of text.</summary>
/// <param name="Name">Name on the tab; empty for CSV.</param>
/// <param name="IsConcealed">True where the tab is not shown.</param>
/// <param name="Rows">Rows as stored.</param>
sealed record OpenedSheet(string Name, bool IsConcealed, ImmutableArray<RawRow> Rows);
