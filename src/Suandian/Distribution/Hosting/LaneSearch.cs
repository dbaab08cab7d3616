using System.Runtime.Intrinsics;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Hosting;

/// <summary>Largest MW at a bus that hold the limits, searched in four hours at once.</summary>
/// <remarks>
/// Each lane keeps MW that hold and MW that do not and narrows them by false position in the form named Illinois, every third step by halving.
/// Source: M. Dowell and P. Jarratt, BIT 11 (1971) 168, doi:10.1007/BF01934364.
/// </remarks>
/// <param name="trials">Where MW are tried.</param>
/// <param name="baseMva">Power base, MVA.</param>
/// <param name="reactivePerActive">Reactive power that goes with a MW, Mvar; both into the bus.</param>
sealed class LaneSearch(LaneTrials trials, double baseMva, double reactivePerActive)
{
    const int StepLimit = 80;

    readonly double[] _good = new double[HourLanes.Width];
    readonly double[] _bad = new double[HourLanes.Width];
    readonly double[] _goodMargin = new double[HourLanes.Width];
    readonly double[] _badMargin = new double[HourLanes.Width];
    readonly FeederViolation[] _cause = new FeederViolation[HourLanes.Width];
    readonly bool[] _isOpen = new bool[HourLanes.Width];

    /// <summary>Narrowness at which a search ends, MW.</summary>
    internal static double Tolerance(double mw) => Math.Max(1e-5, 1e-6 * Math.Abs(mw));

    /// <summary>MW that hold, after <see cref="Narrow"/>. Shape [4].</summary>
    internal ReadOnlySpan<double> Good => _good;

    /// <summary>What the next MW break, after <see cref="Narrow"/>.</summary>
    internal FeederViolation Cause(int lane) => _cause[lane];

    /// <summary>Margins with MW at a bus, each times the shape of its hour.</summary>
    internal Vector256<double> Margins(int bus, ReadOnlySpan<double> mw, ReadOnlySpan<double> shape)
    {
        var active = Vector256.Create(mw[0] * shape[0], mw[1] * shape[1], mw[2] * shape[2], mw[3] * shape[3]) / baseMva;
        return trials.Margins(bus, active, active * reactivePerActive);
    }

    /// <summary>Narrows the lanes that did not hold.</summary>
    /// <param name="bus">Where.</param>
    /// <param name="shape">Shape of the four hours.</param>
    /// <param name="range">MW that hold in all lanes, and MW at which margins were computed last.</param>
    /// <param name="margins">Those margins; and true where lanes that cannot be the least of the four are given up early.</param>
    /// <returns>The lane with the least MW; −1 where all held.</returns>
    internal int Narrow(int bus, ReadOnlySpan<double> shape, (double Good, double Bad) range, (Vector256<double> Values, bool OnlyLeast) margins)
    {
        for (var l = 0; l < HourLanes.Width; l++)
        {
            (_good[l], _bad[l], _goodMargin[l], _badMargin[l], _isOpen[l]) = (range.Good, range.Bad, double.NaN, margins.Values[l], margins.Values[l] < 0);
            _cause[l] = trials.Cause(l);
            if (!_isOpen[l])
            {
                (_good[l], _bad[l]) = (range.Bad, double.PositiveInfinity);
            }
        }

        Span<double> trial = stackalloc double[HourLanes.Width];
        for (var step = 0; step < StepLimit && Close(margins.OnlyLeast); step++)
        {
            for (var l = 0; l < HourLanes.Width; l++)
            {
                trial[l] = _isOpen[l] ? Next(l, step) : _good[l];
            }

            Take(trial, Margins(bus, trial, shape));
        }

        var least = -1;
        for (var l = 0; l < HourLanes.Width; l++)
        {
            least = double.IsFinite(_bad[l]) && (least < 0 || _good[l] < _good[least]) ? l : least;
        }

        return least;
    }

    /// <summary>Shuts lanes that are narrow enough; true where one is open still.</summary>
    bool Close(bool onlyLeast)
    {
        var (least, isAnyOpen) = (_bad.Min(), false);
        for (var l = 0; l < HourLanes.Width; l++)
        {
            _isOpen[l] &= _bad[l] - _good[l] > Tolerance(_bad[l]) && !(onlyLeast && _good[l] >= least);
            isAnyOpen |= _isOpen[l];
        }

        return isAnyOpen;
    }

    double Next(int l, int step)
    {
        double width = _bad[l] - _good[l], half = _good[l] + width / 2;
        if (double.IsNaN(_goodMargin[l]) || _badMargin[l] <= LaneTrials.NoSolution || step % 3 == 2)
        {
            return half;
        }

        var edge = Math.Min(0.25 * width, 0.4 * Tolerance(_bad[l]));
        return Math.Clamp(_good[l] + width * _goodMargin[l] / (_goodMargin[l] - _badMargin[l]), _good[l] + edge, _bad[l] - edge);
    }

    void Take(ReadOnlySpan<double> trial, Vector256<double> margins)
    {
        for (var l = 0; l < HourLanes.Width; l++)
        {
            if (!_isOpen[l])
            {
                continue;
            }

            if (margins[l] >= 0)
            {
                _badMargin[l] = double.IsNaN(_goodMargin[l]) || _badMargin[l] <= LaneTrials.NoSolution ? _badMargin[l] : _badMargin[l] / 2;
                (_good[l], _goodMargin[l]) = (trial[l], margins[l]);
            }
            else
            {
                _goodMargin[l] /= 2;
                (_bad[l], _badMargin[l], _cause[l]) = (trial[l], margins[l], trials.Cause(l));
            }
        }
    }
}
