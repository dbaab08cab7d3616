using System.Globalization;
using System.Text.RegularExpressions;
using Suandian.Cases;
using Suandian.Cases.Tables;
using Suandian.Operations.Programme.Ledger;

namespace Suandian.Operations.Programme.Sheets;

/// <summary>Understands the cells of a filled table; what it cannot understand becomes a problem.</summary>
/// <param name="findings">Where problems go.</param>
/// <param name="readAs">Where cells go that were written in another way than plainly.</param>
/// <param name="firstDay">Day 0 of the workbook's calendar.</param>
sealed partial class SheetCellParser(Findings findings, List<CellReadAs> readAs, DateOnly firstDay)
{
    static readonly string[] DateForms =
        ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd", "yyyy-M-d H:mm:ss", "yyyy/M/d H:mm:ss", "yyyy-M-d H:mm", "yyyy/M/d H:mm", "yyyy-MM-ddTHH:mm:ss"];

    readonly CellParser _house = new(findings, readAs);

    /// <summary>Value of a cell that is not empty; null where a problem was found.</summary>
    internal object? Parse(SheetColumn column, string text, Spot spot) => column.Type switch
    {
        SheetType.Number or SheetType.Whole => Number(column, text, spot),
        SheetType.Quantity => Quantity(column, text, spot),
        SheetType.Date => Date(column, text, spot),
        SheetType.Choice => Choice(column, text, spot),
        SheetType.Boolean => _house.Parse(Boolean, "", text, spot),
        SheetType.List => CellParser.Names(text),
        _ => text,
    };

    static readonly ColumnSchema Boolean = new()
    {
        Name = "",
        Type = ColumnType.Boolean,
        Unit = "",
        Default = "",
        Min = null,
        Max = null,
        Required = false,
        Choices = [],
        References = "",
        Description = default,
    };

    object? Number(SheetColumn column, string text, Spot spot)
    {
        bool plain = Cell.IsPlainNumber(text, out double number);
        if (!plain && !column.AllowsNotation)
        {
            return Refuse(ProblemCode.CellNotANumber, column, text, spot);
        }

        var quantity = plain && Math.Abs(number) < 1e15 ? new SheetQuantity((decimal)number, null, null, "") : SheetQuantity.Read(text, column.Unit);
        if (quantity is null || quantity.Upper is not null)
        {
            return Refuse(quantity is null ? Why(column, text) : ProblemCode.CellRange, column, text, spot);
        }

        if (!plain)
        {
            readAs.Add(new CellReadAs(spot.File, spot.Row ?? 0, spot.Column ?? "", Shown(column, text), (double)quantity.Value, column.Unit));
        }

        return InRange(column, quantity.Value, text, spot);
    }

    object? InRange(SheetColumn column, decimal value, string text, Spot spot)
    {
        if (value < column.Min || value > column.Max)
        {
            return Refuse(ProblemCode.OutOfRange, column, text, spot);
        }

        return column.Type == SheetType.Whole && value != Math.Floor(value) ? Refuse(ProblemCode.NotWhole, column, text, spot) : value;
    }

    object? Quantity(SheetColumn column, string text, Spot spot) =>
        SheetQuantity.Read(text, column.Unit) is { } quantity ? quantity : Refuse(Why(column, text), column, text, spot);

    static string Why(SheetColumn column, string text) => Notation.Read(text, column.Unit).Outcome switch
    {
        NotationOutcome.NotFinite => ProblemCode.NotFinite,
        NotationOutcome.WrongUnit => ProblemCode.WrongUnit,
        _ => column.Unit.Length > 0 && SheetQuantity.Read(text, "") is not null ? ProblemCode.WrongUnit : ProblemCode.CellNotANumber,
    };

    object? Date(SheetColumn column, string text, Spot spot)
    {
        string plain = Blanks().Replace(Cell.HalfWidth(text), m => m.Index == 0 ? "" : m.Value.Length > 0 && text.Contains(':', StringComparison.Ordinal) ? " " : "");
        if (DateTime.TryParseExact(plain, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and < 2200)
        {
            return DateOnly.FromDateTime(day);
        }

        // spreadsheets store a day as a number; 1927 to 2173, so that a year alone is not taken for one
        return Cell.IsPlainNumber(plain, out double serial) && serial is >= 10000 and < 100000
            ? firstDay.AddDays((int)Math.Floor(serial))
            : Refuse(ProblemCode.CellNotADate, column, text, spot);
    }

    string? Choice(SheetColumn column, string text, Spot spot)
    {
        string word = Cell.HalfWidth(text);
        var choice = column.Choices.FirstOrDefault(c => Same(c.Code, word) || Same(Cell.HalfWidth(c.Name.Zh), word) || Same(c.Name.En, word));
        if (choice is not null)
        {
            return choice.Code;
        }

        findings.Add(ProblemCode.NotAChoice, spot, Shown(column, text),
            ("choices", new Text(string.Join('、', column.Choices.Select(c => c.Name.Zh)), string.Join(", ", column.Choices.Select(c => c.Name.En)))),
            ("hint", Suggestion.DidYouMean(text, column.Choices.SelectMany(c => (string[])[c.Name.Zh, c.Name.En]))));
        return null;
    }

    static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    object? Refuse(string code, SheetColumn column, string text, Spot spot)
    {
        string sample = column.Example.Length > 0 ? column.Example : "25";
        findings.Add(code, spot, Shown(column, text), ("unit", column.Unit.Length == 0 ? "–" : column.Unit), ("plain", sample), ("sample", sample + column.Unit),
            ("range", column.Range));
        return null;
    }

    /// <summary>Personal data never goes into a message as it is.</summary>
    internal static string Shown(SheetColumn column, string text) => Masking.Of(column.Personal, text);

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
