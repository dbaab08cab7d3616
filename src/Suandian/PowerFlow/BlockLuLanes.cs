using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Suandian.PowerFlow;

/// <summary>The factorisation of <see cref="BlockLu"/> for four matrices of one pattern at once: each number is a vector, a block is four of them.</summary>
sealed unsafe class BlockLuLanes
{
    readonly BlockPattern _pattern;
    readonly AlignedNumbers _blocks;
    readonly AlignedNumbers _inverse;

    internal BlockLuLanes(BlockPattern pattern)
    {
        _pattern = pattern;
        _blocks = new AlignedNumbers(4 * HourLanes.Width * pattern.Blocks);
        _inverse = new AlignedNumbers(4 * HourLanes.Width * pattern.Size);
    }

    /// <summary>The blocks, to be written before they are factorised in place.</summary>
    internal Vector256<double>* Blocks => (Vector256<double>*)_blocks.First;

    /// <summary>Sets all blocks to zero.</summary>
    internal void Clear() => _blocks.Span.Clear();

    /// <summary>Sets some blocks to zero; all are at first, and what is zero in rows and columns that are pinned stays so.</summary>
    internal void ClearFill(int[] fill)
    {
        foreach (var block in fill)
        {
            new Span<double>(_blocks.First + 4 * HourLanes.Width * block, 4 * HourLanes.Width).Clear();
        }
    }

    /// <summary>Factorises in place and solves for the right-hand side; two vectors a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void FactorAndSolve(Vector256<double>* right)
    {
        Vector256<double>* blocks = Blocks, inverses = (Vector256<double>*)_inverse.First;
        fixed (int* start = _pattern.RowStart, column = _pattern.Column, diagonal = _pattern.Diagonal, targets = _pattern.Target)
        {
            var target = targets;
            for (var i = 0; i < _pattern.Size; i++)
            {
                Vector256<double> above = right[2 * i], below = right[2 * i + 1];
                for (var q = start[i]; q < diagonal[i]; q++)
                {
                    var k = column[q];
                    Vector256<double>* l = blocks + 4 * q, v = inverses + 4 * k;
                    Vector256<double> a = l[0] * v[0] + l[1] * v[2], b = l[0] * v[1] + l[1] * v[3], c = l[2] * v[0] + l[3] * v[2], d = l[2] * v[1] + l[3] * v[3];
                    above -= a * right[2 * k] + b * right[2 * k + 1];
                    below -= c * right[2 * k] + d * right[2 * k + 1];
                    for (var w = diagonal[k] + 1; w < start[k + 1]; w++)
                    {
                        Vector256<double>* u = blocks + 4 * w, x = blocks + 4 * *target++;
                        Vector256<double> first = u[0], second = u[1], third = u[2], fourth = u[3];
                        x[0] -= a * first + b * third;
                        x[1] -= a * second + b * fourth;
                        x[2] -= c * first + d * third;
                        x[3] -= c * second + d * fourth;
                    }
                }

                (right[2 * i], right[2 * i + 1]) = (above, below);
                Vector256<double>* own = blocks + 4 * diagonal[i], z = inverses + 4 * i;
                var reciprocal = Vector256<double>.One / (own[0] * own[3] - own[1] * own[2]);
                (z[0], z[1], z[2], z[3]) = (own[3] * reciprocal, -own[1] * reciprocal, -own[2] * reciprocal, own[0] * reciprocal);
            }

            Back(right);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Back(Vector256<double>* right)
    {
        Vector256<double>* blocks = Blocks, inverses = (Vector256<double>*)_inverse.First;
        fixed (int* start = _pattern.RowStart, column = _pattern.Column, diagonal = _pattern.Diagonal)
        {
            for (var i = _pattern.Size - 1; i >= 0; i--)
            {
                Vector256<double> above = right[2 * i], below = right[2 * i + 1];
                for (var w = diagonal[i] + 1; w < start[i + 1]; w++)
                {
                    Vector256<double>* u = blocks + 4 * w, x = right + 2 * column[w];
                    above -= u[0] * x[0] + u[1] * x[1];
                    below -= u[2] * x[0] + u[3] * x[1];
                }

                var z = inverses + 4 * i;
                (right[2 * i], right[2 * i + 1]) = (z[0] * above + z[1] * below, z[2] * above + z[3] * below);
            }
        }
    }
}
