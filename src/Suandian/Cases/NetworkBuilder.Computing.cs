using System.Collections.Immutable;
using Suandian.Network;
using Suandian.Texts;

namespace Suandian.Cases;

public static partial class NetworkBuilder
{
    /// <summary>A sum of delays may pass its limit by this much, ms: rounding of the sum, not distance.</summary>
    const double RoundingMs = 1e-9;

    /// <summary>Clusters: servers cost cards per MW IT × (annuity + upkeep of a card), cards per MW IT = 1000 / (card kW × overhead).</summary>
    static Clusters ClustersOf(CaseLookup lookup, Yields yields)
    {
        var rows = lookup.Data.Clusters;
        double rate = lookup.Data.Settings.DiscountRate;
        return new Clusters
        {
            Name = Map(rows, c => c.Name),
            Bus = Map(rows, c => lookup.Bus(c.Bus)),
            ExistingItMw = Map(rows, c => c.ItCapacityMw),
            MaxItMw = Map(rows, c => Largest(c.Expandable, c.ItCapacityMw, c.ItCapacityMaxMw)),
            HallCostYuanPerMw = Map(rows, c => lookup.NewCost(c.CostHall)),
            ServerCostYuanPerMw = Map(rows, c => CardsPerMw(ChipOf(c)) * CardCost(ChipOf(c), rate)),
            ExistingCostYuanPerMw = Map(rows, c =>
                lookup.Upkeep(c.CostHall) + CardsPerMw(ChipOf(c)) * ChipOf(c).FixedOmYuanPerCardYear),
            Pue = MapHours(lookup, rows, yields.PueOf, _ => 1),
            IdlePu = Map(rows, c => c.IdlePu),
            GpuHoursPerMwh = Map(rows, c => CardsPerMw(ChipOf(c)) * ChipOf(c).WorkPu),
        };

        Chip ChipOf(Cluster cluster) => lookup.Chips[cluster.Chip];
    }

    static double CardsPerMw(Chip chip) => 1000 / (chip.PowerKw * chip.ServerOverheadPu);

    static double CardCost(Chip chip, double discountRate) =>
        chip.ServerCostYuanPerCard * Annuity.Factor(discountRate, chip.LifetimeYears) + chip.FixedOmYuanPerCardYear;

    static Fibres FibresOf(CaseLookup lookup)
    {
        var rows = lookup.Data.Fibres;
        return new Fibres
        {
            Name = Map(rows, f => f.Name),
            Bus0 = Map(rows, f => lookup.Bus(f.Bus0)),
            Bus1 = Map(rows, f => lookup.Bus(f.Bus1)),
            ExistingGbitS = Map(rows, f => f.CapacityGbitS),
            MaxGbitS = Map(rows, f => Largest(f.Expandable, f.CapacityGbitS, f.CapacityMaxGbitS)),
            AnnualCostYuanPerGbitS = Map(rows, f => lookup.NewCost(f.Cost, f.LengthKm)),
            ExistingCostYuanPerGbitS = Map(rows, f => lookup.Upkeep(f.Cost, f.LengthKm)),
            UtilisationMaxPu = Map(rows, f => f.UtilisationMaxPu),
            DelayMs = Map(rows, f => f.LengthKm * f.DelayUsPerKm / 1000),
        };
    }

    static Workloads WorkloadsOf(CaseLookup lookup, Clusters clusters, Fibres fibres)
    {
        var rows = lookup.Data.Workloads;
        var (pairs, refused) = Pairs(lookup, clusters, fibres);
        return new Workloads
        {
            Name = Map(rows, w => w.Name),
            Origin = Map(rows, w => lookup.Bus(w.Origin)),
            Class = Map(rows, w => w.Class),
            ArrivalGpuH = MapHours(
                lookup,
                rows,
                w => lookup.Factors(w.ArrivalProfile, w.ArrivalSeries),
                w => w.GpuHoursPerYear / Calendar.HoursOfYear),
            DeadlineH = Map(rows, w => w.DeadlineH),
            PenaltyYuanPerGpuH = Map(rows, w => w.PenaltyYuanPerGpuHour),
            WaitingCostYuanPerGpuHourH = Map(rows, w => w.WaitingCostYuanPerGpuHourH),
            DataGbPerGpuH = Map(rows, w => w.DataGbPerGpuHour),
            Pairs = pairs,
            Refused = refused,
        };
    }

    static (ImmutableArray<ServicePair> Pairs, ImmutableArray<RefusedPair> Refused) Pairs(
        CaseLookup lookup, Clusters clusters, Fibres fibres)
    {
        var pairs = ImmutableArray.CreateBuilder<ServicePair>();
        var refused = ImmutableArray.CreateBuilder<RefusedPair>();
        for (int w = 0; w < lookup.Data.Workloads.Length; w++)
        {
            Workload work = lookup.Data.Workloads[w];
            var routes = new FibreRoutes(fibres, lookup.Data.Buses.Length, lookup.Bus(work.Origin));
            for (int c = 0; c < clusters.Count; c++)
            {
                double roundTripMs = 2 * routes.DelayMs[clusters.Bus[c]];
                if (Refusal(work, lookup.Data.Clusters[c], roundTripMs) is { } reason)
                    refused.Add(new RefusedPair(w, c, reason));
                else
                    pairs.Add(new ServicePair(w, c, routes.To(clusters.Bus[c]), roundTripMs));
            }
        }

        return (pairs.ToImmutable(), refused.ToImmutable());
    }

    /// <summary>Why a workload may not run on a cluster; null if it may.</summary>
    static Text? Refusal(Workload work, Cluster cluster, double roundTripMs)
    {
        if (!work.Clusters.IsEmpty && !work.Clusters.Contains(cluster.Name))
            return Phrases.Of("network.refused_cluster", ("clusters", string.Join("; ", work.Clusters)));
        if (!work.Chips.IsEmpty && !work.Chips.Contains(cluster.Chip))
            return Phrases.Of("network.refused_chip", ("chip", cluster.Chip), ("chips", string.Join("; ", work.Chips)));
        if (double.IsInfinity(roundTripMs))
            return Phrases.Of("network.refused_route");
        return roundTripMs > work.LatencyLimitMs + RoundingMs
            ? Phrases.Of(
                "network.refused_latency",
                ("round_trip_ms", Math.Round(roundTripMs, 2)),
                ("limit_ms", work.LatencyLimitMs))
            : null;
    }
}
