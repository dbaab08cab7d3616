using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;

namespace Suandian.Operations.Programme.Documents.Formats;

/// <summary>Text of a PDF through poppler's pdftotext, which is a program of its own.</summary>
static class PdfFile
{
    /// <summary>Name of the program on the path of the user.</summary>
    internal const string Program = "pdftotext";

    /// <summary>Lines with their page; the layout is kept, so that a first line stays indented.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">The program is not there.</exception>
    /// <exception cref="InvalidDataException">The program cannot read the file.</exception>
    internal static async Task<ImmutableArray<DocumentLine>?> Lines(string path, string program, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var word in (string[])["-q", "-layout", "-enc", "UTF-8", path, "-"])
        {
            start.ArgumentList.Add(word);
        }

        using var running = Process.Start(start)!;
        try
        {
            var complaint = running.StandardError.ReadToEndAsync(cancellation);
            var text = await running.StandardOutput.ReadToEndAsync(cancellation);
            await running.WaitForExitAsync(cancellation);
            return running.ExitCode == 0 ? Pages(text)
                : throw new InvalidDataException($"{program}: exit code {running.ExitCode} {(await complaint).Trim()}");
        }
        finally
        {
            if (!running.HasExited)
            {
                running.Kill(entireProcessTree: true);
            }
        }
    }

    static ImmutableArray<DocumentLine> Pages(string text)
    {
        var lines = ImmutableArray.CreateBuilder<DocumentLine>();
        var page = 0;
        foreach (var sheet in text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\f', '\n').Replace("\n\f", "\f", StringComparison.Ordinal).Split('\f'))
        {
            page++;
            foreach (var line in sheet.Split('\n'))
            {
                lines.Add(new DocumentLine(lines.Count + 1, line) { Page = page });
            }
        }

        return lines.ToImmutable();
    }
}
