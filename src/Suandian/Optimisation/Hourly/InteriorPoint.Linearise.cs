using System.Runtime.Intrinsics;
using static Suandian.Optimisation.Hourly.Lane;

namespace Suandian.Optimisation.Hourly;

/// <content>Residuals, the Newton system and its factors, all in one pass over the steps.</content>
sealed unsafe partial class InteriorPoint
{
    readonly nint[] _carry; // what a tile hands to the next one, of each group
    double[] _endDiagonal = [];
    double[] _endRight = [];

    /// <summary>Residuals of the present point, the factors of the Newton matrix, and the right-hand side of the affine step.</summary>
    void Linearise()
    {
        _endDiagonal = _endDiagonal.Length > 0 ? _endDiagonal : new double[_border.SharedStart];
        _endRight = _endRight.Length > 0 ? _endRight : new double[_border.SharedStart];
        FindEndPhi();
        _team.Run(_groups, LineariseGroup);
    }

    /// <summary>φ of the carried columns at the ends of segments, which the first step of the next segment needs.</summary>
    void FindEndPhi()
    {
        foreach (var start in _starts.SelectMany(s => s))
        {
            for (var q = 0; q < _links; q++)
            {
                var v = _problem.Pattern.LinkColumns[q];
                var slot = _problem.Slots[v];
                var i = start.PlaceBefore;
                var at = (long)v * _length + i;
                var (tile, t) = (start.TileBefore, start.TileBefore);
                var lower = slot.LowerMask.At(t)[i] * ColumnsAt(_zl, tile)[at] / ColumnsAt(_sl, tile)[at];
                var upper = slot.UpperMask.At(t)[i] * ColumnsAt(_zu, tile)[at] / ColumnsAt(_su, tile)[at];
                start.Phi[q] = slot.Active.At(t)[i] * (lower * slot.LowerFactor.At(t)[i] + upper * slot.UpperFactor.At(t)[i]) / (lower + upper + _rho);
            }
        }
    }

    void LineariseGroup(int group)
    {
        var sums = _sums[group];
        sums.Clear();
        _factor.Begin(group);
        var (first, end) = (FirstTile(group), EndTile(group));
        double* carryX = (double*)_carry[group], carryR = carryX + (long)_rows * Width;
        double* rows = carryR + (long)_rows * Width, next = rows + (long)_rows * _length;
        Clear(carryX, 2L * _rows * Width);
        for (var tile = first; tile < end; tile++)
        {
            RowResidual(group, tile, carryX, sums);
            NextDuals(group, tile, next);
            for (var v = 0; v < _columns; v++)
            {
                LineariseColumn(group, tile, v, ((nint)next, tile == end - 1), sums);
            }

            SubtractProducts(tile, ((nint)RowsAt(_rp, tile), 1), ((nint)_r1, (nint)_inverse), rows, carryR);
            _factor.EliminateLocal(group, tile, ColumnsAt(_inverse, tile));
            for (var step = 0; step < _problem.Layout.TileSteps; step++)
            {
                var isLast = tile == end - 1 && step == _problem.Layout.TileSteps - 1;
                var isFirst = tile == first && step == 0;
                var before = step > 0 ? tile : tile - 1;
                _factor.ChainStep(group, tile, step, ColumnsAt(_inverse, tile), !isLast);
                _factor.BorderStep((group, tile, step),
                    ((nint)ColumnsAt(_phi, tile), (nint)ColumnsAt(_inverse, tile), (nint)rows),
                    isFirst ? (0, 0) : ((nint)ColumnsAt(_phi, before), (nint)ColumnsAt(_inverse, before)),
                    StartsAt(group, (tile - first) * _problem.Layout.TileSteps + step), isLast);
            }
        }
    }

    /// <summary>rp = b − A x − P x(t−1) − F z, its largest size and b'y.</summary>
    void RowResidual(int group, int tile, double* carry, GroupSums sums)
    {
        var rp = RowsAt(_rp, tile);
        var n = _length;
        for (var r = 0; r < _rows; r++)
        {
            Copy(_problem.RightHandSide[r].At(tile), rp + (long)r * n);
        }

        SubtractShared(tile, rp, _s.Z, 0);
        SubtractColumns(tile, rp, ColumnsAt(_x, tile), carry);
        foreach (var step in StepsWithStarts(group, tile))
        {
            foreach (ref readonly var start in StartsAt(group, (tile - FirstTile(group)) * _problem.Layout.TileSteps + step))
            {
                EnterEnds(rp, step, start, ColumnsAt(_x, start.TileBefore));
            }
        }

        var y = RowsAt(_y, tile);
        var dual = Vector512<double>.Zero;
        for (var r = 0; r < _rows; r++)
        {
            var most = Vector512<double>.Zero;
            double* b = _problem.RightHandSide[r].At(tile), residual = rp + (long)r * n, yr = y + (long)r * n;
            for (var i = 0; i < n; i += Width)
            {
                most = Vector512.Max(most, Vector512.Abs(Load(residual + i)));
                dual = Fma(Load(b + i), Load(yr + i), dual);
            }

            var size = Max(most);
            sums.RowSize = Math.Max(sums.RowSize, size);
            sums.RowViolation = Math.Max(sums.RowViolation, size * _rowUnit[r]);
        }

        sums.Dual += Vector512.Sum(dual);
        AddSharedProducts(tile, y, sums.Gradient, -1);
    }

    /// <summary>Dual residual, D, φ and affine right-hand side of a column; sums for shared columns and year rows.</summary>
    /// <remarks>Longer than a method should be: one pass over the tile keeps what it loads in registers, and the cost is the loads.</remarks>
    void LineariseColumn(int group, int tile, int v, (nint NextDuals, bool IsEnd) where, GroupSums sums)
    {
        var (slot, n, at) = (_problem.Slots[v], _length, (long)v * _length);
        double* rd = ColumnsAt(_rd, tile) + at, r1 = ColumnsAt(_r1, tile) + at, inverse = ColumnsAt(_inverse, tile) + at, phi = ColumnsAt(_phi, tile) + at;
        Reduced(tile, slot, ((nint)RowsAt(_y, tile), where.NextDuals), rd);
        var z = All(slot.Shared >= 0 ? _s.Z[slot.Shared] : 0);
        double* x = ColumnsAt(_x, tile) + at, slp = ColumnsAt(_sl, tile) + at, sup = ColumnsAt(_su, tile) + at, zlp = ColumnsAt(_zl, tile) + at, zup = ColumnsAt(_zu, tile) + at;
        double* active = slot.Active.At(tile), mlp = slot.LowerMask.At(tile), mup = slot.UpperMask.At(tile);
        double* lp = slot.Lower.At(tile), up = slot.Upper.At(tile), alp = slot.LowerFactor.At(tile), aup = slot.UpperFactor.At(tile), cost = slot.Cost.At(tile);
        var rho = All(_rho);
        Vector512<double> curvature = default, gradient = default, right = default, primal = default, dual = default, dualSize = default, pairSize = default, products = default;
        for (var i = 0; i < n; i += Width)
        {
            Vector512<double> a = Load(active + i), ml = Load(mlp + i), mu = Load(mup + i), sl = Load(slp + i), su = Load(sup + i);
            Vector512<double> zl = ml * Load(zlp + i), zu = mu * Load(zup + i), al = ml * Load(alp + i), au = mu * Load(aup + i), xv = Load(x + i);
            var reduced = Load(rd + i);
            var residual = a * (reduced - zl + zu);
            var rl = LowerResidual(ml, xv, Load(lp + i), Load(alp + i) * z, sl);
            var ru = UpperResidual(mu, xv, Load(up + i), Load(aup + i) * z, su);
            var (tl, tu) = (zl / sl, zu / su);
            var d = tl + tu + rho;
            var inv = a / d;
            var kappa = tl * al + tu * au;
            var f = kappa * inv;
            var (gl, gu) = (-zl - tl * rl, -zu - tu * ru); // (−s z − z r) / s
            var rhs = a * (gl - gu) - residual;
            Store(rd + i, residual);
            Store(r1 + i, rhs);
            Store(inverse + i, inv);
            Store(phi + i, f);
            var spread = au - al;
            curvature += inv * (tl * tu * spread * spread + rho * (tl * al * al + tu * au * au));
            gradient += al * zl - au * zu;
            right += f * rhs - al * gl + au * gu;
            primal = Fma(Load(cost + i), xv, primal);
            dual += Load(lp + i) * zl - Load(up + i) * zu + (Vector512<double>.One - a) * reduced * xv;
            dualSize = Vector512.Max(dualSize, Vector512.Abs(residual));
            pairSize = Vector512.Max(pairSize, Vector512.Max(Vector512.Abs(rl), Vector512.Abs(ru)));
            products += sl * zl + su * zu;
        }

        sums.Primal += Vector512.Sum(primal);
        sums.Dual += Vector512.Sum(dual);
        sums.DualSize = Math.Max(sums.DualSize, Max(dualSize));
        sums.PairSize = Math.Max(sums.PairSize, Max(pairSize));
        sums.BoundViolation = Math.Max(sums.BoundViolation, Max(pairSize) * _columnUnit[v]);
        sums.Products += Vector512.Sum(products);
        if (slot.Shared >= 0)
        {
            sums.Curvature[slot.Shared] += Vector512.Sum(curvature);
            sums.Gradient[slot.Shared] += Vector512.Sum(gradient);
            sums.Right[slot.Shared] += Vector512.Sum(right);
        }

        if (slot.Link >= 0 && where.IsEnd)
        {
            TakeEnds(group, slot.Link, inverse + n - Width, r1 + n - Width);
        }

        foreach (ref readonly var entry in slot.YearRows.AsSpan())
        {
            SumYear(tile, v, entry, sums);
        }
    }

    /// <summary>The carried columns at the last step of a segment belong to the border: their D and right-hand side go there.</summary>
    void TakeEnds(int group, int link, double* inverse, double* right)
    {
        for (var lane = 0; lane < Width && group * Width + lane < _border.After.Length; lane++)
        {
            var end = (group * Width + lane) * _links + link;
            _endDiagonal[end] = inverse[lane] > 0 ? 1 / inverse[lane] : 1e30;
            _endRight[end] = right[lane];
        }

        Store(inverse, Vector512<double>.Zero);
    }

    /// <summary>Sums of a column over the steps of a tile in a year row: C x, C φ, C D⁻¹ C', C D⁻¹ r1.</summary>
    void SumYear(int tile, int v, (int Row, Coefficient C) entry, GroupSums sums)
    {
        var (slot, at) = (_problem.Slots[v], (long)v * _length);
        double* x = ColumnsAt(_x, tile) + at, inverse = ColumnsAt(_inverse, tile) + at, phi = ColumnsAt(_phi, tile) + at, r1 = ColumnsAt(_r1, tile) + at, c = entry.C.At(tile);
        Vector512<double> activity = default, coupling = default, right = default;
        for (var i = 0; i < _length; i += Width)
        {
            var factor = Load(c + i);
            activity = Fma(factor, Load(x + i), activity);
            coupling = Fma(factor, Load(phi + i), coupling);
            right = Fma(factor * Load(inverse + i), Load(r1 + i), right);
        }

        sums.YearActivity[entry.Row] += Vector512.Sum(activity);
        sums.YearRight[entry.Row] += Vector512.Sum(right);
        if (slot.Shared >= 0)
        {
            sums.YearShared[entry.Row * _shared + slot.Shared] += Vector512.Sum(coupling);
        }

        foreach (ref readonly var other in slot.YearRows.AsSpan())
        {
            var sum = Vector512<double>.Zero;
            var o = other.C.At(tile);
            for (var i = 0; i < _length && other.Row <= entry.Row; i += Width)
            {
                sum = Fma(Load(c + i) * Load(inverse + i), Load(o + i), sum);
            }

            sums.YearYear[entry.Row * _years + other.Row] += Vector512.Sum(sum);
        }
    }
}
