using static Suandian.Scheduling.Machines.MachineTraces;

namespace Suandian.Scheduling.Machines;

public class MachineSimulatorTests
{
    [Theory]
    [InlineData(QueuePolicyKind.Fifo, MachinePolicyKind.Fifo)]
    [InlineData(QueuePolicyKind.ShortestFirst, MachinePolicyKind.ShortestFirst)]
    [InlineData(QueuePolicyKind.Easy, MachinePolicyKind.Easy)]
    [InlineData(QueuePolicyKind.Conservative, MachinePolicyKind.Conservative)]
    public void On_alike_processors_the_schedule_is_that_of_the_plain_simulator(QueuePolicyKind plain, MachinePolicyKind policy)
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var (nodes, cpus) = (1 + seed % 7, 2 + seed % 5);
            var trace = Traces.Random(seed, 40, nodes * cpus);

            var (_, plan) = Run(Machine.Alike(nodes, cpus), trace, policy);

            Assert.Equal(BatchSimulator.Run(trace, nodes * cpus, plain, TestContext.Current.CancellationToken).StartS, Starts(plan, trace.Count));

            var (_, shallow) = Run(Machine.Alike(nodes, cpus), trace, policy, new QueueOptions { Depth = 3 });
            Assert.Equal(BatchSimulator.Run(trace, nodes * cpus, plain, 3, TestContext.Current.CancellationToken).StartS, Starts(shallow, trace.Count));
        }
    }

    [Fact]
    public void A_job_that_asks_for_memory_is_reserved_time_where_memory_is_not_counted()
    {
        // 6 nodes of 1 processor: the first holds 3 for 100 s, the second needs 6 and waits for it, the third needs 1 for 10 s and may pass
        var trace = Traces.Of([(0, 100, 100, 3), (1, 10, 10, 6), (2, 10, 10, 1)]) with { MemoryMiB = [0, 0, 1024] };

        var (_, plan) = Run(Machine.Alike(6, 1), trace, MachinePolicyKind.Conservative);

        Assert.Equal([0, 100, 2], Starts(plan, trace.Count));
    }

    [Fact]
    public void Every_policy_keeps_every_rule_on_machines_with_everything()
    {
        for (var seed = 0; seed < 120; seed++)
        {
            foreach (var policy in Enum.GetValues<MachinePolicyKind>())
            {
                var (machine, trace) = (Rich(seed), Mixed(seed, 60));
                var faults = MachineJobs.From(machine, trace).Faults;
                trace = TraceSelection.Without(trace, faults.Select(f => f.Job).ToHashSet());

                var (jobs, plan) = Run(machine, trace, policy);
                var metrics = MachineMetrics.Of(jobs, plan);

                Assert.Equal(metrics.EnergyKwh, metrics.IdleKwh + metrics.All.EnergyKwh, 1e-6 * metrics.EnergyKwh); // two ways to add the same power
                Assert.InRange(metrics.CpuUtilisationPu, 0, 1);
            }
        }
    }

    [Fact]
    public void Starts_do_not_depend_on_how_the_table_parts_alike_nodes_into_rows()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var (machine, trace) = (Rich(seed) with { Outages = [new MachineOutage { Partition = "gpu", FromH = 5, ToH = 7, Announced = seed % 2 == 0 }] }, Mixed(seed, 60));
            var parted = machine with { Nodes = [.. machine.Nodes.SelectMany(row => (MachineNode[])[row with { Name = row.Name + "x", Count = 1 }, row with { Name = row.Name + "y", Count = row.Count - 1 }])] };
            trace = TraceSelection.Without(trace, MachineJobs.From(machine, trace).Faults.Select(f => f.Job).ToHashSet());
            foreach (var policy in Enum.GetValues<MachinePolicyKind>())
            {
                var (_, whole) = Run(machine, trace, policy);
                var (_, other) = Run(parted, trace, policy);

                Assert.Equal(Runs(whole), Runs(other));
            }
        }
    }

    [Theory]
    [InlineData(MachinePolicyKind.Fifo, 7200, 12600)]
    [InlineData(MachinePolicyKind.ShortestFirst, 7200, 0)]
    [InlineData(MachinePolicyKind.Easy, 7200, 0)]
    [InlineData(MachinePolicyKind.Conservative, 7200, 0)]
    [InlineData(MachinePolicyKind.FairShare, 7200, 0)]
    public void Nodes_are_drained_for_an_outage_that_is_announced(MachinePolicyKind policy, long first, long second)
    {
        // one node of 2, down from 1 h to 2 h: who holds it all for 1.5 h waits until it is back, who ends just as it goes down may pass
        var machine = Machine.Alike(1, 2) with { Outages = [new MachineOutage { Node = "node", FromH = 1, ToH = 2, Announced = true }] };

        var (_, plan) = Run(machine, Traces.Of([(0, 5400, 5400, 2), (0, 3600, 3600, 2)]), policy);

        Assert.Equal([first, second], Starts(plan, 2));
        Assert.DoesNotContain(RunEnd.Outage, plan.End);
    }

    [Fact]
    public void No_announced_outage_stops_a_job_and_other_nodes_go_on()
    {
        var stopped = 0;
        for (var seed = 0; seed < 60; seed++)
        {
            var (machine, trace) = (Rich(seed), Mixed(seed, 60));
            var known = machine with { Outages = [.. machine.Outages.Select(o => o with { Announced = true })] };
            trace = TraceSelection.Without(trace, MachineJobs.From(machine, trace).Faults.Select(f => f.Job).ToHashSet());
            foreach (var policy in Enum.GetValues<MachinePolicyKind>())
            {
                stopped += Run(machine, trace, policy).Plan.End.Count(end => end == RunEnd.Outage);
                Assert.DoesNotContain(RunEnd.Outage, Run(known, trace, policy).Plan.End);
            }
        }

        Assert.True(stopped > 50, $"{stopped} runs stopped where nobody knew");
    }

    [Fact]
    public void Parts_of_a_gang_sit_on_nodes_of_their_own()
    {
        // two nodes of 4. A holds 3 of the first until 10: B, 2 on each of two nodes, waits for it though 5 are free; C, which may spread, does not
        var trace = Traces.Of([(0, 10, 10, 3), (0, 5, 5, 4), (0, 5, 5, 4)]) with { Nodes = [1, 2, 0] };

        Assert.Equal([0, 10, 0], Starts(Run(Machine.Alike(2, 4), trace, MachinePolicyKind.Easy).Plan, 3));
    }

    [Fact]
    public void Backfilling_does_not_delay_a_gang_by_taking_its_node()
    {
        // two nodes of 2. A holds the first until 10, H wants both. B would hold the second beyond 10 and waits; C ends at 10 and passes
        var trace = Traces.Of([(0, 10, 10, 2), (1, 5, 5, 4), (2, 20, 20, 2), (3, 7, 7, 1)]) with { Nodes = [1, 2, 1, 1] };

        Assert.Equal([0, 10, 15, 3], Starts(Run(Machine.Alike(2, 2), trace, MachinePolicyKind.Easy).Plan, 4));
    }

    [Fact]
    public void Shares_fill_an_accelerator_before_they_break_a_whole_one()
    {
        // one node of two. A takes 600 of the first, B 600 of the second, C 400 of the first beside A; D wants a whole one, which B leaves at 50
        var machine = new Machine { Name = "m", Nodes = [new MachineNode { Name = "g", Cpus = 8, Accelerators = 2 }] };
        var trace = Traces.Of([(0, 100, 100, 1), (0, 50, 50, 1), (0, 80, 80, 1), (1, 10, 10, 1)]) with { AcceleratorMilli = [600, 600, 400, 1000] };

        Assert.Equal([0, 0, 0, 50], Starts(Run(machine, trace, MachinePolicyKind.Fifo).Plan, 4));
    }

    [Fact]
    public void A_displaced_job_goes_on_from_its_last_checkpoint()
    {
        // market works 100 s, writes 10 s: 330 s hold 3 checkpoints, so that of 320 s of work at 350 s 20 are lost; then 20 + 700 + 6 · 10 = 780 s from 400 on
        var machine = Machine.Alike(1, 4) with
        {
            Sections =
            [
                new MachineSection { Name = "government", Priority = 1, Preempts = ["market"] },
                new MachineSection { Name = "market", Preemptible = true, CheckpointEveryS = 100, CheckpointCostS = 10, RestartCostS = 20 },
            ],
        };
        var trace = Traces.Of([(0, 1000, 1000, 4), (350, 50, 50, 4)]) with { Section = Labels("market", "government") };

        var (jobs, plan) = Run(machine, trace, MachinePolicyKind.Easy);

        Assert.Equal([(0, 0, 350, RunEnd.Preempted), (1, 350, 400, RunEnd.Done), (0, 400, 1180, RunEnd.Done)], Runs(plan));
        Assert.Equal((20 * 4 / 3600.0, 0, 0), MachineMetrics.Of(jobs, plan).All.LostCpuH);
    }

    [Fact]
    public void Where_the_power_limit_falls_preemptible_jobs_stop_and_the_others_go_on()
    {
        // 1 kW a processor. 4 kW in hours 1 and 3, 2 kW in hour 2: the market job stops at 3600 and begins anew when the other ends at 5400
        var machine = new Machine
        {
            Name = "m",
            Nodes = [new MachineNode { Name = "n", Cpus = 4, CpuW = 1000 }],
            Hours = [new MachineHour { Hour = 1, PowerLimitMw = 0.004 }, new MachineHour { Hour = 2, PowerLimitMw = 0.002 }, new MachineHour { Hour = 3, PowerLimitMw = 0.004 }],
            Sections = [new MachineSection { Name = "fixed" }, new MachineSection { Name = "market", Preemptible = true }],
        };
        var trace = Traces.Of([(0, 5400, 5400, 2), (0, 5400, 5400, 2)]) with { Section = Labels("fixed", "market") };

        var (jobs, plan) = Run(machine, trace, MachinePolicyKind.Fifo);
        var (both, hard) = Run(machine, trace with { Section = Labels("fixed", "fixed") }, MachinePolicyKind.Fifo);

        Assert.Equal([(0, 0, 5400, RunEnd.Done), (1, 0, 3600, RunEnd.PowerCut), (1, 5400, 10800, RunEnd.Done)], Runs(plan));
        Assert.Equal(2.0, MachineMetrics.Of(jobs, plan).All.LostCpuH.PowerCut, 1e-12); // 2 processors for an hour
        Assert.Equal(0, MachineMetrics.Of(jobs, plan).ExcessKwh);
        Assert.Equal(1.0, MachineMetrics.Of(both, hard).ExcessKwh, 1e-9); // 2 kW too much for half an hour
    }

    [Fact]
    public void A_job_that_need_not_stop_for_the_power_limit_goes_on()
    {
        // 4 kW, then 2 kW: C, the latest, would stop first and B after it; without B alone 2 kW are left, so that C goes on. B waits for two processors' power
        var machine = new Machine
        {
            Name = "m",
            Nodes = [new MachineNode { Name = "n", Cpus = 4, CpuW = 1000 }],
            Hours = [new MachineHour { Hour = 1, PowerLimitMw = 0.004 }, new MachineHour { Hour = 2, PowerLimitMw = 0.002 }],
            Sections = [new MachineSection { Name = "market", IsDefault = true, Preemptible = true }],
        };

        var (_, plan) = Run(machine, Traces.Of([(0, 5000, 5000, 1), (10, 4000, 4000, 2), (20, 5000, 5000, 1)]), MachinePolicyKind.Fifo);

        Assert.Equal([(0, 0, 5000, RunEnd.Done), (1, 10, 3600, RunEnd.PowerCut), (2, 20, 5020, RunEnd.Done), (1, 5020, 9020, RunEnd.Done)], Runs(plan));
    }

    [Fact]
    public void A_job_that_waits_for_power_starts_in_the_hour_that_has_it()
    {
        // 3 kW at PUE 1.5 are 4.5 kW: not in hour 1 (4 kW), in hour 2; the small job behind it ends before and passes
        var machine = new Machine
        {
            Name = "m",
            Nodes = [new MachineNode { Name = "n", Cpus = 4, CpuW = 1000 }],
            Hours = [new MachineHour { Hour = 1, Pue = 1.5, PowerLimitMw = 0.004 }, new MachineHour { Hour = 2, Pue = 1.5, PowerLimitMw = 0.005 }],
        };
        var trace = Traces.Of([(0, 100, 100, 3), (10, 100, 100, 2), (20, 4000, 4000, 1)]);

        Assert.Equal([3600, 10, 3700], Starts(Run(machine, trace, MachinePolicyKind.Easy).Plan, 3));
    }

    [Fact]
    public void An_outage_ends_what_runs_on_its_nodes_and_all_of_it_is_lost_without_checkpoints()
    {
        var machine = Machine.Alike(1, 2) with { Outages = [new MachineOutage { Node = "node", FromH = 1, ToH = 2 }] };

        var (jobs, plan) = Run(machine, Traces.Of([(0, 5400, 5400, 2), (3700, 10, 10, 1)]), MachinePolicyKind.Fifo);

        Assert.Equal([(0, 0, 3600, RunEnd.Outage), (0, 7200, 12600, RunEnd.Done), (1, 12600, 12610, RunEnd.Done)], Runs(plan));
        Assert.Equal(2.0, MachineMetrics.Of(jobs, plan).All.LostCpuH.Outage, 1e-12);
    }

    [Fact]
    public void Who_has_had_less_of_its_share_comes_first()
    {
        // one processor. After the first job of a at 10 all usage is a's: b passes its other two
        var trace = Traces.Of([(0, 10, 10, 1), (0, 10, 10, 1), (0, 10, 10, 1), (1, 10, 10, 1)]) with { User = Labels("a", "a", "a", "b") };

        Assert.Equal([0, 20, 30, 10], Starts(Run(Machine.Alike(1, 1), trace, MachinePolicyKind.FairShare, new QueueOptions { RecalculateS = 0 }).Plan, 4));
    }

    [Fact]
    public void The_factor_of_the_fair_share_is_as_worked_out_by_hand()
    {
        // shares ½ each, all usage a's: U(a) = 1, F = 2^(−1 / ½); U(b) = 0 + (1 − 0) · ½ / 1, F = 2^(−½ / ½)
        var jobs = MachineJobs.From(Machine.Alike(1, 1), Traces.Of([(0, 10, 10, 1), (1, 10, 10, 1)]) with { User = Labels("a", "b") }).Jobs;
        var fair = new FairShare(jobs, new QueueOptions { HalfLifeS = 10 });

        fair.Change(0, 1, 0);
        fair.Change(0, -1, 10);

        Assert.True(fair.Recalculate(20));
        Assert.Equal([0.25, 0.5], fair.Factor.Select(f => Math.Round(f, 12)));
        Assert.False(fair.Recalculate(30)); // not before five minutes
    }

    [Fact]
    public void A_quota_holds_back_its_own_section_alone()
    {
        var machine = Machine.Alike(1, 4) with { Sections = [new MachineSection { Name = "market", MaxCpus = 2 }, new MachineSection { Name = "national", IsDefault = true }] };
        var trace = Traces.Of([(0, 10, 10, 2), (0, 10, 10, 2), (1, 10, 10, 2)]) with { Section = Labels("market", "market", null) };

        Assert.Equal([0, 10, 1], Starts(Run(machine, trace, MachinePolicyKind.Fifo).Plan, 3));
    }

    [Fact]
    public void A_job_that_may_not_wait_again_is_lost_and_counted()
    {
        var machine = Machine.Alike(1, 2) with
        {
            Outages = [new MachineOutage { Node = "node", FromH = 1, ToH = 2 }],
            Sections = [new MachineSection { Name = "market", IsDefault = true, Requeue = false, DeadlineH = 1 }],
        };

        var (jobs, plan) = Run(machine, Traces.Of([(0, 5400, 5400, 2)]), MachinePolicyKind.Fifo);

        Assert.Equal([(0, 0, 3600, RunEnd.Outage)], Runs(plan));
        Assert.Equal(((1, 1), 1), (MachineMetrics.Of(jobs, plan).All.Jobs, MachineMetrics.Of(jobs, plan).All.DeadlineMisses));
        Assert.True(double.IsNaN(MachineMetrics.Of(jobs, plan).All.MeanBoundedSlowdown)); // no job is done
    }

    [Fact]
    public void A_deadline_of_a_job_counts_before_that_of_its_section()
    {
        var machine = Machine.Alike(1, 1) with { Sections = [new MachineSection { Name = "market", DeadlineH = 0.01 }, new MachineSection { Name = "national", IsDefault = true }, new MachineSection { Name = "government" }] };
        var trace = Traces.Of([(0, 10, 10, 1), (0, 30, 30, 1), (0, 5, 5, 1), (0, 5, 5, 1)]) with { Section = Labels("market", "market", "market", null), DeadlineS = [9, -1, 50, 40] };

        var (jobs, plan) = Run(machine, trace, MachinePolicyKind.Fifo);
        var metrics = MachineMetrics.Of(jobs, plan);

        // ends 10, 40, 45, 50 against 9, 36 s of the section, 50, 40
        Assert.Equal([new DeadlineMetrics(null, 4, 3, 10), new DeadlineMetrics("market", 3, 2, 4), new DeadlineMetrics("national", 1, 1, 10), new DeadlineMetrics("government", 0, 0, 0)], metrics.Deadlines);
        Assert.Equal((2, null), (metrics.Sections[0].DeadlineMisses, metrics.Sections[2].DeadlineMisses));
    }
}
