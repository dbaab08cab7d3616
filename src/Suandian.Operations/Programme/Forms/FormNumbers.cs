using System.Globalization;
using Suandian.Operations.Programme.Sheets;

namespace Suandian.Operations.Programme.Forms;

/// <summary>Numbers as the form shows them: thousands separated, unit behind.</summary>
static class FormNumbers
{
    /// <summary>A number with a unit, as a number in a workbook and as text elsewhere.</summary>
    internal static GridValue Of(decimal number, string unit)
    {
        int decimals = Decimals(number);
        string format = "#,##0" + (decimals == 0 ? "" : "." + new string('0', decimals)) + (unit.Length == 0 ? "" : $"\"{unit}\"");
        return new GridValue(Shown(number, decimals) + unit, number, format);
    }

    /// <summary>An amount of money, at least two decimals, 万元.</summary>
    internal static GridValue Money(decimal amount)
    {
        int decimals = Math.Max(2, Decimals(amount));
        return new GridValue(Shown(amount, decimals), amount, "#,##0." + new string('0', decimals));
    }

    /// <summary>A number with so many decimals.</summary>
    internal static string Shown(decimal number, int decimals) =>
        number.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    static int Decimals(decimal number)
    {
        string plain = SheetQuantity.Plain(number);
        int point = plain.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0 : plain.Length - point - 1;
    }
}
