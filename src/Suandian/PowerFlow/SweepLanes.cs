using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Suandian.PowerFlow;

/// <summary>Backward and forward sweep of a radial grid, four hours at once.</summary>
/// <remarks>
/// Backward, children first: I(i) = conj(S(i)/V(i)) + y(i) V(i) + Σ I(child), S the load, y the shunt with half the charging of its branches.
/// Forward, parents first: V(i) = V(parent) − z(i) I(i). Ends when no voltage moves by more than the tolerance in |Δe| + |Δf|.
/// Source: D. Shirmohammadi et al., IEEE Trans. Power Syst. 3 (1988) 753, doi:10.1109/59.192932.
/// </remarks>
sealed unsafe class SweepLanes : HourLanes
{
    const int RoundLimit = 100;

    readonly PowerGrid _grid;
    readonly SweepTree _tree;
    readonly AlignedNumbers _currents;
    readonly AlignedNumbers _constants;
    readonly double[] _e;
    readonly double[] _f;
    readonly int[] _positionOf;
    readonly (int[] Start, int[] Child) _further;
    readonly bool _hasShunts;

    internal SweepLanes(PowerGrid grid, FlowRoles roles, SweepTree tree)
        : base(tree.Order)
    {
        (_grid, _tree, _further) = (grid, tree, tree.FurtherChildren());
        (_currents, _constants) = (new AlignedNumbers(2 * Width * Size), new AlignedNumbers(Width * Size));
        (_e, _f, _positionOf) = (new double[Size], new double[Size], new int[grid.Branches.Count]);
        Array.Fill(_positionOf, -1);
        var constants = (Vector256<double>*)_constants.First;
        double[] susceptance = [.. grid.Buses.ShuntMvar.Select(mvar => mvar / grid.BaseMva)];
        foreach (var k in roles.Used)
        {
            susceptance[grid.Branches.From[k]] += grid.Branches.ChargingPu[k] / 2;
            susceptance[grid.Branches.To[k]] += grid.Branches.ChargingPu[k] / 2;
        }

        var start = 0;
        for (var i = 0; i < Size; i++)
        {
            var (bus, k) = (Order[i], tree.Branch[i]);
            start = k < 0 ? bus : start;
            (_f[i], _e[i]) = Math.SinCos(grid.Buses.AngleDeg[start] * (Math.PI / 180));
            (_e[i], _f[i]) = (_e[i] * roles.SetpointPu[start], _f[i] * roles.SetpointPu[start]);
            constants[i] = Vector256.Create(k < 0 ? 0 : grid.Branches.ResistancePu[k], k < 0 ? 0 : grid.Branches.ReactancePu[k],
                grid.Buses.ShuntMw[bus] / grid.BaseMva, susceptance[bus]);
            if (k >= 0)
            {
                _positionOf[k] = i;
            }

            _hasShunts |= constants[i][2] != 0 || constants[i][3] != 0;
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override bool Solve(double tolerance)
    {
        for (var round = 0; round < RoundLimit; round++)
        {
            Backward();
            var step = Largest(Forward());
            if (step < tolerance)
            {
                return true;
            }

            if (!(step < 1e3))
            {
                return false;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    internal override LaneFlows Flows(int branch)
    {
        var i = _positionOf[branch];
        var parent = _tree.Parent[i];
        var currents = (Vector256<double>*)_currents.First;
        Vector256<double> a = currents[2 * i], b = currents[2 * i + 1], half = Vector256.Create(_grid.Branches.ChargingPu[branch] / 2);
        Vector256<double> e = Voltages[2 * parent], f = Voltages[2 * parent + 1], g = Voltages[2 * i], h = Voltages[2 * i + 1];
        var near = (Active: e * a + f * b, Reactive: f * a - e * b - half * (e * e + f * f));
        var far = (Active: -(g * a + h * b), Reactive: -(h * a - g * b) - half * (g * g + h * h));
        return _grid.Branches.From[branch] == Order[parent]
            ? new LaneFlows(near.Active, near.Reactive, far.Active, far.Reactive)
            : new LaneFlows(far.Active, far.Reactive, near.Active, near.Reactive);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Backward()
    {
        Vector256<double>* voltages = Voltages, powers = Powers, currents = (Vector256<double>*)_currents.First;
        var constants = _constants.First;
        Vector256<double> real = default, imaginary = default;
        fixed (int* parents = _tree.Parent, start = _further.Start, children = _further.Child)
        {
            for (var i = Size - 1; i >= 0; i--)
            {
                if (i + 1 == Size || parents[i + 1] != i)
                {
                    (real, imaginary) = (default, default);
                }

                Vector256<double> e = voltages[2 * i], f = voltages[2 * i + 1], p = powers[2 * i], q = powers[2 * i + 1];
                var inverse = Vector256<double>.One / (e * e + f * f);
                real -= (p * e + q * f) * inverse;
                imaginary -= (p * f - q * e) * inverse;
                for (var c = start[i]; c < start[i + 1]; c++)
                {
                    real += currents[2 * children[c]];
                    imaginary += currents[2 * children[c] + 1];
                }

                if (_hasShunts)
                {
                    Vector256<double> g = Vector256.Create(constants[4 * i + 2]), b = Vector256.Create(constants[4 * i + 3]);
                    real += g * e - b * f;
                    imaginary += g * f + b * e;
                }

                currents[2 * i] = real;
                currents[2 * i + 1] = imaginary;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    Vector256<double> Forward()
    {
        var step = Vector256<double>.Zero;
        Vector256<double>* voltages = Voltages, currents = (Vector256<double>*)_currents.First;
        var constants = _constants.First;
        fixed (int* parents = _tree.Parent)
        {
            for (var i = 0; i < Size; i++)
            {
                var parent = parents[i];
                if (parent >= 0)
                {
                    Vector256<double> r = Vector256.Create(constants[4 * i]), x = Vector256.Create(constants[4 * i + 1]), a = currents[2 * i], b = currents[2 * i + 1];
                    var e = voltages[2 * parent] - (r * a - x * b);
                    var f = voltages[2 * parent + 1] - (r * b + x * a);
                    step = Vector256.Max(step, Vector256.Abs(e - voltages[2 * i]) + Vector256.Abs(f - voltages[2 * i + 1]));
                    voltages[2 * i] = e;
                    voltages[2 * i + 1] = f;
                }
            }
        }

        return step;
    }
}
