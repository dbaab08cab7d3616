using System.Runtime.InteropServices;

namespace Suandian.Scheduling.Machines;

/// <summary>Runs in order of start, as they are made.</summary>
sealed class RunLog(MachineJobs jobs)
{
    readonly List<int> _job = [], _first = [0];
    readonly List<long> _startS = [], _endS = [];
    readonly List<RunEnd> _end = [];
    readonly List<Placed> _placed = [];

    /// <summary>Notes a start.</summary>
    /// <returns>Number of the run.</returns>
    internal int Start(int job, long nowS, ReadOnlySpan<Placed> placed)
    {
        _job.Add(job);
        _startS.Add(nowS);
        _endS.Add(-1);
        _end.Add(RunEnd.Done);
        _placed.AddRange(placed);
        _first.Add(_placed.Count);
        return _job.Count - 1;
    }

    /// <summary>Notes an end.</summary>
    internal void End(int run, long nowS, RunEnd end) => (_endS[run], _end[run]) = (nowS, end);

    /// <summary>Number of runs.</summary>
    internal int Count => _job.Count;

    internal int JobOf(int run) => _job[run];

    internal long StartOf(int run) => _startS[run];

    internal bool IsRunning(int run) => _endS[run] < 0;

    internal ReadOnlySpan<Placed> PlacedOf(int run) => CollectionsMarshal.AsSpan(_placed)[_first[run].._first[run + 1]];

    internal MachineSchedule Schedule(MachinePolicyKind policy) => new()
    {
        Policy = policy,
        Job = [.. _job],
        StartS = [.. _startS],
        EndS = [.. _endS],
        End = [.. _end],
        First = [.. _first],
        Placed = [.. _placed],
        NodeNames = jobs.Layout.Names,
    };
}
