using System.Collections.Immutable;

namespace Suandian.Scheduling.Machines;

/// <summary>A trace beside the machine it is to run on: shapes, sections and accounts of its jobs.</summary>
public sealed class MachineJobs
{
    readonly Dictionary<JobShape, int> _shapes = [];
    readonly Dictionary<(int Chip, int Partition, bool NeedsAccelerators), int> _eligible = [];
    readonly List<int[]> _nodes = [];
    readonly List<bool[]> _isEligible = [];
    readonly List<long> _leastMilliwatt = [], _mostMilliwatt = []; // of a shape, all parts
    readonly List<JobShape> _shape = [];

    MachineJobs(Machine machine, JobTrace trace)
    {
        (Trace, Layout) = (trace, new MachineLayout(machine));
        Sections = machine.Sections.IsEmpty ? [new MachineSection { Name = "", IsDefault = true }] : machine.Sections;
        (ShapeOf, SectionOf, AccountOf) = (new int[trace.Count], new int[trace.Count], new int[trace.Count]);
    }

    /// <summary>The jobs.</summary>
    public JobTrace Trace { get; }

    /// <summary>The machine.</summary>
    public Machine Machine => Layout.Machine;

    /// <summary>Sections; one without a name where the machine has none.</summary>
    public ImmutableArray<MachineSection> Sections { get; }

    /// <summary>Place of each job's section. Shape [jobs].</summary>
    public int[] SectionOf { get; }

    internal MachineLayout Layout { get; }

    /// <summary>Place of each job's shape. Shape [jobs].</summary>
    internal int[] ShapeOf { get; }

    internal IReadOnlyList<JobShape> Shapes => _shape;

    /// <summary>Least power of each shape, all parts, mW.</summary>
    internal IReadOnlyList<long> LeastMilliwatt => _leastMilliwatt;

    /// <summary>Most power of each shape, all parts, mW.</summary>
    internal IReadOnlyList<long> MostMilliwatt => _mostMilliwatt;

    /// <summary>True where a node is in a list of nodes that jobs may use.</summary>
    internal bool IsEligible(int list, int node) => _isEligible[list][node];

    /// <summary>Lists of nodes that jobs may use.</summary>
    internal IReadOnlyList<int[]> Eligible => _nodes;

    /// <summary>Account of each job: a user of a section. Shape [jobs].</summary>
    internal int[] AccountOf { get; }

    /// <summary>Section and user of each account; null where nobody says the user.</summary>
    internal List<(int Section, string? User)> Accounts { get; } = [];

    /// <summary>Most processors and thousandths of accelerators of each section.</summary>
    internal (long Cpus, long Milli)[] Quotas { get; private set; } = [];

    /// <summary>Puts a trace beside a machine.</summary>
    /// <param name="machine">The machine; its tables are sound.</param>
    /// <param name="trace">The jobs.</param>
    /// <returns>What the simulator needs, and every job that the machine can never run; with one of these it cannot be simulated.</returns>
    public static (MachineJobs Jobs, ImmutableArray<JobFault> Faults) From(Machine machine, JobTrace trace)
    {
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentNullException.ThrowIfNull(trace);
        var jobs = new MachineJobs(machine, trace);
        return (jobs, jobs.Take());
    }

    ImmutableArray<JobFault> Take()
    {
        var faults = ImmutableArray.CreateBuilder<JobFault>();
        var (sections, empty, accounts) = (new SectionLookup(Machine, Sections), new NodeStates(Layout), new Dictionary<(int, string?), int>());
        Quotas = [.. Sections.Select(s => SectionLookup.Quota(s, Machine))];
        var idle = Layout.IdleMilliwatt.Sum();
        var most = Layout.LimitMilliwatt.Length == 0 ? long.MaxValue : Layout.LimitMilliwatt.Max();
        for (var job = 0; job < Trace.Count; job++)
        {
            var before = faults.Count;
            Shape(job, empty, faults);
            if (sections.Find(Trace, job, out SectionOf[job]) is { } lost)
            {
                faults.Add(lost);
            }

            if (faults.Count > before)
            {
                continue;
            }

            var (shape, quota) = (_shape[ShapeOf[job]], Quotas[SectionOf[job]]);
            if ((long)shape.Parts * shape.Cpus > quota.Cpus || (long)shape.Parts * shape.Milli > quota.Milli)
            {
                faults.Add(new JobFault(job, JobFaultKind.OverQuota, Sections[SectionOf[job]].Name));
            }

            if (idle + _mostMilliwatt[ShapeOf[job]] > most)
            {
                faults.Add(new JobFault(job, JobFaultKind.OverPower, null));
            }

            var key = (SectionOf[job], Trace.User?[job]);
            accounts.TryAdd(key, accounts.Count);
            AccountOf[job] = accounts[key];
        }

        Accounts.AddRange(accounts.Keys);
        return faults.ToImmutable();
    }

    /// <summary>Finds the shape of a job, or all that is wrong with it.</summary>
    void Shape(int job, NodeStates empty, ImmutableArray<JobFault>.Builder faults)
    {
        var before = faults.Count;
        var (chip, partition) = (Trace.Chip?[job], Trace.Partition?[job]);
        var (chipAt, partitionAt) = (Array.IndexOf(Layout.ChipNames, chip ?? ""), Array.IndexOf(Layout.PartitionNames, partition ?? ""));
        if (partition is not null && partitionAt < 0 && Layout.PartitionNames.Length > 0)
        {
            faults.Add(new JobFault(job, JobFaultKind.PartitionUnknown, partition));
        }

        if (chip is not null && chipAt < 0)
        {
            faults.Add(new JobFault(job, JobFaultKind.ChipUnknown, chip));
        }

        var milli = Trace.AcceleratorMilli?[job] ?? 0;
        var named = Trace.Nodes?[job] ?? 0;
        var parts = named > 0 ? named : milli == 0 ? Trace.Processors[job] : Math.Max(1, milli / Machine.Whole);
        if (milli % parts != 0 || (milli / parts > Machine.Whole && milli / parts % Machine.Whole != 0))
        {
            faults.Add(new JobFault(job, JobFaultKind.AcceleratorsUneven, FormattableString.Invariant($"{milli} / {parts}")));
        }

        if (faults.Count > before)
        {
            return;
        }

        var (each, memory) = ((int)(milli / parts), Math.Ceiling((Trace.MemoryMiB?[job] ?? 0) * 1024 / parts));
        var shape = new JobShape((int)parts, named > 0, (int)((Trace.Processors[job] + parts - 1) / parts), (long)memory,
            each >= Machine.Whole ? each / Machine.Whole : 0, each < Machine.Whole ? each : 0, EligibleOf((chipAt, partitionAt, milli > 0)));
        if (!Add(job, shape, empty))
        {
            faults.Add(new JobFault(job, JobFaultKind.TooLarge, FormattableString.Invariant($"{Trace.Processors[job]}")));
        }
    }

    /// <summary>Takes a shape; false where the empty machine does not hold it.</summary>
    bool Add(int job, JobShape shape, NodeStates empty)
    {
        if (!_shapes.TryGetValue(shape, out var place))
        {
            var nodes = _nodes[shape.Eligible];
            var holds = nodes.Sum(n => (long)empty.Fit(n, shape)) >= shape.Parts;
            _shapes[shape] = place = holds ? _shape.Count : -1;
            if (holds)
            {
                _shape.Add(shape);
                var powers = nodes.Where(n => empty.Fit(n, shape) > 0).Select(n => shape.Parts * shape.PowerMilliwatt(Layout, n)).ToArray();
                _leastMilliwatt.Add(powers.Min());
                _mostMilliwatt.Add(powers.Max());
            }
        }

        ShapeOf[job] = place;
        return place >= 0;
    }

    int EligibleOf((int Chip, int Partition, bool NeedsAccelerators) key)
    {
        if (!_eligible.TryGetValue(key, out var place))
        {
            _eligible[key] = place = _nodes.Count;
            _isEligible.Add([.. Enumerable.Range(0, Layout.Nodes).Select(n => (key.Chip < 0 || Layout.Chip[n] == key.Chip)
                && (key.Partition < 0 || (Layout.Partitions[n] >> key.Partition & 1) != 0) && (!key.NeedsAccelerators || Layout.Accelerators[n] > 0))]);
            _nodes.Add([.. Enumerable.Range(0, Layout.Nodes).Where(n => _isEligible[place][n])]);
        }

        return place;
    }
}
