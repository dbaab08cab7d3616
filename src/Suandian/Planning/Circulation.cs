using Suandian.Network;

namespace Suandian.Planning;

/// <summary>Takes away what merely circulates in a transport network of lossless lines, so that flows mean something.</summary>
/// <remarks>
/// Where lines carry any flow within capacity (<see cref="LineModel.Transport"/>), a flow around a loop costs nothing and changes no
/// balance, so the optimum leaves it open. Of the equal flows one with little Σ|f| is kept: for each independent cycle the
/// circulation c that minimises Σ|f(l) ± c| is the weighted median of ∓f(l) (all weights 1), cut to what the capacities allow;
/// cycles are taken in turn until none moves, at most 20 times; with overlapping cycles that may stop short of the least Σ|f|. Cost, balances and limits stay as they are.
/// </remarks>
static class Circulation
{
    const int Rounds = 20;

    /// <summary>Flows without circulation.</summary>
    /// <param name="network">Network; its lines carry any flow within capacity.</param>
    /// <param name="flowMw">Flows [l × T], MW, changed in place.</param>
    /// <param name="capacityMw">Capacities [l], MW.</param>
    internal static double[] Remove(HourlyNetwork network, double[] flowMw, double[] capacityMw)
    {
        var lines = network.Lines;
        var cycles = CycleBasis.Of(network.Buses.Length, lines.Bus0, lines.Bus1);
        var snapshots = network.Snapshots.Count;
        for (var t = 0; t < snapshots; t++)
        {
            for (var round = 0; round < Rounds; round++)
            {
                var moved = 0.0;
                foreach (var cycle in cycles)
                {
                    moved = Math.Max(moved, Math.Abs(Cancel(cycle, flowMw, capacityMw, (t, snapshots))));
                }

                if (moved < 1e-9)
                {
                    break;
                }
            }
        }

        return flowMw;
    }

    /// <summary>Adds the best circulation to one cycle in one snapshot; returns it, MW.</summary>
    static double Cancel(Cycle cycle, double[] flow, double[] capacity, (int T, int Snapshots) at)
    {
        var count = cycle.Edges.Length;
        Span<double> opposite = count <= 64 ? stackalloc double[count] : new double[count];
        var (low, high) = (double.NegativeInfinity, double.PositiveInfinity);
        for (var k = 0; k < count; k++)
        {
            var (line, sign) = (cycle.Edges[k], cycle.Signs[k]);
            var along = sign * flow[line * at.Snapshots + at.T];
            opposite[k] = -along;
            low = Math.Max(low, -capacity[line] - along);
            high = Math.Min(high, capacity[line] - along);
        }

        opposite.Sort();
        var (below, above) = (opposite[(count - 1) / 2], opposite[count / 2]);
        var best = below <= 0 && above >= 0 ? 0 : Math.Abs(below) < Math.Abs(above) ? below : above;
        var circulation = low <= high ? Math.Clamp(best, Math.Min(low, 0), Math.Max(high, 0)) : 0;
        for (var k = 0; k < count && circulation != 0; k++)
        {
            flow[cycle.Edges[k] * at.Snapshots + at.T] += cycle.Signs[k] * circulation;
        }

        return circulation;
    }
}
