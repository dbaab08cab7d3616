using Suandian.Network;

namespace Suandian.Cases;

public static partial class NetworkBuilder
{
    static Generators GeneratorsOf(CaseLookup lookup, Yields yields)
    {
        var rows = lookup.Data.Generators;
        return new Generators
        {
            Name = Map(rows, g => g.Name),
            Bus = Map(rows, g => lookup.Bus(g.Bus)),
            ExistingMw = Map(rows, g => g.CapacityMw),
            MaxMw = Map(rows, g => Largest(g.Expandable, g.CapacityMw, g.CapacityMaxMw)),
            AnnualCostYuanPerMw = Map(rows, g => lookup.NewCost(g.Cost)),
            ExistingCostYuanPerMw = Map(rows, g => lookup.Upkeep(g.Cost)),
            MarginalCostYuanPerMwh = Map(rows, g => g.MarginalCostYuanPerMwh),
            AvailabilityPu = MapHours(lookup, rows, yields.Of, _ => 1),
            MinimumPu = Map(rows, g => g.MinimumPu),
            Renewable = Map(rows, g => lookup.Carriers[g.Carrier].Renewable),
            Co2TPerMwh = Map(rows, g => lookup.Carriers[g.Carrier].Co2TPerMwh),
        };
    }

    /// <summary>Storage units. Sized together, power carries the energy it brings: cost(MW) + duration × cost(MWh).</summary>
    static StorageUnits StorageUnitsOf(CaseLookup lookup)
    {
        var rows = lookup.Data.StorageUnits;
        return new StorageUnits
        {
            Name = Map(rows, s => s.Name),
            Bus = Map(rows, s => lookup.Bus(s.Bus)),
            SizedApart = Map(rows, Apart),
            DurationH = Map(rows, s => s.DurationH ?? 0),
            ExistingMw = Map(rows, s => s.PowerMw),
            MaxMw = Map(rows, s => Largest(s.Expandable, s.PowerMw, s.PowerMaxMw)),
            ExistingMwh = Map(rows, ExistingMwh),
            MaxMwh = Map(rows, s => Apart(s)
                ? Largest(s.Expandable, s.EnergyMwh, s.EnergyMaxMwh)
                : Duration(s) * Largest(s.Expandable, s.PowerMw, s.PowerMaxMw)),
            AnnualCostYuanPerMw = Map(rows, s => PowerCost(lookup, s, lookup.NewCost)),
            AnnualCostYuanPerMwh = Map(rows, s => Apart(s) ? lookup.NewCost(s.CostEnergy) : 0),
            ExistingCostYuanPerMw = Map(rows, s => StorageUpkeep(lookup, s)),
            ChargeEfficiency = Map(rows, s => s.ChargeEfficiency),
            DischargeEfficiency = Map(rows, s => s.DischargeEfficiency),
            StandingLossPerH = Map(rows, s => s.StandingLossPerH),
            Cyclic = Map(rows, s => s.Cyclic),
            InitialLevelPu = Map(rows, s => s.InitialLevelPu),
            MarginalCostYuanPerMwh = Map(rows, s => s.MarginalCostYuanPerMwh),
            InflowMw = MapHours(lookup, rows, s => lookup.Factors(null, s.InflowSeries), s => s.InflowSeries is null ? 0 : 1),
        };
    }

    static bool Apart(StorageUnit unit) => unit.Sizing == StorageUnitSizing.Apart;

    static double Duration(StorageUnit unit) => CaseLookup.Required(unit.DurationH, unit.Name, "duration_h");

    static double ExistingMwh(StorageUnit unit) => Apart(unit) ? unit.EnergyMwh : Duration(unit) * unit.PowerMw;

    /// <summary>Cost per MW, yuan/MW/a; a row per MWh counts for the energy that comes with a MW.</summary>
    static double PowerCost(CaseLookup lookup, StorageUnit unit, Func<string?, double?, double> price) => Apart(unit)
        ? price(unit.Cost, null)
        : price(unit.Cost, null) * (lookup.UnitOf(unit.Cost) == CostUnit.Mwh ? Duration(unit) : 1)
            + Duration(unit) * price(unit.CostEnergy, null);

    /// <summary>Upkeep per existing MW, yuan/MW/a; that of energy sized apart is spread over the existing power.</summary>
    static double StorageUpkeep(CaseLookup lookup, StorageUnit unit) =>
        PowerCost(lookup, unit, lookup.Upkeep)
        + (Apart(unit) && unit.PowerMw > 0 ? lookup.Upkeep(unit.CostEnergy) * unit.EnergyMwh / unit.PowerMw : 0);

    static Stores StoresOf(CaseLookup lookup)
    {
        var rows = lookup.Data.Stores;
        return new Stores
        {
            Name = Map(rows, e => e.Name),
            Bus = Map(rows, e => lookup.Bus(e.Bus)),
            ExistingMwh = Map(rows, e => e.EnergyMwh),
            MaxMwh = Map(rows, e => Largest(e.Expandable, e.EnergyMwh, e.EnergyMaxMwh)),
            AnnualCostYuanPerMwh = Map(rows, e => lookup.NewCost(e.Cost)),
            ExistingCostYuanPerMwh = Map(rows, e => lookup.Upkeep(e.Cost)),
            StandingLossPerH = Map(rows, e => e.StandingLossPerH),
            Cyclic = Map(rows, e => e.Cyclic),
            InitialLevelPu = Map(rows, e => e.InitialLevelPu),
        };
    }

    static Links LinksOf(CaseLookup lookup)
    {
        var rows = lookup.Data.Links;
        return new Links
        {
            Name = Map(rows, l => l.Name),
            Bus0 = Map(rows, l => lookup.Bus(l.Bus0)),
            Bus1 = Map(rows, l => lookup.Bus(l.Bus1)),
            ExistingMw = Map(rows, l => l.PowerMw),
            MaxMw = Map(rows, l => Largest(l.Expandable, l.PowerMw, l.PowerMaxMw)),
            AnnualCostYuanPerMw = Map(rows, l => lookup.NewCost(l.Cost, l.LengthKm)),
            ExistingCostYuanPerMw = Map(rows, l => lookup.Upkeep(l.Cost, l.LengthKm)),
            Efficiency = Map(rows, l => l.EfficiencyPu),
            TwoWay = Map(rows, l => l.TwoWay),
            Renewable = Map(rows, l => Generates(l, lookup)),
            FloorPu = LinkFloors(rows, lookup.Snapshots.Count),
            MarginalCostYuanPerMwh = Map(rows, l => l.MarginalCostYuanPerMwh),
        };
    }

    /// <summary>True where a link makes green electricity of something else, such as the block of a solar thermal plant.</summary>
    static bool Generates(Link link, CaseLookup lookup)
    {
        bool IsElectric(string bus) => lookup.Data.Buses[lookup.Bus(bus)].Kind == BusKind.Electricity;
        return lookup.Carriers[link.Carrier].Renewable && !link.TwoWay && !IsElectric(link.Bus0) && IsElectric(link.Bus1);
    }

    /// <summary>Lines; reactance x·length/V² with the voltage of the first bus, Ω/kV² = pu on 1 MVA.</summary>
    static Lines LinesOf(CaseLookup lookup)
    {
        var rows = lookup.Data.Lines;
        return new Lines
        {
            Name = Map(rows, l => l.Name),
            Bus0 = Map(rows, l => lookup.Bus(l.Bus0)),
            Bus1 = Map(rows, l => lookup.Bus(l.Bus1)),
            ExistingMw = Map(rows, l => l.CapacityMw),
            MaxMw = Map(rows, l => Largest(l.Expandable, l.CapacityMw, l.CapacityMaxMw)),
            AnnualCostYuanPerMw = Map(rows, l => lookup.NewCost(l.Cost, l.LengthKm)),
            ExistingCostYuanPerMw = Map(rows, l => lookup.Upkeep(l.Cost, l.LengthKm)),
            ReactancePu = Map(rows, l => ReactancePu(l, lookup.Data.Buses[lookup.Bus(l.Bus0)].VoltageKv)),
        };
    }

    static double ReactancePu(Line line, double? kv) =>
        line.ReactanceOhmPerKm * line.LengthKm / (kv * kv) ?? double.NaN;

    static Loads LoadsOf(CaseLookup lookup)
    {
        var rows = lookup.Data.Loads;
        return new Loads
        {
            Name = Map(rows, d => d.Name),
            Bus = Map(rows, d => lookup.Bus(d.Bus)),
            PowerMw = MapHours(lookup, rows, d => lookup.Factors(d.Profile, d.PowerSeries), d => d.PowerMw),
        };
    }
}
