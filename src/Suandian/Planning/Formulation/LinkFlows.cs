using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Formulation;

/// <summary>Controllable links such as HVDC: two flows, each counted where it is sent.</summary>
/// <remarks>
/// Sets        l ∈ links, t ∈ snapshots
/// Parameters  η(l,t) power received over power sent [pu]; φ(l,t), c(l,t) least and largest forward flow [pu of power], 0 and 1 where not said;
///             o ∈ outputs beyond bus 1, η(o,t) power at the output over power sent [pu]
/// Variables   z(l) = link_capacity [MW, sending end]; forward(l,t) from bus 0, backward(l,t) from bus 1 [MW] ≥ 0
/// Forward takes f from bus 0 and brings η f to bus 1; backward the other way, and exists on two-way links only.
/// With φ below 0 forward may be negative: then η |f| is taken from bus 1 and |f| brought to bus 0.
/// Where z is fixed the limits are bounds, not rows; those of a committable link are rows of <see cref="Commitment"/>.
/// Source      PyPSA user guide, "Links"; loss proportional to the flow.
/// </remarks>
static class LinkFlows
{
    internal static LinkVariables Add(LinearModel model, HourlyNetwork network)
    {
        var (links, T, isUnit) = (network.Links, network.Snapshots.Count, UnitSizes.Members(network, isLink: true));
        return new(
            model.Variables("link_capacity", Index.Annual(links.Name),
                (l, _) => links.LeastMw(l), (l, _) => links.MaxMw[l]),
            model.Variables("link_forward", Index.Hourly(links.Name, network.Snapshots),
                (l, t) => Given.Lower(Least(l, l * T + t), links.FixedMw, l * T + t),
                (l, t) => Given.Upper(Most(l, links.Ceiling(l * T + t)), links.FixedMw, l * T + t)),
            model.Variables("link_backward", Index.Hourly(links.Name, network.Snapshots, (l, _) => links.TwoWay[l]), 0, (l, _) => Most(l, 1)));

        double Least(int l, int i)
        {
            var floor = links.Floor(i);
            return links.IsExpandable(l) ? (floor < 0 ? double.NegativeInfinity : 0)
                : isUnit[l] ? Math.Min(0, Given.Share(floor, links.LeastMw(l))) : Given.Share(floor, links.LeastMw(l));
        }

        double Most(int l, double ceiling) => links.IsExpandable(l) ? double.PositiveInfinity
            : isUnit[l] ? Math.Max(0, Given.Share(ceiling, links.LeastMw(l))) : Given.Share(ceiling, links.LeastMw(l));
    }

    /// <summary>forward(l,t) ≤ c(l,t) z(l)</summary>
    internal static void ForwardLimit(LinearModel model, HourlyNetwork network, LinkVariables x) =>
        model.Subject("link_forward_limit",
            Index.Hourly(network.Links.Name, network.Snapshots, (l, _) => network.Links.IsExpandable(l)),
            (l, t) => x.Forward[l, t] <= network.Links.Ceiling(l * network.Snapshots.Count + t) * x.Capacity[l]);

    /// <summary>forward(l,t) ≥ φ(l,t) z(l), where φ is said, of links that are always on</summary>
    internal static void ForwardMinimum(LinearModel model, HourlyNetwork network, LinkVariables x)
    {
        var (links, T, isUnit) = (network.Links, network.Snapshots.Count, UnitSizes.Members(network, isLink: true));
        if (links.FloorPu is null)
        {
            return;
        }

        model.Subject("link_forward_minimum",
            Index.Hourly(links.Name, network.Snapshots, (l, t) => links.IsExpandable(l) && !isUnit[l] && links.Floor(l * T + t) != 0),
            (l, t) => x.Forward[l, t] >= links.Floor(l * T + t) * x.Capacity[l]);
    }

    /// <summary>backward(l,t) ≤ z(l)</summary>
    internal static void BackwardLimit(LinearModel model, HourlyNetwork network, LinkVariables x) =>
        model.Subject("link_backward_limit",
            Index.Hourly(network.Links.Name, network.Snapshots, (l, _) => network.Links.IsExpandable(l) && network.Links.TwoWay[l]),
            (l, t) => x.Backward[l, t] <= x.Capacity[l]);

    /// <summary>Power that a bus gets from links: Σ η received − Σ sent, links at bus 0, links at bus 1, and outputs beyond it.</summary>
    internal static Expression Net(LinkVariables x, HourlyNetwork network, BusConnections at, int b, int t)
    {
        var (links, T) = (network.Links, network.Snapshots.Count);
        Expression net = 0;
        foreach (var l in at.LinksAt0[b])
        {
            net = net - x.Forward[l, t] + links.Received(l, l * T + t) * x.Backward[l, t];
        }

        foreach (var l in at.LinksAt1[b])
        {
            net = net + links.Received(l, l * T + t) * x.Forward[l, t] - x.Backward[l, t];
        }

        foreach (var o in at.LinkOutputs[b])
        {
            net += links.Outputs!.EfficiencyPu[o * T + t] * x.Forward[links.Outputs.Link[o], t];
        }

        return net;
    }
}

/// <summary>Variables of links.</summary>
/// <param name="Capacity">z [l], MW.</param>
/// <param name="Forward">[l × T], MW sent from bus 0.</param>
/// <param name="Backward">[l × T], MW sent from bus 1.</param>
sealed record LinkVariables(Variables Capacity, Variables Forward, Variables Backward);
