using Suandian.Optimisation;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Reinforcement;

/// <summary>Choice of measures on a linear model of a radial feeder in some hours.</summary>
/// <remarks>
/// Sets        m measures; i buses (positions of the tree) with branch to their parent p; h hours; o conductors of a branch, 0 as it is
/// Variables   built[m] ∈ {0, 1}; square[i, h] = V²; active[i, o, h], reactive[i, o, h] arriving over conductor o, pu;
///             raised[m, h] = V²(parent) · built of a regulator
/// Linearised  about the exact flow without measures: losses and the squares of currents keep their values (LinDistFlow: M. E. Baran and
///             F. F. Wu, IEEE Trans. Power Deliv. 4 (1989) 725, doi:10.1109/61.19265); capacitors give their power at 1 pu
/// Limits are relaxed by margins, so that sets that keep them exactly are not lost; each set found is computed exactly, and excluded where it fails.
/// </remarks>
sealed class ReinforcementProgram
{
    const double MostSquare = 4;

    readonly ReinforcedFeeder _feeder;
    readonly Measure[] _measures;
    readonly ModelMargins _margins;
    readonly LinearModel _model;
    readonly Variables _built;
    readonly Variables _square;
    readonly Dictionary<int, (Variables Active, Variables Reactive)> _flows = [];
    readonly FeederPoint[] _points;
    readonly int[][] _conductors;
    readonly int[][] _regulators;
    readonly bool[][] _isBehind;

    /// <summary>Builds the programme.</summary>
    /// <param name="feeder">The feeder.</param>
    /// <param name="measures">Its measures.</param>
    /// <param name="year">Exact flows of all hours without measures.</param>
    /// <param name="hours">Hours that are held.</param>
    /// <param name="margins">Margins, and the rate of annuities.</param>
    internal ReinforcementProgram(ReinforcedFeeder feeder, Measure[] measures, HourlyFlowSolution year, int[] hours, ModelMargins margins)
    {
        (_feeder, _measures, _margins) = (feeder, measures, margins);
        var tree = feeder.Tree;
        _points = [.. hours.Select(h => FeederPoint.Of(feeder, year, h))];
        _conductors = [.. tree.Branch.Select(k => Enumerable.Range(0, measures.Length).Where(m => measures[m].IsConductor && measures[m].Site == k).ToArray())];
        _regulators = [.. tree.Branch.Select(k => Enumerable.Range(0, measures.Length).Where(m => measures[m].Kind == MeasureKind.Regulator && measures[m].Site == k).ToArray())];
        _isBehind = [.. measures.Select(m => m.IsAtBranch ? [] : tree.Behind(b => b == m.Site ? 1 : 0).Select(n => n > 0).ToArray())];
        _model = new LinearModel("reinforcement");
        _built = _model.Variables("built", Members.Annual(measures.Length), 0, 1).AsIntegers();
        _square = _model.Variables("square", tree.Order.Length, hours.Length, (i, t) => Least(i, t), (i, t) => Most(i, t));
        OneAtABranch();
        for (var i = 0; i < tree.Order.Length; i++)
        {
            if (tree.Parent[i] >= 0)
            {
                Branch(i);
            }
        }

        _model.Minimise("annuities", Members.Annual(measures.Length), (m, _) => measures[m].AnnualYuan(margins.Rate) / 1e3 * _built[m]);
    }

    /// <summary>Fixes a measure as built.</summary>
    internal void Force(int measure) => _model.Subject($"forced_{measure}", 1, _ => _built[measure] == 1);

    /// <summary>Σ not built of the set + Σ built of the others ≥ 1</summary>
    internal void Exclude(bool[] set, int number) => _model.Subject($"excluded_{number}", 1, _ =>
        Expression.Sum(set.Length, m => (set[m] ? -1 : 1) * _built[m]) >= 1 - set.Count(isIn => isIn));

    /// <summary>The cheapest set, and what the model says of it; null where none is left.</summary>
    internal (bool[] Set, LinearSolution Solution)? Cheapest(CancellationToken cancellation)
    {
        var solved = Solver.Solve(_model, new SolverOptions { IntegerGap = 1e-9 }, cancellation: cancellation);
        cancellation.ThrowIfCancellationRequested();
        return solved.HasPoint && solved.Status == SolverStatus.Optimal ? ([.. solved.Values(_built).Select(z => z > 0.5)], solved) : null;
    }

    /// <summary>How far the model is from the exact flow of a set: in V², pu², and in loadings, share of the rating.</summary>
    internal (double Square, double Loading) Error(LinearSolution solution, HourlyFlowSolution exact, PowerGrid built)
    {
        var (squares, tree, square, loading) = (solution.Values(_square), _feeder.Tree, 0.0, 0.0);
        foreach (var (i, flow) in _flows)
        {
            double[] active = solution.Values(flow.Active), reactive = solution.Values(flow.Reactive);
            for (var t = 0; t < _points.Length; t++)
            {
                var (hour, hours, k) = (_points[t].Hour, exact.Hours, tree.Branch[i]);
                if (exact.IsSolved[hour])
                {
                    var (at, options) = (k * hours + hour, Enumerable.Range(0, _conductors[i].Length + 1));
                    square = Math.Max(square, Math.Abs(squares[i * _points.Length + t] - Math.Pow(exact.VoltagePu[tree.Order[i] * hours + hour], 2)));
                    var told = double.Hypot(options.Sum(o => active[o * _points.Length + t]), options.Sum(o => reactive[o * _points.Length + t])) * _feeder.Grid.BaseMva;
                    var real = Math.Max(double.Hypot(exact.FromMw[at], exact.FromMvar[at]), double.Hypot(exact.ToMw[at], exact.ToMvar[at]));
                    loading = built.Branches.RatingMva[k] > 0 ? Math.Max(loading, Math.Abs(told - real) / built.Branches.RatingMva[k]) : loading;
                }
            }
        }

        return (square, loading);
    }

    void OneAtABranch()
    {
        int[] choice = [.. Enumerable.Range(0, _conductors.Length).Where(i => _conductors[i].Length > 1 || _regulators[i].Length > 1)];
        _model.Subject("one_conductor", choice.Length, n => Expression.Sum(_conductors[choice[n]], m => 1 * _built[m]) <= 1);
        _model.Subject("one_regulator", choice.Length, n => Expression.Sum(_regulators[choice[n]], m => 1 * _built[m]) <= 1);
    }

    /// <summary>Flow over a branch, its limits, and the voltage behind it.</summary>
    void Branch(int i)
    {
        var (hours, options) = (_points.Length, _conductors[i].Length + 1);
        int[] behind = [.. Enumerable.Range(0, _measures.Length).Where(m => !_measures[m].IsAtBranch && _isBehind[m][i])];
        var bound = _points.Max(p => Math.Abs(p.Active[i]) + Math.Abs(p.Reactive[i])) + behind.Sum(m => _points.Max(p => Math.Abs(_feeder.Added(m, p.Hour).Mw) + Math.Abs(_feeder.Added(m, p.Hour).Mvar))) / _feeder.Grid.BaseMva + 1e-6;
        var active = _model.Variables($"active_{i}", options, hours, -bound, bound);
        var reactive = _model.Variables($"reactive_{i}", options, hours, -bound, bound);
        Shares(i, (active, reactive), bound);
        _model.Subject($"active_sum_{i}", 1, hours, (_, t) => Expression.Sum(options, o => active[o, t])
            + Expression.Sum(behind, m => _feeder.Added(m, _points[t].Hour).Mw / _feeder.Grid.BaseMva * _built[m]) == _points[t].Active[i]);
        _model.Subject($"reactive_sum_{i}", 1, hours, (_, t) => Expression.Sum(options, o => reactive[o, t])
            + Expression.Sum(behind, m => _feeder.Added(m, _points[t].Hour).Mvar / _feeder.Grid.BaseMva * _built[m]) == _points[t].Reactive[i]);
        Ratings(i, (active, reactive));
        Drop(i, (active, reactive));
        _flows[i] = (active, reactive);
    }

    /// <summary>|active(o)|, |reactive(o)| ≤ bound · built(o), conductor 0 where none of the others is built</summary>
    void Shares(int i, (Variables Active, Variables Reactive) flow, double bound)
    {
        if (_conductors[i].Length == 0)
        {
            return;
        }

        foreach (var (name, variables, sign) in ((string, Variables, int)[])[("active_most", flow.Active, 1), ("active_least", flow.Active, -1), ("reactive_most", flow.Reactive, 1), ("reactive_least", flow.Reactive, -1)])
        {
            _model.Subject($"{name}_{i}", _conductors[i].Length + 1, _points.Length, (o, t) => o == 0
                ? sign * variables[o, t] + bound * Expression.Sum(_conductors[i], m => 1 * _built[m]) <= bound
                : sign * variables[o, t] - bound * _built[_conductors[i][o - 1]] <= 0);
        }
    }

    /// <summary>cos α · active(o) + sin α · reactive(o) ≤ rating(o), for sixteen angles and those of the flow without measures</summary>
    void Ratings(int i, (Variables Active, Variables Reactive) flow)
    {
        const int sides = 16;
        for (var o = 0; o <= _conductors[i].Length; o++)
        {
            var rating = Conductor(i, o).RatingMva / _feeder.Grid.BaseMva * (1 + _margins.Loading);
            var place = o;
            double Angle(int side, int t) => side == sides ? Math.Atan2(_points[t].Reactive[i], _points[t].Active[i]) : 2 * Math.PI * side / sides;
            if (rating > 0)
            {
                _model.Subject($"rating_{i}_{o}", sides + 1, _points.Length, (side, t) =>
                    Math.Cos(Angle(side, t)) * flow.Active[place, t] + Math.Sin(Angle(side, t)) * flow.Reactive[place, t] <= rating);
            }
        }
    }

    /// <summary>V²(i) = V₀²(i) + gain (V²(p) − V₀²(p)) − 2 Σ (r active + x reactive)(o) + 2 (r active + x reactive)₀ + Σ gain (1/ratio² − 1) raised(m)</summary>
    void Drop(int i, (Variables Active, Variables Reactive) flow)
    {
        var (k, p) = (_feeder.Tree.Branch[i], _feeder.Tree.Parent[i]);
        var tap = _feeder.Grid.Branches.Tap(k);
        var (gain, scale) = _feeder.IsFromParent(k) ? (1 / (tap * tap), 1.0) : (tap * tap, tap * tap);
        var raised = _model.Variables($"raised_{i}", _regulators[i].Length, _points.Length, 0, MostSquare);
        _model.Subject($"raised_most_{i}", _regulators[i].Length, _points.Length, (n, t) => raised[n, t] - MostSquare * _built[_regulators[i][n]] <= 0);
        _model.Subject($"raised_below_{i}", _regulators[i].Length, _points.Length, (n, t) => raised[n, t] - _square[p, t] <= 0);
        _model.Subject($"raised_above_{i}", _regulators[i].Length, _points.Length, (n, t) => raised[n, t] - _square[p, t] - MostSquare * _built[_regulators[i][n]] >= -MostSquare);
        double Gain(int n) => gain * (1 / (_measures[_regulators[i][n]].Ratio * _measures[_regulators[i][n]].Ratio) - 1);
        double Of(int o, double active, double reactive) => 2 * scale * (Conductor(i, o).R * active + Conductor(i, o).X * reactive);
        _model.Subject($"voltage_drop_{i}", 1, _points.Length, (_, t) => _square[i, t] - gain * _square[p, t]
            + Expression.Sum(_conductors[i].Length + 1, o => Of(o, 1, 0) * flow.Active[o, t] + Of(o, 0, 1) * flow.Reactive[o, t])
            - Expression.Sum(_regulators[i].Length, n => Gain(n) * raised[n, t])
            == _points[t].Square[i] - gain * _points[t].Square[p] + Of(0, _points[t].Active[i], _points[t].Reactive[i]));
    }

    (double R, double X, double RatingMva) Conductor(int i, int o) => o > 0 ? _feeder.Conductor(_measures[_conductors[i][o - 1]])
        : _feeder.Tree.Branch[i] is var k ? (_feeder.Grid.Branches.ResistancePu[k], _feeder.Grid.Branches.ReactancePu[k], _feeder.Grid.Branches.RatingMva[k]) : default;

    double Least(int i, int t) => _feeder.Tree.Parent[i] < 0 ? _points[t].Square[i] : Math.Max(0, Math.Pow(_feeder.Grid.Buses.MinVoltagePu[_feeder.Tree.Order[i]], 2) - _margins.Square);

    double Most(int i, int t) => _feeder.Tree.Parent[i] < 0 ? _points[t].Square[i] : Math.Pow(_feeder.Grid.Buses.MaxVoltagePu[_feeder.Tree.Order[i]], 2) + _margins.Square;
}

/// <summary>What the linear model may be wrong by.</summary>
/// <param name="Square">In V², pu².</param>
/// <param name="Loading">In loadings, share of the rating.</param>
/// <param name="Rate">Interest for annuities, pu/a.</param>
sealed record ModelMargins(double Square, double Loading, double Rate)
{
    /// <summary>Errors of sets that were computed are allowed this many times over.</summary>
    const double Caution = 3;

    /// <summary>Errors are taken to be no smaller than this.</summary>
    const double Least = 1e-5;

    /// <summary>Margins for the errors seen so far, no larger than these.</summary>
    internal ModelMargins For((double Square, double Loading) error) => this with
    {
        Square = Math.Min(Square, Caution * Math.Max(Least, error.Square)),
        Loading = Math.Min(Loading, Caution * Math.Max(Least, error.Loading)),
    };
}

/// <summary>Flow without measures about which the model is linear: power arriving at each position over its branch, pu, and V².</summary>
sealed record FeederPoint(int Hour, double[] Active, double[] Reactive, double[] Square)
{
    /// <summary>The exact flow of an hour; where it has none, the one without losses.</summary>
    internal static FeederPoint Of(ReinforcedFeeder feeder, HourlyFlowSolution year, int hour)
    {
        var (tree, grid) = (feeder.Tree, feeder.Grid);
        if (!year.IsSolved[hour])
        {
            return Lossless(feeder, hour);
        }

        double At(double[] from, double[] to, int i) => tree.Branch[i] is >= 0 and var k ? -(feeder.IsFromParent(k) ? to : from)[k * year.Hours + hour] / grid.BaseMva : 0;
        return new FeederPoint(hour, [.. tree.Branch.Select((_, i) => At(year.FromMw, year.ToMw, i))], [.. tree.Branch.Select((_, i) => At(year.FromMvar, year.ToMvar, i))],
            [.. tree.Order.Select(b => year.VoltagePu[b * year.Hours + hour] * year.VoltagePu[b * year.Hours + hour])]);
    }

    static FeederPoint Lossless(ReinforcedFeeder feeder, int hour)
    {
        var (tree, grid) = (feeder.Tree, feeder.Grid);
        var setpoints = new FlowRoles(grid).SetpointPu;
        double[] active = tree.Behind(b => -feeder.Power(b, hour).Mw / grid.BaseMva), reactive = tree.Behind(b => -feeder.Power(b, hour).Mvar / grid.BaseMva), square = new double[tree.Order.Length];
        for (var i = 0; i < square.Length; i++)
        {
            var (k, tap) = (tree.Branch[i], tree.Branch[i] < 0 ? 1 : grid.Branches.Tap(tree.Branch[i]));
            var (gain, scale) = k < 0 || feeder.IsFromParent(k) ? (1 / (tap * tap), 1.0) : (tap * tap, tap * tap);
            square[i] = k < 0 ? setpoints[tree.Order[i]] * setpoints[tree.Order[i]]
                : gain * square[tree.Parent[i]] - 2 * scale * (grid.Branches.ResistancePu[k] * active[i] + grid.Branches.ReactancePu[k] * reactive[i]);
        }

        return new FeederPoint(hour, active, reactive, square);
    }
}
