namespace Suandian.Scheduling;

/// <summary>Schedules by the definitions alone: at every instant everything is counted anew from all jobs.</summary>
sealed class BruteForce(JobTrace trace, int processors)
{
    readonly long[] _start = [.. Enumerable.Repeat(-1L, trace.Count)];
    readonly SortedSet<long> _instants = [.. trace.SubmitS];
    readonly HashSet<int> _ofThisPass = [];
    long _now;

    internal long[] Starts(QueuePolicyKind policy)
    {
        while (_instants.Count > 0)
        {
            _now = _instants.Min;
            _ofThisPass.Clear();
            Pass(policy, [.. Jobs.Where(j => _start[j] < 0 && trace.SubmitS[j] <= _now)]);
            if (!_ofThisPass.Any(j => trace.RunS[j] == 0)) // a job of 0 s ends at this instant, and another pass follows
            {
                _instants.Remove(_now);
            }
        }

        return _start;
    }

    IEnumerable<int> Jobs => Enumerable.Range(0, trace.Count);

    int[] Running => [.. Jobs.Where(j => _start[j] >= 0 && (_start[j] + trace.RunS[j] > _now || _ofThisPass.Contains(j)))];

    int Free => processors - Running.Sum(j => trace.Processors[j]);

    long EstimatedEnd(int job) => _start[job] + trace.EstimateS[job];

    void Start(int job)
    {
        _start[job] = _now;
        _ofThisPass.Add(job);
        _instants.Add(_now + trace.RunS[job]);
    }

    void Pass(QueuePolicyKind policy, int[] waiting)
    {
        switch (policy)
        {
            case QueuePolicyKind.Fifo:
                InOrder(waiting);
                break;
            case QueuePolicyKind.ShortestFirst:
                InOrder([.. waiting.OrderBy(j => trace.EstimateS[j]).ThenBy(j => j)]);
                break;
            case QueuePolicyKind.Easy:
                Backfill(InOrder(waiting));
                break;
            default:
                ReserveAll(waiting);
                break;
        }
    }

    /// <summary>Starts the first ones while they fit and returns the rest.</summary>
    int[] InOrder(int[] waiting)
    {
        var count = 0;
        for (; count < waiting.Length && trace.Processors[waiting[count]] <= Free; count++)
        {
            Start(waiting[count]);
        }

        return waiting[count..];
    }

    void Backfill(int[] waiting)
    {
        if (waiting is not [var first, .. var others])
        {
            return;
        }

        int FreeAt(long time) => Free + Running.Where(j => EstimatedEnd(j) <= time).Sum(j => trace.Processors[j]);
        var shadow = Running.Select(EstimatedEnd).Order().First(time => FreeAt(time) >= trace.Processors[first]);
        var extra = FreeAt(shadow) - trace.Processors[first];
        foreach (var job in others.Where(j => trace.Processors[j] <= Free))
        {
            var endsBefore = _now + trace.EstimateS[job] <= shadow;
            if (trace.Processors[job] <= Free && (endsBefore || trace.Processors[job] <= extra))
            {
                extra -= endsBefore ? 0 : trace.Processors[job];
                Start(job);
            }
        }
    }

    void ReserveAll(int[] waiting)
    {
        var held = Running.Select(j => (From: _start[j], To: EstimatedEnd(j), Processors: trace.Processors[j])).ToList();
        int FreeAt(long time) => processors - held.Where(h => h.From <= time && time < h.To).Sum(h => h.Processors);
        foreach (var job in waiting)
        {
            bool Fits(long from) => held.Select(h => h.From).Where(t => t > from && t < from + trace.EstimateS[job]).Append(from).All(t => FreeAt(t) >= trace.Processors[job]);
            var begin = held.Select(h => h.To).Append(_now).Where(t => t >= _now).Order().First(Fits);
            held.Add((begin, begin + trace.EstimateS[job], trace.Processors[job]));
            if (begin == _now)
            {
                Start(job);
            }
        }
    }
}
