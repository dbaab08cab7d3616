using Suandian.Reports.Jobs;
using Suandian.Scheduling.Machines;
using Suandian.Scheduling.Statistics;

namespace Suandian.Reports.Machines;

/// <summary>Equal pieces of time from the first arrival to the last end of all schedules, and what is held in them.</summary>
/// <param name="jobs">Jobs beside their machine.</param>
/// <param name="plans">The schedules.</param>
/// <param name="pieces">Number of pieces, ≥ 1.</param>
sealed class MachineTime(MachineJobs jobs, IReadOnlyList<MachinePlan> plans, int pieces)
{
    const double SecondsPerHour = 3600;

    readonly double _fromS = jobs.Trace.SubmitS[0];

    /// <summary>Number of pieces.</summary>
    internal int Pieces => pieces;

    /// <summary>The scale.</summary>
    internal TimeScale Scale => new(_fromS, Math.Max(_fromS + 1, plans.SelectMany(p => p.Schedule.EndS).Append(0).Max()));

    /// <summary>Length of a piece, s.</summary>
    internal double PieceS => (Scale.ToS - Scale.FromS) / pieces;

    /// <summary>What runs hold of the whole machine, mean of each piece.</summary>
    /// <param name="plan">The schedule.</param>
    /// <param name="of">What a job holds.</param>
    internal double[] Held(MachinePlan plan, Func<int, int> of) =>
        HeldProcessors.Mean(Enumerable.Range(0, plan.Schedule.Count).Select(r => (plan.Schedule.StartS[r], plan.Schedule.EndS[r], of(plan.Schedule.Job[r]))), _fromS, PieceS, pieces);

    /// <summary>What nodes that are up have, mean of each piece; null where no outage lies in the time shown.</summary>
    /// <param name="of">What a node has.</param>
    internal double[]? Available(Func<int, int> of)
    {
        var down = HeldProcessors.Mean(Down().Select(d => (d.FromS, d.ToS, of(d.Node))), _fromS, PieceS, pieces);
        var all = Enumerable.Range(0, jobs.Layout.Nodes).Sum(of);
        return Array.TrueForAll(down, d => d <= 0) ? null : Array.ConvertAll(down, d => all - d);
    }

    /// <summary>Times in which nodes are down; those of one node do not overlap.</summary>
    internal IEnumerable<(int Node, long FromS, long ToS)> Down()
    {
        foreach (var node in jobs.Layout.Outages.SelectMany(o => o.Nodes.Select(n => (Node: n, o.FromS, o.ToS))).GroupBy(o => o.Node).OrderBy(g => g.Key))
        {
            var end = long.MinValue;
            foreach (var (_, from, to) in node.OrderBy(o => o.FromS).Where(o => o.ToS > o.FromS))
            {
                if (to > end)
                {
                    yield return (node.Key, Math.Max(from, end), to);
                    end = to;
                }
            }
        }
    }

    /// <summary>Hourly values of a schedule as means of pieces; hours that it does not reach are 0.</summary>
    internal double[] OfHours(MachinePlan plan, Func<HourMetrics, double> of)
    {
        var (sum, seconds) = (new double[pieces], new double[pieces]);
        foreach (var hour in plan.Metrics.Hours)
        {
            var (from, to) = ((hour.Hour * SecondsPerHour - _fromS) / PieceS, ((hour.Hour + 1) * SecondsPerHour - _fromS) / PieceS);
            for (var piece = Math.Max(0, (int)from); piece < Math.Min(pieces, to); piece++)
            {
                var share = Math.Min(to, piece + 1) - Math.Max(from, piece);
                sum[piece] += share * of(hour);
                seconds[piece] += share;
            }
        }

        return [.. sum.Select((s, i) => seconds[i] > 0 ? s / seconds[i] : 0)];
    }
}
