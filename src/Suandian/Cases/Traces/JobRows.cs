using System.Globalization;
using Suandian.Scheduling;
using Suandian.Scheduling.Shifting.Clusters;

namespace Suandian.Cases.Traces;

/// <summary>Rows of a table as jobs; all that is wrong with a row is told, and it is left out.</summary>
/// <remarks>Second 0 is that of the clock of the table, or the whole hour of the first arrival where its times are dates.</remarks>
/// <param name="table">Where the rows stand.</param>
/// <param name="machine">Processors of the machine; 0 where nobody says.</param>
/// <param name="isSorted">True where rows have to be in order of arrival; else they are put in order.</param>
/// <param name="isStrict">True where rows with faults stay in the log until they are mended, so that the others are held against them too.</param>
sealed class JobRows(JobTable table, int machine, bool isSorted, bool isStrict)
{
    /// <summary>Most accelerators, and most nodes, of a job.</summary>
    internal const double MostParts = 1e6;

    const int MostProcessors = 1_000_000_000;
    const double MostS = 1e11; // some 3 000 years

    readonly List<JobDraft> _sound = [], _faulty = [];
    readonly HashSet<string> _known = new(StringComparer.Ordinal);
    long _latest = long.MinValue;

    /// <summary>Takes a job, or tells all that is wrong with it.</summary>
    internal void Take(JobDraft job)
    {
        var isSound = job is { IsSound: true, SubmitS: not null, RunS: not null, Processors: not null };
        Check(job.SubmitS is null || Math.Abs((double)job.SubmitS) <= MostS, ProblemCode.JobTime, JobColumn.Submit);
        Check(!isSorted || job.SubmitS is null || job.SubmitS >= _latest, ProblemCode.JobTimeBackwards, JobColumn.Submit);
        Check(job.RunS is null or <= (long)MostS, ProblemCode.JobDuration, Ran);
        Check(job.RunS is null or >= 0, ProblemCode.JobRunTime, Ran);
        CheckProcessors();
        Check(!(job.DeadlineS < job.SubmitS + Math.Max(0, job.RunS ?? 0)), ProblemCode.JobDeadline, JobColumn.Deadline);
        Check(job.Id.Length > 0, ProblemCode.JobNameless, JobColumn.Job);
        Check(job.Id.Length == 0 || !_known.Contains(job.Id), ProblemCode.JobTwice, JobColumn.Job);
        if (isSound || isStrict)
        {
            _latest = Math.Max(_latest, job.SubmitS is { } s && Math.Abs((double)s) <= MostS ? s : long.MinValue);
            _known.Add(job.Id);
        }

        if (isSound)
        {
            _sound.Add(job);
        }
        else if (job.Processors is >= 1 and <= MostProcessors && job.Processors == Math.Floor(job.Processors.Value) && job.Nodes <= job.Processors)
        {
            _faulty.Add(job with { Nodes = Math.Floor(job.Nodes) });
        }

        void CheckProcessors()
        {
            var (held, most) = (job.Processors ?? 1, Math.Min(job.Processors > 0 ? job.Processors.Value : MostParts, MostParts));
            Check(held > 0, ProblemCode.JobProcessors, Held);
            Check(!(held > 0) || (held <= MostProcessors && held == Math.Floor(held)), ProblemCode.JobNumber, Held);
            Check(machine == 0 || held <= machine || held > MostProcessors, ProblemCode.JobTooLarge, Held);
            Check(job.Nodes <= most && job.Nodes == Math.Floor(job.Nodes), ProblemCode.JobNodes, JobColumn.Nodes);
        }

        void Check(bool isRight, string code, JobColumn column)
        {
            if (!isRight)
            {
                table.Fault(code, job.Row, column, ("processors", machine));
                isSound = false;
            }
        }
    }

    JobColumn Ran => table.Has(JobColumn.Run) ? JobColumn.Run : table.Has(JobColumn.RunText) ? JobColumn.RunText : JobColumn.End;

    JobColumn Held => table.Has(JobColumn.Cpus) ? JobColumn.Cpus : table.Has(JobColumn.CpusAsked) ? JobColumn.CpusAsked : table.Has(JobColumn.Tres) ? JobColumn.Tres : JobColumn.TresAsked;

    /// <summary>The sound jobs, and those with faults of which the shape is known.</summary>
    /// <param name="began">Moment of second 0 on the clock of the table where its times are dates; null where they are plain seconds.</param>
    internal (JobTrace Sound, JobTrace? Faulty) Traces(DateTime? began)
    {
        var first = (_sound is [] ? _faulty : _sound).Min(j => j.SubmitS) ?? 0;
        var zero = began is { } table ? first - LogTime.PastHour(table.AddSeconds(first)) : 0;
        return (Trace(_sound, began, zero), _faulty is [] ? null : Trace(_faulty, began, zero));
    }

    JobTrace Trace(List<JobDraft> drafts, DateTime? began, long zero)
    {
        JobDraft[] jobs = [.. drafts.OrderBy(j => j.SubmitS)]; // a stable sort
        var areNumbers = jobs.All(j => long.TryParse(j.Id, NumberStyles.None, CultureInfo.InvariantCulture, out _));
        return new JobTrace
        {
            Name = Path.GetFileNameWithoutExtension(table.File),
            Number = [.. jobs.Select((j, place) => areNumbers ? long.Parse(j.Id, CultureInfo.InvariantCulture) : place + 1)],
            Id = areNumbers ? null : [.. jobs.Select(j => j.Id)],
            Began = began?.AddSeconds(zero),
            SubmitS = [.. jobs.Select(j => j.SubmitS is { } s ? Math.Max(-1, s - zero) : -1)],
            RunS = [.. jobs.Select(j => Math.Max(-1, j.RunS ?? -1))],
            EstimateS = [.. jobs.Select(j => Math.Max(1, Math.Max(j.RunS ?? 1, j.EstimateS)))],
            Processors = [.. jobs.Select(j => (int)j.Processors!)],
            Nodes = Array.Exists(jobs, j => j.Nodes > 0) ? [.. jobs.Select(j => (int)j.Nodes)] : null,
            AcceleratorMilli = Array.Exists(jobs, j => j.AcceleratorMilli > 0) ? [.. jobs.Select(j => j.AcceleratorMilli)] : null,
            MemoryMiB = Array.Exists(jobs, j => j.MemoryMiB > 0) ? [.. jobs.Select(j => j.MemoryMiB)] : null,
            DeadlineS = Array.Exists(jobs, j => j.DeadlineS is not null) ? [.. jobs.Select(j => j.DeadlineS - zero ?? -1)] : null,
            Chip = JobLabels.From(jobs.Select(j => j.Chip)),
            Partition = JobLabels.From(jobs.Select(j => j.Partition)),
            User = JobLabels.From(jobs.Select(j => j.User)),
            Section = JobLabels.From(jobs.Select(j => j.Section)),
            Demands = Array.Exists(jobs, j => j.Demand is not null) ? [.. jobs.Select(j => j.Demand ?? JobDemand.None)] : null,
            Line = [.. jobs.Select(j => j.Row.Line)],
        };
    }
}
