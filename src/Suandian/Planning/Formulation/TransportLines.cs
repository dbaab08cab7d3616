using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Formulation;

/// <summary>AC lines that carry any flow within their capacity.</summary>
/// <remarks>
/// Sets        l ∈ lines, t ∈ snapshots
/// Parameters  c(l,t) largest flow either way [pu of capacity], 1 where not said
/// Variables   z(l) = line_capacity [MW]; f(l,t) = line_flow [MW, positive from bus 0 to bus 1, free of sign], without loss
/// Where z is fixed the limits are bounds of f, not rows. A given flow is a bound from both sides.
/// Source      transport (network flow) model.
/// </remarks>
static class TransportLines
{
    internal static LineVariables Add(LinearModel model, HourlyNetwork network)
    {
        var (lines, T) = (network.Lines, network.Snapshots.Count);
        double Most(int l, int t) => lines.IsExpandable(l) ? double.PositiveInfinity : Given.Share(lines.Ceiling(l * T + t), lines.LeastMw(l));
        return new(
            model.Variables("line_capacity", Index.Annual(lines.Name), (l, _) => lines.LeastMw(l), (l, _) => lines.MaxMw[l]),
            model.Variables("line_flow", Index.Hourly(lines.Name, network.Snapshots),
                (l, t) => Given.Lower(-Most(l, t), lines.FixedMw, l * T + t), (l, t) => Given.Upper(Most(l, t), lines.FixedMw, l * T + t)));
    }

    /// <summary>All rows of this line model: the limits.</summary>
    internal static void Flow(LinearModel model, HourlyNetwork network, LineVariables x)
    {
        ForwardLimit(model, network, x);
        BackwardLimit(model, network, x);
    }

    /// <summary>f(l,t) ≤ c(l,t) z(l)</summary>
    internal static void ForwardLimit(LinearModel model, HourlyNetwork network, LineVariables x) =>
        model.Subject("line_forward_limit",
            Index.Hourly(network.Lines.Name, network.Snapshots, (l, _) => network.Lines.IsExpandable(l)),
            (l, t) => x.Flow[l, t] <= network.Lines.Ceiling(l * network.Snapshots.Count + t) * x.Capacity[l]);

    /// <summary>f(l,t) ≥ −c(l,t) z(l)</summary>
    internal static void BackwardLimit(LinearModel model, HourlyNetwork network, LineVariables x) =>
        model.Subject("line_backward_limit",
            Index.Hourly(network.Lines.Name, network.Snapshots, (l, _) => network.Lines.IsExpandable(l)),
            (l, t) => x.Flow[l, t] >= -network.Lines.Ceiling(l * network.Snapshots.Count + t) * x.Capacity[l]);
}

/// <summary>Variables of lines.</summary>
/// <param name="Capacity">z [l], MW.</param>
/// <param name="Flow">f [l × T], MW, positive from bus 0 to bus 1.</param>
sealed record LineVariables(Variables Capacity, Variables Flow);
