using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Suandian.PowerFlow;

namespace Suandian.OptimalFlow.Interior;

/// <summary>Symmetric matrix of 4 × 4 blocks, its factors U'D⁻¹U with block pivots, and refined solutions.</summary>
/// <remarks>
/// The four unknowns of a bus are θ, V and the prices of active and reactive power, so that a diagonal block [H J'; J −R] can be
/// inverted where the Jacobian of the bus can; rows are exchanged inside a block only. The residual of each solution is computed with the
/// matrix itself; where refinement does not make it small the matrix is factorised anew with exchange of all rows.
/// The number of negative eigenvalues is the sum over the pivots (E. V. Haynsworth, Linear Algebra Appl. 1 (1968) 73).
/// </remarks>
sealed class KktFactors(KktPattern pattern)
{
    /// <summary>Residual relative to the right-hand side that needs no refinement.</summary>
    const double GoodResidual = 1e-12;

    /// <summary>Residual after refinement that makes all rows be exchanged.</summary>
    const double BadResidual = 1e-7;

    const int MostRefinements = 8;

    const double PriceShare = 1e-8;

    readonly double[] _pivot = new double[16 * pattern.Size];
    readonly double[] _upper = new double[16 * pattern.Column.Length];
    double _added;
    PivotingLu? _pivoting;
    ILookup<int, (int Row, int Block)>? _above;

    /// <summary>Diagonal blocks of the matrix, 16 numbers each.</summary>
    internal double[] Diagonal { get; } = new double[16 * pattern.Size];

    /// <summary>Blocks of the matrix above the diagonal, as the pattern names them.</summary>
    internal double[] Upper { get; } = new double[16 * pattern.Column.Length];

    /// <summary>How many solutions needed an exchange of all rows.</summary>
    internal int Exchanges { get; private set; }

    /// <summary>Sets the matrix to zero.</summary>
    internal void Clear()
    {
        Array.Clear(Diagonal);
        Array.Clear(Upper);
        _added = 0;
    }

    /// <summary>Factorises the matrix.</summary>
    /// <param name="added">What the matrix holds on the diagonal of θ and V beyond what was assembled, ≥ 0; a small share of it is taken from that of prices.</param>
    /// <returns>Number of negative eigenvalues; −1 where a pivot is singular.</returns>
    internal int Factor(double added)
    {
        var more = added - _added;
        for (var i = 0; more != 0 && i < Diagonal.Length; i += 16)
        {
            (Diagonal[i], Diagonal[i + 5]) = (Diagonal[i] + more, Diagonal[i + 5] + more);
            (Diagonal[i + 10], Diagonal[i + 15]) = (Diagonal[i + 10] - PriceShare * more, Diagonal[i + 15] - PriceShare * more);
        }

        _added = added;
        Diagonal.CopyTo(_pivot, 0);
        Upper.CopyTo(_upper, 0);
        _pivoting = null;

        var (negative, target) = (0, 0);
        for (var k = 0; k < pattern.Size; k++)
        {
            var count = SymmetricBlock.Invert(_pivot.AsSpan(16 * k, 16));
            if (count < 0)
            {
                return -1;
            }

            negative += count;
            target = Eliminate(k, target);
        }

        return negative;
    }

    /// <summary>Solves for a right-hand side with refinement, in place.</summary>
    /// <returns>Residuals relative to the right-hand side: before refinement and at the end.</returns>
    internal (double First, double Last) Solve(double[] right)
    {
        double[] given = [.. right], residual = new double[right.Length];
        Substitute(right);
        var first = Residual(given, right, residual);
        var error = first;
        for (var i = 0; i < MostRefinements && error > GoodResidual; i++)
        {
            double[] better = [.. residual];
            Substitute(better);
            for (var j = 0; j < better.Length; j++)
            {
                better[j] += right[j];
            }

            var next = Residual(given, better, residual);
            if (!(next < error))
            {
                break;
            }

            error = next;
            better.CopyTo(right, 0);
        }

        return (first, error <= BadResidual ? error : Exchange(given, right, residual));
    }

    double Exchange(double[] given, double[] right, double[] residual)
    {
        Exchanges++;
        _pivoting ??= PivotingLu.Of(given.Length, Entries);
        _pivoting?.Solve(given).CopyTo(right, 0);
        return _pivoting is null ? double.PositiveInfinity : Residual(given, right, residual);
    }

    /// <summary>Takes a row out of those below it.</summary>
    int Eliminate(int k, int target)
    {
        Span<double> share = stackalloc double[16];
        for (var a = pattern.Start[k]; a < pattern.Start[k + 1]; a++)
        {
            TransposedTimes(_upper.AsSpan(16 * a, 16), _pivot.AsSpan(16 * k, 16), share);
            SubtractProduct(share, _upper.AsSpan(16 * a, 16), _pivot.AsSpan(16 * pattern.Column[a], 16));
            for (var b = a + 1; b < pattern.Start[k + 1]; b++)
            {
                SubtractProduct(share, _upper.AsSpan(16 * b, 16), _upper.AsSpan(16 * pattern.Target[target++], 16));
            }
        }

        return target;
    }

    void Substitute(double[] x)
    {
        Span<double> part = stackalloc double[4];
        for (var k = 0; k < pattern.Size; k++)
        {
            part.Clear();
            AddProduct(_pivot.AsSpan(16 * k, 16), x.AsSpan(4 * k, 4), part);
            for (var a = pattern.Start[k]; a < pattern.Start[k + 1]; a++)
            {
                AddTransposedProduct(_upper.AsSpan(16 * a, 16), part, x.AsSpan(4 * pattern.Column[a], 4), -1);
            }
        }

        for (var k = pattern.Size - 1; k >= 0; k--)
        {
            part.Clear();
            for (var a = pattern.Start[k]; a < pattern.Start[k + 1]; a++)
            {
                AddProduct(_upper.AsSpan(16 * a, 16), x.AsSpan(4 * pattern.Column[a], 4), part);
            }

            var here = x.AsSpan(4 * k, 4);
            for (var i = 0; i < 4; i++)
            {
                part[i] = here[i] - part[i];
            }

            here.Clear();
            AddProduct(_pivot.AsSpan(16 * k, 16), part, here);
        }
    }

    /// <summary>given − A x.</summary>
    /// <returns>Its largest entry over the largest of what is given.</returns>
    internal double Residual(double[] given, double[] x, double[] residual)
    {
        Array.Clear(residual);
        for (var k = 0; k < pattern.Size; k++)
        {
            AddProduct(Diagonal.AsSpan(16 * k, 16), x.AsSpan(4 * k, 4), residual.AsSpan(4 * k, 4));
            for (var a = pattern.Start[k]; a < pattern.Start[k + 1]; a++)
            {
                AddProduct(Upper.AsSpan(16 * a, 16), x.AsSpan(4 * pattern.Column[a], 4), residual.AsSpan(4 * k, 4));
                AddTransposedProduct(Upper.AsSpan(16 * a, 16), x.AsSpan(4 * k, 4), residual.AsSpan(4 * pattern.Column[a], 4), 1);
            }
        }

        double largest = 0, scale = 1e-300;
        for (var i = 0; i < x.Length; i++)
        {
            residual[i] = given[i] - residual[i];
            largest = double.IsFinite(residual[i]) ? Math.Max(largest, Math.Abs(residual[i])) : double.PositiveInfinity;
            scale = Math.Max(scale, Math.Abs(given[i]));
        }

        return largest / scale;
    }

    /// <summary>A column of the matrix with its mirror image.</summary>
    internal IEnumerable<(int Row, double Value)> Entries(int column)
    {
        var (k, c) = (column / 4, column % 4);
        for (var r = 0; r < 4; r++)
        {
            yield return (4 * k + r, Diagonal[16 * k + 4 * r + c]);
        }

        for (var a = pattern.Start[k]; a < pattern.Start[k + 1]; a++)
        {
            for (var r = 0; r < 4; r++)
            {
                yield return (4 * pattern.Column[a] + r, Upper[16 * a + 4 * c + r]);
            }
        }

        foreach (var (row, block) in Above(k))
        {
            for (var r = 0; r < 4; r++)
            {
                yield return (4 * row + r, Upper[16 * block + 4 * r + c]);
            }
        }
    }

    IEnumerable<(int Row, int Block)> Above(int column)
    {
        _above ??= Enumerable.Range(0, pattern.Size)
            .SelectMany(row => Enumerable.Range(pattern.Start[row], pattern.Start[row + 1] - pattern.Start[row]).Select(block => (Row: row, Block: block)))
            .ToLookup(place => pattern.Column[place.Block]);
        return _above[column];
    }

    /// <summary>product = left' right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void TransposedTimes(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> product)
    {
        var rows = MemoryMarshal.Cast<double, Vector256<double>>(right);
        var result = MemoryMarshal.Cast<double, Vector256<double>>(product);
        for (var i = 0; i < 4; i++)
        {
            result[i] = left[i] * rows[0] + left[4 + i] * rows[1] + left[8 + i] * rows[2] + left[12 + i] * rows[3];
        }
    }

    /// <summary>target −= left right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void SubtractProduct(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> target)
    {
        var rows = MemoryMarshal.Cast<double, Vector256<double>>(right);
        var result = MemoryMarshal.Cast<double, Vector256<double>>(target);
        for (var i = 0; i < 4; i++)
        {
            result[i] -= left[4 * i] * rows[0] + left[4 * i + 1] * rows[1] + left[4 * i + 2] * rows[2] + left[4 * i + 3] * rows[3];
        }
    }

    /// <summary>sum += block x.</summary>
    static void AddProduct(ReadOnlySpan<double> block, ReadOnlySpan<double> x, Span<double> sum)
    {
        for (var i = 0; i < 4; i++)
        {
            sum[i] += block[4 * i] * x[0] + block[4 * i + 1] * x[1] + block[4 * i + 2] * x[2] + block[4 * i + 3] * x[3];
        }
    }

    /// <summary>sum += factor block' x.</summary>
    static void AddTransposedProduct(ReadOnlySpan<double> block, ReadOnlySpan<double> x, Span<double> sum, double factor)
    {
        for (var i = 0; i < 4; i++)
        {
            sum[i] += factor * (block[i] * x[0] + block[4 + i] * x[1] + block[8 + i] * x[2] + block[12 + i] * x[3]);
        }
    }
}
