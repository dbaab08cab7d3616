namespace Suandian.Scheduling.Machines;

/// <summary>Who makes room: for the first waiting job of a section that may displace others, and where the power limit falls.</summary>
/// <remarks>Smaller priority first, of equal ones the latest start, as it has least to lose; a run that turns out not to be needed goes on.</remarks>
sealed class Displacement
{
    readonly MachineJobs _jobs;
    readonly RunningMachine _machine;
    readonly NodeStates _trial;
    readonly bool[][] _mayDisplace; // [section][section]

    internal Displacement(MachineJobs jobs, RunningMachine machine)
    {
        (_jobs, _machine, _trial) = (jobs, machine, new NodeStates(jobs.Layout));
        _mayDisplace = [.. jobs.Sections.Select(s => (bool[])[.. jobs.Sections.Select(o => o.Preemptible && s.Preempts.Contains(o.Name))])];
    }

    /// <summary>Stops runs so that a job can start now; stops none where that does not help.</summary>
    /// <returns>Jobs that wait again; null where nobody was stopped.</returns>
    internal List<int>? MakeRoom(int job)
    {
        var may = _mayDisplace[_jobs.SectionOf[job]];
        if (!Array.Exists(may, m => m))
        {
            return null;
        }

        var (shape, victims) = (_machine.ShapeOf(job), Victims(section => may[section]));
        _trial.CopyFrom(_machine.State);
        var (power, count) = (_machine.PowerMilliwatt + _jobs.MostMilliwatt[_jobs.ShapeOf[job]], 0);
        bool Fits() => power <= _jobs.Layout.LimitAt(_machine.NowS) && _jobs.Eligible[shape.Eligible].Sum(n => _machine.IsDrainedFor(job, n) ? 0 : (long)_trial.Fit(n, shape)) >= shape.Parts;
        while (!Fits())
        {
            if (count == victims.Length)
            {
                return null;
            }

            power -= Move(victims[count++], release: true);
        }

        var stopped = victims[..count].ToList();
        for (var i = count - 2; i >= 0; i--) // the last one was needed
        {
            power += Move(victims[i], release: false);
            if (Fits())
            {
                stopped.Remove(victims[i]);
            }
            else
            {
                power -= Move(victims[i], release: true);
            }
        }

        return [.. stopped.Select(run => _machine.Stop(run, RunEnd.Preempted)).Where(j => j >= 0)];
    }

    /// <summary>Stops preemptible runs until the power limit holds or none is left.</summary>
    /// <returns>Jobs that wait again.</returns>
    internal List<int> CutPower()
    {
        var (over, stopped) = (_machine.PowerMilliwatt - _jobs.Layout.LimitAt(_machine.NowS), new List<int>());
        foreach (var run in over > 0 ? Victims(section => _jobs.Sections[section].Preemptible) : [])
        {
            if (over <= 0)
            {
                break;
            }

            stopped.Add(run);
            over -= PowerOf(run);
        }

        for (var i = stopped.Count - 2; i >= 0; i--) // the last one was needed
        {
            if (over + PowerOf(stopped[i]) <= 0)
            {
                over += PowerOf(stopped[i]);
                stopped.RemoveAt(i);
            }
        }

        return [.. stopped.Select(run => _machine.Stop(run, RunEnd.PowerCut)).Where(j => j >= 0)];
    }

    int[] Victims(Predicate<int> isOf)
    {
        int SectionOf(int run) => _jobs.SectionOf[_machine.Log.JobOf(run)];
        return [.. _machine.ReleaseRun.ToArray().Where(run => isOf(SectionOf(run))).OrderBy(run => _jobs.Sections[SectionOf(run)].Priority)
            .ThenByDescending(_machine.Log.StartOf).ThenByDescending(run => run)];
    }

    long PowerOf(int run)
    {
        var (shape, power) = (_machine.ShapeOf(_machine.Log.JobOf(run)), 0L);
        foreach (var placed in _machine.Log.PlacedOf(run))
        {
            power += placed.Parts * shape.PowerMilliwatt(_jobs.Layout, placed.Node);
        }

        return power;
    }

    /// <summary>Releases a run in the trial state, or takes it again.</summary>
    /// <returns>Its power, mW.</returns>
    long Move(int run, bool release)
    {
        var shape = _machine.ShapeOf(_machine.Log.JobOf(run));
        foreach (var placed in _machine.Log.PlacedOf(run))
        {
            if (release)
            {
                _trial.Release(placed, shape);
            }
            else
            {
                _trial.Retake(placed, shape);
            }
        }

        return PowerOf(run);
    }
}
