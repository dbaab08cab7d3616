using System.Collections.Immutable;
using Suandian.Cases.Tables;

namespace Suandian.Cases.Feeder;

/// <summary>A row of a catalogue, cell by cell.</summary>
sealed class MeasureRow(RawRow row, ImmutableArray<string> header, string file, Findings findings)
{
    /// <summary>True where a cell holds something.</summary>
    internal bool Has(string column) => At(column) is { Length: > 0 };

    /// <summary>A cell that must hold something; null, with a problem, where it does not.</summary>
    internal string? Text(string column)
    {
        if (At(column) is { Length: > 0 } text)
        {
            return text;
        }

        Problem(ProblemCode.MeasuresColumn, column, ("wanted", column));
        return null;
    }

    /// <summary>A number within limits; a default where the cell may be empty; 0, with a problem, where it is wrong or missing.</summary>
    internal double Number(string column, double least, double most, double? otherwise = null)
    {
        if (!Has(column))
        {
            if (otherwise is null)
            {
                Problem(ProblemCode.MeasuresColumn, column, ("wanted", column));
            }

            return otherwise ?? 0;
        }

        return MeasureFile.Number((row, header.IndexOf(column)), header, file, ProblemCode.MeasuresNumber, findings, (least, most)) ?? 0;
    }

    /// <summary>Tells a problem of a cell; none of a column that the header lacks and that is told there.</summary>
    internal void Problem(string code, string column, params ReadOnlySpan<(string Name, object? Value)> places)
    {
        if (header.Contains(column) || !MeasureCatalogue.IsNeeded(column))
        {
            findings.Add(code, new Spot(file, row.Line, column, null), At(column), places);
        }
    }

    string? At(string column) => header.IndexOf(column) is >= 0 and var place && place < row.Cells.Length ? row.Cells[place] : null;
}
