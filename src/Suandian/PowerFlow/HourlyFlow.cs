namespace Suandian.PowerFlow;

/// <summary>Exact power flows of many hours on one grid, four hours at once, on several threads.</summary>
/// <remarks>
/// Hours are dealt to threads in weeks; each week begins at a flat start and each four hours at the voltages of the four before, so that the
/// numbers do not depend on the number of threads. Hours that this does not solve have their powers raised from nothing, four at a time (<see cref="RaisedLanes"/>);
/// those that come near all of their powers, but not there, are computed alone by <see cref="AcFlow"/> with all it can do.
/// Reactive limits are not enforced and the slack is not shared.
/// </remarks>
public sealed class HourlyFlow
{
    const int Week = 168;

    readonly PowerGrid _grid;
    readonly FlowRoles _roles;
    readonly Func<HourLanes> _makeLanes;
    readonly Lazy<(FlowEquations Equations, BranchTwoPorts Ports)> _equations;

    /// <summary>Prepares a grid.</summary>
    /// <param name="grid">Grid with a slack; islands without are left out.</param>
    /// <param name="method">How to compute.</param>
    /// <exception cref="ArgumentException">No slack; or a sweep is asked for and the grid is not radial or has a tap, a shift or a PV bus.</exception>
    public HourlyFlow(PowerGrid grid, HourlyMethod method = HourlyMethod.Fastest)
    {
        ArgumentNullException.ThrowIfNull(grid);
        (_grid, _roles, _equations) = (grid, new FlowRoles(grid), new Lazy<(FlowEquations, BranchTwoPorts)>(Equations));
        var tree = method == HourlyMethod.Newton ? null : SweepTree.Of(grid, _roles);
        if (tree is null && method == HourlyMethod.Sweep)
        {
            throw new ArgumentException($"grid '{grid.Name}' does not suit a sweep", nameof(method));
        }

        IsSweep = tree is not null;
        _makeLanes = tree is null ? MakeNewton : () => new SweepLanes(grid, _roles, tree);
        _ = IsSweep ? default : _equations.Value;
    }

    /// <summary>True where hours are computed by sweep.</summary>
    public bool IsSweep { get; }

    /// <summary>What is given at each bus.</summary>
    internal FlowRoles Roles => _roles;

    /// <summary>Room for four states of the grid at once, for those who choose the states themselves.</summary>
    internal HourLanes MakeLanes() => _makeLanes();

    NewtonLanes MakeNewton() => new(_grid, _roles, _equations.Value.Equations, _equations.Value.Ports);

    (FlowEquations Equations, BranchTwoPorts Ports) Equations()
    {
        var ports = BranchTwoPorts.Of(_grid, _roles.Used);
        var shunts = Enumerable.Range(0, _grid.Buses.Count).Select(b => _roles.Kind[b] == GridBusKind.Isolated ? 0
            : new System.Numerics.Complex(_grid.Buses.ShuntMw[b], _grid.Buses.ShuntMvar[b]) / _grid.BaseMva).ToArray();
        return (FlowEquations.Of(_grid, _roles.Used, ports, shunts), ports);
    }

    /// <summary>Computes all hours.</summary>
    /// <param name="injections">Powers into the buses.</param>
    /// <param name="arrays">What is kept besides magnitudes, losses and slack powers.</param>
    /// <param name="tolerancePu">Newton: largest mismatch; sweep: largest movement of a voltage in the last round; pu.</param>
    /// <param name="threads">Threads, ≥ 1; the numbers do not depend on it.</param>
    /// <param name="cancellation">Stops between weeks.</param>
    public HourlyFlowSolution Solve(HourlyInjections injections, HourlyArrays arrays = HourlyArrays.All, double tolerancePu = 1e-8, int threads = 1,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(injections);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (injections.ActiveMw.Length != _grid.Buses.Count * injections.Hours || injections.ReactiveMvar.Length != injections.ActiveMw.Length)
        {
            throw new ArgumentException($"injections must have {_grid.Buses.Count} × {injections.Hours} numbers", nameof(injections));
        }

        var solution = Empty(injections.Hours, arrays);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, (injections.Hours + Week - 1) / Week, options, () => new HourlyWriter((_grid, _roles), (_makeLanes(), MakeNewton), injections, solution), (week, _, writer) =>
        {
            writer.Solve(week * Week, Math.Min(injections.Hours, (week + 1) * Week), tolerancePu);
            return writer;
        }, _ => { });
        return solution;
    }

    HourlyFlowSolution Empty(int hours, HourlyArrays arrays)
    {
        double[] Buses(bool isWanted) => Room(hours, isWanted ? _grid.Buses.Count : 0, b => _roles.Kind[b] == GridBusKind.Isolated, double.NaN);
        double[] Branches() => Room(hours, arrays.HasFlag(HourlyArrays.Flows) ? _grid.Branches.Count : 0, k => Array.BinarySearch(_roles.Used, k) < 0, 0);
        return new HourlyFlowSolution
        {
            Hours = hours, IsSolved = new bool[hours], LossMw = new double[hours], SlackMw = new double[hours], SlackMvar = new double[hours],
            VoltagePu = Buses(isWanted: true), AngleDeg = Buses(arrays.HasFlag(HourlyArrays.Angles)),
            FromMw = Branches(), FromMvar = Branches(), ToMw = Branches(), ToMvar = Branches(),
        };
    }

    /// <summary>An array whose rows will be written, but for those that are left out: they are filled.</summary>
    static double[] Room(int hours, int rows, Predicate<int> isLeft, double filling)
    {
        var array = GC.AllocateUninitializedArray<double>(rows * hours);
        for (var row = 0; row < rows; row++)
        {
            if (isLeft(row))
            {
                array.AsSpan(row * hours, hours).Fill(filling);
            }
        }

        return array;
    }
}
