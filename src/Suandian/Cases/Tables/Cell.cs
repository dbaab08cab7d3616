using System.Globalization;

namespace Suandian.Cases.Tables;

/// <summary>Text of one cell.</summary>
static class Cell
{
    /// <summary>Without blanks at the ends, the full-width one and the byte order mark among them.</summary>
    internal static string Trim(string text) => text.Trim().Trim('\u3000', '\uFEFF', '\u00A0');

    /// <summary>Full-width digits, letters and signs as their plain forms; everything else untouched.</summary>
    internal static string HalfWidth(string text) => string.Create(text.Length, text, static (plain, from) =>
    {
        for (int i = 0; i < plain.Length; i++)
            plain[i] = HalfWidth(from[i]);
    });

    /// <summary>A whole number or a number as the schema's notations write it: no blanks, point as decimal sign.</summary>
    internal static bool IsPlainNumber(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    /// <summary>A number as text that reads back to the same value.</summary>
    internal static string Plain(double value) =>
        value == 0 ? "0" : value.ToString("R", CultureInfo.InvariantCulture);

    static char HalfWidth(char letter) => letter switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(letter - 0xFEE0),
        '\u3000' or '\u00A0' => ' ',
        '\u2212' or '\u2013' or '\u2014' => '-',
        '\u00D7' or '\u2219' or '\u22C5' or '\u30FB' => '\u00B7',
        _ => letter,
    };
}
