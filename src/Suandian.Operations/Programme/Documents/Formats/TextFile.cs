using System.Collections.Immutable;

namespace Suandian.Operations.Programme.Documents.Formats;

/// <summary>Lines of plain text and of Markdown; tables of Markdown become table rows, marks stay in the text.</summary>
static class TextFile
{
    internal static ImmutableArray<DocumentLine> Lines(string text, DocumentKind kind)
    {
        var lines = ImmutableArray.CreateBuilder<DocumentLine>();
        var (tables, inTable) = (0, false);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var isRow = kind == DocumentKind.Markdown && IsRow(line);
            tables += isRow && !inTable ? 1 : 0;
            inTable = isRow;
            lines.Add(new DocumentLine(lines.Count + 1, line)
            {
                Heading = kind == DocumentKind.Markdown ? HeadingLevel(line) : 0,
                Table = isRow ? tables : null,
                Cells = isRow ? [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())] : [],
            });
        }

        if (lines is [.., { Text: "" }])
        {
            lines.RemoveAt(lines.Count - 1); // the file ends with a line end
        }

        return lines.ToImmutable();
    }

    static bool IsRow(string line) => line.AsSpan().Trim() is ['|', .., '|'];

    static int HeadingLevel(string line)
    {
        var level = line.TakeWhile(letter => letter == '#').Count();
        return level is > 0 and < 7 && line.Length > level && line[level] == ' ' ? level : 0;
    }
}
