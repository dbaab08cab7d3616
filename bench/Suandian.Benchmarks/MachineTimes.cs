using Suandian.Scheduling;
using Suandian.Scheduling.Machines;

namespace Suandian.Benchmarks;

/// <summary>CPU time of a trace on a machine of 400 nodes under each policy, and of the same events on alike processors by both simulators; "once machine" prints it.</summary>
static class MachineTimes
{
    const int Jobs = 100_000;
    const int DeepJobs = 5_000; // the conservative policy, where hundreds wait

    internal static void Once(TextWriter answer)
    {
        foreach (var (load, gapS) in ((string, double)[])[("short queues", 60), ("long queues", 38)])
        {
            foreach (var (name, machine) in ((string, Machine)[])[("nodes alone", Nodes), ("everything", Everything)])
            {
                foreach (var policy in Enum.GetValues<MachinePolicyKind>())
                {
                    var count = policy == MachinePolicyKind.Conservative ? DeepJobs : Jobs;
                    var trace = Trace(count, gapS);
                    var (jobs, faults) = MachineJobs.From(machine, trace);
                    var plan = MachineSimulator.Run(jobs, policy);
                    var time = FlowTimes.Least(2, () => MachineSimulator.Run(jobs, policy));
                    var metrics = MachineMetrics.Of(jobs, plan);
                    answer.WriteLine($"{load}, {name}, {policy}: {count} jobs, {faults.Length} refused, {time:F0} ms CPU, {count / time:F0} k jobs/s; mean wait {metrics.All.MeanWaitS / 3600:F2} h, accelerators {metrics.AcceleratorUtilisationPu:P1}, {plan.Count - count} stops");
                }
            }
        }

        Alike(answer);
    }

    /// <summary>EASY on 240 alike processors: plain simulator against nodes.</summary>
    static void Alike(TextWriter answer)
    {
        var random = new Random(3);
        var (submit, run, processors, now) = (new long[Jobs], new long[Jobs], new int[Jobs], 0.0);
        for (var i = 0; i < Jobs; i++)
        {
            now += -Math.Log(1 - random.NextDouble()) * 300;
            (submit[i], run[i], processors[i]) = ((long)now, (long)Math.Exp(random.NextDouble() * 10), 1 + random.Next(30));
        }

        var trace = new JobTrace { Name = "alike", Number = [.. Enumerable.Range(1, Jobs).Select(i => (long)i)], SubmitS = submit, RunS = run, EstimateS = [.. run.Select(r => Math.Max(1, 2 * r))], Processors = processors };
        var jobs = MachineJobs.From(Machine.Alike(120, 2), trace).Jobs;
        var plain = FlowTimes.Least(3, () => BatchSimulator.Run(trace, 240, QueuePolicyKind.Easy));
        var nodes = FlowTimes.Least(3, () => MachineSimulator.Run(jobs, MachinePolicyKind.Easy));
        answer.WriteLine($"EASY, 240 alike processors, {Jobs} jobs: plain {plain:F0} ms CPU, 120 nodes of 2 {nodes:F0} ms CPU");
    }

    static Machine Nodes => new()
    {
        Name = "400 nodes",
        Nodes =
        [
            new MachineNode { Name = "cpu", Count = 200, Cpus = 64, MemoryGib = 256, Partitions = "cpu", IdleW = 200, CpuW = 3 },
            new MachineNode { Name = "a", Count = 120, Cpus = 96, MemoryGib = 1024, Accelerators = 8, Chip = "910b", Partitions = "gpu", IdleW = 800, CpuW = 3, AcceleratorW = 350 },
            new MachineNode { Name = "b", Count = 80, Cpus = 64, MemoryGib = 512, Accelerators = 8, Chip = "mlu370", Partitions = "gpu", IdleW = 600, CpuW = 3, AcceleratorW = 250 },
        ],
    };

    static Machine Everything => Nodes with
    {
        Sections =
        [
            new MachineSection { Name = "government", Priority = 10, Preempts = ["market"], Weight = 2 },
            new MachineSection { Name = "national", Priority = 5, CpuSharePu = 0.6 },
            new MachineSection { Name = "market", Preemptible = true, CheckpointEveryS = 1800, CheckpointCostS = 30, RestartCostS = 60 },
        ],
        Hours = [.. Enumerable.Range(1, 8760).Select(h => new MachineHour { Hour = h, Pue = 1.2, PowerLimitMw = 0.95 + 0.1 * Math.Sin(0.26 * h) })],
        Outages = [.. Enumerable.Range(0, 20).Select(d => new MachineOutage { Node = $"a-{1 + d}", FromH = 24 * d, ToH = 24 * d + 12 })],
    };

    /// <summary>Half the jobs for processors, some as gangs; of the others shares, whole accelerators and gangs of whole nodes.</summary>
    static JobTrace Trace(int count, double gapS)
    {
        var (random, now) = (new Random(1), 0.0);
        var (submit, run, estimate) = (new long[count], new long[count], new long[count]);
        var (processors, nodes, milli, memory) = (new int[count], new int[count], new long[count], new double[count]);
        var (chip, partition, user, section) = (new string?[count], new string?[count], new string?[count], new string?[count]);
        for (var i = 0; i < count; i++)
        {
            now += -Math.Log(1 - random.NextDouble()) * gapS;
            (submit[i], run[i]) = ((long)now, (long)Math.Exp(3 + random.NextDouble() * 8.5));
            estimate[i] = (long)(run[i] * (1 + 3 * random.NextDouble())) + 1;
            var isGpu = random.NextDouble() < 0.5;
            var kind = random.NextDouble();
            (nodes[i], milli[i]) = kind < 0.2 ? (1 << random.Next(1, 4), isGpu ? 8000 : 0) : (0, !isGpu ? 0 : kind < 0.5 ? 100 * random.Next(1, 10) : 1000 << random.Next(0, 4));
            milli[i] *= Math.Max(1, nodes[i]);
            processors[i] = nodes[i] > 0 ? nodes[i] * 32 : !isGpu ? 1 << random.Next(0, 8) : kind < 0.5 ? random.Next(1, 9) : (int)(milli[i] / 125);
            memory[i] = processors[i] * 2000;
            (chip[i], partition[i], user[i]) = (isGpu && nodes[i] == 0 && random.Next(4) == 0 ? "910b" : null, isGpu ? "gpu" : "cpu", $"u{random.Next(40)}");
            section[i] = random.Next(10) switch { 0 => "government", < 5 => "national", _ => "market" };
        }

        return new JobTrace
        {
            Name = "mixed",
            Number = [.. Enumerable.Range(1, count).Select(i => (long)i)],
            SubmitS = submit,
            RunS = run,
            EstimateS = estimate,
            Processors = processors,
            Nodes = nodes,
            AcceleratorMilli = milli,
            MemoryMiB = memory,
            Chip = JobLabels.From(chip),
            Partition = JobLabels.From(partition),
            User = JobLabels.From(user),
            Section = JobLabels.From(section),
        };
    }
}
