using System.Numerics;

namespace Suandian.PowerFlow;

/// <summary>AC power flow of a grid; order and pattern are made once, each <see cref="Solve()"/> computes numbers only.</summary>
/// <remarks>
/// Newton–Raphson on power mismatches with an LU of 2 × 2 blocks. Where it fails, and more is allowed: shortened steps from the same start,
/// from a flat one and from the voltages of the case, then all powers raised from zero in steps (Ajjarapu and Christy 1992, doi:10.1109/59.141737, without the corrector
/// beyond the nose), so that a grid without solution is told with the share of its load that can be carried.
/// Checked against: MATPOWER 8.1 runpf, 1e-8 pu.
/// </remarks>
public sealed partial class AcFlow
{
    const int DampedLimit = 60;

    readonly PowerGrid _grid;
    readonly FlowOptions _options;
    readonly FlowRoles _roles;
    readonly BranchTwoPorts _ports;
    readonly FlowEquations _equations;
    readonly NewtonKernel _kernel;
    readonly NewtonRun _run;
    readonly double[] _share;

    /// <summary>Prepares a grid.</summary>
    /// <param name="grid">Grid with a slack in service in at least one island; islands without slack are left out.</param>
    /// <param name="options">How to compute; null for the defaults.</param>
    /// <exception cref="ArgumentException">No island has a slack, or a number of the options lies outside its range.</exception>
    public AcFlow(PowerGrid grid, FlowOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(grid);
        (_grid, _options) = (grid, options ?? new FlowOptions());
        if (!(_options.TolerancePu > 0) || _options.IterationLimit < 1)
        {
            throw new ArgumentException($"tolerance {_options.TolerancePu} or limit {_options.IterationLimit} is not positive", nameof(options));
        }

        if (_options.Loads is { } loads && (loads.CurrentPu.Length != grid.Buses.Count || loads.ImpedancePu.Length != grid.Buses.Count))
        {
            throw new ArgumentException($"shares of loads must have {grid.Buses.Count} numbers each", nameof(options));
        }

        _roles = new FlowRoles(grid);
        _ports = BranchTwoPorts.Of(grid, _roles.Used);
        _equations = FlowEquations.Of(grid, _roles.Used, _ports, Shunts());
        _kernel = new NewtonKernel(_equations);
        _run = new NewtonRun(_kernel, _equations);
        _share = new double[grid.Generators.Count];
        SetPowers(1);
        if (_options.DistributedSlack)
        {
            ShareSlack();
        }
    }

    /// <summary>Number of 2 × 2 blocks in the factors, fill included.</summary>
    public int Blocks => _equations.Factors.Blocks;

    /// <summary>Computes a power flow.</summary>
    public static AcFlowSolution Solve(PowerGrid grid, FlowOptions? options = null) => new AcFlow(grid, options).Solve();

    /// <summary>Computes the power flow from its start.</summary>
    public AcFlowSolution Solve()
    {
        _run.Reset();
        SetPowers(1);
        SetKinds();
        Begin(_options.Start);
        var (status, share) = (FlowStatus.Converged, 1.0);
        if (!Iterate())
        {
            (status, share) = _options.Effort == FlowEffort.Newton ? (FlowStatus.NotConverged, 0) : Search();
        }

        var isLimited = new bool[_grid.Buses.Count];
        if (status == FlowStatus.Converged && _options.EnforceReactiveLimits && !HoldLimits(isLimited))
        {
            status = FlowStatus.LimitsNotHeld;
        }

        return Read(status, share, isLimited);
    }

    /// <summary>Newton steps from where the state stands.</summary>
    internal bool Iterate() => _run.Newton(_options.TolerancePu, _options.IterationLimit);

    /// <summary>Sets the start.</summary>
    internal void Begin(FlowStart start)
    {
        var flat = start == FlowStart.Flat ? FlatStart.AnglesDeg(_grid) : _grid.Buses.AngleDeg;
        for (var i = 0; i < _kernel.Size; i++)
        {
            var b = _equations.Factors.Order[i];
            var isHeld = _roles.Kind[b] is GridBusKind.Pv or GridBusKind.Slack;
            var magnitude = isHeld ? _roles.SetpointPu[b] : start == FlowStart.Flat ? 1 : _grid.Buses.VoltagePu[b];
            var angle = flat[b] * (Math.PI / 180);
            (_kernel.State[2 * i + 1], _kernel.State[2 * i]) = Math.SinCos(angle) is var (s, c) ? (magnitude * s, magnitude * c) : default;
        }
    }

    /// <summary>Shortened steps from the start asked for, then from a flat one and from the voltages of the case, the latter by full steps first; then all powers raised from zero.</summary>
    (FlowStatus Status, double Share) Search()
    {
        var isGivenFlat = IsGivenFlat();
        foreach (var start in isGivenFlat ? [_options.Start] : new[] { _options.Start, FlowStart.Flat, FlowStart.AsGiven }.Distinct())
        {
            if ((start != _options.Start && From(start, Iterate)) || From(start, () => _run.Damped(_options.TolerancePu, DampedLimit)))
            {
                return (FlowStatus.Converged, 1);
            }
        }

        var share = Raise(FlowStart.Flat);
        share = Math.Max(0, share <= 0 && !isGivenFlat ? Math.Max(share, Raise(FlowStart.AsGiven)) : share);
        return (share >= 1 ? FlowStatus.Converged : FlowStatus.NoSolution, share);
    }

    /// <summary>Steps from a start, nothing handed out by the slacks.</summary>
    bool From(FlowStart start, Func<bool> steps)
    {
        _run.Handed.Clear();
        Begin(start);
        return steps();
    }

    /// <summary>True where the voltages of the case are those of a flat start.</summary>
    bool IsGivenFlat() => FlatStart.AnglesDeg(_grid).AsSpan().SequenceEqual(_grid.Buses.AngleDeg) && _grid.Buses.VoltagePu.All(v => v == 1);

    /// <summary>Raises all powers from zero, each solution the start of the next.</summary>
    /// <param name="start">Where the flow without powers begins.</param>
    /// <returns>Largest share that was solved; below 0 where not even that without powers was.</returns>
    double Raise(FlowStart start)
    {
        const double finest = 1e-5;
        var (reached, step, good, handed) = (-1.0, 0.0, new double[2 * _kernel.Size], new Dictionary<int, double>());
        _run.Handed.Clear();
        Begin(start);
        for (var share = 0.0; ;)
        {
            SetPowers(share);
            if (_run.Newton(_options.TolerancePu, _options.IterationLimit))
            {
                (reached, step) = (share, share == 0 ? 0.25 : 1.5 * step);
                _kernel.State.CopyTo(good);
                handed = new Dictionary<int, double>(_run.Handed);
            }
            else
            {
                step /= 2;
                good.CopyTo(_kernel.State);
                _run.HandOut(handed);
            }

            if (reached is < 0 or >= 1 || step < finest)
            {
                SetPowers(1);
                return reached;
            }

            share = Math.Min(1, reached + step);
        }
    }

    /// <summary>Writes the given powers, raised by a share.</summary>
    void SetPowers(double share)
    {
        Span<double> active = _kernel.Active, reactive = _kernel.Reactive;
        var (buses, generators, scale) = (_grid.Buses, _grid.Generators, share / _grid.BaseMva);
        for (var i = 0; i < _kernel.Size; i++)
        {
            var b = _equations.Factors.Order[i];
            double current = _options.Loads?.CurrentPu[b] ?? 0, constant = 1 - current - (_options.Loads?.ImpedancePu[b] ?? 0);
            active[i] = -buses.LoadMw[b] * constant * scale;
            reactive[i] = -buses.LoadMvar[b] * constant * scale;
            _kernel.ActiveAtVoltage[i] = buses.LoadMw[b] * current * scale;
            _kernel.ReactiveAtVoltage[i] = buses.LoadMvar[b] * current * scale;
            _kernel.HasCurrentLoads |= current != 0;
            foreach (var g in _roles.GeneratorsAt[b])
            {
                active[i] += generators.PowerMw[g] * scale;
                reactive[i] += generators.PowerMvar[g] * scale;
            }
        }
    }

    void SetKinds()
    {
        for (var i = 0; i < _kernel.Size; i++)
        {
            _kernel.Kinds[i] = _roles.Kind[_equations.Factors.Order[i]] switch
            {
                GridBusKind.Pq => Given.Powers,
                GridBusKind.Pv => Given.Voltage,
                _ => Given.Nothing,
            };
        }
    }

    /// <summary>Shunts and loads of constant impedance, pu.</summary>
    Complex[] Shunts()
    {
        var shunts = new Complex[_grid.Buses.Count];
        for (var b = 0; b < shunts.Length; b++)
        {
            var impedance = _options.Loads?.ImpedancePu[b] ?? 0;
            shunts[b] = _roles.Kind[b] == GridBusKind.Isolated ? 0 : new Complex(
                _grid.Buses.ShuntMw[b] + impedance * _grid.Buses.LoadMw[b],
                _grid.Buses.ShuntMvar[b] - impedance * _grid.Buses.LoadMvar[b]) / _grid.BaseMva;
        }

        return shunts;
    }
}
