using System.Collections.Immutable;
using System.Globalization;
using Suandian.Network;
using Suandian.Texts;

namespace Suandian.Planning;

/// <summary>Hours merged into runs, with dates.</summary>
static class InfeasibilityHours
{
    const int Named = 3;

    /// <summary>Runs of consecutive hours that are marked; runs end with their block.</summary>
    internal static ImmutableArray<HourRange> Runs(Snapshots snapshots, InfeasibilityOptions how, Func<int, bool> isMarked)
    {
        var runs = ImmutableArray.CreateBuilder<HourRange>();
        for (var t = 0; t < snapshots.Count; t++)
        {
            var first = t;
            while (t < snapshots.Count && isMarked(t) && (t == first || Follows(snapshots, t)))
            {
                t++;
            }

            if (t > first)
            {
                runs.Add(how.Labels.IsEmpty ? Hours(how.Year, snapshots.HourOfYear[first], (first, t - first))
                    : new HourRange(first, t - first, default, default) { Labels = (how.Labels[first], how.Labels[t - 1]) });
                t--;
            }
        }

        return runs.ToImmutable();
    }

    /// <summary>The runs in words: the longest three in order of time, and how many more there are.</summary>
    internal static Text Say(ImmutableArray<HourRange> runs)
    {
        var named = runs.OrderByDescending(r => r.Snapshots).Take(Named).OrderBy(r => r.FirstSnapshot).Select(Say).ToArray();
        var words = new Text(string.Join("、", named.Select(n => n.Zh)), string.Join(", ", named.Select(n => n.En)));
        return runs.Length <= Named ? words
            : Phrases.Of("infeasible.more_hours", ("hours", words), ("count", runs.Length), ("sum", runs.Sum(r => r.Snapshots)));
    }

    static HourRange Hours(int year, int hourOfYear, (int First, int Count) run)
    {
        var begin = Clock(year, hourOfYear);
        return new(run.First, run.Count, begin, begin.AddHours(run.Count));
    }

    static Text Say(HourRange run)
    {
        if (run.Labels is var (first, last))
        {
            return first == last ? new Text(first, first) : Phrases.Of("infeasible.snapshots", ("from", first), ("to", last));
        }

        var to = run.From.Year == run.To.Year ? "MM-dd HH:mm" : "yyyy-MM-dd HH:mm";
        return Phrases.Of("infeasible.hours",
            ("from", run.From.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
            ("to", run.To.ToString(to, CultureInfo.InvariantCulture)));
    }

    static bool Follows(Snapshots snapshots, int t) =>
        snapshots.Previous[t] == t - 1 && snapshots.HourOfYear[t] == snapshots.HourOfYear[t - 1] + 1;

    /// <summary>Clock of the case at the beginning of an hour of the year.</summary>
    static DateTime Clock(int year, int hourOfYear) =>
        new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddHours(hourOfYear);
}
