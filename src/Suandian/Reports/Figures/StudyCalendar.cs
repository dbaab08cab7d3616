using System.Collections.Immutable;
using Suandian.Network;

namespace Suandian.Reports.Figures;

/// <summary>Days, weeks, hours and months of the snapshots of a study.</summary>
sealed class StudyCalendar
{
    readonly DateOnly _first;

    internal StudyCalendar(Snapshots snapshots, int year)
    {
        Snapshots = snapshots;
        _first = new DateOnly(year, 1, 1);
        DayOf = new int[snapshots.Count];
        var days = new List<int>();
        for (var t = 0; t < snapshots.Count; t++)
        {
            var day = snapshots.HourOfYear[t] / 24;
            if (days.Count == 0 || days[^1] != day)
            {
                days.Add(day);
            }

            DayOf[t] = days.Count - 1;
        }

        Days = [.. days.Select(_first.AddDays)];
        HourOfDay = Array.ConvertAll(snapshots.HourOfYear, h => h % 24);
    }

    internal Snapshots Snapshots { get; }

    /// <summary>Days with snapshots, in time order.</summary>
    internal ImmutableArray<DateOnly> Days { get; }

    /// <summary>Index into <see cref="Days"/> of each snapshot [T].</summary>
    internal int[] DayOf { get; }

    /// <summary>Hour of the day of each snapshot [T], 0 … 23.</summary>
    internal int[] HourOfDay { get; }

    internal DateOnly DateOf(int snapshot) => _first.AddDays(Snapshots.HourOfYear[snapshot] / 24);

    /// <summary>First snapshot and length of each stretch to show: Monday to Sunday in a whole year, else the blocks.</summary>
    internal IEnumerable<(int First, int Count)> Weeks()
    {
        if (!Snapshots.IsWholeYear)
        {
            for (var b = 0; b < Snapshots.BlockStarts.Length; b++)
            {
                var end = b + 1 < Snapshots.BlockStarts.Length ? Snapshots.BlockStarts[b + 1] : Snapshots.Count;
                yield return (Snapshots.BlockStarts[b], end - Snapshots.BlockStarts[b]);
            }

            yield break;
        }

        var monday = ((DayOfWeek.Monday - _first.DayOfWeek) + 7) % 7;
        for (var first = monday * 24; first + 168 <= Snapshots.Count; first += 168)
        {
            yield return (first, 168);
        }
    }

    /// <summary>Mean of a series by hour of day, weighted by the hours each snapshot stands for [24]; NaN where no snapshot falls.</summary>
    internal double[] ByHour(double[] series)
    {
        var (sum, weight) = (new double[24], new double[24]);
        for (var t = 0; t < series.Length; t++)
        {
            sum[HourOfDay[t]] += Snapshots.WeightH[t] * series[t];
            weight[HourOfDay[t]] += Snapshots.WeightH[t];
        }

        return [.. sum.Zip(weight, (s, w) => w > 0 ? s / w : double.NaN)];
    }
}
