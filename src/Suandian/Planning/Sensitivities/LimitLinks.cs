using Suandian.Optimisation;

namespace Suandian.Planning.Sensitivities;

/// <summary>The columns that a limit of the case bounds.</summary>
/// <remarks>An expandable capacity at its maximum is one column. A fixed one is a column too, and the hourly bounds β z besides.</remarks>
sealed class LimitLinks(PlanningModel plan, LinearModel linear)
{
    readonly int _snapshots = plan.Network.Snapshots.Count;

    /// <summary>Columns bounded by a limit; empty where the limit is none of the linear problem.</summary>
    internal List<LimitLink> Of(LimitShadow limit)
    {
        var (n, x) = (plan.Network, plan.Variables);
        return limit.Component switch
        {
            "generators" => Generator(Array.IndexOf(n.Generators.Name, limit.Name)),
            "storage_units" when limit.Column.StartsWith("power", StringComparison.Ordinal) => StoragePower(Array.IndexOf(n.StorageUnits.Name, limit.Name)),
            "storage_units" => Capacity(x.Storage.Energy, Array.IndexOf(n.StorageUnits.Name, limit.Name), [(x.Storage.Level, 1)]),
            "stores" => Capacity(x.Stores.Energy, Array.IndexOf(n.Stores.Name, limit.Name), [(x.Stores.Level, 1)]),
            "links" => Capacity(x.Links.Capacity, Array.IndexOf(n.Links.Name, limit.Name), [(x.Links.Forward, 1), (x.Links.Backward, 1)]),
            "lines" => Capacity(x.Lines.Capacity, Array.IndexOf(n.Lines.Name, limit.Name), [(x.Lines.Flow, 1), (x.Lines.Flow, -1)]),
            "tariffs" => Trade(Array.IndexOf(n.Trades.Name, limit.Name)),
            "clusters" => Capacity(x.Computing.Capacity, Array.IndexOf(n.Clusters.Name, limit.Name), []),
            "fibres" => Capacity(x.FibreCapacity, Array.IndexOf(n.Fibres.Name, limit.Name), []),
            _ => [],
        };
    }

    List<LimitLink> Generator(int g)
    {
        var (generators, power, links) = (plan.Network.Generators, plan.Variables.Generators.Power, Capacity(plan.Variables.Generators.Capacity, g, []));
        for (var t = 0; t < _snapshots && links is [{ Side: LimitSide.Equal }, ..]; t++)
        {
            var (column, available) = (power.Column(g, t), generators.AvailabilityPu[g * _snapshots + t]);
            if (column >= 0)
            {
                links.Add(new(column, available));
                if (generators.MinimumPu[g] > 0)
                {
                    links.Add(new(column, generators.MinimumPu[g] * available, LimitSide.Lower));
                }
            }
        }

        return links;
    }

    List<LimitLink> StoragePower(int s)
    {
        var (units, x) = (plan.Network.StorageUnits, plan.Variables.Storage);
        (Variables, double)[] hourly = units.SizedApart[s]
            ? [(x.Charge, 1), (x.Discharge, 1)]
            : [(x.Charge, 1), (x.Discharge, 1), (x.Level, units.DurationH[s])];
        return Capacity(x.Power, s, hourly);
    }

    /// <summary>The power of every hour, or the peaks of all periods where a demand charge is paid.</summary>
    List<LimitLink> Trade(int k)
    {
        var (periods, x) = (plan.Periods, plan.Variables.Trades);
        return periods.Has(k)
            ? [.. Enumerable.Range(0, periods.Count).Where(m => periods.Trade[m] == k).Select(m => new LimitLink(x.Peak.Column(m, 0), 1))]
            : [.. Enumerable.Range(0, _snapshots).Select(t => new LimitLink(x.Power.Column(k, t), 1))];
    }

    /// <summary>An expandable capacity alone; a fixed one with the hourly columns it bounds, from below where the factor is negative.</summary>
    List<LimitLink> Capacity(Variables capacity, int component, (Variables Hourly, double Factor)[] hourly)
    {
        var column = capacity.Column(component, 0);
        if (linear.ColumnLower[column] < linear.ColumnUpper[column])
        {
            return [new(column, 1)];
        }

        var links = new List<LimitLink> { new(column, 1, LimitSide.Equal) };
        foreach (var (variables, factor) in hourly)
        {
            links.AddRange(Enumerable.Range(0, _snapshots).Select(t => variables.Column(component, t)).Where(c => c >= 0)
                .Select(c => new LimitLink(c, factor, factor > 0 ? LimitSide.Upper : LimitSide.Lower)));
        }

        return links;
    }
}
