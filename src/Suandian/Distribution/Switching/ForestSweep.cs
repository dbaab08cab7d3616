using System.Numerics;
using System.Runtime.CompilerServices;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Switching;

/// <summary>Exact power flow of one radial state of the switches after the other, by backward and forward sweep.</summary>
/// <remarks>
/// The equations are those of <see cref="SweepLanes"/>, with ideal transformers: V(i) = t V(parent) − z I(i), I into the arc at the parent
/// = conj(t) I(i); t = 1/a and z as given where the from end is the parent, else t = a and |a|² z, a the complex ratio.
/// Every state begins at the voltages of the slacks, so that its numbers do not depend on the states before.
/// </remarks>
sealed unsafe class ForestSweep
{
    const double Tolerance = 1e-10;

    const int RoundLimit = 200;

    /// <summary>Limits count as kept within this, pu and share of the rating.</summary>
    const double LimitTolerance = 1e-9;

    readonly SwitchableGrid _grid;
    readonly (int[] Start, int[] Arc, int[] Other) _near;
    readonly int[] _placeAt;
    readonly ArcConstants[] _constants;
    readonly bool _hasRatios;
    readonly bool _hasShunts;
    readonly bool _fallsOnly;
    readonly double _inverseSquare;
    readonly double[] _loads;
    readonly double[] _shunts;
    readonly double[] _voltages;
    readonly double[] _currents;
    readonly double[] _powers;
    readonly double[] _admittances;
    readonly int[] _order;
    readonly int[] _parent;
    readonly int[] _place;
    readonly (int Bus, int Parent, int Place)[] _waiting;
    int _count;

    internal ForestSweep(SwitchableGrid grid)
    {
        _grid = grid;
        var (branches, n) = (grid.Grid.Branches, grid.Grid.Buses.Count);
        _near = BridgeFinder.Neighbours(n, [.. grid.Branch.Select(k => branches.From[k])], [.. grid.Branch.Select(k => branches.To[k])]);
        _placeAt = [.. _near.Arc.Select((arc, q) => 2 * arc + (branches.From[grid.Branch[arc]] == _near.Other[q] ? 1 : 0))];
        _constants = [.. grid.Branch.SelectMany(k => new[] { ArcConstants.FromParent(branches, k), ArcConstants.ToParent(branches, k) })];
        _hasRatios = Array.Exists(_constants, c => c.RatioReal != 1 || c.RatioImaginary != 0);
        _shunts = [.. Enumerable.Range(0, n).SelectMany(b => new[] { grid.Grid.Buses.ShuntMw[b] / grid.Grid.BaseMva, grid.Grid.Buses.ShuntMvar[b] / grid.Grid.BaseMva })];
        _hasShunts = _shunts.Any(y => y != 0) || Array.Exists(_constants, c => c.ChargingHere != 0 || c.ChargingAtParent != 0);
        _loads = Loads(grid);
        _inverseSquare = 1 / Math.Pow(Enumerable.Range(0, n).Where(b => grid.NodeOf[b] == 0).Max(b => grid.Roles.SetpointPu[b]), 2);
        _fallsOnly = !_hasShunts && !_hasRatios && Array.TrueForAll(_constants, c => c.Resistance >= 0 && c.Reactance >= 0)
            && Enumerable.Range(0, n).All(b => grid.NodeOf[b] <= 0 || (_loads[2 * b] >= 0 && _loads[2 * b + 1] >= 0));
        (_voltages, _currents, _powers, _admittances) = (new double[2 * n], new double[2 * n], new double[2 * n], new double[2 * n]);
        (_order, _parent, _place, _waiting) = (new int[n], new int[n], new int[n], new (int, int, int)[n]);
    }

    /// <summary>Computes a state.</summary>
    /// <param name="isClosed">Arcs that are closed, a spanning tree.</param>
    /// <returns>Loss and limits; an infinite loss where no voltages carry these powers.</returns>
    internal ForestFlow Solve(bool[] isClosed)
    {
        Lay(isClosed);
        return Iterated();
    }

    /// <summary>Computes a state unless it is proved to lose more than a limit; null where it is.</summary>
    internal ForestFlow? SolveBelow(bool[] isClosed, double lossMw)
    {
        Lay(isClosed);
        return _fallsOnly && LossAtLeast() * _grid.Grid.BaseMva > lossMw ? null : Iterated();
    }

    ForestFlow Iterated()
    {
        for (var round = 0; round < RoundLimit; round++)
        {
            Backward();
            var step = Forward();
            if (step < Tolerance)
            {
                return Read();
            }

            if (!(step < 1e3))
            {
                break;
            }
        }

        return ForestFlow.None;
    }

    /// <summary>Each closed arc of the state computed last: power into its series impedance at the from end, squares of its current and of the voltage there, pu.</summary>
    internal IEnumerable<ArcFlow> Flows()
    {
        for (var i = 0; i < _count; i++)
        {
            if (_place[i] < 0)
            {
                continue;
            }

            var (c, current) = (_constants[_place[i]], new Complex(_currents[2 * i], _currents[2 * i + 1]));
            var (ratio, isFromHere) = (new Complex(c.RatioReal, c.RatioImaginary), _place[i] % 2 == 1);
            var voltage = isFromHere ? new Complex(_voltages[2 * i], _voltages[2 * i + 1]) / ratio : new Complex(_voltages[2 * _parent[i]], _voltages[2 * _parent[i] + 1]) * ratio;
            current = isFromHere ? -Complex.Conjugate(ratio) * current : current;
            var power = voltage * Complex.Conjugate(current);
            yield return new ArcFlow(_place[i] / 2, power.Real, power.Imaginary, current.Real * current.Real + current.Imaginary * current.Imaginary, voltage.Real * voltage.Real + voltage.Imaginary * voltage.Imaginary);
        }
    }

    static double[] Loads(SwitchableGrid grid)
    {
        var loads = new double[2 * grid.NodeOf.Length];
        var (buses, generators) = (grid.Grid.Buses, grid.Grid.Generators);
        for (var b = 0; b < grid.NodeOf.Length; b++)
        {
            loads[2 * b] = (buses.LoadMw[b] - grid.Roles.GeneratorsAt[b].Sum(g => generators.PowerMw[g])) / grid.Grid.BaseMva;
            loads[2 * b + 1] = (buses.LoadMvar[b] - grid.Roles.GeneratorsAt[b].Sum(g => generators.PowerMvar[g])) / grid.Grid.BaseMva;
        }

        return loads;
    }

    /// <summary>Lays the trees out, parents before children, with loads, shunts and voltages of the start.</summary>
    void Lay(bool[] isClosed)
    {
        (_count, var waiting) = (0, 0);
        var (kinds, setpoints, angles) = (_grid.Roles.Kind, _grid.Roles.SetpointPu, _grid.Grid.Buses.AngleDeg);
        for (var slack = 0; slack < kinds.Length; slack++)
        {
            if (kinds[slack] != GridBusKind.Slack)
            {
                continue;
            }

            var (sin, cos) = Math.SinCos(angles[slack] * (Math.PI / 180));
            _waiting[waiting++] = (slack, -1, -1);
            while (waiting > 0)
            {
                var (bus, parent, place) = _waiting[--waiting];
                var (i, arc) = (_count++, place < 0 ? -1 : place / 2);
                (_order[i], _parent[i], _place[i]) = (bus, parent, place);
                (_powers[2 * i], _powers[2 * i + 1]) = (_loads[2 * bus], _loads[2 * bus + 1]);
                (_admittances[2 * i], _admittances[2 * i + 1]) = (_shunts[2 * bus], _shunts[2 * bus + 1]);
                (_voltages[2 * i], _voltages[2 * i + 1]) = (setpoints[slack] * cos, setpoints[slack] * sin);
                for (var q = _near.Start[bus]; q < _near.Start[bus + 1]; q++)
                {
                    if (isClosed[_near.Arc[q]] && _near.Arc[q] != arc)
                    {
                        _waiting[waiting++] = (_near.Other[q], i, _placeAt[q]);
                    }
                }
            }
        }

        for (var i = 0; i < _count && _hasShunts; i++)
        {
            if (_parent[i] >= 0)
            {
                ref readonly var c = ref _constants[_place[i]];
                _admittances[2 * i + 1] += c.ChargingHere;
                _admittances[2 * _parent[i] + 1] += c.ChargingAtParent;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Backward()
    {
        fixed (double* v = _voltages, s = _powers, y = _admittances, current = _currents)
        {
            new Span<double>(current, 2 * _count).Clear();
            for (var i = _count - 1; i >= 0; i--)
            {
                double e = v[2 * i], f = v[2 * i + 1], p = s[2 * i], q = s[2 * i + 1], inverse = 1 / (e * e + f * f);
                var real = current[2 * i] + (p * e + q * f) * inverse;
                var imaginary = current[2 * i + 1] + (p * f - q * e) * inverse;
                if (_hasShunts)
                {
                    real += y[2 * i] * e - y[2 * i + 1] * f;
                    imaginary += y[2 * i] * f + y[2 * i + 1] * e;
                }

                (current[2 * i], current[2 * i + 1]) = (real, imaginary);
                var parent = _parent[i];
                if (parent < 0)
                {
                    continue;
                }

                if (_hasRatios)
                {
                    ref readonly var c = ref _constants[_place[i]];
                    (real, imaginary) = (c.RatioReal * real + c.RatioImaginary * imaginary, c.RatioReal * imaginary - c.RatioImaginary * real);
                }

                current[2 * parent] += real;
                current[2 * parent + 1] += imaginary;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    double Forward()
    {
        var step = 0.0;
        fixed (double* v = _voltages, current = _currents)
        {
            for (var i = 0; i < _count; i++)
            {
                var parent = _parent[i];
                if (parent < 0)
                {
                    continue;
                }

                ref readonly var c = ref _constants[_place[i]];
                double e = v[2 * parent], f = v[2 * parent + 1], a = current[2 * i], b = current[2 * i + 1];
                if (_hasRatios)
                {
                    (e, f) = (c.RatioReal * e - c.RatioImaginary * f, c.RatioReal * f + c.RatioImaginary * e);
                }

                e -= c.Resistance * a - c.Reactance * b;
                f -= c.Resistance * b + c.Reactance * a;
                step = Math.Max(step, Math.Abs(e - v[2 * i]) + Math.Abs(f - v[2 * i + 1]));
                (v[2 * i], v[2 * i + 1]) = (e, f);
            }
        }

        return step;
    }

    /// <summary>A lower bound of the loss where there is nothing but loads and impedances ≥ 0, pu.</summary>
    /// <remarks>
    /// Power arriving at i: P(i) ≥ load(i) + Σ (P + r ℓ)(child), Q alike, ℓ = (P² + Q²)/V². Voltages fall away from the slack, as
    /// V(parent)² = V² + 2 (r P + x Q) + (r² + x²) ℓ; with the slack's in their place ℓ, and so all P, Q and the loss, are too small.
    /// </remarks>
    double LossAtLeast()
    {
        var loss = 0.0;
        Array.Clear(_currents, 0, 2 * _count);
        for (var i = _count - 1; i >= 0; i--)
        {
            var (parent, p, q) = (_parent[i], _currents[2 * i] + _powers[2 * i], _currents[2 * i + 1] + _powers[2 * i + 1]);
            if (parent >= 0)
            {
                ref readonly var c = ref _constants[_place[i]];
                var square = (p * p + q * q) * _inverseSquare;
                loss += c.Resistance * square;
                _currents[2 * parent] += p + c.Resistance * square;
                _currents[2 * parent + 1] += q + c.Reactance * square;
            }
        }

        return loss;
    }

    ForestFlow Read()
    {
        var buses = _grid.Grid.Buses;
        var (loss, excess, lowest, lowestBus) = (0.0, 0.0, double.PositiveInfinity, -1);
        for (var i = 0; i < _count; i++)
        {
            var (bus, magnitude) = (_order[i], double.Hypot(_voltages[2 * i], _voltages[2 * i + 1]));
            (lowest, lowestBus) = magnitude < lowest ? (magnitude, bus) : (lowest, lowestBus);
            if (_parent[i] >= 0)
            {
                excess += Over(buses.MinVoltagePu[bus] - magnitude) + Over(magnitude - buses.MaxVoltagePu[bus]);
                ref readonly var c = ref _constants[_place[i]];
                loss += c.Resistance * (_currents[2 * i] * _currents[2 * i] + _currents[2 * i + 1] * _currents[2 * i + 1]);
                excess += c.Rating > 0 ? Over(Apparent(i, magnitude, c) * _grid.Grid.BaseMva / c.Rating - 1) : 0;
            }
        }

        return new ForestFlow(loss * _grid.Grid.BaseMva, lowest, lowestBus, excess);
    }

    /// <summary>Apparent power at the end of the arc that carries more, charging included, pu.</summary>
    double Apparent(int i, double magnitude, in ArcConstants c)
    {
        double a = _currents[2 * i], b = _currents[2 * i + 1], e = _voltages[2 * i], f = _voltages[2 * i + 1];
        var here = magnitude * double.Hypot(a + c.ChargingHere * f, b - c.ChargingHere * e);
        var parent = _parent[i];
        (e, f) = (_voltages[2 * parent], _voltages[2 * parent + 1]);
        (a, b) = (c.RatioReal * a + c.RatioImaginary * b, c.RatioReal * b - c.RatioImaginary * a);
        return Math.Max(here, double.Hypot(e, f) * double.Hypot(a - c.ChargingAtParent * f, b + c.ChargingAtParent * e));
    }

    static double Over(double excess) => excess > LimitTolerance ? excess : 0;
}
