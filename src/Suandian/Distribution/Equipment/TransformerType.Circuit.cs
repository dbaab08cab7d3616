using System.Numerics;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Equipment;

/// <content>From the type to the branch.</content>
public sealed partial record TransformerType
{
    /// <summary>Units side by side as one π circuit, from the high to the low side.</summary>
    /// <param name="busesKv">Base voltages of the buses of the high and the low side, kV.</param>
    /// <param name="baseMva">Power base S, MVA.</param>
    /// <param name="tap">Position of the tap changer.</param>
    /// <param name="units">Number n of units, ≥ 1.</param>
    /// <remarks>
    /// T circuit on the low side, U = rated, Ub = base voltage there:
    /// z = uk (U/Ub)² S / (n Sn), r = Pk / Sn (U/Ub)² S / (n Sn), x = √(z² − r²);
    /// y = n (P0 − j √((i0 Sn)² − P0²)) / S (Ub/U)²; ratio = UH (1 + tap · step) / U · Ub / UbH.
    /// Source: documentation of pandapower, electric model of the two-winding transformer, T form; uk, Pk, P0, i0 as on a name plate (GB/T 1094.1).
    /// Checked against: the same figures through the reader of pandapower networks.
    /// </remarks>
    public BranchCircuit Circuit((double High, double Low) busesKv, double baseMva, int tap, int units)
    {
        var scale = LowKv / busesKv.Low * (LowKv / busesKv.Low);
        var perUnit = scale * baseMva / RatedMva / units;
        double z = ShortCircuitVoltagePu * perUnit, r = LoadLossMw / RatedMva * perUnit;
        var noLoad = NoLoadCurrentPu * RatedMva;
        var middle = new Complex(NoLoadLossMw, -Math.Sqrt(Math.Max(0, (noLoad * noLoad) - (NoLoadLossMw * NoLoadLossMw)))) / baseMva / scale * units;
        var (series, end) = StarDelta.OfT(new Complex(r, Math.Sqrt(Math.Max(0, (z * z) - (r * r)))), middle);
        return new BranchCircuit(series.Real, series.Imaginary, 2 * end.Imaginary, end.Real, RatedMva * units,
            HighKv * (1 + (tap * TapStepPu)) / LowKv * busesKv.Low / busesKv.High, ShiftDeg);
    }
}
