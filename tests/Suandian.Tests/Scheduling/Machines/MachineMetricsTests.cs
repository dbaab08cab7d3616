using static Suandian.Scheduling.Machines.MachineTraces;

namespace Suandian.Scheduling.Machines;

public class MachineMetricsTests
{
    [Fact]
    public void Energy_cost_and_carbon_are_as_worked_out_by_hand()
    {
        // 100 W idle; A adds 2 · 50 W for 5400 s, B 1 · 50 W + ½ · 200 W from 1800 to 5400 s. PUE 1.5 in hour 1, 1 in hour 2
        var machine = new Machine
        {
            Name = "m",
            Nodes = [new MachineNode { Name = "g", Cpus = 4, Accelerators = 1, Partitions = "p", IdleW = 100, CpuW = 50, AcceleratorW = 200 }],
            Hours =
            [
                new MachineHour { Hour = 1, Pue = 1.5, PriceYuanPerKwh = 1, CarbonGPerKwh = 500, MarketCarbonGPerKwh = 800, GreenMw = 0.0001 },
                new MachineHour { Hour = 2, PriceYuanPerKwh = 0.5, CarbonGPerKwh = 100, MarketCarbonGPerKwh = 0, GreenMw = 1 },
            ],
        };
        var trace = Traces.Of([(0, 5400, 5400, 2), (1800, 3600, 3600, 1)]) with { AcceleratorMilli = [0, 500], Partition = Labels("p", "p"), User = Labels("a", "b") };
        var (jobs, plan) = Run(machine, trace, MachinePolicyKind.Fifo);

        var metrics = MachineMetrics.Of(jobs, plan);

        // hour 1: idle 0.1, jobs 0.1 + 0.075 = 0.275 kWh, times 1.5; hour 2 (half an hour): idle 0.05, jobs 0.05 + 0.075
        Assert.Equal([0.15, 0.05], metrics.Hours.Select(h => Math.Round(h.IdleKwh, 12)));
        Assert.Equal([0.2625, 0.125], metrics.Hours.Select(h => Math.Round(h.DynamicKwh, 12)));
        Assert.Equal(0.4125 * 1 + 0.175 * 0.5, metrics.CostYuan, 1e-12);
        Assert.Equal((0.4125 * 500 + 0.175 * 100) / 1000, metrics.CarbonKg, 1e-12);
        Assert.Equal(0.4125 * 800 / 1000, metrics.MarketCarbonKg, 1e-12);
        Assert.Equal((0.1 + 0.175) / 0.5875, metrics.GreenSharePu, 1e-12); // 0.1 kWh of green in hour 1, more than enough in hour 2
        Assert.Equal(0.2625 + 0.125, metrics.Partitions[0].EnergyKwh, 1e-12);
        Assert.Equal(0.2625 * 1 + 0.125 * 0.5, metrics.All.CostYuan, 1e-12);
        Assert.Equal((2 * 5400 + 3600) / (4.0 * 5400), metrics.CpuUtilisationPu, 1e-12);
        Assert.Equal(0.5 * 3600 / 5400, metrics.AcceleratorUtilisationPu, 1e-12);
        Assert.Equal(1.0, metrics.UserFairness, 1e-12); // nobody waits
        Assert.Equal(0.000525, metrics.Hours[0].PeakMw, 1e-12); // (100 + 100 + 150) W · 1.5
    }

    [Fact]
    public void Jains_index_falls_where_one_user_waits()
    {
        // a runs at once, service 1; b waits 10 and runs 10, service ½: (1.5)² / (2 · 1.25)
        var trace = Traces.Of([(0, 10, 10, 1), (0, 10, 10, 1)]) with { User = Labels("a", "b") };
        var (jobs, plan) = Run(Machine.Alike(1, 1), trace, MachinePolicyKind.Fifo);

        Assert.Equal(2.25 / 2.5, MachineMetrics.Of(jobs, plan).UserFairness, 1e-12);
    }

    [Fact]
    public void Without_stops_waits_and_slowdowns_are_those_of_the_plain_measures()
    {
        var trace = Traces.Random(5, 60, 12);
        var (jobs, plan) = Run(Machine.Alike(3, 4), trace, MachinePolicyKind.Easy);
        var plain = ScheduleMetrics.Of(trace, BatchSimulator.Run(trace, 12, QueuePolicyKind.Easy, TestContext.Current.CancellationToken));

        var metrics = MachineMetrics.Of(jobs, plan);

        Assert.Equal((plain.MeanWaitS, plain.MedianWaitS, plain.LongestWaitS, plain.MakespanS), (metrics.All.MeanWaitS, metrics.All.MedianWaitS, metrics.All.LongestWaitS, metrics.MakespanS));
        Assert.Equal(plain.MeanBoundedSlowdown, metrics.All.MeanBoundedSlowdown, 1e-9);
        Assert.Equal(plain.UtilisationPu, metrics.CpuUtilisationPu, 1e-12);
    }
}
