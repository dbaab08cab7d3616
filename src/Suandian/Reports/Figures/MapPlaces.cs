using System.Collections.Immutable;
using Suandian.Network;
using Suandian.Prices;

namespace Suandian.Reports.Figures;

/// <summary>Places of the map with what stands there.</summary>
static class MapPlaces
{
    const double EarthRadiusKm = 6371.0;

    internal static ImmutableArray<MapPlace> Of(StudyView view, ShownPlaces shown)
    {
        var buses = view.Plan.Network.Buses;
        return [.. Enumerable.Range(0, buses.Length).Where(b => ShownPlaces.IsShown(buses[b])).Select(b => Place(view, shown, b))];
    }

    static MapPlace Place(StudyView view, ShownPlaces shown, int bus)
    {
        var (n, run, row) = (view.Plan.Network, view.Plan.Run, view.Plan.Network.Buses[bus]);
        bool Here(int b) => shown.Of(b) == row.Name;
        int[] clusters = [.. Enumerable.Range(0, n.Clusters.Count).Where(c => Here(n.Clusters.Bus[c]))];
        var anchor = row.Role == BusRole.Far ? Nearest(view, bus) : null;
        return new MapPlace
        {
            Bus = row.Name,
            Title = CaseNames.Title(row),
            Role = row.Role,
            LatitudeDeg = row.LatitudeDeg!.Value,
            LongitudeDeg = row.LongitudeDeg!.Value,
            Capacity = Capacity(view, Here, isNew: false),
            NewCapacity = Capacity(view, Here, isNew: true),
            ItMw = clusters.Sum(c => run.ClusterItMw[c]),
            NewItMw = clusters.Sum(c => Math.Max(run.ClusterItMw[c] - n.Clusters.ExistingItMw[c], 0)),
            OtherLoadMwh = Enumerable.Range(0, n.Loads.Count).Where(d => Here(n.Loads.Bus[d])).Sum(d => Year.Sum(n, n.Loads.PowerMw, d)),
            ComputingMwh = clusters.Sum(c => Year.Sum(n, view.Plan.Power.ClusterMw, c)),
            MeanPriceYuanPerMwh = MeanPrice(view.Plan, bus),
            DistanceKm = anchor is { } near ? GreatCircleKm(row, n.Buses[near]) : null,
            RoundTripMs = anchor is { } other ? RoundTrip(n, bus, other) : null,
        };
    }

    static double? MeanPrice(RunView run, int bus)
    {
        if (run.Run.BusPriceYuanPerMwh.Length == 0)
        {
            return null;
        }

        var mean = Year.Sum(run.Network, run.Run.BusPriceYuanPerMwh, bus) / run.Weight.Sum();
        return double.IsFinite(mean) ? mean : null;
    }

    internal static ImmutableArray<TechnologyCapacity> Capacity(StudyView view, Func<int, bool> here, bool isNew)
    {
        var (n, run) = (view.Plan.Network, view.Plan.Run);
        var sum = new SortedDictionary<Technology, (double Mw, double Mwh)>();
        void Add(string carrier, double mw, double mwh)
        {
            var technology = view.Names.TechnologyOf(carrier);
            var (p, e) = sum.GetValueOrDefault(technology);
            sum[technology] = (p + Math.Max(mw, 0), e + Math.Max(mwh, 0));
        }

        double From(double existing) => isNew ? existing : 0;
        for (var i = 0; i < n.Generators.Count; i++)
        {
            if (here(n.Generators.Bus[i]) && n.Buses[n.Generators.Bus[i]].Kind == BusKind.Electricity)
            {
                Add(view.Names.Generators[n.Generators.Name[i]].Carrier, run.GeneratorCapacityMw[i] - From(n.Generators.ExistingMw[i]), 0);
            }
        }

        for (var i = 0; i < n.StorageUnits.Count; i++)
        {
            if (here(n.StorageUnits.Bus[i]))
            {
                Add(
                    view.Names.StorageUnits[n.StorageUnits.Name[i]].Carrier,
                    run.StoragePowerMw[i] - From(n.StorageUnits.ExistingMw[i]),
                    run.StorageEnergyMwh[i] - From(n.StorageUnits.ExistingMwh[i]));
            }
        }

        for (var i = 0; i < n.Links.Count; i++)
        {
            var turnsHeat = n.Buses[n.Links.Bus0[i]].Kind != BusKind.Electricity && n.Buses[n.Links.Bus1[i]].Kind == BusKind.Electricity;
            if (turnsHeat && here(n.Links.Bus1[i]))
            {
                var sent = run.LinkCapacityMw[i] - From(n.Links.ExistingMw[i]);
                Add(view.Names.Links[n.Links.Name[i]].Carrier, sent * n.Links.Efficiency[i], 0);
            }
        }

        return [.. sum.Where(c => c.Value.Mw > 1e-4 || c.Value.Mwh > 1e-4).Select(c => new TechnologyCapacity(c.Key, c.Value.Mw, c.Value.Mwh))];
    }

    /// <summary>Nearest local place with computing; without any, the nearest site.</summary>
    static int? Nearest(StudyView view, int bus)
    {
        var n = view.Plan.Network;
        var local = Enumerable.Range(0, n.Buses.Length).Where(b => ShownPlaces.IsShown(n.Buses[b]) && n.Buses[b].Role != BusRole.Far).ToArray();
        var computing = local.Where(b => n.Clusters.Bus.Contains(b)).ToArray();
        var candidates = computing.Length > 0 ? computing : local;
        return candidates.Length == 0 ? null : candidates.MinBy(b => GreatCircleKm(n.Buses[bus], n.Buses[b]));
    }

    /// <summary>Distance on a sphere of radius 6371.0 km by the haversine formula, km.</summary>
    internal static double GreatCircleKm(Bus a, Bus b)
    {
        static double Rad(double deg) => deg * Math.PI / 180;
        var (lat1, lat2) = (Rad(a.LatitudeDeg!.Value), Rad(b.LatitudeDeg!.Value));
        var dLat = lat2 - lat1;
        var dLon = Rad(b.LongitudeDeg!.Value - a.LongitudeDeg!.Value);
        var h = (Math.Sin(dLat / 2) * Math.Sin(dLat / 2)) + (Math.Cos(lat1) * Math.Cos(lat2) * Math.Sin(dLon / 2) * Math.Sin(dLon / 2));
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    /// <summary>Least round trip over fibres between two buses, ms; null without route (Bellman-Ford; a case has tens of fibres).</summary>
    static double? RoundTrip(HourlyNetwork n, int from, int to)
    {
        var delay = new double[n.Buses.Length];
        Array.Fill(delay, double.PositiveInfinity);
        delay[from] = 0;
        for (var round = 0; round < n.Buses.Length; round++)
        {
            for (var f = 0; f < n.Fibres.Count; f++)
            {
                var (a, b) = (n.Fibres.Bus0[f], n.Fibres.Bus1[f]);
                delay[b] = Math.Min(delay[b], delay[a] + n.Fibres.DelayMs[f]);
                delay[a] = Math.Min(delay[a], delay[b] + n.Fibres.DelayMs[f]);
            }
        }

        return double.IsInfinity(delay[to]) ? null : 2 * delay[to];
    }
}
