using Suandian.PowerFlow;

namespace Suandian.Distribution.Year;

/// <summary>Every hour of a grid by exact power flow: voltages, loadings, losses, reverse flows, what is beyond its limit.</summary>
public static class FeederYear
{
    /// <summary>Flows below this have the direction of their round-off, MW.</summary>
    const double LeastMw = 1e-6;

    /// <summary>Computes the hours.</summary>
    /// <param name="grid">Grid with a slack.</param>
    /// <param name="hours">What goes into its buses.</param>
    /// <param name="limits">Limits; null for the narrower of standard and case.</param>
    /// <param name="threads">Threads, ≥ 1; the numbers do not depend on it.</param>
    /// <param name="cancellation">Stops between weeks.</param>
    public static FeederYearSolution Solve(PowerGrid grid, FeederHours hours, FeederLimits? limits = null, int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(hours);
        var held = limits ?? FeederLimits.Of(grid);
        var flow = new HourlyFlow(grid).Solve(hours.Injections, HourlyArrays.Flows, threads: threads, cancellation: cancellation);
        var (paths, isBeyond) = (FeederPaths.Of(grid), new bool[hours.Count]);
        double[] weight = hours.WeightH ?? [.. Enumerable.Repeat(1.0, hours.Count)];
        BusYear[] buses = [.. Enumerable.Range(0, grid.Buses.Count).Select(b => Bus(flow.VoltagePu.AsSpan(b * hours.Count, hours.Count), held, b, (weight, isBeyond)))];
        BranchYear[] branches = [.. Enumerable.Range(0, grid.Branches.Count).Select(k => Branch(grid, (flow, held), (k, Direction(grid, paths, k)), (weight, isBeyond)))];
        var (load, generation) = Powers(hours, flow);
        int[] unsolved = [.. Enumerable.Range(0, hours.Count).Where(h => !flow.IsSolved[h])];
        return new FeederYearSolution
        {
            Unsupplied = UnsuppliedLoad.Of(grid, hours), LoadMw = load, GenerationMw = generation, ShuntMw = flow.ShuntsMw(grid.Buses), SupplyMw = flow.SupplyMw(grid.Buses, hours.Injections), SupplyMvar = flow.SupplyMvar(grid.Buses, hours.Injections),
            Flow = flow, WeightH = weight, Limits = held, Paths = paths, Buses = buses, Branches = branches, Unsolved = unsolved, HoursBeyond = isBeyond.Count(beyond => beyond), BeyondH = HourSum.Told(Enumerable.Range(0, hours.Count).Where(h => isBeyond[h]).Sum(h => weight[h])),
        };
    }

    /// <summary>Everything beyond its limit: buses in their order, then branches, each by hour, the sum of deviations of a bus after its hours.</summary>
    public static IEnumerable<FeederViolation> Violations(FeederYearSolution year)
    {
        ArgumentNullException.ThrowIfNull(year);
        var hours = year.Flow.Hours;
        for (var b = 0; b < year.Buses.Length; b++)
        {
            for (var h = 0; h < hours && year.Buses[b].HoursLow + year.Buses[b].HoursHigh > 0; h++)
            {
                var (v, low, high) = (year.Flow.VoltagePu[b * hours + h], year.Limits.LowPu[b], year.Limits.HighPu[b]);
                if (v < low - FeederLimits.Tolerance)
                {
                    yield return new FeederViolation(ViolationKind.LowVoltage, b, h, v, low);
                }
                else if (v > high + FeederLimits.Tolerance)
                {
                    yield return new FeederViolation(ViolationKind.HighVoltage, b, h, v, high);
                }
            }

            if (year.Buses[b].IsSpread)
            {
                yield return new FeederViolation(ViolationKind.SumOfDeviations, b, -1, year.Buses[b].SpreadPu, year.Limits.SpreadPu[b]);
            }
        }

        for (var k = 0; k < year.Branches.Length; k++)
        {
            for (var h = 0; h < hours && year.Branches[k].HoursOver > 0; h++)
            {
                if (year.Flow.Mva(k * hours + h) is var s && s > year.Limits.RatingMva[k] * (1 + FeederLimits.Tolerance))
                {
                    yield return new FeederViolation(ViolationKind.Overload, k, h, s, year.Limits.RatingMva[k]);
                }
            }
        }
    }

    /// <summary>Load and generation of the buses with supply in each hour, MW; NaN in hours without solution. What a bus takes beyond its load, as storage does that charges, counts as load.</summary>
    internal static (double[] Load, double[] Generation) Powers(FeederHours hours, HourlyFlowSolution flow)
    {
        double[] load = [.. flow.IsSolved.Select(isSolved => isSolved ? 0 : double.NaN)], net = [.. load];
        for (var i = 0; i < hours.LoadMw.Length; i++)
        {
            if (!double.IsNaN(flow.VoltagePu[i]))
            {
                load[i % hours.Count] += Math.Max(hours.LoadMw[i], -hours.Injections.ActiveMw[i]);
                net[i % hours.Count] += hours.Injections.ActiveMw[i];
            }
        }

        return (load, [.. load.Zip(net, (l, n) => l + n)]);
    }

    static BusYear Bus(ReadOnlySpan<double> voltage, FeederLimits limits, int bus, (double[] WeightH, bool[] IsBeyond) hours)
    {
        var (lowest, lowestHour, highest, highestHour, sum, count, low, high) = (double.PositiveInfinity, -1, double.NegativeInfinity, -1, 0.0, 0.0, 0.0, 0.0);
        double least = limits.LowPu[bus] - FeederLimits.Tolerance, most = limits.HighPu[bus] + FeederLimits.Tolerance;
        for (var h = 0; h < voltage.Length; h++)
        {
            var v = voltage[h];
            if (double.IsNaN(v))
            {
                continue;
            }

            (sum, count) = (sum + v * hours.WeightH[h], count + hours.WeightH[h]);
            (lowest, lowestHour) = v < lowest ? (v, h) : (lowest, lowestHour);
            (highest, highestHour) = v > highest ? (v, h) : (highest, highestHour);
            low += v < least ? hours.WeightH[h] : 0;
            high += v > most ? hours.WeightH[h] : 0;
            hours.IsBeyond[h] |= v < least || v > most;
        }

        return count == 0
            ? new BusYear(double.NaN, -1, double.NaN, -1, double.NaN, 0, 0, false)
            : new BusYear(lowest, lowestHour, highest, highestHour, sum / count, HourSum.Told(low), HourSum.Told(high), VoltageStandard.Spread(lowest, highest) > limits.SpreadPu[bus] + FeederLimits.Tolerance);
    }

    static BranchYear Branch(PowerGrid grid, (HourlyFlowSolution Flow, FeederLimits Limits) of, (int Index, int Direction) branch, (double[] WeightH, bool[] IsBeyond) each)
    {
        var (flow, k, hours, rating) = (of.Flow, branch.Index, of.Flow.Hours, of.Limits.RatingMva[branch.Index]);
        var (peak, peakHour, over, loss, reverse, most, mostHour) = (0.0, -1, 0.0, 0.0, 0.0, 0.0, -1);
        for (var h = 0; h < hours && grid.Branches.InService[k]; h++)
        {
            var i = k * hours + h;
            if (double.IsNaN(flow.FromMw[i]))
            {
                continue;
            }

            var s = flow.Mva(i);
            (peak, peakHour) = s > peak ? (s, h) : (peak, peakHour);
            var isOver = rating > 0 && s > rating * (1 + FeederLimits.Tolerance);
            over += isOver ? each.WeightH[h] : 0;
            each.IsBeyond[h] |= isOver;
            loss += (flow.FromMw[i] + flow.ToMw[i]) * each.WeightH[h];
            var back = branch.Direction switch { > 0 => flow.ToMw[i], < 0 => flow.FromMw[i], _ => 0 };
            reverse += back > LeastMw ? each.WeightH[h] : 0;
            (most, mostHour) = back > Math.Max(most, LeastMw) ? (back, h) : (most, mostHour);
        }

        return new BranchYear(peak, peakHour, rating > 0 ? peak / rating : double.NaN, HourSum.Told(over), loss, HourSum.Told(reverse), most, mostHour);
    }

    /// <summary>1 where the to end lies farther from the slack, −1 where the from end does, 0 where neither.</summary>
    static int Direction(PowerGrid grid, FeederPaths paths, int branch)
    {
        double from = paths.DistancePu[grid.Branches.From[branch]], to = paths.DistancePu[grid.Branches.To[branch]];
        return to > from ? 1 : from > to ? -1 : 0;
    }
}
