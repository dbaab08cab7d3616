using System.Collections.Immutable;
using Suandian.Cases.Tables;

namespace Suandian.Cases;

/// <summary>What reading a case gave: the case, or what is wrong with it.</summary>
/// <param name="Case">The case; null where a problem is an error.</param>
/// <param name="Problems">Every problem found, warnings too.</param>
/// <param name="ReadAs">Cells not written as plain numbers (units, 万, full-width digits) and the value they were read as.</param>
public sealed record CaseReading(Case? Case, ImmutableArray<Problem> Problems, ImmutableArray<CellReadAs> ReadAs)
{
    /// <summary>True where a case could be made.</summary>
    public bool HasCase => Case is not null;

    /// <summary>The case as text, from which variants are made; null where nothing could be read.</summary>
    internal RawCase? Raw { get; init; }
}

/// <summary>A cell that was understood though it is no plain number.</summary>
/// <param name="File">File or sheet.</param>
/// <param name="Row">Line of the file or row of the sheet.</param>
/// <param name="Column">Column.</param>
/// <param name="Written">Text as written, such as 2.5万千瓦.</param>
/// <param name="Value">Value in the unit of the column, such as 25.</param>
/// <param name="Unit">Unit of the column, such as MW.</param>
public sealed record CellReadAs(string File, int Row, string Column, string Written, double Value, string Unit);
