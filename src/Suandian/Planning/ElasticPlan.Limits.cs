using Suandian.Network;

namespace Suandian.Planning;

/// <content>Limits that may be stretched: capacities, least outputs, rules, shedding.</content>
sealed partial class ElasticPlan
{
    IEnumerable<ElasticLimit> Capacities()
    {
        var n = Network;
        return
        [
            .. Capacity(RelaxationKind.Trade, ("tariffs", "power_max_mw"), n.Trades.Name, m => m.Trades.MaxMw, (part, k) => part.PeakColumn(k)),
            .. Capacity(RelaxationKind.Storage, ("storage_units", "power_max_mw"), n.StorageUnits.Name, m => m.StorageUnits.MaxMw,
                (part, s) => part.Model.Variables.Storage.Power.Column(s, 0)),
            .. Capacity(RelaxationKind.Storage, ("storage_units", "energy_max_mwh"), n.StorageUnits.Name, m => m.StorageUnits.MaxMwh,
                (part, s) => part.Model.Variables.Storage.Energy.Column(s, 0)),
            .. Capacity(RelaxationKind.Store, ("stores", "energy_max_mwh"), n.Stores.Name, m => m.Stores.MaxMwh,
                (part, e) => part.Model.Variables.Stores.Energy.Column(e, 0)),
            .. Capacity(RelaxationKind.Generator, ("generators", "capacity_max_mw"), n.Generators.Name, m => m.Generators.MaxMw,
                (part, g) => part.Model.Variables.Generators.Capacity.Column(g, 0)),
            .. Capacity(RelaxationKind.Link, ("links", "power_max_mw"), n.Links.Name, m => m.Links.MaxMw,
                (part, l) => part.Model.Variables.Links.Capacity.Column(l, 0)),
            .. Capacity(RelaxationKind.Line, ("lines", "capacity_max_mw"), n.Lines.Name, m => m.Lines.MaxMw,
                (part, l) => part.Model.Variables.Lines.Capacity.Column(l, 0)),
        ];
    }

    IEnumerable<ElasticLimit> Capacity(
        RelaxationKind kind, (string Table, string Column) place, string[] names, Func<HourlyNetwork, double[]> limits, Func<ElasticPart, int, int> column)
    {
        for (var i = 0; i < names.Length; i++)
        {
            int[] columns = [.. Parts.Select(part => column(part, i)).Where(j => j >= 0).Distinct()];
            var limit = Parts.Min(part => limits(part.Network)[i]);
            if (columns.Length > 0 && double.IsFinite(limit))
            {
                var isEnergy = place.Column.EndsWith("mwh", StringComparison.Ordinal);
                var stretch = _elastic.Add(isEnergy ? EnergyCost : 1);
                int[] rows = [.. columns.Select(j => _elastic.Limit(j, limit, stretch))];
                yield return new(kind, i, place.Table, names[i], place.Column, limit, isEnergy ? "MWh" : "MW", stretch, rows);
            }
        }
    }

    double HighestFloor(int g) => Parts.Max(part => part.Network.Generators.FloorPu is { } floor
        ? Math.Max(0, floor.AsSpan(g * part.Snapshots.Count, part.Snapshots.Count).ToArray().DefaultIfEmpty(0).Max())
        : part.Network.Generators.MinimumPu[g]);

    /// <summary>p − m a z ≥ 0 becomes p − m a z + d a existing ≥ 0: a share d less of what stands need run. A floor by the hour is lowered by as large a share in each.</summary>
    int LowerOutput(int g)
    {
        var least = LeastPu[g];
        var stretch = _elastic.Add(Network.Generators.LeastMw(g), least);
        foreach (var part in least > 0 ? Parts : [])
        {
            var generators = part.Network.Generators;
            foreach (var (row, t) in part.RowsOf("generator_minimum", g))
            {
                var floor = generators.Floor(g, g * part.Snapshots.Count + t);
                _elastic.Into(row, stretch, Math.Max(0, floor) / least * generators.LeastMw(g));
            }
        }

        return stretch;
    }

    /// <summary>A stretch by which a rule may be missed in each of some parts.</summary>
    int Rule(int rule, IEnumerable<ElasticPart> parts, (double Cost, double Lower) stretched)
    {
        var stretch = _elastic.Add(stretched.Cost, double.PositiveInfinity, stretched.Lower);
        foreach (var part in parts)
        {
            _elastic.Into(part.RuleRow(rule), stretch, IsLeast(Network.Rules[rule].Kind) ? part.ProbabilityPu : -part.ProbabilityPu);
        }

        return stretch;
    }

    int[] Shedding(ElasticPart part)
    {
        var (shed, hours, weight) = (part.Model.Variables.Shed, part.Snapshots.Count, part.Snapshots.WeightH);
        var stretches = new int[part.Network.Buses.Length * hours];
        for (var i = 0; i < stretches.Length; i++)
        {
            var column = part.Network.ShedPriceYuanPerMwh is null ? shed.Column(i / hours, part.Start + i % hours) : -1;
            stretches[i] = column < 0 ? -1 : _elastic.Shut(column, weight[i % hours]);
        }

        return stretches;
    }
}

/// <summary>A limit of capacity that may be stretched.</summary>
/// <param name="Kind">Kind of relaxation.</param>
/// <param name="Index">Component.</param>
/// <param name="Component">Table.</param>
/// <param name="Name">Name of the component.</param>
/// <param name="Column">Column of the table that holds the limit.</param>
/// <param name="Value">The limit, in <paramref name="Unit"/>.</param>
/// <param name="Unit">MW or MWh.</param>
/// <param name="Stretch">Stretch that raises it.</param>
/// <param name="Rows">Numbers of its rows among the limits of the elastic problem, one for each column it bounds.</param>
sealed record ElasticLimit(
    RelaxationKind Kind, int Index, string Component, string Name, string Column, double Value, string Unit, int Stretch, int[] Rows)
{
    /// <summary>What a unit more would save in a diagnosis.</summary>
    internal double Worth(ElasticSolution diagnosis) => -Rows.Sum(row => diagnosis.LimitDuals[row]);
}
