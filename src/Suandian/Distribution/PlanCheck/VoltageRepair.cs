using Suandian.Distribution.Grids;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Distribution.PlanCheck;

/// <summary>Measures against voltages outside their limits, one round of them.</summary>
sealed class VoltageRepair
{
    readonly GridWorks _works;
    readonly EquippedGrid _now;
    readonly int[] _places;
    readonly HoursCheckSolution _check;
    readonly HourlyFlowSolution? _flow;
    readonly FeederLimits _limits;
    readonly int[] _up;
    readonly int[] _depth;

    internal VoltageRepair(GridWorks works, HoursCheckSolution check, (HourlyFlowSolution? Flow, FeederLimits Limits) hours)
    {
        (_works, _now, _places, _check, _flow, _limits) = (works, works.Now, works.Places, check, hours.Flow, hours.Limits);
        (_up, _depth) = Ways(_now.Grid);
    }

    /// <summary>Measures for the buses nearest to the source; what lies behind them follows in later rounds. False where none is left.</summary>
    internal bool Improve() => Improve(canBuild: true);

    /// <summary>The same by taps alone.</summary>
    internal bool Tap() => Improve(canBuild: false);

    bool Improve(bool canBuild)
    {
        var outside = Enumerable.Range(0, _check.Buses.Length).Where(b => _check.Buses[b].IsOutside).OrderBy(b => _depth[b]).ToArray();
        var touched = new HashSet<int>();
        foreach (var bus in outside)
        {
            var way = Way(bus).ToArray();
            if (way.Any(touched.Contains))
            {
                continue;
            }

            var (wrong, isLow, isBand) = Wrong(bus);
            var reason = isLow ? GridMeasureReason.LowVoltage : GridMeasureReason.HighVoltage;
            if (Tapped(way, (wrong, isBand), isLow, reason) is { } tapped)
            {
                touched.Add(tapped);
            }
            else if (canBuild && way.OrderByDescending(k => Drop(k, isLow ? _check.Buses[bus].LowestAt : _check.Buses[bus].HighestAt))
                .FirstOrDefault(k => _works.Strengthen(_places[k], GridRepair.Little, reason), -1) is >= 0 and var strengthened)
            {
                touched.Add(strengthened);
            }
        }

        return touched.Count > 0;
    }

    /// <summary>The tap changer nearest to the bus that still moves without driving another bus of its side out at the other end.</summary>
    int? Tapped(int[] way, (double Pu, bool IsBand) wrong, bool isLow, GridMeasureReason reason)
    {
        var (lines, source) = (_now.Source.Lines.Length, _now.Source);
        foreach (var k in way.Where(k => k >= lines))
        {
            var step = _now.TypeOf(source.Transformers[k - lines]).TapStepPu;
            var steps = step == 0 ? 0 : (int)(wrong.IsBand ? Math.Ceiling(wrong.Pu / step) : Math.Floor((wrong.Pu / step) + 0.5));
            while (steps > 0 && Room(k, isLow) < steps * step)
            {
                steps--;
            }

            if (steps > 0 && _works.Tap(_places[k], isLow ? -steps : steps, reason))
            {
                return k;
            }
        }

        return null;
    }

    /// <summary>How far the voltages behind a transformer may move before one of them leaves its other limit, pu.</summary>
    double Room(int transformer, bool up)
    {
        return Enumerable.Range(0, _depth.Length).Where(b => _depth[b] >= 0 && Way(b).Contains(transformer))
            .Min(b => up ? _limits.HighPu[b] - _check.Buses[b].HighestPu : _check.Buses[b].LowestPu - _limits.LowPu[b]);
    }

    /// <summary>How far a bus is outside and to which side; under the rule of both deviations, the larger of them.</summary>
    (double Pu, bool IsLow, bool IsBand) Wrong(int bus)
    {
        var check = _check.Buses[bus];
        double low = _limits.LowPu[bus] - check.LowestPu, high = check.HighestPu - _limits.HighPu[bus];
        if (low <= 0 && high <= 0)
        {
            double below = 1 - check.LowestPu, above = check.HighestPu - 1;
            return (Math.Abs(below - above) / 2, below > above, false);
        }

        return (Math.Max(low, high), low > high, true);
    }

    /// <summary>Difference of the voltages at the ends of a branch in an hour, the ratio taken out, pu.</summary>
    double Drop(int branch, int t)
    {
        var branches = _now.Grid.Branches;
        double V(int bus) => _flow!.VoltagePu[(bus * _flow.Hours) + t];
        return Math.Abs((V(branches.From[branch]) / branches.Tap(branch)) - V(branches.To[branch]));
    }

    /// <summary>Branches from a bus towards the slack, the nearest first.</summary>
    internal IEnumerable<int> Way(int bus)
    {
        var branches = _now.Grid.Branches;
        while (_up[bus] >= 0)
        {
            yield return _up[bus];
            bus = branches.From[_up[bus]] == bus ? branches.To[_up[bus]] : branches.From[_up[bus]];
        }
    }

    /// <summary>First branch of each bus towards its slack by the fewest branches, −1 at a slack; and how many there are, −1 where none reaches it.</summary>
    static (int[] Up, int[] Depth) Ways(PowerGrid grid)
    {
        var (up, depth) = (new int[grid.Buses.Count], new int[grid.Buses.Count]);
        Array.Fill(up, -1);
        Array.Fill(depth, -1);
        var waiting = new Queue<int>(Enumerable.Range(0, depth.Length).Where(b => grid.Buses.Kind[b] == GridBusKind.Slack));
        foreach (var slack in waiting)
        {
            depth[slack] = 0;
        }

        while (waiting.TryDequeue(out var bus))
        {
            for (var k = 0; k < grid.Branches.Count; k++)
            {
                var other = grid.Branches.From[k] == bus ? grid.Branches.To[k] : grid.Branches.To[k] == bus ? grid.Branches.From[k] : -1;
                if (other >= 0 && depth[other] < 0 && GridIslands.IsUsed(grid, k))
                {
                    (depth[other], up[other]) = (depth[bus] + 1, k);
                    waiting.Enqueue(other);
                }
            }
        }

        return (up, depth);
    }
}
