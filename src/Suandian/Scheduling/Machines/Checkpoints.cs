namespace Suandian.Scheduling.Machines;

/// <summary>How work and time of a run go together.</summary>
/// <remarks>
/// Parameters  I work between checkpoints, C time of one, R time before a stopped job works again (0 at the first start), s
/// Time        of work w: R + w + C (⌈w / I⌉ − 1), as none is written at the end
/// Progress    after time x: with y = max(0, x − R) there are k = ⌊y / (I + C)⌋ checkpoints; saved k I, done k I + min(I, y − k (I + C)), both at most w
/// </remarks>
readonly record struct Checkpoints(long EveryS, long CostS, long RestartS)
{
    internal static Checkpoints Of(MachineSection section) => new(section.CheckpointEveryS ?? 0, section.CheckpointCostS, section.RestartCostS);

    /// <summary>Time that work takes, s.</summary>
    internal long TimeS(long workS, bool isRestart) =>
        (isRestart ? RestartS : 0) + workS + (EveryS == 0 || workS == 0 ? 0 : CostS * ((workS - 1) / EveryS));

    /// <summary>Work saved and work done after a time, s.</summary>
    internal (long SavedS, long DoneS) After(long timeS, long workS, bool isRestart)
    {
        var net = Math.Max(0, timeS - (isRestart ? RestartS : 0));
        if (EveryS == 0)
        {
            return (0, Math.Min(net, workS));
        }

        var cycle = EveryS + CostS;
        var count = Math.Min(net / cycle, workS == 0 ? 0 : (workS - 1) / EveryS);
        return (count * EveryS, Math.Min(workS, count * EveryS + Math.Min(net - count * cycle, workS - count * EveryS > EveryS ? EveryS : long.MaxValue)));
    }
}
