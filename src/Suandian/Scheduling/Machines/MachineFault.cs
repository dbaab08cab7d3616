namespace Suandian.Scheduling.Machines;

/// <summary>What is wrong in a schedule, at which job and when.</summary>
/// <param name="Kind">What.</param>
/// <param name="Job">Number of the job in its log.</param>
/// <param name="TimeS">When, s.</param>
public readonly record struct MachineFault(MachineFaultKind Kind, long Job, long TimeS);

/// <summary>What can be wrong in a schedule of a machine.</summary>
public enum MachineFaultKind
{
    /// <summary>A start before the arrival, or before the run before has ended.</summary>
    BeforeArrival,

    /// <summary>A run that is longer than the work that is left, or ends before it is done and says otherwise.</summary>
    WrongLength,

    /// <summary>A job that never comes to its end.</summary>
    NotDone,

    /// <summary>Not the parts the job has, or two of them on one node that have to sit apart.</summary>
    WrongParts,

    /// <summary>A node of another partition or chip.</summary>
    WrongNode,

    /// <summary>More processors, memory or accelerators than the node has.</summary>
    TooMuch,

    /// <summary>A node that is down.</summary>
    NodeDown,

    /// <summary>A section holds more than its quota.</summary>
    OverQuota,

    /// <summary>A job starts that lifts the power over the limit of the hour.</summary>
    OverPower,

    /// <summary>A job starts that should have waited for another.</summary>
    OutOfOrder,
}
