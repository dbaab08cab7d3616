using System.Collections.Immutable;
using Suandian.Distribution.Grids;
using Suandian.Network;
using Suandian.Planning;

namespace Suandian.Distribution.PlanCheck;

/// <summary>Hourly powers of the rows of a plan at their buses.</summary>
sealed class PlanPowers(HourlyNetwork network, PlanningSolution plan)
{
    /// <summary>Least energy of a year that is told as not placed, MWh.</summary>
    const double LeastMwh = 1;

    int T => network.Snapshots.Count;

    /// <summary>A row; null where none is named or it is no load or plant but a connection over the border, for which the slack stands.</summary>
    internal PlanRow? Find(PlanTable? table, string? name)
    {
        var at = table is null or PlanTable.Tariffs ? -1 : Array.IndexOf(Names(table.Value), name);
        return at < 0 ? null : new PlanRow(this, table!.Value, at);
    }

    /// <summary>Rows with power that are not placed, or in part.</summary>
    internal ImmutableArray<UnplacedRow> Unplaced(CountyGrid grid)
    {
        var shares = grid.Loads.Where(l => l.InService).Select(l => (l.PlanTable, l.PlanRow, l.PlanSharePu))
            .Concat(grid.Generators.Where(g => g.InService).Select(g => (g.PlanTable, g.PlanRow, g.PlanSharePu))).ToLookup(p => (p.PlanTable, p.PlanRow), p => p.PlanSharePu);
        return
        [
            .. Enum.GetValues<PlanTable>().SelectMany(table => Names(table).Select((name, i) => (table, name, i)))
                .Select(r => (r.table, r.name, r.i, Left: 1 - shares[(r.table, r.name)].Sum()))
                .Where(r => r.Left > 1e-9 && network.Buses[BusOf(r.table, r.i)].Kind == BusKind.Electricity)
                .Select(r => new UnplacedRow(TableName(r.table), r.name, network.Buses[BusOf(r.table, r.i)].Name, r.Left,
                    r.Left * Year(t => Math.Abs(IntoBus(r.table, r.i, t))), r.Left * Enumerable.Range(0, T).Max(t => Math.Abs(IntoBus(r.table, r.i, t)))))
                .Where(r => r.EnergyMwh >= LeastMwh),
            .. Enumerable.Range(0, network.Buses.Length)
                .Select(b => new UnplacedRow("shed", network.Buses[b].Name, network.Buses[b].Name, 1, Year(t => plan.ShedMw[(b * T) + t]), Enumerable.Range(0, T).Max(t => plan.ShedMw[(b * T) + t])))
                .Where(r => r.EnergyMwh >= LeastMwh),
        ];
    }

    /// <summary>Power of a row into its bus, MW.</summary>
    internal double IntoBus(PlanTable table, int i, int t)
    {
        var at = (i * T) + t;
        return table switch
        {
            PlanTable.Loads => -network.Loads.PowerMw[at],
            PlanTable.Clusters => -network.Clusters.Pue[at] * plan.ItMw[at],
            PlanTable.Generators => plan.GeneratorMw[at],
            PlanTable.StorageUnits => plan.DischargeMw[at] - plan.ChargeMw[at],
            PlanTable.Links => (network.Links.Received(i, at) * plan.LinkForwardMw[at]) - plan.LinkBackwardMw[at],
            _ => (network.Trades.IsImport[i] ? 1 : -1) * plan.TradeMw[at],
        };
    }

    string[] Names(PlanTable table) => table switch
    {
        PlanTable.Loads => network.Loads.Name,
        PlanTable.Clusters => network.Clusters.Name,
        PlanTable.Generators => network.Generators.Name,
        PlanTable.StorageUnits => network.StorageUnits.Name,
        PlanTable.Links => network.Links.Name,
        _ => network.Trades.Name,
    };

    int BusOf(PlanTable table, int i) => table switch
    {
        PlanTable.Loads => network.Loads.Bus[i],
        PlanTable.Clusters => network.Clusters.Bus[i],
        PlanTable.Generators => network.Generators.Bus[i],
        PlanTable.StorageUnits => network.StorageUnits.Bus[i],
        PlanTable.Links => network.Links.Bus1[i],
        _ => network.Trades.Bus[i],
    };

    static string TableName(PlanTable table) => table switch
    {
        PlanTable.StorageUnits => "storage_units",
        _ => table.ToString().ToLowerInvariant(),
    };

    double Year(Func<int, double> mw) => Enumerable.Range(0, T).Sum(t => network.Snapshots.EnergyHours(t) * mw(t));
}

/// <summary>A row of a plan.</summary>
sealed record PlanRow(PlanPowers Powers, PlanTable Table, int Index)
{
    /// <summary>Power into the bus, MW.</summary>
    internal double IntoBus(int t) => Powers.IntoBus(Table, Index, t);
}
