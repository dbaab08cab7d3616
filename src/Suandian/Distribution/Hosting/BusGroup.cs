using System.Runtime.Intrinsics;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Hosting;

/// <summary>Some buses, each tried in all hours; hours outside, buses inside, so that the powers of the grid are fetched once for all of them.</summary>
sealed class BusGroup
{
    readonly HostingWork _work;
    readonly double[] _mw;
    readonly int[] _loweredAt;
    readonly FeederViolation[] _limit;

    internal BusGroup(HostingWork work, int[] buses)
    {
        (_work, Buses) = (work, buses);
        Trials = new LaneTrials(work.Flow.MakeLanes(), new FourHours(work.Grid, work.Flow.Roles, work.Limits), work.Rated());
        Search = new LaneSearch(Trials, work.Grid.BaseMva, work.ReactivePerActive);
        (_mw, _loweredAt, _limit) = (new double[buses.Length], new int[buses.Length], new FeederViolation[buses.Length]);
        Array.Fill(_mw, double.NaN);
    }

    /// <summary>The buses.</summary>
    internal int[] Buses { get; }

    /// <summary>Where powers are tried.</summary>
    internal LaneTrials Trials { get; }

    /// <summary>How the largest are found.</summary>
    internal LaneSearch Search { get; }

    /// <summary>Hours whose state without addition the lanes did not solve.</summary>
    internal HashSet<int> Skipped { get; } = [];

    /// <summary>Computes the buses.</summary>
    internal void Solve(BusHosting?[] answers)
    {
        int[][] fours = [.. _work.Hours.Chunk(HourLanes.Width)];
        Array.Fill(_loweredAt, fours.Length);
        while (Pass(fours))
        {
        }

        for (var n = 0; n < Buses.Length; n++)
        {
            answers[Buses[n]] = new BusHosting(double.IsNaN(_mw[n]) ? _work.MostMw : _mw[n], _limit[n]);
        }
    }

    /// <summary>Tries every bus in all hours but those behind the last that lowered it in the pass before; true where one was lowered.</summary>
    bool Pass(int[][] fours)
    {
        var before = (int[])_loweredAt.Clone();
        Array.Fill(_loweredAt, -1);
        for (var g = 0; g < fours.Length && before.Any(last => last >= g); g++)
        {
            if (!Trials.Fetch(_work.All.Injections, fours[g]))
            {
                Skipped.UnionWith(fours[g]);
                continue;
            }

            var shape = ShapeOf(_work.Shape, fours[g]);
            for (var n = 0; n < Buses.Length; n++)
            {
                if (g <= before[n] && (double.IsNaN(_mw[n]) ? First(n, shape) : Again(n, shape)))
                {
                    _loweredAt[n] = g;
                }
            }
        }

        return _loweredAt.Any(g => g >= 0);
    }

    /// <summary>Doubles the MW of a bus until they do not hold, then narrows them; true where they do not reach the end of the search.</summary>
    bool First(int n, double[] shape)
    {
        _mw[n] = Guess(Buses[n], shape);
        for (var good = 0.0; ; _mw[n] = Math.Min(_work.MostMw, 2 * _mw[n]))
        {
            var margins = Margins(n, shape);
            if (Vector256.LessThanAny(margins, Vector256<double>.Zero))
            {
                Lower(n, shape, good, margins);
                return true;
            }

            if (_mw[n] >= _work.MostMw)
            {
                return false;
            }

            good = _mw[n];
        }
    }

    /// <summary>Tries the MW of a bus in other hours; true where they had to be lowered.</summary>
    bool Again(int n, double[] shape)
    {
        var margins = Margins(n, shape);
        if (!Vector256.LessThanAny(margins, Vector256<double>.Zero))
        {
            return false;
        }

        Lower(n, shape, 0, margins);
        return true;
    }

    Vector256<double> Margins(int n, double[] shape) => Search.Margins(Buses[n], [_mw[n], _mw[n], _mw[n], _mw[n]], shape);

    void Lower(int n, double[] shape, double good, Vector256<double> margins)
    {
        var least = Search.Narrow(Buses[n], shape, (good, _mw[n]), (margins, OnlyLeast: true));
        (_mw[n], _limit[n]) = (Search.Good[least], Search.Cause(least));
    }

    /// <summary>MW that lift the voltage of the bus alone to its limit, losses left aside; the search begins there.</summary>
    double Guess(int bus, double[] shape)
    {
        var limit = shape[0] > 0 ? Math.Min(_work.Limits.HighPu[bus], 1.2) - 1 : 1 - Math.Max(_work.Limits.LowPu[bus], 0.8);
        var guess = limit / Math.Max(_work.ResistancePu[bus], 1e-9) / Math.Abs(shape[0]) * _work.Grid.BaseMva;
        return Math.Clamp(guess, Math.Min(_work.MostMw, 1e-3), _work.MostMw);
    }

    /// <summary>Shape of four hours; the last of fewer is repeated.</summary>
    internal static double[] ShapeOf(double[] shape, int[] hours) => [.. Enumerable.Range(0, HourLanes.Width).Select(l => shape[hours[Math.Min(l, hours.Length - 1)]])];
}
