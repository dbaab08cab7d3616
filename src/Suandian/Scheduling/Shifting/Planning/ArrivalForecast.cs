using Suandian.Scheduling.Shifting.Bounds;
using Suandian.Scheduling.Shifting.Clusters;

namespace Suandian.Scheduling.Shifting.Planning;

/// <summary>Work that is expected to arrive: each class, of jobs that may go to the same clusters, as much an hour as on average so far.</summary>
/// <param name="question">The jobs; of those that have not arrived nothing is asked but the means of their classes.</param>
sealed class ArrivalForecast(ShiftQuestion question)
{
    readonly SortedDictionary<(bool IsLong, ulong Open), Seen> _seen = [];
    int _hours;

    /// <summary>An hour has passed; these have arrived in it.</summary>
    internal void Learn(Range arrived)
    {
        _hours++;
        for (var j = arrived.Start.Value; j < arrived.End.Value; j++)
        {
            var (job, open) = (question.Trace.Job(j, question.Options), 0UL);
            for (var p = 0; p < question.Choice.Count; p++)
            {
                open |= question.Choice.Allows(j, p) ? 1UL << p : 0;
            }

            if (!_seen.TryGetValue((job.IsLong, open), out var seen))
            {
                _seen[(job.IsLong, open)] = seen = new Seen(new double[question.Choice.Count], new double[question.Choice.Count]);
            }

            seen.Add(job, j, question.Choice);
        }
    }

    /// <summary>Adds what is expected in the hours after the first; hours are counted from the one that begins.</summary>
    internal void AddTo(WorkItems items, int hours)
    {
        var at = new Item[question.Choice.Count];
        foreach (var ((isLong, open), seen) in _seen)
        {
            var (mean, wait) = (isLong ? question.Trace.MeanLong : question.Trace.MeanShort, question.Options.WaitSlots(isLong));
            for (var hour = 1; hour < hours && _hours > 0; hour++)
            {
                var middle = hour * ShiftTrace.SlotsPerHour + ShiftTrace.SlotsPerHour / 2;
                for (var p = 0; p < at.Length; p++)
                {
                    var late = Math.Min(wait, (int)(seen.Delay[p] / seen.Jobs));
                    at[p] = (open >> p & 1) == 0 ? Item.None
                        : Item.Of((middle + late, middle + mean + wait), mean, seen.CpuSlots / _hours / mean) with { Move = seen.Move[p] / _hours };
                }

                items.Add(at);
            }
        }
    }

    /// <summary>What has arrived of one kind.</summary>
    sealed class Seen(double[] move, double[] delay)
    {
        internal double CpuSlots { get; private set; }

        internal int Jobs { get; private set; }

        /// <summary>Cost of moving by cluster.</summary>
        internal double[] Move => move;

        /// <summary>Slots until data are there, by cluster.</summary>
        internal double[] Delay => delay;

        internal void Add(in ShiftJob job, int index, ClusterChoice choice)
        {
            (CpuSlots, Jobs) = (CpuSlots + (double)job.Expected * job.Cpus, Jobs + 1);
            for (var p = 0; p < move.Length; p++)
            {
                if (choice.Allows(index, p))
                {
                    move[p] += choice.Move(index, p, choice.Options.Goal);
                    delay[p] += choice.Ready(index, p) - job.Arrival;
                }
            }
        }
    }
}
