namespace Suandian.Network;

/// <summary>Sizes and limits of committable units, from the generators and links they are.</summary>
static class UnitSizes
{
    /// <summary>Which generators or links are committable.</summary>
    internal static bool[] Members(HourlyNetwork network, bool isLink)
    {
        var members = new bool[isLink ? network.Links.Count : network.Generators.Count];
        for (var u = 0; u < (network.Commitments?.Count ?? 0); u++)
        {
            if (network.Commitments!.IsLink[u] == isLink)
            {
                members[network.Commitments.Component[u]] = true;
            }
        }

        return members;
    }

    /// <summary>True where the capacity of the unit is to be chosen.</summary>
    internal static bool IsExpandable(HourlyNetwork network, Commitments units, int u) =>
        units.IsLink[u] ? network.Links.IsExpandable(units.Component[u]) : network.Generators.IsExpandable(units.Component[u]);

    /// <summary>True where the size of the one machine is to be chosen.</summary>
    internal static bool IsChosen(HourlyNetwork network, Commitments units, int u) => !units.HasMachines(u) && IsExpandable(network, units, u);

    /// <summary>Most machines that may be on [u]; infinite where a capacity may grow without end.</summary>
    internal static double[] Machines(HourlyNetwork network, Commitments units) => [.. Enumerable.Range(0, units.Count)
        .Select(u => units.HasMachines(u) ? Math.Floor(MostMw(network, units, u) / units.MachineMw[u] + 1e-9) : 1)];

    /// <summary>Size of a machine, MW; that of a machine whose size is chosen is its least.</summary>
    internal static double Size(HourlyNetwork network, Commitments units, int u) => units.HasMachines(u) ? units.MachineMw[u]
        : units.IsLink[u] ? network.Links.LeastMw(units.Component[u]) : network.Generators.LeastMw(units.Component[u]);

    /// <summary>Largest output of a machine that is on, MW.</summary>
    internal static double Most(HourlyNetwork network, Commitments units, int u, int t) => CeilingPu(network, units, u, t) * Size(network, units, u);

    /// <summary>Least output of a machine that is on, MW.</summary>
    internal static double Least(HourlyNetwork network, Commitments units, int u, int t) => FloorPu(network, units, u, t) * Size(network, units, u);

    /// <summary>Least output while on, pu of capacity.</summary>
    internal static double FloorPu(HourlyNetwork network, Commitments units, int u, int t) =>
        Share(network, units, (u, t), network.Generators.Floor, network.Links.Floor);

    /// <summary>Largest output while on, pu of capacity.</summary>
    internal static double CeilingPu(HourlyNetwork network, Commitments units, int u, int t) =>
        Share(network, units, (u, t), (_, i) => network.Generators.AvailabilityPu[i], network.Links.Ceiling);

    static double Share(
        HourlyNetwork network, Commitments units, (int Unit, int Snapshot) at, Func<int, int, double> generator, Func<int, double> link)
    {
        var c = units.Component[at.Unit];
        var i = c * network.Snapshots.Count + at.Snapshot;
        return units.IsLink[at.Unit] ? link(i) : generator(c, i);
    }

    static double MostMw(HourlyNetwork network, Commitments units, int u) =>
        units.IsLink[u] ? network.Links.MaxMw[units.Component[u]] : network.Generators.MaxMw[units.Component[u]];
}
