using Suandian.Cases.Tables;
using Suandian.Scheduling;

namespace Suandian.Cases.Traces;

/// <summary>Pods of an openb list that have times, as jobs.</summary>
/// <remarks>
/// Arrival: creation. Run time: deletion less scheduling, less creation where scheduling is empty. Processors: whole CPUs, rounded up, at least one.
/// Accelerators: num_gpu × gpu_milli. The list is put in order of arrival.
/// </remarks>
sealed class PodJobReader(JobTable table, int machine, bool isStrict)
{
    const double MilliOfCpu = 1000, Most = 1e9, MostS = 1e11;

    /// <summary>The sound jobs, and those with faults of which the shape is known.</summary>
    internal (JobTrace Sound, JobTrace? Faulty) Read()
    {
        var jobs = new JobRows(table, machine, isSorted: false, isStrict);
        foreach (var row in table.WholeRows())
        {
            var (submit, run) = Times(row);
            var (cpus, gpus, milli, memory) = (table.Quantity(row, JobColumn.Cpus, Most), table.Quantity(row, JobColumn.Accelerators, JobRows.MostParts), table.Quantity(row, JobColumn.GpuMilli, MilliOfCpu), table.Quantity(row, JobColumn.MemoryMiB, Most));
            jobs.Take(new JobDraft(row, table.Text(row, JobColumn.Job))
            {
                SubmitS = submit, RunS = run, Processors = cpus is { } c ? Math.Max(1, Math.Ceiling(c / MilliOfCpu)) : null, IsSound = gpus is not null && milli is not null && memory is not null,
                AcceleratorMilli = (long)Math.Round((gpus ?? 0) * (milli ?? 0)), MemoryMiB = memory ?? 0, Chip = gpus > 0 ? table.Text(row, JobColumn.Chip) : null,
            });
        }

        return jobs.Traces(null);
    }

    /// <summary>Arrival and run time; null, and told, where a moment is none or comes before another.</summary>
    (long? SubmitS, long? RunS) Times(RawRow row)
    {
        var (submit, end, isStarted) = (Moment(row, JobColumn.Submit), Moment(row, JobColumn.End), table.Text(row, JobColumn.Start).Length > 0);
        var start = isStarted ? Moment(row, JobColumn.Start) : submit;
        if (start < submit)
        {
            table.Fault(ProblemCode.JobTimesOrder, row, JobColumn.Start);
        }

        if (end < start)
        {
            table.Fault(ProblemCode.JobTimesOrder, row, JobColumn.End);
        }

        return (submit, start < submit || end < start ? null : end - start);
    }

    long? Moment(RawRow row, JobColumn column)
    {
        var value = table.Number(row, column) is >= 0 and <= MostS and var seconds ? (long?)(long)seconds : null;
        if (value is null)
        {
            table.Fault(ProblemCode.JobTime, row, column);
        }

        return value;
    }
}
