using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Suandian.PowerFlow;

/// <summary>LU factors of a matrix of 2 × 2 blocks without exchange of rows; one block is one vector of four doubles, row by row.</summary>
/// <remarks>
/// For i = 0 … n − 1, for each block (i, k) of L: L = A(i,k) U(k,k)⁻¹, then A(i,j) −= L U(k,j) for each block (k, j) of U.
/// Numbers that are read as vectors are written as vectors, as processors forward no other way without waiting.
/// Only multiplications and additions in a fixed order, no fused ones: the numbers are the same on every processor.
/// The diagonal block may be small where branches cancel; <see cref="SmallestPivot"/> tells, and the caller must check the residual then.
/// </remarks>
sealed unsafe class BlockLu
{
    readonly BlockPattern _pattern;
    readonly AlignedNumbers _blocks;
    readonly AlignedNumbers _inverse;

    internal BlockLu(BlockPattern pattern)
    {
        _pattern = pattern;
        (_blocks, _inverse) = (new AlignedNumbers(4 * pattern.Blocks), new AlignedNumbers(4 * pattern.Size));
    }

    /// <summary>The blocks; the caller writes the matrix here, with zeros in the fill, before it is factorised in place.</summary>
    internal double* Blocks => _blocks.First;

    /// <summary>The same as a span.</summary>
    internal Span<double> Numbers => _blocks.Span;

    /// <summary>Smallest |determinant| of a diagonal block relative to the square of its largest entry; 0 where a block is singular.</summary>
    internal double SmallestPivot { get; private set; }

    /// <summary>Sets all blocks to zero.</summary>
    internal void Clear() => _blocks.Span.Clear();

    /// <summary>Sets some blocks to zero.</summary>
    internal void ClearFill(int[] fill)
    {
        var blocks = _blocks.First;
        foreach (var block in fill)
        {
            Vector256<double>.Zero.Store(blocks + 4 * block);
        }
    }

    /// <summary>Factorises in place and solves for one right-hand side on the way.</summary>
    /// <param name="right">Right-hand side, then the solution; two doubles a row.</param>
    internal void FactorAndSolve(Span<double> right)
    {
        fixed (double* first = right)
        {
            Factor(first);
            Back(first);
        }
    }

    /// <summary>Solves for a further right-hand side with the factors that are there.</summary>
    /// <param name="right">Right-hand side, then the solution; two doubles a row.</param>
    internal void Solve(Span<double> right)
    {
        fixed (double* first = right)
        {
            Forward(first);
            Back(first);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Factor(double* right)
    {
        var smallest = double.PositiveInfinity;
        double* blocks = _blocks.First, inverses = _inverse.First;
        fixed (int* start = _pattern.RowStart, column = _pattern.Column, diagonal = _pattern.Diagonal, targets = _pattern.Target)
        {
            var target = targets;
            for (var i = 0; i < _pattern.Size; i++)
            {
                var sum = Vector256<double>.Zero;
                for (var q = start[i]; q < diagonal[i]; q++)
                {
                    var k = column[q];
                    var factor = Times(Vector256.Load(blocks + 4 * q), inverses + 4 * k);
                    factor.Store(blocks + 4 * q);
                    sum += factor * Twice(right + 2 * k);
                    var left = Vector256.Shuffle(factor, Vector256.Create(0L, 0, 2, 2));
                    var rightHalf = Vector256.Shuffle(factor, Vector256.Create(1L, 1, 3, 3));
                    for (double* w = blocks + 4 * (diagonal[k] + 1), end = blocks + 4 * start[k + 1]; w < end; w += 4)
                    {
                        var changed = blocks + 4 * *target++;
                        (Vector256.Load(changed) - (left * Twice(w) + rightHalf * Twice(w + 2))).Store(changed);
                    }
                }

                Vector128.Create(right[2 * i] - (sum[0] + sum[1]), right[2 * i + 1] - (sum[2] + sum[3])).Store(right + 2 * i);
                smallest = Math.Min(smallest, Invert(blocks + 4 * diagonal[i], inverses + 4 * i));
            }
        }

        SmallestPivot = double.IsNaN(smallest) ? 0 : smallest;
    }

    void Forward(double* right)
    {
        var blocks = _blocks.First;
        fixed (int* start = _pattern.RowStart, column = _pattern.Column, diagonal = _pattern.Diagonal)
        {
            for (var i = 0; i < _pattern.Size; i++)
            {
                var sum = Vector256<double>.Zero;
                for (var q = start[i]; q < diagonal[i]; q++)
                {
                    sum += Vector256.Load(blocks + 4 * q) * Twice(right + 2 * column[q]);
                }

                Vector128.Create(right[2 * i] - (sum[0] + sum[1]), right[2 * i + 1] - (sum[2] + sum[3])).Store(right + 2 * i);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Back(double* right)
    {
        double* blocks = _blocks.First, inverses = _inverse.First;
        fixed (int* start = _pattern.RowStart, column = _pattern.Column, diagonal = _pattern.Diagonal)
        {
            for (var i = _pattern.Size - 1; i >= 0; i--)
            {
                var sum = Vector256<double>.Zero;
                for (var w = diagonal[i] + 1; w < start[i + 1]; w++)
                {
                    sum += Vector256.Load(blocks + 4 * w) * Twice(right + 2 * column[w]);
                }

                double a = right[2 * i] - (sum[0] + sum[1]), b = right[2 * i + 1] - (sum[2] + sum[3]);
                var z = inverses + 4 * i;
                Vector128.Create(z[0] * a + z[1] * b, z[2] * a + z[3] * b).Store(right + 2 * i);
            }
        }
    }

    /// <summary>Product of two blocks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<double> Times(Vector256<double> a, double* b) =>
        Vector256.Shuffle(a, Vector256.Create(0L, 0, 2, 2)) * Twice(b) + Vector256.Shuffle(a, Vector256.Create(1L, 1, 3, 3)) * Twice(b + 2);

    /// <summary>A pair of numbers, twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<double> Twice(double* pair)
    {
        if (Avx.IsSupported)
        {
            return Avx.BroadcastVector128ToVector256(pair);
        }

        var half = Vector128.Load(pair);
        return Vector256.Create(half, half);
    }

    /// <summary>Inverse of a block; returns how far it is from singular.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static double Invert(double* x, double* inverse)
    {
        var determinant = x[0] * x[3] - x[1] * x[2];
        var largest = Math.Max(Math.Max(Math.Abs(x[0]), Math.Abs(x[3])), Math.Max(Math.Abs(x[1]), Math.Abs(x[2])));
        var reciprocal = 1 / determinant;
        (Vector256.Create(x[3], -x[1], -x[2], x[0]) * reciprocal).Store(inverse);
        return Math.Abs(determinant) / (largest * largest);
    }
}
