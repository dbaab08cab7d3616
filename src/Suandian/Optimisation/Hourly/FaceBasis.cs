using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Suandian.Optimisation.Hourly;

/// <summary>A vertex of the optimal face, found from an interior point of it, as a basis to start the primal simplex method from.</summary>
/// <remarks>
/// An interior point that is optimal tells which columns and rows rest at a side in every optimum: of the distance to the side and
/// the multiplier one goes to 0 and the other does not (strict complementarity). With those held the problem is small and every
/// point of it is optimal up to the gap; a vertex of it is a vertex of the problem, from which few steps of the primal method are
/// left. What is held by mistake may leave nothing feasible: then there is no such basis.
/// Source: S. Mehrotra, Y. Ye, Finding an interior point in the optimal face of linear programs, Mathematical Programming 62 (1993),
/// doi:10.1007/BF01585180.
/// </remarks>
static class FaceBasis
{
    /// <summary>A side is held where the distance to it is less than this part of the multiplier, MW per (yuan/MWh): then within the tolerance of rows.</summary>
    const double Held = 1e-6;

    /// <summary>The problem with all held that an optimal point holds.</summary>
    internal static LinearModel Face(LinearModel model, LinearSolution point)
    {
        var (columnLower, columnUpper) = Sides(point.Columns, point.ReducedCosts, model.ColumnLower, model.ColumnUpper);
        var (rowLower, rowUpper) = Sides(point.RowActivities, point.RowDuals, model.RowLower, model.RowUpper);
        return model.Variant(new() { ColumnLower = columnLower, ColumnUpper = columnUpper, RowLower = rowLower, RowUpper = rowUpper });
    }

    /// <summary>The basis of a vertex of the face, for the problem itself.</summary>
    internal static Basis Of(LinearModel model, LinearModel face, Basis vertex) => new(
        States([.. vertex.Columns], face.ColumnLower, face.ColumnUpper, model.ColumnLower),
        States([.. vertex.Rows], face.RowLower, face.RowUpper, model.RowLower));

    static (double[] Lower, double[] Upper) Sides(double[] value, double[] multiplier, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
    {
        var (low, high) = (lower.ToArray(), upper.ToArray());
        for (var k = 0; k < value.Length; k++)
        {
            if (value[k] - low[k] < Held * multiplier[k])
            {
                high[k] = low[k];
            }
            else if (high[k] - value[k] < Held * -multiplier[k])
            {
                low[k] = high[k];
            }
        }

        return (low, high);
    }

    /// <summary>What is held rests at the side where it is held.</summary>
    static ImmutableArray<BasisState> States(BasisState[] state, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper, ReadOnlySpan<double> modelLower)
    {
        for (var k = 0; k < state.Length; k++)
        {
            if (state[k] != BasisState.Basic && lower[k] == upper[k])
            {
                state[k] = lower[k] == modelLower[k] ? BasisState.Lower : BasisState.Upper;
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(state);
    }
}
