using System.Numerics;
using Suandian.PowerFlow;

namespace Suandian.OptimalFlow.Interior;

/// <summary>The four powers of a branch and their derivatives by the angles and voltages of its ends.</summary>
/// <remarks>
/// Each power has the form F = a Vf² + d Vt² + Vf Vt (c cos φ + s sin φ) + k φ + o with φ = θf − θt: in AC k = o = 0, with Yff … Ytt of the
/// two-port; in DC only k = b and o = −b · shift are not zero. Order of powers: active from, reactive from, active to, reactive to.
/// Order of variables: θf, Vf, θt, Vt. pu and rad.
/// Source: A. J. Wood, B. F. Wollenberg, Power Generation, Operation, and Control, 2nd edition, chapter 13, differentiated by hand.
/// </remarks>
struct BranchFunctions
{
    readonly Vector4D _a;
    readonly Vector4D _d;
    readonly Vector4D _c;
    readonly Vector4D _s;
    readonly double _k;
    readonly double _o;

    BranchFunctions(Vector4D a, Vector4D d, Vector4D c, Vector4D s, (double K, double O) line) =>
        (_a, _d, _c, _s, _k, _o) = (a, d, c, s, line.K, line.O);

    /// <summary>AC: S from = Vf² Yff* + Vf Vt e^(jφ) Yft*, and the same from the to end.</summary>
    internal static BranchFunctions Ac(BranchTwoPorts ports, int branch)
    {
        Complex ff = ports.FromFrom[branch], ft = ports.FromTo[branch], tf = ports.ToFrom[branch], tt = ports.ToTo[branch];
        return new BranchFunctions(
            new(ff.Real, -ff.Imaginary, 0, 0), new(0, 0, tt.Real, -tt.Imaginary),
            new(ft.Real, -ft.Imaginary, tf.Real, -tf.Imaginary), new(ft.Imaginary, ft.Real, -tf.Imaginary, -tf.Real), (0, 0));
    }

    /// <summary>DC: P from = b (φ − shift) = −P to.</summary>
    internal static BranchFunctions Dc(double susceptance, double shift) => new(default, default, default, default, (susceptance, -susceptance * shift));

    /// <summary>Powers [4] and gradients [4 × 4], a row a power.</summary>
    internal readonly void Evaluate(ReadOnlySpan<double> at, Span<double> power, Span<double> gradient)
    {
        double vf = at[1], vt = at[3], phi = at[0] - at[2];
        var (sin, cos) = Math.SinCos(phi);
        for (var r = 0; r < 4; r++)
        {
            var sign = r == 0 ? 1 : r == 2 ? -1 : 0;
            double wave = _c[r] * cos + _s[r] * sin, slope = _s[r] * cos - _c[r] * sin;
            power[r] = _a[r] * vf * vf + _d[r] * vt * vt + vf * vt * wave + sign * (_k * phi + _o);
            gradient[4 * r] = vf * vt * slope + sign * _k;
            gradient[4 * r + 1] = 2 * _a[r] * vf + vt * wave;
            gradient[4 * r + 2] = -gradient[4 * r];
            gradient[4 * r + 3] = 2 * _d[r] * vt + vf * wave;
        }
    }

    /// <summary>Adds the Hessian [4 × 4] of Σ weight · power.</summary>
    internal readonly void AddHessian(ReadOnlySpan<double> at, ReadOnlySpan<double> weight, Span<double> hessian)
    {
        double vf = at[1], vt = at[3], a = 0, d = 0, c = 0, s = 0;
        for (var r = 0; r < 4; r++)
        {
            a += weight[r] * _a[r];
            d += weight[r] * _d[r];
            c += weight[r] * _c[r];
            s += weight[r] * _s[r];
        }

        var (sin, cos) = Math.SinCos(at[0] - at[2]);
        double wave = c * cos + s * sin, slope = s * cos - c * sin;
        Add(hessian, 0, 0, -vf * vt * wave);
        Add(hessian, 0, 1, vt * slope);
        Add(hessian, 0, 2, vf * vt * wave);
        Add(hessian, 0, 3, vf * slope);
        Add(hessian, 1, 1, 2 * a);
        Add(hessian, 1, 2, -vt * slope);
        Add(hessian, 1, 3, wave);
        Add(hessian, 2, 2, -vf * vt * wave);
        Add(hessian, 2, 3, -vf * slope);
        Add(hessian, 3, 3, 2 * d);
    }

    static void Add(Span<double> matrix, int row, int column, double value)
    {
        matrix[4 * row + column] += value;
        if (row != column)
        {
            matrix[4 * column + row] += value;
        }
    }

    /// <summary>One number for each power of a branch.</summary>
    readonly record struct Vector4D(double ActiveFrom, double ReactiveFrom, double ActiveTo, double ReactiveTo)
    {
        internal double this[int power] => power switch { 0 => ActiveFrom, 1 => ReactiveFrom, 2 => ActiveTo, _ => ReactiveTo };
    }
}
