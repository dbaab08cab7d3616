namespace Suandian.Network;

/// <summary>Arrivals within the deadline of each workload.</summary>
public static class DeadlineWindows
{
    /// <summary>Work that arrived in the last W hours, this one included, with W the deadline of the workload.</summary>
    /// <returns>[w × T], GPU-h; the window runs around within its block and is never longer than it; 0 where W = 0.</returns>
    public static double[] ArrivalsGpuH(HourlyNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var (work, starts, snapshots) = (network.Workloads, network.Snapshots.BlockStarts, network.Snapshots.Count);
        var sums = new double[work.Count * snapshots];
        for (var w = 0; w < work.Count; w++)
        {
            for (var block = 0; block < starts.Length; block++)
            {
                var range = starts[block]..(block + 1 < starts.Length ? starts[block + 1] : snapshots);
                Slide(work.ArrivalGpuH.AsSpan(w * snapshots, snapshots)[range],
                    sums.AsSpan(w * snapshots, snapshots)[range], work.DeadlineH[w]);
            }
        }

        return sums;
    }

    static void Slide(ReadOnlySpan<double> arrivals, Span<double> sums, int window)
    {
        var length = arrivals.Length;
        var twice = new double[2 * length + 1]; // sums of the block laid out two times
        for (var t = 0; t < 2 * length; t++)
        {
            twice[t + 1] = twice[t] + arrivals[t % length];
        }

        var hours = Math.Min(window, length);
        for (var t = 0; t < length; t++)
        {
            sums[t] = Math.Max(0, twice[t + length + 1] - twice[t + length + 1 - hours]);
        }
    }
}
