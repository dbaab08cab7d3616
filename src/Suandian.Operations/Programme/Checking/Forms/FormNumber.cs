using Suandian.Operations.Programme.Documents.Dates;
using Suandian.Operations.Programme.Documents.Passages;
using Suandian.Operations.Programme.Documents.Quantities;
using Suandian.Operations.Programme.Documents.Targets;

namespace Suandian.Operations.Programme.Checking.Forms;

/// <summary>Numbers in the cells of a form.</summary>
static class FormNumber
{
    /// <summary>A score, weight or sum of money; null where the cell holds none.</summary>
    internal static decimal? Plain(FormCell cell) => Of(cell, "", "")?.Value;

    /// <summary>A rate: 86% or 0.86 as 0.86; null where the cell holds none.</summary>
    internal static decimal? Rate(FormCell cell) => Of(cell, "", "") is not { } number ? null : number.Unit == "%" ? number.Value / 100 : number.Value;

    /// <summary>The number a cell holds, alone or as the only one among words; null for none.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="unit">Text of the cell for the unit.</param>
    /// <param name="name">Name of the indicator.</param>
    internal static CellNumber? Of(FormCell cell, string unit, string name)
    {
        var text = string.Concat(FormGrid.Plain(cell.Text).Select(LineCleaner.Plain));
        if (text.Length == 0 || DateScanner.Scan(text).Length > 0)
        {
            return null; // a time is no number
        }

        if (CellNumber.Read(text, unit, name) is { } alone)
        {
            return alone;
        }

        var quantities = QuantityScanner.Scan(text, Masks.Of(text));
        return quantities is [var only]
            ? new CellNumber(only.Value, only.Max, only.Comparator ?? Comparator.AtLeast, only.Unit?.Unit, only.Unit?.Literal, [])
            : null;
    }
}
