using System.Globalization;
using System.Runtime.CompilerServices;

namespace Suandian.Cases.HourlySeries;

/// <summary>Numbers of hourly series straight from UTF-8.</summary>
static class SeriesNumber
{
    static readonly double[] Powers =
    [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    /// <summary>Reads a number with decimal point.</summary>
    /// <remarks>
    /// Up to 15 digits the mantissa and the power of ten are exact in double, so that one division rounds correctly.
    /// Source: W. D. Clinger, How to read floating point numbers accurately, PLDI 1990, doi:10.1145/93542.93557, fast case.
    /// Longer ones go to the framework.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // as in SeriesCsv: read once
    internal static bool TryRead(ReadOnlySpan<byte> utf8, out double value)
    {
        long mantissa = 0;
        int digits = 0, point = -1, i = 0;
        bool negative = utf8.Length > 0 && utf8[0] == '-';
        for (i = negative ? 1 : 0; i < utf8.Length; i++)
        {
            int digit = utf8[i] - '0';
            if ((uint)digit <= 9)
            {
                mantissa = mantissa * 10 + digit;
                if (++digits > 15)
                    break;
            }
            else if (digit == '.' - '0' && point < 0)
            {
                point = digits;
            }
            else
            {
                break;
            }
        }

        if (i < utf8.Length || digits == 0)
            return double.TryParse(utf8, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
        value = mantissa / Powers[point < 0 ? 0 : digits - point];
        if (negative)
            value = -value;
        return true;
    }
}
