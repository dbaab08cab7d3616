using Suandian.PowerFlow;

namespace Suandian.Distribution.ShortCircuit;

/// <summary>Rated power of a generator away from the slacks, which its short-circuit current follows from.</summary>
/// <remarks>mBASE is the rating of the machine in the case format; where it was left out the format has the base of the case in its place, so that it says nothing then and PMAX stands for it.</remarks>
/// <param name="Generator">Its index.</param>
/// <param name="Mva">Rated power, MVA, ≥ 0; infinite where neither column tells it.</param>
/// <param name="IsOfMachine">True where it is mBASE, false where it is PMAX.</param>
public sealed record ConverterRating(int Generator, double Mva, bool IsOfMachine)
{
    /// <summary>A rating above so many times the load of the whole grid is taken for a placeholder; without load, so many times what its branches carry.</summary>
    public const double Implausible = 10;

    /// <summary>What the rating is held against: the load of the grid; without load the ratings of the branches in service at its bus, and where one of them has none the base of the case.</summary>
    /// <param name="grid">The grid.</param>
    /// <returns>load, branches or base, and its size, MVA.</returns>
    public (string Kind, double Mva) Scale(PowerGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var (load, bus) = (grid.Buses.LoadMw.Sum(Math.Abs), grid.Generators.Bus[Generator]);
        double[] rated = [.. Enumerable.Range(0, grid.Branches.Count).Where(k => GridIslands.IsUsed(grid, k) && (grid.Branches.From[k] == bus || grid.Branches.To[k] == bus)).Select(k => grid.Branches.RatingMva[k])];
        return load > 0 ? ("load", load) : rated.Length > 0 && rated.All(mva => mva > 0) ? ("branches", rated.Sum()) : ("base", grid.BaseMva);
    }

    /// <summary>Ratings of all generators in service at buses with supply that are no slacks.</summary>
    public static ConverterRating[] Of(PowerGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var (generators, roles) = (grid.Generators, new FlowRoles(grid));
        return [.. Enumerable.Range(0, generators.Count).Where(g => generators.InService[g] && roles.Kind[generators.Bus[g]] is GridBusKind.Pq or GridBusKind.Pv)
            .Select(g => generators.RatingMva[g] is > 0 and var mva && double.IsFinite(mva) && mva != grid.BaseMva ? new ConverterRating(g, mva, true) : new ConverterRating(g, Math.Max(0, generators.MaxMw[g]), false))];
    }
}
