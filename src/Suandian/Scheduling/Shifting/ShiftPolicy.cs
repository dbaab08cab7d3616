using Suandian.Scheduling.Shifting.Policies;

namespace Suandian.Scheduling.Shifting;

/// <summary>A policy that decides on a job when it arrives, by itself; it knows no capacity.</summary>
/// <remarks>The definitions are those of GAIA (umassos/GAIA, commit 62a5efcc), told in docs/explanation/shifting.md.</remarks>
abstract class ShiftPolicy
{
    /// <summary>Slots of an hour.</summary>
    protected const int Hour = ShiftTrace.SlotsPerHour;

    /// <summary>Adds the times in which a job runs.</summary>
    /// <param name="job">The job.</param>
    /// <param name="signal">What is minimised, as forecast.</param>
    /// <param name="into">Takes them, in order of time.</param>
    internal abstract void Place(in ShiftJob job, HourlySignal signal, List<ShiftSegment> into);

    /// <summary>The policy of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="added">Slots that a resumption adds.</param>
    internal static ShiftPolicy Of(ShiftPolicyKind kind, int added) => kind switch
    {
        ShiftPolicyKind.RunNow => new RunNow(),
        ShiftPolicyKind.LowestSlot => new LowestSlot(),
        ShiftPolicyKind.LowestWindow => new LowestWindow(),
        ShiftPolicyKind.CarbonTime => new CarbonTime(),
        ShiftPolicyKind.ThresholdSuspend => new ThresholdSuspend(added),
        ShiftPolicyKind.WaitAwhile => new WaitAwhile(added),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "does not decide job by job"),
    };

    /// <summary>True where a cost is lower by more than round-off.</summary>
    protected static bool IsLower(double cost, double than) => than - cost > 1e-12 * Math.Abs(cost);

    /// <summary>The parts of hours between two slots, in order of time.</summary>
    protected static IEnumerable<(int Start, int End)> Parts(int start, int end)
    {
        for (var at = start; at < end;)
        {
            var next = Math.Min(end, (at / Hour + 1) * Hour);
            yield return (at, next);
            at = next;
        }
    }
}
