using Suandian.Planning;
using Suandian.Reports;
using Suandian.Reports.Figures;

namespace Suandian.Prices;

public class PriceBuildUpTests
{
    /// <summary>Sums of a dozen numbers of double precision.</summary>
    const double Rounding = 1e-12;

    [Fact]
    public void Items_of_every_kind_of_component_sum_to_the_objective_worked_out_by_hand()
    {
        var items = CostAccount.Of(ReplayCase.Network(), ReplayCase.Plan(), Tags(farBus: -1));

        Assert.Equal(1, items.Sum(i => i.YuanPerYear) / ReplayCase.Yuan, Rounding);
    }

    [Fact]
    public void Waiting_is_a_part_of_a_GPU_hour()
    {
        var prices = PriceBuildUp.From(ReplayCase.Network(), ReplayCase.Plan(), Tags(farBus: -1));

        Assert.Equal(ReplayCase.WaitingYuan, prices.ComputingYuan[PricePart.Waiting], 1e-6);
        Assert.True(PriceBuildUp.IsComputing(PricePart.Waiting));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(2)]
    public void Prices_times_volumes_give_the_objective_wherever_the_border_runs(int farBus)
    {
        var network = ReplayCase.Network();
        var plan = ReplayCase.Plan() with { BusPriceYuanPerMwh = [.. Enumerable.Range(0, 16).Select(i => 100.0 + i)] };

        var prices = PriceBuildUp.From(network, plan, Tags(farBus));

        var sum = (prices.PriceYuanPerMwh.Local * prices.OtherLoadMwh.Local) + (prices.PriceYuanPerMwh.Far * prices.OtherLoadMwh.Far)
            + (prices.GpuHourYuan * prices.DemandGpuH);
        Assert.Equal(1, sum / ReplayCase.Yuan, Rounding);
    }

    [Fact]
    public void A_far_end_pays_for_what_it_receives_at_its_own_price()
    {
        var plan = ReplayCase.Plan() with { BusPriceYuanPerMwh = [.. Enumerable.Repeat(100.0, 4), .. Enumerable.Repeat(500.0, 12)] };

        var prices = PriceBuildUp.From(ReplayCase.Network(), plan, Tags(farBus: 1));

        // the link brings 9 MW and line ab 10 MW to b, line bc takes 10 MW on to c, which is local: (9 + 10 − 10) MW × 8760 h × 500
        Assert.Equal(9.0 * 8760 * 500, prices.FarEnergyYuan[PricePart.Transfer], 1e-6);
        Assert.Equal(-prices.FarEnergyYuan[PricePart.Transfer], prices.LocalEnergyYuan[PricePart.Transfer], 1e-6);
    }

    [Fact]
    public void A_delivered_MWh_and_a_GPU_hour_cost_what_the_sheet_of_paper_says()
    {
        var prices = PriceBuildUp.From(TinyStudy.Network(), TinyStudy.Plan(), new CaseNames(TinyStudy.Case()).Tags(TinyStudy.Network()));

        Assert.Equal(800_000, prices.LocalEnergyYuan[PricePart.Wind], 1e-6);
        Assert.Equal(50_000, prices.LocalEnergyYuan[PricePart.Storage], 1e-6);
        Assert.Equal(175_200, prices.LocalEnergyYuan[PricePart.ImportEnergy], 1e-6);
        Assert.Equal(87_600, prices.LocalEnergyYuan[PricePart.ImportNetwork], 1e-6);
        Assert.Equal(73_000, prices.LocalEnergyYuan[PricePart.DemandCharge], 1e-6);
        Assert.Equal(1_185_800 / 17_520.0, prices.PriceYuanPerMwh.Local, 1e-9);
        Assert.Equal(7_200_000, prices.ComputingYuan[PricePart.Servers], 1e-6);
        Assert.Equal(1_200_000, prices.ComputingYuan[PricePart.Halls], 1e-6);
        Assert.Equal(1_200_000, prices.ComputingYuan[PricePart.ComputingUpkeep], 1e-6);
        Assert.Equal(40_000, prices.ComputingYuan[PricePart.Fibre], 1e-6);
        Assert.Equal(592_900, prices.ComputingYuan[PricePart.Power], 1e-6);
        Assert.Equal(10_232_900 / 7_008_000.0, prices.GpuHourYuan, 1e-12);
    }

    /// <summary>Buses a, b, c carry electricity, the fourth carries heat.</summary>
    static CostTags Tags(int farBus) => new()
    {
        Generators = [PricePart.Wind],
        StorageUnits = [PricePart.Storage],
        Stores = [PricePart.OtherGeneration],
        Links = [PricePart.Network, PricePart.OtherGeneration],
        FarBus = [.. Enumerable.Range(0, 4).Select(b => b == farBus)],
        ElectricBus = [true, true, true, false],
        HallUpkeepYuanPerMw = [4],
        ServerUpkeepYuanPerMw = [6],
    };
}
