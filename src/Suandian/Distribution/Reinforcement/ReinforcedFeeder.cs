using System.Numerics;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Reinforcement;

/// <summary>A feeder with some of its measures built: grid, powers, and what lies outside its limits in which hours.</summary>
sealed class ReinforcedFeeder
{
    /// <summary>Limits count as kept within this, pu and share of the rating: ten times the tolerance of the flow.</summary>
    const double Tolerance = 1e-7;

    /// <summary>Most hours that are named as the worst.</summary>
    const int MostWorst = 12;

    readonly PowerGrid _grid;
    readonly HourlyInjections _hours;
    readonly FeederTree _tree;
    readonly (double[] Mw, double[] Mvar)[] _profiles;
    readonly Measure[] _measures;
    readonly int _threads;

    internal ReinforcedFeeder(PowerGrid grid, HourlyInjections hours, Measure[] measures, int threads)
    {
        (_grid, _hours, _measures, _threads) = (grid, hours, measures, threads);
        _tree = FeederTree.Of(grid) ?? throw new ArgumentException($"grid '{grid.Name}' is not radial", nameof(grid));
        var roots = _tree.Roots();
        var loads = roots.Distinct().ToDictionary(root => root, root => Load(Enumerable.Range(0, roots.Length).Where(i => roots[i] == root).Select(i => _tree.Order[i])));
        var rootOf = Enumerable.Range(0, roots.Length).ToDictionary(i => _tree.Order[i], i => roots[i]);
        _profiles = [.. measures.Select(m => m.IsAtBranch || m.Kind == MeasureKind.Capacitor ? ([], []) : Profile(m, loads[rootOf[m.Site]]))];
    }

    internal FeederTree Tree => _tree;

    internal PowerGrid Grid => _grid;

    internal int Hours => _hours.Hours;

    /// <summary>Powers into a bus without measures, MW and Mvar.</summary>
    internal (double Mw, double Mvar) Power(int bus, int hour) => (_hours.ActiveMw[bus * Hours + hour], _hours.ReactiveMvar[bus * Hours + hour]);

    /// <summary>Powers that a measure puts into its bus, MW and Mvar; a capacitor's at 1 pu.</summary>
    internal (double Mw, double Mvar) Added(int measure, int hour) => _measures[measure].Kind == MeasureKind.Capacitor ? (0, _measures[measure].Mvar)
        : _profiles[measure].Mw.Length == 0 ? (0, 0) : (_profiles[measure].Mw[hour], _profiles[measure].Mvar[hour]);

    /// <summary>Impedance and rating of a branch with a line or conductor, pu and MVA.</summary>
    /// <remarks>Of two lines in parallel each carries the share of the other's impedance; the sum is limited by the one that is full first.</remarks>
    internal (double R, double X, double RatingMva) Conductor(Measure measure)
    {
        var (branches, k) = (_grid.Branches, measure.Site);
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
        var (branches, shunts) = (_grid.Branches, (double[])_grid.Buses.ShuntMvar.Clone());
        var (r, x, rating, tap) = ((double[])branches.ResistancePu.Clone(), (double[])branches.ReactancePu.Clone(), (double[])branches.RatingMva.Clone(), (double[])branches.TapRatio.Clone());
        for (var m = 0; m < _measures.Length; m++)
        {
            var k = _measures[m].Site;
            if (isBuilt[m] && _measures[m].IsConductor)
            {
                (r[k], x[k], rating[k]) = Conductor(_measures[m]);
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

        return _grid with
        {
            Buses = _grid.Buses with { ShuntMvar = shunts },
            Branches = branches with { ResistancePu = r, ReactancePu = x, RatingMva = rating, TapRatio = tap },
        };
    }

    /// <summary>True where the from end of a branch is nearer to the slack.</summary>
    internal bool IsFromParent(int branch) => Array.IndexOf(_tree.Branch, branch) is var i && _grid.Branches.To[branch] == _tree.Order[i];

    /// <summary>Exact flows of all hours with some measures, and what lies outside the limits.</summary>
    internal (HourlyFlowSolution Year, FeederExcess Excess) Check(bool[] isBuilt)
    {
        var grid = Built(isBuilt);
        var year = new HourlyFlow(grid).Solve(Powers(isBuilt), HourlyArrays.Flows, threads: _threads);
        return (year, Excess(grid, year));
    }

    HourlyInjections Powers(bool[] isBuilt)
    {
        var (active, reactive) = ((double[])_hours.ActiveMw.Clone(), (double[])_hours.ReactiveMvar.Clone());
        for (var m = 0; m < _measures.Length; m++)
        {
            for (var h = 0; isBuilt[m] && h < _profiles[m].Mw.Length; h++)
            {
                active[_measures[m].Site * Hours + h] += _profiles[m].Mw[h];
                reactive[_measures[m].Site * Hours + h] += _profiles[m].Mvar[h];
            }
        }

        return new HourlyInjections(Hours, active, reactive);
    }

    double[] Load(IEnumerable<int> buses)
    {
        var load = new double[Hours];
        foreach (var b in buses.Where(b => _grid.Buses.Kind[b] != GridBusKind.Slack))
        {
            for (var h = 0; h < Hours; h++)
            {
                load[h] -= _hours.ActiveMw[b * Hours + h];
            }
        }

        return load;
    }

    (double[] Mw, double[] Mvar) Profile(Measure measure, double[] load) => measure.Kind == MeasureKind.SmartInverter
        ? (new double[Hours], [.. Enumerable.Range(0, Hours).Select(h => -measure.ReactiveShare * Math.Max(0, _hours.ActiveMw[measure.Site * Hours + h]))])
        : (DailyShift.Schedule(load, measure.Mw, measure.Mwh, measure.Efficiency), new double[Hours]);

    FeederExcess Excess(PowerGrid grid, HourlyFlowSolution year)
    {
        var (bad, unsolved, worst) = (new bool[Hours], 0, new List<(double Size, int Hour)>());
        double Largest(int rows, Func<int, int, double> excess)
        {
            var largest = 0.0;
            for (var row = 0; row < rows; row++)
            {
                var (size, hour) = (Tolerance, -1);
                for (var h = 0; h < Hours; h++)
                {
                    var over = year.IsSolved[h] ? excess(row, h) : 0;
                    bad[h] |= over > Tolerance;
                    (size, hour) = over > size ? (over, h) : (size, hour);
                }

                if (hour >= 0)
                {
                    worst.Add((size, hour));
                    largest = Math.Max(largest, size);
                }
            }

            return largest;
        }

        int[] buses = [.. _tree.Order.Where((_, i) => _tree.Parent[i] >= 0)], branches = [.. _tree.Branch.Where(k => k >= 0 && grid.Branches.RatingMva[k] > 0)];
        var low = Largest(buses.Length, (i, h) => grid.Buses.MinVoltagePu[buses[i]] - year.VoltagePu[buses[i] * Hours + h]);
        var high = Largest(buses.Length, (i, h) => year.VoltagePu[buses[i] * Hours + h] - grid.Buses.MaxVoltagePu[buses[i]]);
        var loading = Largest(branches.Length, (i, h) => branches[i] * Hours + h is var at
            ? Math.Max(double.Hypot(year.FromMw[at], year.FromMvar[at]), double.Hypot(year.ToMw[at], year.ToMvar[at])) / grid.Branches.RatingMva[branches[i]] - 1 : 0);
        for (var h = 0; h < Hours; h++)
        {
            unsolved += year.IsSolved[h] ? 0 : 1;
            bad[h] |= !year.IsSolved[h];
        }

        int[] hours = [.. Enumerable.Range(0, Hours).Where(h => !year.IsSolved[h]).Take(1).Concat(worst.OrderByDescending(w => w.Size).Select(w => w.Hour)).Distinct().Take(MostWorst)];
        return new FeederExcess(bad.Count(isBad => isBad), low, high, loading, unsolved, hours);
    }
}
