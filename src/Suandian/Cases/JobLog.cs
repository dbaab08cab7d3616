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
    /// <param name="fitOf">What jobs that policies may shift have to fit in, by the processors of the machine (0 where nobody says); null (default) for nothing.</param>
    /// <returns>The jobs, unless a problem stops the reading; wrong user data never throws.</returns>
    public static JobLogReading Read(string path, JobLogOptions options, Func<int, ShiftFit>? fitOf = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Reading(Open(path, options), options, fitOf);
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
        return Reading(Open(bytes, file, options), options);
    }

    /// <summary>What a file holds, for a reading of its own.</summary>
    internal static JobLogContent Open(string path, JobLogOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var findings = new Findings();
        return UserFile.Bytes(path, MostMiB, (ProblemCode.JobLogMissing, ProblemCode.JobLogUnreadable), findings) is { } bytes
            ? Open(bytes, Path.GetFileName(path), options) : JobLogContent.None(path, options, findings, new Findings());
    }

    /// <inheritdoc cref="Open(string, JobLogOptions)"/>
    internal static JobLogContent Open(ReadOnlySpan<byte> bytes, string file, JobLogOptions options)
    {
        var (findings, faults) = (new Findings(), new Findings());
        var format = options.Format ?? FirstLine.FormatOf(bytes);
        if (format == JobLogFormat.Swf)
        {
            return JobLogContent.Swf(file, bytes, options, faults);
        }

        if (TextDecoding.ToUtf8(bytes.ToArray()) is not { } text)
        {
            findings.Add(ProblemCode.Encoding, new Spot(file, null, null, null), null);
            return JobLogContent.None(file, options, findings, faults);
        }

        var sheet = format == JobLogFormat.Sacct ? SacctSheet.Read(text) : Csv.Read(text);
        return JobTable.Open(file, sheet, format, (findings, faults)) is { } table
            ? JobLogContent.Of(table, format, options, (findings, faults)) : JobLogContent.None(file, options, findings, faults);
    }

    static JobLogReading Reading(JobLogContent log, JobLogOptions options, Func<int, ShiftFit>? fitOf = null)
    {
        if (log.Processors == 0 && options.IsMachineNeeded && !log.Findings.HasErrors)
        {
            log.Findings.Add(ProblemCode.JobMachineUnknown, new Spot(log.File, null, null, null), null);
        }

        var sound = fitOf is null ? log.Sound : new ShiftFitting(log, fitOf(log.Processors)).Placeable();
        var (problems, dropped) = log.Settle(options.Invalid, sound?.Count);
        return new JobLogReading(problems.IsEmpty ? sound : null, log.Processors, problems, dropped) { Left = log.WorkOf(dropped) };
    }
}

/// <summary>What reading a log gave.</summary>
/// <param name="Trace">The jobs; null where a problem stopped the reading.</param>
/// <param name="Processors">Processors of the machine; 0 where nobody says.</param>
/// <param name="Problems">What stopped the reading, with lines.</param>
/// <param name="Dropped">Why each job that was left out was, with lines.</param>
public sealed record JobLogReading(JobTrace? Trace, int Processors, ImmutableArray<Problem> Problems, ImmutableArray<Problem> Dropped)
{
    /// <summary>What the jobs left out would have held.</summary>
    public DroppedWork Left { get; init; }
}
