using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Reinforcement;

/// <summary>What lies outside the limits.</summary>
/// <param name="Hours">Hours with anything outside, or without solution.</param>
/// <param name="LowPu">Most that a voltage lies below its limit, pu.</param>
/// <param name="HighPu">Most that a voltage lies above its limit, pu.</param>
/// <param name="Loading">Most that a branch carries over its rating, share of it.</param>
/// <param name="SpreadPu">Most that the deviations of a bus to both sides over all hours exceed what the standard allows, pu.</param>
/// <param name="Unsolved">Hours without solution.</param>
/// <param name="Worst">Hours in which something is worst.</param>
public sealed record FeederExcess(int Hours, double LowPu, double HighPu, double Loading, double SpreadPu, int Unsolved, int[] Worst)
{
    /// <summary>Most hours that are named as the worst.</summary>
    const int MostWorst = 12;

    /// <summary>True where everything is within limits.</summary>
    public bool IsNone => Hours == 0 && SpreadPu == 0;

    /// <summary>What lies outside in the hours of a flow.</summary>
    internal static FeederExcess Of(FeederLimits limits, int[] buses, int[] branches, HourlyFlowSolution year)
    {
        var (hours, bad, worst) = (year.Hours, new bool[year.Hours], new List<(double Size, int Hour)>());
        double Largest(int rows, Func<int, int, double> excess)
        {
            var largest = 0.0;
            for (var row = 0; row < rows; row++)
            {
                var (size, hour) = (FeederLimits.Tolerance, -1);
                for (var h = 0; h < hours; h++)
                {
                    var over = year.IsSolved[h] ? excess(row, h) : 0;
                    bad[h] |= over > FeederLimits.Tolerance;
                    (size, hour) = over > size ? (over, h) : (size, hour);
                }

                if (hour >= 0)
                {
                    worst.Add((size, hour));
                    largest = Math.Max(largest, size);
                }
            }

            return largest;
        }

        var low = Largest(buses.Length, (i, h) => limits.LowPu[buses[i]] - year.VoltagePu[buses[i] * hours + h]);
        var high = Largest(buses.Length, (i, h) => year.VoltagePu[buses[i] * hours + h] - limits.HighPu[buses[i]]);
        var loading = Largest(branches.Length, (i, h) => year.Mva(branches[i] * hours + h) / limits.RatingMva[branches[i]] - 1);
        var spread = Spread(limits, buses, year, worst);
        int[] unsolved = [.. Enumerable.Range(0, hours).Where(h => !year.IsSolved[h])];
        Array.ForEach(unsolved, h => bad[h] = true);
        int[] first = [.. unsolved.Take(1).Concat(worst.OrderByDescending(w => w.Size).Select(w => w.Hour)).Distinct().Take(MostWorst)];
        return new FeederExcess(bad.Count(isBad => isBad), low, high, loading, spread, unsolved.Length, first);
    }

    /// <summary>Most that max(V − 1) + max(1 − V) of a bus exceeds its limit; the two hours join the worst.</summary>
    static double Spread(FeederLimits limits, int[] buses, HourlyFlowSolution year, List<(double Size, int Hour)> worst)
    {
        var largest = 0.0;
        foreach (var b in buses.Where(b => double.IsFinite(limits.SpreadPu[b])))
        {
            int[] solved = [.. Enumerable.Range(0, year.Hours).Where(h => year.IsSolved[h])];
            if (solved.Length > 0)
            {
                double Voltage(int h) => year.VoltagePu[b * year.Hours + h];
                var (lowest, highest) = (solved.MinBy(Voltage), solved.MaxBy(Voltage));
                var over = VoltageStandard.Spread(Voltage(lowest), Voltage(highest)) - limits.SpreadPu[b];
                if (over > FeederLimits.Tolerance)
                {
                    worst.AddRange([(over, lowest), (over, highest)]);
                    largest = Math.Max(largest, over);
                }
            }
        }

        return largest;
    }
}
