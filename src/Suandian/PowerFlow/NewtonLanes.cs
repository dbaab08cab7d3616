using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Suandian.PowerFlow;

/// <summary>Newton–Raphson of any grid, four hours at once: the equations of <see cref="NewtonKernel"/> with a vector in place of each number.</summary>
sealed unsafe class NewtonLanes : HourLanes
{
    const int StepLimit = 20;
    const double SmallAngle = 0.1;

    /// <summary>Steps of an attempt, and from which of them on a mismatch that does not fall ends it.</summary>
    const int AttemptLimit = 12, FallingFrom = 3;

    const uint AllLanes = 0b1111;

    readonly FlowEquations _equations;
    readonly BranchTwoPorts _ports;
    readonly PowerGrid _grid;
    readonly BlockLuLanes _factors;
    readonly AlignedNumbers _right;
    readonly Given[] _kinds;
    readonly double[] _e;
    readonly double[] _f;

    internal NewtonLanes(PowerGrid grid, FlowRoles roles, FlowEquations equations, BranchTwoPorts ports)
        : base(equations.Factors.Order)
    {
        (_grid, _equations, _ports) = (grid, equations, ports);
        _factors = new BlockLuLanes(equations.Factors);
        _right = new AlignedNumbers(2 * Width * Size);
        _kinds = [.. Order.Select(b => roles.Kind[b] switch { GridBusKind.Pq => Given.Powers, GridBusKind.Pv => Given.Voltage, _ => Given.Nothing })];
        (_e, _f) = (new double[Size], new double[Size]);
        var flat = FlatStart.AnglesDeg(grid);
        for (var i = 0; i < Size; i++)
        {
            var b = Order[i];
            var magnitude = roles.Kind[b] is GridBusKind.Pv or GridBusKind.Slack ? roles.SetpointPu[b] : 1;
            var (sine, cosine) = Math.SinCos(flat[b] * (Math.PI / 180));
            (_e[i], _f[i]) = (magnitude * cosine, magnitude * sine);
        }
    }

    /// <inheritdoc/>
    internal override void Begin()
    {
        for (var i = 0; i < Size; i++)
        {
            (Voltages[2 * i], Voltages[2 * i + 1]) = (Vector256.Create(_e[i]), Vector256.Create(_f[i]));
        }
    }

    /// <inheritdoc/>
    internal override bool Solve(double tolerance)
    {
        for (var step = 0; ; step++)
        {
            var worst = Largest(Assemble());
            if (worst < tolerance)
            {
                return IsAlive();
            }

            if (step >= StepLimit || !(worst < 1e100))
            {
                _factors.Clear(); // what is not a number would stay in blocks that are not written again
                return false;
            }

            _factors.FactorAndSolve((Vector256<double>*)_right.First);
            Step();
        }
    }

    /// <summary>Iterates as long as a lane comes nearer that is not solved yet; what the others come to spoils none.</summary>
    /// <returns>All bits set in the lanes that are solved.</returns>
    internal Vector256<double> Attempt(double tolerance)
    {
        var (least, isLost) = (Vector256.Create(double.PositiveInfinity), Vector256<double>.Zero);
        for (var step = 0; ; step++)
        {
            var worst = Assemble();
            var isSolved = Vector256.LessThan(worst, Vector256.Create(tolerance)) & IsAliveByLane();
            isLost |= ~Vector256.LessThan(worst, step < FallingFrom ? Vector256.Create(1e100) : least) & ~isSolved;
            if (step == AttemptLimit || (isSolved | isLost).ExtractMostSignificantBits() == AllLanes)
            {
                _factors.Clear();
                return isSolved;
            }

            least = worst;
            _factors.FactorAndSolve((Vector256<double>*)_right.First);
            Step();
        }
    }

    /// <summary>False where a voltage has fallen to nothing, see <see cref="NewtonRun.LeastVoltagePu"/>.</summary>
    bool IsAlive() => IsAliveByLane().ExtractMostSignificantBits() == AllLanes;

    Vector256<double> IsAliveByLane()
    {
        var least = Vector256.Create(double.PositiveInfinity);
        for (var i = 0; i < Size; i++)
        {
            least = _kinds[i] == Given.Nothing ? least : Vector256.Min(least, Magnitude(i));
        }

        return Vector256.GreaterThan(least, Vector256.Create(NewtonRun.LeastVoltagePu));
    }

    /// <inheritdoc/>
    internal override LaneFlows Flows(int branch)
    {
        var positions = _equations.Factors.Position;
        int from = 2 * positions[_grid.Branches.From[branch]], to = 2 * positions[_grid.Branches.To[branch]];
        Vector256<double> e = Voltages[from], f = Voltages[from + 1], g = Voltages[to], h = Voltages[to + 1];
        var (fromActive, fromReactive) = End(_ports.FromFrom[branch], _ports.FromTo[branch], (e, f), (g, h));
        var (toActive, toReactive) = End(_ports.ToTo[branch], _ports.ToFrom[branch], (g, h), (e, f));
        return new LaneFlows(fromActive, fromReactive, toActive, toReactive);
    }

    static (Vector256<double> Active, Vector256<double> Reactive) End(System.Numerics.Complex own, System.Numerics.Complex mutual,
        (Vector256<double> E, Vector256<double> F) here, (Vector256<double> E, Vector256<double> F) there)
    {
        Vector256<double> g = Vector256.Create(own.Real), b = Vector256.Create(own.Imaginary), c = Vector256.Create(mutual.Real), d = Vector256.Create(mutual.Imaginary);
        var real = g * here.E - b * here.F + c * there.E - d * there.F;
        var imaginary = g * here.F + b * here.E + c * there.F + d * there.E;
        return (here.E * real + here.F * imaginary, here.F * real - here.E * imaginary);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    Vector256<double> Assemble()
    {
        _factors.ClearFill(_equations.Fill);
        var worst = Vector256<double>.Zero;
        Vector256<double>* state = Voltages, powers = Powers, right = (Vector256<double>*)_right.First, blocks = _factors.Blocks;
        fixed (int* start = _equations.Start, column = _equations.Column, block = _equations.Block, own = _equations.Own)
        fixed (double* conductance = _equations.G, susceptance = _equations.B)
        fixed (Given* given = _kinds)
        {
            for (var i = 0; i < Size; i++)
            {
                Vector256<double> e = state[2 * i], f = state[2 * i + 1], active = Vector256<double>.Zero, reactive = Vector256<double>.Zero;
                var kind = given[i];
                for (var k = start[i]; k < start[i + 1]; k++)
                {
                    var j = column[k];
                    Vector256<double> y = Vector256.Create(conductance[k]), z = Vector256.Create(susceptance[k]);
                    Vector256<double> real = y * state[2 * j] - z * state[2 * j + 1], imaginary = y * state[2 * j + 1] + z * state[2 * j];
                    Vector256<double> p = e * real + f * imaginary, q = f * real - e * imaginary;
                    active += p;
                    reactive += q;
                    if (kind != Given.Nothing && given[j] != Given.Nothing)
                    {
                        Write(blocks + 4 * block[k], p, q, (kind, given[j]));
                    }
                }

                Vector256<double>* diagonal = blocks + 4 * block[own[i]], mismatch = right + 2 * i;
                (mismatch[0], mismatch[1]) = kind == Given.Nothing ? default : (powers[2 * i] - active, kind == Given.Powers ? powers[2 * i + 1] - reactive : default);
                diagonal[0] = kind == Given.Nothing ? Vector256<double>.One : diagonal[0] - reactive;
                diagonal[3] = kind == Given.Powers ? diagonal[3] + reactive : Vector256<double>.One;
                if (kind == Given.Powers)
                {
                    diagonal[1] += active;
                    diagonal[2] += active;
                }

                worst = Vector256.Max(worst, Vector256.Max(Vector256.Abs(mismatch[0]), Vector256.Abs(mismatch[1])));
            }
        }

        return worst;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Write(Vector256<double>* block, Vector256<double> p, Vector256<double> q, (Given Row, Given Column) kinds)
    {
        block[0] = q;
        if (kinds.Row == Given.Powers)
        {
            block[2] = -p;
        }

        if (kinds.Column == Given.Powers)
        {
            block[1] = p;
            if (kinds.Row == Given.Powers)
            {
                block[3] = q;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Step()
    {
        Vector256<double>* state = Voltages, step = (Vector256<double>*)_right.First;
        var one = Vector256<double>.One;
        for (var i = 0; i < Size; i++)
        {
            Vector256<double> angle = step[2 * i], stretch = one + step[2 * i + 1], s = angle * angle, cosine, sine;
            if (Vector256.LessThanOrEqualAll(s, Vector256.Create(SmallAngle * SmallAngle)))
            {
                cosine = one - s * (Vector256.Create(1.0 / 2) - s * (Vector256.Create(1.0 / 24) - s * (Vector256.Create(1.0 / 720) - s * (Vector256.Create(1.0 / 40320) - s * Vector256.Create(1.0 / 3628800)))));
                sine = angle * (one - s * (Vector256.Create(1.0 / 6) - s * (Vector256.Create(1.0 / 120) - s * (Vector256.Create(1.0 / 5040) - s * Vector256.Create(1.0 / 362880)))));
            }
            else
            {
                sine = Vector256.Create(Math.Sin(angle[0]), Math.Sin(angle[1]), Math.Sin(angle[2]), Math.Sin(angle[3]));
                cosine = Vector256.Create(Math.Cos(angle[0]), Math.Cos(angle[1]), Math.Cos(angle[2]), Math.Cos(angle[3]));
            }

            Vector256<double> e = state[2 * i] * stretch, f = state[2 * i + 1] * stretch;
            (state[2 * i], state[2 * i + 1]) = (e * cosine - f * sine, e * sine + f * cosine);
        }
    }
}
