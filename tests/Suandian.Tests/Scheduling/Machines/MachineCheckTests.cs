using static Suandian.Scheduling.Machines.MachineTraces;

namespace Suandian.Scheduling.Machines;

/// <summary>Faults planted in schedules are found.</summary>
public class MachineCheckTests
{
    static readonly Machine Two = new()
    {
        Name = "two",
        Nodes =
        [
            new MachineNode { Name = "c", Cpus = 4, MemoryGib = 8, Partitions = "cpu", CpuW = 1000 },
            new MachineNode { Name = "g", Cpus = 4, Accelerators = 2, Chip = "910b", Partitions = "gpu", CpuW = 1000 },
        ],
        Outages = [new MachineOutage { Node = "c", FromH = 10, ToH = 11 }],
        Hours = [new MachineHour { Hour = 1, PowerLimitMw = 0.006 }],
        Sections = [new MachineSection { Name = "market", IsDefault = true, MaxCpus = 7 }, new MachineSection { Name = "national" }],
    };

    static readonly JobTrace Three = Traces.Of([(0, 100, 100, 4), (0, 100, 100, 2), (200, 50, 50, 3)]) with
    {
        AcceleratorMilli = [0, 1000, 0],
        Partition = Labels("cpu", "gpu", "cpu"),
        Section = Labels("market", "market", "national"),
    };

    static MachineSchedule Sound => Run(Two, Three, MachinePolicyKind.Fifo).Plan;

    [Fact]
    public void Each_is_named()
    {
        var sound = Sound;
        var first = sound.Placed[0];
        MachineSchedule With(params Placed[] placed) => sound with { Placed = placed };

        Assert.Equal([0, 1, 2], sound.Job);
        Has(MachineFaultKind.BeforeArrival, sound with { StartS = [0, 0, 150], EndS = [100, 100, 200] });
        Has(MachineFaultKind.WrongLength, sound with { EndS = [90, 100, 250] });
        Has(MachineFaultKind.NotDone, sound with { End = [RunEnd.Outage, RunEnd.Done, RunEnd.Done] });
        Has(MachineFaultKind.WrongParts, With(first with { Parts = 3 }, sound.Placed[1], sound.Placed[2]));
        Has(MachineFaultKind.WrongNode, With(first with { Node = sound.Placed[1].Node }, sound.Placed[1], sound.Placed[2]));
        Has(MachineFaultKind.TooMuch, With(first, sound.Placed[1] with { Accelerators = 0b100 }, sound.Placed[2]));
        Has(MachineFaultKind.TooMuch, sound with { StartS = [0, 0, 90], EndS = [100, 100, 140] });
        Has(MachineFaultKind.NodeDown, sound with { StartS = [0, 0, 36_010], EndS = [100, 100, 36_060] });
        Has(MachineFaultKind.OverPower, sound, Two with { Hours = [new MachineHour { Hour = 1, PowerLimitMw = 0.005 }] });
        Has(MachineFaultKind.OverQuota, sound, Two with { Sections = [new MachineSection { Name = "market", IsDefault = true, MaxCpus = 5 }, new MachineSection { Name = "national" }] });
    }

    [Fact]
    public void A_start_out_of_order_is_named()
    {
        var trace = Traces.Of([(0, 10, 10, 4), (1, 10, 10, 4), (2, 10, 10, 4)]);
        var plan = Run(Machine.Alike(1, 4), trace, MachinePolicyKind.Fifo).Plan;

        Assert.Contains(MachineCheck.Of(Machine.Alike(1, 4), trace, plan with { Job = [0, 2, 1] }), f => f is { Kind: MachineFaultKind.OutOfOrder, Job: 3 });
    }

    [Fact]
    public void Powers_that_are_no_whole_milliwatts_pass_where_the_limit_binds()
    {
        // 250 W over 96 processors are 2.6041667 W each and count as 2.604: 1000 of them are 2604 W, which is the limit
        var machine = new Machine { Name = "m", Nodes = [new MachineNode { Name = "n", Cpus = 2000, CpuW = 250.0 / 96 }], Hours = [new MachineHour { Hour = 1, PowerLimitMw = 0.002604 }] };

        var (jobs, plan) = Run(machine, Traces.Of([(0, 100, 100, 500), (0, 100, 100, 500)]), MachinePolicyKind.Fifo);

        Assert.Equal([0, 0], plan.StartS);
        Assert.Empty(MachineCheck.Of(machine, jobs.Trace, plan));
        Assert.Equal(0, MachineMetrics.Of(jobs, plan).ExcessKwh);
    }

    static void Has(MachineFaultKind kind, MachineSchedule schedule, Machine? machine = null) =>
        Assert.Contains(MachineCheck.Of(machine ?? Two, Three, schedule), f => f.Kind == kind);
}
