using System.Collections.Immutable;

namespace Suandian.Cases.Tables;

/// <summary>Understands single cells; what it cannot understand becomes a problem.</summary>
sealed class CellParser(Findings findings, List<CellReadAs> readAs)
{
    static readonly string[] True = ["true", "yes", "y", "1", "是", "对", "真", "√"];
    static readonly string[] False = ["false", "no", "n", "0", "否", "不", "假", "×"];

    /// <summary>Value of a cell that is not empty: string, double, int, bool or list; null where a problem was found.</summary>
    internal object? Parse(ColumnSchema column, string unit, string text, Spot spot) => column.Type switch
    {
        ColumnType.Number => Number(column, unit, text, spot),
        ColumnType.Integer => Whole(column, text, spot),
        ColumnType.Boolean => Boolean(text, spot),
        ColumnType.Choice => Choice(column, text, spot),
        ColumnType.Name => Name(text, spot),
        ColumnType.References => Names(text),
        ColumnType.Integers => Wholes(column, text, spot),
        _ => text,
    };

    /// <summary>Separate names of a cell such as <c>a;b</c>.</summary>
    internal static ImmutableArray<string> Names(string text) =>
    [
        .. text.Split(';', '；', '、').Select(Cell.Trim).Where(n => n.Length > 0),
    ];

    object? Number(ColumnSchema column, string unit, string text, Spot spot)
    {
        bool plain = Cell.IsPlainNumber(text, out double value);
        if (!plain)
        {
            var reading = Notation.Read(text, unit);
            if (reading.Outcome != NotationOutcome.Number)
                return Refuse(reading.Outcome, unit, text, spot);
            value = reading.Value;
        }

        if (!double.IsFinite(value))
            return Refuse(NotationOutcome.NotFinite, unit, text, spot);
        if (value < column.Min || value > column.Max)
            return OutOfRange(column, unit, value, text, spot);
        if (!plain)
            readAs.Add(new CellReadAs(spot.File, spot.Row ?? 0, spot.Column ?? "", text, value, unit));
        return value;
    }

    object? Refuse(NotationOutcome outcome, string unit, string text, Spot spot)
    {
        string code = outcome switch
        {
            NotationOutcome.WrongUnit => ProblemCode.WrongUnit,
            NotationOutcome.Range => ProblemCode.RangeOfNumbers,
            NotationOutcome.NotFinite => ProblemCode.NotFinite,
            _ => ProblemCode.NotANumber,
        };
        double sample = unit is "pu" or "1/a" or "1/h" ? 0.05 : 25;
        var (bare, written) = (Cell.Plain(sample), Notation.Write(sample, unit));
        findings.Add(code, spot, text, ("unit", unit.Length == 0 ? Texts.Phrases.Of("grid.no_unit") : unit), ("sample", written),
            ("form", bare == written ? bare : Texts.Phrases.Of("check.number_or", ("plain", bare), ("sample", written))));
        return null;
    }

    object? OutOfRange(ColumnSchema column, string unit, double value, string text, Spot spot)
    {
        findings.Add(ProblemCode.OutOfRange, spot, text,
            ("range", column.Range), ("hint", UnitGuess.For(column, unit, value)));
        return null;
    }

    object? Whole(ColumnSchema column, string text, Spot spot)
    {
        var reading = Notation.Read(text, column.Unit);
        if (reading.Outcome != NotationOutcome.Number)
            return Refuse(reading.Outcome, column.Unit, text, spot);
        if (reading.Value != Math.Floor(reading.Value))
        {
            findings.Add(ProblemCode.NotWhole, spot, text, ("range", column.Range));
            return null;
        }

        if (reading.Value < column.Min || reading.Value > column.Max)
            return OutOfRange(column, column.Unit, reading.Value, text, spot);
        if (!Cell.IsPlainNumber(text, out _))
            readAs.Add(new CellReadAs(spot.File, spot.Row ?? 0, spot.Column ?? "", text, reading.Value, column.Unit));
        return (int)reading.Value;
    }

    ImmutableArray<int>? Wholes(ColumnSchema column, string text, Spot spot)
    {
        var parsed = Names(text.Trim('[', ']').Replace(',', ';').Replace('，', ';'))
            .Select(word => Whole(column, word, spot)).ToArray();
        return parsed.Contains(null) ? null : [.. parsed.Cast<int>()];
    }

    bool? Boolean(string text, Spot spot)
    {
        string word = Cell.HalfWidth(text).ToLowerInvariant();
        if (True.Contains(word))
            return true;
        if (False.Contains(word))
            return false;
        findings.Add(ProblemCode.NotABoolean, spot, text);
        return null;
    }

    string? Choice(ColumnSchema column, string text, Spot spot)
    {
        string word = Cell.HalfWidth(text);
        if (column.Choices.FirstOrDefault(c => string.Equals(c, word, StringComparison.OrdinalIgnoreCase)) is { } choice)
            return choice;
        findings.Add(ProblemCode.NotAChoice, spot, text,
            ("choices", string.Join(", ", column.Choices)), ("hint", Suggestion.DidYouMean(text, column.Choices)));
        return null;
    }

    string? Name(string text, Spot spot)
    {
        if (text.All(c => char.IsLetterOrDigit(c) || c is '_' or '-'))
            return text;
        findings.Add(ProblemCode.NotAName, spot, text);
        return null;
    }

    static string Shown(string unit) => unit.Length == 0 ? "–" : unit;
}
