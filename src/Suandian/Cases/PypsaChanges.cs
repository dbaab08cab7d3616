using Suandian.Network;
using Suandian.Planning;

namespace Suandian.Cases;

/// <summary>Tells the changes that would make an imported network feasible by the attributes of PyPSA.</summary>
public static class PypsaChanges
{
    /// <summary>The explanation with PyPSA's attributes as columns.</summary>
    /// <param name="report">Explanation.</param>
    /// <param name="network">The network that was planned.</param>
    public static InfeasibilityReport Named(InfeasibilityReport report, HourlyNetwork network)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(network);
        return report with
        {
            Relax = [.. report.Relax.Select(r => r with { Changes = [.. r.Changes.Select(change => change with { Column = Attribute(change, network) })] })],
        };
    }

    static string Attribute(LimitChange change, HourlyNetwork n) => (change.Component, change.Column) switch
    {
        ("generators", "minimum_pu") => "p_min_pu",
        ("generators", "capacity_max_mw") => Nominal("p_nom", n.Generators.Name, n.Generators.MinMw, n.Generators.MaxMw, change),
        ("storage_units", "power_max_mw") => Nominal("p_nom", n.StorageUnits.Name, n.StorageUnits.MinMw, n.StorageUnits.MaxMw, change),
        ("links", "power_max_mw") => Nominal("p_nom", n.Links.Name, n.Links.MinMw, n.Links.MaxMw, change),
        ("stores", "energy_max_mwh") => Nominal("e_nom", n.Stores.Name, n.Stores.MinMwh, n.Stores.MaxMwh, change),
        ("lines", "capacity_max_mw") => Nominal("s_nom", n.Lines.Name, n.Lines.MinMw, n.Lines.MaxMw, change),
        _ => change.Column,
    };

    static string Nominal(string nominal, string[] names, double[]? least, double[] most, LimitChange change) =>
        Array.IndexOf(names, change.Name) is var i and >= 0 && least is not null && most[i] > least[i] ? nominal + "_max" : nominal;
}
