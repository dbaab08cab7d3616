using Suandian.Cases.Tables;
using Suandian.Network;

namespace Suandian.Cases.Checks;

/// <summary>Every class of work has a cluster that may serve it: allowed, with capacity, reached by fibre, near enough, in time.</summary>
static class ComputingChecks
{
    const int HoursOfWeek = 168;

    internal static void Run(CheckedCase c)
    {
        var fibres = Fibres(c.Tables);
        foreach (var row in c.Tables.Workloads)
        {
            Deadline(c, row);
            if (row.Sound("clusters", "chips", "origin", "latency_limit_ms"))
                Served(c, row, fibres);
        }
    }

    static void Deadline(CheckedCase c, Row<Workload> row)
    {
        if (c.Settings is { Hours: not HourSelection.Year } && row.Sound("deadline_h") && row.Record.DeadlineH > HoursOfWeek)
            c.Add(ProblemCode.DeadlineBeyondBlock, row, "deadline_h", ("hours", HoursOfWeek));
    }

    static void Served(CheckedCase c, Row<Workload> row, Fibres fibres)
    {
        var work = row.Record;
        var allowed = c.Tables.Clusters.Select(k => k.Record).Where(k => IsAllowed(work, k)).ToArray();
        if (allowed.Length == 0)
        {
            c.Add(ProblemCode.NoCluster, row, work.Chips.IsEmpty ? "clusters" : "chips");
            return;
        }

        var able = allowed.Where(k => k.Expandable ? k.ItCapacityMaxMw is not <= 0 : k.ItCapacityMw is not 0).ToArray();
        if (able.Length == 0)
            c.Add(ProblemCode.NoCapacity, row, "clusters", ("clusters", Names(allowed)));
        else
            Reached(c, row, able, fibres);
    }

    static void Reached(CheckedCase c, Row<Workload> row, Cluster[] able, Fibres fibres)
    {
        int origin = IndexOf(c.Tables, row.Record.Origin);
        if (origin < 0 || able.Any(k => IndexOf(c.Tables, k.Bus) < 0))
            return;
        var routes = new FibreRoutes(fibres, c.Tables.Buses.Length, origin);
        var nearest = able.MinBy(k => routes.DelayMs[IndexOf(c.Tables, k.Bus)])!;
        double roundTripMs = 2 * routes.DelayMs[IndexOf(c.Tables, nearest.Bus)];
        if (double.IsInfinity(roundTripMs))
        {
            c.Add(ProblemCode.NoRoute, row, "origin", ("origin", row.Record.Origin), ("clusters", Names(able)));
        }
        else if (roundTripMs > row.Record.LatencyLimitMs + 1e-9)
        {
            c.Add(ProblemCode.TooFar, row, "latency_limit_ms", ("limit", row.Record.LatencyLimitMs),
                ("cluster", nearest.Name), ("latency", Cell.Plain(Math.Round(roundTripMs, 3))));
        }
    }

    static bool IsAllowed(Workload work, Cluster cluster) =>
        (work.Clusters.IsEmpty || work.Clusters.Contains(cluster.Name))
        && (work.Chips.IsEmpty || work.Chips.Contains(cluster.Chip));

    static string Names(Cluster[] clusters) => string.Join(", ", clusters.Select(k => k.Name));

    static int IndexOf(CaseTables t, string bus)
    {
        for (int i = 0; i < t.Buses.Length; i++)
        {
            if (t.Buses[i].Record.Name == bus)
                return i;
        }

        return -1;
    }

    /// <summary>Fibres between known buses, as far as routes need them.</summary>
    static Fibres Fibres(CaseTables t)
    {
        var rows = t.Fibres.Select(f => f.Record)
            .Where(f => IndexOf(t, f.Bus0) >= 0 && IndexOf(t, f.Bus1) >= 0 && double.IsFinite(f.LengthKm * f.DelayUsPerKm)).ToArray();
        double[] none = new double[rows.Length];
        return new Fibres
        {
            Name = [.. rows.Select(f => f.Name)],
            Bus0 = [.. rows.Select(f => IndexOf(t, f.Bus0))],
            Bus1 = [.. rows.Select(f => IndexOf(t, f.Bus1))],
            ExistingGbitS = none,
            MaxGbitS = [.. rows.Select(f => f.Expandable ? f.CapacityMaxGbitS ?? 1 : double.IsNaN(f.CapacityGbitS) ? 1 : f.CapacityGbitS)],
            AnnualCostYuanPerGbitS = none,
            ExistingCostYuanPerGbitS = none,
            UtilisationMaxPu = none,
            DelayMs = [.. rows.Select(f => f.LengthKm * f.DelayUsPerKm / 1000)],
        };
    }
}
