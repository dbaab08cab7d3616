using System.Collections.Immutable;
using System.Globalization;
using Suandian.Cases.Tables;

namespace Suandian.Cases.Variations;

/// <summary>The right side of <c>name=values</c>: <c>a,b,c</c>, <c>lo..hi:n</c> with both ends, either after * or x for factors.</summary>
/// <param name="IsFactor">True where the case is multiplied.</param>
/// <param name="Parts">What stands between the commas.</param>
sealed record ValueList(bool IsFactor, ImmutableArray<string> Parts)
{
    /// <summary>Most values of one variation.</summary>
    internal const int Most = 1000;

    /// <summary>Takes the text apart.</summary>
    internal static ValueList Of(string text)
    {
        string plain = Cell.Trim(text);
        bool isFactor = plain.Length > 1 && plain[0] is '*' or '×' || plain.Length > 1 && plain[0] is 'x' or 'X' && plain[1] is >= '0' and <= '9' or '.';
        string list = isFactor ? plain[1..] : plain;
        return new ValueList(isFactor, [.. Cell.HalfWidth(list).Split(',').Select(Cell.Trim)]);
    }

    /// <summary>Words between the commas; null where one is empty.</summary>
    internal ImmutableArray<VariedValue>? Words() =>
        Parts.Any(p => p.Length == 0) ? null : [.. Parts.Select(p => new VariedValue(double.NaN, p))];

    /// <summary>Numbers in a unit; null where one is none, a range is broken, or there are too many.</summary>
    internal ImmutableArray<VariedValue>? Numbers(string unit)
    {
        var numbers = new List<double>();
        foreach (string part in Parts)
        {
            if (Expanded(part, unit) is not { } some)
                return null;
            numbers.AddRange(some);
        }

        return numbers.Count > Most ? null : [.. numbers.Select(n => new VariedValue(n, Cell.Plain(n)))];
    }

    /// <summary>A number, or the numbers of a range at equal steps, rounded to 12 digits so that 0.1 … 0.5 gives 0.3 and not 0.30000000000000004.</summary>
    static double[]? Expanded(string part, string unit)
    {
        int dots = part.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0)
            return Number(part, unit) is { } single ? [single] : null;
        int colon = part.LastIndexOf(':');
        if (colon < dots || !int.TryParse(part[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count is < 2 or > Most)
            return null;
        if (Number(part[..dots], unit) is not { } low || Number(part[(dots + 2)..colon], unit) is not { } high || low == high)
            return null;
        return [.. Enumerable.Range(0, count).Select(i => Rounded(low + (high - low) * i / (count - 1), 12))];
    }

    static double? Number(string text, string unit) =>
        Notation.Read(text, unit) is { Outcome: NotationOutcome.Number } reading ? reading.Value : null;

    /// <summary>A number without the digits that arithmetic has left behind.</summary>
    internal static double Rounded(double value, int digits) =>
        double.Parse(value.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
