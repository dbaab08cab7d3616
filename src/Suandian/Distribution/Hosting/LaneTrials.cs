using System.Runtime.Intrinsics;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Hosting;

/// <summary>Tries powers at one bus in four hours at once.</summary>
/// <param name="lanes">Room for four states.</param>
/// <param name="four">The hours.</param>
/// <param name="rated">Rated branches in use.</param>
sealed unsafe class LaneTrials(HourLanes lanes, FourHours four, int[] rated)
{
    /// <summary>Largest movement of a voltage in the last round, or mismatch, pu.</summary>
    const double Tolerance = 1e-8;

    /// <summary>Margin of a state that has no solution.</summary>
    internal const double NoSolution = -1e9;

    readonly int[] _positionOf = PositionOf(lanes.Order, four.IsFree.Length);
    readonly FeederViolation[] _cause = new FeederViolation[HourLanes.Width];

    /// <summary>Flows computed so far.</summary>
    internal long Flows { get; private set; }

    /// <summary>What was farthest beyond its limit in a lane whose margin was negative.</summary>
    internal FeederViolation Cause(int lane) => _cause[lane];

    /// <summary>Fetches hours and widens the limits to their state without addition.</summary>
    /// <returns>True where all were solved.</returns>
    internal bool Fetch(HourlyInjections injections, ReadOnlySpan<int> hours)
    {
        four.Fetch(injections, hours);
        four.Put(lanes);
        lanes.Begin();
        Flows += HourLanes.Width;
        if (!lanes.Solve(Tolerance))
        {
            lanes.Begin();
            return false;
        }

        four.Relax(lanes, rated);
        return true;
    }

    /// <summary>Adds powers at a bus and tells how far each lane is from its nearest limit.</summary>
    /// <param name="bus">Where.</param>
    /// <param name="active">Active power into the bus, pu.</param>
    /// <param name="reactive">Reactive power into the bus, pu.</param>
    /// <returns>Negative where a limit is crossed.</returns>
    internal Vector256<double> Margins(int bus, Vector256<double> active, Vector256<double> reactive)
    {
        var place = 2 * _positionOf[bus];
        Vector256<double> p = lanes.Powers[place], q = lanes.Powers[place + 1];
        lanes.Powers[place] += active;
        lanes.Powers[place + 1] += reactive;
        Flows += HourLanes.Width;
        var isSolved = lanes.Solve(Tolerance);
        if (!isSolved)
        {
            return Alone(place, active, reactive);
        }

        var margins = four.Margin(lanes, rated);
        for (var l = 0; l < HourLanes.Width; l++)
        {
            if (margins[l] < 0)
            {
                _cause[l] = four.Worst(lanes, rated, l);
            }
        }

        (lanes.Powers[place], lanes.Powers[place + 1]) = (p, q);
        return margins;
    }

    /// <summary>Lane by lane, so that one without solution spoils no other.</summary>
    Vector256<double> Alone(int place, Vector256<double> active, Vector256<double> reactive)
    {
        var margins = new double[HourLanes.Width];
        for (var l = 0; l < HourLanes.Width; l++)
        {
            four.Put(lanes, l);
            lanes.Powers[place] += Vector256.Create(active[l]);
            lanes.Powers[place + 1] += Vector256.Create(reactive[l]);
            lanes.Begin();
            Flows += HourLanes.Width;
            if (lanes.Solve(Tolerance))
            {
                margins[l] = four.Margin(lanes, rated)[l];
                _cause[l] = four.Worst(lanes, rated, l);
            }
            else
            {
                margins[l] = NoSolution;
                _cause[l] = new FeederViolation(ViolationKind.NoSolution, -1, four.Hour[l], double.NaN, double.NaN);
            }
        }

        four.Put(lanes);
        lanes.Begin();
        return Vector256.Create(margins);
    }

    static int[] PositionOf(int[] order, int buses)
    {
        var position = new int[buses];
        Array.Fill(position, -1);
        for (var i = 0; i < order.Length; i++)
        {
            position[order[i]] = i;
        }

        return position;
    }
}
