using System.Collections.Immutable;
using Suandian.Network;

namespace Suandian.Planning;

/// <summary>Keeps the largest violation of each kind and where it is.</summary>
sealed class ReplayLedger
{
    /// <summary>Tolerance of powers, energies, rates and shares: 1e-6 MW, MWh, Gbit/s, pu.</summary>
    const double Tolerance = 1e-6;

    readonly double _workTolerance;
    readonly (double Violation, string Component, int Snapshot)[] _worst;

    internal ReplayLedger(HourlyNetwork network)
    {
        // The work that 1e-6 MW of the cluster with the most work per MWh does in an hour.
        _workTolerance = Tolerance * network.Clusters.GpuHoursPerMwh.DefaultIfEmpty(0).Append(1).Max();
        _worst = new (double, string, int)[Enum.GetValues<ReplayKind>().Length];
        Array.Fill(_worst, (0, "", -1));
    }

    /// <summary>Notes a violation; what is not a number is worse than any number.</summary>
    internal void Note(ReplayKind kind, double violation, string component, int snapshot = -1)
    {
        ref var worst = ref _worst[(int)kind];
        if (!(violation <= worst.Violation) && !double.IsNaN(worst.Violation))
        {
            worst = (violation, component, snapshot);
        }
    }

    /// <summary>Notes by how much a value lies outside lower … upper.</summary>
    internal void Within(ReplayKind kind, double value, (double Lower, double Upper) range, string component, int snapshot = -1) =>
        Note(kind, Outside(value, range.Lower, range.Upper), component, snapshot);

    /// <summary>A value that is given stands in the place of the range.</summary>
    internal static (double Lower, double Upper) Or(double[]? given, int i, (double Lower, double Upper) range) =>
        given is null || double.IsNaN(given[i]) ? range : (given[i], given[i]);

    internal ImmutableArray<ReplayCheck> Checks() =>
        [.. _worst.Select((w, k) => new ReplayCheck(
            (ReplayKind)k, w.Violation, ToleranceOf((ReplayKind)k), ReplayKinds.UnitOf((ReplayKind)k), w.Component, w.Snapshot))];

    static double Outside(double value, double lower, double upper) =>
        value < lower ? lower - value : value > upper ? value - upper : value - value; // NaN stays NaN

    internal double ToleranceOf(ReplayKind kind) => kind switch
    {
        ReplayKind.WorkSign or ReplayKind.Backlog => _workTolerance,
        ReplayKind.Deadline or ReplayKind.WorkBeforeArrival => 24 * _workTolerance, // round-off of a day's hours adds up
        _ => Tolerance,
    };
}
