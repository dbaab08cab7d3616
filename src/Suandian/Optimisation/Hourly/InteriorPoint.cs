using static Suandian.Optimisation.Hourly.Lane;

namespace Suandian.Optimisation.Hourly;

/// <summary>Primal-dual interior point for a problem that repeats by the hour.</summary>
/// <remarks>
/// Mehrotra's predictor and corrector (SIAM J. Optim. 2, 1992, doi:10.1137/0802028), Gondzio's centrality correctors
/// (Comput. Optim. Appl. 6, 1996, doi:10.1007/BF00249643) weighted by a line search (M. Colombo, J. Gondzio, Comput. Optim.
/// Appl. 41, 2008, doi:10.1007/s10589-007-9106-0), and a ratio test that lets single pairs overrun their bound.
/// The method as equations: docs/explanation/hourly-solver.md.
/// </remarks>
sealed unsafe partial class InteriorPoint
{
    readonly HourlyProblem _problem;
    readonly HourFactor _factor;
    readonly BorderSystem _border;
    readonly InteriorOptions _options;
    readonly int _columns;
    readonly int _rows;
    readonly int _shared;
    readonly int _years;
    readonly int _links;
    readonly int _length;
    readonly int _groups;
    readonly LaneTeam _team;
    readonly double* _x, _sl, _su, _zl, _zu; // column, slacks and multipliers of its sides [tile][column][step][lane]
    readonly double* _y; // duals of rows [tile][row][step][lane]
    readonly double* _inverse, _phi, _rd, _r1; // D⁻¹, φ, dual residual, right-hand side
    readonly double* _rp; // residual of rows
    readonly double* _scratch; // right-hand side of rows while it is solved, then dy of the new direction
    readonly Direction _old; // direction kept so far
    readonly Direction _new; // direction just computed
    readonly SharedState _s; // shared columns and year rows
    readonly GroupSums[] _sums;
    readonly double[] _rowUnit; // one scaled unit of each row in its own unit
    readonly double[] _columnUnit;
    readonly double[] _yearUnit;
    double _rho; // proximal term of the columns
    readonly double _rightSize; // 1 + largest right-hand side
    readonly long _pairs; // number of pairs of slack and multiplier

    internal InteriorPoint(HourlyProblem problem, InteriorOptions options)
    {
        (_problem, _options) = (problem, options);
        (_factor, _length, _groups) = (new HourFactor(problem) { Delta = options.Delta }, problem.Layout.TileLength, problem.Layout.Groups);
        _border = new BorderSystem(problem, _factor.Border);
        (_columns, _rows, _links) = (problem.Slots.Length, problem.Pattern.Rows, problem.Pattern.LinkColumns.Length);
        (_shared, _years) = (problem.SharedCost.Length, problem.YearLimit.Length);
        _x = Columns();
        _sl = Columns();
        _su = Columns();
        _zl = Columns();
        _zu = Columns();
        _inverse = Columns();
        _phi = Columns();
        _rd = Columns();
        _r1 = Columns();
        _y = problem.Take(_rows);
        _rp = problem.Take(_rows);
        _scratch = problem.Take(_rows);
        (_old, _new) = (new Direction(problem, _border.Length, problem.Take(_rows), isKept: true), new Direction(problem, _border.Length, _scratch, isKept: false));
        _isFactorDear = (long)_factor.Border.Padded * _factor.Border.Padded * _rows > SolveWork * _columns;
        _left = problem.Take(_rows);
        _correctedRows = problem.Take(_rows);
        (_correction, _borderRight, _borderLeft) = (new double[_border.Length], new double[_border.Length], new double[_border.Length]);
        _s = new SharedState(problem);
        _team = new LaneTeam(Math.Min(options.Threads, _groups));
        _sums = new GroupSums[_groups];
        for (var g = 0; g < _groups; g++)
        {
            _sums[g] = new GroupSums(problem, _border);
        }

        (_starts, _startOf) = FindStarts();
        _carry = new nint[_groups];
        for (var g = 0; g < _groups; g++)
        {
            _carry[g] = (nint)problem.TakeNumbers(2L * _rows * Width + (long)(_rows + 2 * _columns) * _length);
        }

        var scale = problem.Scale;
        _rowUnit = RowUnits(problem);
        _yearUnit = [.. scale.YearRow.Select(g => scale.Power / g)];
        _rightSize = 1 + LargestRightHandSide();
        _columnUnit = [.. scale.Column.Select(c => c * scale.Power)];
        _rho = options.Rho;
        _endYear = EndCoefficients();
        _pairs = Start();
    }

    static double[] RowUnits(HourlyProblem problem)
    {
        var units = new double[problem.Pattern.Rows];
        for (var r = 0; r < units.Length; r++)
        {
            units[problem.Pattern.Place[r]] = problem.Scale.Power / problem.Scale.Row[r];
        }

        return units;
    }

    /// <summary>Begins again from farther away with another proximal term of the columns.</summary>
    internal void Restart(double rho)
    {
        (_rho, _factor.Delta, _startMu, State, _before) = (rho, _options.Delta, FarMu, new(), default);
        Clear(_y, (long)_problem.Layout.Tiles * _rows * _length);
        Start();
    }

    /// <summary>The present point and duals in the units of the model.</summary>
    internal HourlyPoint Read(LinearModel model)
    {
        var point = new HourlyPoint(model, _problem);
        point.TakeHourly(_x, _zl, _zu, _y);
        point.TakeShared(_s.Z, _s.Y);
        _problem.Shape.Forced.SetDuals(point.RowDuals);
        return point;
    }

    double LargestRightHandSide()
    {
        var most = 0.0;
        for (var r = 0; r < _rows; r++)
        {
            for (var tile = 0; tile < _problem.Layout.Tiles; tile++)
            {
                var b = _problem.RightHandSide[r].At(tile);
                for (var i = 0; i < _length; i++)
                {
                    most = Math.Max(most, Math.Abs(b[i]));
                }
            }
        }

        return most;
    }

    double* Columns() => _problem.Take(_columns);

    double* ColumnsAt(double* array, int tile) => array + (long)tile * _columns * _length;

    double* RowsAt(double* array, int tile) => array + (long)tile * _rows * _length;

    int FirstTile(int group) => _problem.Layout.GroupStart[group];

    int EndTile(int group) => _problem.Layout.GroupStart[group + 1];
}

/// <summary>How the interior point iterates.</summary>
sealed record InteriorOptions
{
    internal const double FirstRho = 1e-8;

    /// <summary>Largest violation of rows, in their own unit.</summary>
    internal double RowTolerance { get; init; } = 1e-7;

    internal int Threads { get; init; } = 1;

    internal int MostIterations { get; init; } = 300;

    /// <summary>ρ and δ, proximal terms of columns and rows in scaled units; ρ δ ≥ 1e-14 keeps the pivots.</summary>
    internal double Rho { get; init; } = FirstRho;

    internal double Delta { get; init; } = 1e-6;
}
