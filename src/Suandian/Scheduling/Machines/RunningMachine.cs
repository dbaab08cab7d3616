using System.Runtime.InteropServices;

namespace Suandian.Scheduling.Machines;

/// <summary>A machine in the course of a simulation: what is free, what runs, what each section holds, what power it draws.</summary>
sealed class RunningMachine
{
    readonly MachineJobs _jobs;
    readonly RunLog _log;
    readonly PriorityQueue<int, long> _ends = new(); // runs by their real end; those stopped before stay in it
    readonly List<Placed> _chosen = [];
    readonly (long Cpus, long Milli)[] _held; // by section
    readonly int[] _failedAt; // of a shape: number of releases when it did not fit
    readonly Checkpoints[] _checkpoints; // by section
    readonly bool[] _isRestart;
    readonly FairShare? _fairShare;
    long[] _releaseS = new long[16]; // estimated ends of what runs, ascending
    int[] _releaseRun = new int[16];

    internal RunningMachine(MachineJobs jobs, FairShare? fairShare)
    {
        (_jobs, _log, _fairShare) = (jobs, new RunLog(jobs), fairShare);
        (State, Layout) = (new NodeStates(jobs.Layout), jobs.Layout);
        (_held, _failedAt, _isRestart) = (new (long, long)[jobs.Sections.Length], new int[jobs.Shapes.Count], new bool[jobs.Trace.Count]);
        Array.Fill(_failedAt, -1);
        (WorkS, EstimateS) = ([.. jobs.Trace.RunS], [.. jobs.Trace.EstimateS]);
        _checkpoints = [.. jobs.Sections.Select(Checkpoints.Of)];
        PowerMilliwatt = Layout.IdleMilliwatt.Sum();
    }

    internal MachineLayout Layout { get; }

    internal NodeStates State { get; }

    internal RunLog Log => _log;

    /// <summary>Time, s.</summary>
    internal long NowS { get; set; }

    /// <summary>Number of times something became free.</summary>
    internal int Releases { get; private set; }

    /// <summary>Power of nodes that are up and of jobs, mW.</summary>
    internal long PowerMilliwatt { get; private set; }

    /// <summary>Work that is left of each job, and what its estimate leaves, s.</summary>
    internal long[] WorkS { get; }

    internal long[] EstimateS { get; }

    internal int Running { get; private set; }

    /// <summary>Estimated ends of what runs, s, ascending.</summary>
    internal ReadOnlySpan<long> ReleaseS => _releaseS.AsSpan(0, Running);

    /// <summary>Runs in the order of <see cref="ReleaseS"/>.</summary>
    internal ReadOnlySpan<int> ReleaseRun => _releaseRun.AsSpan(0, Running);

    /// <summary>Next real end, s; <see cref="long.MaxValue"/> where nothing runs.</summary>
    internal long NextEndS
    {
        get
        {
            while (_ends.TryPeek(out var run, out var end))
            {
                if (_log.IsRunning(run))
                {
                    return end;
                }

                _ends.Dequeue();
            }

            return long.MaxValue;
        }
    }

    internal JobShape ShapeOf(int job) => _jobs.Shapes[_jobs.ShapeOf[job]];

    /// <summary>Time that a job would run by what its estimate leaves, s.</summary>
    internal long ExpectedS(int job) => _checkpoints[_jobs.SectionOf[job]].TimeS(EstimateS[job], _isRestart[job]);

    /// <summary>True where a job that starts now would by its estimate run into an outage of a node that is known beforehand.</summary>
    internal bool IsDrainedFor(int job, int node) => Layout.Announced.Length > 0 && Layout.NextAnnouncedS(node, NowS) - NowS < ExpectedS(job);

    /// <summary>True where the quota of its section leaves no room for a job.</summary>
    internal bool IsOverQuota(int job)
    {
        var (section, shape) = (_jobs.SectionOf[job], ShapeOf(job));
        var (cpus, milli) = _jobs.Quotas[section];
        return cpus - _held[section].Cpus < (long)shape.Parts * shape.Cpus || milli - _held[section].Milli < (long)shape.Parts * shape.Milli;
    }

    /// <summary>Something that was taken is free again, or a limit has risen.</summary>
    internal void NoteRelease() => Releases++;

    /// <summary>A node goes down or comes back.</summary>
    internal void Down(int node, int change)
    {
        var was = State.IsUp(node);
        State.Down(node, change);
        PowerMilliwatt += was == State.IsUp(node) ? 0 : was ? -Layout.IdleMilliwatt[node] : Layout.IdleMilliwatt[node];
        Releases++;
    }

    /// <summary>Chooses nodes for a job, the first that fit.</summary>
    /// <returns>The nodes, to be used at once; empty where it does not fit or the power limit would not hold.</returns>
    internal ReadOnlySpan<Placed> Choose(int job)
    {
        var shape = ShapeOf(job);
        if (_failedAt[_jobs.ShapeOf[job]] == Releases || ((long)shape.Parts * shape.Cpus > State.FreeCpus))
        {
            return [];
        }

        var (left, power, isShut) = (shape.Parts, PowerMilliwatt, false);
        _chosen.Clear();
        foreach (var node in _jobs.Eligible[shape.Eligible])
        {
            var parts = State.Fit(node, shape);
            if (parts == 0 || IsDrainedFor(job, node))
            {
                isShut |= parts > 0;
                continue;
            }

            parts = Math.Min(parts, left);
            _chosen.Add(new Placed(node, parts, 0));
            (left, power) = (left - parts, power + parts * shape.PowerMilliwatt(Layout, node));
            if (left == 0)
            {
                break;
            }
        }

        if (left > 0 || power > Layout.LimitAt(NowS))
        {
            _failedAt[_jobs.ShapeOf[job]] = isShut ? -1 : Releases; // a shorter job of this shape may run before the outage
            return [];
        }

        return CollectionsMarshal.AsSpan(_chosen);
    }

    /// <summary>Starts a job on the nodes that <see cref="Choose"/> gave last.</summary>
    internal void Start(int job, ReadOnlySpan<Placed> chosen)
    {
        var (shape, section) = (ShapeOf(job), _jobs.SectionOf[job]);
        var placed = CollectionsMarshal.AsSpan(_chosen);
        for (var i = 0; i < chosen.Length; i++)
        {
            placed[i] = chosen[i] with { Accelerators = State.Take(chosen[i].Node, chosen[i].Parts, shape) };
            PowerMilliwatt += chosen[i].Parts * shape.PowerMilliwatt(Layout, chosen[i].Node);
        }

        _held[section] = (_held[section].Cpus + (long)shape.Parts * shape.Cpus, _held[section].Milli + (long)shape.Parts * shape.Milli);
        var run = _log.Start(job, NowS, placed);
        _fairShare?.Change(job, 1, NowS);
        AddRelease(run, NowS + ExpectedS(job));
        _ends.Enqueue(run, NowS + _checkpoints[section].TimeS(WorkS[job], _isRestart[job]));
    }

    /// <summary>Ends every run whose time is now.</summary>
    /// <returns>True where one of them ended before its estimate.</returns>
    internal bool EndJobs()
    {
        var early = false;
        while (NextEndS == NowS)
        {
            var run = _ends.Dequeue();
            early |= _log.StartOf(run) + ExpectedS(_log.JobOf(run)) > NowS;
            WorkS[_log.JobOf(run)] = 0;
            Free(run, RunEnd.Done);
        }

        return early;
    }

    /// <summary>Stops a run before its end; its job keeps the work of the last checkpoint.</summary>
    /// <returns>The job where it waits again; −1 where it is lost.</returns>
    internal int Stop(int run, RunEnd why)
    {
        var job = _log.JobOf(run);
        var section = _jobs.SectionOf[job];
        var saved = _checkpoints[section].After(NowS - _log.StartOf(run), WorkS[job], _isRestart[job]).SavedS;
        Free(run, why);
        (WorkS[job], EstimateS[job], _isRestart[job]) = (WorkS[job] - saved, EstimateS[job] - saved, true);
        return _jobs.Sections[section].Requeue ? job : -1;
    }

    void Free(int run, RunEnd why)
    {
        var job = _log.JobOf(run);
        var (shape, section) = (ShapeOf(job), _jobs.SectionOf[job]);
        foreach (var placed in _log.PlacedOf(run))
        {
            State.Release(placed, shape);
            PowerMilliwatt -= placed.Parts * shape.PowerMilliwatt(Layout, placed.Node);
        }

        _held[section] = (_held[section].Cpus - (long)shape.Parts * shape.Cpus, _held[section].Milli - (long)shape.Parts * shape.Milli);
        _fairShare?.Change(job, -1, NowS);
        RemoveRelease(run, _log.StartOf(run) + ExpectedS(job));
        _log.End(run, NowS, why);
        Releases++;
    }

    void AddRelease(int run, long endS)
    {
        if (Running == _releaseS.Length)
        {
            Array.Resize(ref _releaseS, 2 * Running);
            Array.Resize(ref _releaseRun, 2 * Running);
        }

        var place = FirstAfter(endS);
        Array.Copy(_releaseS, place, _releaseS, place + 1, Running - place);
        Array.Copy(_releaseRun, place, _releaseRun, place + 1, Running - place);
        (_releaseS[place], _releaseRun[place]) = (endS, run);
        Running++;
    }

    void RemoveRelease(int run, long endS)
    {
        var place = FirstAfter(endS) - 1;
        while (_releaseRun[place] != run)
        {
            place--;
        }

        Running--;
        Array.Copy(_releaseS, place + 1, _releaseS, place, Running - place);
        Array.Copy(_releaseRun, place + 1, _releaseRun, place, Running - place);
    }

    int FirstAfter(long timeS)
    {
        var at = ReleaseS.BinarySearch(timeS);
        at = at < 0 ? ~at : at;
        while (at < Running && _releaseS[at] <= timeS)
        {
            at++;
        }

        return at;
    }
}
