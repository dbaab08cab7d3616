using System.Runtime.Intrinsics;
using static Suandian.Optimisation.Hourly.Lane;

namespace Suandian.Optimisation.Hourly;

/// <content>Products with the matrix of the problem and its transpose, tile by tile.</content>
sealed unsafe partial class InteriorPoint
{
    /// <summary>sums += sign × F'y.</summary>
    void AddSharedProducts(int tile, double* y, Span<double> sums, double sign)
    {
        foreach (ref readonly var entry in _problem.RowShared.AsSpan())
        {
            var row = y + (long)entry.Row * _length;
            var f = entry.F.At(tile);
            var sum = Vector512<double>.Zero;
            for (var i = 0; i < _length; i += Width)
            {
                sum = Fma(Load(f + i), Load(row + i), sum);
            }

            sums[entry.Shared] += sign * Vector512.Sum(sum);
        }
    }

    /// <summary>Steps of a tile at which some segment starts.</summary>
    IEnumerable<int> StepsWithStarts(int group, int tile)
    {
        var from = (tile - FirstTile(group)) * _problem.Layout.TileSteps;
        for (var step = 0; step < _problem.Layout.TileSteps; step++)
        {
            if (_startOf[group][from + step] < _startOf[group][from + step + 1])
            {
                yield return step;
            }
        }
    }

    static void Copy(double* from, double* to, int n)
    {
        for (var i = 0; i < n; i += Width)
        {
            Store(to + i, Load(from + i));
        }
    }

    void Copy(double* from, double* to) => Copy(from, to, _length);

    /// <summary>rows −= F z.</summary>
    void SubtractShared(int tile, double* rows, double[] z, int offset)
    {
        foreach (ref readonly var entry in _problem.RowShared.AsSpan())
        {
            var target = rows + (long)entry.Row * _length;
            var f = entry.F.At(tile);
            var factor = All(-z[offset + entry.Shared]);
            for (var i = 0; i < _length; i += Width)
            {
                Store(target + i, Fma(factor, Load(f + i), Load(target + i)));
            }
        }
    }

    /// <summary>rows −= A x + P x(t−1); the last step of the tile is carried to the next tile.</summary>
    /// <param name="tile">Tile.</param>
    /// <param name="rows">Rows of the tile.</param>
    /// <param name="x">Columns of the tile.</param>
    /// <param name="carry">[row × lane]: −P x of the last step of the tile before; replaced by this tile's.</param>
    void SubtractColumns(int tile, double* rows, double* x, double* carry)
    {
        var n = _length;
        for (var r = _problem.Pattern.Local; r < _rows; r++)
        {
            var first = rows + (long)r * n;
            Store(first, Load(first) + Load(carry + (long)r * Width));
            Store(carry + (long)r * Width, Vector512<double>.Zero);
        }

        for (var v = 0; v < _columns; v++)
        {
            var slot = _problem.Slots[v];
            var column = x + (long)v * n;
            foreach (ref readonly var entry in slot.Rows.AsSpan())
            {
                var target = rows + (long)entry.Row * n;
                var a = entry.A.At(tile);
                for (var i = 0; i < n; i += Width)
                {
                    Store(target + i, Vector512.FusedMultiplyAdd(-Load(a + i), Load(column + i), Load(target + i)));
                }
            }

            foreach (ref readonly var entry in slot.NextRows.AsSpan())
            {
                var target = rows + (long)entry.Row * n;
                var p = entry.P.At(tile);
                for (var i = 0; i < n - Width; i += Width)
                {
                    Store(target + i + Width, Vector512.FusedMultiplyAdd(-Load(p + i), Load(column + i), Load(target + i + Width)));
                }

                var last = carry + (long)entry.Row * Width;
                Store(last, Vector512.FusedMultiplyAdd(-Load(p + n - Width), Load(column + n - Width), Load(last)));
            }
        }
    }

    /// <summary>rows −= P x of the end of the segment before, in the lane where a segment starts.</summary>
    void EnterEnds(double* rows, int step, in SegmentStart start, double* x)
    {
        foreach (var v in _problem.Pattern.LinkColumns)
        {
            foreach (ref readonly var entry in _problem.Slots[v].NextRows.AsSpan())
            {
                rows[(long)entry.Row * _length + step * Width + start.Lane] -= entry.P.At(start.TileBefore)[start.PlaceBefore] * x[(long)v * _length + start.PlaceBefore];
            }
        }
    }

    /// <summary>Duals of state rows one step later [row × step × lane]; at the end of a group those of the first step of the next segment.</summary>
    void NextDuals(int group, int tile, double* next)
    {
        var y = RowsAt(_y, tile);
        var n = _length;
        for (var r = _problem.Pattern.Local; r < _rows; r++)
        {
            double* own = y + (long)r * n, target = next + (long)r * n;
            for (var i = 0; i < n - Width; i += Width)
            {
                Store(target + i, Load(own + i + Width));
            }

            if (tile < EndTile(group) - 1)
            {
                Store(target + n - Width, Load(RowsAt(_y, tile + 1) + (long)r * n));
                continue;
            }

            for (var lane = 0; lane < Width; lane++)
            {
                target[n - Width + lane] = AtNextSegment(group, lane, r, _y);
            }
        }
    }

    /// <summary>A row's number at the first step of the segment after; 0 where there is none.</summary>
    double AtNextSegment(int group, int lane, int row, double* rows)
    {
        var segment = group * Width + lane;
        var after = segment < _border.After.Length ? _border.After[segment] : -1;
        if (after < 0)
        {
            return 0;
        }

        var place = _problem.Layout.Place[_problem.Layout.Segments[after].Snapshots[0]];
        return RowsAt(rows, (int)(place / _length))[(long)row * _length + place % _length];
    }

    /// <summary>c − A'y − P'y(t+1) − C'y of the year rows.</summary>
    void Reduced(int tile, HourSlot slot, (nint Now, nint Next) y, double* target)
    {
        var n = _length;
        Copy(slot.Cost.At(tile), target);
        SubtractTransposed(tile, slot, y, target);
        foreach (ref readonly var entry in slot.YearRows.AsSpan())
        {
            var c = entry.C.At(tile);
            var factor = All(-_s.Y[entry.Row]);
            for (var i = 0; i < n; i += Width)
            {
                Store(target + i, Fma(factor, Load(c + i), Load(target + i)));
            }
        }
    }

    /// <summary>target −= A'y + P'y(t+1).</summary>
    void SubtractTransposed(int tile, HourSlot slot, (nint Now, nint Next) y, double* target)
    {
        foreach (ref readonly var entry in slot.Rows.AsSpan())
        {
            var a = entry.A.At(tile);
            var row = (double*)y.Now + (long)entry.Row * _length;
            for (var i = 0; i < _length; i += Width)
            {
                Store(target + i, Vector512.FusedMultiplyAdd(-Load(a + i), Load(row + i), Load(target + i)));
            }
        }

        foreach (ref readonly var entry in slot.NextRows.AsSpan())
        {
            var p = entry.P.At(tile);
            var row = (double*)y.Next + (long)entry.Row * _length;
            for (var i = 0; i < _length; i += Width)
            {
                Store(target + i, Vector512.FusedMultiplyAdd(-Load(p + i), Load(row + i), Load(target + i)));
            }
        }
    }

    /// <summary>out = η rows − A D⁻¹ r − P D⁻¹ r(t−1), with carry as in <see cref="SubtractColumns"/>.</summary>
    void SubtractProducts(int tile, (nint Rows, double Eta) right, (nint R1, nint Inverse) arrays, double* target, double* carry)
    {
        var eta = All(right.Eta);
        for (long i = 0; i < (long)_rows * _length; i += Width)
        {
            Store(target + i, eta * Load((double*)right.Rows + i));
        }

        var t = target + 2L * _rows * _length; // columns of the tile, behind the rows and the next duals
        double* r1 = ColumnsAt((double*)arrays.R1, tile), inverse = ColumnsAt((double*)arrays.Inverse, tile);
        for (long i = 0; i < (long)_columns * _length; i += Width)
        {
            Store(t + i, Load(r1 + i) * Load(inverse + i));
        }

        SubtractColumns(tile, target, t, carry);
    }
}
