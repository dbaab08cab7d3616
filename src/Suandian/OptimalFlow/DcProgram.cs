using Suandian.Optimisation;
using Suandian.PowerFlow;

namespace Suandian.OptimalFlow;

/// <summary>DC optimal flow with linear costs as a linear programme.</summary>
/// <remarks>
/// Sets        b ∈ B buses, k ∈ K branches in service, g ∈ G generators in service
/// Parameters  B[k] susceptance [MW/rad], shift[k] [rad], rating[k] [MVA], load[b] with shunt conductance [MW]
/// Variables   generator_power[g] [MW]; generator_cost[g] [money/h] where the cost has several lines; branch_flow[k] [MW]; bus_angle[b] [rad]
/// Source      R. D. Zimmerman, C. E. Murillo-Sánchez, MATPOWER User's Manual, sections 3.7 and 6.2
/// The dual of bus_balance is the price of a MWh at the bus; the reduced cost of branch_flow that of its rating.
/// </remarks>
sealed class DcProgram
{
    readonly PowerGrid _grid;
    readonly FlowRoles _roles;
    readonly int[] _generators;
    readonly int[] _islandBuses;
    readonly OutputCost[] _costs;
    readonly LinearModel _model;
    readonly Variables _power;
    readonly Variables _lineCost;
    readonly Variables _flow;
    readonly Variables _angle;
    readonly Constraints _balance;

    internal DcProgram(PowerGrid grid, DcForm form)
    {
        (_grid, _roles) = (grid, new FlowRoles(grid));
        var (generators, branches, used) = (grid.Generators, grid.Branches, _roles.Used);
        _generators = [.. Enumerable.Range(0, generators.Count).Where(g => generators.InService[g] && _roles.Kind[generators.Bus[g]] != GridBusKind.Isolated)];
        _islandBuses = [.. Enumerable.Range(0, grid.Buses.Count).Where(b => _roles.Kind[b] != GridBusKind.Isolated)];
        _costs = [.. _generators.Select(g => OutputCost.Of(generators.Costs[g])!)];
        _model = new LinearModel(grid.Name);
        _power = _model.Variables("generator_power", _generators.Length, 1, (g, _) => generators.MinMw[_generators[g]], (g, _) => generators.MaxMw[_generators[g]]);
        _lineCost = _model.Variables("generator_cost", Members.Annual(_generators.Length) with { Where = (g, _) => _costs[g].Lines.Length > 0 }, double.NegativeInfinity, double.PositiveInfinity);
        _flow = _model.Variables("branch_flow", used.Length, 1, (q, _) => -Rating(used[q]), (q, _) => Rating(used[q]));
        _angle = _model.Variables("bus_angle", grid.Buses.Count, 1, (b, _) => Reference(b, double.NegativeInfinity), (b, _) => Reference(b, double.PositiveInfinity));
        double[] susceptance = [.. used.Select(k => DcFlow.Susceptance(grid, k, form) * grid.BaseMva)];
        _balance = Balance();
        FlowByAngle(susceptance);
        AngleDifference();
        LinesOfCost();
        _model.Minimise("generation", _generators.Length, 1, (g, _) => _costs[g].Lines.Length > 0 ? 1 * _lineCost[g, 0] : _costs[g].Constant + _costs[g].Linear * _power[g, 0]);
    }

    /// <summary>True where no cost has a square.</summary>
    internal static bool IsLinear(PowerGrid grid) =>
        !grid.Generators.Costs.Where((cost, g) => grid.Generators.InService[g] && OutputCost.Of(cost) is { Square: > 0 }).Any();

    /// <summary>Σ power(g at b) − Σ flow(from b) + Σ flow(to b) = load(b) + shunt(b)</summary>
    Constraints Balance()
    {
        var (buses, used) = (_grid.Buses, _roles.Used);
        var machines = At(_generators.Select(g => _grid.Generators.Bus[g]));
        var leaving = At(used.Select(k => _grid.Branches.From[k]));
        var coming = At(used.Select(k => _grid.Branches.To[k]));
        return _model.Subject("bus_balance", _islandBuses.Length, 1, (i, _) =>
            Expression.Sum(machines[_islandBuses[i]], _power, 0) - Expression.Sum(leaving[_islandBuses[i]], _flow, 0) + Expression.Sum(coming[_islandBuses[i]], _flow, 0)
            == buses.LoadMw[_islandBuses[i]] + buses.ShuntMw[_islandBuses[i]]);
    }

    /// <summary>Which of them stand at each bus.</summary>
    int[][] At(IEnumerable<int> buses)
    {
        var at = buses.Select((bus, i) => (bus, i)).ToLookup(pair => pair.bus, pair => pair.i);
        return [.. Enumerable.Range(0, _grid.Buses.Count).Select(b => at[b].ToArray())];
    }

    /// <summary>flow(k) = B(k) · (θ(from) − θ(to) − shift(k))</summary>
    void FlowByAngle(double[] susceptance) =>
        _model.Subject("branch_flow_by_angle", susceptance.Length, 1, (q, _) => _flow[q, 0] - susceptance[q] * _angle[_grid.Branches.From[_roles.Used[q]], 0]
            + susceptance[q] * _angle[_grid.Branches.To[_roles.Used[q]], 0] == -susceptance[q] * _grid.Branches.ShiftDeg[_roles.Used[q]] * (Math.PI / 180));

    /// <summary>low(k) ≤ θ(from) − θ(to) ≤ high(k)</summary>
    void AngleDifference()
    {
        (double Low, double High)[] limits = [.. _roles.Used.Select(k => AngleLimits.OfBranch(_grid.Branches, k))];
        var members = new Members(limits.Length, 1) { Where = (q, _) => double.IsFinite(limits[q].Low) || double.IsFinite(limits[q].High) };
        _model.Subject("angle_difference", members, (q, _) => Expression.Between(
            limits[q].Low, _angle[_grid.Branches.From[_roles.Used[q]], 0] - _angle[_grid.Branches.To[_roles.Used[q]], 0], limits[q].High));
    }

    /// <summary>cost(g) ≥ at zero(g, line) + slope(g, line) · power(g)</summary>
    void LinesOfCost()
    {
        (int G, (double Slope, double AtZero) Line)[] lines = [.. _costs.SelectMany((cost, g) => cost.Lines.Select(line => (g, line)))];
        _model.Subject("generator_cost_line", lines.Length, 1, (i, _) => _lineCost[lines[i].G, 0] - lines[i].Line.Slope * _power[lines[i].G, 0] >= lines[i].Line.AtZero);
    }

    double Rating(int branch) => _grid.Branches.RatingMva[branch] is > 0 and var rating ? rating : double.PositiveInfinity;

    double Reference(int bus, double free) => _roles.Kind[bus] is GridBusKind.Slack or GridBusKind.Isolated ? _grid.Buses.AngleDeg[bus] * (Math.PI / 180) : free;

    /// <summary>Solves by HiGHS and reads the answer.</summary>
    internal OptimalFlowSolution Solve(OptimalFlowForm form, CancellationToken cancellation)
    {
        var solved = Solver.Solve(_model, new SolverOptions(), cancellation: cancellation);
        cancellation.ThrowIfCancellationRequested();
        var status = solved.Status switch
        {
            SolverStatus.Optimal => OptimalFlowStatus.Optimal,
            SolverStatus.Infeasible => OptimalFlowStatus.Infeasible,
            SolverStatus.Unbounded => OptimalFlowStatus.Unbounded,
            _ => OptimalFlowStatus.NotConverged,
        };
        var answer = InteriorAnswer.Empty(_grid, form, status) with { Iterations = solved.Iterations, Method = solved.Solver };
        return status == OptimalFlowStatus.Optimal ? Read(solved, answer) : answer;
    }

    OptimalFlowSolution Read(LinearSolution solved, OptimalFlowSolution answer)
    {
        var (power, flow, angle, price, scarcity) = (solved.Values(_power), solved.Values(_flow), solved.Values(_angle), solved.Duals(_balance), solved.Reduced(_flow));
        for (var g = 0; g < power.Length; g++)
        {
            answer.GeneratorMw[_generators[g]] = power[g];
        }

        for (var q = 0; q < flow.Length; q++)
        {
            var k = _roles.Used[q];
            (answer.FromMw[k], answer.ToMw[k], answer.FromLimitPrice[k]) = (flow[q], -flow[q], Math.Abs(scarcity[q]));
        }

        Array.Fill(answer.VoltagePu, double.NaN);
        Array.Fill(answer.AngleDeg, double.NaN);
        Array.Fill(answer.PricePerMwh, double.NaN);
        Array.Fill(answer.PricePerMvarh, double.NaN);
        for (var i = 0; i < _islandBuses.Length; i++)
        {
            var b = _islandBuses[i];
            (answer.VoltagePu[b], answer.AngleDeg[b], answer.PricePerMwh[b], answer.PricePerMvarh[b]) = (1, angle[b] * (180 / Math.PI), price[i], 0);
        }

        var proof = Certificate.Of(_model, solved);
        return answer with
        {
            Cost = proof.Objective,
            Residuals = new(proof.Row.Size / _grid.BaseMva, proof.Bound.Size / _grid.BaseMva, 0, Math.Abs(proof.RelativeGap)),
        };
    }
}
