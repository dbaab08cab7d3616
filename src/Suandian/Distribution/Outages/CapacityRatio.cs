using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Outages;

/// <summary>Capacity of the transformers in service of one upper voltage over the largest load that they carry together (容载比).</summary>
/// <remarks>Source of the range: DL/T 5131-2015 as excerpts on the web have it; the text itself was not seen.</remarks>
/// <param name="HighKv">Upper base voltage, kV.</param>
/// <param name="LowKv">Lower base voltages, kV, highest first.</param>
/// <param name="Transformers">Number of transformers in service.</param>
/// <param name="CapacityMva">Sum of their ratings, MVA; NaN where one has none.</param>
/// <param name="PeakMw">Largest active power that they carry downwards together, MW.</param>
/// <param name="PeakHour">Its hour, by index; −1 where nothing flows down.</param>
public sealed record CapacityRatio(double HighKv, double[] LowKv, int Transformers, double CapacityMva, double PeakMw, int PeakHour)
{
    /// <summary>Least ratio of the range for county grids, second-hand.</summary>
    public const double Least = 1.8;

    /// <summary>Largest ratio of the range for county grids, second-hand.</summary>
    public const double Most = 2.1;

    /// <summary>Upper voltages that the range is for, kV: 35 to 110 with a tenth for base voltages other than nominal.</summary>
    const double LeastGuidedKv = 35 * 0.9, MostGuidedKv = 110 * 1.1;

    /// <summary>True where the range of the guide applies.</summary>
    public bool HasGuide => HighKv is >= LeastGuidedKv and <= MostGuidedKv;

    /// <summary>Base voltages that differ by less than this belong to one level, relative.</summary>
    const double OneLevel = 0.01;

    /// <summary>MVA per MW; NaN where it is not known.</summary>
    public double MvaPerMw => PeakMw > 0 ? CapacityMva / PeakMw : double.NaN;

    /// <summary>The ratios of a grid, highest voltage first.</summary>
    public static CapacityRatio[] Of(PowerGrid grid, FeederYearSolution year)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(year);
        var (kv, branches) = (grid.Buses.BaseKv, grid.Branches);
        double High(int k) => Math.Max(kv[branches.From[k]], kv[branches.To[k]]);
        double Low(int k) => Math.Min(kv[branches.From[k]], kv[branches.To[k]]);
        return
        [
            .. Enumerable.Range(0, branches.Count).Where(k => GridIslands.IsUsed(grid, k) && Low(k) > 0 && High(k) > Low(k) * (1 + OneLevel))
                .GroupBy(k => Math.Round(High(k), 1)).OrderByDescending(g => g.Key).Select(g => One(grid, year, [.. g])),
        ];
    }

    static CapacityRatio One(PowerGrid grid, FeederYearSolution year, int[] transformers)
    {
        var (kv, branches, flow) = (grid.Buses.BaseKv, grid.Branches, year.Flow);
        var (peak, hour) = (0.0, -1);
        for (var h = 0; h < flow.Hours; h++)
        {
            var down = transformers.Sum(k => -(kv[branches.From[k]] < kv[branches.To[k]] ? flow.FromMw : flow.ToMw)[k * flow.Hours + h]);
            (peak, hour) = down > peak ? (down, h) : (peak, hour);
        }

        var first = transformers[0];
        double[] low = [.. transformers.Select(k => Math.Min(kv[branches.From[k]], kv[branches.To[k]])).Distinct().OrderDescending()];
        return new CapacityRatio(Math.Max(kv[branches.From[first]], kv[branches.To[first]]), low, transformers.Length, transformers.Any(k => branches.RatingMva[k] <= 0) ? double.NaN : transformers.Sum(k => branches.RatingMva[k]), peak, hour);
    }
}
