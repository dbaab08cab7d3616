using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Suandian.PowerFlow;

/// <summary>Four hours of the same grid at once, one in each lane of the vectors.</summary>
/// <remarks>All lanes iterate until the worst of them is done. The numbers of a lane do not depend on what stands in the other lanes but for the number of iterations.</remarks>
abstract unsafe class HourLanes
{
    /// <summary>Hours in one vector.</summary>
    internal const int Width = 4;

    /// <summary>Largest tangent for which the series of the angle is exact to the last digit.</summary>
    const double SmallTangent = 0.1;

    readonly AlignedNumbers _voltages;
    readonly AlignedNumbers _powers;

    /// <summary>Makes room.</summary>
    /// <param name="order">Bus at each position.</param>
    private protected HourLanes(int[] order)
    {
        Order = order;
        (_voltages, _powers) = (new AlignedNumbers(2 * Width * order.Length), new AlignedNumbers(2 * Width * order.Length));
    }

    /// <summary>Bus at each position.</summary>
    internal int[] Order { get; }

    /// <summary>Number of positions.</summary>
    internal int Size => Order.Length;

    /// <summary>e, then f of each position, pu.</summary>
    internal Vector256<double>* Voltages => (Vector256<double>*)_voltages.First;

    /// <summary>Active, then reactive power into each position, pu.</summary>
    internal Vector256<double>* Powers => (Vector256<double>*)_powers.First;

    /// <summary>The numbers of <see cref="Voltages"/>.</summary>
    internal Span<double> VoltagesSpan => _voltages.Span;

    /// <summary>The numbers of <see cref="Powers"/>.</summary>
    internal Span<double> PowersSpan => _powers.Span;

    /// <summary>Sets the voltages of the start.</summary>
    internal abstract void Begin();

    /// <summary>Iterates from the voltages that are there.</summary>
    /// <returns>True where all lanes are solved.</returns>
    internal abstract bool Solve(double tolerance);

    /// <summary>Powers into a branch at both ends, pu.</summary>
    internal abstract LaneFlows Flows(int branch);

    /// <summary>Magnitude of the voltage at a position.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector256<double> Magnitude(int position)
    {
        Vector256<double> e = Voltages[2 * position], f = Voltages[2 * position + 1];
        return Vector256.Sqrt(e * e + f * f);
    }

    /// <summary>Angle of the voltage at a position, rad.</summary>
    internal Vector256<double> Angle(int position)
    {
        Vector256<double> e = Voltages[2 * position], f = Voltages[2 * position + 1], t = f / e, s = t * t;
        if (Vector256.GreaterThanAll(e, Vector256<double>.Zero) && Vector256.LessThanOrEqualAll(s, Vector256.Create(SmallTangent * SmallTangent)))
        {
            var tail = Vector256.Create(1.0 / 11) - s * (Vector256.Create(1.0 / 13) - s * Vector256.Create(1.0 / 15));
            tail = Vector256.Create(1.0 / 7) - s * (Vector256.Create(1.0 / 9) - s * tail);
            return t * (Vector256<double>.One - s * (Vector256.Create(1.0 / 3) - s * (Vector256.Create(1.0 / 5) - s * tail)));
        }

        return Vector256.Create(Math.Atan2(f[0], e[0]), Math.Atan2(f[1], e[1]), Math.Atan2(f[2], e[2]), Math.Atan2(f[3], e[3]));
    }

    /// <summary>The largest lane; NaN where one is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected static double Largest(Vector256<double> x) => Math.Max(Math.Max(x[0], x[1]), Math.Max(x[2], x[3]));
}

/// <summary>Powers into a branch at its from and its to end, pu.</summary>
readonly record struct LaneFlows(Vector256<double> FromActive, Vector256<double> FromReactive, Vector256<double> ToActive, Vector256<double> ToReactive);
