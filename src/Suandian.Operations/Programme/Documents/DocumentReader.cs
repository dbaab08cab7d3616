using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using Suandian.Cases;
using Suandian.Cases.Tables;
using Suandian.Operations.Programme.Documents.Formats;
using Suandian.Texts;

namespace Suandian.Operations.Programme.Documents;

/// <summary>Reads .txt, .md, .html, .docx and .pdf into numbered lines.</summary>
public static class DocumentReader
{
    /// <summary>Largest file that is read, bytes; an announcement has a few hundred thousand.</summary>
    const long MostBytes = 64L << 20;

    /// <summary>Reads a document. Wrong files never throw.</summary>
    /// <param name="path">The file; its ending tells the kind.</param>
    /// <param name="pdfProgram">Program that takes the text out of a PDF, called as poppler's pdftotext is.</param>
    /// <param name="cancellation">Stops the program for PDF.</param>
    /// <returns>The lines, or every problem.</returns>
    public static async Task<DocumentReading> Read(
        string path, string pdfProgram = PdfFile.Program, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
        {
            return Refused(ProblemCode.DocumentMissing, path);
        }

        if (KindOf(path) is not { } kind)
        {
            return Refused(ProblemCode.DocumentKind, path);
        }

        try
        {
            if (new FileInfo(path).Length is 0 or > MostBytes)
            {
                return Refused(ProblemCode.DocumentSize, path, ("most", MostBytes >> 20));
            }

            var bytes = await File.ReadAllBytesAsync(path, cancellation);
            var lines = kind == DocumentKind.Pdf ? await PdfFile.Lines(path, pdfProgram, cancellation) : Lines(kind, bytes);
            return Judged(path, kind, bytes, lines);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return Refused(ProblemCode.PdfProgram, path, ("program", pdfProgram));
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or InvalidDataException
            or OpenXmlPackageException or FormatException or InvalidOperationException or System.Xml.XmlException)
        {
            return Refused(ProblemCode.DocumentUnreadable, path, ("detail", broken.Message));
        }
    }

    /// <summary>The kind a file name promises; null for one that is not read.</summary>
    /// <param name="path">Path or name of the file.</param>
    public static DocumentKind? KindOf(string path) => Path.GetExtension(path)?.ToUpperInvariant() switch
    {
        ".TXT" => DocumentKind.Text,
        ".MD" or ".MARKDOWN" => DocumentKind.Markdown,
        ".HTML" or ".HTM" or ".XHTML" => DocumentKind.Html,
        ".DOCX" => DocumentKind.Word,
        ".PDF" => DocumentKind.Pdf,
        _ => null,
    };

    static DocumentReading Judged(string path, DocumentKind kind, byte[] bytes, ImmutableArray<DocumentLine>? lines)
    {
        if (lines is not { } read)
        {
            return Refused(ProblemCode.DocumentEncoding, path);
        }

        if (read.All(line => string.IsNullOrWhiteSpace(line.Text)))
        {
            return Refused(ProblemCode.DocumentEmpty, path);
        }

        var document = new OfficialDocument(Path.GetFileName(path), kind, Convert.ToHexStringLower(SHA256.HashData(bytes)), read);
        return new DocumentReading(document, kind == DocumentKind.Pdf ? Unread(path, read) : []);
    }

    /// <summary>A warning for each table of a PDF.</summary>
    static ImmutableArray<Problem> Unread(string path, ImmutableArray<DocumentLine> lines) =>
    [
        .. lines.Where(line => line.Table is not null).GroupBy(line => line.Table).Select(table =>
            Problem(ProblemCode.PdfTable, path, table.First().Number, ("lines", $"{table.First().Number}–{table.Last().Number}"))),
    ];

    /// <summary>The lines of a kind read from bytes; null where the bytes are no text.</summary>
    static ImmutableArray<DocumentLine>? Lines(DocumentKind kind, byte[] bytes)
    {
        if (kind == DocumentKind.Word)
        {
            return WordFile.Lines(bytes);
        }

        if (TextDecoding.ToUtf8(bytes) is not { } utf8)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(utf8.Span);
        return kind == DocumentKind.Html ? HtmlFile.Lines(text) : TextFile.Lines(text, kind);
    }

    static DocumentReading Refused(string code, string path, params ReadOnlySpan<(string Name, object? Value)> places)
    {
        ReadOnlySpan<(string, object?)> all = [("file", Path.GetFileName(path)), .. places];
        return new DocumentReading(null, [Problem(code, path, null, all)]);
    }

    static Problem Problem(string code, string path, int? line, params ReadOnlySpan<(string Name, object? Value)> places) =>
        new(code, ProblemCode.SeverityOf(code), path, line, null, null, Phrases.Of($"check.{code}.expected", places), Phrases.Of($"check.{code}.remedy", places));
}
