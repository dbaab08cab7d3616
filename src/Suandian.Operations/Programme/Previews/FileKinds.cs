using System.IO.Compression;
using Suandian.Cases.Tables;

namespace Suandian.Operations.Programme.Previews;

/// <summary>What a file is.</summary>
public enum FileKind
{
    /// <summary>Text, CSV, JSON.</summary>
    Text,

    /// <summary>.xlsx.</summary>
    Workbook,

    /// <summary>.docx.</summary>
    Document,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>PNG, JPEG or GIF.</summary>
    Picture,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>Tells what a file is by its first bytes.</summary>
static class FileKinds
{
    internal static FileKind Of(byte[] bytes)
    {
        ReadOnlySpan<byte> start = bytes;
        return start.StartsWith("%PDF"u8) ? FileKind.Pdf
            : PictureSize.Of(bytes) is not null ? FileKind.Picture
            : start.StartsWith("PK"u8) ? Packed(bytes)
            : !start.Contains((byte)0) && TextDecoding.ToUtf8(bytes) is not null ? FileKind.Text
            : FileKind.Other;
    }

    static FileKind Packed(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            return zip.Entries.Any(e => e.FullName.StartsWith("xl/", StringComparison.Ordinal)) ? FileKind.Workbook
                : zip.Entries.Any(e => e.FullName.StartsWith("word/", StringComparison.Ordinal)) ? FileKind.Document : FileKind.Other;
        }
        catch (InvalidDataException)
        {
            return FileKind.Other; // it only begins like a package
        }
    }
}
