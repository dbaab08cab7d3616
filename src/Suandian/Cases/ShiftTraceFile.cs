using System.Collections.Immutable;
using Suandian.Cases.Tables;
using Suandian.Cases.Traces;
using Suandian.Scheduling.Shifting;
using Suandian.Scheduling.Shifting.Clusters;

namespace Suandian.Cases;

/// <summary>The door for job traces as GAIA has them: a CSV file with the columns arrival_time, length and cpus, and perhaps id.</summary>
public static class ShiftTraceFile
{
    /// <summary>Largest file that is read, MiB.</summary>
    const int MostMiB = 1024;

    /// <summary>Reads a trace.</summary>
    /// <param name="path">A CSV file; docs/reference/shifting.md.</param>
    /// <param name="fit">What the jobs have to fit in.</param>
    /// <param name="invalid">What becomes of jobs that cannot be scheduled.</param>
    /// <returns>The jobs, unless a problem stops the reading; wrong user data never throws.</returns>
    public static ShiftTraceReading Read(string path, ShiftFit fit, InvalidJobs invalid)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(fit);
        var findings = new Findings();
        return Bytes(path, findings) is { } bytes ? Parse(bytes, Path.GetFileName(path), fit, invalid) : new ShiftTraceReading(null, findings.Sorted(), []);
    }

    /// <summary>Reads the bytes of a trace.</summary>
    /// <param name="bytes">What the file holds: UTF-8, UTF-16 with mark or GB18030.</param>
    /// <param name="file">Name that problems carry.</param>
    /// <param name="fit">What the jobs have to fit in.</param>
    /// <param name="invalid">What becomes of jobs that cannot be scheduled.</param>
    public static ShiftTraceReading Parse(byte[] bytes, string file, ShiftFit fit, InvalidJobs invalid)
    {
        ArgumentNullException.ThrowIfNull(fit);
        var (findings, faults) = (new Findings(), new Findings());
        if (TextDecoding.ToUtf8(bytes) is not { } text)
        {
            findings.Add(ProblemCode.Encoding, new Spot(file, null, null, null), null);
            return new ShiftTraceReading(null, findings.Sorted(), []);
        }

        var reader = new GaiaReader(Csv.Read(text), file, fit);
        var trace = reader.Read(findings, faults);
        var dropped = faults.Sorted();
        if (trace is { Count: 0 } && (invalid == InvalidJobs.Drop || dropped.IsEmpty))
        {
            findings.Add(ProblemCode.ShiftTraceEmpty, new Spot(file, null, null, null), null);
        }

        (var problems, dropped) = invalid.Settle(findings, dropped);

        return new ShiftTraceReading(problems.IsEmpty ? trace : null, problems, dropped);
    }

    /// <summary>What a file holds; null, with a problem, where it cannot be read.</summary>
    internal static byte[]? Bytes(string path, Findings findings) => UserFile.Bytes(path, MostMiB, (ProblemCode.ShiftFileUnreadable, ProblemCode.ShiftFileUnreadable), findings);
}

/// <summary>What the jobs of a trace have to fit in.</summary>
/// <param name="Options">Capacity and longest waits.</param>
/// <param name="SeriesHours">Hours of the series, the same at all clusters.</param>
public sealed record ShiftFit(ShiftOptions Options, int SeriesHours)
{
    /// <summary>Clusters among which the jobs choose; none where there is but one, of which nothing is asked.</summary>
    public ImmutableArray<ShiftCluster> Clusters { get; init; } = [];
}

/// <summary>What reading a trace gave.</summary>
/// <param name="Trace">The jobs; null where a problem stopped the reading.</param>
/// <param name="Problems">What stopped the reading, with lines.</param>
/// <param name="Dropped">Why each job that was left out was, with lines.</param>
public sealed record ShiftTraceReading(ShiftTrace? Trace, ImmutableArray<Problem> Problems, ImmutableArray<Problem> Dropped);
