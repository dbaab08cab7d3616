namespace Suandian.Scheduling.Shifting.Bounds;

/// <summary>Work within a window of hours at a place.</summary>
/// <param name="First">First hour.</param>
/// <param name="Last">Last hour.</param>
/// <param name="WorkCpuH">Work, cpu h.</param>
/// <param name="RateCpus">Most processors at once.</param>
/// <param name="InFirstCpuH">Most work in the first hour, cpu h; that of the whole window where it is the only one.</param>
/// <param name="InLastCpuH">Most work in the last hour, cpu h.</param>
readonly record struct Item(int First, int Last, double WorkCpuH, double RateCpus, double InFirstCpuH, double InLastCpuH)
{
    const double SlotsPerHour = ShiftTrace.SlotsPerHour;

    /// <summary>Work that may not be done at a place.</summary>
    internal static Item None { get; } = new(0, -1, 0, 0, 0, 0);

    /// <summary>What moving it to the place adds, yuan or g.</summary>
    internal double Move { get; init; }

    /// <summary>True where it may be done.</summary>
    internal bool IsOpen => Last >= First;

    /// <summary>Hours of its window.</summary>
    internal int Hours => Last - First + 1;

    /// <summary>Work between two slots.</summary>
    /// <param name="window">First slot, and slot after the last; at least as long as the work.</param>
    /// <param name="slots">Slots of running.</param>
    /// <param name="cpus">Processors while it runs; for expected work not a whole number.</param>
    internal static Item Of((int Start, int End) window, int slots, double cpus)
    {
        var (first, last) = (window.Start / ShiftTrace.SlotsPerHour, (window.End - 1) / ShiftTrace.SlotsPerHour);
        var inFirst = Math.Min(window.End, (first + 1) * ShiftTrace.SlotsPerHour) - window.Start;
        return new Item(first, last, cpus * slots / SlotsPerHour, cpus, cpus * inFirst / SlotsPerHour, cpus * (window.End - last * SlotsPerHour) / SlotsPerHour);
    }

    /// <summary>Most work in an hour of the window, cpu h.</summary>
    internal double Most(int hour) => hour == First ? InFirstCpuH : hour == Last ? InLastCpuH : RateCpus;

    /// <summary>Together with work of the same hours.</summary>
    internal Item With(in Item other) => new(other.First, other.Last, WorkCpuH + other.WorkCpuH, RateCpus + other.RateCpus, InFirstCpuH + other.InFirstCpuH, InLastCpuH + other.InLastCpuH)
    {
        Move = Move + other.Move,
    };
}
