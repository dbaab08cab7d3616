using Suandian.PowerFlow;

namespace Suandian.OptimalFlow;

/// <summary>Convex cost of an output P (MW or Mvar): a polynomial up to the square, or the highest of several lines.</summary>
/// <param name="Constant">Money/h, also where P = 0.</param>
/// <param name="Linear">Money/MWh.</param>
/// <param name="Square">Money/MW²/h, ≥ 0.</param>
/// <param name="Lines">Slope (money/MWh, ascending) and value at 0 (money/h) of each line; at least two, or none for a polynomial.</param>
sealed record OutputCost(double Constant, double Linear, double Square, (double Slope, double AtZero)[] Lines)
{
    /// <summary>Slopes that differ by less than this share of the larger are one line.</summary>
    const double SameSlope = 1e-9;

    /// <summary>An output that costs nothing.</summary>
    internal static OutputCost Nothing { get; } = new(0, 0, 0, []);

    /// <summary>Money/h of an output.</summary>
    internal double At(double output) =>
        Lines.Length > 0 ? Lines.Max(line => line.AtZero + line.Slope * output) : Constant + (Linear + Square * output) * output;

    /// <summary>Reads the cost of a generator.</summary>
    /// <returns>Null where it is not convex, or a polynomial with a higher power than the square.</returns>
    internal static OutputCost? Of(GeneratorCost cost) => cost.Kind == GeneratorCostKind.Polynomial ? Polynomial(cost.Values) : Piecewise(cost.Values);

    static OutputCost? Polynomial(double[] values)
    {
        double Coefficient(int power) => values.Length > power ? values[^(power + 1)] : 0;
        var hasHigher = Enumerable.Range(3, Math.Max(0, values.Length - 3)).Any(power => Coefficient(power) != 0);
        return hasHigher || Coefficient(2) < 0 ? null : new OutputCost(Coefficient(0), Coefficient(1), Coefficient(2), []);
    }

    static OutputCost? Piecewise(double[] values)
    {
        var lines = new List<(double Slope, double AtZero)>();
        for (var i = 0; i + 3 < values.Length; i += 2)
        {
            var slope = (values[i + 3] - values[i + 1]) / (values[i + 2] - values[i]);
            var last = lines.Count > 0 ? lines[^1].Slope : double.NegativeInfinity;
            var same = SameSlope * Math.Max(Math.Abs(slope), 1);
            if (slope < last - same)
            {
                return null;
            }

            if (slope > last + same)
            {
                lines.Add((slope, values[i + 1] - slope * values[i]));
            }
        }

        return lines is [var one] ? new OutputCost(one.AtZero, one.Slope, 0, []) : new OutputCost(0, 0, 0, [.. lines]);
    }
}
