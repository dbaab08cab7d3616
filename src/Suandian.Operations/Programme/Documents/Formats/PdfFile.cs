using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Suandian.Operations.Programme.Documents.Formats;

/// <summary>Text of a PDF through poppler's pdftotext, which is a program of its own.</summary>
static partial class PdfFile
{
    /// <summary>Name of the program on the path of the user.</summary>
    internal const string Program = "pdftotext";

    /// <summary>Blanks before a line that goes on in a column further right.</summary>
    const int DeepIndent = 8;

    /// <summary>Lines in which a second row must follow the first; a cell may be broken over some.</summary>
    const int NextLines = 4;

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

        return Columns(lines);
    }

    /// <summary>Marks lines set in columns as rows of a table: read as prose they would make nonsense.</summary>
    static ImmutableArray<DocumentLine> Columns(ImmutableArray<DocumentLine>.Builder lines)
    {
        var (tables, inTable) = (0, false);
        for (var i = 0; i < lines.Count; i++)
        {
            var text = lines[i].Text;
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            var goesOn = inTable && (IsInColumns(text) || text.TakeWhile(letter => letter == ' ').Count() >= DeepIndent);
            var begins = !inTable && IsInColumns(text)
                && lines.Skip(i + 1).Where(line => line.Text.Trim().Length > 0).Take(NextLines).Any(line => IsInColumns(line.Text));
            tables += begins ? 1 : 0;
            inTable = goesOn || begins;
            lines[i] = inTable ? lines[i] with { Table = tables } : lines[i];
        }

        return lines.ToImmutable();
    }

    /// <summary>Three stretches of text or more, with at least two blanks between them.</summary>
    static bool IsInColumns(string text) => Gap().Count(text.Trim()) >= 2;

    [GeneratedRegex(@"(?<=\S) {2,}(?=\S)", RegexOptions.None, 1000)]
    private static partial Regex Gap();
}
