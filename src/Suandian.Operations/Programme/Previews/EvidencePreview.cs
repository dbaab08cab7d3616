using System.Collections.Immutable;
using System.ComponentModel;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Suandian.Cases.Tables;
using Suandian.Operations.Programme.Checking.Checks;
using Suandian.Operations.Programme.Documents.Formats;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.History;
using Suandian.Operations.Programme.Sheets;
using Suandian.Texts;

namespace Suandian.Operations.Programme.Previews;

/// <summary>What a stored file is, and its beginning in words.</summary>
/// <param name="Kind">What its bytes say it is, whatever its name.</param>
/// <param name="Lines">First lines, paragraphs or rows; empty where there is nothing to read.</param>
/// <param name="Remark">Why there is no text, or the size of a picture; empty elsewhere.</param>
public sealed record EvidencePreview(FileKind Kind, ImmutableArray<string> Lines, Text Remark)
{
    /// <summary>Most lines, paragraphs and rows of a sheet that are told.</summary>
    const int Most = 8;

    /// <summary>Most letters of one of them.</summary>
    const int Longest = 120;

    static readonly Text Nothing = new("", "");

    /// <summary>The preview of a file, without personal data: what the ledger knows of people, and numbers that look like telephones or identity cards.</summary>
    /// <param name="path">The file; its name need not tell its kind.</param>
    /// <param name="state">The ledger.</param>
    /// <param name="cancellation">Stops the program that reads a PDF.</param>
    public static async Task<EvidencePreview> Of(string path, LedgerState state, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(state);
        var preview = await Of(path, cancellation);
        var known = RegisterSchema.All.Where(r => !r.PersonalFields.IsEmpty)
            .SelectMany(r => state.Rows(r.Name).SelectMany(row => r.PersonalFields.Select(f => (Value: row[f.Name], Kind: f.Personal))))
            .Where(v => v.Value.Length > 1).Distinct().OrderByDescending(v => v.Value.Length).ToArray();
        return preview with { Lines = [.. preview.Lines.Select(line => Short(PersonalData.WithoutNumbers(known.Aggregate(line, (text, v) => text.Replace(v.Value, Masking.Of(v.Kind, v.Value), StringComparison.Ordinal)))))] };
    }

    /// <summary>The first lines, whole: what is cut in the middle of a number would not be known for one.</summary>
    static async Task<EvidencePreview> Of(string path, CancellationToken cancellation)
    {
        byte[] bytes = await File.ReadAllBytesAsync(path, cancellation);
        var kind = FileKinds.Of(bytes);
        try
        {
            return kind switch
            {
                FileKind.Workbook => new(kind, Sheets(path), Nothing),
                FileKind.Document => new(kind, Paragraphs(bytes), Nothing),
                FileKind.Pdf => new(kind, await FirstPage(path, cancellation), Nothing),
                FileKind.Picture => new(kind, [], PictureSize.Of(bytes) is var (width, height) ? Phrases.Of("preview.pixels", ("width", width), ("height", height)) : Phrases.Of("preview.unknown")),
                FileKind.Text => new(kind, First(Encoding.UTF8.GetString(TextDecoding.ToUtf8(bytes)!.Value.Span).TrimStart('\uFEFF').Split('\n')), Nothing),
                _ => new(kind, [], Phrases.Of("preview.unknown")),
            };
        }
        catch (Win32Exception)
        {
            return new(kind, [], Phrases.Of("preview.no_program", ("program", PdfFile.Program)));
        }
        catch (Exception mistake) when (mistake is InvalidDataException or OpenXmlPackageException or System.Xml.XmlException or FormatException)
        {
            return new(kind, [], Phrases.Of("preview.damaged"));
        }
    }

    /// <summary>Every sheet by its name, with its first rows below.</summary>
    static ImmutableArray<string> Sheets(string path) => SheetFile.Open(path, new Findings()) is not { } file ? throw new InvalidDataException("not a workbook")
        : [.. file.Sheets.Where(s => !s.IsConcealed).SelectMany(s => s.Rows.Take(Most / 2).Select(r => "  " + string.Join(" | ", r.Cells)).Prepend($"[{s.Name}]"))];

    static ImmutableArray<string> Paragraphs(byte[] bytes)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), false);
        return First(document.MainDocumentPart?.Document?.Body?.Descendants<Paragraph>().Select(p => p.InnerText) ?? []);
    }

    static async Task<ImmutableArray<string>> FirstPage(string path, CancellationToken cancellation) =>
        First((await PdfFile.Lines(path, PdfFile.Program, cancellation) ?? []).Where(line => line.Page is null or 1).Select(line => line.Text));

    static ImmutableArray<string> First(IEnumerable<string> lines) => [.. lines.Where(l => !string.IsNullOrWhiteSpace(l)).Take(Most)];

    static string Short(string line)
    {
        string told = string.Concat(line.TrimEnd().Select(c => char.IsControl(c) ? ' ' : c));
        return told.Length <= Longest ? told : told[..Longest] + "…";
    }
}
