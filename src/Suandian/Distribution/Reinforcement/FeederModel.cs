using Suandian.PowerFlow;

namespace Suandian.Distribution.Reinforcement;

/// <summary>Numbers of a radial feeder and its measures on the base of its largest load, by position in its tree.</summary>
sealed class FeederModel
{
    /// <summary>Limits of the model are wider than those of the exact check by this, pu and share of the rating, so that no rounding of the solver costs a set.</summary>
    internal const double Slack = 2e-6;

    readonly ReinforcedFeeder _feeder;
    readonly Measure[] _measures;
    readonly double _toGrid;
    readonly double[] _setpoints;
    readonly int[][] _at;
    readonly int[][] _conductors;
    readonly int[][] _regulators;
    readonly bool[] _isFromParent;

    internal FeederModel(ReinforcedFeeder feeder, FeederTree tree, Measure[] measures, IEnumerable<int> hours)
    {
        (_feeder, Tree, _measures, _setpoints) = (feeder, tree, measures, new FlowRoles(feeder.Grid).SetpointPu);
        BaseMva = Math.Max(1e-6, hours.Max(h => tree.Order.Where((_, i) => tree.Parent[i] >= 0).Sum(b => Math.Abs(feeder.Power(b, h).Mw) + Math.Abs(feeder.Power(b, h).Mvar))));
        _toGrid = BaseMva / feeder.Grid.BaseMva;
        int[] all = [.. Enumerable.Range(0, measures.Length)];
        _at = [.. tree.Order.Select(b => all.Where(m => !measures[m].IsAtBranch && measures[m].Site == b).ToArray())];
        _conductors = [.. tree.Branch.Select(k => all.Where(m => measures[m].IsConductor && measures[m].Site == k).ToArray())];
        _regulators = [.. tree.Branch.Select(k => all.Where(m => measures[m].Kind == MeasureKind.Regulator && measures[m].Site == k).ToArray())];
        _isFromParent = [.. tree.Branch.Select(k => k >= 0 && feeder.IsFromParent(k))];
    }

    internal FeederTree Tree { get; }

    /// <summary>Power base, MVA.</summary>
    internal double BaseMva { get; }

    /// <summary>Load of a position less generation.</summary>
    internal (double P, double Q) Load(int i, int hour) => Tree.Parent[i] < 0 ? (0, 0) : _feeder.Power(Tree.Order[i], hour) is var power ? (-power.Mw / BaseMva, -power.Mvar / BaseMva) : default;

    /// <summary>Measures at the bus of a position.</summary>
    internal int[] At(int i) => _at[i];

    /// <summary>Measures that put another conductor in the branch of a position.</summary>
    internal int[] NewConductors(int i) => _conductors[i];

    /// <summary>Regulators of the branch of a position.</summary>
    internal int[] Regulators(int i) => _regulators[i];

    /// <summary>What a measure with a schedule gives to its bus.</summary>
    internal (double P, double Q) Added(int m, int hour) => _feeder.Added(m, hour) is var added ? (added.Mw / BaseMva, added.Mvar / BaseMva) : default;

    /// <summary>Susceptance of a capacitor; 0 of other measures.</summary>
    internal double Capacitor(int m) => _measures[m].Kind == MeasureKind.Capacitor ? _measures[m].Mvar / BaseMva : 0;

    /// <summary>Shunt of a position.</summary>
    internal (double G, double B) Shunt(int i) => (_feeder.Grid.Buses.ShuntMw[Tree.Order[i]] / BaseMva, _feeder.Grid.Buses.ShuntMvar[Tree.Order[i]] / BaseMva);

    /// <summary>The conductors of the branch of a position, that as it is first.</summary>
    internal BranchConductor[] Conductors(int i)
    {
        var (branches, k) = (_feeder.Grid.Branches, Tree.Branch[i]);
        var half = branches.ChargingPu[k] / 2 / _toGrid;
        return [new(branches.ResistancePu[k] * _toGrid, branches.ReactancePu[k] * _toGrid, branches.RatingMva[k] / BaseMva, half),
            .. _conductors[i].Select(m => _feeder.Conductor(_measures[m]) is var c ? new BranchConductor(c.R * _toGrid, c.X * _toGrid, c.RatingMva / BaseMva, half + _measures[m].ChargingPu / 2 / _toGrid) : default)];
    }

    /// <summary>V² of a position within its limits, that of a slack as it is held.</summary>
    internal (double Low, double High) Square(int i)
    {
        var bus = Tree.Order[i];
        var (low, high) = (_feeder.Limits.LowPu[bus] - Slack, _feeder.Limits.HighPu[bus] + Slack);
        return Tree.Parent[i] < 0 ? (_setpoints[bus] * _setpoints[bus], _setpoints[bus] * _setpoints[bus]) : (low * low, high * high);
    }

    /// <summary>Largest sum of deviations of a position; infinite where there is none.</summary>
    internal double Spread(int i) => Tree.Parent[i] < 0 ? double.PositiveInfinity : _feeder.Limits.SpreadPu[Tree.Order[i]] + Slack;

    /// <summary>True where the ideal transformer of a branch stands at the end nearer to the slack.</summary>
    internal bool IsFromParent(int i) => _isFromParent[i];

    /// <summary>V² of the series impedance over V² of the bus, at the end where the ideal transformer stands.</summary>
    internal double Gain(int i) => 1 / Math.Pow(_feeder.Grid.Branches.Tap(Tree.Branch[i]), 2);

    /// <summary>The same with a regulator, less without: (1/ratio² − 1) gain nearer to the slack, (ratio² − 1) gain at the other end.</summary>
    internal double MoreGain(int i, int regulator) => Gain(i) * (Math.Pow(_measures[regulator].Ratio, _isFromParent[i] ? -2 : 2) - 1);

    /// <summary>V² at the end of the series impedance nearer to the slack, whatever is built.</summary>
    internal (double Low, double High) Sending(int i) => Square(Tree.Parent[i]) is var square && _isFromParent[i] ? Scaled(i, square) : square;

    /// <summary>V² at its other end.</summary>
    internal (double Low, double High) Arriving(int i) => Square(i) is var square && _isFromParent[i] ? square : Scaled(i, square);

    (double, double) Scaled(int i, (double Low, double High) square)
    {
        double[] gains = [Gain(i), .. _regulators[i].Select(m => Gain(i) + MoreGain(i, m))];
        return (gains.Min() * square.Low, gains.Max() * square.High);
    }

    /// <summary>The tangent of the cone of a branch at an exact flow, for all conductors. Null where nothing flows.</summary>
    internal ConeCut? Cut(int i, PowerGrid built, (HourlyFlowSolution Flow, int At, int Hour) exact)
    {
        var (k, flow) = (Tree.Branch[i], exact.Flow);
        var (at, voltage) = (k * flow.Hours + exact.At, flow.VoltagePu[Tree.Order[i] * flow.Hours + exact.At]);
        var square = voltage * voltage / (_isFromParent[i] ? 1 : Math.Pow(built.Branches.Tap(k), 2));
        var p = -(_isFromParent[i] ? flow.ToMw : flow.FromMw)[at] / BaseMva;
        var q = -(_isFromParent[i] ? flow.ToMvar : flow.FromMvar)[at] / BaseMva - built.Branches.ChargingPu[k] / 2 / _toGrid * square;
        return ConeCut.Through((i, ConeCut.AllConductors, exact.Hour), (2 * p, 2 * q, (p * p + q * q) / square - square));
    }
}

/// <summary>A conductor of a branch, pu on the base of the model.</summary>
/// <param name="R">Series resistance.</param>
/// <param name="X">Series reactance.</param>
/// <param name="Rating">Rating; 0 where there is none.</param>
/// <param name="Half">Half its charging.</param>
readonly record struct BranchConductor(double R, double X, double Rating, double Half);
