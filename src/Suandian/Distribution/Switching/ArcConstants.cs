using Suandian.PowerFlow;

namespace Suandian.Distribution.Switching;

/// <summary>A branch seen from its parent end, pu; the rating in MVA, 0 where there is none.</summary>
readonly record struct ArcConstants(double Resistance, double Reactance, double RatioReal, double RatioImaginary, double ChargingHere, double ChargingAtParent, double Rating)
{
    /// <summary>The from end is the parent: V = V(parent)/a − z I, charging of the from end behind the ideal transformer.</summary>
    internal static ArcConstants FromParent(GridBranches branches, int k)
    {
        var (tap, half) = (branches.Tap(k), branches.ChargingPu[k] / 2);
        var (sin, cos) = Math.SinCos(-branches.ShiftDeg[k] * (Math.PI / 180));
        return new(branches.ResistancePu[k], branches.ReactancePu[k], cos / tap, sin / tap, half, half / (tap * tap), branches.RatingMva[k]);
    }

    /// <summary>The to end is the parent: V = a V(parent) − |a|² z I.</summary>
    internal static ArcConstants ToParent(GridBranches branches, int k)
    {
        var (tap, half) = (branches.Tap(k), branches.ChargingPu[k] / 2);
        var (sin, cos) = Math.SinCos(branches.ShiftDeg[k] * (Math.PI / 180));
        return new(tap * tap * branches.ResistancePu[k], tap * tap * branches.ReactancePu[k], tap * cos, tap * sin, half / (tap * tap), half, branches.RatingMva[k]);
    }
}
