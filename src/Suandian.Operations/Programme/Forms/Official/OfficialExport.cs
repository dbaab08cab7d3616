using System.Collections.Immutable;
using System.Text;

namespace Suandian.Operations.Programme.Forms.Official;

/// <summary>Writes an official document to a file.</summary>
public static class OfficialExport
{
    /// <summary>Endings a document can be written to.</summary>
    public static ImmutableArray<string> Endings { get; } = [".docx", ".html"];

    /// <summary>Writes the document as the ending of the path says.</summary>
    /// <exception cref="ArgumentException">The ending is another.</exception>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void Write(OfficialDocument document, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".docx":
                OfficialWord.Write(document, path);
                break;
            case ".html":
                File.WriteAllText(path, OfficialPage.Write(document), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                break;
            default:
                throw new ArgumentException($"a document is not written as '{path}'", nameof(path));
        }
    }
}
