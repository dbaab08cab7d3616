namespace Suandian.Optimisation.Hourly;

/// <summary>Proof that no point obeys all rows and bounds of a model, or none that costs no more than a limit.</summary>
/// <remarks>
/// For any y every feasible x has y'A x = Σ y a and, with r = −A'y, Σ rows (y &gt; 0 ? y·lower : y·upper) + Σ columns
/// (r &gt; 0 ? r·lower : r·upper) ≤ 0. A value above 0 therefore proves that there is none (Farkas, 1902).
/// With a limit of cost U, r = c − A'y and the sum is at most the cost of every feasible x (weak duality), so that a value
/// above U proves that none costs U or less; then c'x ≤ U also bounds columns that have no bound of their own.
/// </remarks>
/// <param name="model">The model.</param>
/// <param name="costLimit">Limit of the cost, without the constant; null for none.</param>
sealed class Farkas(LinearModel model, double? costLimit = null)
{
    /// <summary>The value must exceed this share of the sum of the sizes of its terms, so that round-off cannot prove anything.</summary>
    const double Margin = 1e-7;

    readonly double[] _reduced = new double[model.ColumnCount];
    ImpliedBounds? _implied; // sought once, where the bounds of the model do not do

    /// <summary>True when the duals prove that the model is infeasible.</summary>
    /// <param name="y">Row duals [rows], of any size.</param>
    internal bool Proves(ReadOnlySpan<double> y)
    {
        Array.Clear(_reduced);
        if (costLimit is not null)
        {
            model.ColumnCost.CopyTo(_reduced);
        }

        var sum = new Balance().With(-1, costLimit ?? 0);
        for (var i = 0; i < y.Length; i++)
        {
            var side = y[i] > 0 ? model.RowLower[i] : model.RowUpper[i];
            var dual = double.IsFinite(side) ? y[i] : 0; // a dual that points at no side proves nothing
            sum = sum.With(dual, side);
            for (var k = model.RowStart[i]; k < model.RowStart[i + 1]; k++)
            {
                _reduced[model.EntryColumn[k]] -= dual * model.EntryValue[k];
            }
        }

        var own = WithColumns(sum, model.ColumnLower, model.ColumnUpper);
        if (double.IsFinite(own.Value))
        {
            return own.IsProof;
        }

        _implied ??= ImpliedBounds.Of(model, costLimit + model.CostConstant ?? double.PositiveInfinity, new CertificateDemand());
        return WithColumns(sum, _implied.Lower, _implied.Upper).IsProof;
    }

    Balance WithColumns(Balance sum, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
    {
        for (var j = 0; j < _reduced.Length && double.IsFinite(sum.Value); j++)
        {
            sum = sum.With(_reduced[j], _reduced[j] > 0 ? lower[j] : upper[j]);
        }

        return sum;
    }

    /// <summary>The sum and the sum of the sizes of its terms.</summary>
    readonly record struct Balance(double Value, double Size)
    {
        internal bool IsProof => Value > Margin * Size;

        internal Balance With(double factor, double side)
        {
            var term = factor == 0 ? 0 : factor * side;
            return new(Value + term, Size + Math.Abs(term));
        }
    }
}
