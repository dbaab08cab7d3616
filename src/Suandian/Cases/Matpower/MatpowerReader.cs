using Suandian.Cases.Tables;
using Suandian.PowerFlow;

namespace Suandian.Cases.Matpower;

/// <summary>From the fields of a case file to a grid; every fault is told.</summary>
sealed class MatpowerReader(MatpowerScript script, string file, Findings findings)
{
    /// <summary>Fields that describe and change nothing.</summary>
    static readonly string[] Describing = ["areas", "bus_name", "gentype", "genfuel"];

    static readonly string[] Used = ["version", "baseMVA", "bus", "gen", "branch", "gencost"];

    /// <summary>Numbers of buses whose rows could not be read: naming them is no fault.</summary>
    readonly HashSet<double> _lost = [];

    /// <summary>The grid; null where a fault leaves none.</summary>
    internal PowerGrid? Read()
    {
        var baseMva = Base();
        CheckVersion();
        var buses = MatpowerTable.Read(script, MatpowerColumns.Bus, file, findings);
        var generators = MatpowerTable.Read(script, MatpowerColumns.Generator, file, findings);
        var branches = MatpowerTable.Read(script, MatpowerColumns.Branch, file, findings);
        var costs = new MatpowerCosts(script, file, findings).Read(generators?.Count);
        if (buses is null || generators is null || branches is null)
        {
            return null;
        }

        if (buses.Count == 0)
        {
            findings.Add(ProblemCode.GridFieldMissing, new Spot(file, null, "bus", null), null, ("field", "mpc.bus"));
        }

        _lost.UnionWith(buses.Lost);
        var index = Index(buses);
        var grid = new PowerGrid
        {
            Name = script.Name ?? "case1",
            BaseMva = baseMva,
            Buses = Buses(buses),
            Branches = Branches(branches, Ends(branches, 0, index), Ends(branches, 1, index)),
            Generators = Generators(generators, Ends(generators, 0, index), costs),
            FurtherFields = [.. script.Fields.Except(Used).Select(Kept)],
        };
        new MatpowerChecks(findings).Run(grid, buses, branches, generators);
        return findings.HasErrors ? null : grid;
    }

    double Base()
    {
        var value = script.Field("baseMVA");
        if (value is { IsNumber: true } && MatpowerColumns.Allows(MatpowerRange.Positive, value[0, 0]))
        {
            return value[0, 0];
        }

        if (value is not null)
        {
            var number = value.IsNumber ? MatpowerTable.Plain(value[0, 0]) : value.Text;
            findings.Add(ProblemCode.GridNumber, new Spot(file, value.Rows > 0 ? value.Line(0) : null, "baseMVA", null), number,
                ("wanted", Texts.Phrases.Of("grid.range.Positive")));
        }
        else if (!script.Fields.Contains("baseMVA"))
        {
            findings.Add(ProblemCode.GridFieldMissing, new Spot(file, null, "baseMVA", null), null, ("field", "mpc.baseMVA"));
        }

        return 1;
    }

    void CheckVersion()
    {
        var value = script.Field("version");
        if (value is null || (value.Text != "2" && !(value.IsNumber && value[0, 0] == 2)))
        {
            findings.Add(ProblemCode.GridVersion, new Spot(file, null, "version", null), value is null ? null : script.Text("version"));
        }
    }

    GridField Kept(string name)
    {
        if (!Describing.Contains(name))
        {
            findings.Add(ProblemCode.GridFieldKept, new Spot(file, null, name, null), null);
        }

        return new GridField(name, script.Text(name));
    }

    Dictionary<int, int> Index(MatpowerTable buses)
    {
        var index = new Dictionary<int, int>();
        for (var row = 0; row < buses.Count; row++)
        {
            var number = buses[0][row];
            if (MatpowerColumns.Allows(MatpowerRange.Label, number) && !index.TryAdd((int)number, row))
            {
                findings.Add(ProblemCode.GridBusTwice, buses.At(row, 0), MatpowerTable.Plain(number), ("first", buses.Lines[index[(int)number]]));
            }
        }

        return index;
    }

    /// <summary>Indices of the buses that a column names; −1 where there is none, which is told.</summary>
    int[] Ends(MatpowerTable table, int column, Dictionary<int, int> index)
    {
        var ends = new int[table.Count];
        for (var row = 0; row < ends.Length; row++)
        {
            var number = table[column][row];
            ends[row] = -1;
            if (MatpowerColumns.Allows(MatpowerRange.Label, number) && !index.TryGetValue((int)number, out ends[row]))
            {
                ends[row] = -1;
                if (_lost.Contains(number))
                {
                    continue;
                }

                findings.Add(ProblemCode.GridBusUnknown, table.At(row, column), MatpowerTable.Plain(number), ("table", "mpc.bus"));
            }
        }

        return ends;
    }

    static GridBuses Buses(MatpowerTable t) => new()
    {
        Number = [.. t[0].Select(number => (int)number)], Kind = [.. t[1].Select(kind => (GridBusKind)(int)kind)],
        LoadMw = t[2], LoadMvar = t[3], ShuntMw = t[4], ShuntMvar = t[5], Area = t[6], VoltagePu = t[7], AngleDeg = t[8],
        BaseKv = t[9], Zone = t[10], MaxVoltagePu = t[11], MinVoltagePu = t[12], FurtherColumns = t.Further,
    };

    static GridGenerators Generators(MatpowerTable t, int[] buses, (GeneratorCost[] Active, GeneratorCost[] Reactive) costs) => new()
    {
        Bus = buses, PowerMw = t[1], PowerMvar = t[2], MaxMvar = t[3], MinMvar = t[4], SetpointPu = t[5], RatingMva = t[6],
        InService = t.Flags(7), MaxMw = t[8], MinMw = t[9], FurtherColumns = t.Further, Costs = costs.Active, ReactiveCosts = costs.Reactive,
    };

    static GridBranches Branches(MatpowerTable t, int[] from, int[] to) => new()
    {
        From = from, To = to, ResistancePu = t[2], ReactancePu = t[3], ChargingPu = t[4], RatingMva = t[5], ShortTermRatingMva = t[6],
        EmergencyRatingMva = t[7], TapRatio = t[8], ShiftDeg = t[9], InService = t.Flags(10), MinAngleDeg = t[11], MaxAngleDeg = t[12],
        FurtherColumns = t.Further,
    };
}
