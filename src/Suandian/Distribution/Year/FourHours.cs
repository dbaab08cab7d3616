using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Year;

/// <summary>Powers and limits of four hours, one in each lane; arrays by bus or rated branch, so that they serve grids that differ in switches.</summary>
/// <remarks>
/// Voltages and apparent powers are compared by their squares, pu. After <see cref="Relax"/> a limit that does not hold in the given state
/// is replaced by that state: it counts only where it becomes worse.
/// </remarks>
sealed unsafe class FourHours
{
    /// <summary>A limit that is met exactly is not crossed by round-off; pu, and relative for ratings.</summary>
    const double RoundOff = 1e-8;

    readonly FeederLimits _limits;
    readonly double _baseMva;
    readonly Vector256<double>[] _power;
    readonly Vector256<double>[] _low;
    readonly Vector256<double>[] _high;
    readonly Vector256<double>[] _rating;

    /// <summary>Makes room.</summary>
    internal FourHours(PowerGrid grid, FlowRoles roles, FeederLimits limits)
    {
        (_limits, _baseMva) = (limits, grid.BaseMva);
        Rated = [.. Enumerable.Range(0, grid.Branches.Count).Where(k => limits.RatingMva[k] > 0)];
        (_power, _rating) = (new Vector256<double>[2 * grid.Buses.Count], new Vector256<double>[grid.Branches.Count]);
        (_low, _high) = (new Vector256<double>[grid.Buses.Count], new Vector256<double>[grid.Buses.Count]);
        IsFree = [.. roles.Kind.Select(kind => kind == GridBusKind.Pq)];
        Reset();
    }

    /// <summary>Branches with a rating.</summary>
    internal int[] Rated { get; }

    /// <summary>True where the voltage is not given. Shape [buses].</summary>
    internal bool[] IsFree { get; }

    /// <summary>Index of the hour in each lane; the last of fewer than four is repeated.</summary>
    internal int[] Hour { get; } = new int[HourLanes.Width];

    /// <summary>How many lanes hold an hour of their own.</summary>
    internal int Count { get; private set; }

    /// <summary>Fetches powers; the limits become those of the grid again.</summary>
    internal void Fetch(HourlyInjections injections, ReadOnlySpan<int> hours)
    {
        Count = hours.Length;
        for (var l = 0; l < HourLanes.Width; l++)
        {
            Hour[l] = hours[Math.Min(l, hours.Length - 1)];
        }

        Vector256<double> Four(double[] all, int bus)
        {
            var row = bus * injections.Hours;
            return Vector256.Create(all[row + Hour[0]], all[row + Hour[1]], all[row + Hour[2]], all[row + Hour[3]]) / _baseMva;
        }

        for (var b = 0; b < _low.Length; b++)
        {
            _power[2 * b] = Four(injections.ActiveMw, b);
            _power[2 * b + 1] = Four(injections.ReactiveMvar, b);
        }

        Reset();
    }

    void Reset()
    {
        for (var b = 0; b < _low.Length; b++)
        {
            var (low, high) = (_limits.LowPu[b] - RoundOff, _limits.HighPu[b] + RoundOff);
            _low[b] = Vector256.Create(IsFree[b] && low > 0 ? low * low : double.NegativeInfinity);
            _high[b] = Vector256.Create(IsFree[b] ? high * high : double.PositiveInfinity);
        }

        foreach (var k in Rated)
        {
            var rating = _limits.RatingMva[k] / _baseMva * (1 + RoundOff);
            _rating[k] = Vector256.Create(rating * rating);
        }
    }

    /// <summary>Puts the powers into lanes; buses without supply there are left out.</summary>
    internal void Put(HourLanes lanes)
    {
        for (var i = 0; i < lanes.Size; i++)
        {
            lanes.Powers[2 * i] = _power[2 * lanes.Order[i]];
            lanes.Powers[2 * i + 1] = _power[2 * lanes.Order[i] + 1];
        }
    }

    /// <summary>Puts the powers of one lane into all four.</summary>
    internal void Put(HourLanes lanes, int lane)
    {
        for (var i = 0; i < lanes.Size; i++)
        {
            lanes.Powers[2 * i] = Vector256.Create(_power[2 * lanes.Order[i]][lane]);
            lanes.Powers[2 * i + 1] = Vector256.Create(_power[2 * lanes.Order[i] + 1][lane]);
        }
    }

    /// <summary>Widens limits to a solved state, where it does not hold them.</summary>
    internal void Relax(HourLanes lanes, int[] branches)
    {
        var slack = Vector256.Create(FeederLimits.Tolerance);
        for (var i = 0; i < lanes.Size; i++)
        {
            var b = lanes.Order[i];
            var square = Square(lanes, i);
            _low[b] = Vector256.Min(_low[b], square - slack);
            _high[b] = Vector256.Max(_high[b], square + slack);
        }

        foreach (var k in branches)
        {
            _rating[k] = Vector256.Max(_rating[k], Loading(lanes, k) * (1 + FeederLimits.Tolerance));
        }
    }

    /// <summary>Least distance to a limit in each lane, in squares of pu or of the rating; negative where one is crossed.</summary>
    internal Vector256<double> Margin(HourLanes lanes, int[] branches)
    {
        var least = Vector256.Create(double.PositiveInfinity);
        for (var i = 0; i < lanes.Size; i++)
        {
            var b = lanes.Order[i];
            var square = Square(lanes, i);
            least = Vector256.Min(least, Vector256.Min(_high[b] - square, square - _low[b]));
        }

        foreach (var k in branches)
        {
            least = Vector256.Min(least, Vector256<double>.One - Loading(lanes, k) / _rating[k]);
        }

        return least;
    }

    /// <summary>What is farthest beyond its limit in one lane.</summary>
    /// <param name="lanes">A solved state.</param>
    /// <param name="branches">Rated branches that are in use there.</param>
    /// <param name="lane">Lane of the state and of the limits.</param>
    internal FeederViolation Worst(HourLanes lanes, int[] branches, int lane)
    {
        var (worst, least) = (default(FeederViolation), double.PositiveInfinity);
        void Look(double margin, ViolationKind kind, int index, (double Value, double Limit) squares)
        {
            if (margin < least)
            {
                least = margin;
                var scale = kind == ViolationKind.Overload ? _baseMva : 1;
                worst = new FeederViolation(kind, index, Hour[lane], scale * Math.Sqrt(squares.Value), scale * Math.Sqrt(squares.Limit));
            }
        }

        for (var i = 0; i < lanes.Size; i++)
        {
            var (b, square) = (lanes.Order[i], Square(lanes, i)[lane]);
            Look(_high[b][lane] - square, ViolationKind.HighVoltage, b, (square, _high[b][lane]));
            Look(square - _low[b][lane], ViolationKind.LowVoltage, b, (square, _low[b][lane]));
        }

        foreach (var k in branches)
        {
            var loading = Loading(lanes, k)[lane];
            Look(1 - loading / _rating[k][lane], ViolationKind.Overload, k, (loading, _rating[k][lane]));
        }

        return worst;
    }

    /// <summary>Square of the voltage at a position, pu.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<double> Square(HourLanes lanes, int position)
    {
        Vector256<double> e = lanes.Voltages[2 * position], f = lanes.Voltages[2 * position + 1];
        return e * e + f * f;
    }

    /// <summary>Square of the apparent power of a branch at the end that carries more, pu.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<double> Loading(HourLanes lanes, int branch)
    {
        var flows = lanes.Flows(branch);
        return Vector256.Max(flows.FromActive * flows.FromActive + flows.FromReactive * flows.FromReactive,
            flows.ToActive * flows.ToActive + flows.ToReactive * flows.ToReactive);
    }
}
