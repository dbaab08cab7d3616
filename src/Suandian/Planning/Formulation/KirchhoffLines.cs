using System.Collections.Immutable;
using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Formulation;

/// <summary>AC lines whose flows obey Kirchhoff's voltage law (linear power flow), in cycle form.</summary>
/// <remarks>
/// Sets        l ∈ lines, c ∈ independent cycles of the graph of lines, t ∈ snapshots
/// Parameters  x(l) series reactance [pu], which does not change with size; x̂(c) the largest |x| in the cycle;
///             ±(c,l) = +1 where the cycle runs from bus 0 to bus 1 of the line, −1 the other way
/// Variables   as <see cref="TransportLines"/>
/// The sum of voltage angles around a cycle is zero; divided by x̂ the row is in MW.
/// Source      J. Hörsch, H. Ronellenfitsch, D. Witthaut, T. Brown, Linear optimal power flow using cycle flows,
///             Electric Power Systems Research 158, 2018, doi:10.1016/j.epsr.2017.12.034.
/// </remarks>
static class KirchhoffLines
{
    /// <summary>All rows of this line model: the limits and the voltage law.</summary>
    internal static void Flow(LinearModel model, HourlyNetwork network, LineVariables x)
    {
        TransportLines.Flow(model, network, x);
        VoltageLaw(model, network, x);
    }

    /// <summary>Σ(l ∈ c) ±(c,l) x(l)/x̂(c) f(l,t) = 0</summary>
    internal static void VoltageLaw(LinearModel model, HourlyNetwork network, LineVariables x)
    {
        var (lines, cycles) = (network.Lines, CycleBasis.Of(network.Buses.Length, network.Lines.Bus0, network.Lines.Bus1));
        var drop = cycles.Select(cycle => Drops(cycle, lines)).ToArray();
        var names = cycles.Select(cycle => lines.Name[cycle.Edges[0]]).ToArray();
        model.Subject("line_cycle", Index.Hourly(names, network.Snapshots), (c, t) =>
            Around(cycles[c].Edges, drop[c], x.Flow, t) == 0);
    }

    static Expression Around(ImmutableArray<int> edges, double[] drop, Variables flow, int t)
    {
        Expression sum = 0;
        for (var k = 0; k < edges.Length; k++)
        {
            sum += drop[k] * flow[edges[k], t];
        }

        return sum;
    }

    /// <summary>± x/x̂ of each line of a cycle.</summary>
    static double[] Drops(Cycle cycle, Lines lines)
    {
        var largest = cycle.Edges.Max(l => Math.Abs(Reactance(lines, l)));
        return [.. cycle.Edges.Select((l, k) => cycle.Signs[k] * Reactance(lines, l) / largest)];
    }

    static double Reactance(Lines lines, int l) => Math.Abs(lines.ReactancePu[l]) > 0 ? lines.ReactancePu[l]
        : throw new ArgumentException($"line '{lines.Name[l]}' lies in a cycle and has the reactance {lines.ReactancePu[l]}; it must not be 0", nameof(lines));
}
