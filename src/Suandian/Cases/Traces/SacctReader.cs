using System.Globalization;
using System.Text.RegularExpressions;
using Suandian.Cases.Tables;
using Suandian.Scheduling;

namespace Suandian.Cases.Traces;

/// <summary>Lines of <c>sacct --parsable2</c> as jobs.</summary>
/// <remarks>
/// Jobs        a line whose JobID has no step (123.batch, 123.0): a job, a task of an array (123_4) or a part of a heterogeneous job (123+0)
/// Times       Submit is the arrival; run time is ElapsedRaw, else Elapsed, else End − Start. A job that is still running or never started cannot be used
/// Estimate    TimelimitRaw (min), else Timelimit; unlimited, that of the partition, and none: the run time
/// Processors  AllocCPUS (NCPUS), else cpu of AllocTRES, else ReqCPUS, else cpu of ReqTRES; the first above 0
/// Others      accelerators, memory and nodes of AllocTRES, else ReqTRES; memory else of ReqMem. Section: Account, else QOS, where it is the name of one
/// Source      Slurm, man sacct, "Job accounting fields".
/// </remarks>
sealed partial class SacctReader(JobTable table, int machine, SectionNames sections, bool isStrict)
{
    const int SecondsPerMinute = 60;

    static readonly string[] NoTime = ["", "Unknown", "None", "N/A"];
    static readonly string[] NoLimit = ["", "UNLIMITED", "Partition_Limit", "INVALID"];

    readonly JobRows _jobs = new(table, machine, isSorted: false, isStrict);

    /// <summary>The sound jobs in order of arrival, and those with faults of which the shape is known; second 0 is the first arrival.</summary>
    internal (JobTrace Sound, JobTrace? Faulty) Read()
    {
        foreach (var row in table.WholeRows())
        {
            var id = table.Text(row, JobColumn.Job);
            if (!id.Contains('.', StringComparison.Ordinal))
            {
                Take(row, id);
            }
        }

        return _jobs.Traces(LogTime.Beginning);
    }

    void Take(RawRow row, string id)
    {
        var isName = IdShape().IsMatch(id);
        if (!isName)
        {
            table.Fault(ProblemCode.JobNameless, row, JobColumn.Job);
        }

        var (submit, estimate, held, asked) = (Submit(row), Estimate(row), Tres.Of(table, row, JobColumn.Tres), Tres.Of(table, row, JobColumn.TresAsked));
        var hasRun = HasRun(row);
        var areKnown = held is not null && asked is not null;
        Take(row, new JobDraft(row, id)
        {
            SubmitS = submit,
            RunS = hasRun ? Run(row, submit) : null,
            Processors = hasRun && areKnown ? 0 : null, // one that never started holds none
            EstimateS = estimate ?? 0,
            IsSound = isName && areKnown && estimate is not null,
        }, (held ?? default, asked ?? default));
    }

    void Take(RawRow row, JobDraft draft, (Tres Held, Tres Asked) tres)
    {
        var (account, quality) = (sections.Find(table.Text(row, JobColumn.Account)), sections.Find(table.Text(row, JobColumn.Quality)));
        var told = tres.Held.IsEmpty ? tres.Asked : tres.Held;
        double[] processors = [table.Number(row, JobColumn.Cpus) ?? 0, tres.Held.Cpus, table.Number(row, JobColumn.CpusAsked) ?? 0, tres.Asked.Cpus];
        var (cpus, nodes) = (processors.FirstOrDefault(p => p > 0), table.Number(row, JobColumn.Nodes) is > 0 and var n ? n : told.Nodes);
        var memory = Tres.Memory(table.Text(row, JobColumn.MemoryText), cpus, nodes);
        if (memory is null)
        {
            table.Fault(ProblemCode.JobQuantity, row, JobColumn.MemoryText, ("most", Tres.Most));
        }

        _jobs.Take(draft with
        {
            IsSound = draft.IsSound && memory is not null,
            Processors = cpus > 0 ? cpus : draft.Processors,
            Nodes = nodes,
            AcceleratorMilli = 1000 * (long)told.Accelerators,
            MemoryMiB = told.MemoryMiB > 0 ? told.MemoryMiB : memory ?? 0,
            Chip = told.Chip,
            Partition = table.Text(row, JobColumn.Partition),
            User = table.Text(row, JobColumn.User),
            Section = account ?? quality,
        });
    }

    long? Submit(RawRow row)
    {
        var value = LogTime.Moment(table.Text(row, JobColumn.Submit));
        if (value is null)
        {
            table.Fault(ProblemCode.JobTime, row, JobColumn.Submit);
        }

        return value;
    }

    /// <summary>The word for where a job stands.</summary>
    string State(RawRow row) => table.Text(row, JobColumn.State).Split(' ')[0].TrimEnd('+');

    /// <summary>True where a job has begun to run; told where it has not.</summary>
    bool HasRun(RawRow row)
    {
        var hasRun = State(row) != "PENDING" && (!table.Has(JobColumn.Start) || !NoTime.Contains(table.Text(row, JobColumn.Start)));
        if (!hasRun)
        {
            table.Fault(ProblemCode.JobNeverRan, row, JobColumn.Start);
        }

        return hasRun;
    }

    /// <summary>Time a job ran that has begun to; null, and told, where it has not ended or the times are no times.</summary>
    long? Run(RawRow row, long? submit)
    {
        var (endText, start) = (table.Text(row, JobColumn.End), LogTime.Moment(table.Text(row, JobColumn.Start)));
        var (isEnded, end) = (!table.Has(JobColumn.End) || !NoTime.Contains(endText), LogTime.Moment(endText));
        var isRight = Check(!table.Has(JobColumn.Start) || start is not null, ProblemCode.JobTime, JobColumn.Start)
            & Check(!(start < submit), ProblemCode.JobTimesOrder, JobColumn.Start);
        if (!Check(isEnded && State(row) is not ("RUNNING" or "SUSPENDED" or "REQUEUED" or "RESIZING"), ProblemCode.JobRunTime, JobColumn.End))
        {
            return null;
        }

        isRight &= Check(!table.Has(JobColumn.End) || end is not null, ProblemCode.JobTime, JobColumn.End) & Check(!(end < (start ?? submit)), ProblemCode.JobTimesOrder, JobColumn.End);
        return Elapsed(row, end - start, isRight) is { } value && isRight ? value : null;

        bool Check(bool holds, string code, JobColumn column)
        {
            if (!holds)
            {
                table.Fault(code, row, column);
            }

            return holds;
        }
    }

    /// <summary>What the columns of the run time say, else what its ends say; null, and told, where it is none.</summary>
    long? Elapsed(RawRow row, long? between, bool areEndsRight)
    {
        var (raw, text) = (table.Text(row, JobColumn.Run), table.Text(row, JobColumn.RunText));
        var value = raw.Length > 0 ? Whole(raw) : text.Length > 0 ? LogTime.Duration(text) : between;
        if (value is null && (areEndsRight || raw.Length > 0 || text.Length > 0))
        {
            table.Fault(ProblemCode.JobDuration, row, raw.Length > 0 ? JobColumn.Run : JobColumn.RunText);
        }

        return value;
    }

    /// <summary>Time asked for, s; 0 where there is no limit; null, and told, where it is none.</summary>
    long? Estimate(RawRow row)
    {
        var (raw, text) = (table.Text(row, JobColumn.EstimateMin), table.Text(row, JobColumn.EstimateText));
        var value = !NoLimit.Contains(raw, StringComparer.OrdinalIgnoreCase) ? Whole(raw) * SecondsPerMinute : NoLimit.Contains(text, StringComparer.OrdinalIgnoreCase) ? 0 : LogTime.Duration(text);
        if (value is null)
        {
            table.Fault(ProblemCode.JobDuration, row, NoLimit.Contains(raw, StringComparer.OrdinalIgnoreCase) ? JobColumn.EstimateText : JobColumn.EstimateMin);
        }

        return value;
    }

    static long? Whole(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < (long)1e11 ? value : null;

    [GeneratedRegex(@"^\d+([_+]\d+|_\[[^\]]*\])?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IdShape();
}
