namespace Suandian.Scheduling.Machines;

/// <summary>When the first waiting job can start if running jobs end by their estimates, and whether another would delay it.</summary>
/// <remarks>
/// The state of all nodes is followed release by release until the job fits and the power limit of that hour holds it; a later job delays it where it would no longer
/// fit at that time. On alike processors that is shadow time and extra of EASY, without approximation. Approximated: of power the least that the job may draw is
/// counted, an outage is not seen before it is over or begun, and nodes that are drained now for an outage known beforehand do not count.
/// </remarks>
sealed class HeadReservation(MachineJobs jobs, RunningMachine machine)
{
    readonly NodeStates _then = new(jobs.Layout);
    JobShape _shape;
    int _job;
    long _fits; // parts of the job that fit then
    long _spareMilliwatt; // power that is left then beside the job

    /// <summary>Shadow time, s; <see cref="long.MaxValue"/> where no release lets the job start.</summary>
    internal long ShadowS { get; private set; }

    /// <summary>Reserves for a job that does not start now.</summary>
    internal void Reserve(int job)
    {
        _then.CopyFrom(machine.State);
        (_job, _shape, _fits) = (job, machine.ShapeOf(job), 0);
        foreach (var node in jobs.Eligible[_shape.Eligible])
        {
            _fits += machine.IsDrainedFor(job, node) ? 0 : _then.Fit(node, _shape);
        }

        var (need, power, k) = (jobs.LeastMilliwatt[jobs.ShapeOf[job]], machine.PowerMilliwatt, 0);
        var releaseS = machine.ReleaseS;
        var runs = machine.ReleaseRun;
        ShadowS = machine.NowS;
        while (true)
        {
            var next = k < runs.Length ? releaseS[k] : long.MaxValue;
            var hour = _fits >= _shape.Parts ? NextHour(ShadowS, power + need) : long.MaxValue;
            if (Math.Min(next, hour) == long.MaxValue)
            {
                (ShadowS, _spareMilliwatt) = (long.MaxValue, long.MaxValue);
                return;
            }

            ShadowS = Math.Min(next, hour);
            for (; k < runs.Length && releaseS[k] == ShadowS; k++)
            {
                power -= Release(runs[k]);
            }

            if (_fits >= _shape.Parts && power + need <= jobs.Layout.LimitAt(ShadowS))
            {
                _spareMilliwatt = jobs.Layout.LimitAt(ShadowS) - power - need;
                return;
            }
        }
    }

    /// <summary>True where a job on nodes chosen for it would delay the reserved one; else what it holds at the shadow time is counted.</summary>
    internal bool Delays(int job, ReadOnlySpan<Placed> chosen)
    {
        if (ShadowS == long.MaxValue || machine.NowS + machine.ExpectedS(job) <= ShadowS)
        {
            return false;
        }

        var (shape, fits, power, taken) = (machine.ShapeOf(job), _fits, 0L, new Placed[chosen.Length]);
        for (var i = 0; i < chosen.Length; i++)
        {
            var node = chosen[i].Node;
            var isOurs = IsEligible(node);
            fits -= isOurs ? _then.Fit(node, _shape) : 0;
            taken[i] = chosen[i] with { Accelerators = _then.Take(node, chosen[i].Parts, shape) };
            fits += isOurs ? _then.Fit(node, _shape) : 0;
            power += chosen[i].Parts * shape.PowerMilliwatt(jobs.Layout, node);
        }

        if (fits >= _shape.Parts && power <= _spareMilliwatt)
        {
            (_fits, _spareMilliwatt) = (fits, _spareMilliwatt - power);
            return false;
        }

        foreach (var placed in taken)
        {
            _then.Release(placed, shape);
        }

        return true;
    }

    /// <summary>Gives back what a run holds at the shadow time.</summary>
    /// <returns>Its power, mW.</returns>
    long Release(int run)
    {
        var (shape, power) = (machine.ShapeOf(machine.Log.JobOf(run)), 0L);
        foreach (var placed in machine.Log.PlacedOf(run))
        {
            var isOurs = IsEligible(placed.Node);
            _fits -= isOurs ? _then.Fit(placed.Node, _shape) : 0;
            _then.Release(placed, shape);
            _fits += isOurs ? _then.Fit(placed.Node, _shape) : 0;
            power += placed.Parts * shape.PowerMilliwatt(jobs.Layout, placed.Node);
        }

        return power;
    }

    /// <summary>Begin of the next hour of the table whose limit holds a power; within one round of the table.</summary>
    long NextHour(long fromS, long milliwatt)
    {
        var hours = jobs.Layout.LimitMilliwatt.Length;
        for (var h = fromS / Machine.SecondsPerHour + 1; h <= fromS / Machine.SecondsPerHour + hours; h++)
        {
            if (jobs.Layout.LimitAt(h * Machine.SecondsPerHour) >= milliwatt)
            {
                return h * Machine.SecondsPerHour;
            }
        }

        return long.MaxValue;
    }

    bool IsEligible(int node) => jobs.IsEligible(_shape.Eligible, node) && !machine.IsDrainedFor(_job, node);
}
