using Suandian.Optimisation;

namespace Suandian.Planning;

/// <summary>A linear problem without its costs, whose rows and bounds may be stretched by extra columns that cost.</summary>
/// <remarks>
/// Rows and columns keep their block, component and snapshot, and a stretch by the hour has the snapshot of its row, so that the
/// problem repeats by the hour as its source does. It is written once; each solve has other costs and bounds.
/// Source: elastic programming, J. W. Chinneck, Feasibility and Infeasibility in Optimization, Springer 2008, chapter 6,
/// doi:10.1007/978-0-387-74932-7. Only limits that mean something to the user are stretched, not every row.
/// </remarks>
sealed class ElasticModel
{
    /// <summary>Share of its cost above which a reduced cost says that a stretch is not used.</summary>
    const double Resting = 0.01;

    readonly LinearModel _source;
    readonly double[] _upper; // of the columns of the source
    readonly List<Stretch> _stretches = [];
    readonly List<(string Name, Members Members)> _hourly = []; // blocks of stretches by the hour, in the order of their stretches
    readonly List<(int Column, int Stretch, double Limit)> _limits = [];
    readonly int[] _firstEntry; // of the stretches in a row of the source; −1 where there is none
    readonly List<(int Stretch, double Coefficient, int Next)> _entries = [];
    LinearModel? _written;

    internal ElasticModel(LinearModel source)
    {
        (_source, _upper, _firstEntry) = (source, source.ColumnUpper.ToArray(), new int[source.RowCount]);
        Array.Fill(_firstEntry, -1);
    }

    /// <summary>Adds a column for the whole year that stretches; it is shut (fixed at 0) until <see cref="Solve"/> is told to open it.</summary>
    /// <param name="cost">Cost of a unit.</param>
    /// <param name="upper">Largest stretch.</param>
    /// <param name="lower">Least stretch, ≤ 0.</param>
    internal int Add(double cost, double upper = double.PositiveInfinity, double lower = 0)
    {
        _stretches.Add(new(-1, cost, lower, upper));
        return _stretches.Count - 1;
    }

    /// <summary>Adds a block of columns that stretch by the hour.</summary>
    /// <param name="name">Name of the block.</param>
    /// <param name="members">Components and snapshots; all of them exist.</param>
    /// <param name="cost">Cost of a unit of (component, snapshot).</param>
    /// <returns>Stretches [components × snapshots].</returns>
    internal int[] Add(string name, Members members, Func<int, int, double> cost)
    {
        var first = _stretches.Count;
        var column = _source.ColumnCount + _hourly.Sum(h => h.Members.Count * h.Members.Snapshots);
        for (var i = 0; i < members.Count * members.Snapshots; i++)
        {
            _stretches.Add(new(column + i, cost(i / members.Snapshots, i % members.Snapshots), 0, double.PositiveInfinity));
        }

        _hourly.Add((name, members));
        return [.. Enumerable.Range(first, _stretches.Count - first)];
    }

    /// <summary>Makes a column of the source a stretch: it is 0 unless it is opened.</summary>
    internal int Shut(int column, double cost)
    {
        _stretches.Add(new(column, cost, _source.ColumnLower[column], _source.ColumnUpper[column]));
        return _stretches.Count - 1;
    }

    /// <summary>Lets a stretch enter a row.</summary>
    internal void Into(int row, int stretch, double coefficient)
    {
        _entries.Add((stretch, coefficient, _firstEntry[row]));
        _firstEntry[row] = _entries.Count - 1;
    }

    /// <summary>Turns the upper bound of an annual column into the row column − stretch ≤ limit; returns the number of the row among these.</summary>
    internal int Limit(int column, double limit, int stretch)
    {
        _upper[column] = double.PositiveInfinity;
        _limits.Add((column, stretch, limit));
        return _limits.Count - 1;
    }

    /// <summary>Solves with some stretches open, at least cost of these.</summary>
    /// <param name="isOpen">Whether a stretch may be used.</param>
    /// <param name="still">Blocks of columns that are held at 0.</param>
    /// <param name="options">Options of the solver.</param>
    /// <param name="cancellation">Stops the solver.</param>
    internal ElasticSolution Solve(Func<int, bool> isOpen, IEnumerable<Block> still, SolverOptions options, CancellationToken cancellation)
    {
        var model = (_written ??= Write()).Variant(Opened(isOpen, still));
        var solution = Solver.Solve(model, options, null, cancellation);
        var (columns, rows) = (_source.ColumnCount, _source.RowCount);
        return new ElasticSolution(
            solution.Status == SolverStatus.Optimal,
            Values(solution),
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

    /// <summary>Value of each stretch; 0 for one that has a reduced cost, which inside the optimal face is nearly 0 only.</summary>
    double[] Values(LinearSolution solution) =>
        [.. _stretches.Select(s => solution.ReducedCosts[s.Column] > Resting * s.Cost ? 0 : solution.Columns[s.Column])];

    /// <summary>Costs and bounds with some stretches open.</summary>
    ModelChange Opened(Func<int, bool> isOpen, IEnumerable<Block> still)
    {
        var model = _written!;
        var (cost, lower, upper) = (new double[model.ColumnCount], model.ColumnLower.ToArray(), model.ColumnUpper.ToArray());
        foreach (var block in still)
        {
            upper.AsSpan(block.First, block.Length).Clear();
        }

        for (var k = 0; k < _stretches.Count; k++)
        {
            if (isOpen(k))
            {
                var (column, price, least, most) = _stretches[k];
                (cost[column], lower[column], upper[column]) = (price, least, most);
            }
        }

        return new ModelChange { ColumnCost = cost, ColumnLower = lower, ColumnUpper = upper };
    }

    /// <summary>The problem with all stretches shut.</summary>
    LinearModel Write()
    {
        foreach (var stretch in _stretches.Where(s => s.Column >= 0 && s.Column < _source.ColumnCount))
        {
            _upper[stretch.Column] = 0;
        }

        var model = new LinearModel("elastic", _source.RowCount + _limits.Count, _source.ColumnCount + _stretches.Count, _source.NonzeroCount + _stretches.Count);
        model.TakeVariables(_source, _source.ColumnLower.ToArray(), _upper);
        _hourly.ForEach(h => model.Variables(h.Name, h.Members, 0, 0));
        AddAnnual(model);
        model.TakeRows(_source, row => Row(model, row));
        model.Subject("stretch_limit", Members.Annual(_limits.Count), (i, _) => Limited(model, _limits[i]));
        return model;
    }

    void AddAnnual(LinearModel model)
    {
        var annual = _stretches.Count(s => s.Column < 0);
        var column = model.Variables("stretch", Members.Annual(annual), 0, 0).Block.First;
        for (var k = 0; k < _stretches.Count; k++)
        {
            if (_stretches[k].Column < 0)
            {
                _stretches[k] = _stretches[k] with { Column = column++ };
            }
        }
    }

    Constraint Row(LinearModel model, int row)
    {
        var sum = model.TermsOf(_source, row);
        for (var k = _firstEntry[row]; k >= 0; k = _entries[k].Next)
        {
            sum += model.Append(_stretches[_entries[k].Stretch].Column, _entries[k].Coefficient);
        }

        return Expression.Between(_source.RowLower[row], sum, _source.RowUpper[row]);
    }

    Constraint Limited(LinearModel model, (int Column, int Stretch, double Limit) of) =>
        model.Append(of.Column, 1) + model.Append(_stretches[of.Stretch].Column, -1) <= of.Limit;

    /// <summary>A column that stretches.</summary>
    /// <param name="Column">Column of the elastic problem; −1 for one of the whole year that is not written yet.</param>
    /// <param name="Cost">Cost of a unit where it is open.</param>
    /// <param name="Lower">Lower bound where it is open.</param>
    /// <param name="Upper">Upper bound where it is open.</param>
    sealed record Stretch(int Column, double Cost, double Lower, double Upper);
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

    /// <summary>Cost that round-off may make up: at a vertex none.</summary>
    internal double Noise { get; } = Basis is null ? ElasticSolves.Tolerance * Math.Max(1, Math.Abs(Source.Objective)) : 0;

    /// <summary>Size below which a dual is round-off.</summary>
    internal double LeastDual { get; } = (Basis is null ? Share.Interior : Share.Vertex)
        * LimitDuals.Concat(Source.RowDuals).Select(Math.Abs).DefaultIfEmpty(0).Max();
}
