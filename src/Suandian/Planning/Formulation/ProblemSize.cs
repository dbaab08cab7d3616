using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Formulation;

/// <summary>Size of a planning problem before it is written.</summary>
static class ProblemSize
{
    /// <summary>An empty model with room for a planning problem, so that its arrays are not copied while they grow; more than is needed costs no memory until it is written.</summary>
    internal static LinearModel Reserve(string name, HourlyNetwork network)
    {
        var size = Of(network);
        return new(name, Bounded(size.Rows), Bounded(size.Columns), Bounded(size.Nonzeros));
    }

    /// <summary>Rows, columns and nonzeros, none of them below what is written.</summary>
    internal static ModelSize Of(HourlyNetwork network)
    {
        var (T, b) = (network.Snapshots.Count, network.Buses.Length);
        var (g, s, e) = (network.Generators.Count, network.StorageUnits.Count, network.Stores.Count);
        var (l, a, k) = (network.Links.Count, network.Lines.Count, network.Trades.Count);
        var (c, w, p, f) = (network.Clusters.Count, network.Workloads.Count, network.Workloads.Pairs.Length, network.Fibres.Count);
        var annual = g + 2 * s + e + l + a + 12 * k + c + f + network.Rules.Length;
        var columns = g + 4 * s + 2 * e + 2 * l + a + k + p + 2 * w + b;
        var rows = b + 2 * g + 4 * s + 2 * e + 2 * l + 3 * a + k + c + w + f;
        var balance = g + k + 2 * s + e + 4 * l + 2 * a + p + c + b;
        var limits = 4 * g + 11 * s + 5 * e + 4 * l + 8 * a + 2 * k + 3 * p + c + 4 * w + f;
        var rules = network.Rules.Length * (g + k + p + b);
        ModelSize perSnapshot = new(rows, columns, balance + limits + rules);
        return new(perSnapshot.Rows * T + annual, perSnapshot.Columns * T + annual, perSnapshot.Nonzeros * T + annual);
    }

    static int Bounded(long count) => (int)Math.Min(1 << 28, count);
}
