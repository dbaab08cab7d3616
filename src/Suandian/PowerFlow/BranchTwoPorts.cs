using System.Numerics;

namespace Suandian.PowerFlow;

/// <summary>Admittances of branches as two-ports, I = Y V at both ends; arrays [branches], zero where a branch is not used.</summary>
/// <remarks>
/// y = 1/(r + jx), a = tap · e^(j shift): Yff = (y + jb/2)/tap², Yft = −y/a*, Ytf = −y/a, Ytt = y + jb/2.
/// Source: MATPOWER User's Manual, section 3.2.
/// </remarks>
sealed class BranchTwoPorts
{
    BranchTwoPorts(int count) => (FromFrom, FromTo, ToFrom, ToTo) = (new Complex[count], new Complex[count], new Complex[count], new Complex[count]);

    /// <summary>Yff, pu.</summary>
    internal Complex[] FromFrom { get; }

    /// <summary>Yft, pu.</summary>
    internal Complex[] FromTo { get; }

    /// <summary>Ytf, pu.</summary>
    internal Complex[] ToFrom { get; }

    /// <summary>Ytt, pu.</summary>
    internal Complex[] ToTo { get; }

    /// <summary>The two-ports of the branches that are used.</summary>
    internal static BranchTwoPorts Of(PowerGrid grid, int[] used)
    {
        var branches = grid.Branches;
        var ports = new BranchTwoPorts(branches.Count);
        foreach (var k in used)
        {
            var tap = branches.Tap(k);
            var y = 1 / new Complex(branches.ResistancePu[k], branches.ReactancePu[k]);
            var end = y + new Complex(0, branches.ChargingPu[k] / 2);
            var ratio = branches.ShiftDeg[k] == 0 ? tap : Complex.FromPolarCoordinates(tap, branches.ShiftDeg[k] * (Math.PI / 180));
            ports.FromFrom[k] = end / (tap * tap);
            ports.FromTo[k] = -y / Complex.Conjugate(ratio);
            ports.ToFrom[k] = -y / ratio;
            ports.ToTo[k] = end;
        }

        return ports;
    }
}
