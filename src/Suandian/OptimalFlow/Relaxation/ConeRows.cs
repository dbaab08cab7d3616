using System.Numerics;
using Suandian.PowerFlow;

namespace Suandian.OptimalFlow.Relaxation;

/// <summary>Power into a branch at an end as a linear function of the square there and of cosine and sine from its from bus to its to bus.</summary>
/// <remarks>
/// S from = Yff* square + Yft* (cosine + j sine), S to = Ytt* square + Ytf* (cosine − j sine). A pair counts its sine from the bus with the
/// lower index; <see cref="Sign"/> turns it where the branch runs the other way.
/// </remarks>
sealed class ConeRows(GridBranches branches, BranchTwoPorts ports, PairLimits limits)
{
    internal (double Own, double Cosine, double Sine) Active(int branch, int end)
    {
        var (own, across) = Admittances(branch, end);
        return (own.Real, across.Real, end == 0 ? across.Imaginary : -across.Imaginary);
    }

    internal (double Own, double Cosine, double Sine) Reactive(int branch, int end)
    {
        var (own, across) = Admittances(branch, end);
        return (-own.Imaginary, -across.Imaginary, end == 0 ? across.Real : -across.Real);
    }

    /// <summary>1 where the branch runs as its pair, else −1.</summary>
    /// <param name="branch">Branch of the grid.</param>
    /// <param name="place">Its place among the branches in service.</param>
    internal double Sign(int branch, int place) => limits.Pairs[limits.PairOf[place]].I == branches.From[branch] ? 1 : -1;

    (Complex Own, Complex Across) Admittances(int branch, int end) =>
        end == 0 ? (ports.FromFrom[branch], ports.FromTo[branch]) : (ports.ToTo[branch], ports.ToFrom[branch]);
}
