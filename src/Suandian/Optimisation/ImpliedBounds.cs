namespace Suandian.Optimisation;

/// <summary>Finite bounds for columns without them, implied by the rows and by the cost of a feasible point.</summary>
/// <remarks>
/// Row: a x_j ≤ upper − min of the others. Cost: no optimum costs more than a feasible point, so
/// c_j x_j ≤ objective − min of the other costs. Bounds are widened by 1e-9 of their size against round-off.
/// </remarks>
sealed class ImpliedBounds
{
    const int Passes = 8;

    readonly LinearModel _model;
    bool _hasChanged;

    ImpliedBounds(LinearModel model, CertificateDemand demand)
    {
        _model = model;
        Lower = model.ColumnLower.ToArray();
        Upper = model.ColumnUpper.ToArray();
        for (var j = 0; j < Upper.Length && demand.ProvenUpper is not null; j++)
        {
            Upper[j] = Math.Min(Upper[j], demand.ProvenUpper[j]);
        }
    }

    internal double[] Lower { get; }

    internal double[] Upper { get; }

    internal static ImpliedBounds Of(LinearModel model, double objective, CertificateDemand demand)
    {
        var bounds = new ImpliedBounds(model, demand);
        for (var pass = 0; pass < Passes; pass++)
        {
            bounds._hasChanged = false;
            bounds.FromRows();
            bounds.FromCost(objective);
            if (!bounds._hasChanged)
            {
                break;
            }
        }

        return bounds;
    }

    void FromRows()
    {
        var start = _model.RowStart;
        var column = _model.EntryColumn;
        var value = _model.EntryValue;
        for (var i = 0; i < _model.RowCount; i++)
        {
            var row = start[i]..start[i + 1];
            Imply(column[row], value[row], _model.RowUpper[i], 1);
            Imply(column[row], value[row], _model.RowLower[i], -1);
        }
    }

    void FromCost(double objective)
    {
        var index = new int[_model.ColumnCount];
        for (var j = 0; j < index.Length; j++)
        {
            index[j] = j;
        }

        Imply(index, _model.ColumnCost, objective - _model.CostConstant, 1);
    }

    /// <summary>Σ sign·a x ≤ sign·limit, used for each column that has no bound on the side it is pushed to.</summary>
    void Imply(ReadOnlySpan<int> column, ReadOnlySpan<double> a, double limit, int sign)
    {
        if (double.IsInfinity(limit))
        {
            return;
        }

        var (least, missing) = (0.0, 0);
        for (var k = 0; k < column.Length; k++)
        {
            var part = Least(sign * a[k], column[k]);
            missing += double.IsInfinity(part) ? 1 : 0;
            least += double.IsInfinity(part) ? 0 : part;
        }

        for (var k = 0; k < column.Length && missing <= 1; k++)
        {
            var (j, slope) = (column[k], sign * a[k]);
            if (slope == 0 || double.IsFinite(slope > 0 ? Upper[j] : Lower[j]))
            {
                continue;
            }

            var own = Least(slope, j);
            var others = double.IsInfinity(own) ? least : least - own;
            if (missing == 0 || double.IsInfinity(own))
            {
                Set(j, slope, (sign * limit - others) / slope);
            }
        }
    }

    void Set(int j, double slope, double bound)
    {
        var widened = bound + Math.Sign(slope) * 1e-9 * (1 + Math.Abs(bound));
        if (!double.IsFinite(widened))
        {
            return;
        }

        (slope > 0 ? Upper : Lower)[j] = widened;
        _hasChanged = true;
    }

    double Least(double slope, int j) => slope == 0 ? 0 : slope > 0 ? slope * Lower[j] : slope * Upper[j];
}
