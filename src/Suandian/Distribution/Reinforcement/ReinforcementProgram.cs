using Suandian.Optimisation;

namespace Suandian.Distribution.Reinforcement;

/// <summary>A mixed-integer programme whose optimum costs no more than any set of measures that keeps all limits in some hours of a radial feeder.</summary>
/// <remarks>
/// Sets        m measures; i positions of the tree with a branch to their parent p; o conductors of a branch, 0 as it is; t hours that are held
/// Parameters  r, x of each conductor; half charging of each conductor; G, B shunts; gain of taps; P, Q loads; base: the sum of all loads
/// Variables   built[m] ∈ {0, 1}; square[i, t] = V²; sending[i, t], arriving[i, t] V² at the ends of the series impedance;
///             active, reactive[o, t] arriving, current[o, t] = |I|², end[o, t] = arriving · built(o), for each i
/// Relaxed     active² + reactive² = current · end to ≤, held by tangents, and to ≥ by the chord of its range (<see cref="FlowRange"/>); products with
///             built by the four planes around them; ratings by tangents. Every exact flow within limits obeys all rows.
/// Source      M. Farivar and S. H. Low, IEEE Trans. Power Syst. 28 (2013) 2554, doi:10.1109/TPWRS.2013.2255317.
/// Checked against: brute force over all sets of random feeders.
/// </remarks>
sealed partial class ReinforcementProgram
{
    const double YuanScale = 1e-3;

    readonly FeederModel _feeder;
    readonly Measure[] _measures;
    readonly int[] _hours;
    readonly int[] _lines;
    readonly FlowRange[] _ranges;
    readonly Variables _built;
    readonly Variables _square;
    readonly Variables _sending;
    readonly Variables _arriving;
    readonly Dictionary<int, BranchFlow> _flows = [];
    readonly ILookup<int, int> _children;
    int _round;

    /// <summary>Builds the programme.</summary>
    internal ReinforcementProgram(FeederModel feeder, Measure[] measures, int[] hours, double rate)
    {
        (_feeder, _measures, _hours) = (feeder, measures, hours);
        var n = feeder.Tree.Order.Length;
        _lines = [.. Enumerable.Range(0, n).Where(i => feeder.Tree.Parent[i] >= 0)];
        _children = _lines.ToLookup(i => feeder.Tree.Parent[i]);
        _ranges = [.. hours.Select(h => new FlowRange(feeder, h))];
        Model = new LinearModel("reinforcement");
        _built = Model.Variables("built", Members.Annual(measures.Length), 0, 1);
        _square = Model.Variables("square", n, hours.Length, (i, _) => feeder.Square(i).Low, (i, _) => feeder.Square(i).High);
        Members lines = new(n, hours.Length) { Where = (i, _) => feeder.Tree.Parent[i] >= 0 };
        _sending = Model.Variables("sending", lines, (i, _) => feeder.Sending(i).Low, (i, _) => feeder.Sending(i).High);
        _arriving = Model.Variables("arriving", lines, (i, _) => feeder.Arriving(i).Low, (i, _) => feeder.Arriving(i).High);
        OneAtABranch();
        Array.ForEach(_lines, Conductors);
        Array.ForEach(_lines, Ends);
        Array.ForEach(_lines, Drop);
        Array.ForEach(_lines, Balance);
        Array.ForEach(_lines, Spread);
        Model.Minimise("annuities", Members.Annual(measures.Length), (m, _) => measures[m].AnnualYuan(rate) * YuanScale * _built[m]);
    }

    internal LinearModel Model { get; }

    /// <summary>Lets measures be built or not only.</summary>
    internal void Integers() => _built.AsIntegers();

    /// <summary>The set of a point.</summary>
    internal bool[] Set(LinearSolution point) => [.. point.Values(_built).Select(z => z > 0.5)];

    /// <summary>An objective in yuan/a.</summary>
    internal static double Yuan(double objective) => objective / YuanScale;

    /// <summary>Σ not built of the set + Σ built of the others ≥ 1</summary>
    internal void Exclude(bool[] set, int number) => Model.Subject($"excluded_{number}", 1, _ =>
        Expression.Sum(set.Length, m => (set[m] ? -1 : 1) * _built[m]) >= 1 - set.Count(isIn => isIn));

    /// <summary>Σ annuity · built ≤ cost</summary>
    internal void Below(double yuan, double rate) => Model.Subject("below_known", 1, _ =>
        Expression.Sum(_measures.Length, m => _measures[m].AnnualYuan(rate) * YuanScale * _built[m]) <= yuan * YuanScale);

    /// <summary>Σ conductors of a branch ≤ 1; Σ regulators of a branch ≤ 1; Σ flexible computing of a bus ≤ 1; Σ schedules of one storage ≤ 1</summary>
    void OneAtABranch()
    {
        int[] choice = [.. _lines.Where(i => _feeder.NewConductors(i).Length > 1 || _feeder.Regulators(i).Length > 1)];
        Model.Subject("one_conductor", choice.Length, n => Expression.Sum(_feeder.NewConductors(choice[n]), m => 1 * _built[m]) <= 1);
        Model.Subject("one_regulator", choice.Length, n => Expression.Sum(_feeder.Regulators(choice[n]), m => 1 * _built[m]) <= 1);
        int[][] computing = [.. _lines.Select(i => _feeder.At(i).Where(m => _measures[m].Kind == MeasureKind.FlexibleCompute).ToArray()).Where(at => at.Length > 1)];
        Model.Subject("one_computing", computing.Length, n => Expression.Sum(computing[n], m => 1 * _built[m]) <= 1);
        int[][] schedules = [.. Enumerable.Range(0, _measures.Length).Where(m => _measures[m] is { Row: >= 0, Kind: MeasureKind.Storage }).GroupBy(m => _measures[m].Row).Select(row => row.ToArray())];
        Model.Subject("one_schedule", schedules.Length, n => Expression.Sum(schedules[n], m => 1 * _built[m]) <= 1);
    }

    /// <summary>Flows of each conductor within their range where it is built, else 0; Σ end(o) = arriving; current(o) · least V² ≤ the chord of active² + reactive²</summary>
    void Conductors(int i)
    {
        var (conductors, square) = (_feeder.Conductors(i), _feeder.Arriving(i));
        var isOnly = conductors.Length == 1;
        double Bound((double Low, double High)[] range, bool isHigh) => isHigh ? Math.Max(isOnly ? double.MinValue : 0, range[i].High) : Math.Min(isOnly ? double.MaxValue : 0, range[i].Low);
        Variables Flow(string name, Func<FlowRange, (double Low, double High)[]> range) => Model.Variables($"{name}_{i}", conductors.Length, _hours.Length,
            (_, t) => Bound(range(_ranges[t]), isHigh: false), (_, t) => Bound(range(_ranges[t]), isHigh: true));
        var flow = new BranchFlow(conductors, Flow("active", r => r.Active), Flow("reactive", r => r.Reactive),
            Model.Variables($"current_{i}", conductors.Length, _hours.Length, 0, (_, t) => _ranges[t].MostCurrent[i]), Model.Variables($"end_{i}", conductors.Length, _hours.Length, 0, square.High));
        _flows[i] = flow;
        if (!isOnly)
        {
            Within($"active_{i}", flow.Active, (i, t => _ranges[t].Active[i]));
            Within($"reactive_{i}", flow.Reactive, (i, t => _ranges[t].Reactive[i]));
            Within($"end_{i}", flow.End, (i, _ => square));
        }

        Model.Subject($"end_sum_{i}", 1, _hours.Length, (_, t) => Expression.Sum(conductors.Length, o => flow.End[o, t]) - _arriving[i, t] == 0);
        Model.Subject($"chord_{i}", conductors.Length, _hours.Length, (o, t) => (_ranges[t].Active[i], _ranges[t].Reactive[i]) is var ((pl, ph), (ql, qh))
            ? square.Low * flow.Current[o, t] - (pl + ph) * flow.Active[o, t] - (ql + qh) * flow.Reactive[o, t] + Built(i, o, pl * ph + ql * qh) <= Given(o, -(pl * ph + ql * qh)) : default);
    }

    /// <summary>low · built(o) ≤ variable(o) ≤ high · built(o)</summary>
    void Within(string name, Variables variables, (int Position, Func<int, (double Low, double High)> Range) of)
    {
        var options = _flows[of.Position].Conductors.Length;
        Model.Subject($"{name}_most", options, _hours.Length, (o, t) => of.Range(t).High is var high ? variables[o, t] + Built(of.Position, o, -high) <= Given(o, high) : default);
        Model.Subject($"{name}_least", options, _hours.Length, (o, t) => of.Range(t).Low is var low ? variables[o, t] + Built(of.Position, o, -low) >= Given(o, low) : default);
    }

    /// <summary>factor · built(o) but for its constant, which is <see cref="Given"/>: conductor 0 is built where none of the others is.</summary>
    Expression Built(int i, int o, double factor) => o == 0
        ? Expression.Sum(_feeder.NewConductors(i), m => -factor * _built[m]) : factor * _built[_feeder.NewConductors(i)[o - 1]];

    static double Given(int o, double constant) => o == 0 ? constant : 0;

    /// <summary>sending = gain · square(p), arriving = square, or the other way round; a regulator adds to the gain</summary>
    void Ends(int i)
    {
        var (isFromParent, regulators, bus) = (_feeder.IsFromParent(i), _feeder.Regulators(i), _feeder.IsFromParent(i) ? _feeder.Tree.Parent[i] : i);
        var raised = Product($"raised_{i}", regulators, bus);
        var (scaled, plain, other) = isFromParent ? (_sending, _arriving, i) : (_arriving, _sending, _feeder.Tree.Parent[i]);
        Model.Subject($"scaled_end_{i}", 1, _hours.Length, (_, t) => scaled[i, t] - _feeder.Gain(i) * _square[bus, t] - Expression.Sum(regulators.Length, n => _feeder.MoreGain(i, regulators[n]) * raised[n, t]) == 0);
        Model.Subject($"plain_end_{i}", 1, _hours.Length, (_, t) => plain[i, t] - _square[other, t] == 0);
    }

    /// <summary>product = square(bus) · built, as the four planes around it (G. P. McCormick, Math. Program. 10 (1976) 147)</summary>
    Variables Product(string name, int[] measures, int bus)
    {
        var (low, high) = _feeder.Square(bus);
        var product = Model.Variables(name, measures.Length, _hours.Length, 0, high);
        Model.Subject($"{name}_most", measures.Length, _hours.Length, (n, t) => product[n, t] - high * _built[measures[n]] <= 0);
        Model.Subject($"{name}_least", measures.Length, _hours.Length, (n, t) => product[n, t] - low * _built[measures[n]] >= 0);
        Model.Subject($"{name}_below", measures.Length, _hours.Length, (n, t) => product[n, t] - _square[bus, t] - low * _built[measures[n]] <= -low);
        Model.Subject($"{name}_above", measures.Length, _hours.Length, (n, t) => product[n, t] - _square[bus, t] - high * _built[measures[n]] >= -high);
        return product;
    }

    /// <summary>arriving = sending − Σ 2 (r active + x reactive) + (r² + x²) current</summary>
    void Drop(int i) => Model.Subject($"voltage_drop_{i}", 1, _hours.Length, (_, t) => _arriving[i, t] - _sending[i, t] + Expression.Sum(_flows[i].Conductors.Length, o => _flows[i].Drop(o, t)) == 0);

    /// <summary>Σ arriving = load + shunt + Σ what leaves for the buses behind, with losses and charging, less what measures give</summary>
    void Balance(int i)
    {
        int[] at = _feeder.At(i), capacitors = [.. at.Where(m => _feeder.Capacitor(m) > 0)];
        (int Line, int Conductor)[] leaving = [.. _children[i].SelectMany(c => Enumerable.Range(0, _flows[c].Conductors.Length).Select(o => (c, o)))];
        var ((g, b), options) = (_feeder.Shunt(i), _flows[i].Conductors.Length);
        var given = Product($"capacitor_{i}", capacitors, i);
        Model.Subject($"active_balance_{i}", 1, _hours.Length, (_, t) => Expression.Sum(options, o => 1 * _flows[i].Active[o, t]) - g * _square[i, t]
            - Expression.Sum(leaving.Length, n => _flows[leaving[n].Line].LeavingActive(leaving[n].Conductor, t))
            + Expression.Sum(at, m => _feeder.Added(m, _hours[t]).P * _built[m]) == _feeder.Load(i, _hours[t]).P);
        Model.Subject($"reactive_balance_{i}", 1, _hours.Length, (_, t) => Expression.Sum(options, o => 1 * _flows[i].Reactive[o, t]) + b * _square[i, t] + Expression.Sum(options, o => _flows[i].Conductors[o].Half * _flows[i].End[o, t])
            - Expression.Sum(leaving.Length, n => _flows[leaving[n].Line].LeavingReactive(leaving[n].Conductor, t))
            + Expression.Sum(capacitors.Length, n => _feeder.Capacitor(capacitors[n]) * given[n, t])
            + Expression.Sum(at, m => _feeder.Added(m, _hours[t]).Q * _built[m]) == _feeder.Load(i, _hours[t]).Q);
    }

    /// <summary>above + below ≤ limit; above ≥ chord of V − 1, below ≥ tangents of 1 − V, as functions of V²</summary>
    void Spread(int i)
    {
        if (!double.IsFinite(_feeder.Spread(i)))
        {
            return;
        }

        double[] tangents = [0.81, 0.9025, 1];
        var (high, sides) = (_feeder.Square(i).High, Model.Variables($"deviation_{i}", 2, 1, 0, _feeder.Spread(i)));
        var chord = high > 1 ? (Math.Sqrt(high) - 1) / (high - 1) : 0;
        Model.Subject($"above_{i}", 1, _hours.Length, (_, t) => sides[0, 0] - chord * _square[i, t] >= -chord);
        Model.Subject($"below_{i}", tangents.Length, _hours.Length, (n, t) => sides[1, 0] + 0.5 / Math.Sqrt(tangents[n]) * _square[i, t] >= 1 - Math.Sqrt(tangents[n]) / 2);
        Model.Subject($"deviations_{i}", 1, 1, (_, _) => sides[0, 0] + sides[1, 0] <= _feeder.Spread(i));
    }
}

/// <summary>Variables of a branch, one row a conductor.</summary>
sealed record BranchFlow(BranchConductor[] Conductors, Variables Active, Variables Reactive, Variables Current, Variables End)
{
    /// <summary>2 (r active + x reactive) + (r² + x²) current</summary>
    internal Expression Drop(int o, int t) => Conductors[o] is var (r, x, _, _) ? 2 * r * Active[o, t] + 2 * x * Reactive[o, t] + (r * r + x * x) * Current[o, t] : default;

    /// <summary>active + r current</summary>
    internal Expression LeavingActive(int o, int t) => Active[o, t] + Conductors[o].R * Current[o, t];

    /// <summary>reactive + x current − half · V² at the end nearer to the slack, which is end + drop</summary>
    internal Expression LeavingReactive(int o, int t) => Reactive[o, t] + Conductors[o].X * Current[o, t] - Conductors[o].Half * End[o, t] - Conductors[o].Half * Drop(o, t);
}
