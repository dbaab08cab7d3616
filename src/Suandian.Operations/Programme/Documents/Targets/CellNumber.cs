using System.Collections.Immutable;
using Suandian.Operations.Programme.Documents.Lexicon;
using Suandian.Operations.Programme.Documents.Quantities;

namespace Suandian.Operations.Programme.Documents.Targets;

/// <summary>A cell that holds one number and nothing else: ≥8.5, 不少于20, 120—150.</summary>
/// <param name="Value">In the official unit.</param>
/// <param name="Max">Upper end of a range.</param>
/// <param name="Comparator">At least where the number is bare.</param>
/// <param name="Unit">Official name; null for none.</param>
/// <param name="UnitLiteral">As written in the cell or in the column of units.</param>
/// <param name="Doubts">What to look at.</param>
sealed record CellNumber(decimal Value, decimal? Max, Comparator Comparator, string? Unit, string? UnitLiteral, ImmutableArray<DraftDoubt> Doubts)
{
    /// <summary>Reads a cell; null where it holds words.</summary>
    internal static CellNumber? Read(string cell, string unitCell, string name)
    {
        var words = "";
        var rest = cell.Trim();
        while (rest.Length > 0 && !char.IsAsciiDigit(rest[0]) && !ChineseNumeral.IsFigure(rest[0]))
        {
            (words, rest) = (words + rest[0], rest[1..]);
        }

        var before = words.Length == 0 ? null : ComparatorWords.Before(words);
        if ((words.Length > 0 && before?.Word.Length != words.Length) || NumberScanner.At(rest, 0) is not { } number)
        {
            return null;
        }

        var (upper, end) = UpperOf(rest, number);
        var (unit, factor, literal, tail) = UnitOf(rest[end..], unitCell, name);
        var after = ComparatorWords.After(tail);
        if (tail.Length != (after?.Word.Length ?? 0))
        {
            return null;
        }

        var comparator = upper is not null ? Comparator.Range : after?.Comparator ?? before?.Comparator;
        var doubts = comparator is null ? ImmutableArray.Create(DraftDoubt.BareNumber) : [];
        doubts = unit is null ? doubts.Add(DraftDoubt.NoUnit) : literal is null ? doubts.Add(DraftDoubt.ImpliedUnit) : doubts;
        var low = upper is { Multiplier: > 1 } && number.Multiplier == 1 ? number.Value * upper.Value.Multiplier : number.Value;
        return new CellNumber(low * factor, upper?.Value * factor, comparator ?? Comparator.AtLeast, unit, literal, doubts);
    }

    static (WrittenNumber? Upper, int End) UpperOf(string text, WrittenNumber number)
    {
        var at = number.End;
        while (at < text.Length && text[at] is '-' or '—' or '–' or '~' or '至' or '到')
        {
            at++;
        }

        return at > number.End && NumberScanner.At(text, at) is { } upper ? (upper, upper.End) : (null, number.End);
    }

    /// <summary>The unit in the cell, else of the column of units, else the one the name implies.</summary>
    static (string? Unit, decimal Factor, string? Literal, string Tail) UnitOf(string text, string unitCell, string name)
    {
        if (UnitTable.At(text) is { } own)
        {
            return (own.Unit, own.Factor, own.Literal, text[own.Literal.Length..]);
        }

        var multiplier = unitCell.StartsWith('万') ? 10_000m : unitCell.StartsWith('亿') ? 100_000_000m : 1m;
        var literal = multiplier > 1 ? unitCell[1..] : unitCell;
        if (literal.Length > 0 && UnitTable.At(literal) is { } column)
        {
            return (column.Unit, column.Factor * multiplier, unitCell, text);
        }

        return (UnitTable.Implied(name)?.Unit is { Length: > 0 } implied ? implied : null, 1, null, text);
    }
}
