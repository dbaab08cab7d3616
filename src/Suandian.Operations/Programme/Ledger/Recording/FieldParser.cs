using System.Globalization;
using System.Text.RegularExpressions;
using Suandian.Cases;
using Suandian.Cases.Tables;
using Suandian.Operations.Programme.Ledger.History;

namespace Suandian.Operations.Programme.Ledger.Recording;

/// <summary>Understands what people write into a field; what it cannot understand becomes a problem.</summary>
static partial class FieldParser
{
    static readonly string[] Yes = ["yes", "y", "true", "1", "是", "对", "√", "有"];
    static readonly string[] No = ["no", "n", "false", "0", "否", "不", "×", "无"];

    /// <summary>The value as the history writes it; null where a problem was found.</summary>
    /// <param name="field">Declaration.</param>
    /// <param name="text">What was written, not empty.</param>
    /// <param name="spot">Where.</param>
    /// <param name="ledger">Rows that references must be among.</param>
    /// <param name="findings">Where problems go.</param>
    internal static string? Parse(FieldSchema field, string text, Spot spot, LedgerState ledger, Findings findings)
    {
        if (text.Any(char.IsControl))
        {
            findings.Add(ProblemCode.LedgerText, spot, Visible(text));
            return null;
        }

        return field.Type switch
        {
            FieldType.Number => Number(field, text, spot, findings),
            FieldType.Whole => Whole(field, text, spot, findings),
            FieldType.Amount => Day(text) ?? Number(field, text, spot, findings),
            FieldType.Date => Day(text) ?? Refused(ProblemCode.LedgerDate, text, spot, findings),
            FieldType.YesNo => YesNo(text) ?? Refused(ProblemCode.LedgerYesNo, text, spot, findings),
            FieldType.Choice => Choice(field, text, spot, findings),
            FieldType.Name => IsName(text) ? text : Refused(ProblemCode.LedgerName, text, spot, findings),
            FieldType.Reference => Reference(field, text, spot, ledger, findings),
            FieldType.References => References(field, text, spot, ledger, findings),
            FieldType.List => string.Join(';', CellParser.Names(text)),
            _ => text,
        };
    }

    /// <summary>A day as the history writes it from 2024-10-31, 2024/10/31, 2024.10.31 or 2024年10月31日; null where it is none.</summary>
    internal static string? Day(string text)
    {
        var parts = Date().Match(Cell.HalfWidth(text).Replace(" ", "", StringComparison.Ordinal));
        return parts.Success && DateOnly.TryParseExact(
            $"{parts.Groups["y"].Value}-{parts.Groups["m"].Value}-{parts.Groups["d"].Value}", "yyyy-M-d",
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>True for letters, digits, _ and -; 中文 letters too.</summary>
    internal static bool IsName(string text) => text.Length is > 0 and <= 100 && text.All(c => char.IsLetterOrDigit(c) || c is '_' or '-');

    /// <summary>A number as the history writes it: shortest decimal form.</summary>
    internal static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    static string? Number(FieldSchema field, string text, Spot spot, Findings findings)
    {
        if (Value(field, text) is not { } number)
        {
            findings.Add(ProblemCode.LedgerNumber, spot, text, ("unit", field.Unit.Length == 0 ? "–" : field.Unit));
            return null;
        }

        if (number < field.Min || number > field.Max)
        {
            findings.Add(ProblemCode.LedgerRange, spot, text, ("min", Shown(field.Min, "−∞")), ("max", Shown(field.Max, "∞")));
            return null;
        }

        return Plain(number);
    }

    static decimal? Value(FieldSchema field, string text)
    {
        if (decimal.TryParse(Cell.HalfWidth(text), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal plain))
        {
            return plain;
        }

        var reading = Notation.Read(text, field.Unit);
        return reading.Outcome == NotationOutcome.Number && Math.Abs(reading.Value) < 1e15 ? (decimal)reading.Value : null;
    }

    static string? Whole(FieldSchema field, string text, Spot spot, Findings findings)
    {
        if (Value(field, text) is { } number && number == Math.Floor(number))
        {
            return Number(field, text, spot, findings);
        }

        return Refused(ProblemCode.LedgerWhole, text, spot, findings);
    }

    static string? YesNo(string text)
    {
        string word = Cell.HalfWidth(text).ToLowerInvariant();
        return Yes.Contains(word) ? "yes" : No.Contains(word) ? "no" : null;
    }

    static string? Choice(FieldSchema field, string text, Spot spot, Findings findings)
    {
        string word = Cell.HalfWidth(text);
        if (field.Choices.FirstOrDefault(c => string.Equals(c.Word, word, StringComparison.OrdinalIgnoreCase) || c.Zh == text) is { Word: { } choice })
        {
            return choice;
        }

        findings.Add(ProblemCode.LedgerChoice, spot, text,
            ("choices", string.Join(", ", field.Choices.Select(c => $"{c.Word} ({c.Zh})"))),
            ("hint", Suggestion.DidYouMean(text, field.Choices.Select(c => c.Word))));
        return null;
    }

    static string? Reference(FieldSchema field, string text, Spot spot, LedgerState ledger, Findings findings)
    {
        if (ledger.Row(field.References, text) is not null)
        {
            return text;
        }

        string[] named = [.. ledger.Rows(field.References).Where(r => r.Name.Zh == text).Take(2).Select(r => r.Address.Id)];
        if (named is [var only])
        {
            return only;
        }

        findings.Add(ProblemCode.LedgerReference, spot, text, ("register", field.References),
            ("hint", Suggestion.DidYouMean(text, ledger.Rows(field.References).Select(r => r.Address.Id))));
        return null;
    }

    static string? References(FieldSchema field, string text, Spot spot, LedgerState ledger, Findings findings)
    {
        string?[] ids = [.. CellParser.Names(text).Select(id => Reference(field, id, spot, ledger, findings))];
        return ids.Contains(null) ? null : string.Join(';', ids.Distinct());
    }

    static string? Refused(string code, string text, Spot spot, Findings findings)
    {
        findings.Add(code, spot, text);
        return null;
    }

    static string Shown(decimal? bound, string none) => bound is { } number ? Plain(number) : none;

    static string Visible(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '␀' : c));

    [GeneratedRegex(@"^(?<y>[0-9]{4})[-/.年](?<m>[0-9]{1,2})[-/.月](?<d>[0-9]{1,2})日?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Date();
}
