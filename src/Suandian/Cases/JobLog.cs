using System.Collections.Immutable;
using Suandian.Cases.Tables;
using Suandian.Cases.Traces;
using Suandian.Scheduling;

namespace Suandian.Cases;

/// <summary>The door for logs of batch jobs in any of <see cref="JobLogFormat"/>; docs/reference/job-logs.md.</summary>
public static class JobLog
{
    /// <summary>Largest file that is read, MiB.</summary>
    const int MostMiB = 1024;

    /// <summary>Reads a log.</summary>
    /// <param name="path">A file.</param>
    /// <param name="options">Format, machine, and what becomes of jobs that cannot be used.</param>
    /// <returns>The jobs, unless a problem stops the reading; wrong user data never throws.</returns>
    public static JobLogReading Read(string path, JobLogOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(options);
        var findings = new Findings();
        return UserFile.Bytes(path, MostMiB, (ProblemCode.JobLogMissing, ProblemCode.JobLogUnreadable), findings) is { } bytes
            ? Parse(bytes, Path.GetFileName(path), options) : new JobLogReading(null, 0, findings.Sorted(), []);
    }

    /// <summary>Reads what a file holds, its format shown by its first line.</summary>
    /// <param name="bytes">What the file holds.</param>
    /// <param name="file">Name that problems carry.</param>
    /// <param name="processors">Processors of the machine; null for what the header says.</param>
    /// <param name="invalid">What becomes of jobs that cannot be simulated.</param>
    public static JobLogReading Parse(ReadOnlySpan<byte> bytes, string file, int? processors, InvalidJobs invalid) =>
        Parse(bytes, file, new JobLogOptions { Processors = processors, Invalid = invalid });

    /// <summary>Reads what a file holds.</summary>
    /// <param name="bytes">UTF-8; all formats but that of 18 numbers also in UTF-16 with mark or GB18030.</param>
    /// <param name="file">Name that problems carry.</param>
    /// <param name="options">Format, machine, and what becomes of jobs that cannot be used.</param>
    public static JobLogReading Parse(ReadOnlySpan<byte> bytes, string file, JobLogOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (findings, faults) = (new Findings(), new Findings());
        var format = options.Format ?? FirstLine.FormatOf(bytes);
        var (trace, processors) = format == JobLogFormat.Swf ? Swf(bytes, file, options, faults) : (Table(bytes, (file, format), options, (findings, faults)), options.Processors ?? 0);
        if (processors == 0 && options.IsMachineNeeded && !findings.HasErrors)
        {
            findings.Add(ProblemCode.JobMachineUnknown, new Spot(file, null, null, null), null);
        }

        var dropped = faults.Sorted();
        if (trace is { Count: 0 } && (options.Invalid == InvalidJobs.Drop || dropped.IsEmpty))
        {
            findings.Add(ProblemCode.JobLogEmpty, new Spot(file, null, null, null), null);
        }

        (var problems, dropped) = options.Invalid.Settle(findings, dropped);

        return new JobLogReading(problems.IsEmpty ? trace : null, processors, problems, dropped);
    }

    static (JobTrace Trace, int Processors) Swf(ReadOnlySpan<byte> utf8, string file, JobLogOptions options, Findings faults)
    {
        var reader = new SwfReader(file, options.Processors, faults);
        reader.Read(utf8);
        return (reader.Trace(), reader.Processors);
    }

    /// <summary>The jobs of a table; null where it cannot be used at all.</summary>
    static JobTrace? Table(ReadOnlySpan<byte> bytes, (string File, JobLogFormat Format) log, JobLogOptions options, (Findings File, Findings Rows) found)
    {
        if (TextDecoding.ToUtf8(bytes.ToArray()) is not { } text)
        {
            found.File.Add(ProblemCode.Encoding, new Spot(log.File, null, null, null), null);
            return null;
        }

        var sheet = log.Format == JobLogFormat.Sacct ? SacctSheet.Read(text) : Csv.Read(text);
        return JobTable.Open(log.File, sheet, log.Format, found) is not { } table ? null : log.Format switch
        {
            JobLogFormat.Sacct => new SacctReader(table, options.Processors ?? 0).Read(),
            JobLogFormat.Openb => new PodJobReader(table, options.Processors ?? 0).Read(),
            _ => new CsvJobReader(table, options.Processors ?? 0).Read(),
        };
    }
}

/// <summary>What reading a log gave.</summary>
/// <param name="Trace">The jobs; null where a problem stopped the reading.</param>
/// <param name="Processors">Processors of the machine; 0 where nobody says.</param>
/// <param name="Problems">What stopped the reading, with lines.</param>
/// <param name="Dropped">Why each job that was left out was, with lines.</param>
public sealed record JobLogReading(JobTrace? Trace, int Processors, ImmutableArray<Problem> Problems, ImmutableArray<Problem> Dropped);
