using System.Runtime.Intrinsics;

namespace Suandian.PowerFlow;

/// <summary>Takes the powers of some hours in, has them solved four at a time and writes the answer into the arrays of the year.</summary>
sealed unsafe class HourlyWriter
{
    readonly PowerGrid _grid;
    readonly FlowRoles _roles;
    readonly HourLanes _lanes;
    readonly Func<NewtonLanes> _makeNewton;
    readonly HourlyInjections _injections;
    readonly HourlyFlowSolution _solution;
    readonly HourlyTile _powers;
    readonly HourlyTile _voltages;
    readonly HourlyTile _flows;
    readonly HourlyTile _sums;
    readonly int[] _slackEnd;
    readonly int[] _rowOf;
    readonly int[] _voltageRowOf;
    readonly int _supplied;
    readonly List<int> _near = [];
    readonly List<int> _unsolved = [];
    NewtonLanes? _newton;
    RaisedLanes? _raised;

    internal HourlyWriter((PowerGrid Grid, FlowRoles Roles) of, (HourLanes Lanes, Func<NewtonLanes> MakeNewton) by, HourlyInjections injections, HourlyFlowSolution solution)
    {
        (_grid, _roles, _lanes, _makeNewton, _injections, _solution) = (of.Grid, of.Roles, by.Lanes, by.MakeNewton, injections, solution);
        var (grid, roles, lanes) = (_grid, _roles, _lanes);
        _rowOf = new int[grid.Buses.Count];
        for (var i = 0; i < lanes.Size; i++)
        {
            _rowOf[lanes.Order[i]] = i;
        }

        HourlyTile Tile(IEnumerable<(double[], int)> rows) => new([.. rows], injections.Hours);
        _powers = Tile(lanes.Order.SelectMany(b => new[] { (injections.ActiveMw, b), (injections.ReactiveMvar, b) }));
        int[] supplied = [.. lanes.Order.Where(b => roles.Kind[b] != GridBusKind.Isolated)]; // buses without supply keep what they were filled with
        (_supplied, _voltageRowOf) = (supplied.Length, [.. Enumerable.Repeat(-1, grid.Buses.Count)]);
        for (var row = 0; row < supplied.Length; row++)
        {
            _voltageRowOf[supplied[row]] = row;
        }

        _voltages = Tile([.. supplied.Select(b => (solution.VoltagePu, b)), .. HasAngles ? supplied.Select(b => (solution.AngleDeg, b)) : []]);
        _flows = Tile(HasFlows ? roles.Used.SelectMany(k => new[] { (solution.FromMw, k), (solution.FromMvar, k), (solution.ToMw, k), (solution.ToMvar, k) }) : []);
        _sums = Tile([(solution.LossMw, 0), (solution.SlackMw, 0), (solution.SlackMvar, 0)]);
        _slackEnd = [.. roles.Used.Select(k => (roles.Kind[grid.Branches.From[k]] == GridBusKind.Slack ? 1 : 0) + (roles.Kind[grid.Branches.To[k]] == GridBusKind.Slack ? 2 : 0))];
    }

    bool HasAngles => _solution.AngleDeg.Length > 0;

    bool HasFlows => _solution.FromMw.Length > 0;

    /// <summary>Solves hours that follow each other, each four from the voltages of the four before.</summary>
    /// <param name="hour">The first of them.</param>
    /// <param name="end">The hour behind the last.</param>
    /// <param name="tolerance">Tolerance, pu.</param>
    internal void Solve(int hour, int end, double tolerance)
    {
        var isWarm = false;
        for (; hour < end; hour += HourlyTile.Hours)
        {
            var count = Math.Min(HourlyTile.Hours, end - hour);
            _powers.Fetch(hour, count, 1 / _grid.BaseMva);
            for (var at = 0; at < count; at += HourLanes.Width)
            {
                isWarm = Four(at, tolerance, isWarm);
                if (!isWarm)
                {
                    Raised((hour + at, Math.Min(HourLanes.Width, count - at)), at, tolerance);
                }
            }

            _voltages.Store(hour, count);
            _flows.Store(hour, count);
            _sums.Store(hour, count);
            _solution.IsSolved.AsSpan(hour, count).Fill(true);
        }

        _unsolved.ForEach(h => Put(h, null));
        _near.ForEach(h => Put(h, Alone(h, tolerance)));
        _unsolved.Clear();
        _near.Clear();
    }

    /// <summary>Solves four hours of the tile; true where the lanes hold a solution now.</summary>
    bool Four(int at, double tolerance, bool isWarm)
    {
        for (var i = 0; i < 2 * _lanes.Size; i++)
        {
            _lanes.Powers[i] = _powers[i, at];
        }

        if (!isWarm || !_lanes.Solve(tolerance))
        {
            _lanes.Begin();
            if (!_lanes.Solve(tolerance))
            {
                return false;
            }
        }

        Write(_lanes, at);
        return true;
    }

    /// <summary>Raises the powers of four hours of the tile, and keeps those apart that are not solved so.</summary>
    void Raised((int First, int Count) hours, int at, double tolerance)
    {
        _newton ??= _makeNewton();
        _raised ??= new RaisedLanes(_newton);
        for (var i = 0; i < _newton.Size; i++)
        {
            var row = 2 * _rowOf[_newton.Order[i]];
            (_newton.Powers[2 * i], _newton.Powers[2 * i + 1]) = (_powers[row, at], _powers[row + 1, at]);
        }

        var reached = _raised.Solve(tolerance);
        Write(_newton, at);
        for (var l = 0; l < hours.Count; l++)
        {
            if (reached[l] < 1)
            {
                (reached[l] > 0 && reached[l] < RaisedLanes.NearlyAll ? _unsolved : _near).Add(hours.First + l);
            }
        }
    }

    void Write(HourLanes lanes, int at)
    {
        for (var i = 0; i < lanes.Size; i++)
        {
            var row = _voltageRowOf[lanes.Order[i]];
            if (row < 0)
            {
                continue;
            }

            _voltages[row, at] = lanes.Magnitude(i);
            if (HasAngles)
            {
                _voltages[_supplied + row, at] = lanes.Angle(i) * (180 / Math.PI);
            }
        }

        Branches(lanes, at);
    }

    void Branches(HourLanes lanes, int at)
    {
        var (scale, hasFlows) = (_grid.BaseMva, HasFlows);
        Vector256<double> loss = default, slack = default, slackReactive = default;
        for (var r = 0; r < _slackEnd.Length; r++)
        {
            var flows = lanes.Flows(_roles.Used[r]);
            loss += flows.FromActive + flows.ToActive;
            if (_slackEnd[r] != 0)
            {
                slack += ((_slackEnd[r] & 1) != 0 ? flows.FromActive : default) + ((_slackEnd[r] & 2) != 0 ? flows.ToActive : default);
                slackReactive += ((_slackEnd[r] & 1) != 0 ? flows.FromReactive : default) + ((_slackEnd[r] & 2) != 0 ? flows.ToReactive : default);
            }

            if (hasFlows)
            {
                _flows[4 * r, at] = flows.FromActive * scale;
                _flows[4 * r + 1, at] = flows.FromReactive * scale;
                _flows[4 * r + 2, at] = flows.ToActive * scale;
                _flows[4 * r + 3, at] = flows.ToReactive * scale;
            }
        }

        _sums[0, at] = loss * scale;
        _sums[1, at] = slack * scale;
        _sums[2, at] = slackReactive * scale;
    }

    /// <summary>An hour that the lanes did not solve, by itself; null where it has no solution.</summary>
    AcFlowSolution? Alone(int hour, double tolerance)
    {
        double[] Loads(double[] given, double[] generation) =>
            [.. Enumerable.Range(0, _grid.Buses.Count).Select(b => _roles.GeneratorsAt[b].Sum(g => generation[g]) - given[b * _injections.Hours + hour])];
        var flow = AcFlow.Solve(_grid with
        {
            Buses = _grid.Buses with
            {
                LoadMw = Loads(_injections.ActiveMw, _grid.Generators.PowerMw),
                LoadMvar = Loads(_injections.ReactiveMvar, _grid.Generators.PowerMvar),
            },
        }, new FlowOptions { TolerancePu = tolerance, Start = FlowStart.Flat });
        return flow.Status == FlowStatus.Converged ? flow : null;
    }

    /// <summary>Puts an hour that was computed by itself into the year; all of it without meaning where it has no solution.</summary>
    void Put(int hour, AcFlowSolution? flow)
    {
        var (slack, slackReactive) = (0.0, 0.0);
        for (var r = 0; r < _slackEnd.Length && flow is not null; r++)
        {
            var k = _roles.Used[r];
            slack += ((_slackEnd[r] & 1) != 0 ? flow.FromMw[k] : 0) + ((_slackEnd[r] & 2) != 0 ? flow.ToMw[k] : 0);
            slackReactive += ((_slackEnd[r] & 1) != 0 ? flow.FromMvar[k] : 0) + ((_slackEnd[r] & 2) != 0 ? flow.ToMvar[k] : 0);
        }

        _solution.IsSolved[hour] = flow is not null;
        (double[] Year, double[]? Values)[] all =
        [
            (_solution.VoltagePu, flow?.VoltagePu), (_solution.AngleDeg, flow?.AngleDeg), (_solution.FromMw, flow?.FromMw), (_solution.FromMvar, flow?.FromMvar),
            (_solution.ToMw, flow?.ToMw), (_solution.ToMvar, flow?.ToMvar), (_solution.LossMw, [flow?.TotalLossMw ?? 0]), (_solution.SlackMw, [slack]), (_solution.SlackMvar, [slackReactive]),
        ];
        foreach (var (year, values) in all)
        {
            for (var row = 0; row < year.Length / _injections.Hours; row++)
            {
                year[row * _injections.Hours + hour] = flow is null ? double.NaN : values![row];
            }
        }
    }
}
