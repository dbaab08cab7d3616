using System.Runtime.InteropServices;

namespace Suandian.Optimisation.Hourly;

/// <summary>A basis to start the simplex method from, guessed from an interior point.</summary>
/// <remarks>
/// Of each column and row the distance to its nearer side, in units of power, is set against its multiplier, in units of cost;
/// the largest are basic, as many as there are rows. Where these depend on each other HiGHS takes rows instead.
/// </remarks>
static class CrashBasis
{
    /// <summary>The basis of an optimal point with duals.</summary>
    internal static Basis Of(LinearModel model, LinearSolution point)
    {
        var (columns, rows) = (model.ColumnCount, model.RowCount);
        var cost = Math.Max(Largest(model.ColumnCost), 1e-9);
        var score = new double[columns + rows];
        var state = new BasisState[columns + rows];
        for (var j = 0; j < columns; j++)
        {
            (score[j], state[j]) = Judge(point.Columns[j], (model.ColumnLower[j], model.ColumnUpper[j]), point.ReducedCosts[j] / cost);
        }

        for (var i = 0; i < rows; i++)
        {
            (score[columns + i], state[columns + i]) = Judge(point.RowActivities[i], (model.RowLower[i], model.RowUpper[i]), point.RowDuals[i] / cost);
        }

        var order = new int[score.Length];
        for (var k = 0; k < order.Length; k++)
        {
            order[k] = k;
        }

        Array.Sort(score, order);
        for (var k = order.Length - rows; k < order.Length; k++)
        {
            state[order[k]] = BasisState.Basic;
        }

        return new Basis(ImmutableCollectionsMarshal.AsImmutableArray(state[..columns]), ImmutableCollectionsMarshal.AsImmutableArray(state[columns..]));
    }

    /// <summary>How clearly a value is between its sides, and the side it rests at otherwise.</summary>
    static (double Score, BasisState State) Judge(double value, (double Lower, double Upper) side, double multiplier)
    {
        var (toLower, toUpper) = (value - side.Lower, side.Upper - value);
        var distance = side.Lower == side.Upper ? 0 : Math.Max(0, Math.Min(toLower, toUpper));
        var rest = double.IsInfinity(toLower) && double.IsInfinity(toUpper) ? BasisState.Zero : toLower <= toUpper ? BasisState.Lower : BasisState.Upper;
        return ((distance + 1e-12) / (Math.Abs(multiplier) + 1e-12), rest);
    }

    static double Largest(ReadOnlySpan<double> numbers)
    {
        var most = 0.0;
        foreach (var number in numbers)
        {
            most = Math.Max(most, Math.Abs(number));
        }

        return most;
    }
}
