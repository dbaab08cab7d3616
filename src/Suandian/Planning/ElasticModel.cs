using Suandian.Optimisation;

namespace Suandian.Planning;

/// <summary>A copy of a linear problem without its costs, whose rows and bounds may be stretched by extra columns that cost.</summary>
/// <remarks>
/// Source: elastic programming, J. W. Chinneck, Feasibility and Infeasibility in Optimization, Springer 2008, chapter 6,
/// doi:10.1007/978-0-387-74932-7. Only limits that mean something to the user are stretched, not every row.
/// </remarks>
sealed class ElasticModel
{
    readonly LinearModel _source;
    readonly double[] _lower;
    readonly double[] _upper;
    readonly List<(double Lower, double Upper, double Cost)> _stretches = [];
    readonly Dictionary<int, List<(int Stretch, double Coefficient)>> _inRow = [];
    readonly List<(int Column, int Stretch, double Limit)> _limits = [];

    internal ElasticModel(LinearModel source) =>
        (_source, _lower, _upper) = (source, source.ColumnLower.ToArray(), source.ColumnUpper.ToArray());

    /// <summary>Adds a column that stretches; it is shut (fixed at 0) until <see cref="Solve"/> is told to open it.</summary>
    internal int Stretch(double cost, double upper = double.PositiveInfinity, double lower = 0)
    {
        _stretches.Add((lower, upper, cost));
        return _stretches.Count - 1;
    }

    /// <summary>Lets a stretch enter a row.</summary>
    internal void Into(int row, int stretch, double coefficient)
    {
        if (!_inRow.TryGetValue(row, out var entries))
        {
            _inRow[row] = entries = [];
        }

        entries.Add((stretch, coefficient));
    }

    /// <summary>Turns the upper bound of a column into the row column − stretch ≤ limit; returns the number of the row among these.</summary>
    internal int Limit(int column, double limit, int stretch)
    {
        _upper[column] = double.PositiveInfinity;
        _limits.Add((column, stretch, limit));
        return _limits.Count - 1;
    }

    /// <summary>Solves with some stretches open, at least cost of these.</summary>
    /// <param name="isOpen">Whether a stretch may be used.</param>
    /// <param name="still">Block of columns that are held at 0; null for none.</param>
    /// <param name="options">Options of the solver.</param>
    /// <param name="cancellation">Stops the solver.</param>
    internal ElasticSolution Solve(Func<int, bool> isOpen, Block? still, SolverOptions options, CancellationToken cancellation)
    {
        var model = Write(isOpen, still);
        var solution = Solver.Solve(model, options, null, cancellation);
        var (columns, rows) = (_source.ColumnCount, _source.RowCount);
        return new ElasticSolution(
            solution.Status == SolverStatus.Optimal,
            solution.Columns[columns..],
            solution.RowDuals[rows..],
            solution with
            {
                Columns = solution.Columns[..columns],
                ReducedCosts = solution.ReducedCosts[..columns],
                RowDuals = solution.RowDuals[..rows],
                RowActivities = solution.RowActivities[..rows],
                Basis = null,
            },
            solution.Basis);
    }

    LinearModel Write(Func<int, bool> isOpen, Block? still)
    {
        var upper = (double[])_upper.Clone();
        upper.AsSpan(still?.First ?? 0, still?.Length ?? 0).Clear();
        var model = new LinearModel("elastic", _source.RowCount, _source.ColumnCount, _source.NonzeroCount);
        var x = model.Variables("column", Members.Annual(_source.ColumnCount), _lower, upper);
        var stretch = model.Variables("stretch", Members.Annual(_stretches.Count),
            (k, _) => isOpen(k) ? _stretches[k].Lower : 0, (k, _) => isOpen(k) ? _stretches[k].Upper : 0);
        model.Subject("row", _source.RowCount, i =>
            Expression.Between(_source.RowLower[i], Row(model, i, stretch), _source.RowUpper[i]));
        model.Subject("limit", _limits.Count, i => x[_limits[i].Column] - stretch[_limits[i].Stretch] <= _limits[i].Limit);
        model.Minimise("stretch", Members.Annual(_stretches.Count), (k, _) => (isOpen(k) ? _stretches[k].Cost : 0) * stretch[k]);
        return model;
    }

    Expression Row(LinearModel model, int row, Variables stretch)
    {
        var entries = _source.RowStart[row].._source.RowStart[row + 1];
        var sum = model.Append(_source.EntryColumn[entries], _source.EntryValue[entries]);
        foreach (var (column, coefficient) in _inRow.TryGetValue(row, out var stretches) ? stretches : [])
        {
            sum += coefficient * stretch[column];
        }

        return sum;
    }
}

/// <summary>An elastic optimum.</summary>
/// <param name="IsOptimal">Whether one was found.</param>
/// <param name="Stretches">Value of each stretch.</param>
/// <param name="LimitDuals">Dual of each row made from a bound, ≤ 0: what a unit more would save.</param>
/// <param name="Source">The part that belongs to the rows and columns of the source.</param>
/// <param name="Basis">Vertex reached, for the next solve.</param>
sealed record ElasticSolution(bool IsOptimal, double[] Stretches, double[] LimitDuals, LinearSolution Source, Basis? Basis)
{
    /// <summary>A dual counts above this share of the largest: at a vertex, and inside the optimal face.</summary>
    static readonly (double Vertex, double Interior) Share = (1e-6, 1e-4);

    /// <summary>Size below which a dual is round-off.</summary>
    internal double LeastDual { get; } = (Basis is null ? Share.Interior : Share.Vertex)
        * LimitDuals.Concat(Source.RowDuals).Select(Math.Abs).DefaultIfEmpty(0).Max();
}
