using System.Collections.Immutable;
using Suandian.Cases.Tables;
using Suandian.Cases.Traces;
using Suandian.Scheduling;

namespace Suandian.Cases;

/// <summary>The door for logs of batch jobs in the Standard Workload Format, version 2.2.</summary>
/// <remarks>D. G. Feitelson, "The Standard Workload Format", Parallel Workloads Archive, 2006.</remarks>
public static class JobLog
{
    /// <summary>Largest file that is read, MiB.</summary>
    const int MostMiB = 1024;

    /// <summary>Reads a log.</summary>
    /// <param name="path">A file of 18 numbers a line; lines that begin with a semicolon are its header.</param>
    /// <param name="processors">Processors of the machine; null for what the header says (MaxProcs, else MaxNodes).</param>
    /// <param name="invalid">What becomes of jobs that cannot be simulated.</param>
    /// <returns>The jobs, unless a problem stops the reading; wrong user data never throws.</returns>
    public static JobLogReading Read(string path, int? processors, InvalidJobs invalid)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var findings = new Findings();
        return UserFile.Bytes(path, MostMiB, (ProblemCode.JobLogMissing, ProblemCode.JobLogUnreadable), findings) is { } bytes
            ? Parse(bytes, Path.GetFileName(path), processors, invalid) : new JobLogReading(null, 0, findings.Sorted(), []);
    }

    /// <summary>Reads the text of a log.</summary>
    /// <param name="utf8">What the file holds.</param>
    /// <param name="file">Name that problems carry.</param>
    /// <param name="processors">Processors of the machine; null for what the header says.</param>
    /// <param name="invalid">What becomes of jobs that cannot be simulated.</param>
    public static JobLogReading Parse(ReadOnlySpan<byte> utf8, string file, int? processors, InvalidJobs invalid)
    {
        var (findings, faults) = (new Findings(), new Findings());
        var reader = new SwfReader(file, processors, faults);
        reader.Read(utf8);
        if (reader.Processors == 0)
        {
            findings.Add(ProblemCode.JobMachineUnknown, new Spot(file, null, null, null), null);
        }

        var dropped = faults.Sorted();
        if (reader.Count == 0 && (invalid == InvalidJobs.Drop || dropped.IsEmpty))
        {
            findings.Add(ProblemCode.JobLogEmpty, new Spot(file, null, null, null), null);
        }

        (var problems, dropped) = invalid.Settle(findings, dropped);

        return new JobLogReading(problems.IsEmpty ? reader.Trace() : null, reader.Processors, problems, dropped);
    }
}

/// <summary>What reading a log gave.</summary>
/// <param name="Trace">The jobs; null where a problem stopped the reading.</param>
/// <param name="Processors">Processors of the machine; 0 where nobody says.</param>
/// <param name="Problems">What stopped the reading, with lines.</param>
/// <param name="Dropped">Why each job that was left out was, with lines.</param>
public sealed record JobLogReading(JobTrace? Trace, int Processors, ImmutableArray<Problem> Problems, ImmutableArray<Problem> Dropped);
