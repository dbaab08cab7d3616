namespace Suandian.Optimisation;

/// <summary>All optima of a linear problem at once: the points that are complementary to the duals of one optimum.</summary>
/// <remarks>
/// With y and r = c − A'y optimal duals, a feasible x is optimal exactly when every column with r &gt; 0 lies at its lower bound,
/// every column with r &lt; 0 at its upper one, and every row with y ≠ 0 at the side y points at (complementary slackness).
/// So the optima are the feasible set of the same rows with these columns and rows held, and what an optimum leaves open is
/// found by linear problems over that set, without a row on the cost and its tolerance.
/// Let one held row or column go: as far as its value can then move, the same duals stay optimal, so that the cost is a
/// straight line in that limit with the dual as its slope. That is the range in which a shadow price holds. It does not
/// depend on the basis, which ranging by a basis does where the optimum is degenerate.
/// A dual or reduced cost below <see cref="Nothing"/> counts as 0.
/// Source: O. L. Mangasarian, A simple characterization of solution sets of convex programs, Operations Research Letters 7 (1988),
/// doi:10.1016/0167-6377(88)90047-8; B. Jansen, J. J. de Jong, C. Roos, T. Terlaky, Sensitivity analysis in linear programming:
/// just be careful!, European Journal of Operational Research 101 (1997), doi:10.1016/S0377-2217(96)00172-5.
/// </remarks>
sealed class OptimalFace
{
    /// <summary>Duals and reduced costs below this count as 0, in the unit of the objective per unit of the row or column.</summary>
    internal const double Nothing = 1e-6;

    /// <summary>
    /// What an end has to show. The duals that hold the set are right to 1e-6, so the set may be empty by as much: HiGHS then ends at
    /// points that miss a bound by a few millionths, and without this leeway a year's problem would be solved from the start for one end.
    /// </summary>
    static readonly CertificateDemand Demand = new() { Violation = 1e-5 };

    readonly LinearModel _model;
    readonly SolverOptions _options;
    readonly double[] _reduced;
    readonly double[] _columnLower;
    readonly double[] _columnUpper;
    readonly double[] _rowLower;
    readonly double[] _rowUpper;

    /// <summary>The optima of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="optimum">An optimum of it; best a vertex, where duals are exactly 0 or not.</param>
    /// <param name="options">Options of the solver.</param>
    internal OptimalFace(LinearModel model, LinearSolution optimum, SolverOptions options)
    {
        (_model, _options, _reduced) = (model, OfEnds(options, optimum.Basis), optimum.ReducedCosts);
        (_columnLower, _columnUpper) = Held(optimum.ReducedCosts, model.ColumnLower, model.ColumnUpper);
        (_rowLower, _rowUpper) = Held(optimum.RowDuals, model.RowLower, model.RowUpper);
    }

    /// <summary>Options for an end: from the basis of the optimum; without one its value is asked for, not a vertex, so that the hourly method needs no simplex after it.</summary>
    static SolverOptions OfEnds(SolverOptions options, Basis? start) => options with
    {
        Start = start,
        Crossover = options.Method == SolverMethod.Hourly ? Switch.Off : options.Crossover,
    };

    /// <summary>The least or most of a sum over all optima.</summary>
    /// <param name="sum">Columns and coefficients.</param>
    /// <param name="most">True for the most.</param>
    /// <param name="cancellation">Stops the solver.</param>
    internal FaceEnd End(ReadOnlySpan<(int Column, double Coefficient)> sum, bool most, CancellationToken cancellation) =>
        Solve(sum, most, new ModelChange { ColumnLower = _columnLower, ColumnUpper = _columnUpper, RowLower = _rowLower, RowUpper = _rowUpper }, cancellation);

    /// <summary>How far the limits of some rows may be moved together with the same duals; infinite where nothing stops them.</summary>
    /// <param name="rows">The rows, each with how far it moves for a step of 1.</param>
    /// <param name="most">True for the upper end.</param>
    /// <param name="cancellation">Stops the solver.</param>
    /// <returns>The steps, 0 at the limits as they are.</returns>
    internal FaceEnd RowsEnd(IReadOnlyList<(int Row, double Factor)> rows, bool most, CancellationToken cancellation) =>
        rows is [var (row, factor)] ? RowEnd(row, factor, most, cancellation) : JointEnd(rows.ToDictionary(r => r.Row, r => r.Factor), most, cancellation);

    /// <summary>The end of one row, over the same matrix.</summary>
    FaceEnd RowEnd(int row, double factor, bool most, CancellationToken cancellation)
    {
        var here = double.IsFinite(_model.RowLower[row]) ? _model.RowLower[row] : _model.RowUpper[row];
        var (lower, upper) = ((double[])_rowLower.Clone(), (double[])_rowUpper.Clone());
        (lower[row], upper[row]) = (double.NegativeInfinity, double.PositiveInfinity);
        var entries = _model.RowStart[row].._model.RowStart[row + 1];
        var sum = new (int Column, double Coefficient)[entries.End.Value - entries.Start.Value];
        for (var k = 0; k < sum.Length; k++)
        {
            sum[k] = (_model.EntryColumn[entries][k], _model.EntryValue[entries][k]);
        }

        var end = Solve(sum, most, new ModelChange { ColumnLower = _columnLower, ColumnUpper = _columnUpper, RowLower = lower, RowUpper = upper }, cancellation);
        return end with { Value = (end.Value - here) / factor };
    }

    /// <summary>The end of several rows; the step becomes a column.</summary>
    FaceEnd JointEnd(Dictionary<int, double> factors, bool most, CancellationToken cancellation)
    {
        var model = new LinearModel("rows", _model.RowCount, _model.ColumnCount + 1, _model.NonzeroCount + factors.Count);
        model.TakeVariables(_model, _columnLower, _columnUpper);
        var step = model.Variables("step", Members.Annual(1), double.NegativeInfinity, double.PositiveInfinity);
        model.TakeRows(_model, i => Expression.Between(
            _rowLower[i], factors.TryGetValue(i, out var factor) ? model.TermsOf(_model, i) - factor * step[0] : model.TermsOf(_model, i), _rowUpper[i]));
        model.Minimise("step", () => (most ? -1 : 1) * step[0]);
        return Solve(model, most, _options with { Start = _options.Start is { } start ? start with { Columns = start.Columns.Add(BasisState.Zero) } : null }, cancellation);
    }

    /// <summary>How far a limit that bounds several columns may be moved with the same reduced costs; infinite where nothing stops it.</summary>
    /// <param name="links">The columns, each with the factor by which the limit bounds it.</param>
    /// <param name="most">True for the upper end.</param>
    /// <param name="cancellation">Stops the solver.</param>
    /// <remarks>
    /// The step of the limit becomes a column: held bounds are rows x − factor × step = bound, the others ≤ (or ≥). A column that rested
    /// at a bound it has lost is basic at first and its row takes its place, so that the optimum is where the search starts.
    /// </remarks>
    internal FaceEnd LimitEnd(IReadOnlyList<LimitLink> links, bool most, CancellationToken cancellation)
    {
        var (lower, upper) = Freed(links);
        var model = new LinearModel("limit", _model.RowCount + links.Count, _model.ColumnCount + 1, _model.NonzeroCount + 2 * links.Count);
        model.TakeVariables(_model, lower, upper);
        var step = model.Variables("step", Members.Annual(1), double.NegativeInfinity, double.PositiveInfinity);
        model.TakeRows(_model, i => Expression.Between(_rowLower[i], model.TermsOf(_model, i), _rowUpper[i]));
        var order = new List<LimitLink>();
        foreach (var (alike, k) in links.GroupBy(Kind).Select((alike, k) => (alike, k)))
        {
            Link(model, $"link_{k}", [.. alike], step);
            order.AddRange(alike);
        }

        model.Minimise("limit", () => (most ? -1 : 1) * (Here(links[0]) / links[0].Factor + step[0]));
        return Solve(model, most, _options with { Start = _options.Start is { } start ? Started(start, order, (lower, upper)) : null }, cancellation);
    }

    /// <summary>The basis of the optimum with the step at 0 and the rows of the links.</summary>
    static Basis Started(Basis start, List<LimitLink> links, (double[] Lower, double[] Upper) freed)
    {
        var columns = start.Columns.Add(BasisState.Zero).ToBuilder();
        var rows = start.Rows.ToBuilder();
        foreach (var link in links)
        {
            var rests = link.Side switch
            {
                LimitSide.Upper => columns[link.Column] == BasisState.Upper && double.IsInfinity(freed.Upper[link.Column]),
                LimitSide.Lower => columns[link.Column] == BasisState.Lower && double.IsInfinity(freed.Lower[link.Column]),
                _ => columns[link.Column] != BasisState.Basic,
            };
            rows.Add(!rests ? BasisState.Basic : link.Side == LimitSide.Upper ? BasisState.Upper : BasisState.Lower);
            columns[link.Column] = rests ? BasisState.Basic : columns[link.Column];
        }

        return new(columns.ToImmutable(), rows.ToImmutable());
    }

    /// <summary>The bound that a limit sets.</summary>
    double Here(LimitLink link) => link.Side == LimitSide.Lower ? _model.ColumnLower[link.Column] : _model.ColumnUpper[link.Column];

    /// <summary>Links that make the same row at each snapshot.</summary>
    (Block, int, LimitSide, int) Kind(LimitLink link)
    {
        var block = _model.ColumnBlock(link.Column);
        return (block, block.Component(link.Column), link.Side, Math.Sign(link.Factor));
    }

    /// <summary>Rows of alike links, at the snapshots of their columns.</summary>
    void Link(LinearModel model, string name, LimitLink[] links, Variables step)
    {
        var block = _model.ColumnBlock(links[0].Column);
        var at = links.ToDictionary(link => Math.Max(0, block.Snapshot(link.Column)));
        var members = block.Members.IsAnnual ? Members.Annual(1) : new Members(1, block.Members.Snapshots) { Where = (_, t) => at.ContainsKey(t) };
        model.Subject(name, members, (_, t) => Linked(at[Math.Max(0, t)], model.Append(at[Math.Max(0, t)].Column, 1) - at[Math.Max(0, t)].Factor * step[0]));
    }

    /// <summary>Bounds without those that the limit stands for. A column held at another bound stays held.</summary>
    (double[] Lower, double[] Upper) Freed(IReadOnlyList<LimitLink> links)
    {
        var (lower, upper) = ((double[])_columnLower.Clone(), (double[])_columnUpper.Clone());
        var held = links.Where(IsHeld).Select(link => link.Column).ToHashSet();
        foreach (var j in held)
        {
            (lower[j], upper[j]) = (_model.ColumnLower[j], _model.ColumnUpper[j]);
        }

        foreach (var link in links.Where(link => held.Contains(link.Column) || Math.Abs(_reduced[link.Column]) <= Nothing))
        {
            lower[link.Column] = link.Side == LimitSide.Upper ? lower[link.Column] : double.NegativeInfinity;
            upper[link.Column] = link.Side == LimitSide.Lower ? upper[link.Column] : double.PositiveInfinity;
        }

        return (lower, upper);
    }

    bool IsHeld(LimitLink link) => link.Side switch
    {
        LimitSide.Upper => _reduced[link.Column] < -Nothing,
        LimitSide.Lower => _reduced[link.Column] > Nothing,
        _ => true,
    };

    Constraint Linked(LimitLink link, Expression slack) =>
        IsHeld(link) ? slack == Here(link) : link.Side == LimitSide.Upper ? slack <= Here(link) : slack >= Here(link);

    FaceEnd Solve(ReadOnlySpan<(int Column, double Coefficient)> sum, bool most, ModelChange held, CancellationToken cancellation)
    {
        var cost = new double[_model.ColumnCount];
        foreach (var (column, coefficient) in sum)
        {
            cost[column] += most ? -coefficient : coefficient;
        }

        var model = _model.Variant(held with { ColumnCost = cost });
        return Solve(model, most, _options, cancellation);
    }

    static FaceEnd Solve(LinearModel model, bool most, SolverOptions options, CancellationToken cancellation) =>
        FaceEnd.Find(model, options, solution => EndOf(model, most, solution), cancellation);

    static FaceEnd EndOf(LinearModel model, bool most, LinearSolution solution)
    {
        var proof = solution.Status == SolverStatus.Optimal ? Certificate.Of(model, solution, Demand) : null;
        var value = solution.Status switch
        {
            SolverStatus.Optimal => solution.HasPoint || proof is { IsOptimal: true } ? proof!.Objective : double.NaN,
            SolverStatus.Unbounded or SolverStatus.InfeasibleOrUnbounded => double.NegativeInfinity,
            _ => double.NaN,
        };
        return new(most ? -value : value, solution, double.IsFinite(value) ? proof : null);
    }

    static (double[] Lower, double[] Upper) Held(double[] dual, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
    {
        var (low, high) = (lower.ToArray(), upper.ToArray());
        for (var i = 0; i < dual.Length; i++)
        {
            if (dual[i] > Nothing && double.IsFinite(low[i]))
            {
                high[i] = low[i];
            }
            else if (dual[i] < -Nothing && double.IsFinite(high[i]))
            {
                low[i] = high[i];
            }
        }

        return (low, high);
    }
}

/// <summary>A column that a limit bounds.</summary>
/// <param name="Column">The column.</param>
/// <param name="Factor">Its bound over the limit; negative for a bound below 0.</param>
/// <param name="Side">Which bound of the column it is.</param>
readonly record struct LimitLink(int Column, double Factor, LimitSide Side = LimitSide.Upper);

/// <summary>How a limit bounds a column.</summary>
enum LimitSide
{
    /// <summary>From above.</summary>
    Upper,

    /// <summary>From below.</summary>
    Lower,

    /// <summary>The column is the limit.</summary>
    Equal,
}
