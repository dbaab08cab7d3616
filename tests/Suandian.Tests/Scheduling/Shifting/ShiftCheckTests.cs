using System.Collections.Immutable;
using Suandian.Scheduling.Shifting.Clusters;
using static Suandian.Scheduling.Shifting.ShiftTraces;

namespace Suandian.Scheduling.Shifting;

public class ShiftCheckTests
{
    static readonly ShiftOptions Options = new() { CapacityCpus = 3, ShortWaitH = 1, LongWaitH = 2 };

    static readonly ShiftTrace Two = Of((10, 100, 2), (20, 200, 1));

    [Fact]
    public void A_sound_schedule_has_no_fault() => Assert.Empty(Faults(Options, (0, 10, 60), (0, 100, 150), (1, 20, 220)));

    [Fact]
    public void Every_kind_of_fault_is_found_at_its_job_or_hour()
    {
        Assert.Equal([new(ShiftFaultKind.WrongLength, 0)], Faults(Options, (0, 10, 60), (1, 20, 220)));
        Assert.Equal([new(ShiftFaultKind.BeforeArrival, 1)], Faults(Options, (0, 10, 110), (1, 19, 219)));
        Assert.Equal([new(ShiftFaultKind.TwiceAtOnce, 0)], Faults(Options with { CapacityCpus = 9 }, (0, 10, 60), (0, 59, 109), (1, 20, 220)));
        Assert.Equal([new(ShiftFaultKind.Suspended, 0)], Faults(Options with { Suspension = Suspension.Never }, (0, 10, 60), (0, 61, 111), (1, 20, 220)));
        Assert.Equal([new(ShiftFaultKind.AfterDeadline, 0)], Faults(Options, (0, 731, 831), (1, 20, 220))); // 10 + 100 + 720 = 830
        Assert.Equal([new(ShiftFaultKind.OverLimit, 0)], Faults(Options with { CapacityCpus = 2 }, (0, 10, 110), (1, 109, 309)));
        Assert.Empty(Faults(Options with { CapacityCpus = 2 }, (0, 10, 110), (1, 110, 310))); // ends and starts at one slot do not meet
    }

    [Fact]
    public void The_power_limit_of_an_hour_counts()
    {
        // 2 cpus of 1 kW in hour 1, where 1.9 kW are allowed
        var series = Carbon(1, 1, 1) with { PowerLimitMw = [0.002, 0.0019, 0.002] };

        Assert.Equal([new(ShiftFaultKind.OverLimit, 1)], ShiftCheck.Of(Of((700, 100, 2)), series, new ShiftOptions(), Schedule([(0, 700, 800)])));
    }

    [Fact]
    public void What_resumptions_add_has_to_be_run()
    {
        // one pause of 7 s, 2 slots: 102 slots of running
        var options = Options with { CheckpointTimeS = 7 };

        Assert.Empty(Faults(options, (0, 10, 60), (0, 100, 152), (1, 20, 220)));
        Assert.Equal([new(ShiftFaultKind.WrongLength, 0)], Faults(options, (0, 10, 60), (0, 100, 150), (1, 20, 220)));
    }

    [Fact]
    public void Every_fault_of_place_is_found()
    {
        // 0 at a; b is too far for it, lacks a qualification, is not named, and its data come after 1 h
        var trace = Two with { Demands = [new JobDemand(1, 5, ["x"], "", ["a"]), JobDemand.None] };
        ImmutableArray<ShiftCluster> clusters =
        [
            new() { Name = "a", Series = Carbon(1, 1, 1), CapacityCpus = 3, Qualifications = ["X"] },
            new() { Name = "b", Series = Carbon(1, 1, 1), CapacityCpus = 1, LatencyMs = 6, DataGbPerH = 1 },
        ];
        ImmutableArray<ShiftFault> At(int first, int second) => ShiftCheck.Of(trace, clusters, Options, Schedule([(0, 10, 110), (1, 20, 220)]) with { Cluster = [first, second] });

        Assert.Empty(At(0, 1));
        Assert.Equal([ShiftFaultKind.OverLimit, ShiftFaultKind.NotNamed, ShiftFaultKind.NotQualified, ShiftFaultKind.TooFar, ShiftFaultKind.BeforeData], At(1, 0).Select(f => f.Kind));
        Assert.Equal([new(ShiftFaultKind.Nowhere, 1, -1)], At(0, -1));
        Assert.Equal([new(ShiftFaultKind.OverLimit, 0, 1)], ShiftCheck.Of(trace with { Demands = [] }, clusters, Options, Schedule([(0, 10, 110), (1, 20, 220)]) with { Cluster = [1, 0] }));
    }

    static ImmutableArray<ShiftFault> Faults(ShiftOptions options, params (int, int, int)[] times) => ShiftCheck.Of(Two, Carbon(1, 1, 1), options, Schedule(times));

    static ShiftSchedule Schedule((int Job, int Start, int End)[] times) => new(ShiftPolicyKind.RunNow, [.. times.Select(t => new ShiftSegment(t.Job, t.Start, t.End))]);
}
