namespace Suandian.Scheduling.Shifting.Planning;

/// <summary>Processors in use by slot, hour by hour as steps; says where some more fit.</summary>
/// <param name="limit">Processors that may run. Shape [hours]; null for no limit. Beyond its end nothing may.</param>
sealed class SlotProfile(double[]? limit)
{
    readonly Dictionary<int, List<Step>> _hours = [];

    /// <summary>Forgets all use.</summary>
    internal void Clear() => _hours.Clear();

    /// <summary>True where nothing limits.</summary>
    internal bool IsUnlimited => limit is null;

    /// <summary>Hours that the limits tell; all where there is none.</summary>
    internal int Hours => limit?.Length ?? int.MaxValue;

    /// <summary>Processors that may run in an hour.</summary>
    internal double Limit(int hour) => limit is null ? double.PositiveInfinity : hour < limit.Length ? limit[hour] : 0;

    /// <summary>The times within a part of one hour in which so many processors fit.</summary>
    internal void Free(int start, int end, int cpus, List<(int Start, int End)> into)
    {
        into.Clear();
        var hour = start / ShiftTrace.SlotsPerHour;
        var most = Limit(hour) - cpus;
        if (most < 0)
        {
            return;
        }

        if (!_hours.TryGetValue(hour, out var steps))
        {
            into.Add((start, end));
            return;
        }

        var from = hour * ShiftTrace.SlotsPerHour;
        foreach (var step in steps)
        {
            var (begin, stop) = (Math.Max(from, start), Math.Min(step.End, end));
            from = step.End;
            if (step.Cpus > most || begin >= stop)
            {
                continue;
            }

            if (into.Count > 0 && into[^1].End == begin)
            {
                into[^1] = (into[^1].Start, stop);
            }
            else
            {
                into.Add((begin, stop));
            }
        }
    }

    /// <summary>Uses processors from one slot to another.</summary>
    internal void Take(int start, int end, int cpus)
    {
        for (var at = start; at < end && limit is not null;)
        {
            var hour = at / ShiftTrace.SlotsPerHour;
            var stop = Math.Min(end, (hour + 1) * ShiftTrace.SlotsPerHour);
            TakeIn(hour, at, stop, cpus);
            at = stop;
        }
    }

    void TakeIn(int hour, int start, int end, int cpus)
    {
        if (!_hours.TryGetValue(hour, out var steps))
        {
            _hours[hour] = steps = [new Step((hour + 1) * ShiftTrace.SlotsPerHour, 0)];
        }

        Split(steps, start, hour * ShiftTrace.SlotsPerHour);
        Split(steps, end, hour * ShiftTrace.SlotsPerHour);
        for (var k = 0; k < steps.Count; k++)
        {
            var from = k == 0 ? hour * ShiftTrace.SlotsPerHour : steps[k - 1].End;
            if (from >= start && steps[k].End <= end)
            {
                steps[k] = steps[k] with { Cpus = steps[k].Cpus + cpus };
            }
        }
    }

    /// <summary>Lets a step end at a slot.</summary>
    static void Split(List<Step> steps, int at, int begin)
    {
        var k = steps.FindIndex(s => s.End >= at);
        if (at > begin && steps[k].End != at)
        {
            steps.Insert(k, steps[k] with { End = at });
        }
    }

    /// <summary>Use until a slot.</summary>
    readonly record struct Step(int End, int Cpus);
}
