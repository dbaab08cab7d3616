using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Distribution.PlanCheck;

/// <summary>Computes exact flows of all hours and measures them against limits.</summary>
public static class HoursCheck
{
    /// <summary>Least reverse power that counts, MW.</summary>
    const double LeastReverseMw = 1e-3;

    /// <summary>Checks hours.</summary>
    /// <param name="grid">Grid with a slack.</param>
    /// <param name="injections">Powers into its buses.</param>
    /// <param name="limits">Limits of its buses; those of the branches are the ratings of the grid.</param>
    /// <param name="weightH">Hours of the year that each snapshot stands for, h/a, shape [T].</param>
    /// <param name="threads">Threads, ≥ 1; the numbers do not depend on it.</param>
    public static HoursCheckSolution Run(PowerGrid grid, HourlyInjections injections, FeederLimits limits, double[] weightH, int threads = 1) =>
        Measure(grid, (injections, Flow(grid, injections, threads)), limits, weightH);

    /// <summary>The flows themselves.</summary>
    internal static HourlyFlowSolution Flow(PowerGrid grid, HourlyInjections injections, int threads) =>
        new HourlyFlow(grid, HourlyMethod.Newton).Solve(injections, HourlyArrays.Flows, threads: threads);

    /// <summary>Flows against limits.</summary>
    internal static HoursCheckSolution Measure(
        PowerGrid grid, (HourlyInjections Injections, HourlyFlowSolution Flow) hours, FeederLimits limits, double[] weightH)
    {
        var (flow, reached) = (hours.Flow, FeederPaths.Of(grid).Depth);
        double[] shunts = flow.ShuntsMw(grid.Buses), slack = flow.SupplyMw(grid.Buses, hours.Injections);
        double Year(double[] values) => values.Zip(weightH).Where(p => !double.IsNaN(p.First)).Sum(p => p.First * p.Second);
        return new HoursCheckSolution
        {
            Snapshots = flow.Hours,
            Unsolved = [.. Enumerable.Range(0, flow.Hours).Where(t => !flow.IsSolved[t])],
            Dark = [.. Enumerable.Range(0, grid.Buses.Count).Where(b => reached[b] < 0 && HasPower(hours.Injections, b))],
            Buses = [.. Enumerable.Range(0, grid.Buses.Count).Select(b => Bus(reached[b] < 0 ? [] : flow.VoltagePu.AsSpan(b * flow.Hours, flow.Hours), weightH, limits, b))],
            Branches = [.. Enumerable.Range(0, grid.Branches.Count).Select(k => Branch(grid.Branches, k, flow, weightH))],
            LossMw = flow.LossMw,
            ShuntMw = shunts,
            SlackMw = slack,
            LossMwh = Year(flow.LossMw),
            ShuntMwh = Year(shunts),
            SlackMwh = Year(slack),
        };
    }

    static bool HasPower(HourlyInjections hours, int bus) => hours.ActiveMw.AsSpan(bus * hours.Hours, hours.Hours).ContainsAnyExceptInRange(-LeastReverseMw, LeastReverseMw);

    static BusCheck Bus(ReadOnlySpan<double> voltage, double[] weightH, FeederLimits limits, int bus)
    {
        double min = limits.LowPu[bus] - FeederLimits.Tolerance, max = limits.HighPu[bus] + FeederLimits.Tolerance, low = double.PositiveInfinity, high = double.NegativeInfinity, lowH = 0, highH = 0;
        int lowAt = -1, highAt = -1, first = -1;
        for (var t = 0; t < voltage.Length; t++)
        {
            var v = voltage[t];
            (low, lowAt) = v < low ? (v, t) : (low, lowAt);
            (high, highAt) = v > high ? (v, t) : (high, highAt);
            if (v < min || v > max)
            {
                (lowH, highH) = v < min ? (lowH + weightH[t], highH) : (lowH, highH + weightH[t]);
                first = first < 0 ? t : first;
            }
        }

        if (lowAt < 0)
        {
            return new BusCheck(double.NaN, -1, double.NaN, -1, 0, 0, -1, double.NaN, false);
        }

        var sum = VoltageStandard.Spread(low, high);
        return new BusCheck(low, lowAt, high, highAt, lowH, highH, first, sum, sum > limits.SpreadPu[bus] + FeederLimits.Tolerance);
    }

    static BranchCheck Branch(GridBranches branches, int k, HourlyFlowSolution flow, double[] weightH)
    {
        if (!branches.InService[k])
        {
            return new BranchCheck(double.NaN, 0, -1, 0, -1, 0, 0, 0);
        }

        ReadOnlySpan<double> Row(double[] values) => values.AsSpan(k * flow.Hours, flow.Hours);
        ReadOnlySpan<double> fromMw = Row(flow.FromMw), toMw = Row(flow.ToMw);
        double rating = branches.RatingMva[k], most = rating > 0 ? rating * (1 + FeederLimits.Tolerance) : double.PositiveInfinity;
        double peak = 0, overH = 0, loss = 0, reverseH = 0, reverse = 0;
        int peakAt = -1, first = -1;
        for (var t = 0; t < flow.Hours; t++)
        {
            var mva = flow.Mva((k * flow.Hours) + t);
            if (double.IsNaN(mva))
            {
                continue;
            }

            (peak, peakAt) = mva > peak ? (mva, t) : (peak, peakAt);
            loss += (fromMw[t] + toMw[t]) * weightH[t];
            if (mva > most)
            {
                (overH, first) = (overH + weightH[t], first < 0 ? t : first);
            }

            if (fromMw[t] < -LeastReverseMw)
            {
                (reverseH, reverse) = (reverseH + weightH[t], Math.Max(reverse, -fromMw[t]));
            }
        }

        return new BranchCheck(rating > 0 ? peak / rating : double.NaN, peak, peakAt, overH, first, loss, reverseH, reverse);
    }
}
