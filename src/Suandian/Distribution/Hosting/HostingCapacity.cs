using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Hosting;

/// <summary>How many MW of PV, wind or computing each bus can take, one bus at a time, within voltage limits and branch ratings in every hour.</summary>
/// <remarks>
/// The hours that are expected to bind come first, so that the MW are nearly final after a few of them; but each answer is computed exactly
/// in every hour and lowered wherever one does not hold, until a pass over all hours changes nothing. The choice of hours therefore
/// changes the time only. A limit that does not hold before anything is added counts only where the addition makes it worse. From 35 kV up,
/// where the standard adds the deviations to both sides, the side to which the addition drives gets what the hours without it leave.
/// </remarks>
public static class HostingCapacity
{
    /// <summary>Buses that are computed together, each beginning at the voltages of the one before; fixed, so that the numbers do not depend on threads.</summary>
    const int Together = 64;

    /// <summary>The hosting capacity of all buses, or of those named.</summary>
    /// <param name="grid">Grid with a slack.</param>
    /// <param name="hours">Its hours; the shape of what is added is taken from there.</param>
    /// <param name="limits">Limits; null for the narrower of standard and case.</param>
    /// <param name="options">What is added, and how.</param>
    /// <param name="cancellation">Stops between groups of buses.</param>
    public static HostingSolution Solve(PowerGrid grid, FeederHours hours, FeederLimits? limits = null, HostingOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(hours);
        var asked = options ?? new HostingOptions();
        if (asked.PowerFactor is not (> 0 and <= 1) || asked.MostMw is <= 0 || asked.FlexibleMw < 0 || asked.BusyPu is not (>= 0 and <= 1) || asked.Threads < 1
            || (asked.Kind == HostingKind.Load && asked.FlexibleMw > 0))
        {
            throw new ArgumentException($"{asked} has a number outside its range", nameof(options));
        }

        var work = HostingWork.Of(grid, hours, limits ?? FeederLimits.Of(grid), asked);
        var skipped = new HashSet<int>(work.Unsolved);
        int[][] chunks = [.. work.Paths.Order.Where(b => work.Flow.Roles.Kind[b] == GridBusKind.Pq).Chunk(Together)];
        var (plain, flexible, flows) = (new BusHosting?[grid.Buses.Count], new FlexibleHosting?[asked.FlexibleMw > 0 ? grid.Buses.Count : 0], 0L);
        Parallel.For(0, chunks.Length, new ParallelOptions { MaxDegreeOfParallelism = asked.Threads, CancellationToken = cancellation }, c =>
        {
            var buses = new BusGroup(work, chunks[c]);
            buses.Solve(plain);
            if (asked.FlexibleMw > 0)
            {
                new FlexibleGroup(work, buses).Solve(plain, flexible);
            }

            Interlocked.Add(ref flows, buses.Trials.Flows);
            lock (skipped)
            {
                skipped.UnionWith(buses.Skipped);
            }
        });
        return new HostingSolution
        {
            Options = asked, Buses = plain, Kind = work.Flow.Roles.Kind, Flexible = flexible, Hours = [.. work.Hours.Except(skipped).Order()], Unsolved = [.. skipped.Order()],
            MostMw = work.MostMw, BrokenBefore = work.BrokenBefore, Flows = flows,
        };
    }
}

/// <summary>What all buses share.</summary>
sealed record HostingWork
{
    internal required PowerGrid Grid { get; init; }

    internal required HourlyFlow Flow { get; init; }

    internal required FeederHours All { get; init; }

    internal required FeederLimits Limits { get; init; }

    internal required HostingOptions Options { get; init; }

    internal required FeederPaths Paths { get; init; }

    /// <summary>What a MW does in each hour, pu; negative for a load. Shape [hours].</summary>
    internal required double[] Shape { get; init; }

    /// <summary>Hours that are computed, those that are expected to bind first.</summary>
    internal required int[] Hours { get; init; }

    internal required int[] Unsolved { get; init; }

    internal required int BrokenBefore { get; init; }

    internal required double MostMw { get; init; }

    /// <summary>Sum of r on the way from the slack, pu. Shape [buses].</summary>
    internal required double[] ResistancePu { get; init; }

    /// <summary>Reactive power with a MW, Mvar.</summary>
    internal double ReactivePerActive => Options.Kind == HostingKind.Load ? Math.Tan(Math.Acos(Options.PowerFactor)) : 0;

    internal static HostingWork Of(PowerGrid grid, FeederHours hours, FeederLimits limits, HostingOptions options)
    {
        var (flow, year, paths) = (new HourlyFlow(grid), FeederYear.Solve(grid, hours, limits), FeederPaths.Of(grid));
        var sign = options.Kind == HostingKind.Load ? -1 : 1;
        limits = OneSided(limits, year, sign);
        double[] shape = [.. options.Shape(hours).Select(s => sign * s)];
        double Score(int h)
        {
            var (sum, count) = (0.0, 0);
            for (var b = 0; b < grid.Buses.Count; b++)
            {
                var v = year.Flow.VoltagePu[b * hours.Count + h];
                if (!double.IsNaN(v) && flow.Roles.Kind[b] == GridBusKind.Pq)
                {
                    (sum, count) = (sum + sign * ((sign > 0 ? Math.Min(limits.HighPu[b], 1.2) : limits.LowPu[b]) - v), count + 1);
                }
            }

            return sum / Math.Max(1, count) / Math.Abs(shape[h]);
        }

        var resistance = new double[grid.Buses.Count];
        foreach (var b in paths.Order.Where(b => paths.Parent[b] >= 0))
        {
            resistance[b] = resistance[paths.Parent[b]] + grid.Branches.ResistancePu[paths.Branch[b]];
        }

        return new HostingWork
        {
            Grid = grid, Flow = flow, All = hours, Limits = limits, Options = options, Paths = paths, Shape = shape, ResistancePu = resistance,
            Hours = [.. Enumerable.Range(0, hours.Count).Where(h => year.Flow.IsSolved[h] && Math.Abs(shape[h]) > 1e-9).Select(h => (Hour: h, Score: Score(h))).OrderBy(x => x.Score).ThenBy(x => x.Hour).Select(x => x.Hour)],
            Unsolved = year.Unsolved, BrokenBefore = FeederYear.Violations(year).Count(),
            MostMw = options.MostMw ?? Math.Max(10, 10 * year.LoadMw.Where(double.IsFinite).Append(0).Max()),
        };
    }

    /// <summary>From 35 kV up what the deviations to the other side leave of the allowed sum, as a limit to the side to which the addition drives.</summary>
    static FeederLimits OneSided(FeederLimits limits, FeederYearSolution year, int sign)
    {
        double[] low = [.. limits.LowPu], high = [.. limits.HighPu];
        for (var b = 0; b < low.Length; b++)
        {
            if (double.IsFinite(limits.SpreadPu[b]) && year.Buses[b].LowestHour >= 0)
            {
                var left = limits.SpreadPu[b] - (sign > 0 ? Math.Max(0, 1 - year.Buses[b].LowestPu) : Math.Max(0, year.Buses[b].HighestPu - 1));
                (low[b], high[b]) = sign > 0 ? (low[b], Math.Min(high[b], 1 + Math.Max(0, left))) : (Math.Max(low[b], 1 - Math.Max(0, left)), high[b]);
            }
        }

        return limits with { LowPu = low, HighPu = high };
    }

    /// <summary>Rated branches that carry anything.</summary>
    internal int[] Rated() => [.. Flow.Roles.Used.Where(k => Limits.RatingMva[k] > 0)];
}
