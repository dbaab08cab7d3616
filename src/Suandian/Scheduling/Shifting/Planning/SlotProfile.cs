namespace Suandian.Scheduling.Shifting.Planning;

/// <summary>Processors in use by slot, hour by hour as steps; says where some more fit.</summary>
/// <param name="limit">Processors that may run. Shape [hours]; null for no limit. Beyond its end nothing may.</param>
sealed class SlotProfile(double[]? limit)
{
    readonly List<Step>?[] _hours = new List<Step>?[limit?.Length ?? 0]; // null or empty where nothing runs
    readonly List<int> _used = [];

    /// <summary>Forgets all use.</summary>
    internal void Clear()
    {
        foreach (var hour in _used)
        {
            _hours[hour]!.Clear();
        }

        _used.Clear();
    }

    /// <summary>True where nothing limits.</summary>
    internal bool IsUnlimited => limit is null;

    /// <summary>Hours that the limits tell; all where there is none.</summary>
    internal int Hours => limit?.Length ?? int.MaxValue;

    /// <summary>Processors that may run in an hour.</summary>
    internal double Limit(int hour) => limit is null ? double.PositiveInfinity : hour < limit.Length ? limit[hour] : 0;

    /// <summary>Adds the times within a part of one hour in which so many processors fit.</summary>
    internal void Free(int start, int end, int cpus, List<(int Start, int End)> into)
    {
        var hour = start / ShiftTrace.SlotsPerHour;
        var most = Limit(hour) - cpus;
        if (most < 0)
        {
            return;
        }

        if (limit is null || _hours[hour] is not { Count: > 0 } steps)
        {
            into.Add((start, end));
            return;
        }

        var (from, first) = (hour * ShiftTrace.SlotsPerHour, into.Count);
        foreach (var step in steps)
        {
            var (begin, stop) = (Math.Max(from, start), Math.Min(step.End, end));
            from = step.End;
            if (step.Cpus > most || begin >= stop)
            {
                continue;
            }

            if (into.Count > first && into[^1].End == begin)
            {
                into[^1] = (into[^1].Start, stop);
            }
            else
            {
                into.Add((begin, stop));
            }
        }
    }

    /// <summary>Uses processors from one slot to another, where there are limits.</summary>
    internal void Take(int start, int end, int cpus)
    {
        for (var at = start; at < end && at / ShiftTrace.SlotsPerHour < _hours.Length;)
        {
            var hour = at / ShiftTrace.SlotsPerHour;
            var stop = Math.Min(end, (hour + 1) * ShiftTrace.SlotsPerHour);
            TakeIn(hour, at, stop, cpus);
            at = stop;
        }
    }

    void TakeIn(int hour, int start, int end, int cpus)
    {
        var steps = _hours[hour] ??= [];
        if (steps.Count == 0)
        {
            steps.Add(new Step((hour + 1) * ShiftTrace.SlotsPerHour, 0));
            _used.Add(hour);
        }

        Split(steps, start, hour * ShiftTrace.SlotsPerHour);
        Split(steps, end, hour * ShiftTrace.SlotsPerHour);
        var from = hour * ShiftTrace.SlotsPerHour;
        for (var k = 0; k < steps.Count; k++)
        {
            var step = steps[k];
            steps[k] = from >= start && step.End <= end ? step with { Cpus = step.Cpus + cpus } : step;
            from = step.End;
        }

        for (var k = steps.Count - 1; k > 0; k--)
        {
            if (steps[k].Cpus == steps[k - 1].Cpus)
            {
                steps[k - 1] = steps[k];
                steps.RemoveAt(k);
            }
        }
    }

    /// <summary>Lets a step end at a slot.</summary>
    static void Split(List<Step> steps, int at, int begin)
    {
        var k = 0;
        while (steps[k].End < at)
        {
            k++;
        }

        if (at > begin && steps[k].End != at)
        {
            steps.Insert(k, steps[k] with { End = at });
        }
    }

    /// <summary>Use until a slot.</summary>
    readonly record struct Step(int End, int Cpus);
}
