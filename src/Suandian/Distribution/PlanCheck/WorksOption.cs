using System.Numerics;

namespace Suandian.Distribution.PlanCheck;

/// <summary>Equipment that a line or transformer may get: what stands in its row, and what is set beside it as a row of its own.</summary>
/// <remarks>
/// Side by side powers divide as the admittances Y = n / z of the two rows, tap and shift being the same. So the whole carries, until one of them is at its rating,
/// min over the rows of n · rating · |ΣY| / |Y|.
/// </remarks>
/// <param name="Row">Type and number of the row that stands.</param>
/// <param name="Beside">Type and number that are set beside it; null where nothing is.</param>
/// <param name="CostYuan">Cost, yuan.</param>
sealed record WorksOption(WorksUnits Row, WorksUnits? Beside, double CostYuan)
{
    /// <summary>Circuits or units in all.</summary>
    internal int Count => Row.Count + (Beside?.Count ?? 0);

    /// <summary>Series impedance of all together, pu.</summary>
    internal Complex ImpedancePu { get; } = 1 / (Row.Admittance + (Beside?.Admittance ?? 0));

    /// <summary>Power of all together with which the first row is at its rating, MVA.</summary>
    internal double CapacityMva { get; } = Beside is null ? Row.RatingMva
        : Math.Min(Row.RatingMva / Row.Admittance.Magnitude, Beside.RatingMva / Beside.Admittance.Magnitude) * (Row.Admittance + Beside.Admittance).Magnitude;

    /// <summary>Sum of the ratings, MVA; no division of powers lets more through.</summary>
    internal double RatingMva => Row.RatingMva + (Beside?.RatingMva ?? 0);

    /// <summary>Charging of all together, pu.</summary>
    internal double ChargingPu => (Row.Count * Row.EachChargingPu) + (Beside is null ? 0 : Beside.Count * Beside.EachChargingPu);

    /// <summary>True where another choice has no less capacity and no more resistance and reactance.</summary>
    internal bool IsMatchedBy(WorksOption other) =>
        other.CapacityMva >= CapacityMva && other.ImpedancePu.Real <= ImpedancePu.Real && other.ImpedancePu.Imaginary <= ImpedancePu.Imaginary;
}

/// <summary>Circuits or units of one type.</summary>
/// <param name="Type">Type of the catalogue.</param>
/// <param name="Count">How many.</param>
/// <param name="EachMva">Rating of each, MVA.</param>
/// <param name="EachPu">Series impedance of each, pu.</param>
/// <param name="EachChargingPu">Charging of each, pu; below 0 for a transformer.</param>
sealed record WorksUnits(string Type, int Count, double EachMva, Complex EachPu, double EachChargingPu)
{
    internal double RatingMva => Count * EachMva;

    internal Complex Admittance => Count / EachPu;
}
