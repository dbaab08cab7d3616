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

    /// <summary>Complementarity targets of a column and r1 of them; sums for shared columns, year rows and segment ends.</summary>
    /// <remarks>Longer than a method should be: one pass over the tile keeps what it loads in registers, and the cost is the loads.</remarks>
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
}
