using Suandian.PowerFlow;

namespace Suandian.Distribution.Year;

/// <summary>A bus whose generators hold its voltage with more reactive power than their limits allow; the hours of a year are computed without these limits.</summary>
/// <param name="Bus">The bus, by index.</param>
/// <param name="Hours">Hours in which they give more or less than they can.</param>
/// <param name="Mvar">What they give in the hour in which it lies farthest beyond, Mvar.</param>
/// <param name="LimitMvar">The limit there, Mvar.</param>
/// <param name="WorstHour">That hour, by index.</param>
public sealed record ReactiveExcess(int Bus, int Hours, double Mvar, double LimitMvar, int WorstHour)
{
    const double ToleranceMvar = 1e-4;

    /// <summary>The buses of kind PV of which that is true, in their order.</summary>
    /// <remarks>
    /// What the generators of a bus give is what its branches and shunts take plus its load. The load is what the hours put into the bus less the reactive power
    /// that the case gives for these generators, which is taken to be the same in all hours.
    /// </remarks>
    public static ReactiveExcess[] Of(PowerGrid grid, FeederHours hours, HourlyFlowSolution flow)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(flow);
        var roles = new HourlyFlow(grid).Roles;
        return [.. Enumerable.Range(0, grid.Buses.Count).Where(b => roles.Kind[b] == GridBusKind.Pv).Select(b => Of((grid, hours, flow), b, roles.GeneratorsAt[b])).OfType<ReactiveExcess>()];
    }

    static ReactiveExcess? Of((PowerGrid Grid, FeederHours Hours, HourlyFlowSolution Flow) of, int bus, int[] generators)
    {
        var (g, n) = (of.Grid.Generators, of.Hours.Count);
        var (least, most, given) = (generators.Sum(i => g.MinMvar[i]), generators.Sum(i => g.MaxMvar[i]), generators.Sum(i => g.PowerMvar[i]));
        int[] from = Ends(of.Grid.Branches.From), to = Ends(of.Grid.Branches.To);
        var (count, worst, size) = (0, default(ReactiveExcess), ToleranceMvar);
        for (var h = 0; h < n; h++)
        {
            var v = of.Flow.VoltagePu[bus * n + h];
            var mvar = from.Sum(k => of.Flow.FromMvar[k * n + h]) + to.Sum(k => of.Flow.ToMvar[k * n + h]) - of.Grid.Buses.ShuntMvar[bus] * v * v - of.Hours.Injections.ReactiveMvar[bus * n + h] + given;
            var beyond = of.Flow.IsSolved[h] && !double.IsNaN(v) ? Math.Max(mvar - most, least - mvar) : 0;
            count += beyond > ToleranceMvar ? 1 : 0;
            (worst, size) = beyond > size ? (new ReactiveExcess(bus, 0, mvar, mvar > most ? most : least, h), beyond) : (worst, size);
        }

        return worst is null ? null : worst with { Hours = count };

        int[] Ends(int[] ends) => [.. Enumerable.Range(0, ends.Length).Where(k => ends[k] == bus && of.Grid.Branches.InService[k])];
    }
}
