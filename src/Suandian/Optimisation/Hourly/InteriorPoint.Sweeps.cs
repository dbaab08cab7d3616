using System.Runtime.Intrinsics;
using static Suandian.Optimisation.Hourly.Lane;

namespace Suandian.Optimisation.Hourly;

/// <content>The two sweeps of a solve over the steps of a group.</content>
sealed unsafe partial class InteriorPoint
{
    /// <summary>Sweep forward: right-hand sides, then L⁻¹ of them.</summary>
    /// <param name="group">Group.</param>
    /// <param name="solve">What is solved for.</param>
    /// <param name="border">de, dz, dg; null in the first half, which finds the right-hand side of the border.</param>
    /// <remarks>Longer than a method should be: the steps share their pointers, and a call for each would cost more than its work.</remarks>
    void ForwardGroup(int group, in Solve solve, double[]? border)
    {
        var (first, end, sums) = (FirstTile(group), EndTile(group), _sums[group]);
        var isNew = border is null && !solve.IsCorrection;
        if (border is null)
        {
            Array.Clear(sums.Right);
            Array.Clear(sums.YearRight);
        }

        var carry = (double*)_carry[group];
        Clear(carry, (long)_rows * Width);
        for (var tile = first; tile < end; tile++)
        {
            for (var v = 0; v < _columns; v++)
            {
                if (isNew)
                {
                    RightHandSide(tile, v, sums);
                }

                PartOfBorder((group, tile, v, tile == end - 1), solve, border);
            }

            var rows = RowsAt((double*)solve.Rows, tile);
            var residual = RowsAt((double*)solve.Residual, tile);
            var eta = All(solve.Eta);
            for (long i = 0; i < (long)_rows * _length; i += Width)
            {
                Store(rows + i, eta * Load(residual + i));
            }

            if (border is not null)
            {
                SubtractShared(tile, rows, border, _border.SharedStart);
            }

            SubtractColumns(tile, rows, ColumnsAt((double*)solve.Part, tile), carry);
            if (border is not null)
            {
                EnterBorder(group, tile, rows, border);
            }

            _factor.Forward(group, tile, rows, ColumnsAt(_inverse, tile), tile == first ? null : ColumnsAt(_inverse, tile - 1));
        }
    }

    /// <summary>Arrays of one solve.</summary>
    /// <param name="Rows">Where dy comes [tile][row][step][lane].</param>
    /// <param name="Part">Where dx less D⁻¹ A'dy comes [tile][column][step][lane].</param>
    /// <param name="Residual">Residual of rows.</param>
    /// <param name="Eta">Share of it that is removed.</param>
    /// <param name="IsCorrection">True when a direction is refined: r1 is then zero.</param>
    readonly record struct Solve(nint Rows, nint Part, nint Residual, double Eta, bool IsCorrection);

    /// <summary>rows −= P (e + φ dz) of the segment before, where segments start.</summary>
    void EnterBorder(int group, int tile, double* rows, double[] border)
    {
        var from = (tile - FirstTile(group)) * _problem.Layout.TileSteps;
        for (var step = 0; step < _problem.Layout.TileSteps; step++)
        {
            foreach (ref readonly var start in StartsAt(group, from + step))
            {
                for (var q = 0; q < _links; q++)
                {
                    var slot = _problem.Slots[_problem.Pattern.LinkColumns[q]];
                    var dz = slot.Shared >= 0 ? border[_border.SharedStart + slot.Shared] : 0;
                    var x = border[start.Before * _links + q] + start.Phi[q] * dz;
                    foreach (ref readonly var entry in slot.NextRows.AsSpan())
                    {
                        rows[(long)entry.Row * _length + step * Width + start.Lane] -= entry.P.At(start.TileBefore)[start.PlaceBefore] * x;
                    }
                }
            }
        }
    }

    /// <summary>t = D⁻¹ (r1 + C dg) + φ dz, which is dx less D⁻¹ A'dy; at the end of a segment a carried column is e + φ dz.</summary>
    void PartOfBorder((int Group, int Tile, int Column, bool IsEnd) where, in Solve solve, double[]? border)
    {
        var (slot, at) = (_problem.Slots[where.Column], (long)where.Column * _length);
        double* t = ColumnsAt((double*)solve.Part, where.Tile) + at, inverse = ColumnsAt(_inverse, where.Tile) + at, phi = ColumnsAt(_phi, where.Tile) + at;
        if (solve.IsCorrection)
        {
            Clear(t, _length);
        }
        else
        {
            Copy(ColumnsAt(_r1, where.Tile) + at, t);
        }

        for (var e = 0; border is not null && e < slot.YearRows.Length; e++)
        {
            var (row, coefficient) = slot.YearRows[e];
            var (c, dg) = ((nint)coefficient.At(where.Tile), All(border[_border.YearStart + row]));
            for (var i = 0; i < _length; i += Width)
            {
                Store(t + i, Fma(dg, Load((double*)c + i), Load(t + i)));
            }
        }

        var dz = All(border is not null && slot.Shared >= 0 ? border[_border.SharedStart + slot.Shared] : 0);
        for (var i = 0; i < _length; i += Width)
        {
            Store(t + i, Fma(dz, Load(phi + i), Load(inverse + i) * Load(t + i)));
        }

        for (var lane = 0; border is not null && slot.Link >= 0 && where.IsEnd && lane < Width && where.Group * Width + lane < _border.After.Length; lane++)
        {
            t[_length - Width + lane] += border[(where.Group * Width + lane) * _links + slot.Link];
        }
    }

    /// <summary>Sweep back: dy, then either dx and what it says about steps, or the products for the border.</summary>
    void BackwardGroup(int group, in Solve solve, Direction? direction)
    {
        var (first, end, sums) = (FirstTile(group), EndTile(group), _sums[group]);
        Array.Clear(sums.Border);
        BeginTally(group);
        var next = (double*)_carry[group] + 2L * _rows * Width;
        var reduced = next + 2L * _rows * _length;
        var all = (double*)solve.Rows;
        for (var tile = end - 1; tile >= first; tile--)
        {
            double* rows = RowsAt(all, tile), after = tile == end - 1 ? null : RowsAt(all, tile + 1);
            _factor.Backward(group, tile, rows, ColumnsAt(_inverse, tile), after);
            NextOf(rows, after, next);
            if (direction is null)
            {
                AddSharedProducts(tile, rows, sums.Border.AsSpan(_border.SharedStart), 1);
            }

            for (var v = 0; v < _columns; v++)
            {
                Clear(reduced, _length);
                SubtractTransposed(tile, _problem.Slots[v], ((nint)rows, (nint)next), reduced);
                if (direction is null)
                {
                    SumProducts(group, tile, v, (nint)reduced, tile == end - 1);
                    continue;
                }

                FinishColumn(tile, v, (solve.Part, (nint)direction.Dual), (nint)reduced);
                Tally(group, tile, v, direction);
            }

            if (direction is not null && (nint)direction.Rows != solve.Rows)
            {
                AddRows(RowsAt(direction.Rows, tile), rows, solve.IsCorrection);
            }
        }
    }

    void AddRows(double* target, double* rows, bool isCorrection)
    {
        for (long i = 0; i < (long)_rows * _length; i += Width)
        {
            Store(target + i, isCorrection ? Load(target + i) + Load(rows + i) : Load(rows + i));
        }
    }

    /// <summary>State rows one step later; 0 behind the last.</summary>
    void NextOf(double* rows, double* rowsAfter, double* next)
    {
        for (var r = _problem.Pattern.Local; r < _rows; r++)
        {
            double* own = rows + (long)r * _length, target = next + (long)r * _length;
            for (var i = 0; i < _length - Width; i += Width)
            {
                Store(target + i, Load(own + i + Width));
            }

            Store(target + _length - Width, rowsAfter is null ? Vector512<double>.Zero : Load(rowsAfter + (long)r * _length));
        }
    }

    /// <summary>dx = t + D⁻¹ A'dy, added to what is there where the part lies elsewhere.</summary>
    void FinishColumn(int tile, int v, (nint Part, nint Target) arrays, nint minusProducts)
    {
        var at = (long)v * _length;
        double* part = ColumnsAt((double*)arrays.Part, tile) + at, dx = ColumnsAt((double*)arrays.Target, tile) + at, inverse = ColumnsAt(_inverse, tile) + at;
        for (var i = 0; i < _length; i += Width)
        {
            var value = Vector512.FusedMultiplyAdd(-Load(inverse + i), Load((double*)minusProducts + i), Load(part + i));
            Store(dx + i, part == dx ? value : value + Load(dx + i));
        }
    }

    /// <summary>Products with the bordering columns: φ a of the shared column, C D⁻¹ a of year rows, a at segment ends, with a = A'dy.</summary>
    void SumProducts(int group, int tile, int v, nint minusProducts, bool isEnd)
    {
        var (slot, at, sums) = (_problem.Slots[v], (long)v * _length, _sums[group]);
        var a = (double*)minusProducts;
        if (slot.Shared >= 0)
        {
            var sum = Vector512<double>.Zero;
            var phi = ColumnsAt(_phi, tile) + at;
            for (var i = 0; i < _length; i += Width)
            {
                sum = Fma(Load(phi + i), Load(a + i), sum);
            }

            sums.Border[_border.SharedStart + slot.Shared] -= Vector512.Sum(sum);
        }

        foreach (ref readonly var entry in slot.YearRows.AsSpan())
        {
            var sum = Vector512<double>.Zero;
            var c = entry.C.At(tile);
            var inverse = ColumnsAt(_inverse, tile) + at;
            for (var i = 0; i < _length; i += Width)
            {
                sum = Fma(Load(c + i) * Load(inverse + i), Load(a + i), sum);
            }

            sums.Border[_border.YearStart + entry.Row] -= Vector512.Sum(sum);
        }

        for (var lane = 0; slot.Link >= 0 && isEnd && lane < Width && group * Width + lane < _border.After.Length; lane++)
        {
            sums.Border[(group * Width + lane) * _links + slot.Link] -= a[_length - Width + lane];
        }
    }
}
