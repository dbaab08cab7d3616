using Suandian.PowerFlow;

namespace Suandian.OptimalFlow;

/// <summary>Limits of the angle between the ends of a branch, as the MATPOWER case format writes them.</summary>
static class AngleLimits
{
    /// <summary>Least and largest θ from − θ to, rad; infinite where there is none: 0 with 0, or ±360 and beyond.</summary>
    internal static (double Low, double High) OfBranch(GridBranches branches, int branch)
    {
        double low = branches.MinAngleDeg[branch], high = branches.MaxAngleDeg[branch];
        return low == 0 && high == 0 ? (double.NegativeInfinity, double.PositiveInfinity)
            : (low > -360 ? low * (Math.PI / 180) : double.NegativeInfinity, high < 360 ? high * (Math.PI / 180) : double.PositiveInfinity);
    }
}
