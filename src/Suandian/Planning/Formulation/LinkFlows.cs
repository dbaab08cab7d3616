using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Formulation;

/// <summary>Controllable links such as HVDC: two flows, each counted where it is sent.</summary>
/// <remarks>
/// Sets        l ∈ links, t ∈ snapshots
/// Parameters  η(l) power received over power sent [pu]
/// Variables   z(l) = link_capacity [MW, sending end]; forward(l,t) from bus 0, backward(l,t) from bus 1 [MW] ≥ 0
/// Forward takes f from bus 0 and brings η f to bus 1; backward the other way, and exists on two-way links only.
/// Where z is fixed the limits are bounds, not rows.
/// Source      PyPSA user guide, "Links"; loss proportional to the flow.
/// </remarks>
static class LinkFlows
{
    internal static LinkVariables Add(LinearModel model, HourlyNetwork network)
    {
        var links = network.Links;
        double Most(int l, int t) => IsExpandable(links, l) ? double.PositiveInfinity : links.ExistingMw[l];
        return new(
            model.Variables("link_capacity", Index.Annual(links.Name),
                (l, _) => links.ExistingMw[l], (l, _) => links.MaxMw[l]),
            model.Variables("link_forward", Index.Hourly(links.Name, network.Snapshots), 0, Most),
            model.Variables("link_backward", Index.Hourly(links.Name, network.Snapshots, (l, _) => links.TwoWay[l]), 0, Most));
    }

    /// <summary>forward(l,t) ≤ z(l)</summary>
    internal static void ForwardLimit(LinearModel model, HourlyNetwork network, LinkVariables x) =>
        model.Subject("link_forward_limit",
            Index.Hourly(network.Links.Name, network.Snapshots, (l, _) => IsExpandable(network.Links, l)),
            (l, t) => x.Forward[l, t] <= x.Capacity[l]);

    /// <summary>backward(l,t) ≤ z(l)</summary>
    internal static void BackwardLimit(LinearModel model, HourlyNetwork network, LinkVariables x) =>
        model.Subject("link_backward_limit",
            Index.Hourly(network.Links.Name, network.Snapshots, (l, _) => IsExpandable(network.Links, l) && network.Links.TwoWay[l]),
            (l, t) => x.Backward[l, t] <= x.Capacity[l]);

    /// <summary>Power that a bus gets from links: Σ η received − Σ sent, links at bus 0 and links at bus 1.</summary>
    internal static Expression Net(LinkVariables x, double[] efficiency, int[] at0, int[] at1, int t)
    {
        Expression net = 0;
        foreach (var l in at0)
        {
            net = net - x.Forward[l, t] + efficiency[l] * x.Backward[l, t];
        }

        foreach (var l in at1)
        {
            net = net + efficiency[l] * x.Forward[l, t] - x.Backward[l, t];
        }

        return net;
    }

    internal static bool IsExpandable(Links links, int l) => links.MaxMw[l] > links.ExistingMw[l];
}

/// <summary>Variables of links.</summary>
/// <param name="Capacity">z [l], MW.</param>
/// <param name="Forward">[l × T], MW sent from bus 0.</param>
/// <param name="Backward">[l × T], MW sent from bus 1.</param>
sealed record LinkVariables(Variables Capacity, Variables Forward, Variables Backward);
