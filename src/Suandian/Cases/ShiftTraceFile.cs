using System.Collections.Immutable;
using Suandian.Cases.Traces;
using Suandian.Scheduling.Shifting;
using Suandian.Scheduling.Shifting.Clusters;

namespace Suandian.Cases;

/// <summary>Jobs that may be shifted, from a log of <see cref="JobLog"/> and what they have to fit in; docs/reference/shifting.md.</summary>
public static class ShiftTraceFile
{
    /// <summary>Reads a log and puts its jobs beside what they have to fit in; all faults of both are told at once.</summary>
    /// <param name="path">A log of any format.</param>
    /// <param name="fit">What the jobs have to fit in.</param>
    /// <param name="options">Format, and what becomes of jobs that cannot be scheduled.</param>
    /// <returns>The jobs, unless a problem stops the reading; wrong user data never throws.</returns>
    public static ShiftTraceReading Read(string path, ShiftFit fit, JobLogOptions options)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(options);
        return Fitted(JobLog.Open(path, options), fit, options.Invalid);
    }

    /// <summary>Reads the bytes of a log, its format shown by its first line.</summary>
    /// <param name="bytes">What the file holds.</param>
    /// <param name="file">Name that problems carry.</param>
    /// <param name="fit">What the jobs have to fit in.</param>
    /// <param name="invalid">What becomes of jobs that cannot be scheduled.</param>
    public static ShiftTraceReading Parse(ReadOnlySpan<byte> bytes, string file, ShiftFit fit, InvalidJobs invalid)
    {
        ArgumentNullException.ThrowIfNull(fit);
        return Fitted(JobLog.Open(bytes, file, new JobLogOptions { Invalid = invalid }), fit, invalid);
    }

    static ShiftTraceReading Fitted(JobLogContent log, ShiftFit fit, InvalidJobs invalid)
    {
        var trace = new ShiftFitting(log, fit).Trace();
        var (problems, dropped) = log.Settle(invalid, trace?.Count);
        return new ShiftTraceReading(problems.IsEmpty ? trace : null, problems, dropped) { Left = log.WorkOf(dropped) };
    }
}

/// <summary>What the jobs of a trace have to fit in.</summary>
/// <param name="Options">Capacity and longest waits.</param>
/// <param name="SeriesHours">Hours of the series, the same at all clusters.</param>
public sealed record ShiftFit(ShiftOptions Options, int SeriesHours)
{
    /// <summary>Clusters among which the jobs choose; none where there is but one, of which nothing is asked.</summary>
    public ImmutableArray<ShiftCluster> Clusters { get; init; } = [];

    /// <summary>Processors that may run at the one cluster. Shape [hours]; null for no limit. That of several stands with each.</summary>
    public double[]? LimitCpus { get; init; }
}

/// <summary>What reading a trace gave.</summary>
/// <param name="Trace">The jobs; null where a problem stopped the reading.</param>
/// <param name="Problems">What stopped the reading, with lines.</param>
/// <param name="Dropped">Why each job that was left out was, with lines.</param>
public sealed record ShiftTraceReading(ShiftTrace? Trace, ImmutableArray<Problem> Problems, ImmutableArray<Problem> Dropped)
{
    /// <summary>What the jobs left out would have held.</summary>
    public DroppedWork Left { get; init; }
}
