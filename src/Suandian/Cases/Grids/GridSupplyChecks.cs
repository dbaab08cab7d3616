using Suandian.Cases.Checks;
using Suandian.Distribution.Grids;

namespace Suandian.Cases.Grids;

/// <summary>Every bus hangs on one slack; what holds one voltage holds the same.</summary>
static class GridSupplyChecks
{
    internal static void Run(CheckedCase c, GridTables t)
    {
        var island = Islands(t);
        var slacks = t.Generators.Where(g => g.Record is { InService: true, Control: GridControl.Slack } && island.ContainsKey(g.Record.Bus)).ToArray();
        if (slacks.Length == 0 && t.Generators.All(g => g.Sound("control", "in_service", "bus")) && c.Raw.Tables.TryGetValue("grid_generators", out var table))
            c.Findings.Add(ProblemCode.GridSlackNone, table.Source.Whole, null);
        foreach (var group in slacks.GroupBy(g => island[g.Record.Bus]).Where(g => g.Select(s => s.Record.Bus).Distinct().Count() > 1))
        {
            foreach (var further in group.Where(g => g.Record.Bus != group.First().Record.Bus))
                c.Add(ProblemCode.GridSlackSecond, further, "control", ("first", group.First().Record.Name));
        }

        var fed = slacks.Select(g => island[g.Record.Bus]).ToHashSet();
        // a line with a fault would leave buses unfed that are not
        foreach (var row in t.Buses.Where(b => slacks.Length > 0 && !c.Findings.HasErrors && b.Record.Name.Length > 0 && !fed.Contains(island[b.Record.Name])))
            c.Add(ProblemCode.GridUnfed, row, "name");
        Setpoints(c, t);
    }

    static void Setpoints(CheckedCase c, GridTables t)
    {
        foreach (var group in t.Generators.Where(g => g.Record is { InService: true, Control: not GridControl.Power }).GroupBy(g => g.Record.Bus))
        {
            foreach (var row in group.Skip(1).Where(g => g.Record.SetpointPu != group.First().Record.SetpointPu))
                c.Add(ProblemCode.GridSetpointsDiffer, row, "setpoint_pu", ("first", group.First().Record.Name), ("value_first", group.First().Record.SetpointPu));
        }
    }

    /// <summary>Number of the island of each bus.</summary>
    static Dictionary<string, int> Islands(GridTables t)
    {
        var root = t.Buses.Select(b => b.Record.Name).Distinct().Select((name, i) => (name, i)).ToDictionary(b => b.name, b => b.i);
        foreach (var (a, b) in Joints(t).Where(j => root.ContainsKey(j.A) && root.ContainsKey(j.B)))
        {
            var (kept, merged) = (root[a], root[b]);
            foreach (string bus in root.Where(r => r.Value == merged).Select(r => r.Key).ToArray())
                root[bus] = kept;
        }

        return root;
    }

    static IEnumerable<(string A, string B)> Joints(GridTables t) =>
        t.Lines.Where(l => l.Record is { InService: true, Switch: LineSwitch.Closed }).Select(l => (l.Record.Bus0, l.Record.Bus1))
            .Concat(t.Transformers.Where(x => x.Record.InService).Select(x => (x.Record.BusHigh, x.Record.BusLow)));
}
