using System.Text.Json;
using Suandian.Cases.Tables;
using Suandian.PowerFlow;

namespace Suandian.Cases.Pandapower;

/// <summary>From the tables of a pandapower network to a grid; every fault is told.</summary>
sealed partial class PandapowerReader(JsonElement net, string file, Findings findings)
{
    /// <summary>Tables whose elements are carried over.</summary>
    static readonly string[] Carried = ["bus", "line", "trafo", "ext_grid", "gen", "sgen", "load", "storage", "shunt", "switch"];

    /// <summary>Tables of elements that would change the flow and are not carried over.</summary>
    static readonly string[] Refused =
    [
        "trafo3w", "impedance", "dcline", "ward", "xward", "motor", "asymmetric_load", "asymmetric_sgen", "svc", "ssc", "tcsc", "vsc", "bus_dc", "line_dc", "b2b_vsc",
    ];

    readonly Dictionary<string, PandapowerTable> _tables = [];
    readonly Dictionary<int, int> _busOf = [];
    readonly PandapowerDraft _draft = new();
    readonly HashSet<(string Type, int Element, double Bus)> _open = [];
    double _baseMva;
    double _frequencyHz;
    int _openEnds;

    PandapowerTable this[string table] => _tables[table];

    /// <summary>The grid; null where a fault leaves none.</summary>
    internal PowerGrid? Read()
    {
        foreach (var name in Carried.Concat(Refused))
        {
            _tables[name] = Table(name);
        }

        (_baseMva, _frequencyHz) = (Scalar("sn_mva", 1), Scalar("f_hz", 50));
        Buses();
        OpenSwitches();
        var hasBuses = !findings.HasErrors;
        RefuseOthers();
        if (!hasBuses)
        {
            return null;
        }

        _openEnds = _busOf.Keys.Max() + 2; // numbers of the open ends follow those of the buses
        Lines();
        Transformers();
        Powers();
        Sources();
        return findings.HasErrors ? null : Supplied(_draft.Grid(Name(), _baseMva));
    }

    string Name()
    {
        var name = net.TryGetProperty("name", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        var letters = new string([.. name.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')]);
        return letters.Length > 0 && char.IsAsciiLetter(letters[0]) ? letters : "network";
    }

    double Scalar(string name, double missing)
    {
        if (!net.TryGetProperty(name, out var value))
        {
            return missing;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number > 0 && double.IsFinite(number))
        {
            return number;
        }

        findings.Add(ProblemCode.GridNumber, new Spot(file, null, name, null), value.ToString(), ("wanted", Texts.Phrases.Of("grid.range.Positive")));
        return missing;
    }

    PandapowerTable Table(string name)
    {
        var table = new PandapowerTable(name, file, findings);
        if (net.TryGetProperty(name, out var frame) && !IsRead(table, frame))
        {
            findings.Add(ProblemCode.GridTable, new Spot(file, null, name, null), null);
        }

        return table;
    }

    /// <summary>A frame holds its rows as text of JSON, or as JSON.</summary>
    static bool IsRead(PandapowerTable table, JsonElement frame)
    {
        if (frame.ValueKind != JsonValueKind.Object || !frame.TryGetProperty("_object", out var rows))
        {
            return false;
        }

        if (rows.ValueKind == JsonValueKind.Object)
        {
            return table.Read(rows);
        }

        if (rows.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        try
        {
            using var inner = JsonDocument.Parse(rows.GetString()!);
            return inner.RootElement.ValueKind == JsonValueKind.Object && table.Read(inner.RootElement.Clone());
        }
        catch (JsonException)
        {
            return false;
        }
    }

    void RefuseOthers()
    {
        foreach (var name in Refused)
        {
            var table = this[name];
            for (var row = 0; row < table.Count; row++)
            {
                if (table.Flag(row, "in_service", missing: true))
                {
                    findings.Add(ProblemCode.GridNotCarried, table.At(row, null), name);
                }
            }
        }
    }

    /// <summary>Buses; those joined by closed switches become one, the first of them.</summary>
    void Buses()
    {
        var (buses, switches) = (this["bus"], this["switch"]);
        if (buses.Count == 0)
        {
            findings.Add(ProblemCode.GridFieldMissing, new Spot(file, null, "bus", null), null, ("field", "bus"));
        }

        int[] root = Joined(buses, switches);
        for (var row = 0; row < buses.Count; row++)
        {
            _busOf[buses.Index(row)] = root[row] != row ? _busOf[buses.Index(root[row])] : _draft.Bus(buses.Index(row) + 1, IsIn(buses, row), buses.Positive(row, "vn_kv"),
                (buses.Number(row, "min_vm_pu", 0), buses.Number(row, "max_vm_pu", double.MaxValue) is < 10 and var most ? most : double.PositiveInfinity));
        }
    }

    /// <summary>Row of the first of the buses that closed switches join with each. Shape [rows of bus].</summary>
    int[] Joined(PandapowerTable buses, PandapowerTable switches)
    {
        var joined = Enumerable.Range(0, buses.Count).ToDictionary(buses.Index);
        var root = Enumerable.Range(0, buses.Count).ToArray();
        int Root(int row)
        {
            while (root[row] != row)
            {
                row = root[row] = root[root[row]];
            }

            return row;
        }

        for (var row = 0; row < switches.Count; row++)
        {
            if (switches.Word(row, "et") == "b" && switches.Flag(row, "closed", missing: true))
            {
                var (a, b) = (switches.Number(row, "bus"), switches.Number(row, "element"));
                if (switches.Number(row, "z_ohm", 0) != 0)
                {
                    findings.Add(ProblemCode.GridNotCarried, switches.At(row, "z_ohm"), switches.Text(row, "z_ohm"));
                }

                if (joined.TryGetValue((int)a, out var first) && joined.TryGetValue((int)b, out var second) && IsIn(buses, first) && IsIn(buses, second))
                {
                    (first, second) = (Root(first), Root(second));
                    root[Math.Max(first, second)] = Math.Min(first, second);
                }
            }
        }

        return [.. root.Select((_, row) => Root(row))];
    }

    static bool IsIn(PandapowerTable table, int row) => table.Flag(row, "in_service", missing: true);

    /// <summary>The bus that a cell names; told where there is none.</summary>
    int Bus(PandapowerTable table, int row, string column)
    {
        var number = table.Number(row, column);
        if (number == Math.Floor(number) && number is >= 0 and < int.MaxValue && _busOf.TryGetValue((int)number, out var bus))
        {
            return bus;
        }

        findings.Add(ProblemCode.GridBusUnknown, table.At(row, column), table.Text(row, column), ("table", Texts.Phrases.Of("grid.table_bus")));
        return 0;
    }

    /// <summary>Islands without slack are left out, as pandapower leaves them out; told as warnings.</summary>
    PowerGrid Supplied(PowerGrid grid)
    {
        var islands = GridIslands.Of(grid);
        var (kinds, hasSlack) = ((GridBusKind[])grid.Buses.Kind.Clone(), new bool[islands.Count]);
        for (var b = 0; b < kinds.Length; b++)
        {
            if (kinds[b] == GridBusKind.Slack)
            {
                if (hasSlack[islands.OfBus[b]])
                {
                    findings.Add(ProblemCode.GridSlackTwice, new Spot(file, null, $"bus[{grid.Buses.Number[b] - 1}]", null), null, ("first", "ext_grid"));
                }

                hasSlack[islands.OfBus[b]] = true;
            }
        }

        for (var b = 0; b < kinds.Length; b++)
        {
            if (kinds[b] != GridBusKind.Isolated && !hasSlack[islands.OfBus[b]])
            {
                kinds[b] = GridBusKind.Isolated;
                findings.Add(ProblemCode.GridUnsupplied, new Spot(file, null, $"bus[{grid.Buses.Number[b] - 1}]", null), null);
            }
        }

        if (!kinds.Contains(GridBusKind.Slack))
        {
            findings.Add(ProblemCode.GridFieldMissing, new Spot(file, null, "ext_grid", null), null, ("field", "ext_grid"));
        }

        return grid with { Buses = grid.Buses with { Kind = kinds, AngleDeg = findings.HasErrors ? grid.Buses.AngleDeg : FlatStart.AnglesDeg(grid) } };
    }
}
