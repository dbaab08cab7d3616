using Suandian.Optimisation;
using Suandian.PowerFlow;

namespace Suandian.OptimalFlow.Relaxation;

/// <summary>A convex relaxation of the AC optimal flow as a linear programme that tangents make tight.</summary>
/// <remarks>
/// Sets        b buses, p pairs of buses (i, j) joined by branches, k branches in service, e outputs (active and reactive)
/// Variables   square[b] = V²; cosine[p] = Vi Vj cos(θi − θj), sine[p] = Vi Vj sin(θi − θj); end_active[k, end], end_reactive[k, end];
///             output[e]; output_cost[e] [money/h] where the cost is not linear. Powers in pu
/// Relaxed     cosine² + sine² = square[i] · square[j] to ≤; that the angles sum to zero around loops is left out
/// Tangents    of that cone: 2 u₁ cosine + 2 u₂ sine + u₃ (square[i] − square[j]) ≤ square[i] + square[j] for a unit vector u;
///             of the rating: cos α · active + sin α · reactive ≤ rating; of squares of costs
/// Every tangent holds at every operating point, so each optimum and each dual bound is a lower bound of the AC cost.
/// Source: R. A. Jabr, IEEE Trans. Power Syst. 21 (2006) 1458, doi:10.1109/TPWRS.2006.879234; C. Coffrin, H. L. Hijazi, P. Van Hentenryck,
/// IEEE Trans. Power Syst. 31 (2016) 3008, doi:10.1109/TPWRS.2015.2463111.
/// </remarks>
sealed class ConeProgram
{
    readonly PowerGrid _grid;
    readonly FlowRoles _roles;
    readonly int[] _buses;
    readonly (int Generator, int Row, OutputCost Cost, double Low, double High)[] _outputs;
    readonly Variables _square;
    readonly Variables _cosine;
    readonly Variables _sine;
    readonly Variables _active;
    readonly Variables _reactive;
    readonly Variables _output;
    readonly Variables _outputCost;
    readonly PairLimits _limits;

    internal ConeProgram(PowerGrid grid)
    {
        (_grid, _roles) = (grid, new FlowRoles(grid));
        _buses = [.. Enumerable.Range(0, grid.Buses.Count).Where(b => _roles.Kind[b] != GridBusKind.Isolated)];
        _limits = new PairLimits(grid, _roles.Used);
        (Pairs, PairOf) = (_limits.Pairs, _limits.PairOf);
        _outputs = [.. AllOutputs()];
        Model = new LinearModel(grid.Name);
        _square = Model.Variables("square", new Members(grid.Buses.Count, 1) { Where = (b, _) => _roles.Kind[b] != GridBusKind.Isolated },
            (b, _) => Math.Pow(grid.Buses.MinVoltagePu[b], 2), (b, _) => Math.Pow(grid.Buses.MaxVoltagePu[b], 2));
        _cosine = Model.Variables("cosine", Pairs.Length, 1, (p, _) => _limits.Cosine(p).Low, (p, _) => _limits.Cosine(p).High);
        _sine = Model.Variables("sine", Pairs.Length, 1, (p, _) => _limits.Sine(p).Low, (p, _) => _limits.Sine(p).High);
        _active = Model.Variables("end_active", Used.Length, 2, (q, _) => -Rating(q), (q, _) => Rating(q));
        _reactive = Model.Variables("end_reactive", Used.Length, 2, (q, _) => -Rating(q), (q, _) => Rating(q));
        _output = Model.Variables("output", _outputs.Length, 1, (e, _) => _outputs[e].Low, (e, _) => _outputs[e].High);
        _outputCost = Model.Variables("output_cost", Members.Annual(_outputs.Length) with { Where = (e, _) => !IsLinear(e) }, double.NegativeInfinity, double.PositiveInfinity);
        EndPowers();
        Balances();
        Angles();
        LinesOfCost();
        Model.Minimise("generation", _outputs.Length, 1, (e, _) => IsLinear(e)
            ? _outputs[e].Cost.Constant + _outputs[e].Cost.Linear * grid.BaseMva * _output[e, 0] : 1 * _outputCost[e, 0]);
    }

    internal LinearModel Model { get; }

    /// <summary>Buses that branches join, each pair once.</summary>
    internal (int I, int J)[] Pairs { get; }

    /// <summary>Pair of each branch in service.</summary>
    internal int[] PairOf { get; }

    internal int[] Used => _roles.Used;

    internal double Rating(int q) => _grid.Branches.RatingMva[Used[q]] is > 0 and var rating ? rating / _grid.BaseMva : double.PositiveInfinity;

    /// <summary>Adds tangents where a point breaks a cone, a rating or a square of a cost.</summary>
    /// <returns>How many, and the largest violation, pu.</returns>
    internal (int Count, double Worst) Cut(LinearSolution point, int round, double tolerance)
    {
        double[] w = point.Values(_square), c = point.Values(_cosine), s = point.Values(_sine), p = point.Values(_active), q = point.Values(_reactive);
        (double X, double Y, double Z)[] cones = [.. Pairs.Select((pair, k) => (2 * c[k], 2 * s[k], w[pair.I] - w[pair.J]))];
        double Excess(int k) => Length(cones[k]) - w[Pairs[k].I] - w[Pairs[k].J];
        double Over(int k) => double.Hypot(p[k], q[k]) - Rating(k / 2);
        var before = Model.RowCount;
        Cones(Enumerable.Range(0, Pairs.Length).Where(k => Excess(k) > tolerance), k => cones[k], round);
        Ratings(Enumerable.Range(0, p.Length).Where(k => Over(k) > tolerance), k => Math.Atan2(q[k], p[k]), round);
        var costs = CostTangents(point, round, tolerance);
        return (Model.RowCount - before, Math.Max(costs, Math.Max(Enumerable.Range(0, Pairs.Length).Select(Excess).DefaultIfEmpty().Max(), Enumerable.Range(0, p.Length).Select(Over).DefaultIfEmpty().Max())));
    }

    /// <summary>Tangents at the voltages and flows of an operating point.</summary>
    internal int CutAt(OptimalFlowSolution near)
    {
        var before = Model.RowCount;
        Cones(Enumerable.Range(0, Pairs.Length), k =>
        {
            double vi = near.VoltagePu[Pairs[k].I], vj = near.VoltagePu[Pairs[k].J];
            var (sin, cos) = Math.SinCos((near.AngleDeg[Pairs[k].I] - near.AngleDeg[Pairs[k].J]) * (Math.PI / 180));
            return (2 * vi * vj * cos, 2 * vi * vj * sin, vi * vi - vj * vj);
        }, round: 0);
        Ratings(Enumerable.Range(0, 2 * Used.Length).Where(k => double.IsFinite(Rating(k / 2))), k => Used[k / 2] is var b && k % 2 == 0
            ? Math.Atan2(near.FromMvar[b], near.FromMw[b]) : Math.Atan2(near.ToMvar[b], near.ToMw[b]), round: 0);
        return Model.RowCount - before;
    }

    /// <summary>2 u₁ cosine(p) + 2 u₂ sine(p) + u₃ (square(i) − square(j)) ≤ square(i) + square(j)</summary>
    void Cones(IEnumerable<int> at, Func<int, (double X, double Y, double Z)> direction, int round)
    {
        (int Pair, double X, double Y, double Z)[] cuts = [.. at.Select(k => (k, direction(k), Length(direction(k)))).Select(cut => (cut.k, cut.Item2.X / cut.Item3, cut.Item2.Y / cut.Item3, cut.Item2.Z / cut.Item3))];
        Model.Subject($"cone_tangent_{round}", cuts.Length, 1, (n, _) => 2 * cuts[n].X * _cosine[cuts[n].Pair, 0] + 2 * cuts[n].Y * _sine[cuts[n].Pair, 0]
            + (cuts[n].Z - 1) * _square[Pairs[cuts[n].Pair].I, 0] - (cuts[n].Z + 1) * _square[Pairs[cuts[n].Pair].J, 0] <= 0);
    }

    /// <summary>cos α · active(k, end) + sin α · reactive(k, end) ≤ rating(k)</summary>
    void Ratings(IEnumerable<int> at, Func<int, double> angle, int round)
    {
        (int Place, double Cos, double Sin)[] cuts = [.. at.Select(k => Math.SinCos(angle(k)) is var (sin, cos) ? (k, cos, sin) : default)];
        Model.Subject($"rating_tangent_{round}", cuts.Length, 1, (n, _) => cuts[n].Cos * _active[cuts[n].Place / 2, cuts[n].Place % 2]
            + cuts[n].Sin * _reactive[cuts[n].Place / 2, cuts[n].Place % 2] <= Rating(cuts[n].Place / 2));
    }

    /// <summary>output_cost(e) ≥ tangent of the square at the output of the point</summary>
    double CostTangents(LinearSolution point, int round, double tolerance)
    {
        var (output, cost) = (point.Values(_output), point.Values(_outputCost));
        double Under(int e) => IsLinear(e) || _outputs[e].Cost.Square == 0 ? 0 : (_outputs[e].Cost.At(output[e] * _grid.BaseMva) - cost[e]) / Math.Max(1, Math.Abs(cost[e]));
        int[] at = [.. Enumerable.Range(0, _outputs.Length).Where(e => Under(e) > tolerance)];
        Tangents($"cost_tangent_{round}", [.. at.Select(e => (e, output[e]))]);
        return Enumerable.Range(0, _outputs.Length).Select(Under).DefaultIfEmpty().Max();
    }

    void Tangents(string name, (int Output, double At)[] points) =>
        Model.Subject(name, points.Length, 1, (n, _) => (_outputs[points[n].Output].Cost, points[n].At * _grid.BaseMva) is var (cost, mw)
            ? _outputCost[points[n].Output, 0] - (cost.Linear + 2 * cost.Square * mw) * _grid.BaseMva * _output[points[n].Output, 0] >= cost.Constant - cost.Square * mw * mw
            : default);

    /// <summary>end powers(k) as the two-port gives them by square, cosine and sine</summary>
    void EndPowers()
    {
        var ports = BranchTwoPorts.Of(_grid, Used);
        var rows = new ConeRows(_grid.Branches, ports, _limits);
        Model.Subject("end_active_by_voltage", Used.Length, 2, (q, end) => rows.Active(Used[q], end) is var (own, c, s)
            ? _active[q, end] - own * _square[End(q, end), 0] - c * _cosine[PairOf[q], 0] - s * rows.Sign(Used[q], q) * _sine[PairOf[q], 0] == 0 : default);
        Model.Subject("end_reactive_by_voltage", Used.Length, 2, (q, end) => rows.Reactive(Used[q], end) is var (own, c, s)
            ? _reactive[q, end] - own * _square[End(q, end), 0] - c * _cosine[PairOf[q], 0] - s * rows.Sign(Used[q], q) * _sine[PairOf[q], 0] == 0 : default);
    }

    int End(int q, int end) => end == 0 ? _grid.Branches.From[Used[q]] : _grid.Branches.To[Used[q]];

    /// <summary>Σ output(e at b) − Σ end power(at b) − shunt(b) · square(b) = load(b), active and reactive</summary>
    void Balances()
    {
        var ends = Enumerable.Range(0, 2 * Used.Length).ToLookup(k => End(k / 2, k % 2));
        var outputs = Enumerable.Range(0, _outputs.Length).ToLookup(e => (_grid.Generators.Bus[_outputs[e].Generator], _outputs[e].Row));
        foreach (var (name, row, flow, load, shunt) in ((string, int, Variables, double[], double[])[])
            [("active_balance", 0, _active, _grid.Buses.LoadMw, _grid.Buses.ShuntMw), ("reactive_balance", 1, _reactive, _grid.Buses.LoadMvar, [.. _grid.Buses.ShuntMvar.Select(q => -q)])])
        {
            (int[] Outputs, int[] Ends)[] at = [.. _buses.Select(b => (outputs[(b, row)].ToArray(), ends[b].ToArray()))];
            Model.Subject(name, _buses.Length, 1, (i, _) => Expression.Sum(at[i].Outputs, _output, 0) - Expression.Sum(at[i].Ends, k => flow[k / 2, k % 2])
                - shunt[_buses[i]] / _grid.BaseMva * _square[_buses[i], 0] == load[_buses[i]] / _grid.BaseMva);
        }
    }

    /// <summary>tan(low(p)) · cosine(p) ≤ sine(p) ≤ tan(high(p)) · cosine(p), where both limits lie within ±90°</summary>
    void Angles()
    {
        var members = new Members(Pairs.Length, 1) { Where = (p, _) => _limits.IsAcute(p) };
        Model.Subject("angle_low", members, (p, _) => _sine[p, 0] - Math.Tan(_limits.Angle(p).Low) * _cosine[p, 0] >= 0);
        Model.Subject("angle_high", members, (p, _) => _sine[p, 0] - Math.Tan(_limits.Angle(p).High) * _cosine[p, 0] <= 0);
    }

    /// <summary>output_cost(e) ≥ each line of the cost; three tangents of a square to begin with</summary>
    void LinesOfCost()
    {
        (int E, (double Slope, double AtZero) Line)[] lines = [.. _outputs.SelectMany((output, e) => output.Cost.Lines.Select(line => (e, line)))];
        Model.Subject("output_cost_line", lines.Length, 1, (n, _) => _outputCost[lines[n].E, 0] - lines[n].Line.Slope * _grid.BaseMva * _output[lines[n].E, 0] >= lines[n].Line.AtZero);
        Tangents("cost_tangent", [.. Enumerable.Range(0, _outputs.Length).Where(e => _outputs[e].Cost.Square > 0)
            .SelectMany(e => new[] { _outputs[e].Low, _outputs[e].High, (_outputs[e].Low + _outputs[e].High) / 2 }.Where(double.IsFinite).Append(0).Select(at => (e, at)))]);
    }

    bool IsLinear(int e) => _outputs[e].Cost is { Square: 0, Lines.Length: 0 };

    IEnumerable<(int, int, OutputCost, double, double)> AllOutputs()
    {
        var generators = _grid.Generators;
        foreach (var g in Enumerable.Range(0, generators.Count).Where(g => generators.InService[g] && _roles.Kind[generators.Bus[g]] != GridBusKind.Isolated))
        {
            yield return (g, 0, OutputCost.Of(generators.Costs[g])!, generators.MinMw[g] / _grid.BaseMva, generators.MaxMw[g] / _grid.BaseMva);
            yield return (g, 1, generators.ReactiveCosts.Length > 0 ? OutputCost.Of(generators.ReactiveCosts[g])! : OutputCost.Nothing,
                generators.MinMvar[g] / _grid.BaseMva, generators.MaxMvar[g] / _grid.BaseMva);
        }
    }

    static double Length((double X, double Y, double Z) v) => Math.Sqrt(v.X * v.X + v.Y * v.Y + v.Z * v.Z);
}
