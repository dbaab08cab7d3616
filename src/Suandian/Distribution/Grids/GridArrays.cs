using System.Numerics;
using Suandian.Distribution.Equipment;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Grids;

/// <summary>From the tables of a grid to its arrays.</summary>
static class GridArrays
{
    internal static PowerGrid Of(EquippedGrid equipped)
    {
        var source = equipped.Source;
        var shunts = new Complex[source.Buses.Length];
        foreach (var shunt in source.Shunts.Where(s => s.InService))
        {
            shunts[equipped.Bus(shunt.Bus)] += new Complex(shunt.LossMw, shunt.ReactiveMvar);
        }

        var branches = Branches(equipped, shunts);
        var grid = new PowerGrid
        {
            Name = Name(source.Settings.Name.En),
            Title = source.Settings.Name,
            BaseMva = source.Settings.BaseMva,
            Buses = Buses(equipped, shunts),
            Branches = branches,
            Generators = Generators(equipped),
        };
        return grid with { Buses = grid.Buses with { AngleDeg = FlatStart.AnglesDeg(grid) } }; // angles follow the vector groups
    }

    /// <summary>A name of letters, digits and _ out of a title.</summary>
    static string Name(string title) =>
        string.Join('_', new string([.. title.Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            is { Length: > 0 } name ? name : "grid";

    static GridBuses Buses(EquippedGrid equipped, Complex[] shunts)
    {
        var source = equipped.Source;
        var (load, hour, count) = (new Complex[source.Buses.Length], equipped.Today.PeakHour, source.Buses.Length);
        for (var l = 0; l < source.Loads.Length; l++)
        {
            var (mw, mvar) = equipped.Today.Load(l, hour);
            load[equipped.Bus(source.Loads[l].Bus)] += new Complex(mw, mvar);
        }

        var kinds = new GridBusKind[count];
        Array.Fill(kinds, GridBusKind.Pq);
        foreach (var generator in source.Generators.Where(g => g.InService && g.Control != GridControl.Power))
        {
            ref var kind = ref kinds[equipped.Bus(generator.Bus)];
            kind = generator.Control == GridControl.Slack || kind == GridBusKind.Slack ? GridBusKind.Slack : GridBusKind.Pv;
        }

        double[] Each(Func<GridBus, double> value) => [.. source.Buses.Select(value)];
        return new GridBuses
        {
            Number = [.. Enumerable.Range(1, count)],
            Names = [.. source.Buses.Select(b => b.Name)],
            Titles = [.. source.Buses.Select(b => new Text(b.NameZh ?? b.Name, b.NameEn ?? b.Name))],
            Kind = kinds,
            LoadMw = [.. load.Select(s => s.Real)],
            LoadMvar = [.. load.Select(s => s.Imaginary)],
            ShuntMw = [.. shunts.Select(s => s.Real)],
            ShuntMvar = [.. shunts.Select(s => s.Imaginary)],
            Area = Each(_ => 1),
            VoltagePu = Each(_ => 1),
            AngleDeg = Each(_ => 0),
            BaseKv = Each(b => b.VoltageKv),
            Zone = Each(_ => 1),
            MaxVoltagePu = Each(b => EquippedGrid.Limits(b).Max),
            MinVoltagePu = Each(b => EquippedGrid.Limits(b).Min),
        };
    }

    /// <summary>Lines, then transformers; iron losses and the charging behind an open end become shunts.</summary>
    static GridBranches Branches(EquippedGrid equipped, Complex[] shunts)
    {
        var source = equipped.Source;
        (int From, int To, bool IsIn, BranchCircuit Circuit)[] all =
        [
            .. source.Lines.Select(l => (equipped.Bus(l.Bus0), equipped.Bus(l.Bus1), l.InService && l.Switch == LineSwitch.Closed, equipped.Circuit(l))),
            .. source.Transformers.Select(t => (equipped.Bus(t.BusHigh), equipped.Bus(t.BusLow), t.InService, equipped.Circuit(t))),
        ];
        for (var k = 0; k < all.Length; k++)
        {
            var (from, to, isIn, circuit) = all[k];
            if (k < source.Lines.Length && source.Lines[k] is { InService: true, Switch: LineSwitch.OpenBus0 or LineSwitch.OpenBus1 } line)
            {
                shunts[line.Switch == LineSwitch.OpenBus0 ? to : from] += source.Settings.BaseMva * OpenEnd(circuit);
            }
            else if (isIn && circuit.EndConductancePu != 0)
            {
                shunts[from] += source.Settings.BaseMva * circuit.EndConductancePu / (circuit.Ratio * circuit.Ratio);
                shunts[to] += source.Settings.BaseMva * circuit.EndConductancePu;
            }
        }

        double[] Each(Func<BranchCircuit, double> value) => [.. all.Select(b => value(b.Circuit))];
        return new GridBranches
        {
            From = [.. all.Select(b => b.From)],
            To = [.. all.Select(b => b.To)],
            ResistancePu = Each(c => c.ResistancePu),
            ReactancePu = Each(c => c.ReactancePu),
            ChargingPu = Each(c => c.ChargingPu),
            RatingMva = Each(c => c.RatingMva),
            ShortTermRatingMva = Each(_ => 0),
            EmergencyRatingMva = Each(_ => 0),
            TapRatio = Each(c => c.Ratio),
            ShiftDeg = Each(c => c.ShiftDeg),
            InService = [.. all.Select(b => b.IsIn)],
            Circuits = [.. source.Lines.Select(l => l.Circuits), .. source.Transformers.Select(t => t.Units)],
            MinAngleDeg = Each(_ => -360),
            MaxAngleDeg = Each(_ => 360),
        };
    }

    /// <summary>What a line takes and gives that is open at its far end: admittance jb/2 + 1 / (z + 1 / (jb/2)), its real part taken, its imaginary part given, pu.</summary>
    static Complex OpenEnd(BranchCircuit circuit)
    {
        var half = new Complex(0, circuit.ChargingPu / 2);
        return circuit.ChargingPu == 0 ? 0 : half + (1 / (new Complex(circuit.ResistancePu, circuit.ReactancePu) + (1 / half)));
    }

    static GridGenerators Generators(EquippedGrid equipped)
    {
        var (rows, hour) = (equipped.Source.Generators, equipped.Today.PeakHour);
        var powers = rows.Select((_, g) => equipped.Today.Generator(g, hour)).ToArray();
        double[] Each(Func<GridGenerator, int, double> value) => [.. rows.Select(value)];
        return new GridGenerators
        {
            Bus = [.. rows.Select(g => equipped.Bus(g.Bus))],
            PowerMw = Each((_, g) => powers[g].Mw),
            PowerMvar = Each((_, g) => powers[g].Mvar),
            MaxMvar = Each((row, g) => row.MaxMvar ?? (row.Control == GridControl.Power ? powers[g].Mvar : double.PositiveInfinity)),
            MinMvar = Each((row, g) => row.MinMvar ?? (row.Control == GridControl.Power ? powers[g].Mvar : double.NegativeInfinity)),
            SetpointPu = Each((row, _) => (rows.FirstOrDefault(r => r.Bus == row.Bus && r.InService && r.Control != GridControl.Power) ?? row).SetpointPu),
            RatingMva = Each((row, g) => Math.Max(Math.Abs(row.MaxMw ?? powers[g].Mw), Math.Abs(powers[g].Mw))),
            InService = [.. rows.Select(g => g.InService)],
            MaxMw = Each((row, g) => row.MaxMw ?? (row.Control == GridControl.Slack ? double.PositiveInfinity : Math.Max(0, powers[g].Mw))),
            MinMw = Each((row, g) => row.MinMw ?? (row.Control == GridControl.Slack ? double.NegativeInfinity : Math.Min(0, powers[g].Mw))),
            Costs = [.. rows.Select(g => new GeneratorCost(GeneratorCostKind.Polynomial, 0, 0, [g.MarginalCostYuanPerMwh, 0]))],
        };
    }
}
