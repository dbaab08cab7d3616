namespace Suandian.Distribution.Equipment;

/// <content>From the type to the branch.</content>
public sealed partial record LineType
{
    /// <summary>Parallel circuits of a length as one π circuit.</summary>
    /// <param name="busKv">Base voltage of both buses, kV.</param>
    /// <param name="baseMva">Power base S, MVA.</param>
    /// <param name="lengthKm">Length l of a circuit, km.</param>
    /// <param name="circuits">Number n of circuits, ≥ 1.</param>
    /// <remarks>
    /// r, x = r′ l / n · S / U²; b = b′ l n · U² / S; rating = √3 · U · I · n.
    /// Source: documentation of pandapower, electric model of the line.
    /// Checked against: the same figures through the reader of pandapower networks.
    /// </remarks>
    public BranchCircuit Circuit(double busKv, double baseMva, double lengthKm, int circuits)
    {
        var baseOhm = busKv * busKv / baseMva;
        return new BranchCircuit(
            ResistanceOhmPerKm * lengthKm / circuits / baseOhm,
            ReactanceOhmPerKm * lengthKm / circuits / baseOhm,
            SusceptanceUsPerKm * 1e-6 * lengthKm * circuits * baseOhm,
            0,
            Math.Sqrt(3) * busKv * AmpacityA / 1000 * circuits);
    }
}
