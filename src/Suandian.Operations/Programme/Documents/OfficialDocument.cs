using System.Collections.Immutable;
using Suandian.Cases;

namespace Suandian.Operations.Programme.Documents;

/// <summary>A document of an office as numbered lines of text.</summary>
/// <param name="Name">File name without its folder.</param>
/// <param name="Kind">What the file was.</param>
/// <param name="Sha256">SHA-256 of the bytes of the file, lower-case hexadecimal.</param>
/// <param name="Lines">Every line, blank ones too; line n stands at index n − 1.</param>
public sealed record OfficialDocument(string Name, DocumentKind Kind, string Sha256, ImmutableArray<DocumentLine> Lines);

/// <summary>One line: a line of a text file, a paragraph or table row of the other formats.</summary>
/// <param name="Number">Number from 1.</param>
/// <param name="Text">Text as it stands there; cells of a row are parted by a tab.</param>
public sealed record DocumentLine(int Number, string Text)
{
    /// <summary>Page from 1; null where the format has no pages.</summary>
    public int? Page { get; init; }

    /// <summary>Level of a heading the format itself marks, from 1; 0 for other text.</summary>
    public int Heading { get; init; }

    /// <summary>Number of the table the line is a row of, from 1; null outside tables.</summary>
    public int? Table { get; init; }

    /// <summary>Cells of a table row; empty outside tables.</summary>
    public ImmutableArray<string> Cells { get; init; } = [];
}

/// <summary>What a document was read from.</summary>
public enum DocumentKind
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>Word, .docx.</summary>
    Word,

    /// <summary>HTML.</summary>
    Html,

    /// <summary>PDF with text in it.</summary>
    Pdf,
}

/// <summary>A document, or why there is none.</summary>
/// <param name="Document">The document; null where a problem stops the reading.</param>
/// <param name="Problems">All problems of the file.</param>
public sealed record DocumentReading(OfficialDocument? Document, ImmutableArray<Problem> Problems);
