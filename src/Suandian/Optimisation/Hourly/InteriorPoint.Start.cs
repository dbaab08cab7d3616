using static Suandian.Optimisation.Hourly.Lane;

namespace Suandian.Optimisation.Hourly;

/// <content>The point to start from: near the central path of a large μ.</content>
sealed unsafe partial class InteriorPoint
{
    const double NearMu = 0.1; // complementarity products to start from, in scaled units
    const double FarMu = 1; // the same where the first start came to nothing
    const double SharedPull = 0.3; // product for which shared columns are made large: the cost of one is met by so much on half of its sides
    const double LeastRange = 0.05; // half the distance between two sides
    const double MostCapacity = 100;

    double _startMu = NearMu;
    readonly SegmentStart[][] _starts; // of each group, by step
    readonly int[][] _startOf;

    /// <summary>Shared columns large, hourly columns in the middle of their range, multipliers to match; returns the number of pairs.</summary>
    long Start()
    {
        var (count, pairs) = CountPairs();
        for (var k = 0; k < _shared; k++)
        {
            StartShared(k, count[k]);
        }

        var pull = new double[_shared];
        for (var tile = 0; tile < _problem.Layout.Tiles; tile++)
        {
            for (var v = 0; v < _columns; v++)
            {
                StartColumn(tile, v, pull);
            }
        }

        for (var k = 0; k < _shared; k++)
        {
            if (_s.HasUpper[k])
            {
                _s.MultiplierUpper[k] = Math.Max(_startMu / _s.SlackUpper[k], pull[k] + _s.MultiplierLower[k] - _problem.SharedCost[k]);
                _s.SlackUpper[k] = _startMu / _s.MultiplierUpper[k];
            }
        }

        StartYears();
        return pairs + _s.HasLower.Count(h => h) + _s.HasUpper.Count(h => h) + _problem.YearIsEquation.Count(e => !e);
    }

    /// <summary>Number of sides that hang on each shared column, and of all sides.</summary>
    (double[] Sides, long Pairs) CountPairs()
    {
        var (sides, pairs) = (new double[_shared], 0L);
        for (var tile = 0; tile < _problem.Layout.Tiles; tile++)
        {
            foreach (var slot in _problem.Slots)
            {
                double* lower = slot.LowerMask.At(tile), upper = slot.UpperMask.At(tile), active = slot.Active.At(tile);
                for (var i = 0; i < _length; i++)
                {
                    pairs += (long)(lower[i] + upper[i]);
                    if (slot.Shared >= 0)
                    {
                        sides[slot.Shared] += active[i];
                    }
                }
            }
        }

        return (sides, pairs);
    }

    void StartShared(int k, double sides)
    {
        double lower = _problem.SharedLower[k], upper = _problem.SharedUpper[k];
        var wanted = Math.Clamp(2 * sides * SharedPull / Math.Max(_problem.SharedCost[k], 1e-9), 1, MostCapacity);
        var z = _s.HasLower[k] ? lower + wanted : _s.HasUpper[k] ? upper - wanted : 0;
        if (_s.HasLower[k] && _s.HasUpper[k])
        {
            z = Math.Min(z, lower + 0.9 * (upper - lower));
        }

        _s.Z[k] = z;
        _s.SlackLower[k] = _s.HasLower[k] ? z - lower : 1;
        _s.SlackUpper[k] = _s.HasUpper[k] ? upper - z : 1;
        _s.MultiplierLower[k] = _s.HasLower[k] ? _startMu / _s.SlackLower[k] : 0;
    }

    void StartColumn(int tile, int v, double[] pull)
    {
        var slot = _problem.Slots[v];
        var offset = (long)v * _length;
        double* x = ColumnsAt(_x, tile) + offset, sl = ColumnsAt(_sl, tile) + offset, su = ColumnsAt(_su, tile) + offset;
        double* zl = ColumnsAt(_zl, tile) + offset, zu = ColumnsAt(_zu, tile) + offset;
        double* active = slot.Active.At(tile), ml = slot.LowerMask.At(tile), mu = slot.UpperMask.At(tile), held = slot.Held.At(tile);
        double* l = slot.Lower.At(tile), u = slot.Upper.At(tile), al = slot.LowerFactor.At(tile), au = slot.UpperFactor.At(tile);
        var z = slot.Shared >= 0 ? _s.Z[slot.Shared] : 0;
        for (var i = 0; i < _length; i++)
        {
            (sl[i], su[i], zl[i], zu[i]) = (1, 1, 1, 1);
            x[i] = active[i] > 0 ? 0 : held[i];
            if (active[i] == 0)
            {
                continue;
            }

            double low = l[i] + al[i] * z, high = u[i] + au[i] * z;
            var half = ml[i] > 0 && mu[i] > 0 ? Math.Max(0.5 * (high - low), LeastRange) : 1;
            x[i] = ml[i] > 0 ? (mu[i] > 0 ? 0.5 * (low + high) : low + half) : mu[i] > 0 ? high - half : 0;
            if (ml[i] > 0)
            {
                (sl[i], zl[i]) = (half, _startMu / half);
            }

            if (mu[i] > 0)
            {
                (su[i], zu[i]) = (half, _startMu / half);
            }

            if (slot.Shared >= 0)
            {
                pull[slot.Shared] += (mu[i] * au[i] - ml[i] * al[i]) * _startMu / half;
            }
        }
    }

    void StartYears()
    {
        var activity = new double[_years];
        for (var tile = 0; tile < _problem.Layout.Tiles; tile++)
        {
            for (var v = 0; v < _columns; v++)
            {
                foreach (var (g, c) in _problem.Slots[v].YearRows)
                {
                    double* x = ColumnsAt(_x, tile) + (long)v * _length, factor = c.At(tile);
                    for (var i = 0; i < _length; i++)
                    {
                        activity[g] += factor[i] * x[i];
                    }
                }
            }
        }

        for (var g = 0; g < _years; g++)
        {
            for (var k = 0; k < _shared; k++)
            {
                activity[g] += _problem.YearShared[g][k] * _s.Z[k];
            }

            _s.YearSlack[g] = _problem.YearIsEquation[g] ? 0 : Math.Max(1, Math.Abs(activity[g] - _problem.YearLimit[g]));
            _s.Y[g] = _problem.YearIsEquation[g] ? 0 : Math.Min(0.1, 1 / _s.YearSlack[g]);
        }
    }

    /// <summary>Where segments start that have one before them, by group and step.</summary>
    (SegmentStart[][] Starts, int[][] StartOf) FindStarts()
    {
        var layout = _problem.Layout;
        var result = new SegmentStart[_groups][];
        var of = new int[_groups][];
        for (var g = 0; g < _groups; g++)
        {
            var steps = (EndTile(g) - FirstTile(g)) * layout.TileSteps;
            of[g] = new int[steps + 1];
            var list = new List<SegmentStart>();
            for (var step = 0; step < steps; step++)
            {
                of[g][step] = list.Count;
                for (var lane = 0; lane < Width && g * Width + lane < layout.Segments.Length; lane++)
                {
                    var segment = layout.Segments[g * Width + lane];
                    if (segment.FirstStep == step && segment.Before >= 0)
                    {
                        var place = layout.Place[layout.Segments[segment.Before].Snapshots[^1]];
                        list.Add(new SegmentStart(lane, (int)(place / _length), (int)(place % _length), segment.Before, new double[_links]));
                    }
                }
            }

            of[g][steps] = list.Count;
            result[g] = [.. list];
        }

        return (result, of);
    }

    /// <summary>Segments that start at a step of a group.</summary>
    ReadOnlySpan<SegmentStart> StartsAt(int group, int step) => _starts[group].AsSpan(_startOf[group][step].._startOf[group][step + 1]);
}
