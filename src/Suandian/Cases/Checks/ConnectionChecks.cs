using Suandian.Cases.Tables;
using Suandian.Network;

namespace Suandian.Cases.Checks;

/// <summary>Every bus is used, every island with demand has supply, nothing hangs apart.</summary>
static class ConnectionChecks
{
    internal static void Run(CheckedCase c)
    {
        var t = c.Tables;
        var used = Plants(t).Concat(t.Workloads.Select(w => w.Record.Origin))
            .Concat(Branches(t, fibres: true).SelectMany(b => (string[])[b.From, b.To])).ToHashSet();
        foreach (var bus in t.Buses.Where(b => b.Record.Name.Length > 0 && !used.Contains(b.Record.Name)))
            c.Add(ProblemCode.BusUnconnected, bus, "name");
        Supply(c);
        Apart(c, used);
    }

    /// <summary>Buses that have anything that makes, takes or keeps power.</summary>
    static IEnumerable<string> Plants(CaseTables t) => Sources(t).Concat(Sinks(t))
        .Concat(t.Stores.Select(s => s.Record.Bus)).Concat(t.StorageUnits.Select(s => s.Record.Bus))
        .Concat(t.Tariffs.Select(k => k.Record.Bus));

    static IEnumerable<string> Sources(CaseTables t) => t.Generators.Select(g => g.Record.Bus)
        .Concat(t.StorageUnits.Where(s => s.Record.InflowSeries is not null).Select(s => s.Record.Bus))
        .Concat(t.Tariffs.Where(k => k.Record.Direction == TariffDirection.Import).Select(k => k.Record.Bus));

    static IEnumerable<string> Sinks(CaseTables t) =>
        t.Loads.Where(l => l.Record.PowerMw > 0).Select(l => l.Record.Bus).Concat(t.Clusters.Select(k => k.Record.Bus));

    static IEnumerable<(string From, string To)> Branches(CaseTables t, bool fibres)
    {
        var power = t.Lines.Select(l => (l.Record.Bus0, l.Record.Bus1)).Concat(t.Links.Select(l => (l.Record.Bus0, l.Record.Bus1)));
        return fibres ? power.Concat(t.Fibres.Select(f => (f.Record.Bus0, f.Record.Bus1))) : power;
    }

    static void Supply(CheckedCase c)
    {
        var sources = Sources(c.Tables).ToHashSet();
        var sinks = Sinks(c.Tables).ToHashSet();
        foreach (var island in Islands(c, fibres: false))
        {
            if (!island.Any(sources.Contains) && island.FirstOrDefault(sinks.Contains) is { } bus)
                Report(c, ProblemCode.IslandWithoutSupply, bus, island);
        }
    }

    static void Apart(CheckedCase c, HashSet<string> used)
    {
        var islands = Islands(c, fibres: true).Where(i => i.Any(used.Contains)).OrderByDescending(i => i.Count).ToArray();
        foreach (var island in islands.Skip(1))
            Report(c, ProblemCode.IslandApart, island[0], island);
    }

    static void Report(CheckedCase c, string code, string bus, List<string> island)
    {
        var row = c.Tables.Buses.First(b => b.Record.Name == bus);
        c.Add(code, row, "name", ("buses", string.Join(", ", island.Take(12))));
    }

    /// <summary>Groups of buses joined by branches, each in the order of the table.</summary>
    static List<List<string>> Islands(CheckedCase c, bool fibres)
    {
        var names = c.Tables.Buses.Select(b => b.Record.Name).Where(n => n.Length > 0).Distinct().ToArray();
        var root = names.ToDictionary(n => n, n => n);
        foreach (var (from, to) in Branches(c.Tables, fibres))
        {
            if (root.ContainsKey(from) && root.ContainsKey(to))
                root[Find(root, from)] = Find(root, to);
        }

        return [.. names.GroupBy(n => Find(root, n)).Select(g => g.ToList())];
    }

    static string Find(Dictionary<string, string> root, string name)
    {
        while (root[name] != name)
            name = root[name];
        return name;
    }
}
