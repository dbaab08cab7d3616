namespace Suandian.Scheduling.Machines;

/// <summary>Machines and traces for tests.</summary>
static class MachineTraces
{
    /// <summary>Runs a trace that the machine can run and has the schedule checked.</summary>
    internal static (MachineJobs Jobs, MachineSchedule Plan) Run(Machine machine, JobTrace trace, MachinePolicyKind policy, QueueOptions? options = null)
    {
        var (jobs, faults) = MachineJobs.From(machine, trace);
        Assert.Empty(faults);
        var plan = MachineSimulator.Run(jobs, policy, options, TestContext.Current.CancellationToken);
        Assert.Empty(MachineCheck.Of(machine, trace, plan));
        return (jobs, plan);
    }

    /// <summary>Start of the first run of each job.</summary>
    internal static long[] Starts(MachineSchedule plan, int jobs) => [.. Enumerable.Range(0, jobs).Select(j => plan.StartS[Array.IndexOf(plan.Job, j)])];

    /// <summary>Runs as job, start, end, how it ended.</summary>
    internal static (int, long, long, RunEnd)[] Runs(MachineSchedule plan) => [.. Enumerable.Range(0, plan.Count).Select(r => (plan.Job[r], plan.StartS[r], plan.EndS[r], plan.End[r]))];

    internal static JobLabels Labels(params string?[] words) => JobLabels.From(words)!;

    /// <summary>A small machine with everything: three kinds of nodes, two partitions that share one, outages, a power limit, three sections.</summary>
    internal static Machine Rich(int seed) => new()
    {
        Name = "rich",
        Nodes =
        [
            new MachineNode { Name = "cpu", Count = 3, Cpus = 8, MemoryGib = 16, Partitions = "cpu", IdleW = 50, CpuW = 10 },
            new MachineNode { Name = "a", Count = 2, Cpus = 8, MemoryGib = 64, Accelerators = 4, Chip = "910b", Partitions = "gpu;cpu", IdleW = 100, CpuW = 10, AcceleratorW = 300 },
            new MachineNode { Name = "b", Count = 2, Cpus = 6, Accelerators = 2, Chip = "mlu370", Partitions = "gpu", IdleW = 80, CpuW = 12, AcceleratorW = 200 },
        ],
        Outages = seed % 3 == 0 ? [] : [new MachineOutage { Node = "cpu-2", FromH = 3, ToH = 6.5 }, new MachineOutage { Partition = "gpu", FromH = 5, ToH = 7 }, new MachineOutage { Node = "a", FromH = 6, ToH = 9 }],
        Hours = seed % 4 == 0 ? [] : [.. Enumerable.Range(0, 30).Select(h => new MachineHour { Hour = h, Pue = 1.2 + 0.01 * (h % 5), PowerLimitMw = h % 7 == seed % 7 ? 0.0021 : 0.0035 })],
        Sections = seed % 5 == 0 ? [] :
        [
            new MachineSection { Name = "government", Priority = 5, Preempts = ["market"], Weight = 2 },
            new MachineSection { Name = "national", Priority = 2, MaxCpus = 30, AcceleratorSharePu = 0.9 },
            new MachineSection { Name = "market", Preemptible = true, CheckpointEveryS = seed % 2 == 0 ? 600 : null, CheckpointCostS = 20, RestartCostS = 45, Requeue = seed % 6 != 1, IsDefault = true },
        ],
    };

    /// <summary>Jobs of all shapes for <see cref="Rich"/>.</summary>
    internal static JobTrace Mixed(int seed, int count)
    {
        var random = new Random(seed);
        var plain = Traces.Random(seed, count, 8) with { };
        for (var i = 0; i < count; i++)
        {
            (plain.SubmitS[i], plain.RunS[i]) = (plain.SubmitS[i] / 8, plain.RunS[i] / 4);
            plain.EstimateS[i] = Math.Max(1, Math.Max(plain.RunS[i], plain.EstimateS[i] / 4));
        }

        var (nodes, milli, memory) = (new int[count], new long[count], new double[count]);
        var (chip, partition, user, section) = (new string?[count], new string?[count], new string?[count], new string?[count]);
        for (var i = 0; i < count; i++)
        {
            var kind = random.Next(6);
            (nodes[i], milli[i]) = kind switch { 0 => (2, 0), 1 => (0, 100 * random.Next(1, 10)), 2 => (0, 1000 * random.Next(1, 4)), 3 => (2, 2000), _ => (0, 0) };
            plain.Processors[i] = kind == 1 ? Math.Min(plain.Processors[i], 6) : plain.Processors[i];
            memory[i] = kind == 4 ? 1000 * plain.Processors[i] : 0;
            partition[i] = milli[i] > 0 ? "gpu" : random.Next(2) == 0 ? "cpu" : null;
            chip[i] = kind == 2 && random.Next(2) == 0 ? "910b" : null;
            (user[i], section[i]) = ($"u{random.Next(4)}", random.Next(4) switch { 0 => "government", 1 => "national", 2 => "market", _ => null });
        }

        return plain with { Nodes = nodes, AcceleratorMilli = milli, MemoryMiB = memory, Chip = JobLabels.From(chip), Partition = JobLabels.From(partition), User = JobLabels.From(user), Section = JobLabels.From(section) };
    }
}
