using System.Globalization;
using System.Text.RegularExpressions;
using Suandian.Cases.Tables;

namespace Suandian.Cases;

/// <summary>Numbers as people write them in China, read into the unit of a column: 2.5万千瓦, 0.262元/千瓦时, 33亩, 98%.</summary>
/// <remarks>
/// Full-width digits and signs, thousands separators and a trailing + or 以上 are understood. A range such as 3-5 is not a number.
/// Arithmetic is decimal, so that 0.262元/千瓦时 is exactly 262 yuan/MWh.
/// Source of 亩: 1 亩 = 10000/15 m² (国务院《关于在我国统一实行法定计量单位的命令》 1984 and custom of the land survey).
/// </remarks>
public static partial class Notation
{
    /// <summary>Reads a text into a unit.</summary>
    /// <param name="text">Text such as 1.2亿千瓦时.</param>
    /// <param name="unit">Unit of the result as the schema writes it, such as MWh; empty for a bare number.</param>
    /// <returns>The value, or why there is none.</returns>
    public static NotationReading Read(string text, string unit)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(unit);
        string plain = Cell.Trim(Cell.HalfWidth(text));
        if (Cell.IsPlainNumber(plain, out double number))
            return double.IsFinite(number) ? new(NotationOutcome.Number, number) : new(NotationOutcome.NotFinite, double.NaN);
        if (NotFinite().IsMatch(plain))
            return new(NotationOutcome.NotFinite, double.NaN);
        if (Range().IsMatch(plain))
            return new(NotationOutcome.Range, double.NaN);
        return ReadWithUnit(plain, unit);
    }

    /// <summary>Writes a value the Chinese way where there is one: 25 MW as 2.5万千瓦; else number and unit.</summary>
    /// <param name="value">A finite number.</param>
    /// <param name="unit">Unit of the value as the schema writes it.</param>
    /// <returns>Text that <see cref="Read"/> understands, equal to about 1e-15 relative.</returns>
    public static string Write(double value, string unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var chinese = Units.Chinese(unit);
        foreach (string written in chinese)
        {
            string there = Divided(value, Units.Parse(unit)!.Value.Factor / Units.Parse(written)!.Value.Factor, out double size);
            if (size >= 1 || written == chinese[^1])
                return there + written;
        }

        return unit.Length == 0 ? Cell.Plain(value) : $"{Cell.Plain(value)} {unit}";
    }

    /// <summary>A value in another unit as text; in decimal where the value has at most 15 digits, so that 262 becomes 0.262.</summary>
    static string Divided(double value, decimal ratio, out double size)
    {
        size = Math.Abs(value * (double)ratio);
        bool exact = Math.Abs(value) is > 1e-3 and < 1e15 && (double)(decimal)value == value;
        return exact
            ? decimal.Round((decimal)value * ratio, 22).ToString("0.############################", CultureInfo.InvariantCulture)
            : Cell.Plain(value * (double)ratio);
    }

    static NotationReading ReadWithUnit(string plain, string unit)
    {
        var parts = Parts().Match(plain);
        if (!parts.Success || !IsNumber(parts.Groups["number"].Value, out double number, out decimal? exact))
            return new(NotationOutcome.NotANumber, double.NaN);
        string written = parts.Groups["unit"].Value.Trim();
        if (parts.Groups["yuan"].Length > 0 && !written.Contains('元', StringComparison.Ordinal))
            written += "元";
        if (unit == "deg")
            written = written.Replace("度", "deg", StringComparison.Ordinal);
        if (written.Length == 0)
            return new(NotationOutcome.Number, number);
        return Units.Parse(written) is { } from ? Convert(number, exact, from, unit) : new(NotationOutcome.NotANumber, double.NaN);
    }

    static NotationReading Convert(double number, decimal? exact, Unit from, string unit)
    {
        if (from.IsBare)
            return new(NotationOutcome.Number, Times(number, exact, from.Factor));
        if (Units.Parse(unit) is not { } to || Units.Ratio(from, to) is not { } ratio)
            return new(NotationOutcome.WrongUnit, double.NaN);
        return new(NotationOutcome.Number, Times(number, exact, ratio));
    }

    static double Times(double number, decimal? exact, decimal factor)
    {
        if (exact is { } value && Math.Abs(number) is > 1e-12 and < 1e15 && factor is > 1e-9m and < 1e12m)
            return Rounded(value * factor);
        return number * (double)factor;
    }

    /// <summary>Without the last digits, where a ratio that does not end in decimal (1/3600) has left its traces.</summary>
    static double Rounded(decimal product) => (double)(Math.Abs(product) > 1e-3m ? decimal.Round(product, 18) : product);

    static bool IsNumber(string text, out double number, out decimal? exact)
    {
        string digits = Grouped().IsMatch(text) ? text.Replace(",", "", StringComparison.Ordinal) : text;
        exact = decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) ? value : null;
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
    }

    [GeneratedRegex(@"^(?:约|近|超过|超|逾|≥|>)?\s*(?<yuan>[¥￥])?\s*(?<number>[+-]?[0-9][0-9,]*(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)\+?\s*(?<unit>.*?)\s*(?:\+|以上|左右|余)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parts();

    [GeneratedRegex(@"^[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^[+-]?[0-9][0-9.,]*\s*[^0-9~/eE]{0,6}(-|~|至|到)\s*[0-9]",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Range();

    [GeneratedRegex(@"^([+-]?(nan|inf|infinity|∞)|#(DIV/0!|N/A|REF!|VALUE!|NUM!|NAME\?|NULL!))$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotFinite();
}

/// <summary>What a text was read as.</summary>
/// <param name="Outcome">Whether there is a value.</param>
/// <param name="Value">Value in the unit asked for; NaN where there is none.</param>
public readonly record struct NotationReading(NotationOutcome Outcome, double Value);

/// <summary>How reading a number ended.</summary>
public enum NotationOutcome
{
    /// <summary>A finite number.</summary>
    Number,

    /// <summary>No number, or a unit nobody knows.</summary>
    NotANumber,

    /// <summary>A number in a unit of another dimension.</summary>
    WrongUnit,

    /// <summary>Two numbers, from and to.</summary>
    Range,

    /// <summary>NaN, infinity or an error of a spreadsheet.</summary>
    NotFinite,
}
