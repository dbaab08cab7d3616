using System.Collections.Immutable;
using Suandian.Operations.Programme.Documents.Targets;

namespace Suandian.Operations.Programme.Documents.Passages;

/// <summary>A paragraph as it was meant: line ends, marks and stray blanks taken out, each character with its place.</summary>
sealed class Passage
{
    readonly ImmutableArray<CleanLetter> _letters;

    internal Passage(IReadOnlyList<DocumentLine> lines)
    {
        Lines = [.. lines];
        _letters = [.. lines.SelectMany(LineCleaner.Letters)];
        Text = string.Concat(_letters.Select(letter => letter.Value));
    }

    /// <summary>The lines it was joined from.</summary>
    internal ImmutableArray<DocumentLine> Lines { get; }

    /// <summary>Clean text.</summary>
    internal string Text { get; }

    /// <summary>A row of a table.</summary>
    internal bool IsRow => Lines[0].Table is not null;

    /// <summary>Level of a heading the format marks; 0 for other text.</summary>
    internal int Heading => Lines[0].Heading;

    /// <summary>A line of fields set apart by tabs, as forms have them.</summary>
    internal bool IsForm => !IsRow && Lines.Any(line => line.Text.Contains('\t', StringComparison.Ordinal));

    /// <summary>Number of the line a character stands on.</summary>
    internal int LineAt(int index) => _letters[index].Line;

    /// <summary>True where a span runs over a line end.</summary>
    internal bool IsCut(int start, int end) => LineAt(start) != LineAt(end - 1);

    /// <summary>Place and words of a span; of one that runs over a line end the part on the line of its last character.</summary>
    internal TextPlace PlaceOf(int start, int end)
    {
        var last = _letters[end - 1];
        var first = _letters[start];
        for (var i = start; first.Line != last.Line; i++)
        {
            first = _letters[i];
        }

        var line = Lines.First(line => line.Number == last.Line);
        return new TextPlace(last.Line, first.Column, line.Text[(first.Column - 1)..last.Column]) { Page = line.Page };
    }
}

/// <summary>One character of clean text.</summary>
/// <param name="Value">Full-width digits and letters in their plain form.</param>
/// <param name="Line">Line it stands on, from 1.</param>
/// <param name="Column">Character of that line, from 1.</param>
readonly record struct CleanLetter(char Value, int Line, int Column);
