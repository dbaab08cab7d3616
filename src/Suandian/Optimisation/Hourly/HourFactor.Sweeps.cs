using System.Runtime.Intrinsics;
using static Suandian.Optimisation.Hourly.Lane;

namespace Suandian.Optimisation.Hourly;

/// <content>Solving with the factors: M⁻¹ r in a sweep forward and one back over the steps of a group.</content>
sealed unsafe partial class HourFactor
{
    /// <summary>Forward through a tile: rows ← what the sweep back needs. Tiles of a group are taken in their order.</summary>
    /// <param name="group">Group.</param>
    /// <param name="tile">Tile.</param>
    /// <param name="rows">Right-hand side [row × step × lane], in place.</param>
    /// <param name="inverse">D⁻¹ of the tile.</param>
    /// <param name="inverseBefore">D⁻¹ of the tile before; null at the first of a group.</param>
    /// <remarks>Longer than a method should be: the steps share their pointers, and a call for each would cost more than its work.</remarks>
    internal void Forward(int group, int tile, double* rows, double* inverse, double* inverseBefore)
    {
        var n = _length;
        var local = LocalAt(tile);
        for (var k = 0; k < _pattern.Local; k++)
        {
            var row = rows + (long)k * n;
            var root = local + (long)_pattern.Diagonal[k] * n;
            for (var i = 0; i < n; i += Width)
            {
                Store(row + i, Load(row + i) * Load(root + i));
            }

            foreach (ref readonly var below in _pattern.Below[k].AsSpan())
            {
                var target = rows + (long)below.Row * n;
                var factor = local + (long)below.At * n;
                for (var i = 0; i < n; i += Width)
                {
                    Store(target + i, Vector512.FusedMultiplyAdd(-Load(factor + i), Load(row + i), Load(target + i)));
                }
            }
        }

        var states = rows + (long)_pattern.Local * n;
        var q = Vector(group);
        if (inverseBefore is null)
        {
            Clear(q, (long)_states * Width);
        }

        for (var step = 0; step < _steps && _states > 0; step++)
        {
            var at = (long)step * Width;
            if (step > 0 || inverseBefore is not null)
            {
                CarryOver(q, states + at, step > 0 ? (tile, at - Width, (nint)inverse) : (tile - 1, n - Width, (nint)inverseBefore));
            }

            for (var k = 0; k < _states; k++)
            {
                Store(q + (long)k * Width, Load(states + (long)k * n + at));
            }

            SolveState(StateAt(tile, step), q);
            for (var k = 0; k < _states; k++)
            {
                Store(states + (long)k * n + at, Load(q + (long)k * Width));
            }
        }
    }

    /// <summary>rows −= P D⁻¹ B' q of the step before.</summary>
    void CarryOver(double* q, double* rows, (int Tile, long At, nint Inverse) before)
    {
        foreach (ref readonly var pair in _carryPairs.AsSpan())
        {
            var factor = Load(pair.P.At(before.Tile) + before.At) * Load(pair.A.At(before.Tile) + before.At)
                * Load((double*)before.Inverse + (long)pair.Slot * _length + before.At);
            var target = rows + (long)pair.Next * _length;
            Store(target, Vector512.FusedMultiplyAdd(-factor, Load(q + (long)pair.Own * Width), Load(target)));
        }
    }

    /// <summary>Back through a tile: rows ← M⁻¹ r. Tiles of a group are taken from the last to the first.</summary>
    /// <param name="group">Group.</param>
    /// <param name="tile">Tile.</param>
    /// <param name="rows">Rows of the tile as the sweep forward left them.</param>
    /// <param name="inverse">D⁻¹ of the tile.</param>
    /// <param name="rowsAfter">Rows of the tile after, done; null at the last of a group.</param>
    /// <remarks>Longer than a method should be: the steps share their pointers, and a call for each would cost more than its work.</remarks>
    internal void Backward(int group, int tile, double* rows, double* inverse, double* rowsAfter)
    {
        var n = _length;
        var local = LocalAt(tile);
        var states = rows + (long)_pattern.Local * n;
        var f = Vector(group);
        for (var step = _steps - 1; step >= 0 && _states > 0; step--)
        {
            var at = (long)step * Width;
            var after = step < _steps - 1 ? states + at + Width : rowsAfter is null ? null : rowsAfter + (long)_pattern.Local * n;
            if (after is null)
            {
                continue;
            }

            Clear(f, (long)_states * Width);
            foreach (ref readonly var pair in _carryPairs.AsSpan())
            {
                var factor = Load(pair.P.At(tile) + at) * Load(pair.A.At(tile) + at) * Load(inverse + (long)pair.Slot * n + at);
                var target = f + (long)pair.Own * Width;
                Store(target, Fma(factor, Load(after + (long)pair.Next * n), Load(target)));
            }

            SolveState(StateAt(tile, step), f);
            for (var k = 0; k < _states; k++)
            {
                Store(states + (long)k * n + at, Load(states + (long)k * n + at) - Load(f + (long)k * Width));
            }
        }

        for (var k = _pattern.Local - 1; k >= 0; k--)
        {
            var row = rows + (long)k * n;
            var root = local + (long)_pattern.Diagonal[k] * n;
            foreach (ref readonly var below in _pattern.Below[k].AsSpan())
            {
                var source = rows + (long)below.Row * n;
                var factor = local + (long)below.At * n;
                for (var i = 0; i < n; i += Width)
                {
                    Store(row + i, Vector512.FusedMultiplyAdd(-Load(factor + i), Load(source + i), Load(row + i)));
                }
            }

            for (var i = 0; i < n; i += Width)
            {
                Store(row + i, Load(row + i) * Load(root + i));
            }
        }
    }

    /// <summary>x ← T⁻¹ x.</summary>
    void SolveState(double* t, double* x)
    {
        var row = t;
        for (var i = 0; i < _states; i++)
        {
            var (even, odd) = (Load(x + (long)i * Width), Vector512<double>.Zero);
            var k = 0;
            for (; k + 1 < i; k += 2)
            {
                even = Vector512.FusedMultiplyAdd(-Load(row + (long)k * Width), Load(x + (long)k * Width), even);
                odd = Vector512.FusedMultiplyAdd(-Load(row + (long)(k + 1) * Width), Load(x + (long)(k + 1) * Width), odd);
            }

            if (k < i)
            {
                even = Vector512.FusedMultiplyAdd(-Load(row + (long)k * Width), Load(x + (long)k * Width), even);
            }

            row += (long)i * Width;
            Store(x + (long)i * Width, (even + odd) * Load(row));
            row += Width;
        }

        for (var i = _states - 1; i >= 0; i--)
        {
            row = t + (long)HourPattern.Pair(i, 0) * Width;
            var value = Load(x + (long)i * Width) * Load(row + (long)i * Width);
            Store(x + (long)i * Width, value);
            for (var k = 0; k < i; k++)
            {
                Store(x + (long)k * Width, Vector512.FusedMultiplyAdd(-Load(row + (long)k * Width), value, Load(x + (long)k * Width)));
            }
        }
    }

    /// <summary>A vector of the state rows, kept between tiles.</summary>
    double* Vector(int group) => Columns(group) + (_pattern.Rows + (long)_states) * Border.Padded * Width;
}
