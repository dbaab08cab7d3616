using System.Collections.Immutable;

namespace Suandian.Cases.Tables;

/// <summary>A row understood: its record, where it stands, and which cells could not be understood.</summary>
/// <param name="Record">The record; numbers that could not be read are NaN, names empty.</param>
/// <param name="Source">File or sheet.</param>
/// <param name="Line">Line of the file or row of the sheet.</param>
/// <param name="Unsound">Columns with a problem of their own.</param>
sealed record Row<T>(T Record, Source Source, int Line, ImmutableHashSet<string> Unsound)
{
    /// <summary>Place of a cell of this row.</summary>
    internal Spot At(string? column) => Source.At(Line, column);

    /// <summary>True where none of the columns has a problem of its own, so that a further check makes sense.</summary>
    internal bool Sound(params ReadOnlySpan<string> columns)
    {
        foreach (string column in columns)
        {
            if (Unsound.Contains(column))
                return false;
        }

        return true;
    }
}
