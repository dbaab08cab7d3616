using System.Numerics;
using System.Runtime.Intrinsics;
using static Suandian.Optimisation.Hourly.Lane;

namespace Suandian.Optimisation.Hourly;

/// <content>Step lengths, the blending of directions, and the step itself.</content>
/// <remarks>
/// From an exactly central point a few pairs in a thousand would still stop the whole step. So a slack may overrun its bound by
/// 12 √μ and a multiplier by 50 √μ, at most two pairs in a thousand may, and what overruns is clipped; the residual that leaves is
/// removed by later steps. Shared columns and year rows are strict.
/// </remarks>
sealed unsafe partial class InteriorPoint
{
    const double LeastProduct = 0.1; // correctors move products into [0.1, 10] σ μ
    const double OverrunPrimal = 12; // × √μ
    const double OverrunDual = 50;
    const double OverrunShare = 2e-3; // of all pairs
    const double ClipShare = 0.01; // of the old value that is kept at least
    const double ClipOverrun = 0.4; // share of the overrun that is kept at least
    const double LeastCentrality = 0.01; // products are kept ≥ this × μ
    const int Weights = 10;
    const int Levels = 20;

    /// <summary>Steps at which overruns are counted.</summary>
    static readonly double[] Level = [.. Enumerable.Range(0, Levels).Select(k => k < 10 ? 1 - 0.07 * k : 0.3 * Math.Pow(0.75, k - 10))];

    bool _isSplit; // the direction kept has a primal and a dual part of its own, and targets of its own
    (double Primal, double Dual) _ratio; // reciprocals of the longest steps, below 1 where more than the whole direction is allowed
    double _overrunPrimal;
    double _overrunDual;
    readonly double[] _weight = new double[Weights];

    // places in GroupSums.Numbers
    const int RatioPrimal = 0, RatioDual = 1, StrictPrimal = 2, StrictDual = 3, Sz = 4, DsZ = 5, SDz = 6, DsDz = 7, CountPrimal = 8, CountDual = 8 + Levels;

    void BeginTally(int group) => Array.Clear(_sums[group].Numbers);

    /// <summary>Counts what a column says about the step: of the affine direction alone, or of blends of two directions.</summary>
    void Tally(int group, int tile, int v, Direction direction)
    {
        if (direction == _old)
        {
            StepColumn(group, tile, v, null);
        }
        else
        {
            BlendColumn(group, tile, v);
        }
    }

    /// <summary>Ratios and products of the direction kept, after it was moved towards the new one where weights are given.</summary>
    /// <remarks>Longer than a method should be: one pass over the tile keeps what it loads in registers, and the cost is the loads.</remarks>
    void StepColumn(int group, int tile, int v, (double Primal, double Dual)? weights)
    {
        var (slot, at, sums) = (_problem.Slots[v], (long)v * _length, _sums[group].Numbers);
        double* xp = ColumnsAt(_x, tile) + at, slp = ColumnsAt(_sl, tile) + at, sup = ColumnsAt(_su, tile) + at, zlp = ColumnsAt(_zl, tile) + at, zup = ColumnsAt(_zu, tile) + at;
        double* mlp = slot.LowerMask.At(tile), mup = slot.UpperMask.At(tile), lp = slot.Lower.At(tile), up = slot.Upper.At(tile), alp = slot.LowerFactor.At(tile), aup = slot.UpperFactor.At(tile);
        double* dual = ColumnsAt(_old.Dual, tile) + at, primal = ColumnsAt(_old.Primal, tile) + at, fresh = ColumnsAt(_new.Dual, tile) + at;
        double* oldLower = ColumnsAt(_old.TargetLower, tile) + at, oldUpper = ColumnsAt(_old.TargetUpper, tile) + at;
        double* newLower = ColumnsAt(_new.TargetLower, tile) + at, newUpper = ColumnsAt(_new.TargetUpper, tile) + at;
        Vector512<double> etaP = All(_old.EtaPrimal), etaD = All(_old.EtaDual), z = Shared(slot, _s.Z);
        Vector512<double> dzP = Shared(slot, _old.SharedPrimal), dzD = Shared(slot, _old.SharedDual);
        Vector512<double> wp = All(weights?.Primal ?? 0), wd = All(weights?.Dual ?? 0), tp = All(_overrunPrimal), td = All(_overrunDual), one = Vector512<double>.One;
        Vector512<double> strictP = default, strictD = default, relaxedP = default, relaxedD = default, sz = default, dsz = default, sdz = default, dsdz = default;
        var isBlend = weights is not null;
        for (var i = 0; i < _length; i += Width)
        {
            Vector512<double> ml = Load(mlp + i), mu = Load(mup + i), l = Load(lp + i), u = Load(up + i), al = Load(alp + i), au = Load(aup + i);
            Vector512<double> x = Load(xp + i), sl = Load(slp + i), su = Load(sup + i), zl = Load(zlp + i), zu = Load(zup + i);
            Vector512<double> dxD = Load(dual + i), dxP = dxD, cl = -ml * sl * zl, cu = -mu * su * zu;
            if (isBlend)
            {
                var dxN = Load(fresh + i);
                dxP = _isSplit ? Load(primal + i) : dxD;
                cl = _isSplit ? Load(oldLower + i) : cl;
                cu = _isSplit ? Load(oldUpper + i) : cu;
                dxP = Fma(wp, dxN - dxP, dxP);
                dxD = Fma(wd, dxN - dxD, dxD);
                cl = Fma(wd, Load(newLower + i) - cl, cl);
                cu = Fma(wd, Load(newUpper + i) - cu, cu);
                Store(primal + i, dxP);
                Store(dual + i, dxD);
                Store(oldLower + i, cl);
                Store(oldUpper + i, cu);
            }

            Vector512<double> rl = LowerResidual(ml, x, l, al * z, sl), ru = UpperResidual(mu, x, u, au * z, su);
            Vector512<double> dsl = LowerStep(ml, dxP, al * dzP, etaP, rl), dsu = UpperStep(mu, dxP, au * dzP, etaP, ru);
            Vector512<double> il = one / sl, iu = one / su, jl = one / zl, ju = one / zu;
            Vector512<double> dzl = (cl - zl * LowerStep(ml, dxD, al * dzD, etaD, rl)) * il, dzu = (cu - zu * UpperStep(mu, dxD, au * dzD, etaD, ru)) * iu;
            var ratioP = Vector512.Max(-dsl * il, -dsu * iu);
            var ratioD = Vector512.Max(-dzl * jl, -dzu * ju);
            strictP = Vector512.Max(strictP, ratioP);
            strictD = Vector512.Max(strictD, ratioD);
            if (Vector512.GreaterThanAny(ratioP, relaxedP)) // a relaxed ratio is below the strict one
            {
                relaxedP = Vector512.Max(relaxedP, Vector512.Max(-dsl / (sl + tp), -dsu / (su + tp)));
            }

            if (Vector512.GreaterThanAny(ratioD, relaxedD))
            {
                relaxedD = Vector512.Max(relaxedD, Vector512.Max(-dzl / (zl + td), -dzu / (zu + td)));
            }

            if (Vector512.GreaterThanAny(ratioP, one))
            {
                Count(ratioP, sums.AsSpan(CountPrimal, Levels));
            }

            if (Vector512.GreaterThanAny(ratioD, one))
            {
                Count(ratioD, sums.AsSpan(CountDual, Levels));
            }

            sz += ml * sl * zl + mu * su * zu;
            dsz += dsl * zl + dsu * zu;
            sdz += sl * dzl + su * dzu;
            dsdz += dsl * dzl + dsu * dzu;
        }

        sums[RatioPrimal] = Math.Max(sums[RatioPrimal], Max(relaxedP));
        sums[RatioDual] = Math.Max(sums[RatioDual], Max(relaxedD));
        sums[StrictPrimal] = Math.Max(sums[StrictPrimal], Max(strictP));
        sums[StrictDual] = Math.Max(sums[StrictDual], Max(strictD));
        sums[Sz] += Vector512.Sum(sz);
        sums[DsZ] += Vector512.Sum(dsz);
        sums[SDz] += Vector512.Sum(sdz);
        sums[DsDz] += Vector512.Sum(dsdz);
    }

    /// <summary>Counts the ratios above 1 / level; levels fall, so the first that none exceeds ends it.</summary>
    static void Count(Vector512<double> ratio, Span<double> counts)
    {
        for (var k = 0; k < Levels; k++)
        {
            var above = Vector512.GreaterThan(ratio * All(Level[k]), Vector512<double>.One).ExtractMostSignificantBits();
            if (above == 0)
            {
                break;
            }

            counts[k] += BitOperations.PopCount(above);
        }
    }

    /// <summary>Sum of overruns beyond 0.9 of the bound at each weight of the new direction, primal and dual.</summary>
    /// <remarks>Longer than a method should be: one pass over the tile keeps what it loads in registers, and the cost is the loads.</remarks>
    void BlendColumn(int group, int tile, int v)
    {
        var (slot, at, sums) = (_problem.Slots[v], (long)v * _length, _sums[group].Numbers);
        double* xp = ColumnsAt(_x, tile) + at, slp = ColumnsAt(_sl, tile) + at, sup = ColumnsAt(_su, tile) + at, zlp = ColumnsAt(_zl, tile) + at, zup = ColumnsAt(_zu, tile) + at;
        double* mlp = slot.LowerMask.At(tile), mup = slot.UpperMask.At(tile), lp = slot.Lower.At(tile), up = slot.Upper.At(tile), alp = slot.LowerFactor.At(tile), aup = slot.UpperFactor.At(tile);
        double* dual = ColumnsAt(_old.Dual, tile) + at, primal = _isSplit ? ColumnsAt(_old.Primal, tile) + at : dual, fresh = ColumnsAt(_new.Dual, tile) + at;
        double* oldLower = ColumnsAt(_old.TargetLower, tile) + at, oldUpper = ColumnsAt(_old.TargetUpper, tile) + at;
        double* newLower = ColumnsAt(_new.TargetLower, tile) + at, newUpper = ColumnsAt(_new.TargetUpper, tile) + at;
        Vector512<double> etaP = All(_old.EtaPrimal), etaD = All(_old.EtaDual), etaN = All(_new.EtaPrimal), z = Shared(slot, _s.Z), limit = All(0.9);
        Vector512<double> dzP = Shared(slot, _old.SharedPrimal), dzD = Shared(slot, _old.SharedDual), dzN = Shared(slot, _new.SharedPrimal);
        var overP = stackalloc Vector512<double>[Weights];
        var overD = stackalloc Vector512<double>[Weights];
        for (var k = 0; k < Weights; k++)
        {
            overP[k] = overD[k] = Vector512<double>.Zero;
        }

        for (var i = 0; i < _length; i += Width)
        {
            Vector512<double> ml = Load(mlp + i), mu = Load(mup + i), l = Load(lp + i), u = Load(up + i), al = Load(alp + i), au = Load(aup + i);
            Vector512<double> x = Load(xp + i), sl = Load(slp + i), su = Load(sup + i), zl = Load(zlp + i), zu = Load(zup + i);
            Vector512<double> il = Vector512<double>.One / sl, iu = Vector512<double>.One / su, jl = Vector512<double>.One / zl, ju = Vector512<double>.One / zu;
            Vector512<double> cl = _isSplit ? Load(oldLower + i) : -ml * sl * zl, cu = _isSplit ? Load(oldUpper + i) : -mu * su * zu;
            Vector512<double> rl = LowerResidual(ml, x, l, al * z, sl), ru = UpperResidual(mu, x, u, au * z, su);
            Vector512<double> dxP = Load(primal + i), dxD = Load(dual + i), dxN = Load(fresh + i);
            Vector512<double> nsl = LowerStep(ml, dxN, al * dzN, etaN, rl), nsu = UpperStep(mu, dxN, au * dzN, etaN, ru);
            Vector512<double> o1 = -il * LowerStep(ml, dxP, al * dzP, etaP, rl), o2 = -iu * UpperStep(mu, dxP, au * dzP, etaP, ru);
            Vector512<double> e1 = -il * nsl - o1, e2 = -iu * nsu - o2;
            Vector512<double> o3 = -jl * il * (cl - zl * LowerStep(ml, dxD, al * dzD, etaD, rl)), o4 = -ju * iu * (cu - zu * UpperStep(mu, dxD, au * dzD, etaD, ru));
            Vector512<double> e3 = -jl * il * (Load(newLower + i) - zl * nsl) - o3, e4 = -ju * iu * (Load(newUpper + i) - zu * nsu) - o4;
            for (var k = 0; k < Weights; k++)
            {
                var w = All(_weight[k]);
                overP[k] += Vector512.Max(Vector512<double>.Zero, Vector512.Max(Fma(w, e1, o1), Fma(w, e2, o2)) - limit);
                overD[k] += Vector512.Max(Vector512<double>.Zero, Vector512.Max(Fma(w, e3, o3), Fma(w, e4, o4)) - limit);
            }
        }

        for (var k = 0; k < Weights; k++)
        {
            sums[k] += Vector512.Sum(overP[k]);
            sums[Weights + k] += Vector512.Sum(overD[k]);
        }
    }

    /// <summary>Weights that a blend of the kept and the new direction may take: 1 … least, and for a centrality corrector 0.</summary>
    void SetWeights(double least, bool isFirst)
    {
        for (var k = 0; k < Weights - 1; k++)
        {
            _weight[k] = 1 - (1 - least) * k / (Weights - 2);
        }

        _weight[Weights - 1] = isFirst ? 1 : 0;
    }

    /// <summary>The weights of least overrun, primal and dual.</summary>
    (double Primal, double Dual) BestWeights()
    {
        var (bestP, bestD, wp, wd) = (double.MaxValue, double.MaxValue, 0.0, 0.0);
        var penalty = 1e-2 * _pairs;
        for (var k = 0; k < Weights; k++)
        {
            var (w, p, d) = (_weight[k], _sums.Sum(s => s.Numbers[k]), _sums.Sum(s => s.Numbers[Weights + k]));
            var (ratioP, ratioD) = SharedRatios(w);
            p += penalty * Math.Max(0, ratioP - 0.9);
            d += penalty * Math.Max(0, ratioD - 0.9);
            (bestP, wp) = p < bestP ? (p, w) : (bestP, wp);
            (bestD, wd) = d < bestD ? (d, w) : (bestD, wd);
        }

        return (wp, wd);
    }

    /// <summary>Moves the kept direction towards the new one and returns its steps.</summary>
    (double Primal, double Dual) Blend((double Primal, double Dual) w)
    {
        MixShared(w);
        var kept = (_old.EtaPrimal, _old.EtaDual);
        (_old.EtaPrimal, _old.EtaDual) = (kept.EtaPrimal + w.Primal * (_new.EtaPrimal - kept.EtaPrimal), kept.EtaDual + w.Dual * (_new.EtaDual - kept.EtaDual));
        _team.Run(_groups, group =>
        {
            BeginTally(group);
            var weight = All(w.Dual);
            for (var tile = FirstTile(group); tile < EndTile(group); tile++)
            {
                for (var v = 0; v < _columns; v++)
                {
                    StepColumn(group, tile, v, w);
                }

                double* dy = RowsAt(_old.Rows, tile), fresh = RowsAt(_scratch, tile);
                for (long i = 0; i < (long)_rows * _length; i += Width)
                {
                    var old = Load(dy + i);
                    Store(dy + i, Fma(weight, Load(fresh + i) - old, old));
                }
            }
        });
        _isSplit = true;
        return Steps();
    }

    /// <summary>Longest step lengths of the direction kept, from the counts of the last pass; 1 at most.</summary>
    (double Primal, double Dual) Steps()
    {
        _ratio = SharedRatios(0);
        _ratio.Primal = Math.Max(Ratio(CountPrimal, StrictPrimal, RatioPrimal), _ratio.Primal);
        _ratio.Dual = Math.Max(Ratio(CountDual, StrictDual, RatioDual), _ratio.Dual);
        return (Math.Min(1, 1 / _ratio.Primal), Math.Min(1, 1 / _ratio.Dual));
    }

    double Ratio(int counts, int strict, int relaxed)
    {
        var ratio = _sums.Max(s => s.Numbers[strict]);
        for (var k = 0; k < Levels && ratio > 1; k++)
        {
            if (_sums.Sum(s => s.Numbers[counts + k]) <= OverrunShare * _pairs)
            {
                ratio = Math.Min(ratio, 1 / Level[k]);
                break;
            }
        }

        return Math.Max(ratio, _sums.Max(s => s.Numbers[relaxed]));
    }

    /// <summary>Mean product after a step of the direction kept.</summary>
    double MuAt((double Primal, double Dual) step)
    {
        double Sum(int place) => _sums.Sum(s => s.Numbers[place]);
        var total = Sum(Sz) + step.Primal * Sum(DsZ) + step.Dual * Sum(SDz) + step.Primal * step.Dual * Sum(DsDz);
        return Math.Max(total + SharedProducts(step), 1e-3 * Sum(Sz)) / _pairs;
    }
}
