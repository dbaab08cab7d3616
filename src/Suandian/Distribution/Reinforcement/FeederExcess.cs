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
    /// <summary>A voltage out by this much weighs as much as a branch over its rating by all of it, pu; an hour without solution a hundred times that.</summary>
    const double VoltageScalePu = 0.1, UnsolvedScale = 100;

    /// <summary>Most hours that are named as the worst.</summary>
    const int MostWorst = 12;

    /// <summary>Buses with a voltage or a sum of deviations outside, by index.</summary>
    public int[] Buses { get; init; } = [];

    /// <summary>Branches over their rating, by index in the grid with the measures.</summary>
    public int[] Branches { get; init; } = [];

    /// <summary>Buses with load and without supply that measures of the catalogue could supply, by index.</summary>
    public int[] Dark { get; init; } = [];

    /// <summary>What buses and branches exceed in their worst hours, added up; compares sets that do not fit.</summary>
    internal double Total { get; init; }

    /// <summary>True where fewer buses are dark than with another set, or as many and fewer hours lie outside, or as many by less.</summary>
    internal bool IsCloserThan(FeederExcess other) => Dark.Length != other.Dark.Length ? Dark.Length < other.Dark.Length : Hours != other.Hours ? Hours < other.Hours : Total < other.Total;

    /// <summary>True where everything is within limits and nothing is dark that need not be.</summary>
    public bool IsNone => Hours == 0 && SpreadPu == 0 && Dark.Length == 0;

    /// <summary>The same with dark buses, each of which weighs as an hour without solution.</summary>
    internal FeederExcess With(int[] dark) => this with { Dark = dark, Total = Total + UnsolvedScale * dark.Length };

    /// <summary>What lies outside in the hours of a flow.</summary>
    internal static FeederExcess Of(FeederLimits limits, int[] buses, int[] branches, HourlyFlowSolution year)
    {
        var (hours, found, outside, full) = (year.Hours, new Finder(year), new SortedSet<int>(), new SortedSet<int>());
        var low = found.Largest((buses, outside, VoltageScalePu), (i, h) => limits.LowPu[buses[i]] - year.VoltagePu[buses[i] * hours + h]);
        var high = found.Largest((buses, outside, VoltageScalePu), (i, h) => year.VoltagePu[buses[i] * hours + h] - limits.HighPu[buses[i]]);
        var loading = found.Largest((branches, full, 1), (i, h) => year.Mva(branches[i] * hours + h) / limits.RatingMva[branches[i]] - 1);
        var spread = Spread(limits, buses, year, found.Worst, outside);
        int[] unsolved = [.. Enumerable.Range(0, hours).Where(h => !year.IsSolved[h])];
        Array.ForEach(unsolved, h => found.Bad[h] = true);
        int[] first = [.. unsolved.Take(1).Concat(found.Worst.OrderByDescending(w => w.Size).Select(w => w.Hour)).Distinct().Take(MostWorst)];
        return new FeederExcess(found.Bad.Count(isBad => isBad), low, high, loading, spread, unsolved.Length, first)
        {
            Buses = [.. outside], Branches = [.. full], Total = found.Total + spread / VoltageScalePu + UnsolvedScale * unsolved.Length,
        };
    }

    /// <summary>Most that max(V − 1) + max(1 − V) of a bus exceeds its limit; the two hours join the worst.</summary>
    static double Spread(FeederLimits limits, int[] buses, HourlyFlowSolution year, List<(double Size, int Hour)> worst, SortedSet<int> outside)
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
                    outside.Add(b);
                    largest = Math.Max(largest, over);
                }
            }
        }

        return largest;
    }

    /// <summary>Goes through the hours row by row.</summary>
    sealed class Finder(HourlyFlowSolution year)
    {
        /// <summary>Hours with anything outside.</summary>
        internal bool[] Bad { get; } = new bool[year.Hours];

        /// <summary>Largest excess of each row that has one, with its hour.</summary>
        internal List<(double Size, int Hour)> Worst { get; } = [];

        /// <summary>Their sum over the scales.</summary>
        internal double Total { get; private set; }

        /// <summary>Largest excess of all rows; rows that have one are noted.</summary>
        internal double Largest((int[] Rows, SortedSet<int> Beyond, double Scale) of, Func<int, int, double> excess)
        {
            var largest = 0.0;
            for (var row = 0; row < of.Rows.Length; row++)
            {
                var (size, hour) = (FeederLimits.Tolerance, -1);
                for (var h = 0; h < year.Hours; h++)
                {
                    var over = year.IsSolved[h] ? excess(row, h) : 0;
                    Bad[h] |= over > FeederLimits.Tolerance;
                    (size, hour) = over > size ? (over, h) : (size, hour);
                }

                if (hour >= 0)
                {
                    Worst.Add((size, hour));
                    of.Beyond.Add(of.Rows[row]);
                    (largest, Total) = (Math.Max(largest, size), Total + size / of.Scale);
                }
            }

            return largest;
        }
    }
}
