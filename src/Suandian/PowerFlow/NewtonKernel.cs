using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Suandian.PowerFlow;

/// <summary>Mismatches, Jacobian and steps of the power flow equations of one hour.</summary>
/// <remarks>
/// State      V = e + jf of each position, pu
/// Unknowns   Δθ and ΔV/V of each position; with these the Jacobian needs products only
/// Entry      Y(ij) = g + jb: a = g e(j) − b f(j), c = g f(j) + b e(j); p = e(i) a + f(i) c, q = f(i) a − e(i) c
/// Block      [[q, p], [−p, q]] off the diagonal; [[q − Q, p + P], [P − p, q + Q]] on it, P = Σp, Q = Σq
/// PV         second row and second column zero, 1 on the diagonal; a fixed voltage likewise in both
/// Source     J. E. Van Ness and J. H. Griffin, Trans. AIEE 80 (1961) 299, in the form with ΔV/V.
/// </remarks>
sealed unsafe class NewtonKernel
{
    /// <summary>Largest angle for which the series of sine and cosine are exact to the last digit, rad.</summary>
    const double SmallAngle = 0.1;

    readonly FlowEquations _equations;
    readonly AlignedNumbers _state;
    readonly AlignedNumbers _right;
    readonly AlignedNumbers _masks = new(36);

    internal NewtonKernel(FlowEquations equations)
    {
        _equations = equations;
        Size = equations.Size;
        Factors = new BlockLu(equations.Factors);
        _state = new AlignedNumbers(2 * Size);
        _right = new AlignedNumbers(2 * Size);
        (Active, Reactive, ActiveAtVoltage, ReactiveAtVoltage) = (new double[Size], new double[Size], new double[Size], new double[Size]);
        (Kinds, ActiveMismatch) = (new Given[Size], new double[Size]);
        for (var row = 0; row < 3; row++)
        {
            for (var column = 0; column < 3; column++)
            {
                double on = BitConverter.UInt64BitsToDouble(ulong.MaxValue);
                var rows = (row < 2 ? on : 0, row < 1 ? on : 0);
                var columns = (IsOpen: column < 2, HasVoltage: column < 1);
                var mask = _masks.First + 4 * (3 * row + column);
                (mask[0], mask[2]) = columns.IsOpen ? rows : (0, 0);
                (mask[1], mask[3]) = columns.HasVoltage ? rows : (0, 0);
            }
        }
    }

    /// <summary>Number of buses.</summary>
    internal int Size { get; }

    /// <summary>The factors of the latest Jacobian.</summary>
    internal BlockLu Factors { get; }

    /// <summary>Voltage of each position: e, f, e, f …, pu.</summary>
    internal Span<double> State => _state.Span;

    /// <summary>Right-hand side, then step: Δθ, ΔV/V of each position.</summary>
    internal Span<double> Right => _right.Span;

    /// <summary>Given active power of each position, pu, generation positive.</summary>
    internal double[] Active { get; }

    /// <summary>Given reactive power of each position, pu.</summary>
    internal double[] Reactive { get; }

    /// <summary>Active load of constant current of each position at 1 pu, pu.</summary>
    internal double[] ActiveAtVoltage { get; }

    /// <summary>Reactive load of constant current of each position at 1 pu, pu.</summary>
    internal double[] ReactiveAtVoltage { get; }

    /// <summary>True where some load is of constant current.</summary>
    internal bool HasCurrentLoads { get; set; }

    /// <summary>What is given at each position.</summary>
    internal Given[] Kinds { get; }

    /// <summary>Active mismatch of each position after the last <see cref="Assemble"/>, those with fixed voltage too, pu.</summary>
    internal double[] ActiveMismatch { get; }

    /// <summary>Sum of the squares of the mismatches after the last <see cref="Assemble"/>.</summary>
    internal double Merit { get; private set; }

    /// <summary>Writes the mismatches into <see cref="Right"/> and the Jacobian into the factors.</summary>
    /// <returns>Largest |mismatch|, pu; NaN where the state is not finite.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal double Assemble()
    {
        Factors.ClearFill(_equations.Fill);
        double worst = 0, merit = 0;
        double* state = _state.First, right = _right.First, blocks = Factors.Blocks, masks = _masks.First;
        fixed (int* start = _equations.Start, column = _equations.Column, block = _equations.Block, own = _equations.Own)
        fixed (double* conductance = _equations.G, susceptance = _equations.B)
        fixed (Given* given = Kinds)
        {
            for (var i = 0; i < Size; i++)
            {
                double e = state[2 * i], f = state[2 * i + 1];
                var row = masks + 12 * (int)given[i];
                Vector256<double> byReal = Vector256.Create(f, e, -e, f), byImaginary = Vector256.Create(-e, f, -f, -e), sum = default;
                for (var k = start[i]; k < start[i + 1]; k++)
                {
                    var j = column[k];
                    double real = conductance[k] * state[2 * j] - susceptance[k] * state[2 * j + 1];
                    double imaginary = conductance[k] * state[2 * j + 1] + susceptance[k] * state[2 * j];
                    var term = byReal * real + byImaginary * imaginary;
                    sum += term;
                    (term & Vector256.Load(row + 4 * (int)given[j])).Store(blocks + 4 * block[k]);
                }

                double active = sum[1], reactive = sum[0];
                var diagonal = blocks + 4 * block[own[i]];
                var (wantedActive, wantedReactive) = HasCurrentLoads ? Wanted(i, e, f, diagonal) : (Active[i], Reactive[i]);
                double a = ActiveMismatch[i] = wantedActive - active, b = wantedReactive - reactive;
                Close(given[i], diagonal, active, reactive);
                a = given[i] == Given.Nothing ? 0 : a;
                b = given[i] == Given.Powers ? b : 0;
                Vector128.Create(a, b).Store(right + 2 * i);
                merit += a * a + b * b;
                worst = Math.Max(worst, Math.Max(Math.Abs(a), Math.Abs(b)));
            }
        }

        Merit = merit;
        return worst;
    }

    /// <summary>Completes the diagonal block, and pins what is given.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Close(Given given, double* diagonal, double active, double reactive)
    {
        switch (given)
        {
            case Given.Powers:
                diagonal[0] -= reactive;
                diagonal[1] += active;
                diagonal[2] += active;
                diagonal[3] += reactive;
                break;
            case Given.Voltage:
                diagonal[0] -= reactive;
                diagonal[3] = 1;
                break;
            default:
                diagonal[0] = diagonal[3] = 1;
                break;
        }
    }

    /// <summary>Given powers less loads of constant current, whose derivative goes to the diagonal.</summary>
    (double Active, double Reactive) Wanted(int i, double e, double f, double* diagonal)
    {
        var magnitude = Math.Sqrt(e * e + f * f);
        double active = ActiveAtVoltage[i] * magnitude, reactive = ReactiveAtVoltage[i] * magnitude;
        if (Kinds[i] == Given.Powers)
        {
            diagonal[1] += active;
            diagonal[3] += reactive;
        }

        return (Active[i] - active, Reactive[i] - reactive);
    }

    /// <summary>Round-off of the mismatch with the largest terms, pu: below it no mismatch can be brought.</summary>
    internal double RoundOff()
    {
        var largest = 0.0;
        for (var i = 0; i < Size; i++)
        {
            var sum = 0.0;
            for (var k = _equations.Start[i]; k < _equations.Start[i + 1]; k++)
            {
                var j = _equations.Column[k];
                sum += (Math.Abs(_equations.G[k]) + Math.Abs(_equations.B[k])) * (Math.Abs(State[2 * j]) + Math.Abs(State[2 * j + 1]));
            }

            largest = Math.Max(largest, Kinds[i] == Given.Nothing ? 0 : sum * (Math.Abs(State[2 * i]) + Math.Abs(State[2 * i + 1])));
        }

        return Math.Pow(2, -53) * largest;
    }

    /// <summary>Powers that flow from a position into the grid, pu.</summary>
    internal (double Active, double Reactive) Injection(int i)
    {
        double real = 0, imaginary = 0;
        for (var k = _equations.Start[i]; k < _equations.Start[i + 1]; k++)
        {
            var (j, g, b) = (_equations.Column[k], _equations.G[k], _equations.B[k]);
            real += g * State[2 * j] - b * State[2 * j + 1];
            imaginary += g * State[2 * j + 1] + b * State[2 * j];
        }

        return (State[2 * i] * real + State[2 * i + 1] * imaginary, State[2 * i + 1] * real - State[2 * i] * imaginary);
    }

    /// <summary>Turns and stretches the voltages by a share of the step in <see cref="Right"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Step(double share)
    {
        double* state = _state.First, step = _right.First;
        for (var i = 0; i < Size; i++)
        {
            double angle = share * step[2 * i], stretch = 1 + share * step[2 * i + 1], square = angle * angle, cosine, sine;
            if (Math.Abs(angle) <= SmallAngle)
            {
                cosine = 1 - square * (1.0 / 2 - square * (1.0 / 24 - square * (1.0 / 720 - square * (1.0 / 40320 - square * (1.0 / 3628800)))));
                sine = angle * (1 - square * (1.0 / 6 - square * (1.0 / 120 - square * (1.0 / 5040 - square * (1.0 / 362880)))));
            }
            else
            {
                (sine, cosine) = Math.SinCos(angle);
            }

            double e = state[2 * i] * stretch, f = state[2 * i + 1] * stretch;
            state[2 * i] = e * cosine - f * sine;
            state[2 * i + 1] = e * sine + f * cosine;
        }
    }
}

/// <summary>What is given at a position of the equations.</summary>
enum Given : byte
{
    /// <summary>Active and reactive power.</summary>
    Powers = 0,

    /// <summary>Active power and voltage magnitude.</summary>
    Voltage = 1,

    /// <summary>The voltage; no equation is left.</summary>
    Nothing = 2,
}
