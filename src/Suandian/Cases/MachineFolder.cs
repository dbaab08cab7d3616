using System.Collections.Immutable;
using Suandian.Cases.Machines;
using Suandian.Cases.Tables;
using Suandian.Cases.Traces;
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
        return Fitted(machine, new JobLogContent(log, trace, null, machine.Cpus, new Findings(), new Findings(), _ => null), invalid);
    }

    /// <summary>Reads a log and puts its jobs beside a machine; all faults of the log, and of the log against the machine, are told at once.</summary>
    /// <param name="path">A log of any format.</param>
    /// <param name="machine">The machine; a section of the log is any of its sections, where it has some.</param>
    /// <param name="options">Format, and what becomes of jobs that cannot be used; the size and the sections are those of the machine.</param>
    public static MachineJobsReading ReadJobs(string path, Machine machine, JobLogOptions options)
    {
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentNullException.ThrowIfNull(options);
        return Fitted(machine, JobLog.Open(path, options with { Processors = machine.Cpus, Sections = [.. machine.Sections.Select(s => s.Name)] }), options.Invalid);
    }

    static MachineJobsReading Fitted(Machine machine, JobLogContent log, InvalidJobs invalid)
    {
        if (log.Faulty is { } faulty)
        {
            Tell(log, faulty, MachineJobs.From(machine, faulty).Faults.Where(f => f.Kind != JobFaultKind.TooLarge || faulty.Processors[f.Job] <= machine.Cpus)); // else told by the reader
        }

        if (log.Sound is not { } sound)
        {
            return new MachineJobsReading(null, log.Settle(invalid, null).Problems, []);
        }

        var (jobs, faults) = MachineJobs.From(machine, sound);
        Tell(log, sound, faults);
        var kept = TraceSelection.Without(sound, faults.Select(f => f.Job).ToHashSet());
        var lastH = kept.Count == 0 ? 0 : kept.SubmitS[^1] / 3600.0;
        if (!machine.Hours.IsEmpty && lastH >= machine.Hours.Length)
        {
            log.Findings.Add(ProblemCode.MachineHoursShort, new Spot("hours.csv", null, null, null), FormattableString.Invariant($"{machine.Hours.Length}"), ("needed", (long)lastH + 1));
        }

        var (problems, dropped) = log.Settle(invalid, kept.Count);
        return new MachineJobsReading(!problems.IsEmpty ? null : faults.IsEmpty ? jobs : MachineJobs.From(machine, kept).Jobs, problems, dropped) { Left = log.WorkOf(dropped) };
    }

    static void Tell(JobLogContent log, JobTrace trace, IEnumerable<JobFault> faults)
    {
        foreach (var fault in faults)
        {
            log.Faults.Add(MachineFaultCodes.Of(fault.Kind), new Spot(log.File, trace.Line?[fault.Job], null, null), trace.NameOf(fault.Job), ("what", fault.Value));
        }
    }
}

/// <summary>What reading a machine gave.</summary>
/// <param name="Machine">The machine; null where a problem is an error.</param>
/// <param name="Problems">Every problem found, with file, line and column.</param>
public sealed record MachineReading(Machine? Machine, ImmutableArray<Problem> Problems);

/// <summary>What putting a trace beside a machine gave.</summary>
/// <param name="Jobs">The jobs; null where a problem stopped it.</param>
/// <param name="Problems">What stopped it, with the line of the log where there is one, and the name of the job where it does not fit.</param>
/// <param name="Dropped">Why each job that was left out was.</param>
public sealed record MachineJobsReading(MachineJobs? Jobs, ImmutableArray<Problem> Problems, ImmutableArray<Problem> Dropped)
{
    /// <summary>What the jobs left out would have held.</summary>
    public DroppedWork Left { get; init; }
}
