using Suandian.Cases;
using Suandian.Network;

namespace Suandian.Reports.Jobs;

/// <summary>A year made of the weeks of a plan: each week of the year is that week of the plan which is nearest, the turn of the year included; of two as near the earlier.</summary>
/// <remarks>The weeks of a plan begin in steps of 168 h from 1 January, so that hour and weekday agree. The last day of the year is the beginning of a week.</remarks>
static class YearOfWeeks
{
    /// <summary>Snapshot that each hour of the year takes [8760]; null where the blocks of the plan are not such weeks.</summary>
    internal static int[]? Of(Snapshots snapshots)
    {
        const int Week = Calendar.HoursOfWeek;
        var starts = snapshots.BlockStarts;
        var areWeeks = snapshots.Scenarios is null && snapshots.Count == starts.Length * Week
            && Enumerable.Range(0, snapshots.Count).All(t => snapshots.HourOfYear[t] == snapshots.HourOfYear[t / Week * Week] + t % Week && snapshots.HourOfYear[t] % Week == t % Week);
        return areWeeks ? [.. Enumerable.Range(0, Calendar.HoursOfYear).Select(hour => starts.MinBy(start => Between(hour / Week * Week, snapshots.HourOfYear[start])) + hour % Week)] : null;
    }

    static int Between(int hour, int other)
    {
        var apart = Math.Abs(hour - other);
        return Math.Min(apart, Calendar.HoursOfYear - apart);
    }
}
