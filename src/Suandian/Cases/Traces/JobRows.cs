using System.Globalization;
using Suandian.Scheduling;

namespace Suandian.Cases.Traces;

/// <summary>Rows of a table as jobs; what cannot be simulated is left out and told.</summary>
/// <remarks>Second 0 is that of the clock of the table, or the first arrival where its times are dates.</remarks>
/// <param name="table">Where the rows stand.</param>
/// <param name="machine">Processors of the machine; 0 where nobody says.</param>
/// <param name="isSorted">True where rows have to be in order of arrival; else they are put in order.</param>
sealed class JobRows(JobTable table, int machine, bool isSorted)
{
    /// <summary>Most accelerators, and most nodes, of a job.</summary>
    internal const double MostParts = 1e6;

    const int MostProcessors = 1_000_000_000;
    const double MostS = 1e11; // some 3 000 years

    readonly List<JobDraft> _jobs = [];
    readonly HashSet<string> _known = new(StringComparer.Ordinal);
    long _latest = long.MinValue;

    /// <summary>Takes a job, or tells what is wrong with it.</summary>
    internal void Take(JobDraft job)
    {
        if (FaultOf(job) is (string code, JobColumn column))
        {
            table.Fault(code, job.Row, column, ("processors", machine));
            return;
        }

        _latest = job.SubmitS;
        _jobs.Add(job);
    }

    (string Code, JobColumn Column)? FaultOf(JobDraft job) =>
        Math.Abs((double)job.SubmitS) > MostS ? (ProblemCode.JobTime, JobColumn.Submit)
        : job.RunS > MostS ? (ProblemCode.JobDuration, Ran)
        : job.RunS < 0 ? (ProblemCode.JobRunTime, Ran)
        : !(job.Processors > 0) ? (ProblemCode.JobProcessors, Held)
        : job.Processors > MostProcessors || job.Processors != Math.Floor(job.Processors) ? (ProblemCode.JobNumber, Held)
        : machine > 0 && job.Processors > machine ? (ProblemCode.JobTooLarge, Held)
        : job.Nodes > Math.Min(job.Processors, MostParts) || job.Nodes != Math.Floor(job.Nodes) ? (ProblemCode.JobNodes, JobColumn.Nodes)
        : job.DeadlineS < job.SubmitS + job.RunS ? (ProblemCode.JobDeadline, JobColumn.Deadline)
        : isSorted && job.SubmitS < _latest ? (ProblemCode.JobTimeBackwards, JobColumn.Submit)
        : job.Id.Length == 0 ? (ProblemCode.JobNameless, JobColumn.Job)
        : !_known.Add(job.Id) ? (ProblemCode.JobTwice, JobColumn.Job)
        : null;

    JobColumn Ran => table.Has(JobColumn.Run) ? JobColumn.Run : table.Has(JobColumn.RunText) ? JobColumn.RunText : JobColumn.End;

    JobColumn Held => table.Has(JobColumn.Cpus) ? JobColumn.Cpus : table.Has(JobColumn.CpusAsked) ? JobColumn.CpusAsked : table.Has(JobColumn.Tres) ? JobColumn.Tres : JobColumn.TresAsked;

    /// <summary>The jobs.</summary>
    /// <param name="began">Moment of second 0 on the clock of the table where its times are dates; null where they are plain seconds.</param>
    internal JobTrace Trace(DateTime? began)
    {
        JobDraft[] jobs = [.. _jobs.OrderBy(j => j.SubmitS)]; // a stable sort
        var zero = began is null || jobs is [] ? 0 : jobs[0].SubmitS;
        var areNumbers = jobs.All(j => long.TryParse(j.Id, NumberStyles.None, CultureInfo.InvariantCulture, out _));
        return new JobTrace
        {
            Name = Path.GetFileNameWithoutExtension(table.File),
            Number = [.. jobs.Select((j, place) => areNumbers ? long.Parse(j.Id, CultureInfo.InvariantCulture) : place + 1)],
            Id = areNumbers ? null : [.. jobs.Select(j => j.Id)],
            Began = began?.AddSeconds(zero),
            SubmitS = [.. jobs.Select(j => j.SubmitS - zero)],
            RunS = [.. jobs.Select(j => j.RunS)],
            EstimateS = [.. jobs.Select(j => Math.Max(1, Math.Max(j.RunS, j.EstimateS)))],
            Processors = [.. jobs.Select(j => (int)j.Processors)],
            Nodes = Array.Exists(jobs, j => j.Nodes > 0) ? [.. jobs.Select(j => Math.Max(1, (int)j.Nodes))] : null,
            AcceleratorMilli = Array.Exists(jobs, j => j.AcceleratorMilli > 0) ? [.. jobs.Select(j => j.AcceleratorMilli)] : null,
            MemoryMiB = Array.Exists(jobs, j => j.MemoryMiB > 0) ? [.. jobs.Select(j => j.MemoryMiB)] : null,
            DeadlineS = Array.Exists(jobs, j => j.DeadlineS is not null) ? [.. jobs.Select(j => j.DeadlineS - zero ?? -1)] : null,
            Chip = JobLabels.From(jobs.Select(j => j.Chip)),
            Partition = JobLabels.From(jobs.Select(j => j.Partition)),
            User = JobLabels.From(jobs.Select(j => j.User)),
            Section = JobLabels.From(jobs.Select(j => j.Section)),
        };
    }
}
