using Suandian.PowerFlow;

namespace Suandian.OptimalFlow.Relaxation;

/// <summary>Pairs of buses joined by branches, and what voltages and angle limits say of cosine and sine of a pair.</summary>
sealed class PairLimits
{
    readonly GridBuses _buses;
    readonly (double Low, double High)[] _angles;

    /// <summary>Pairs of the branches in service; the smallest range of parallel branches holds.</summary>
    internal PairLimits(PowerGrid grid, int[] used)
    {
        _buses = grid.Buses;
        var (places, pairs, angles) = (new Dictionary<(int, int), int>(), new List<(int I, int J)>(), new List<(double Low, double High)>());
        PairOf = new int[used.Length];
        for (var q = 0; q < used.Length; q++)
        {
            var (from, to) = (grid.Branches.From[used[q]], grid.Branches.To[used[q]]);
            var pair = (Math.Min(from, to), Math.Max(from, to));
            if (!places.TryGetValue(pair, out PairOf[q]))
            {
                places[pair] = PairOf[q] = pairs.Count;
                pairs.Add(pair);
                angles.Add((double.NegativeInfinity, double.PositiveInfinity));
            }

            var (low, high) = AngleLimits.OfBranch(grid.Branches, used[q]);
            var known = angles[PairOf[q]];
            angles[PairOf[q]] = from < to ? (Math.Max(known.Low, low), Math.Min(known.High, high)) : (Math.Max(known.Low, -high), Math.Min(known.High, -low));
        }

        (Pairs, _angles) = ([.. pairs], [.. angles]);
    }

    /// <summary>The pairs, i &lt; j.</summary>
    internal (int I, int J)[] Pairs { get; }

    /// <summary>Pair of each branch in service.</summary>
    internal int[] PairOf { get; }

    /// <summary>Least and largest θi − θj, rad.</summary>
    internal (double Low, double High) Angle(int pair) => _angles[pair];

    /// <summary>True where the angle stays within ±90°.</summary>
    internal bool IsAcute(int pair) => Math.Max(-_angles[pair].Low, _angles[pair].High) < 0.499 * Math.PI && _angles[pair].Low <= _angles[pair].High;

    /// <summary>Range of Vi Vj cos(θi − θj).</summary>
    internal (double Low, double High) Cosine(int pair)
    {
        var (least, most) = Products(pair);
        return (IsAcute(pair) ? least * Math.Min(Math.Cos(_angles[pair].Low), Math.Cos(_angles[pair].High)) : -most, most);
    }

    /// <summary>Range of Vi Vj sin(θi − θj).</summary>
    internal (double Low, double High) Sine(int pair)
    {
        var (least, most) = Products(pair);
        return IsAcute(pair) ? (Scaled(Math.Sin(_angles[pair].Low), least, most), Scaled(Math.Sin(_angles[pair].High), most, least)) : (-most, most);
    }

    /// <summary>A negative sine is extreme with the other product.</summary>
    static double Scaled(double sine, double ifPositive, double ifNegative) => sine * (sine > 0 ? ifPositive : ifNegative);

    (double Least, double Most) Products(int pair) =>
        (_buses.MinVoltagePu[Pairs[pair].I] * _buses.MinVoltagePu[Pairs[pair].J], _buses.MaxVoltagePu[Pairs[pair].I] * _buses.MaxVoltagePu[Pairs[pair].J]);
}
