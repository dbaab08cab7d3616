using Suandian.Network;

namespace Suandian.Planning;

/// <summary>Replays the work of each workload as a queue, first in first out: every GPU-hour is followed from arrival to work.</summary>
/// <remarks>
/// A block of hours is cyclic: what waits at its end waits at its beginning, as the latest of its arrivals.
/// Within an hour work is done first, then given up, both from the oldest on. Work that arrives in hour t is late
/// when it leaves after hour t + deadline.
/// </remarks>
sealed class ReplayQueue
{
    /// <summary>Share of the work whose longest wait is reported.</summary>
    const double MostShare = 0.95;

    readonly HourlyNetwork _network;
    readonly PlanningSolution _plan;
    readonly ReplayLedger _ledger;
    readonly double[] _done; // [w × T], GPU-h
    readonly SortedDictionary<int, double> _waits = []; // hours waited: work done, GPU-h/a
    double _late;
    int _lateness;

    ReplayQueue(HourlyNetwork network, PlanningSolution plan, double[] done, ReplayLedger ledger) =>
        (_network, _plan, _done, _ledger) = (network, plan, done, ledger);

    internal static List<WorkloadReplay> Check(HourlyNetwork network, PlanningSolution plan, ReplayLedger ledger)
    {
        var done = Done(network, plan);
        return [.. Enumerable.Range(0, network.Workloads.Count)
            .Select(w => new ReplayQueue(network, plan, done, ledger).Follow(w))];
    }

    static double[] Done(HourlyNetwork network, PlanningSolution plan)
    {
        var (pairs, snapshots) = (network.Workloads.Pairs, network.Snapshots.Count);
        var done = new double[network.Workloads.Count * snapshots];
        for (var i = 0; i < plan.RunGpuH.Length; i++)
        {
            done[pairs[i / snapshots].Workload * snapshots + i % snapshots] += plan.RunGpuH[i];
        }

        return done;
    }

    WorkloadReplay Follow(int w)
    {
        var (snapshots, first) = (_network.Snapshots, w * _network.Snapshots.Count);
        Backlog(w);
        for (var b = 0; b < snapshots.BlockStarts.Length; b++)
        {
            var end = b + 1 < snapshots.BlockStarts.Length ? snapshots.BlockStarts[b + 1] : snapshots.Count;
            FollowBlock(w, snapshots.BlockStarts[b], end);
        }

        var given = snapshots.WeightH.Select((weight, t) => weight * _plan.UndoneGpuH[first + t]).Sum();
        var done = _waits.Values.Sum();
        var mean = _waits.Sum(wait => wait.Key * wait.Value) / done;
        return new(_network.Workloads.Name[w], done, given, mean, MostWait(done), _late, _lateness);
    }

    /// <summary>backlog(t) = backlog(t−1) + arrival − done − given up; never negative.</summary>
    void Backlog(int w)
    {
        var (snapshots, name, first) = (_network.Snapshots, _network.Workloads.Name[w], w * _network.Snapshots.Count);
        for (var t = 0; t < snapshots.Count; t++)
        {
            var (i, backlog) = (first + t, _plan.BacklogGpuH[first + t]);
            var expected = _plan.BacklogGpuH[first + snapshots.Previous[t]]
                + _network.Workloads.ArrivalGpuH[i] - _done[i] - _plan.UndoneGpuH[i];
            _ledger.Note(ReplayKind.Backlog, Math.Max(Math.Abs(backlog - expected), -backlog), name, t);
        }
    }

    void FollowBlock(int w, int start, int end)
    {
        var (workloads, first) = (_network.Workloads, w * _network.Snapshots.Count);
        var arrivals = workloads.ArrivalGpuH.AsSpan(first + start, end - start);
        var queue = WorkQueue.AtBeginning(arrivals, _plan.BacklogGpuH[first + end - 1], workloads.DeadlineH[w]);
        for (var t = start; t < end; t++)
        {
            var missing = queue.Missing;
            queue.Arrive(t - start, workloads.ArrivalGpuH[first + t]);
            var work = queue.Take(_done[first + t]);
            var weight = _network.Snapshots.WeightH[t];
            foreach (var (hour, amount) in work)
            {
                var wait = t - start - hour;
                _waits[wait] = _waits.GetValueOrDefault(wait) + weight * amount;
            }

            Lateness(w, t, [.. work.Concat(queue.Take(_plan.UndoneGpuH[first + t])).Select(p => (t - start - p.Hour, p.Amount))]);
            _ledger.Note(ReplayKind.WorkBeforeArrival, queue.Missing - missing, workloads.Name[w], t);
        }
    }

    /// <summary>Counts what leaves after its deadline in an hour.</summary>
    void Lateness(int w, int t, List<(int Wait, double Amount)> left)
    {
        var deadline = _network.Workloads.DeadlineH[w];
        var late = left.FindAll(p => p.Wait > deadline);
        var amount = late.Sum(p => p.Amount);
        _late += _network.Snapshots.WeightH[t] * amount;
        _ledger.Note(ReplayKind.Deadline, amount, _network.Workloads.Name[w], t);
        if (amount > _ledger.ToleranceOf(ReplayKind.Deadline))
        {
            _lateness = Math.Max(_lateness, late.Max(p => p.Wait) - deadline);
        }
    }

    double MostWait(double done)
    {
        var sum = 0.0;
        foreach (var (wait, amount) in _waits)
        {
            sum += amount;
            if (sum >= MostShare * done)
            {
                return done > 0 ? wait : double.NaN;
            }
        }

        return double.NaN;
    }
}
