using Suandian.Optimisation;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Switching;

/// <summary>A mixed-integer programme whose optimum is a lower bound of the loss of every radial state within limits.</summary>
/// <remarks>
/// Sets        b buses, a arcs (branches that may be closed), ends 0 = from, behind the ideal transformer, and 1 = to
/// Parameters  r, x, half charging h; G, B shunts; P, Q loads, on the sum of all loads as power base
/// Variables   closed[a] ∈ {0, 1}; parent[a, 0 | 1] the from or to bus is the parent; square[b] = V²; end_square[a, end] = V² · closed;
///             active[a], reactive[a] into the series impedance at the from end; current[a] = |I|²
/// Relaxed     active² + reactive² = current · end_square[a, 0] to ≤, held by tangents (<see cref="Cut"/>); the angles
/// Source      J. A. Taylor and F. S. Hover, IEEE Trans. Power Syst. 27 (2012) 1407, doi:10.1109/TPWRS.2011.2182627;
///             R. A. Jabr, R. Singh, B. C. Pal, ibid. 1106, doi:10.1109/TPWRS.2012.2182626.
/// The product V² · closed in the cone in place of V² makes it tight between open and closed.
/// </remarks>
sealed class SwitchingProgram
{
    readonly SwitchableGrid _grid;
    readonly GridBranches _branches;
    readonly int[] _buses;
    readonly double _base;
    readonly double _mostFlow;
    readonly bool _onlyLoads;
    readonly Variables _closed;
    readonly Variables _parent;
    readonly Variables _square;
    readonly Variables _endSquare;
    readonly Variables _active;
    readonly Variables _reactive;
    readonly Variables _current;

    /// <summary>Builds the programme for states that lose no more than one that is known.</summary>
    internal SwitchingProgram(SwitchableGrid grid, double knownLossMw)
    {
        (_grid, _branches) = (grid, grid.Grid.Branches);
        _buses = [.. Enumerable.Range(0, grid.NodeOf.Length).Where(b => grid.NodeOf[b] >= 0)];
        double[] p = [.. _buses.Select(NetMw)], q = [.. _buses.Select(NetMvar)];
        _base = Math.Max(1e-6, Math.Max(p.Sum(Math.Abs), q.Sum(Math.Abs)));
        _onlyLoads = _buses.All(b => grid.NodeOf[b] == 0 || (NetMw(b) >= 0 && grid.Grid.Buses.ShuntMw[b] >= 0));
        (Known, _mostFlow) = (knownLossMw / _base, MostFlow(p, q, knownLossMw / _base));
        var (arcs, buses) = (grid.Branch.Length, grid.Grid.Buses);
        Model = new LinearModel(grid.Grid.Name);
        _closed = Model.Variables("closed", arcs, 1, (a, _) => grid.CanOpen[a] ? 0 : 1, (_, _) => 1);
        _parent = Model.Variables("parent", arcs, 2, 0, 1);
        _square = Model.Variables("square", new Members(buses.Count, 1) { Where = (b, _) => grid.NodeOf[b] >= 0 }, (b, _) => Square(b).Low, (b, _) => Square(b).High);
        _endSquare = Model.Variables("end_square", arcs, 2, (_, _) => 0, (a, end) => Scale(a, end) * Square(Bus(a, end)).High);
        _active = Model.Variables("active", arcs, 1, -_mostFlow, _mostFlow);
        _reactive = Model.Variables("reactive", arcs, 1, -_mostFlow, _mostFlow);
        _current = Model.Variables("current", arcs, 1, 0, (a, _) => MostCurrent(a));
        Trees();
        Ends();
        Drops();
        Balances();
        Flows();
        Model.Minimise("loss", arcs, 1, (a, _) => R(a) * _current[a, 0]);
    }

    internal LinearModel Model { get; }

    /// <summary>Loss of the state that is known, on the base of the programme.</summary>
    internal double Known { get; }

    /// <summary>A loss of the programme in MW.</summary>
    internal double Mw(double loss) => loss * _base;

    /// <summary>Lets arcs be open or closed only.</summary>
    internal void Integers() => _closed.AsIntegers();

    /// <summary>The arcs that are closed at a point.</summary>
    internal bool[] Closed(LinearSolution point) => [.. point.Values(_closed).Select(z => z > 0.5)];

    /// <summary>2 u₁ active(a) + 2 u₂ reactive(a) + (u₃ − 1) current(a) − (u₃ + 1) end_square(a, 0) ≤ 0 where the point breaks the cone, and the tangents of ratings it breaks</summary>
    /// <returns>How many rows were added, and the largest violation.</returns>
    internal (int Count, double Worst) Cut(LinearSolution point, int round, double tolerance)
    {
        double[] p = point.Values(_active), q = point.Values(_reactive), l = point.Values(_current), w = point.Values(_endSquare), z = point.Values(_closed);
        (double X, double Y, double Z, double Length) Cone(int a) =>
            (2 * p[a], 2 * q[a], l[a] - w[2 * a]) is var (x, y, t) ? (x, y, t, Math.Sqrt(x * x + y * y + t * t)) : default;
        double Excess(int a) => Cone(a).Length - l[a] - w[2 * a];
        (int Arc, double X, double Y, double Z)[] cuts = [.. Enumerable.Range(0, p.Length).Where(a => Excess(a) > tolerance).Select(a => Cone(a) is var c ? (a, c.X / c.Length, c.Y / c.Length, c.Z / c.Length) : default)];
        Tangents(cuts, round);
        double Over(int a) => Rating(a) is > 0 and var rating ? double.Hypot(p[a], q[a] - H(a) * w[2 * a]) - rating * z[a] : 0;
        (int Arc, double Cos, double Sin)[] ratings = [.. Enumerable.Range(0, p.Length).Where(a => Over(a) > tolerance)
            .Select(a => Math.SinCos(Math.Atan2(q[a] - H(a) * w[2 * a], p[a])) is var (sin, cos) ? (a, cos, sin) : default)];
        Model.Subject($"rating_tangent_{round}", ratings.Length, 1, (n, _) => ratings[n].Cos * _active[ratings[n].Arc, 0] + ratings[n].Sin * _reactive[ratings[n].Arc, 0]
            - ratings[n].Sin * H(ratings[n].Arc) * _endSquare[ratings[n].Arc, 0] - Rating(ratings[n].Arc) * _closed[ratings[n].Arc, 0] <= 0);
        return (cuts.Length + ratings.Length, Enumerable.Range(0, p.Length).Select(a => Math.Max(Excess(a), Over(a))).DefaultIfEmpty().Max());
    }

    /// <summary>Tangents of the cone at flows that are known, those that hardly differ once.</summary>
    internal void CutAt(IEnumerable<ArcFlow> flows)
    {
        const double apart = 0.01;
        var scale = _base / _grid.Grid.BaseMva;
        (int Arc, double X, double Y, double Z)[] cuts = [.. flows.Select(f => (f.Arc, X: 2 * f.Active / scale, Y: 2 * f.Reactive / scale, Z: f.CurrentSquare / (scale * scale) - f.VoltageSquare))
            .Select(v => (v.Arc, v.X, v.Y, v.Z, Length: Math.Sqrt(v.X * v.X + v.Y * v.Y + v.Z * v.Z))).Where(v => v.Length > 0)
            .Select(v => (v.Arc, v.X / v.Length, v.Y / v.Length, v.Z / v.Length)).DistinctBy(v => (v.Arc, Math.Round(v.Item2 / apart), Math.Round(v.Item3 / apart)))];
        Tangents(cuts, round: 0);
    }

    void Tangents((int Arc, double X, double Y, double Z)[] cuts, int round) => Model.Subject($"cone_tangent_{round}", cuts.Length, 1, (n, _) =>
        2 * cuts[n].X * _active[cuts[n].Arc, 0] + 2 * cuts[n].Y * _reactive[cuts[n].Arc, 0]
        + (cuts[n].Z - 1) * _current[cuts[n].Arc, 0] - (cuts[n].Z + 1) * _endSquare[cuts[n].Arc, 0] <= 0);

    /// <summary>parent(a, 0) + parent(a, 1) = closed(a); Σ parents of b = 1, of a slack 0; a unit for every bus flows from the slacks where a part without load could be left out</summary>
    void Trees()
    {
        var arcs = _grid.Branch.Length;
        Model.Subject("one_parent_of_arc", arcs, 1, (a, _) => _parent[a, 0] + _parent[a, 1] - _closed[a, 0] == 0);
        Model.Subject("one_parent_of_bus", _buses.Length, 1, (i, _) => Expression.Sum(ArcsAt(_buses[i]), ends => _parent[ends / 2, 1 - ends % 2])
            == (_grid.NodeOf[_buses[i]] == 0 ? 0 : 1));
        if (_buses.All(b => _grid.NodeOf[b] == 0 || NetMw(b) > 0))
        {
            return;
        }

        var most = _grid.Nodes - 1;
        int[] fed = [.. _buses.Where(b => _grid.NodeOf[b] > 0)];
        var unit = Model.Variables("unit", arcs, 1, -most, most);
        Model.Subject("unit_forward", arcs, 1, (a, _) => unit[a, 0] - most * _parent[a, 0] <= 0);
        Model.Subject("unit_backward", arcs, 1, (a, _) => unit[a, 0] + most * _parent[a, 1] >= 0);
        Model.Subject("unit_balance", fed.Length, 1, (i, _) => Expression.Sum(ArcsAt(fed[i]), ends => (ends % 2 == 0 ? -1 : 1) * unit[ends / 2, 0]) == 1);
    }

    /// <summary>end_square(a, end) = scale · square(bus) · closed(a), as the four planes around the product (G. P. McCormick, Math. Program. 10 (1976) 147)</summary>
    void Ends()
    {
        var arcs = _grid.Branch.Length;
        Model.Subject("end_square_most", arcs, 2, (a, end) => _endSquare[a, end] - Scale(a, end) * Square(Bus(a, end)).High * _closed[a, 0] <= 0);
        Model.Subject("end_square_least", arcs, 2, (a, end) => _endSquare[a, end] - Scale(a, end) * Square(Bus(a, end)).Low * _closed[a, 0] >= 0);
        Model.Subject("end_square_below", arcs, 2, (a, end) => _endSquare[a, end] - Scale(a, end) * _square[Bus(a, end), 0]
            - Scale(a, end) * Square(Bus(a, end)).Low * _closed[a, 0] <= -Scale(a, end) * Square(Bus(a, end)).Low);
        Model.Subject("end_square_above", arcs, 2, (a, end) => _endSquare[a, end] - Scale(a, end) * _square[Bus(a, end), 0]
            - Scale(a, end) * Square(Bus(a, end)).High * _closed[a, 0] >= -Scale(a, end) * Square(Bus(a, end)).High);
    }

    /// <summary>end_square(a, 1) = end_square(a, 0) − 2 (r active(a) + x reactive(a)) + (r² + x²) current(a)</summary>
    void Drops() => Model.Subject("voltage_drop", _grid.Branch.Length, 1, (a, _) => _endSquare[a, 1] - _endSquare[a, 0]
        + 2 * R(a) * _active[a, 0] + 2 * X(a) * _reactive[a, 0] - (R(a) * R(a) + X(a) * X(a)) * _current[a, 0] == 0);

    /// <summary>Σ arriving (active − r current) − Σ leaving active = load + G square; reactive alike, with the charging of both ends</summary>
    void Balances()
    {
        int[] fed = [.. _buses.Where(b => _grid.NodeOf[b] > 0)];
        Model.Subject("active_balance", fed.Length, 1, (i, _) => Expression.Sum(ArcsAt(fed[i]), ends => ends % 2 == 0
            ? -1 * _active[ends / 2, 0] : _active[ends / 2, 0] - R(ends / 2) * _current[ends / 2, 0])
            - _grid.Grid.Buses.ShuntMw[fed[i]] / _base * _square[fed[i], 0] == NetMw(fed[i]) / _base);
        Model.Subject("reactive_balance", fed.Length, 1, (i, _) => Expression.Sum(ArcsAt(fed[i]), ends => ends % 2 == 0
            ? -1 * _reactive[ends / 2, 0] + H(ends / 2) * _endSquare[ends / 2, 0]
            : _reactive[ends / 2, 0] - X(ends / 2) * _current[ends / 2, 0] + H(ends / 2) * _endSquare[ends / 2, 1])
            + _grid.Grid.Buses.ShuntMvar[fed[i]] / _base * _square[fed[i], 0] == NetMvar(fed[i]) / _base);
    }

    /// <summary>No flow or current where open; active power only away from the slacks where there are loads only; loss(closed) ≤ the known loss</summary>
    void Flows()
    {
        var arcs = _grid.Branch.Length;
        Model.Subject("active_most", arcs, 1, (a, _) => _active[a, 0] - MostActive(a) * (_onlyLoads ? _parent[a, 0] : _closed[a, 0]) <= 0);
        Model.Subject("active_least", arcs, 1, (a, _) => _active[a, 0] + MostActive(a) * (_onlyLoads ? _parent[a, 1] : _closed[a, 0]) >= 0);
        Model.Subject("reactive_most", arcs, 1, (a, _) => _reactive[a, 0] - _mostFlow * _closed[a, 0] <= 0);
        Model.Subject("reactive_least", arcs, 1, (a, _) => _reactive[a, 0] + _mostFlow * _closed[a, 0] >= 0);
        Model.Subject("current_most", arcs, 1, (a, _) => _current[a, 0] - MostCurrent(a) * _closed[a, 0] <= 0);
        Model.Subject("known_loss", 1, 1, (_, _) => Expression.Sum(arcs, a => R(a) * _current[a, 0]) <= Known * (1 + 1e-6));
    }

    /// <summary>Arcs at a bus: 2 · arc where the bus is its from end, 2 · arc + 1 where it is its to end.</summary>
    int[] ArcsAt(int bus) => [.. Enumerable.Range(0, 2 * _grid.Branch.Length).Where(ends => Bus(ends / 2, ends % 2) == bus)];

    /// <summary>More than any power of a branch in a state that loses no more than the known one.</summary>
    double MostFlow(double[] p, double[] q, double known)
    {
        var arcs = Enumerable.Range(0, _grid.Branch.Length);
        var (shunts, powers) = (_grid.Grid.Buses, p.Sum(Math.Abs) / _base + q.Sum(Math.Abs) / _base + known);
        powers += _buses.Sum(b => (Math.Abs(shunts.ShuntMw[b]) + Math.Abs(shunts.ShuntMvar[b])) / _base * Square(b).High) + arcs.Sum(a => 2 * Math.Abs(H(a)) * Square(Bus(a, 1)).High);
        var resistive = arcs.Where(a => R(a) > 0).Select(a => Math.Abs(X(a)) / R(a)).DefaultIfEmpty().Max() * known;
        var reactive = arcs.Where(a => R(a) <= 0).Sum(a => Math.Abs(X(a)) * 4 * powers * powers / (Scale(a, 0) * Square(Bus(a, 0)).Low));
        return powers + resistive + reactive;
    }

    double MostCurrent(int a)
    {
        var bySquare = 2 * _mostFlow * _mostFlow / (Scale(a, 0) * Square(Bus(a, 0)).Low);
        return R(a) > 0 ? Math.Min(bySquare, Known * (1 + 1e-6) / R(a)) : bySquare;
    }

    double MostActive(int a) => Rating(a) is > 0 and var rating ? Math.Min(rating, _mostFlow) : _mostFlow;

    (double Low, double High) Square(int bus) => _grid.NodeOf[bus] == 0
        ? (_grid.Roles.SetpointPu[bus] * _grid.Roles.SetpointPu[bus], _grid.Roles.SetpointPu[bus] * _grid.Roles.SetpointPu[bus])
        : (_grid.Grid.Buses.MinVoltagePu[bus] * _grid.Grid.Buses.MinVoltagePu[bus], _grid.Grid.Buses.MaxVoltagePu[bus] * _grid.Grid.Buses.MaxVoltagePu[bus]);

    double NetMw(int b) => _grid.NodeOf[b] == 0 ? 0 : _grid.Grid.Buses.LoadMw[b] - _grid.Roles.GeneratorsAt[b].Sum(g => _grid.Grid.Generators.PowerMw[g]);

    double NetMvar(int b) => _grid.NodeOf[b] == 0 ? 0 : _grid.Grid.Buses.LoadMvar[b] - _grid.Roles.GeneratorsAt[b].Sum(g => _grid.Grid.Generators.PowerMvar[g]);

    int Bus(int a, int end) => end == 0 ? _branches.From[_grid.Branch[a]] : _branches.To[_grid.Branch[a]];

    double Scale(int a, int end) => end == 1 ? 1 : 1 / (_branches.Tap(_grid.Branch[a]) * _branches.Tap(_grid.Branch[a]));

    double R(int a) => _branches.ResistancePu[_grid.Branch[a]] * _base / _grid.Grid.BaseMva;

    double X(int a) => _branches.ReactancePu[_grid.Branch[a]] * _base / _grid.Grid.BaseMva;

    double H(int a) => _branches.ChargingPu[_grid.Branch[a]] / 2 * _grid.Grid.BaseMva / _base;

    double Rating(int a) => _branches.RatingMva[_grid.Branch[a]] / _base;
}
