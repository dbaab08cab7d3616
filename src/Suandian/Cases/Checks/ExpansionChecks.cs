using System.Collections.Immutable;
using Suandian.Cases.Tables;
using Suandian.Network;

namespace Suandian.Cases.Checks;

/// <summary>What may be built has a limit, a cost in the right unit, and stands at most at its limit already.</summary>
static class ExpansionChecks
{
    internal static void Run(CheckedCase c)
    {
        var t = c.Tables;
        Each(c, t.Generators, g => [Mw(("capacity_mw", g.CapacityMw), ("capacity_max_mw", g.CapacityMaxMw), g.Expandable, g.Cost)]);
        Each(c, t.StorageUnits, Storage);
        Each(c, t.Stores, s =>
        [
            new(s.EnergyMwh, "energy_mwh", s.EnergyMaxMwh, "energy_max_mwh", "MWh")
            {
                Expandable = s.Expandable, Cost = s.Cost, CostUnits = [CostUnit.Mwh],
            },
        ]);
        Each(c, t.Links, l => [Route(("power_mw", l.PowerMw), ("power_max_mw", l.PowerMaxMw), l.Expandable, l.Cost)]);
        Each(c, t.Lines, l => [Route(("capacity_mw", l.CapacityMw), ("capacity_max_mw", l.CapacityMaxMw), l.Expandable, l.Cost)]);
        Each(c, t.Clusters, k =>
        [
            Mw(("it_capacity_mw", k.ItCapacityMw), ("it_capacity_max_mw", k.ItCapacityMaxMw), k.Expandable, k.CostHall)
                with { CostColumn = "cost_hall" },
        ]);
        Each(c, t.Fibres, f =>
        [
            new(f.CapacityGbitS, "capacity_gbit_s", f.CapacityMaxGbitS, "capacity_max_gbit_s", "Gbit/s")
            {
                Expandable = f.Expandable, Cost = f.Cost, CostUnits = [CostUnit.GbitS],
            },
        ]);
    }

    static ImmutableArray<Growth> Storage(StorageUnit s)
    {
        var power = Mw(("power_mw", s.PowerMw), ("power_max_mw", s.PowerMaxMw), s.Expandable, s.Cost);
        if (s.Sizing == StorageUnitSizing.Together)
            return [power with { CostUnits = [CostUnit.Mw, CostUnit.Mwh] }];
        return
        [
            power,
            new(s.EnergyMwh, "energy_mwh", s.EnergyMaxMwh, "energy_max_mwh", "MWh")
            {
                Expandable = s.Expandable, Cost = s.CostEnergy, CostColumn = "cost_energy", CostUnits = [CostUnit.Mwh],
            },
        ];
    }

    static Growth Mw((string Column, double Value) existing, (string Column, double? Value) max, bool expandable, string? cost) =>
        new(existing.Value, existing.Column, max.Value, max.Column, "MW")
        {
            Expandable = expandable,
            Cost = cost,
            CostUnits = [CostUnit.Mw],
        };

    static Growth Route((string Column, double Value) existing, (string Column, double? Value) max, bool expandable, string? cost) =>
        Mw(existing, max, expandable, cost) with { CostUnits = [CostUnit.Mw, CostUnit.MwKm] };

    static void Each<T>(CheckedCase c, ImmutableArray<Row<T>> rows, Func<T, ImmutableArray<Growth>> growths)
    {
        foreach (var row in rows)
        {
            foreach (var growth in growths(row.Record))
                Check(c, row, growth);
        }
    }

    static void Check<T>(CheckedCase c, Row<T> row, Growth growth)
    {
        if (growth.Existing > growth.Max)
        {
            c.Add(ProblemCode.ExistingAboveMax, row, growth.MaxColumn,
                ("existing", growth.Existing), ("unit", growth.Unit), ("hint", WanGuess(growth)));
        }

        if (growth.Expandable && row.Sound("expandable"))
        {
            if (growth.Max is null && row.Sound(growth.MaxColumn))
                c.Add(ProblemCode.MaxMissing, row, growth.MaxColumn);
            if (growth.Cost is null && row.Sound(growth.CostColumn))
                c.Add(ProblemCode.CostMissing, row, growth.CostColumn);
        }

        CostUnitFits(c, row, growth);
    }

    static void CostUnitFits<T>(CheckedCase c, Row<T> row, Growth growth)
    {
        var cost = c.Tables.Costs.FirstOrDefault(k => k.Record.Name == growth.Cost && growth.Cost is not null);
        if (cost is null || !cost.Sound("unit") || growth.CostUnits.Contains(cost.Record.Unit))
            return;
        c.Add(ProblemCode.CostUnit, row, growth.CostColumn,
            ("wanted", string.Join(" / ", growth.CostUnits.Select(Word))), ("unit", Word(cost.Record.Unit)));
    }

    static string Word(CostUnit unit) => SnakeCase.FromPascal(unit.ToString());

    /// <summary>A limit in 万千瓦 is ten times too small when it is read as MW.</summary>
    static Text WanGuess(Growth growth) => growth is { Unit: "MW", Max: { } limit } && limit * 10 >= growth.Existing
        ? Texts.Phrases.Of("check.maybe_wan", ("meant", Cell.Plain(limit * 10)))
        : new Text("", "");
}
