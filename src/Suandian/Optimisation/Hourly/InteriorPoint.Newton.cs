using System.Runtime.Intrinsics;
using static Suandian.Optimisation.Hourly.Lane;

namespace Suandian.Optimisation.Hourly;

/// <content>Solving the Newton system: right-hand sides, sweeps, border.</content>
sealed unsafe partial class InteriorPoint
{
    Aim _aim;

    /// <summary>What the next direction aims at.</summary>
    enum Goal
    {
        /// <summary>Complementarity products of zero.</summary>
        Affine,

        /// <summary>Products of σ μ, with the second-order term of the affine direction.</summary>
        Corrector,

        /// <summary>Products moved into the range around σ μ that the direction kept so far would leave.</summary>
        Centrality,
    }

    /// <summary>Parameters of a right-hand side.</summary>
    /// <param name="Goal">Which targets.</param>
    /// <param name="Mu">σ μ.</param>
    /// <param name="Eta">Share of the residuals to be removed.</param>
    /// <param name="PrimalStep">Trial step of centrality.</param>
    /// <param name="DualStep">Trial step of centrality.</param>
    readonly record struct Aim(Goal Goal, double Mu, double Eta, double PrimalStep = 1, double DualStep = 1);

    /// <summary>The affine direction, into <see cref="_old"/>; the factorisation has done the first half.</summary>
    void SolveAffine()
    {
        _aim = new Aim(Goal.Affine, 0, 1);
        SharedTargets(_old);
        BorderRightHandSide(_old, _border.RowProducts);
        _border.Solve();
        _border.RightHandSide.CopyTo(_old.Border, 0);
        (_old.EtaPrimal, _old.EtaDual) = (1, 1);
        _isSplit = false;
        SharedDirections(_old);
        var solve = new Solve((nint)_scratch, (nint)_old.Dual, (nint)_rp, 1, IsCorrection: false);
        _team.Run(_groups, g => ForwardGroup(g, solve, _old.Border));
        _team.Run(_groups, g => BackwardGroup(g, solve, _old));
    }

    /// <summary>The direction of an aim, into <see cref="_new"/>.</summary>
    void SolveToward(Aim aim)
    {
        _aim = aim;
        SharedTargets(_new);
        var solve = new Solve((nint)_scratch, (nint)_new.Dual, (nint)_rp, aim.Eta, IsCorrection: false);
        _team.Run(_groups, g => ForwardGroup(g, solve, null));
        _team.Run(_groups, g => BackwardGroup(g, solve, null));
        BorderRightHandSide(_new, CollectProducts(_scratch));
        KeepBorderRight();
        _border.Solve();
        _border.RightHandSide.CopyTo(_new.Border, 0);
        (_new.EtaPrimal, _new.EtaDual) = (aim.Eta, aim.Eta);
        SharedDirections(_new);
        _team.Run(_groups, g => ForwardGroup(g, solve, _new.Border));
        _team.Run(_groups, g => BackwardGroup(g, solve, _new));
        for (var round = 0; round < MostRefinements && State.PrimalInfeasibility < LateInfeasibility && MustRefine(); round++)
        {
            Refine();
        }
    }

    /// <summary>Right-hand side of the bordering system.</summary>
    /// <param name="direction">Holds the targets of shared columns and year rows.</param>
    /// <param name="products">V'M⁻¹r by unknown.</param>
    void BorderRightHandSide(Direction direction, double[] products)
    {
        var r = _border.RightHandSide;
        var eta = _aim.Eta;
        for (var e = 0; e < _border.SharedStart; e++)
        {
            r[e] = _endRight[e] + products[e];
        }

        for (var k = 0; k < _shared; k++)
        {
            var own = -eta * _s.Residual[k];
            own += _s.HasLower[k] ? (direction.SharedTargetLower[k] - eta * _s.MultiplierLower[k] * _s.ResidualLower[k]) / _s.SlackLower[k] : 0;
            own -= _s.HasUpper[k] ? (direction.SharedTargetUpper[k] - eta * _s.MultiplierUpper[k] * _s.ResidualUpper[k]) / _s.SlackUpper[k] : 0;
            r[_border.SharedStart + k] = own + _sums.Sum(s => s.Right[k]) + products[_border.SharedStart + k];
        }

        for (var g = 0; g < _years; g++)
        {
            var slack = _problem.YearIsEquation[g] ? 0 : direction.YearTarget[g] / _s.Y[g];
            r[_border.YearStart + g] = -eta * _s.YearResidual[g] + slack - _sums.Sum(s => s.YearRight[g]) - products[_border.YearStart + g];
        }
    }

    /// <summary>V'M⁻¹r of the sweep back over all groups; what carried columns at segment ends have in the next segment is added here.</summary>
    double[] CollectProducts(double* rows)
    {
        var products = _sums[0].Border;
        for (var g = 1; g < _groups; g++)
        {
            DenseCholesky.AddScaled(products, _sums[g].Border, 1);
        }

        for (var segment = 0; segment < _border.After.Length; segment++)
        {
            for (var q = 0; q < _links && _border.After[segment] >= 0; q++)
            {
                var v = _problem.Pattern.LinkColumns[q];
                var slot = _problem.Slots[v];
                var place = _problem.Layout.Place[_problem.Layout.Segments[segment].Snapshots[^1]];
                var (tile, i, sum) = ((int)(place / _length), (int)(place % _length), 0.0);
                foreach (var (row, p) in slot.NextRows)
                {
                    sum += p.At(tile)[i] * AtNextSegment(segment / Width, segment % Width, row, rows);
                }

                products[segment * _links + q] += sum;
                if (slot.Shared >= 0)
                {
                    products[_border.SharedStart + slot.Shared] += ColumnsAt(_phi, tile)[(long)v * _length + i] * sum;
                }
            }
        }

        return products;
    }

    /// <summary>Sweep forward: right-hand sides, then L⁻¹ of them.</summary>
    /// <param name="group">Group.</param>
    /// <param name="solve">What is solved for.</param>
    /// <param name="border">de, dz, dg; null in the first half, which finds the right-hand side of the border.</param>
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

    /// <summary>Complementarity targets of a column and r1 of them; sums for shared columns, year rows and segment ends.</summary>
    void RightHandSide(int tile, int v, GroupSums sums)
    {
        var (slot, n, at) = (_problem.Slots[v], _length, (long)v * _length);
        double* xp = ColumnsAt(_x, tile) + at, slp = ColumnsAt(_sl, tile) + at, sup = ColumnsAt(_su, tile) + at, zlp = ColumnsAt(_zl, tile) + at, zup = ColumnsAt(_zu, tile) + at;
        double* active = slot.Active.At(tile), mlp = slot.LowerMask.At(tile), mup = slot.UpperMask.At(tile);
        double* lp = slot.Lower.At(tile), up = slot.Upper.At(tile), alp = slot.LowerFactor.At(tile), aup = slot.UpperFactor.At(tile);
        double* dual = ColumnsAt(_old.Dual, tile) + at, primal = _isSplit ? ColumnsAt(_old.Primal, tile) + at : dual;
        double* oldLower = ColumnsAt(_old.TargetLower, tile) + at, oldUpper = ColumnsAt(_old.TargetUpper, tile) + at;
        double* targetLower = ColumnsAt(_new.TargetLower, tile) + at, targetUpper = ColumnsAt(_new.TargetUpper, tile) + at;
        double* r1 = ColumnsAt(_r1, tile) + at, rd = ColumnsAt(_rd, tile) + at, phi = ColumnsAt(_phi, tile) + at;
        Vector512<double> mean = All(_aim.Mu), eta = All(_aim.Eta), etaP = All(_old.EtaPrimal), etaD = All(_old.EtaDual), sum = default;
        Vector512<double> z = Shared(slot, _s.Z), dzP = Shared(slot, _old.SharedPrimal), dzD = Shared(slot, _old.SharedDual);
        Vector512<double> low = All(LeastProduct * _aim.Mu), high = All(_aim.Mu / LeastProduct), ap = All(_aim.PrimalStep), ad = All(_aim.DualStep);
        var isCorrector = _aim.Goal == Goal.Corrector;
        for (var i = 0; i < n; i += Width)
        {
            Vector512<double> ml = Load(mlp + i), mu = Load(mup + i), l = Load(lp + i), u = Load(up + i), al = Load(alp + i), au = Load(aup + i);
            Vector512<double> x = Load(xp + i), sl = Load(slp + i), su = Load(sup + i), zl = Load(zlp + i), zu = Load(zup + i);
            Vector512<double> il = Vector512<double>.One / sl, iu = Vector512<double>.One / su;
            Vector512<double> rl = LowerResidual(ml, x, l, al * z, sl), ru = UpperResidual(mu, x, u, au * z, su);
            Vector512<double> dxP = Load(primal + i), dxD = Load(dual + i);
            Vector512<double> dsl = LowerStep(ml, dxP, al * dzP, etaP, rl), dsu = UpperStep(mu, dxP, au * dzP, etaP, ru);
            Vector512<double> dslD = isCorrector ? dsl : LowerStep(ml, dxD, al * dzD, etaD, rl), dsuD = isCorrector ? dsu : UpperStep(mu, dxD, au * dzD, etaD, ru);
            Vector512<double> ol = isCorrector ? -ml * sl * zl : Load(oldLower + i), ou = isCorrector ? -mu * su * zu : Load(oldUpper + i);
            Vector512<double> dzl = (ol - zl * dslD) * il, dzu = (ou - zu * dsuD) * iu, cl, cu;
            if (isCorrector)
            {
                cl = ml * (mean - sl * zl - dsl * dzl);
                cu = mu * (mean - su * zu - dsu * dzu);
            }
            else
            {
                cl = ol + ml * Centre(Fma(ap, dsl, sl) * Fma(ad, dzl, zl), low, high);
                cu = ou + mu * Centre(Fma(ap, dsu, su) * Fma(ad, dzu, zu), low, high);
            }

            Store(targetLower + i, cl);
            Store(targetUpper + i, cu);
            var (tl, tu) = ((cl - eta * zl * rl) * il, (cu - eta * zu * ru) * iu);
            var rhs = Load(active + i) * (tl - tu - eta * Load(rd + i));
            Store(r1 + i, rhs);
            sum += Load(phi + i) * rhs - al * tl + au * tu;
        }

        if (slot.Shared >= 0)
        {
            sums.Right[slot.Shared] += Vector512.Sum(sum);
        }

        var group = GroupOf(tile);
        if (slot.Link >= 0 && tile == EndTile(group) - 1)
        {
            for (var lane = 0; lane < Width && group * Width + lane < _border.After.Length; lane++)
            {
                _endRight[(group * Width + lane) * _links + slot.Link] = r1[n - Width + lane];
            }
        }

        foreach (ref readonly var entry in slot.YearRows.AsSpan())
        {
            var right = Vector512<double>.Zero;
            var c = entry.C.At(tile);
            var inverse = ColumnsAt(_inverse, tile) + at;
            for (var i = 0; i < n; i += Width)
            {
                right = Fma(Load(c + i) * Load(inverse + i), Load(r1 + i), right);
            }

            sums.YearRight[entry.Row] += Vector512.Sum(right);
        }
    }

    static Vector512<double> Shared(HourSlot slot, double[] numbers) => All(slot.Shared >= 0 ? numbers[slot.Shared] : 0);

    /// <summary>x − l − aL z − s. Every pass takes the residual from here, so that all round it alike: it may be as large as the slack itself.</summary>
    static Vector512<double> LowerResidual(Vector512<double> mask, Vector512<double> x, Vector512<double> l, Vector512<double> az, Vector512<double> s) =>
        mask * (x - l - az - s);

    /// <summary>u + aU z − x − s.</summary>
    static Vector512<double> UpperResidual(Vector512<double> mask, Vector512<double> x, Vector512<double> u, Vector512<double> az, Vector512<double> s) =>
        mask * (u + az - x - s);

    /// <summary>Step of a lower slack: dx − aL dz + η × its residual.</summary>
    static Vector512<double> LowerStep(Vector512<double> mask, Vector512<double> dx, Vector512<double> adz, Vector512<double> eta, Vector512<double> residual) =>
        mask * (dx - adz) + eta * residual;

    /// <summary>Step of an upper slack: aU dz − dx + η × its residual.</summary>
    static Vector512<double> UpperStep(Vector512<double> mask, Vector512<double> dx, Vector512<double> adz, Vector512<double> eta, Vector512<double> residual) =>
        mask * (adz - dx) + eta * residual;

    /// <summary>What moves a product into [low, high], never by more than high downwards.</summary>
    static Vector512<double> Centre(Vector512<double> product, Vector512<double> low, Vector512<double> high) =>
        Vector512.Max(Vector512.Max(Vector512.Min(product, high), low) - product, -high);

    int GroupOf(int tile)
    {
        var group = 0;
        while (EndTile(group) <= tile)
        {
            group++;
        }

        return group;
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
