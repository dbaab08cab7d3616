using System.Runtime.Intrinsics;

namespace Suandian.PowerFlow;

/// <summary>Takes the powers of four hours in, has them solved and writes the answer into the arrays of the year.</summary>
sealed unsafe class HourlyWriter(PowerGrid grid, FlowRoles roles, HourLanes lanes, HourlyInjections injections, HourlyFlowSolution solution)
{
    const int Width = HourLanes.Width;

    readonly double _scale = 1 / grid.BaseMva;
    readonly int[] _left = [.. Enumerable.Range(0, grid.Buses.Count).Where(b => roles.Kind[b] == GridBusKind.Isolated)];
    readonly int[] _unused = [.. Enumerable.Range(0, grid.Branches.Count).Except(roles.Used)];

    /// <summary>Solves some hours.</summary>
    /// <param name="hour">The first of them.</param>
    /// <param name="count">1 to 4; further lanes repeat the last hour.</param>
    /// <param name="tolerance">Tolerance, pu.</param>
    /// <param name="isWarm">True where the lanes hold the voltages of the hours before.</param>
    /// <returns>True where the lanes hold a solution now.</returns>
    internal bool Solve(int hour, int count, double tolerance, bool isWarm)
    {
        Take(hour, count);
        var isSolved = isWarm && lanes.Solve(tolerance);
        if (!isSolved)
        {
            lanes.Begin();
            isSolved = lanes.Solve(tolerance);
        }

        if (isSolved)
        {
            Write(hour, count);
        }
        else
        {
            for (var s = hour; s < hour + count; s++)
            {
                Alone(s, tolerance);
            }
        }

        return isSolved;
    }

    void Take(int hour, int count)
    {
        for (var i = 0; i < lanes.Size; i++)
        {
            var at = lanes.Order[i] * injections.Hours + hour;
            lanes.Powers[2 * i] = Lanes(injections.ActiveMw, at, count) * _scale;
            lanes.Powers[2 * i + 1] = Lanes(injections.ReactiveMvar, at, count) * _scale;
        }
    }

    static Vector256<double> Lanes(double[] array, int at, int count) => count == Width
        ? Vector256.LoadUnsafe(ref array[at])
        : Vector256.Create(array[at], array[at + Math.Min(1, count - 1)], array[at + Math.Min(2, count - 1)], array[at + count - 1]);

    void Write(int hour, int count)
    {
        var hasAngles = solution.AngleDeg.Length > 0;
        for (var i = 0; i < lanes.Size; i++)
        {
            var at = lanes.Order[i] * injections.Hours + hour;
            Put(solution.VoltagePu, at, lanes.Magnitude(i), count);
            if (hasAngles)
            {
                Put(solution.AngleDeg, at, lanes.Angle(i) * (180 / Math.PI), count);
            }
        }

        foreach (var b in _left)
        {
            Leave(b, hour, count);
        }

        Branches(hour, count);
        solution.IsSolved.AsSpan(hour, count).Fill(true);
    }

    void Branches(int hour, int count)
    {
        var hasFlows = solution.FromMw.Length > 0;
        Vector256<double> loss = default, slack = default, slackReactive = default;
        foreach (var k in roles.Used)
        {
            var flows = lanes.Flows(k);
            var (from, to) = (grid.Branches.From[k], grid.Branches.To[k]);
            loss += flows.FromActive + flows.ToActive;
            if (roles.Kind[from] == GridBusKind.Slack)
            {
                slack += flows.FromActive;
                slackReactive += flows.FromReactive;
            }

            if (roles.Kind[to] == GridBusKind.Slack)
            {
                slack += flows.ToActive;
                slackReactive += flows.ToReactive;
            }

            if (hasFlows)
            {
                var at = k * injections.Hours + hour;
                Put(at, flows, count);
            }
        }

        foreach (var k in hasFlows ? _unused : [])
        {
            Put(k * injections.Hours + hour, default, count);
        }

        Put(solution.LossMw, hour, loss * grid.BaseMva, count);
        Put(solution.SlackMw, hour, slack * grid.BaseMva, count);
        Put(solution.SlackMvar, hour, slackReactive * grid.BaseMva, count);
    }

    void Put(int at, in LaneFlows flows, int count)
    {
        Put(solution.FromMw, at, flows.FromActive * grid.BaseMva, count);
        Put(solution.FromMvar, at, flows.FromReactive * grid.BaseMva, count);
        Put(solution.ToMw, at, flows.ToActive * grid.BaseMva, count);
        Put(solution.ToMvar, at, flows.ToReactive * grid.BaseMva, count);
    }

    static void Put(double[] array, int at, Vector256<double> lanes, int count)
    {
        if (count == Width)
        {
            lanes.StoreUnsafe(ref array[at]);
            return;
        }

        for (var lane = 0; lane < count; lane++)
        {
            array[at + lane] = lanes[lane];
        }
    }

    /// <summary>An hour that the lanes did not solve, by itself.</summary>
    void Alone(int hour, double tolerance)
    {
        double[] Loads(double[] given, double[] generation) =>
            [.. Enumerable.Range(0, grid.Buses.Count).Select(b => roles.GeneratorsAt[b].Sum(g => generation[g]) - given[b * injections.Hours + hour])];
        var alone = grid with
        {
            Buses = grid.Buses with
            {
                LoadMw = Loads(injections.ActiveMw, grid.Generators.PowerMw), LoadMvar = Loads(injections.ReactiveMvar, grid.Generators.PowerMvar),
            },
        };
        var flow = AcFlow.Solve(alone, new FlowOptions { TolerancePu = tolerance, Start = FlowStart.Flat });
        solution.IsSolved[hour] = flow.Status == FlowStatus.Converged;
        var (slack, slackReactive) = (0.0, 0.0);
        for (var k = 0; k < grid.Branches.Count; k++)
        {
            var (fromSlack, toSlack) = (roles.Kind[grid.Branches.From[k]] == GridBusKind.Slack, roles.Kind[grid.Branches.To[k]] == GridBusKind.Slack);
            slack += (fromSlack ? flow.FromMw[k] : 0) + (toSlack ? flow.ToMw[k] : 0);
            slackReactive += (fromSlack ? flow.FromMvar[k] : 0) + (toSlack ? flow.ToMvar[k] : 0);
        }

        Fill(solution.VoltagePu, flow.VoltagePu, hour);
        Fill(solution.AngleDeg, flow.AngleDeg, hour);
        Fill(solution.FromMw, flow.FromMw, hour);
        Fill(solution.FromMvar, flow.FromMvar, hour);
        Fill(solution.ToMw, flow.ToMw, hour);
        Fill(solution.ToMvar, flow.ToMvar, hour);
        var isSolved = solution.IsSolved[hour];
        (solution.LossMw[hour], solution.SlackMw[hour], solution.SlackMvar[hour]) =
            isSolved ? (flow.TotalLossMw, slack, slackReactive) : (double.NaN, double.NaN, double.NaN);
    }

    void Fill(double[] array, double[] values, int hour)
    {
        for (var row = 0; row < values.Length && array.Length > 0; row++)
        {
            array[row * injections.Hours + hour] = solution.IsSolved[hour] ? values[row] : double.NaN;
        }
    }

    void Leave(int bus, int hour, int count)
    {
        solution.VoltagePu.AsSpan(bus * injections.Hours + hour, count).Fill(double.NaN);
        if (solution.AngleDeg.Length > 0)
        {
            solution.AngleDeg.AsSpan(bus * injections.Hours + hour, count).Fill(double.NaN);
        }
    }
}
