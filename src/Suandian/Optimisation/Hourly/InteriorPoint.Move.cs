using System.Runtime.Intrinsics;
using static Suandian.Optimisation.Hourly.Lane;

namespace Suandian.Optimisation.Hourly;

/// <content>The step itself.</content>
sealed unsafe partial class InteriorPoint
{
    /// <summary>Takes the step.</summary>
    void Move((double Primal, double Dual) step)
    {
        var least = LeastCentrality * MuAt(step);
        _team.Run(_groups, group =>
        {
            var d = All(step.Dual);
            for (var tile = FirstTile(group); tile < EndTile(group); tile++)
            {
                for (var v = 0; v < _columns; v++)
                {
                    MoveColumn(tile, v, step, least);
                }

                double* y = RowsAt(_y, tile), dy = RowsAt(_old.Rows, tile);
                for (long i = 0; i < (long)_rows * _length; i += Width)
                {
                    Store(y + i, Fma(d, Load(dy + i), Load(y + i)));
                }
            }
        });
        MoveShared(step);
    }

    void MoveColumn(int tile, int v, (double Primal, double Dual) step, double least)
    {
        var (slot, at) = (_problem.Slots[v], (long)v * _length);
        double* xp = ColumnsAt(_x, tile) + at, slp = ColumnsAt(_sl, tile) + at, sup = ColumnsAt(_su, tile) + at, zlp = ColumnsAt(_zl, tile) + at, zup = ColumnsAt(_zu, tile) + at;
        double* mlp = slot.LowerMask.At(tile), mup = slot.UpperMask.At(tile), lp = slot.Lower.At(tile), up = slot.Upper.At(tile), alp = slot.LowerFactor.At(tile), aup = slot.UpperFactor.At(tile);
        double* dual = ColumnsAt(_old.Dual, tile) + at, primal = _isSplit ? ColumnsAt(_old.Primal, tile) + at : dual;
        double* targetLower = ColumnsAt(_old.TargetLower, tile) + at, targetUpper = ColumnsAt(_old.TargetUpper, tile) + at;
        Vector512<double> etaP = All(_old.EtaPrimal), etaD = All(_old.EtaDual), z = Shared(slot, _s.Z), a = All(step.Primal), d = All(step.Dual), floor = All(least);
        Vector512<double> dzP = Shared(slot, _old.SharedPrimal), dzD = Shared(slot, _old.SharedDual);
        for (var i = 0; i < _length; i += Width)
        {
            Vector512<double> ml = Load(mlp + i), mu = Load(mup + i), l = Load(lp + i), u = Load(up + i), al = Load(alp + i), au = Load(aup + i);
            Vector512<double> x = Load(xp + i), sl = Load(slp + i), su = Load(sup + i), zl = Load(zlp + i), zu = Load(zup + i), dxP = Load(primal + i);
            Vector512<double> rl = LowerResidual(ml, x, l, al * z, sl), ru = UpperResidual(mu, x, u, au * z, su);
            var dxD = Load(dual + i);
            Vector512<double> cl = _isSplit ? Load(targetLower + i) : -ml * sl * zl, cu = _isSplit ? Load(targetUpper + i) : -mu * su * zu;
            var dzl = (cl - zl * LowerStep(ml, dxD, al * dzD, etaD, rl)) / sl;
            var dzu = (cu - zu * UpperStep(mu, dxD, au * dzD, etaD, ru)) / su;
            var newSl = Clip(sl, Fma(a, LowerStep(ml, dxP, al * dzP, etaP, rl), sl));
            var newSu = Clip(su, Fma(a, UpperStep(mu, dxP, au * dzP, etaP, ru), su));
            (newSl, zl) = Raise(newSl, Clip(zl, Fma(d, dzl, zl)), ml * floor);
            (newSu, zu) = Raise(newSu, Clip(zu, Fma(d, dzu, zu)), mu * floor);
            Store(xp + i, Fma(a, dxP, x));
            Store(slp + i, newSl);
            Store(sup + i, newSu);
            Store(zlp + i, zl);
            Store(zup + i, zu);
        }
    }

    /// <summary>A value that would fall too low is set to a share of the old one, or of the overrun where that is larger.</summary>
    static Vector512<double> Clip(Vector512<double> old, Vector512<double> wanted)
    {
        var least = old * All(ClipShare);
        return Vector512.ConditionalSelect(Vector512.LessThan(wanted, least), Vector512.Max(least, wanted * All(-ClipOverrun)), wanted);
    }

    /// <summary>Raises the smaller of a pair until the product reaches the floor.</summary>
    static (Vector512<double> Slack, Vector512<double> Multiplier) Raise(Vector512<double> s, Vector512<double> z, Vector512<double> floor)
    {
        var isSlackSmaller = Vector512.LessThan(s, z);
        return (Vector512.ConditionalSelect(isSlackSmaller, Vector512.Max(s, floor / z), s),
            Vector512.ConditionalSelect(isSlackSmaller, z, Vector512.Max(z, floor / s)));
    }
}
