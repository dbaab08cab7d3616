using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Reinforcement;

/// <summary>How a choice ended.</summary>
public enum ReinforcementStatus
{
    /// <summary>Nothing is needed.</summary>
    NothingNeeded,

    /// <summary>The set keeps all limits in all hours, and that no cheaper one does is proved.</summary>
    Cheapest,

    /// <summary>The set keeps all limits in all hours; that no cheaper one does is not proved.</summary>
    Fits,

    /// <summary>That no set keeps all limits in all hours is proved.</summary>
    NoneSuffices,

    /// <summary>None was found, and that there is none is not proved.</summary>
    NotFound,
}

/// <summary>What the proof of the cheapest set, or of there being none, rests on.</summary>
public enum ReinforcementProof
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>Exact flows of all sets that cost less.</summary>
    Enumeration,

    /// <summary>A relaxation of the power flow, solved by branch and cut of HiGHS in floating point, and exact flows of the sets it left.</summary>
    Relaxation,
}

/// <summary>A measure that is built.</summary>
/// <param name="Measure">Which.</param>
/// <param name="Year">Years from now in which it is needed.</param>
/// <param name="ActiveMw">Active power into its bus, MW; empty where it has no schedule. Shape [hours].</param>
/// <param name="ReactiveMvar">Reactive power into its bus, Mvar; empty where it has no schedule. Shape [hours].</param>
public sealed record PlannedMeasure(Measure Measure, int Year, double[] ActiveMw, double[] ReactiveMvar);

/// <summary>The measures of least annual cost, checked in every hour.</summary>
public sealed record ReinforcementSolution
{
    /// <summary>How it ended.</summary>
    public required ReinforcementStatus Status { get; init; }

    /// <summary>What the proof rests on.</summary>
    public required ReinforcementProof Proof { get; init; }

    /// <summary>What is built, by year of need; empty without a set.</summary>
    public required PlannedMeasure[] Measures { get; init; }

    /// <summary>Annuities of all, yuan/a.</summary>
    public required double AnnualYuan { get; init; }

    /// <summary>No set that keeps the limits costs less, yuan/a; +∞ where none keeps them.</summary>
    public required double AnnualAtLeastYuan { get; init; }

    /// <summary>Investment of all, yuan.</summary>
    public required double CostYuan { get; init; }

    /// <summary>What lies outside the limits in the last year planned for, without measures.</summary>
    public required FeederExcess Before { get; init; }

    /// <summary>The same with the measures; without a set those of the set that came closest of those computed in all hours.</summary>
    public required FeederExcess After { get; init; }

    /// <summary>Without a set, the measures of the one that came closest; empty where none came closer than building nothing.</summary>
    public required Measure[] Closest { get; init; }

    /// <summary>The grid with these, or with the measures that are built; its branches are those that <see cref="After"/> names.</summary>
    public required PowerGrid ClosestGrid { get; init; }

    /// <summary>Load that stays without supply with the measures, or with those that come closest, in the last year planned for.</summary>
    public required UnsuppliedLoad Unsupplied { get; init; }

    /// <summary>True where the catalogue has storage or flexible computing: proofs then hold for the schedules that are tried: levelling the feeder, or the load behind a branch on the way that is beyond its rating.</summary>
    public required bool HasFixedSchedule { get; init; }

    /// <summary>Sets that were computed exactly.</summary>
    public required int Sets { get; init; }

    /// <summary>The grid with the measures of branches and capacitors, its loads as given.</summary>
    public required PowerGrid Grid { get; init; }

    /// <summary>The hours of the last year planned for, without what measures put into the buses.</summary>
    public required FeederHours Hours { get; init; }

    /// <summary>The same with it.</summary>
    public required FeederHours Scheduled { get; init; }

    /// <summary>True where a set is built that keeps all limits.</summary>
    public bool IsBuilt => Status is ReinforcementStatus.Cheapest or ReinforcementStatus.Fits;

    /// <summary>How far the cost lies above its bound, as a share of it; NaN without a set.</summary>
    public double Gap => IsBuilt ? (AnnualYuan - AnnualAtLeastYuan) / Math.Max(1e-12, AnnualYuan) : double.NaN;
}
