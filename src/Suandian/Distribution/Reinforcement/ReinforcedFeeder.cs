using System.Numerics;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Reinforcement;

/// <summary>A feeder with some of its measures built: grid, powers, and what lies outside its limits in which hours.</summary>
sealed class ReinforcedFeeder
{
    /// <summary>Where a bus has no lower or upper limit these hold, pu: beyond them a flow is no operating point of a grid.</summary>
    const double LeastPu = 0.5, MostPu = 2;

    /// <summary>Most branches on the way of storage or computing of which each gives it a schedule.</summary>
    const int MostNarrow = 3;

    readonly FeederHours _hours;
    readonly FeederPaths _paths, _ways;
    readonly (double[] Mw, double[] Mvar)[] _profiles;
    readonly Measure[] _measures;
    readonly int _threads;
    readonly int[] _buses;
    readonly int[] _supplied;
    readonly List<int> _hard = [];

    internal ReinforcedFeeder(PowerGrid grid, FeederHours hours, Measure[] measures, (FeederLimits Limits, int Threads) how)
    {
        (Grid, _hours, _measures, _threads, _paths) = (grid, hours, measures, how.Threads, FeederPaths.Of(grid));
        Limits = how.Limits with { LowPu = [.. how.Limits.LowPu.Select(v => Math.Max(v, LeastPu))], HighPu = [.. how.Limits.HighPu.Select(v => Math.Min(v, MostPu))] };
        Tree = measures.Any(m => m.IsNewRoute) ? null : FeederTree.Of(grid);
        var reached = measures.Any(m => m.IsNewRoute) ? FeederPaths.Of(Joined([.. measures.Select(m => m.IsNewRoute)])) : _paths;
        _ways = Ways(reached);
        _buses = [.. reached.Order.Where(b => reached.Depth[b] > 0)];
        _supplied = [.. UnsuppliedLoad.Of(grid, hours).Buses.Where(b => reached.Depth[b] >= 0)];
        var roots = Roots();
        var loads = new Dictionary<(int Root, int Branch), double[]>();
        double[] Of(Measure m) => (roots[m.Site], m.LevelledBranch) is var key && loads.TryGetValue(key, out var load) ? load
            : loads[key] = Load(_ways.Order.Where(b => _ways.Depth[b] > 0 && (key.LevelledBranch < 0 ? roots[b] == key.Item1 : Way(b).Contains(key.LevelledBranch))));
        _profiles = [.. measures.Select(m => m.IsScheduled ? Profile(m, m.IsLevelling ? Of(m) : []) : ([], []))];
    }

    /// <summary>The grid as trees; null where it has loops or buses that hold their voltage, or gets loops by measures.</summary>
    internal FeederTree? Tree { get; }

    internal PowerGrid Grid { get; }

    /// <summary>Limits; where there is none for a voltage, half and twice nominal.</summary>
    internal FeederLimits Limits { get; }

    internal int Hours => _hours.Count;

    /// <summary>Hours that sets failed in, the first found first.</summary>
    internal IReadOnlyList<int> Hard => _hard;

    /// <summary>Powers into a bus without measures, MW and Mvar.</summary>
    internal (double Mw, double Mvar) Power(int bus, int hour) => (_hours.Injections.ActiveMw[bus * Hours + hour], _hours.Injections.ReactiveMvar[bus * Hours + hour]);

    /// <summary>Powers that a measure with a schedule puts into its bus, MW and Mvar; 0 of all others.</summary>
    internal (double Mw, double Mvar) Added(int measure, int hour) => _profiles[measure].Mw.Length == 0 ? (0, 0) : (_profiles[measure].Mw[hour], _profiles[measure].Mvar[hour]);

    /// <summary>The schedule of a measure; empty where it has none.</summary>
    internal (double[] Mw, double[] Mvar) Schedule(int measure) => _profiles[measure];

    /// <summary>Impedance and rating of a branch with a line or conductor, pu and MVA.</summary>
    /// <remarks>Of two lines in parallel each carries the share of the other's impedance; the sum is limited by the one that is full first.</remarks>
    internal (double R, double X, double RatingMva) Conductor(Measure measure)
    {
        var (branches, k) = (Grid.Branches, measure.Site);
        if (measure.Kind == MeasureKind.LargerConductor)
        {
            return (measure.ResistancePu, measure.ReactancePu, measure.RatingMva);
        }

        Complex a = new(branches.ResistancePu[k], branches.ReactancePu[k]), b = new(measure.ResistancePu, measure.ReactancePu), z = a * b / (a + b);
        double Limit(double rating, Complex own, Complex other) => rating > 0 ? rating * ((a + b) / other).Magnitude : double.PositiveInfinity;
        var limit = Math.Min(Limit(branches.RatingMva[k], a, b), Limit(measure.RatingMva, b, a));
        return (z.Real, z.Imaginary, double.IsFinite(limit) ? limit : 0);
    }

    /// <summary>The grid with the measures of branches and capacitors.</summary>
    internal PowerGrid Built(bool[] isBuilt)
    {
        var grid = Joined(isBuilt);
        var (branches, shunts) = (grid.Branches, (double[])grid.Buses.ShuntMvar.Clone());
        var (r, x, rating, tap, charging) = ((double[])branches.ResistancePu.Clone(), (double[])branches.ReactancePu.Clone(), (double[])branches.RatingMva.Clone(), (double[])branches.TapRatio.Clone(), (double[])branches.ChargingPu.Clone());
        for (var m = 0; m < _measures.Length; m++)
        {
            var k = _measures[m].Site;
            if (isBuilt[m] && _measures[m].IsConductor)
            {
                (r[k], x[k], rating[k]) = Conductor(_measures[m]);
                charging[k] += _measures[m].ChargingPu;
            }
            else if (isBuilt[m] && _measures[m].Kind == MeasureKind.Regulator)
            {
                tap[k] = branches.Tap(k) * (IsFromParent(k) ? _measures[m].Ratio : 1 / _measures[m].Ratio);
            }
            else if (isBuilt[m] && _measures[m].Kind == MeasureKind.Capacitor)
            {
                shunts[k] += _measures[m].Mvar;
            }
        }

        return grid with
        {
            Buses = grid.Buses with { ShuntMvar = shunts },
            Branches = branches with { ResistancePu = r, ReactancePu = x, RatingMva = rating, TapRatio = tap, ChargingPu = charging },
        };
    }

    /// <summary>The grid with new lines behind its branches and with the ties that are closed.</summary>
    PowerGrid Joined(bool[] isBuilt)
    {
        Measure[] lines = [.. _measures.Where((m, n) => isBuilt[n] && m.Kind == MeasureKind.NewLine)];
        int[] ties = [.. _measures.Where((m, n) => isBuilt[n] && m.Kind == MeasureKind.CloseTie).Select(m => m.Site)];
        if (lines.Length + ties.Length == 0)
        {
            return Grid;
        }

        var (b, none) = (Grid.Branches, new double[lines.Length]);
        bool[] isOn = [.. b.InService, .. lines.Select(_ => true)];
        Array.ForEach(ties, k => isOn[k] = true);
        return Grid with
        {
            Branches = new GridBranches
            {
                From = [.. b.From, .. lines.Select(m => m.Site)], To = [.. b.To, .. lines.Select(m => m.EndBus)], InService = isOn,
                ResistancePu = [.. b.ResistancePu, .. lines.Select(m => m.ResistancePu)], ReactancePu = [.. b.ReactancePu, .. lines.Select(m => m.ReactancePu)],
                ChargingPu = [.. b.ChargingPu, .. lines.Select(m => m.ChargingPu)], RatingMva = [.. b.RatingMva, .. lines.Select(m => m.RatingMva)],
                ShortTermRatingMva = [.. b.ShortTermRatingMva, .. none], EmergencyRatingMva = [.. b.EmergencyRatingMva, .. none], TapRatio = [.. b.TapRatio, .. none], ShiftDeg = [.. b.ShiftDeg, .. none],
                MinAngleDeg = [.. b.MinAngleDeg, .. lines.Select(_ => -360.0)], MaxAngleDeg = [.. b.MaxAngleDeg, .. lines.Select(_ => 360.0)],
                FurtherColumns = [.. b.FurtherColumns.Select(column => (double[])[.. column, .. none])],
            },
        };
    }

    /// <summary>Of some branches those on the way of a bus to the slack, nearest first, a few at most; lines that are yet to be built are not among them.</summary>
    internal int[] Narrow(int bus, ISet<int> full) => [.. Way(bus).Where(k => k < Grid.Branches.Count && full.Contains(k)).Take(MostNarrow)];

    /// <summary>Branches on the way of a bus to the slack.</summary>
    IEnumerable<int> Way(int bus)
    {
        for (; _ways.Parent[bus] >= 0; bus = _ways.Parent[bus])
        {
            yield return _ways.Branch[bus];
        }
    }

    /// <summary>The ways as things stand, and of buses that none reaches, as every set that suffices supplies them, over routes that measures build.</summary>
    FeederPaths Ways(FeederPaths reached)
    {
        T[] Of<T>(T[] now, T[] then) => [.. now.Select((value, b) => _paths.Depth[b] >= 0 ? value : then[b])];
        return ReferenceEquals(reached, _paths) ? _paths : _paths with
        {
            Branch = Of(_paths.Branch, reached.Branch),
            Parent = Of(_paths.Parent, reached.Parent),
            Depth = Of(_paths.Depth, reached.Depth),
            Order = [.. _paths.Order, .. reached.Order.Where(b => _paths.Depth[b] < 0)],
        };
    }

    /// <summary>True where the from end of a branch is nearer to the slack.</summary>
    internal bool IsFromParent(int branch) => Grid.Branches.To[branch] is var to && (_paths.Branch[to] == branch
        || (_paths.Branch[Grid.Branches.From[branch]] != branch && _paths.DistancePu[to] >= _paths.DistancePu[Grid.Branches.From[branch]]));

    /// <summary>Exact flows of all hours with some measures, and what lies outside the limits.</summary>
    internal (HourlyFlowSolution Year, FeederExcess Excess) Check(bool[] isBuilt)
    {
        var grid = Built(isBuilt);
        var year = new HourlyFlow(grid).Solve(Scheduled(isBuilt).Injections, HourlyArrays.Flows, threads: _threads);
        var excess = Excess(grid, year);
        _hard.AddRange(excess.Worst.Except(_hard));
        return (year, excess);
    }

    /// <summary>Exact flows of some hours.</summary>
    internal HourlyFlowSolution Flow(bool[] isBuilt, int[] hours) =>
        new HourlyFlow(Built(isBuilt)).Solve(Powers(isBuilt, hours), HourlyArrays.Flows);

    /// <summary>True where a set keeps all limits in all hours; tried first in the hours that others failed in.</summary>
    internal bool Holds(bool[] isBuilt) => (_hard.Count == 0 || _hard.Count == Hours || InHard(isBuilt).IsNone) && Check(isBuilt).Excess.IsNone;

    /// <summary>What lies outside in the hours that sets failed in.</summary>
    internal FeederExcess InHard(bool[] isBuilt)
    {
        var grid = Built(isBuilt);
        return Excess(grid, new HourlyFlow(grid).Solve(Powers(isBuilt, [.. _hard]), HourlyArrays.Flows));
    }

    /// <summary>The hours with what measures put into the buses.</summary>
    internal FeederHours Scheduled(bool[] isBuilt)
    {
        var (active, reactive) = ((double[])_hours.Injections.ActiveMw.Clone(), (double[])_hours.Injections.ReactiveMvar.Clone());
        for (var m = 0; m < _measures.Length; m++)
        {
            for (var h = 0; isBuilt[m] && h < _profiles[m].Mw.Length; h++)
            {
                active[_measures[m].Site * Hours + h] += _profiles[m].Mw[h];
                reactive[_measures[m].Site * Hours + h] += _profiles[m].Mvar[h];
            }
        }

        return _hours with { Injections = new HourlyInjections(Hours, active, reactive) };
    }

    HourlyInjections Powers(bool[] isBuilt, int[] hours)
    {
        var (buses, count) = (Grid.Buses.Count, hours.Length);
        var (active, reactive) = (new double[buses * count], new double[buses * count]);
        for (var i = 0; i < active.Length; i++)
        {
            (active[i], reactive[i]) = Power(i / count, hours[i % count]);
        }

        for (var m = 0; m < _measures.Length; m++)
        {
            for (var t = 0; isBuilt[m] && _measures[m].IsScheduled && t < count; t++)
            {
                var (added, at) = (Added(m, hours[t]), _measures[m].Site * count + t);
                (active[at], reactive[at]) = (active[at] + added.Mw, reactive[at] + added.Mvar);
            }
        }

        return new HourlyInjections(count, active, reactive);
    }

    int[] Roots()
    {
        var roots = new int[Grid.Buses.Count];
        foreach (var b in _ways.Order)
        {
            roots[b] = _ways.Parent[b] < 0 ? b : roots[_ways.Parent[b]];
        }

        return roots;
    }

    double[] Load(IEnumerable<int> buses)
    {
        var load = new double[Hours];
        foreach (var b in buses)
        {
            for (var h = 0; h < Hours; h++)
            {
                load[h] -= _hours.Injections.ActiveMw[b * Hours + h];
            }
        }

        return load;
    }

    /// <summary>Inverters take reactive power with what is generated at their bus, load not counted; storage and computing level the load given, computing by no more than its bus takes.</summary>
    (double[] Mw, double[] Mvar) Profile(Measure measure, double[] load) => measure.Kind == MeasureKind.SmartInverter
        ? (new double[Hours], [.. Enumerable.Range(0, Hours).Select(h => measure.Site * Hours + h is var at ? -measure.ReactiveShare * Math.Max(0, _hours.Injections.ActiveMw[at] + _hours.LoadMw[at]) : 0)])
        : (DailyShift.Schedule(load, [.. Enumerable.Range(0, Hours).Select(h => measure.Kind == MeasureKind.FlexibleCompute ? Math.Min(measure.Mw, _hours.LoadMw[measure.Site * Hours + h]) : measure.Mw)],
            measure.Mw, measure.Mwh, measure.Efficiency), new double[Hours]);

    FeederExcess Excess(PowerGrid grid, HourlyFlowSolution year) => FeederExcess.Of(Limits with { RatingMva = grid.Branches.RatingMva }, _buses,
        [.. Enumerable.Range(0, grid.Branches.Count).Where(k => grid.Branches.RatingMva[k] > 0 && GridIslands.IsUsed(grid, k))], year).With(_supplied.Length == 0 ? [] : Dark(grid));

    /// <summary>Buses that measures could supply and those of this grid do not.</summary>
    int[] Dark(PowerGrid grid) => GridIslands.Of(grid).Supplied(grid.Buses) is var isSupplied ? [.. _supplied.Where(b => !isSupplied[b])] : [];
}
