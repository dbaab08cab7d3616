using Suandian.Cases.Checks;
using Suandian.Cases.Tables;
using Suandian.Scheduling.Machines;

namespace Suandian.Cases.Machines;

/// <summary>Sense of a machine: names of nodes, places and times of outages, hours without holes, who may displace whom.</summary>
static class MachineChecks
{
    const long MostCpus = 10_000_000;
    const long MostNodes = 100_000;

    static readonly (string Column, Func<MachineHour, double?> Of)[] HourColumns =
    [
        ("green_mw", h => h.GreenMw), ("price_yuan_per_kwh", h => h.PriceYuanPerKwh),
        ("carbon_g_per_kwh", h => h.CarbonGPerKwh), ("market_carbon_g_per_kwh", h => h.MarketCarbonGPerKwh),
    ];

    internal static void Run(CheckedCase c, MachineTables t)
    {
        Nodes(c, t);
        foreach (var row in t.Outages)
        {
            Outage(c, t, row);
        }

        Hours(c, t);
        Sections(c, t);
        foreach (var row in t.Users.GroupBy(r => r.Record.User).SelectMany(g => g.Skip(1)))
        {
            c.Add(ProblemCode.MachineUserTwice, row, "user");
        }
    }

    static void Nodes(CheckedCase c, MachineTables t)
    {
        var rows = t.Nodes.Where(r => r.Sound("name", "count", "cpus")).ToArray();
        if (rows.Sum(r => (long)r.Record.Count) > MostNodes || rows.Sum(r => (long)r.Record.Count * r.Record.Cpus) > MostCpus)
        {
            c.Findings.Add(ProblemCode.MachineSize, rows[0].Source.Whole, null, ("nodes", MostNodes), ("cpus", MostCpus));
            return;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows.Where(r => r.Record.Name.Length > 0))
        {
            string[] own = [.. Machine.NamesOf(row.Record).Append(row.Record.Name).Distinct()];
            if (own.Any(names.Contains) && rows.Count(r => r.Record.Name == row.Record.Name) == 1)
            {
                c.Add(ProblemCode.MachineNodeTwice, row, "name");
            }

            names.UnionWith(own);
        }

        var partitions = rows.SelectMany(r => Machine.PartitionsOf(r.Record)).Distinct(StringComparer.Ordinal).Count();
        if (partitions > Machine.MostPartitions)
        {
            c.Findings.Add(ProblemCode.MachinePartitions, rows[0].Source.Whole, FormattableString.Invariant($"{partitions}"), ("most", Machine.MostPartitions));
        }
    }

    static void Outage(CheckedCase c, MachineTables t, Row<MachineOutage> row)
    {
        var (node, partition) = (row.Record.Node ?? "", row.Record.Partition ?? "");
        var column = node.Length > 0 ? "node" : "partition";
        var isKnown = node.Length > 0 ? t.Nodes.Any(n => n.Record.Name == node || (n.Record.Count > 1 && Machine.NamesOf(n.Record).Contains(node)))
            : t.Nodes.Any(n => Machine.PartitionsOf(n.Record).Contains(partition));
        if (!isKnown || (node.Length > 0 && partition.Length > 0))
        {
            c.Add(ProblemCode.MachineOutagePlace, row, column);
        }

        if (row.Sound("from_h", "to_h") && row.Record.ToH <= row.Record.FromH)
        {
            c.Add(ProblemCode.MachineOutageTimes, row, "to_h", ("from", row.Record.FromH));
        }
    }

    static void Hours(CheckedCase c, MachineTables t)
    {
        for (var i = 1; i < t.Hours.Length; i++)
        {
            if (t.Hours[i].Sound("hour") && t.Hours[i - 1].Sound("hour") && t.Hours[i].Record.Hour != t.Hours[i - 1].Record.Hour + 1)
            {
                c.Add(ProblemCode.MachineHour, t.Hours[i], "hour", ("wanted", t.Hours[i - 1].Record.Hour + 1));
            }
        }

        foreach (var (column, of) in HourColumns.Where(column => t.Hours.Any(r => column.Of(r.Record) is not null)))
        {
            foreach (var row in t.Hours.Where(r => of(r.Record) is null && r.Sound(column)))
            {
                c.Add(ProblemCode.MachineHourGap, row, column);
            }
        }
    }

    static void Sections(CheckedCase c, MachineTables t)
    {
        foreach (var row in t.Sections.Where(r => r.Record.IsDefault).Skip(1))
        {
            c.Add(ProblemCode.MachineDefaultTwice, row, "is_default");
        }

        foreach (var row in t.Sections.Where(r => !r.Record.Preempts.IsDefaultOrEmpty))
        {
            var others = t.Sections.Where(o => row.Record.Preempts.Contains(o.Record.Name) && (!o.Record.Preemptible || o.Record.Priority >= row.Record.Priority)).ToArray();
            if (others.Length > 0)
            {
                c.Add(ProblemCode.MachinePreempts, row, "preempts", ("sections", string.Join(", ", others.Select(o => o.Record.Name))));
            }
        }
    }
}
