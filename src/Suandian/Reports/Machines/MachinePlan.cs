using Suandian.Scheduling.Machines;
using Suandian.Texts;

namespace Suandian.Reports.Machines;

/// <summary>A schedule of a machine under one policy, and its measures.</summary>
/// <param name="Policy">Word of the policy on the command line and in files.</param>
/// <param name="Schedule">Where and when the jobs run.</param>
/// <param name="Metrics">What that is like.</param>
public sealed record MachinePlan(string Policy, MachineSchedule Schedule, MachineMetrics Metrics)
{
    /// <summary>Name of the policy for people.</summary>
    public Text Name => Phrases.Of("cli.simulate." + Policy);

    /// <summary>Runs that ended in a way.</summary>
    internal int Ended(RunEnd how) => Schedule.End.Count(end => end == how);
}
