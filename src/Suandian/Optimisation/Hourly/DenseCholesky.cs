using System.Numerics;
using System.Runtime.InteropServices;

namespace Suandian.Optimisation.Hourly;

/// <summary>Cholesky factor L L' of a small dense matrix, by rows.</summary>
/// <param name="order">Order n.</param>
sealed class DenseCholesky(int order)
{
    /// <summary>A pivot below this share of its diagonal is lost in round-off: its unknown is set to 0.</summary>
    const double SmallestPivot = 1e-15;

    readonly double[] _a = new double[(long)order * order];
    readonly double[] _inverse = new double[order];

    internal int Order => order;

    /// <summary>Row of the lower triangle.</summary>
    internal Span<double> Row(int i) => _a.AsSpan(i * order, order);

    internal void Clear() => Array.Clear(_a);

    /// <summary>Replaces the lower triangle by its factor.</summary>
    internal void Factor()
    {
        for (var i = 0; i < order; i++)
        {
            var row = Row(i);
            for (var j = 0; j < i; j++)
            {
                row[j] = (row[j] - Dot(row[..j], Row(j)[..j])) * _inverse[j];
            }

            var pivot = row[i] - Dot(row[..i], row[..i]);
            _inverse[i] = pivot > SmallestPivot * row[i] ? 1 / Math.Sqrt(pivot) : 0;
        }
    }

    /// <summary>x ← L⁻¹ x.</summary>
    internal void Forward(Span<double> x)
    {
        for (var i = 0; i < order; i++)
        {
            x[i] = (x[i] - Dot(Row(i)[..i], x[..i])) * _inverse[i];
        }
    }

    /// <summary>x ← L'⁻¹ x.</summary>
    internal void Backward(Span<double> x)
    {
        for (var i = order - 1; i >= 0; i--)
        {
            x[i] *= _inverse[i];
            AddScaled(x[..i], Row(i)[..i], -x[i]);
        }
    }

    /// <summary>Σ a b, in as many partial sums as two vectors of the processor hold.</summary>
    internal static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var va = MemoryMarshal.Cast<double, Vector<double>>(a);
        var vb = MemoryMarshal.Cast<double, Vector<double>>(b);
        var (s0, s1) = (Vector<double>.Zero, Vector<double>.Zero);
        var i = 0;
        for (; i + 1 < va.Length; i += 2)
        {
            s0 += va[i] * vb[i];
            s1 += va[i + 1] * vb[i + 1];
        }

        var sum = Vector.Sum(s0 + s1);
        for (var k = i * Vector<double>.Count; k < a.Length; k++)
        {
            sum += a[k] * b[k];
        }

        return sum;
    }

    /// <summary>x += factor × y.</summary>
    internal static void AddScaled(Span<double> x, ReadOnlySpan<double> y, double factor)
    {
        var vx = MemoryMarshal.Cast<double, Vector<double>>(x);
        var vy = MemoryMarshal.Cast<double, Vector<double>>(y);
        var f = new Vector<double>(factor);
        for (var i = 0; i < vx.Length; i++)
        {
            vx[i] += f * vy[i];
        }

        for (var k = vx.Length * Vector<double>.Count; k < x.Length; k++)
        {
            x[k] += factor * y[k];
        }
    }
}
