using System.Collections.Immutable;

namespace Suandian.Scheduling.Machines;

/// <summary>Checks a schedule against machine and trace by code that shares nothing with the simulator: it reads the tables of the machine and the rows of the schedule.</summary>
/// <remarks>
/// Each job is done once, not before it arrives, in runs that do not overlap, and works as long as it must; parts, nodes, partition and chip are those asked for; no node gives
/// more processors, memory or accelerators than it has, none while it is down, nobody is stopped by an outage that was announced; sections keep their quotas; whoever starts leaves the power within the limit of the hour; of one
/// section and one kind of nodes nobody starts before one who arrived earlier (fifo) or is shorter (sjf), where there is no quota and neither was stopped before.
/// </remarks>
public static class MachineCheck
{
    /// <summary>Every fault; empty where the schedule is sound.</summary>
    public static ImmutableArray<MachineFault> Of(Machine machine, JobTrace trace, MachineSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(schedule);
        var check = new Checked(machine, trace, schedule);
        Array.ForEach([check.Work, check.Places, check.Capacity, check.Quotas, check.Power, (Action)check.Order], rule => rule());
        return [.. check.Faults.OrderBy(f => f.TimeS).ThenBy(f => f.Job).ThenBy(f => f.Kind)];
    }

    sealed class Checked(Machine machine, JobTrace trace, MachineSchedule plan)
    {
        readonly MachineNode[] _node = [.. plan.NodeNames.Join(machine.Nodes.SelectMany(n => Machine.NamesOf(n).Select(name => (name, n))), name => name, x => x.name, (_, x) => x.n)];
        readonly int[][] _runsOf = [.. Enumerable.Range(0, trace.Count).GroupJoin(Enumerable.Range(0, plan.Count), j => j, r => plan.Job[r], (_, runs) => runs.ToArray())];
        readonly MachineSection[] _section = [.. Enumerable.Range(0, trace.Count).Select(j => SectionOf(machine, trace, j))];

        internal List<MachineFault> Faults { get; } = [];

        void Add(MachineFaultKind kind, int job, long time) => Faults.Add(new MachineFault(kind, trace.Number[job], time));

        int PartsOf(int job) => trace.Nodes?[job] is > 0 and var nodes ? nodes
            : (trace.AcceleratorMilli?[job] ?? 0) is > 0 and var milli ? (int)Math.Max(1, milli / 1000) : trace.Processors[job];

        long CpusOfPart(int job) => (long)Math.Ceiling(trace.Processors[job] / (double)PartsOf(job));

        double MilliOfPart(int job) => (trace.AcceleratorMilli?[job] ?? 0) / (double)PartsOf(job);

        internal void Work()
        {
            for (var job = 0; job < trace.Count; job++)
            {
                var (section, left, free, isDone) = (_section[job], trace.RunS[job], trace.SubmitS[job], false);
                foreach (var run in _runsOf[job])
                {
                    var (length, restart) = (plan.EndS[run] - plan.StartS[run], run == _runsOf[job][0] ? 0 : section.RestartCostS);
                    if (isDone || plan.StartS[run] < free)
                    {
                        Add(MachineFaultKind.BeforeArrival, job, plan.StartS[run]);
                    }

                    var (every, saved, pauses) = (section.CheckpointEveryS ?? long.MaxValue / 4, 0L, 0L);
                    for (; saved + every < left && restart + saved + every + pauses + section.CheckpointCostS <= length; saved += every)
                    {
                        pauses += section.CheckpointCostS;
                    }

                    isDone = plan.End[run] == RunEnd.Done;
                    if (isDone != (length == restart + left + pauses) && (isDone || length > restart + left + pauses))
                    {
                        Add(MachineFaultKind.WrongLength, job, plan.StartS[run]);
                    }

                    (left, free) = (left - saved, plan.EndS[run]);
                }

                if (!isDone && (section.Requeue || _runsOf[job] is []))
                {
                    Add(MachineFaultKind.NotDone, job, free);
                }
            }
        }

        internal void Places()
        {
            for (var run = 0; run < plan.Count; run++)
            {
                var (job, placed) = (plan.Job[run], plan.PlacedOf(run).ToArray());
                if (placed.Sum(p => p.Parts) != PartsOf(job) || (trace.Nodes?[job] > 0 && placed.Any(p => p.Parts != 1)) || placed.DistinctBy(p => p.Node).Count() != placed.Length)
                {
                    Add(MachineFaultKind.WrongParts, job, plan.StartS[run]);
                }

                var (partition, chip) = (trace.Partition?[job], trace.Chip?[job]);
                if (placed.Any(p => (chip is not null && _node[p.Node].Chip != chip) || (partition is not null && machine.Nodes.Any(n => n.Partitions?.Length > 0) && !Machine.PartitionsOf(_node[p.Node]).Contains(partition))))
                {
                    Add(MachineFaultKind.WrongNode, job, plan.StartS[run]);
                }

                if (placed.Any(p => plan.EndS[run] > plan.StartS[run] && DownOf(p.Node).Any(d => plan.StartS[run] < d.To && (plan.EndS[run] > d.From || (d.IsAnnounced && plan.End[run] == RunEnd.Outage && plan.EndS[run] == d.From)))))
                {
                    Add(MachineFaultKind.NodeDown, job, plan.StartS[run]);
                }
            }
        }

        internal void Capacity()
        {
            foreach (var at in Enumerable.Range(0, plan.Count).Where(r => plan.EndS[r] > plan.StartS[r]).SelectMany(r => plan.PlacedOf(r).ToArray().Select(p => (Run: r, Placed: p))).GroupBy(x => x.Placed.Node))
            {
                var (node, cpus, memory, milli) = (_node[at.Key], 0L, 0.0, new double[64]);
                foreach (var (time, sign, (run, placed)) in Steps(at, x => x.Run))
                {
                    var (job, each, count) = (plan.Job[run], MilliOfPart(plan.Job[run]), 0);
                    cpus += sign * placed.Parts * CpusOfPart(job);
                    memory += sign * placed.Parts * (trace.MemoryMiB?[job] ?? 0) / PartsOf(job);
                    for (var a = 0; a < 64; a++)
                    {
                        var isOurs = (placed.Accelerators >> a & 1) != 0;
                        (milli[a], count) = isOurs ? (milli[a] + sign * Math.Min(1000, each), count + 1) : (milli[a], count);
                    }

                    var isFull = cpus > node.Cpus || memory / 1024 > (node.MemoryGib ?? double.MaxValue) * (1 + 1e-9) || Array.FindIndex(milli, m => m > 1000 + 1e-6) >= 0
                        || placed.Accelerators >> Math.Min(63, node.Accelerators) > (node.Accelerators < 64 ? 0UL : 1UL) || count != (int)Math.Ceiling(each / 1000) * placed.Parts;
                    if (sign > 0 && isFull)
                    {
                        Add(MachineFaultKind.TooMuch, job, time);
                    }
                }
            }
        }

        internal void Quotas()
        {
            foreach (var of in Enumerable.Range(0, plan.Count).Where(r => plan.EndS[r] > plan.StartS[r]).GroupBy(r => _section[plan.Job[r]]))
            {
                var (cpus, milli) = (0L, 0.0);
                var most = Math.Min(of.Key.MaxCpus ?? double.MaxValue, (of.Key.CpuSharePu ?? double.MaxValue) * machine.Cpus);
                var mostMilli = 1000 * Math.Min(of.Key.MaxAccelerators ?? double.MaxValue, (of.Key.AcceleratorSharePu ?? double.MaxValue) * machine.Accelerators);
                foreach (var (time, sign, run) in Steps(of, r => r))
                {
                    (cpus, milli) = (cpus + sign * PartsOf(plan.Job[run]) * CpusOfPart(plan.Job[run]), milli + sign * (trace.AcceleratorMilli?[plan.Job[run]] ?? 0));
                    if (sign > 0 && (cpus > most + 1e-9 || milli > mostMilli + 1e-6))
                    {
                        Add(MachineFaultKind.OverQuota, plan.Job[run], time);
                    }
                }
            }
        }

        internal void Power()
        {
            var watt = _node.Sum(n => Told(n.IdleW));
            var idle = _node.SelectMany((n, i) => DownOf(i).SelectMany(d => ((long, int, double, int)[])[(d.From, 0, -Told(n.IdleW), -1), (d.To, 0, Told(n.IdleW), -1)]));
            var runs = Steps(Enumerable.Range(0, plan.Count).Where(r => plan.EndS[r] > plan.StartS[r]), r => r).Select(s => (s.Time, s.Sign, s.Sign * WattOf(s.What), s.Sign > 0 ? s.What : -1));
            foreach (var now in idle.Concat(runs).Where(_ => !machine.Hours.IsEmpty).GroupBy(s => s.Item1).OrderBy(g => g.Key))
            {
                watt += now.Sum(s => s.Item3);
                var hour = machine.Hours[(int)(now.Key / 3600 % machine.Hours.Length)];
                if (watt * hour.Pue / 1e6 > (hour.PowerLimitMw ?? double.MaxValue) * (1 + 1e-9) && now.Any(s => s.Item4 >= 0))
                {
                    Add(MachineFaultKind.OverPower, plan.Job[now.First(s => s.Item4 >= 0).Item4], now.Key);
                }
            }
        }

        /// <summary>Powers count to a milliwatt (docs/reference/machine.md).</summary>
        static double Told(double watt) => Math.Round(watt * 1000) / 1000;

        double WattOf(int run) => plan.PlacedOf(run).ToArray().Sum(p => p.Parts * (CpusOfPart(plan.Job[run]) * Told(_node[p.Node].CpuW) + Math.Floor(MilliOfPart(plan.Job[run]) * Told(_node[p.Node].AcceleratorW)) / 1000));

        /// <summary>Of one section and one kind of nodes, nobody starts while one that arrived and starts later stands before it.</summary>
        internal void Order()
        {
            (long, int) Key(int job) => (plan.Policy == MachinePolicyKind.Fifo ? 0 : trace.EstimateS[job], job);
            var isOrdered = plan.Policy is MachinePolicyKind.Fifo or MachinePolicyKind.ShortestFirst;
            var once = Enumerable.Range(0, trace.Count).Where(j => isOrdered && _runsOf[j].Length == 1 && _section[j] is { CpuSharePu: null, MaxCpus: null, AcceleratorSharePu: null, MaxAccelerators: null });
            foreach (var alike in once.GroupBy(j => (_section[j], trace.Partition?[j], trace.Chip?[j], trace.AcceleratorMilli?[j] > 0)))
            {
                var (waiting, arrivals, next) = (new SortedSet<(long, int)>(), alike.ToArray(), 0);
                foreach (var now in arrivals.GroupBy(j => plan.StartS[_runsOf[j][0]]).OrderBy(g => g.Key))
                {
                    for (; next < arrivals.Length && trace.SubmitS[arrivals[next]] <= now.Key; next++)
                    {
                        waiting.Add(Key(arrivals[next]));
                    }

                    waiting.ExceptWith(now.Select(Key));
                    Faults.AddRange(now.Where(j => waiting.Count > 0 && waiting.Min.CompareTo(Key(j)) < 0).Select(j => new MachineFault(MachineFaultKind.OutOfOrder, trace.Number[j], now.Key)));
                }
            }
        }

        IEnumerable<(long Time, int Sign, T What)> Steps<T>(IEnumerable<T> all, Func<T, int> runOf) => all
            .SelectMany(x => ((long, int, T)[])[(plan.StartS[runOf(x)], 1, x), (plan.EndS[runOf(x)], -1, x)]).OrderBy(s => s.Item1).ThenBy(s => s.Item2);

        IEnumerable<(long From, long To, bool IsAnnounced)> DownOf(int node) => machine.Outages
            .Where(o => o.Node == plan.NodeNames[node] || o.Node == _node[node].Name || (string.IsNullOrEmpty(o.Node) && Machine.PartitionsOf(_node[node]).Contains(o.Partition)))
            .Select(o => ((long)Math.Round(o.FromH * 3600), (long)Math.Round(o.ToH * 3600), o.Announced));

        static MachineSection SectionOf(Machine machine, JobTrace trace, int job)
        {
            var name = trace.Section?[job] ?? machine.Users.FirstOrDefault(u => u.User == trace.User?[job])?.Section;
            return machine.Sections.FirstOrDefault(s => name is null ? s.IsDefault : s.Name == name) ?? new MachineSection { Name = "" };
        }
    }
}
