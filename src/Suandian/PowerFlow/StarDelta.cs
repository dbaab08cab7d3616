using System.Numerics;

namespace Suandian.PowerFlow;

/// <summary>Circuits of a branch turned into the π circuit of the grid.</summary>
public static class StarDelta
{
    /// <summary>π circuit of a T circuit with half the impedance on each side.</summary>
    /// <param name="impedance">Series impedance z of both sides together, pu.</param>
    /// <param name="middle">Admittance y in the middle, pu.</param>
    /// <returns>Series impedance and the admittance at each end, pu.</returns>
    /// <remarks>Wye to delta: series z + z² y / 4; each end y / (2 + y z / 2).</remarks>
    public static (Complex Series, Complex End) OfT(Complex impedance, Complex middle) =>
        (impedance + impedance * impedance * middle / 4, middle / (2 + middle * impedance / 2));
}
