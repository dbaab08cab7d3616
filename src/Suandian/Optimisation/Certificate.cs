namespace Suandian.Optimisation;

/// <summary>What can be said of a point and its duals without trusting the solver that found them.</summary>
/// <remarks>
/// Everything is recomputed from the model's arrays and (x, y). With r = c − A'y the number
///   D = k + Σ rows (y &gt; 0 ? y·lower : y·upper) + Σ columns (r &gt; 0 ? r·lower : r·upper)
/// is a lower bound of the objective for any y (weak duality), provided each y and r points at a finite side: y is set
/// to 0 where it does not; a column gets a bound implied by rows or by the cost of the feasible point (<see cref="ImpliedBounds"/>).
/// Sums are compensated (Neumaier, ZAMM 54, 1974, doi:10.1002/zamm.19740540106).
/// For a mixed-integer model D bounds the continuous relaxation.
/// </remarks>
public sealed record Certificate
{
    /// <summary>What an optimum has to show.</summary>
    public required CertificateDemand Demand { get; init; }

    /// <summary>c'x + constant.</summary>
    public required double Objective { get; init; }

    /// <summary>Proven lower bound D of the objective; −∞ when <see cref="Unbounded"/> names a column.</summary>
    public required double DualBound { get; init; }

    /// <summary>(objective − D) / max(1, |objective|).</summary>
    public required double RelativeGap { get; init; }

    /// <summary>Largest violation of a row, in its unit, and the row; empty when none is violated.</summary>
    public required Worst Row { get; init; }

    /// <summary>Largest violation of a column bound, in its unit, and the column.</summary>
    public required Worst Bound { get; init; }

    /// <summary>Largest y or r that points at a missing bound (before it was set to 0 or given an implied one).</summary>
    public required Worst Dual { get; init; }

    /// <summary>Largest product of a multiplier and the distance to the bound it points at, in the unit of the objective.</summary>
    public required Worst Complementarity { get; init; }

    /// <summary>A column for which no finite bound could be proven though D needs one; null when D is finite.</summary>
    public required string? Unbounded { get; init; }

    /// <summary>True when rows and bounds hold within the demand.</summary>
    public bool IsFeasible => Row.Size <= Demand.Violation && Bound.Size <= Demand.Violation;

    /// <summary>True when the point is feasible and no other can be better by more than the demanded gap.</summary>
    /// <remarks>D may exceed the objective by what the demanded violation and rounding allow, not by more.</remarks>
    public bool IsOptimal => IsFeasible && Math.Abs(RelativeGap) <= Demand.RelativeGap;

    /// <summary>Checks a solution.</summary>
    public static Certificate Of(LinearModel model, LinearSolution solution, CertificateDemand? demand = null)
    {
        ArgumentNullException.ThrowIfNull(solution);
        return Of(model, solution.Columns, solution.RowDuals, demand);
    }

    /// <summary>Checks a point and row duals.</summary>
    /// <param name="model">The model.</param>
    /// <param name="x">Values of the columns [columns].</param>
    /// <param name="y">Duals of the rows [rows], ∂ objective / ∂ right-hand side.</param>
    /// <param name="demand">What an optimum has to show; null for the defaults.</param>
    /// <exception cref="ArgumentException">A length is wrong.</exception>
    public static Certificate Of(
        LinearModel model, ReadOnlySpan<double> x, ReadOnlySpan<double> y, CertificateDemand? demand = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (x.Length != model.ColumnCount || y.Length != model.RowCount)
        {
            throw new ArgumentException(
                $"{x.Length} values and {y.Length} duals for {model.ColumnCount} columns and {model.RowCount} rows", nameof(x));
        }

        demand ??= new CertificateDemand();
        var tally = new Tally(model.CostConstant);
        CheckRows(model, x, y, tally);
        var objective = CheckColumns(model, x, tally);
        var unbounded = BoundColumns(model, tally, objective, demand);
        var bound = unbounded is null ? tally.DualBound.Value : double.NegativeInfinity;
        return new Certificate
        {
            Demand = demand,
            Objective = objective,
            DualBound = bound,
            RelativeGap = (objective - bound) / Math.Max(1, Math.Abs(objective)),
            Row = tally.Row.Named(model.RowName),
            Bound = tally.Bound.Named(model.ColumnName),
            Dual = tally.RowDual.Size >= tally.ColumnDual.Size ? tally.RowDual.Named(model.RowName) : tally.ColumnDual.Named(model.ColumnName),
            Complementarity = tally.RowProduct.Size >= tally.ColumnProduct.Size
                ? tally.RowProduct.Named(model.RowName) : tally.ColumnProduct.Named(model.ColumnName),
            Unbounded = unbounded is { } column ? model.ColumnName(column) : null,
        };
    }

    /// <summary>Activities, violations and the rows' part of D; leaves −A'y in the tally.</summary>
    static void CheckRows(LinearModel model, ReadOnlySpan<double> x, ReadOnlySpan<double> y, Tally tally)
    {
        var start = model.RowStart;
        var column = model.EntryColumn;
        var value = model.EntryValue;
        tally.ReducedCost = model.ColumnCost.ToArray();
        for (var i = 0; i < y.Length; i++)
        {
            var (lower, upper, sum) = (model.RowLower[i], model.RowUpper[i], new NeumaierSum());
            var side = y[i] > 0 ? lower : upper;
            var clipped = y[i] != 0 && double.IsInfinity(side);
            var dual = clipped ? 0 : y[i];
            for (var k = start[i]; k < start[i + 1]; k++)
            {
                sum.Add(value[k] * x[column[k]]);
                tally.ReducedCost[column[k]] -= dual * value[k];
            }

            var activity = sum.Value;
            tally.Row.Take(Math.Max(lower - activity, activity - upper), i);
            tally.RowDual.Take(clipped ? Math.Abs(y[i]) : 0, i);
            if (dual != 0)
            {
                tally.DualBound.Add(dual * side);
                tally.RowProduct.Take(Math.Abs(dual * (activity - side)), i);
            }
        }
    }

    /// <summary>Bounds and objective.</summary>
    static double CheckColumns(LinearModel model, ReadOnlySpan<double> x, Tally tally)
    {
        var objective = new NeumaierSum();
        objective.Add(model.CostConstant);
        for (var j = 0; j < x.Length; j++)
        {
            var (lower, upper, r) = (model.ColumnLower[j], model.ColumnUpper[j], tally.ReducedCost[j]);
            objective.Add(model.ColumnCost[j] * x[j]);
            tally.Bound.Take(Math.Max(lower - x[j], x[j] - upper), j);
            var side = r > 0 ? lower : upper;
            var isMissing = r != 0 && double.IsInfinity(side);
            tally.ColumnDual.Take(isMissing ? Math.Abs(r) : 0, j);
            tally.ColumnProduct.Take(isMissing || r == 0 ? 0 : Math.Abs(r * (x[j] - side)), j);
        }

        return objective.Value;
    }

    /// <summary>The columns' part of D; returns a column that lacks a bound, or null.</summary>
    static int? BoundColumns(LinearModel model, Tally tally, double objective, CertificateDemand demand)
    {
        var lower = model.ColumnLower;
        var upper = model.ColumnUpper;
        if (tally.ColumnDual.Size > 0)
        {
            var implied = ImpliedBounds.Of(model, objective, demand);
            lower = implied.Lower;
            upper = implied.Upper;
        }

        for (var j = 0; j < lower.Length; j++)
        {
            var r = tally.ReducedCost[j];
            if (r == 0)
            {
                continue;
            }

            var part = r > 0 ? r * lower[j] : r * upper[j];
            if (!double.IsFinite(part))
            {
                return j;
            }

            tally.DualBound.Add(part);
        }

        return null;
    }

    sealed class Tally
    {
        internal double[] ReducedCost = [];
        internal NeumaierSum DualBound;
        internal Largest Row;
        internal Largest Bound;
        internal Largest RowDual;
        internal Largest ColumnDual;
        internal Largest RowProduct;
        internal Largest ColumnProduct;

        internal Tally(double constant) => DualBound.Add(constant);
    }

    /// <summary>The largest of many numbers ≥ 0 and where it was; a NaN counts as infinite.</summary>
    struct Largest
    {
        int _where;

        internal double Size { get; private set; }

        internal void Take(double size, int where)
        {
            if (!(size <= Size))
            {
                (Size, _where) = (double.IsNaN(size) ? double.PositiveInfinity : size, where);
            }
        }

        internal readonly Worst Named(Func<int, string> name) => new(Size, Size > 0 ? name(_where) : "");
    }

    struct NeumaierSum
    {
        double _sum;
        double _lost;

        internal readonly double Value => _sum + _lost;

        internal void Add(double term)
        {
            var sum = _sum + term;
            _lost += Math.Abs(_sum) >= Math.Abs(term) ? _sum - sum + term : term - sum + _sum;
            _sum = sum;
        }
    }
}

/// <summary>The largest of a kind of error, and where it is.</summary>
/// <param name="Size">Size, ≥ 0.</param>
/// <param name="Where">Name of the row or column; empty when the size is 0.</param>
public readonly record struct Worst(double Size, string Where);

/// <summary>What an optimum has to show.</summary>
public sealed record CertificateDemand
{
    /// <summary>Largest relative gap; 1e-8 (default) for a solution without a basis, 1e-12 for a vertex.</summary>
    public double RelativeGap { get; init; } = 1e-8;

    /// <summary>Largest violation of a row or bound in its unit (MW); default 1e-6.</summary>
    public double Violation { get; init; } = 1e-6;

    /// <summary>Upper bounds of the columns that the caller can prove [columns]; null for none. Used where the model has no bound.</summary>
    public double[]? ProvenUpper { get; init; }
}
