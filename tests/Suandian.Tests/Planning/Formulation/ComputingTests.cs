namespace Suandian.Planning.Formulation;

public class ComputingTests
{
    [Fact]
    public void Idle_servers_draw_power_and_cooling_multiplies_all_of_it()
    {
        var network = new TinyNetwork
        {
            Hours = 1,
            Clusters = [new("hall", 0) { ExistingItMw = 2, IdlePu = 0.5, Pue = [1.2], GpuHoursPerMwh = 500 }],
            Workloads = [new("inference", 0) { ArrivalGpuH = [500], Penalty = 1e4 }],
            Pairs = [new(0, 0, [], 0)],
            Trades = [new("grid", 0, true) { MaxMw = 10, Price = [100] }],
        };

        var plan = Plans.Solve(network);

        // busy 500 / 500 = 1 MW; IT 0.5 × 2 + 0.5 × 1 = 1.5 MW; electric 1.2 × 1.5 = 1.8 MW
        Assert.Equal(1.5, plan.ItMw[0], 1e-9);
        Assert.Equal(1.8, plan.TradeMw[0], 1e-9);
        Assert.Equal(8760 * 100 * 1.8, plan.ObjectiveYuan, 1e-3);
    }

    [Fact]
    public void A_fibre_is_sized_for_the_data_of_the_work_it_carries()
    {
        var network = new TinyNetwork
        {
            Hours = 1,
            Buses = ["town", "desert"],
            Generators = [new("sun", 1) { ExistingMw = 100 }],
            Clusters = [new("hall", 1) { ExistingItMw = 10 }],
            Workloads = [new("rendering", 0) { ArrivalGpuH = [3600], DataGbPerGpuH = 1, Penalty = 1e4 }],
            Pairs = [new(0, 0, [0], 3)],
            Fibres = [new("fibre", 0, 1) { MaxGbitS = 100, AnnualCost = 10, UtilisationMaxPu = 0.5 }],
        };

        var plan = Plans.Solve(network);

        // 3600 GB/h × 8 bit/byte / 3600 s/h = 8 Gbit/s, which are half of 16: 16 × 10 yuan
        Assert.Equal(16, plan.FibreGbitS[0], 1e-6);
        Assert.Equal(160, plan.ObjectiveYuan, 1e-6);
    }

    [Fact]
    public void A_full_fibre_leaves_work_undone_and_its_shadow_price_is_the_penalty_saved()
    {
        var network = new TinyNetwork
        {
            Hours = 1,
            Buses = ["town", "desert"],
            Generators = [new("sun", 1) { ExistingMw = 100 }],
            Clusters = [new("hall", 1) { ExistingItMw = 10 }],
            Workloads = [new("rendering", 0) { ArrivalGpuH = [3600], DataGbPerGpuH = 1, Penalty = 2 }],
            Pairs = [new(0, 0, [0], 3)],
            Fibres = [new("fibre", 0, 1) { ExistingGbitS = 4 }],
        };

        var plan = Plans.Solve(network);

        // 4 Gbit/s carry 4 × 3600 / 8 = 1800 GPU-h/h; a Gbit/s more carries 450, worth 450 × 2 yuan in each of 8760 h
        Assert.Equal(1800, plan.UndoneGpuH[0], 1e-6);
        Assert.Equal(450 * 2 * 8760, plan.LimitShadows.Single(s => s.Name == "fibre").YuanPerUnit, 1e-3);
    }
}
