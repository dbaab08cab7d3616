using Suandian.Cases;
using Suandian.Network;

namespace Suandian.Tests.Cases;

public class NetworkBuilderTests
{
    [Fact]
    public void Capacity_costs_its_annuity_and_upkeep_and_existing_capacity_its_upkeep_alone()
    {
        var data = SmallCase.Create() with
        {
            Generators =
            [
                new Generator
                {
                    Name = "farm", Bus = "far", Carrier = "wind", CapacityMw = 50, Expandable = true,
                    CapacityMaxMw = 200, Cost = "wind", AvailabilityPu = 0.4,
                },
            ],
        };

        var farm = NetworkBuilder.Build(data).Generators;

        // 4 500 000 × 0.0782267 + 70 000
        Assert.Equal(422_020, farm.AnnualCostYuanPerMw[0], 1.0);
        Assert.Equal(70_000, farm.ExistingCostYuanPerMw[0]);
        Assert.Equal(50, farm.ExistingMw[0]);
        Assert.Equal(200, farm.MaxMw[0]);
        Assert.Equal(1, farm.Bus[0]);
        Assert.True(farm.Renewable[0]);
        Assert.Equal(Enumerable.Repeat(0.4, 168), farm.AvailabilityPu);
    }

    [Fact]
    public void The_import_price_is_that_of_a_Xinjiang_user_at_220_kV()
    {
        var data = SmallCase.Create() with { Tariffs = [SmallCase.Import()] };

        var grid = NetworkBuilder.Build(data).Trades;

        // DER-01: 240 / (1 − 0.0345) + 48.5 + 4.1 = 301.2
        Assert.Equal(301.2, grid.PriceYuanPerMwh[0], 0.05);
        Assert.Equal(240, grid.EnergyPriceYuanPerMwh[0]);
        Assert.Equal(12, grid.DemandPeriods[0]);
        Assert.Equal(30_400, grid.DemandChargeYuanPerMw[0]);
    }

    [Fact]
    public void A_demand_charge_on_the_peak_of_the_year_costs_twelve_months()
    {
        var data = SmallCase.Create() with
        {
            Tariffs = [SmallCase.Import() with { DemandPeriod = TariffDemandPeriod.Year }],
        };

        var grid = NetworkBuilder.Build(data).Trades;

        Assert.Equal(1, grid.DemandPeriods[0]);
        Assert.Equal(364_800, grid.DemandChargeYuanPerMw[0], 1e-6);
    }

    [Fact]
    public void An_export_earns_the_energy_price_alone()
    {
        var data = SmallCase.Create() with
        {
            Tariffs = [SmallCase.Import() with { Direction = TariffDirection.Export, DemandChargeYuanPerMwMonth = 0 }],
        };

        var grid = NetworkBuilder.Build(data).Trades;

        Assert.False(grid.IsImport[0]);
        Assert.Equal(240, grid.PriceYuanPerMwh[0]);
        Assert.Equal(0, grid.DemandPeriods[0]);
    }

    [Fact]
    public void A_line_per_MW_and_km_costs_its_length_and_has_reactance_per_unit_of_1_MVA()
    {
        var data = SmallCase.Create() with
        {
            Lines =
            [
                new Line
                {
                    Name = "l", Bus0 = "near", Bus1 = "far", LengthKm = 100, ReactanceOhmPerKm = 0.3, Expandable = true,
                    CapacityMaxMw = 300, Cost = "line",
                },
            ],
        };

        var line = NetworkBuilder.Build(data).Lines;

        // 5000 × 100 × (0.0664615 + 0.01): 6 % over 40 a is 0.0664615
        Assert.Equal(38_231, line.AnnualCostYuanPerMw[0], 1.0);
        Assert.Equal(5_000, line.ExistingCostYuanPerMw[0], 1e-9);
        Assert.Equal(30 / 48_400.0, line.ReactancePu[0], 1e-15);
    }

    [Fact]
    public void Storage_sized_together_carries_the_cost_of_its_energy()
    {
        var unit = new StorageUnit
        {
            Name = "b",
            Bus = "near",
            Carrier = "wind",
            DurationH = 4,
            PowerMw = 10,
            ChargeEfficiency = 0.95,
            DischargeEfficiency = 0.95,
            CostEnergy = "cells",
            Expandable = true,
            PowerMaxMw = 50,
        };
        var data = SmallCase.Create() with
        {
            StorageUnits =
            [
                unit,
                unit with { Name = "c", Sizing = StorageUnitSizing.Apart, EnergyMwh = 30, EnergyMaxMwh = 90 },
            ],
        };

        var storage = NetworkBuilder.Build(data).StorageUnits;

        // 600 000 × 0.1029628 (6 %, 15 a) = 61 778 per MWh
        Assert.Equal(4 * 61_777.7, storage.AnnualCostYuanPerMw[0], 1.0);
        Assert.Equal(40, storage.ExistingMwh[0]);
        Assert.Equal(200, storage.MaxMwh[0]);
        Assert.Equal(0, storage.AnnualCostYuanPerMw[1]);
        Assert.Equal(61_777.7, storage.AnnualCostYuanPerMwh[1], 1.0);
        Assert.Equal(90, storage.MaxMwh[1]);
    }

    [Fact]
    public void Loads_follow_their_profile_on_the_snapshots()
    {
        var data = SmallCase.Create() with
        {
            Profiles = [new ProfileFactor { Name = "day", Kind = ProfileFactorKind.Hour, Index = 0, Factor = 25 }],
            Loads = [new Load { Name = "town", Bus = "near", PowerMw = 8, Profile = "day" }],
        };

        var town = NetworkBuilder.Build(data).Loads;

        Assert.Equal(100, town.PowerMw[24], 1e-9);
        Assert.Equal(4, town.PowerMw[25], 1e-9);
    }

    [Fact]
    public void Only_active_rules_bind_the_plan()
    {
        var rule = new AnnualRule { Name = "a", Kind = AnnualRuleKind.GreenShareMin, Limit = 0.3 };
        var data = SmallCase.Create() with { AnnualRules = [rule, rule with { Name = "b", Active = false }] };

        Assert.Equal("a", Assert.Single(NetworkBuilder.Build(data).Rules).Name);
    }

    [Fact]
    public void The_price_of_CO2_is_handed_on_and_not_put_into_other_prices()
    {
        var data = SmallCase.Create() with { Tariffs = [SmallCase.Import() with { Co2TPerMwh = 0.6 }] };
        var dear = data with { Settings = data.Settings with { Co2PriceYuanPerT = 100 } };

        Assert.Equal(100, NetworkBuilder.Build(dear).Co2PriceYuanPerT);
        Assert.Equal(NetworkBuilder.Build(data).Trades.PriceYuanPerMwh, NetworkBuilder.Build(dear).Trades.PriceYuanPerMwh);
    }

    [Fact]
    public void A_missing_reference_is_a_mistake_of_the_caller()
    {
        var data = SmallCase.Create() with { Loads = [new Load { Name = "town", Bus = "nowhere", PowerMw = 8 }] };

        Assert.Throws<ArgumentException>(() => NetworkBuilder.Build(data));
    }
}
