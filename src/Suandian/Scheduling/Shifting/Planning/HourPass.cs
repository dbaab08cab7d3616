namespace Suandian.Scheduling.Shifting.Planning;

/// <summary>One hour from event to event: jobs that want to run start while processors are free, the least patient first.</summary>
/// <param name="limit">Processors that may run.</param>
/// <param name="end">Slot after the hour's last.</param>
sealed class HourPass(double limit, int end)
{
    readonly PriorityQueue<(int? Job, int Cpus), (int Slot, int Order)> _events = new();
    readonly List<int> _wanting = [];
    int _used;

    /// <summary>Processors that are held until a slot.</summary>
    internal void Occupy(int cpus, int until)
    {
        _used += cpus;
        Release(cpus, until);
    }

    /// <summary>A job wants to run from a slot on; one after the hour is none of this pass.</summary>
    internal void Want(int job, int from)
    {
        if (from < end)
        {
            _events.Enqueue((job, 0), (from, 1 + job));
        }
    }

    /// <summary>Runs the hour.</summary>
    /// <param name="claim">What a job takes if it starts at a slot.</param>
    /// <param name="start">Told of every start: job, slot, slot of the stop.</param>
    internal void Run(Func<int, int, Claim> claim, Action<int, int, int> start)
    {
        while (_events.TryPeek(out _, out var next))
        {
            var now = next.Slot;
            while (_events.TryPeek(out var what, out var at) && at.Slot == now)
            {
                _events.Dequeue();
                _used -= what.Cpus;
                if (what.Job is { } job)
                {
                    _wanting.Add(job);
                }
            }

            foreach (var job in _wanting.OrderBy(j => claim(j, now).Patience).ThenBy(j => j).ToArray())
            {
                var asked = claim(job, now);
                if (_used + asked.Cpus <= limit)
                {
                    _used += asked.Cpus;
                    _wanting.Remove(job);
                    start(job, now, asked.Stop);
                    Release(asked.Cpus, asked.Stop);
                }
            }
        }
    }

    void Release(int cpus, int at)
    {
        if (at < end)
        {
            _events.Enqueue((null, cpus), (at, 0));
        }
    }
}

/// <summary>What a job takes if it starts.</summary>
/// <param name="Cpus">Processors.</param>
/// <param name="Patience">Slots that it may still wait.</param>
/// <param name="Stop">Slot at which it stops.</param>
readonly record struct Claim(int Cpus, int Patience, int Stop);
