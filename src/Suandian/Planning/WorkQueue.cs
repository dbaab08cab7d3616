namespace Suandian.Planning;

/// <summary>Work that waits, first in first out, each part with its hour of arrival.</summary>
sealed class WorkQueue
{
    readonly List<(int Hour, double Amount)> _parts = [];
    int _front;

    /// <summary>Work that did not wait but was asked for, GPU-h; sum over all <see cref="Take"/>.</summary>
    internal double Missing { get; private set; }

    internal void Arrive(int hour, double amount) => _parts.Add((hour, amount));

    /// <summary>Takes an amount from the oldest work on; what is not there counts as <see cref="Missing"/>.</summary>
    internal List<(int Hour, double Amount)> Take(double amount)
    {
        var taken = new List<(int, double)>();
        while (amount > 0 && _front < _parts.Count)
        {
            var (hour, waiting) = _parts[_front];
            var part = Math.Min(waiting, amount);
            if (part > 0)
            {
                taken.Add((hour, part));
            }

            amount -= part;
            _parts[_front] = (hour, waiting - part);
            _front += waiting <= part ? 1 : 0;
        }

        Missing += Math.Max(0, amount);
        return taken;
    }

    /// <summary>
    /// The queue at the beginning of a cyclic block: the latest arrivals that add up to the backlog of its last hour.
    /// Hours before the block are negative; what no arrival of the block and its deadline explains is older than both.
    /// </summary>
    internal static WorkQueue AtBeginning(ReadOnlySpan<double> arrivals, double backlog, int deadlineH)
    {
        var parts = new List<(int Hour, double Amount)>();
        var oldest = -arrivals.Length - deadlineH - 1;
        for (var hour = -1; backlog > 0 && hour > oldest; hour--)
        {
            var place = hour % arrivals.Length;
            var part = Math.Min(arrivals[place < 0 ? place + arrivals.Length : place], backlog);
            parts.Add((hour, part));
            backlog -= part;
        }

        parts.Add((oldest, Math.Max(0, backlog)));
        parts.Reverse();
        var queue = new WorkQueue();
        queue._parts.AddRange(parts);
        return queue;
    }
}
