using Suandian.Scheduling.Machines.Passes;

namespace Suandian.Scheduling.Machines;

/// <summary>Runs a trace on a machine with nodes, sections, outages and a power limit, from event to event.</summary>
/// <remarks>
/// At one instant: ends, ends and begins of outages, the new limit of an hour, arrivals, then one pass of the policy; where it stopped jobs, another one.
/// Partitions that share nodes have one queue together, others one each (the definitions: docs/explanation/scheduling.md).
/// </remarks>
public sealed class MachineSimulator
{
    const int CancellationEvery = 4096; // events

    readonly MachineJobs _jobs;
    readonly RunningMachine _machine;
    readonly Displacement _displacement;
    readonly MachinePass[] _queues;
    readonly int[] _queueOf; // of a list of nodes
    readonly FairShare? _fairShare;
    readonly int _depth;
    readonly (long TimeS, int Outage, int Change)[] _outages;
    int _nextOutage;
    int _waiting;
    bool _hasEarly;
    int _seenReleases;

    MachineSimulator(MachineJobs jobs, MachinePolicyKind policy, QueueOptions options)
    {
        (_jobs, _depth) = (jobs, options.Depth);
        _fairShare = policy == MachinePolicyKind.FairShare ? new FairShare(jobs, options) : null;
        _machine = new RunningMachine(jobs, _fairShare);
        _displacement = new Displacement(jobs, _machine);
        _queueOf = QueuesOfNodes.Of(jobs);
        _queues = [.. Enumerable.Range(0, _queueOf.Length == 0 ? 0 : _queueOf.Max() + 1).Select(queue => Queue(policy, queue))];
        _outages = [.. jobs.Layout.Outages.SelectMany((o, i) => ((long, int, int)[])[(o.FromS, i, 1), (o.ToS, i, -1)]).Order()];
    }

    /// <summary>Simulates.</summary>
    /// <param name="jobs">Jobs beside their machine, without a job that it can never run.</param>
    /// <param name="policy">Who starts when.</param>
    /// <param name="options">How the fair share forgets and how far the conservative policy looks; null for the defaults.</param>
    /// <param name="cancellation">Stops between events.</param>
    public static MachineSchedule Run(MachineJobs jobs, MachinePolicyKind policy, QueueOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        return new MachineSimulator(jobs, policy, options ?? new QueueOptions()).Run(policy, cancellation);
    }

    MachineSchedule Run(MachinePolicyKind policy, CancellationToken cancellation)
    {
        var trace = _jobs.Trace;
        for (int next = 0, events = 0; next < trace.Count || _machine.Running > 0 || _waiting > 0; events++)
        {
            if (events % CancellationEvery == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            _machine.NowS = Math.Min(Math.Min(_machine.NextEndS, next < trace.Count ? trace.SubmitS[next] : long.MaxValue), NextChange(events));
            if (_machine.NowS == long.MaxValue)
            {
                throw new InvalidOperationException($"{_waiting} jobs wait and nothing is to come");
            }

            _hasEarly = _machine.EndJobs();
            ChangeOutages();
            CutPower();
            for (; next < trace.Count && trace.SubmitS[next] == _machine.NowS; next++)
            {
                Add(next);
            }

            Pass();
        }

        return _machine.Log.Schedule(policy);
    }

    MachinePass Queue(MachinePolicyKind policy, int queue) => policy switch
    {
        MachinePolicyKind.Fifo => new InOrderPass(_jobs, _machine, _displacement, _ => 0),
        MachinePolicyKind.ShortestFirst => new InOrderPass(_jobs, _machine, _displacement, job => _machine.EstimateS[job]),
        MachinePolicyKind.Easy => new BackfillPass(_jobs, _machine, _displacement, _ => 0),
        MachinePolicyKind.Conservative => new ReservingPass(_jobs, _machine, _displacement, (GroupsOf(queue), _depth)),
        MachinePolicyKind.FairShare => new BackfillPass(_jobs, _machine, _displacement, job => -_fairShare!.Factor[_jobs.AccountOf[job]]),
        _ => throw new ArgumentOutOfRangeException(nameof(policy), policy, "no such policy"),
    };

    /// <summary>Groups of alike nodes that the jobs of a queue may use.</summary>
    int[] GroupsOf(int queue) => [.. Enumerable.Range(0, _queueOf.Length).Where(list => _queueOf[list] == queue).SelectMany(list => _jobs.Eligible[list]).Select(node => _jobs.Layout.Group[node]).Distinct().Order()];

    /// <summary>Next begin or end of an outage, or next hour where a power limit matters.</summary>
    long NextChange(int events)
    {
        var outage = _nextOutage < _outages.Length ? _outages[_nextOutage].TimeS : long.MaxValue;
        var isEmpty = _waiting == 0 && _machine.Running == 0;
        return events == 0 || isEmpty || _jobs.Layout.LimitMilliwatt.Length == 0 ? outage
            : Math.Min(outage, (_machine.NowS / Machine.SecondsPerHour + 1) * Machine.SecondsPerHour);
    }

    void ChangeOutages()
    {
        for (; _nextOutage < _outages.Length && _outages[_nextOutage].TimeS <= _machine.NowS; _nextOutage++)
        {
            var (_, outage, change) = _outages[_nextOutage];
            var nodes = _jobs.Layout.Outages[outage].Nodes;
            if (change > 0)
            {
                foreach (var run in _machine.ReleaseRun.ToArray().Where(run => _machine.Log.PlacedOf(run).ToArray().Any(p => nodes.Contains(p.Node))))
                {
                    Again(_machine.Stop(run, RunEnd.Outage));
                }
            }

            foreach (var node in nodes)
            {
                _machine.Down(node, change);
            }

            _hasEarly = true;
        }
    }

    /// <summary>Where an hour begins or nodes come back the limit is held again, as far as jobs may be stopped.</summary>
    void CutPower()
    {
        if (_jobs.Layout.LimitMilliwatt.Length == 0)
        {
            return;
        }

        if (_machine.NowS % Machine.SecondsPerHour == 0)
        {
            _machine.NoteRelease();
        }

        foreach (var job in _displacement.CutPower())
        {
            Again(job);
        }
    }

    void Add(int job)
    {
        _waiting++;
        _queues[_queueOf[_machine.ShapeOf(job).Eligible]].Add(job);
    }

    /// <summary>A job that was stopped waits again, unless it is lost (−1).</summary>
    void Again(int job)
    {
        _hasEarly = true;
        if (job >= 0)
        {
            Add(job);
        }
    }

    void Pass()
    {
        var isNew = _fairShare?.Recalculate(_machine.NowS) == true;
        for (var again = true; again;)
        {
            again = false;
            var releases = _machine.Releases;
            foreach (var queue in _queues)
            {
                if (isNew)
                {
                    queue.Sort();
                }

                var (hasReleases, before) = (_machine.Releases != _seenReleases, _machine.Log.Count);
                var stopped = queue.Pass(hasReleases, _hasEarly);
                _waiting -= _machine.Log.Count - before;
                stopped.ForEach(Again);
                again |= stopped.Count > 0;
            }

            isNew = false;
            _seenReleases = releases;
            _hasEarly = again;
        }
    }
}
