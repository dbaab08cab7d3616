using Suandian.Network;
using Suandian.Planning;

namespace Suandian.Cases.Pypsa;

public class PypsaExportTests
{
    [Theory]
    [InlineData(LineModel.Transport)]
    [InlineData(LineModel.Kirchhoff)]
    public void A_case_of_our_own_costs_the_same_after_a_way_through_PyPSA(LineModel lines)
    {
        using var scratch = new ScratchFolder();
        var data = Energy(lines);

        var told = PypsaExport.Write(data, scratch.Folder);
        var back = PypsaImport.Read(scratch.Folder);

        Assert.Empty(told);
        Assert.Empty(back.Problems);
        var ours = PlanningModel.Build(NetworkBuilder.Build(data), new() { LineModel = lines }).Solve(cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(ours.ObjectiveYuan, PypsaText.Plan(back).ObjectiveYuan, 1e-8 * ours.ObjectiveYuan);
        Assert.Contains(ours.GeneratorCapacityMw, mw => mw > 1);
        Assert.Contains(ours.StoragePowerMw, mw => mw > 1);
    }

    [Fact]
    public void What_PyPSA_has_no_words_for_is_told()
    {
        using var scratch = new ScratchFolder();
        var reading = CaseFolder.Read(Repository.File("cases/first-steps"));

        var told = PypsaExport.Write(reading.Case!, scratch.Folder);

        Assert.All(told, problem => Assert.Equal("SD1114", problem.Code));
        Assert.Contains(told, problem => problem.File == "clusters.csv");
        Assert.DoesNotContain(PypsaImport.Read(scratch.Folder).Problems, problem => problem.Severity == Severity.Error);
    }

    [Fact]
    public void An_imported_network_is_written_as_it_was_read()
    {
        using var scratch = new ScratchFolder();
        var network = PypsaText.Read(PypsaMeshed.Draft().Text()).Network!;

        PypsaExport.Write(PypsaImport.ToCase(network, "meshed"), scratch.Folder);

        Assert.Equal(network.Sheets.Keys, Directory.EnumerateFiles(scratch.Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        Assert.Equal(network.SnapshotCount, PypsaImport.Read(scratch.Folder).Network!.SnapshotCount);
    }

    /// <summary>Two towns, wind and coal, storage, a cable, two lines, a tariff and an export, in the first week of a year.</summary>
    static Case Energy(LineModel lines) => new()
    {
        Settings = new CaseSettings
        {
            Name = new Text("小网", "small grid"),
            Year = 2025,
            UtcOffsetH = 8,
            MoneyYear = 2025,
            DiscountRate = 0.05,
            Hours = HourSelection.Week,
            Weeks = [1],
            LineModel = lines,
            ShedPriceYuanPerMwh = 3000,
            Co2PriceYuanPerT = 50,
        },
        Buses = [new Bus { Name = "a", VoltageKv = 220 }, new Bus { Name = "b", VoltageKv = 220 }],
        Carriers =
        [
            new Carrier { Name = "wind", Technology = Technology.Wind, Renewable = true },
            new Carrier { Name = "coal", Technology = Technology.Coal, Co2TPerMwh = 0.8 },
            new Carrier { Name = "battery", Technology = Technology.Battery },
            new Carrier { Name = "dc", Technology = Technology.Dc },
        ],
        Costs =
        [
            new Cost { Name = "mw", Unit = CostUnit.Mw, OvernightCostYuanPerUnit = 3_000_000, LifetimeYears = 25 },
            new Cost { Name = "mwh", Unit = CostUnit.Mwh, OvernightCostYuanPerUnit = 300_000, LifetimeYears = 15 },
        ],
        Generators =
        [
            new Generator { Name = "wind", Bus = "a", Carrier = "wind", Expandable = true, CapacityMaxMw = 500, Cost = "mw", YieldModel = GeneratorYieldModel.Series, AvailabilitySeries = "breeze" },
            new Generator { Name = "coal", Bus = "b", Carrier = "coal", CapacityMw = 30, MarginalCostYuanPerMwh = 300, MinimumPu = 0.4 },
        ],
        StorageUnits =
        [
            new StorageUnit { Name = "battery", Bus = "b", Carrier = "battery", DurationH = 4, Expandable = true, PowerMaxMw = 100, Cost = "mwh", ChargeEfficiency = 0.95, DischargeEfficiency = 0.9, MarginalCostYuanPerMwh = 1 },
        ],
        Links = [new Link { Name = "cable", Bus0 = "a", Bus1 = "b", Carrier = "dc", PowerMw = 20, Expandable = true, PowerMaxMw = 60, Cost = "mw", EfficiencyPu = 0.97 }],
        Lines =
        [
            new Line { Name = "near", Bus0 = "a", Bus1 = "b", CapacityMw = 20, LengthKm = 50, ReactanceOhmPerKm = 0.3 },
            new Line { Name = "far", Bus0 = "a", Bus1 = "b", CapacityMw = 20, LengthKm = 100, ReactanceOhmPerKm = 0.3 },
        ],
        Loads = [new Load { Name = "town", Bus = "b", PowerMw = 80 }],
        Tariffs =
        [
            new Tariff { Name = "grid", Bus = "b", Direction = TariffDirection.Import, EnergyPriceYuanPerMwh = 600, PowerMaxMw = 50, DemandChargeYuanPerMwMonth = 30_000, DemandPeriod = TariffDemandPeriod.Year, Co2TPerMwh = 0.6 },
            new Tariff { Name = "market", Bus = "a", Direction = TariffDirection.Export, EnergyPriceYuanPerMwh = 60, PowerMaxMw = 10 },
        ],
        Series = System.Collections.Immutable.ImmutableDictionary<string, double[]>.Empty.Add(
            "breeze", [.. Enumerable.Range(0, 8760).Select(t => 0.5 + 0.4 * Math.Sin(t / 7.0))]),
    };
}
