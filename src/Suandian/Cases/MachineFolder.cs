using System.Collections.Immutable;
using Suandian.Cases.Machines;
using Suandian.Cases.Tables;
using Suandian.Scheduling;
using Suandian.Scheduling.Machines;

namespace Suandian.Cases;

/// <summary>The door for machines: a folder of nodes.csv and, where there are any, outages.csv, hours.csv, sections.csv, users.csv; or a file of nodes alone.</summary>
public static class MachineFolder
{
    /// <summary>Reads a machine and finds everything that is wrong with it.</summary>
    /// <param name="path">The folder, or a CSV file of nodes.</param>
    /// <returns>The machine, unless a problem is an error; wrong user data never throws.</returns>
    public static MachineReading Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var findings = new Findings();
        var machine = new MachineReader(path, findings).Read();
        return new MachineReading(findings.HasErrors ? null : machine, findings.Sorted());
    }

    /// <summary>Puts a trace beside a machine.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="trace">The jobs.</param>
    /// <param name="log">Name of their file, which problems carry; they name the job.</param>
    /// <param name="invalid">What becomes of jobs that the machine can never run.</param>
    public static MachineJobsReading Fit(Machine machine, JobTrace trace, string log, InvalidJobs invalid)
    {
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentNullException.ThrowIfNull(trace);
        var (jobs, faults) = MachineJobs.From(machine, trace);
        var (findings, told) = (new Findings(), new Findings());
        foreach (var fault in faults)
        {
            told.Add(MachineFaultCodes.Of(fault.Kind), new Spot(log, null, null, null), trace.NameOf(fault.Job), ("what", fault.Value));
        }

        var kept = faults.IsEmpty ? trace : TraceSelection.Without(trace, faults.Select(f => f.Job).ToHashSet());
        if (kept.Count == 0 && (invalid == InvalidJobs.Drop || faults.IsEmpty))
        {
            findings.Add(ProblemCode.JobLogEmpty, new Spot(log, null, null, null), null);
        }

        var lastH = kept.Count == 0 ? 0 : kept.SubmitS[^1] / 3600.0;
        if (!machine.Hours.IsEmpty && lastH >= machine.Hours.Length)
        {
            findings.Add(ProblemCode.MachineHoursShort, new Spot("hours.csv", null, null, null), FormattableString.Invariant($"{machine.Hours.Length}"), ("needed", (long)lastH + 1));
        }

        var (problems, dropped) = invalid.Settle(findings, told.Sorted());
        return problems.IsEmpty ? new MachineJobsReading(faults.IsEmpty ? jobs : MachineJobs.From(machine, kept).Jobs, problems, dropped) : new MachineJobsReading(null, problems, dropped);
    }
}

/// <summary>What reading a machine gave.</summary>
/// <param name="Machine">The machine; null where a problem is an error.</param>
/// <param name="Problems">Every problem found, with file, line and column.</param>
public sealed record MachineReading(Machine? Machine, ImmutableArray<Problem> Problems);

/// <summary>What putting a trace beside a machine gave.</summary>
/// <param name="Jobs">The jobs; null where a problem stopped it.</param>
/// <param name="Problems">What stopped it, with the number of the job.</param>
/// <param name="Dropped">Why each job that was left out was.</param>
public sealed record MachineJobsReading(MachineJobs? Jobs, ImmutableArray<Problem> Problems, ImmutableArray<Problem> Dropped);
