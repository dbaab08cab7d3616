using Suandian.PowerFlow;

namespace Suandian.Distribution.Switching;

/// <summary>The radial state of the switches with the least loss within limits of voltage and loading.</summary>
/// <remarks>
/// Loads are constant powers. Where the states are few enough each is computed exactly, or by a bound of its loss proved to be none of the best; elsewhere a good one is found by exchange of branches
/// and a bound tells how far the best of all can lie below it.
/// Checked against: the 33 buses of Baran and Wu, 50 751 states, least loss 139.551347 kW.
/// </remarks>
public static class Reconfiguration
{
    /// <summary>Lowest voltage where none is asked for, pu; the highest is its inverse.</summary>
    const double Unlimited = 1e-3;

    /// <summary>All that stands against choosing among radial states; empty where nothing does.</summary>
    public static IReadOnlyList<ReconfigurationFault> Faults(PowerGrid grid, ReconfigurationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var states = new SwitchableGrid(grid, (options ?? new ReconfigurationOptions()).MaySwitch);
        var buses = Enumerable.Range(0, grid.Buses.Count).Where(b => states.NodeOf[b] >= 0).ToArray();
        return
        [
            .. buses.Where(b => states.Roles.Kind[b] == GridBusKind.Pv).Select(b => new ReconfigurationFault(ReconfigurationFaultKind.HeldVoltage, b)),
            .. buses.Where(b => !(grid.Buses.MinVoltagePu[b] > 0 && grid.Buses.MinVoltagePu[b] <= grid.Buses.MaxVoltagePu[b]))
                .Select(b => new ReconfigurationFault(ReconfigurationFaultKind.VoltageLimits, b)),
            .. states.FixedLoop().Select(k => new ReconfigurationFault(ReconfigurationFaultKind.FixedLoop, k)),
            .. states.BetweenSlacks.Select(k => new ReconfigurationFault(ReconfigurationFaultKind.BetweenSlacks, k)),
        ];
    }

    /// <summary>Finds the state of least loss.</summary>
    /// <param name="grid">Grid without <see cref="Faults"/>.</param>
    /// <param name="options">How to search; null for the defaults.</param>
    /// <param name="cancellation">Ends the search with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">The grid has faults.</exception>
    public static ReconfigurationSolution Solve(PowerGrid grid, ReconfigurationOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(grid);
        options ??= new ReconfigurationOptions();
        if (Faults(grid, options) is [var fault, ..])
        {
            throw new ArgumentException($"grid '{grid.Name}': {fault}", nameof(grid));
        }

        var states = new SwitchableGrid(grid, options.MaySwitch);
        var (sweep, given) = (new ForestSweep(states), states.Closed(grid));
        var solution = new ReconfigurationSolution
        {
            Method = ReconfigurationMethod.Enumeration, States = Count(states), Computed = 0, WithinLimits = 0, Best = [], LossAtLeastMw = 0, IsProved = true,
            Given = given is null ? null : State(states, given, sweep.Solve(given)),
        };
        var found = solution.States * states.Nodes <= options.EnumerationLimit
            ? Enumerated(states, (sweep, given), solution, options.Kept, cancellation)
            : Searched(states, (sweep, given), solution, options, cancellation);
        return found.HasState || IsUnlimited(grid) ? found : found with { LeastLoss = LeastLoss(states, sweep, options, cancellation) };
    }

    /// <summary>The state of least loss whatever the limits are.</summary>
    static SwitchState? LeastLoss(SwitchableGrid states, ForestSweep sweep, ReconfigurationOptions options, CancellationToken cancellation)
    {
        var buses = states.Grid.Buses.Count;
        var free = states.Grid with
        {
            Buses = states.Grid.Buses with { MinVoltagePu = [.. Enumerable.Repeat(Unlimited, buses)], MaxVoltagePu = [.. Enumerable.Repeat(1 / Unlimited, buses)] },
            Branches = states.Grid.Branches with { RatingMva = new double[states.Grid.Branches.Count] },
        };
        return Solve(free, options with { Kept = 1, BoundTime = TimeSpan.Zero }, cancellation).Best is [var best, ..] && states.Closed(Switched(free, best)) is { } closed
            ? State(states, closed, sweep.Solve(closed)) : null;
    }

    static bool IsUnlimited(PowerGrid grid) => grid.Buses.MinVoltagePu.All(v => v == Unlimited);

    /// <summary>The grid with the switches in a state.</summary>
    public static PowerGrid Switched(PowerGrid grid, SwitchState state)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(state);
        return grid with { Branches = grid.Branches with { InService = [.. Enumerable.Range(0, grid.Branches.Count).Select(k => Array.BinarySearch(state.Open, k) < 0)] } };
    }

    internal static SwitchState State(SwitchableGrid states, bool[] isClosed, ForestFlow flow)
    {
        var inService = states.Switched(isClosed).Branches.InService;
        return new SwitchState
        {
            Open = [.. Enumerable.Range(0, inService.Length).Where(k => !inService[k])],
            LossMw = flow.LossMw, LowestPu = flow.LowestPu, LowestBus = flow.LowestBus, Excess = flow.Excess,
        };
    }

    static double Count(SwitchableGrid states)
    {
        var log = SpanningTrees.LogCount(states);
        return log < 53 * Math.Log(2) ? Math.Round(Math.Exp(log)) : Math.Exp(log);
    }

    static ReconfigurationSolution Enumerated(
        SwitchableGrid states, (ForestSweep Sweep, bool[]? Given) from, ReconfigurationSolution solution, int kept, CancellationToken cancellation)
    {
        var enough = new BranchExchange(states, from.Sweep, cancellation).LossOf(kept, from.Given) * (1 + 1e-9);
        var best = new BestStates(kept);
        SpanningTrees.ForEach(states, isClosed =>
        {
            if (from.Sweep.SolveBelow(isClosed, Math.Min(enough, best.Enough)) is { } flow)
            {
                best.Offer(isClosed, flow);
            }
        }, cancellation);
        var list = best.List();
        return solution with
        {
            Computed = best.Offered,
            WithinLimits = best.WithinLimits,
            Best = [.. list.Select(s => State(states, s.IsClosed, s.Flow))],
            LossAtLeastMw = best.WithinLimits > 0 ? list[0].Flow.LossMw : double.PositiveInfinity,
        };
    }

    static ReconfigurationSolution Searched(
        SwitchableGrid states, (ForestSweep Sweep, bool[]? Given) from, ReconfigurationSolution solution, ReconfigurationOptions options, CancellationToken cancellation)
    {
        var exchange = new BranchExchange(states, from.Sweep, cancellation);
        var (best, bound) = (exchange.Best(from.Given), 0.0);
        if (best.Flow.Excess == 0 && options.BoundTime > TimeSpan.Zero)
        {
            var proof = new SwitchingBound(states, exchange, options);
            (best, bound) = (proof.Prove(best, cancellation), proof.LossAtLeastMw);
        }

        var found = solution with
        {
            Method = ReconfigurationMethod.Search,
            Computed = exchange.Evaluated,
            WithinLimits = best.Flow.Excess == 0 ? 1 : 0,
            Best = [State(states, best.IsClosed, best.Flow)],
            LossAtLeastMw = bound,
        };
        return found with { IsProved = found.HasState && found.Gap <= options.ProvedGap };
    }
}

/// <summary>The best states of many, the best first.</summary>
sealed class BestStates(int kept)
{
    readonly List<(bool[] IsClosed, ForestFlow Flow)> _list = [];

    /// <summary>States that were offered.</summary>
    internal long Offered { get; private set; }

    /// <summary>Of those, states within limits.</summary>
    internal long WithinLimits { get; private set; }

    /// <summary>A state that loses more than this does not come among the best, MW.</summary>
    internal double Enough => _list.Count == kept && _list[^1].Flow.Excess == 0 ? _list[^1].Flow.LossMw : double.PositiveInfinity;

    /// <summary>Keeps a state where it is among the best.</summary>
    internal void Offer(bool[] isClosed, ForestFlow flow)
    {
        Offered++;
        WithinLimits += flow.Excess == 0 ? 1 : 0;
        if (_list.Count == kept && !flow.IsBetterThan(_list[^1].Flow))
        {
            return;
        }

        var place = _list.Count;
        while (place > 0 && flow.IsBetterThan(_list[place - 1].Flow))
        {
            place--;
        }

        _list.Insert(place, ((bool[])isClosed.Clone(), flow));
        if (_list.Count > kept)
        {
            _list.RemoveAt(kept);
        }
    }

    /// <summary>The best states within limits; where there are none, the one that exceeds them least.</summary>
    internal (bool[] IsClosed, ForestFlow Flow)[] List() =>
        WithinLimits > 0 ? [.. _list.Where(s => s.Flow.Excess == 0)] : [.. _list.Take(1)];
}
