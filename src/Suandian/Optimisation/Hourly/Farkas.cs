namespace Suandian.Optimisation.Hourly;

/// <summary>Proof that no point obeys all rows and bounds.</summary>
/// <remarks>
/// For any y every feasible x has y'A x = Σ y a and, with r = −A'y, Σ rows (y &gt; 0 ? y·lower : y·upper) + Σ columns
/// (r &gt; 0 ? r·lower : r·upper) ≤ 0. A value above 0 therefore proves that there is none (Farkas, 1902).
/// </remarks>
static class Farkas
{
    /// <summary>The value must exceed this share of the sum of the sizes of its terms, so that round-off cannot prove anything.</summary>
    const double Margin = 1e-7;

    /// <summary>True when the duals prove that the model is infeasible.</summary>
    /// <param name="model">The model.</param>
    /// <param name="y">Row duals [rows], of any size.</param>
    internal static bool Proves(LinearModel model, ReadOnlySpan<double> y)
    {
        var (value, size) = (0.0, 0.0);
        var reduced = new double[model.ColumnCount];
        bool Add(double factor, double lower, double upper)
        {
            var term = factor == 0 ? 0 : factor > 0 ? factor * lower : factor * upper;
            (value, size) = (value + term, size + Math.Abs(term));
            return double.IsFinite(term);
        }

        for (var i = 0; i < y.Length; i++)
        {
            var side = y[i] > 0 ? model.RowLower[i] : model.RowUpper[i];
            var dual = double.IsFinite(side) ? y[i] : 0; // a dual that points at no side proves nothing
            Add(dual, model.RowLower[i], model.RowUpper[i]);
            for (var k = model.RowStart[i]; k < model.RowStart[i + 1]; k++)
            {
                reduced[model.EntryColumn[k]] -= dual * model.EntryValue[k];
            }
        }

        var bounds = ImpliedBounds.Of(model, double.PositiveInfinity, new CertificateDemand());
        for (var j = 0; j < reduced.Length; j++)
        {
            if (!Add(reduced[j], bounds.Lower[j], bounds.Upper[j]))
            {
                return false;
            }
        }

        return value > Margin * size;
    }
}
