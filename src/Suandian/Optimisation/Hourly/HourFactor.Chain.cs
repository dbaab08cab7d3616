using System.Runtime.Intrinsics;
using static Suandian.Optimisation.Hourly.Lane;

namespace Suandian.Optimisation.Hourly;

/// <content>The chain over time in the state rows.</content>
sealed unsafe partial class HourFactor
{
    readonly (int Pair, int Slot, Coefficient A, Coefficient B)[] _ownPairs; // products of B D⁻¹ B'

    /// <summary>Starts a group: nothing is carried into its first step.</summary>
    internal void Begin(int group)
    {
        Clear(_work[group], (long)_pairs * Width);
        Clear(_products[group], (long)Border.Padded * Border.Padded * Width);
    }

    /// <summary>Chains one step: leaves the factor of T(t) in the state block and U(t+1) for the next step.</summary>
    /// <param name="group">Group.</param>
    /// <param name="tile">Tile.</param>
    /// <param name="step">Step in the tile.</param>
    /// <param name="inverse">D⁻¹ of the tile.</param>
    /// <param name="hasNext">False at the last step of the group.</param>
    internal void ChainStep(int group, int tile, int step, double* inverse, bool hasNext)
    {
        var at = (long)step * Width;
        var state = StateAt(tile, step);
        var schur = _schur[group] + at;
        var u = _work[group];
        var r = u + (long)_pairs * Width;
        var size = r + (long)_pairs * Width;
        for (var p = 0; p < _pairs; p++)
        {
            var value = Load(schur + (long)p * _length) + Load(u + (long)p * Width);
            Store(state + (long)p * Width, value);
            Store(r + (long)p * Width, value);
        }

        if (hasNext)
        {
            Carry(tile, at, inverse, r, u);
        }

        foreach (ref readonly var pair in _ownPairs.AsSpan())
        {
            var target = state + (long)pair.Pair * Width;
            var product = Load(pair.A.At(tile) + at) * Load(pair.B.At(tile) + at);
            Store(target, Fma(product, Load(inverse + (long)pair.Slot * _length + at), Load(target)));
        }

        Cholesky(state, _states, size);
    }

    /// <summary>U = P (D + B' R⁻¹ B)⁻¹ P'.</summary>
    /// <param name="tile">Tile.</param>
    /// <param name="at">Offset of the step in a tile.</param>
    /// <param name="inverse">D⁻¹ of the tile.</param>
    /// <param name="r">R, lower triangle [pairs × lanes]; its factor afterwards.</param>
    /// <param name="u">U, lower triangle [pairs × lanes].</param>
    /// <remarks>Longer than a method should be: the steps share their pointers, and a call for each would cost more than its work.</remarks>
    void Carry(int tile, long at, double* inverse, double* r, double* u)
    {
        var (s, q) = (_states, _links);
        var size = r + (long)_pairs * Width;
        var y = size + (long)Math.Max(s, q) * Width; // L⁻¹ B [state × link]
        var n = y + (long)s * q * Width; // D + Y'Y, lower triangle of links
        var z = n + (long)q * (q + 1) / 2 * Width; // its factor⁻¹ P' [link × state]
        Cholesky(r, s, size);
        Clear(y, (long)s * q * Width);
        foreach (ref readonly var e in _own.AsSpan())
        {
            Store(y + ((long)e.Row * q + e.Link) * Width, Load(e.Value.At(tile) + at));
        }

        Lower(r, y, (s, q), _firstRow);
        for (var a = 0; a < q; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                var sum = a == b ? Vector512<double>.One / Vector512.Max(Load(inverse + (long)_pattern.LinkColumns[a] * _length + at), All(1e-200)) : Vector512<double>.Zero;
                for (var i = Math.Max(_firstRow[a], _firstRow[b]); i < s; i++)
                {
                    sum = Fma(Load(y + ((long)i * q + a) * Width), Load(y + ((long)i * q + b) * Width), sum);
                }

                Store(n + (long)HourPattern.Pair(a, b) * Width, sum);
            }
        }

        Cholesky(n, q, size);
        Clear(z, (long)s * q * Width);
        foreach (ref readonly var e in _next.AsSpan())
        {
            Store(z + ((long)e.Link * s + e.Row) * Width, Load(e.Value.At(tile) + at));
        }

        Lower(n, z, (q, s), _firstLink);
        for (var i = 0; i < s; i++)
        {
            for (var k = 0; k <= i; k++)
            {
                var sum = Vector512<double>.Zero;
                for (var a = Math.Max(_firstLink[i], _firstLink[k]); a < q; a++)
                {
                    sum = Fma(Load(z + ((long)a * s + i) * Width), Load(z + ((long)a * s + k) * Width), sum);
                }

                Store(u + (long)HourPattern.Pair(i, k) * Width, sum);
            }
        }
    }

    /// <summary>Cholesky factor of a lower triangle in place, 1/√pivot on its diagonal.</summary>
    static void Cholesky(double* m, int order, double* size)
    {
        for (var k = 0; k < order; k++)
        {
            Store(size + (long)k * Width, Load(m + (long)HourPattern.Pair(k, k) * Width));
        }

        for (var k = 0; k < order; k++)
        {
            var diagonal = m + (long)HourPattern.Pair(k, k) * Width;
            var root = InverseRoot(Load(diagonal), Load(size + (long)k * Width));
            Store(diagonal, root);
            for (var i = k + 1; i < order; i++)
            {
                var entry = m + (long)HourPattern.Pair(i, k) * Width;
                Store(entry, Load(entry) * root);
            }

            for (var i = k + 1; i < order; i++)
            {
                var factor = -Load(m + (long)HourPattern.Pair(i, k) * Width);
                var row = m + (long)HourPattern.Pair(i, 0) * Width;
                for (var j = k + 1; j <= i; j++)
                {
                    Store(row + (long)j * Width, Fma(factor, Load(m + (long)HourPattern.Pair(j, k) * Width), Load(row + (long)j * Width)));
                }
            }
        }
    }

    /// <summary>x ← L⁻¹ x for the columns of x [order × columns], each from its first row that is not zero.</summary>
    static void Lower(double* l, double* x, (int Order, int Columns) shape, int[] first)
    {
        var (order, columns) = shape;
        for (var k = 0; k < order; k++)
        {
            var root = Load(l + (long)HourPattern.Pair(k, k) * Width);
            var row = x + (long)k * columns * Width;
            for (var c = 0; c < columns; c++)
            {
                if (first[c] > k)
                {
                    continue;
                }

                var value = Load(row + (long)c * Width) * root;
                Store(row + (long)c * Width, value);
                for (var i = k + 1; i < order; i++)
                {
                    var target = x + ((long)i * columns + c) * Width;
                    Store(target, Vector512.FusedMultiplyAdd(-Load(l + (long)HourPattern.Pair(i, k) * Width), value, Load(target)));
                }
            }
        }
    }

    static (int Pair, int Slot, Coefficient A, Coefficient B)[] Pairs(LinkEntry[] entries)
    {
        var pairs = new List<(int, int, Coefficient, Coefficient)>();
        foreach (var a in entries)
        {
            foreach (var b in entries)
            {
                if (a.Link == b.Link && a.Row >= b.Row)
                {
                    pairs.Add((HourPattern.Pair(a.Row, b.Row), a.Slot, a.Value, b.Value));
                }
            }
        }

        return [.. pairs];
    }

    long ChainLength()
    {
        var (s, q) = (_states, _links);
        return 2L * _pairs + 2L * Math.Max(s, q) + 2L * s * q + (long)q * (q + 1) / 2;
    }

    long WorkLength() => (ChainLength() + (_pattern.Rows + (long)_states) * Border.Padded + _states + 1) * Width;
}
