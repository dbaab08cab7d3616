using Suandian.Scheduling;

namespace Suandian.Cases.Traces;

/// <summary>Pods of an openb list that have times, as jobs.</summary>
/// <remarks>
/// Arrival: creation. Run time: deletion less scheduling, less creation where scheduling is empty. Processors: whole CPUs, rounded up, at least one.
/// Accelerators: num_gpu × gpu_milli. The list is put in order of arrival.
/// </remarks>
sealed class PodJobReader(JobTable table, int machine)
{
    const double MilliOfCpu = 1000, Most = 1e9;

    /// <summary>The sound jobs.</summary>
    internal JobTrace Read()
    {
        var jobs = new JobRows(table, machine, isSorted: false);
        foreach (var row in table.WholeRows())
        {
            var (submit, end, start) = (Moment(JobColumn.Submit), Moment(JobColumn.End), table.Text(row, JobColumn.Start).Length == 0 ? Moment(JobColumn.Submit) : Moment(JobColumn.Start));
            var (cpus, gpus, milli, memory) = (table.Quantity(row, JobColumn.Cpus, Most), table.Quantity(row, JobColumn.Accelerators, JobRows.MostParts), table.Quantity(row, JobColumn.GpuMilli, MilliOfCpu), table.Quantity(row, JobColumn.MemoryMiB, Most));
            if (submit is not { } s || end is not { } e || start is not { } b || cpus is not { } c || gpus is not { } g || milli is not { } m || memory is not { } mib)
            {
                continue;
            }

            if (b < s || e < b)
            {
                table.Fault(ProblemCode.JobTimesOrder, row, b < s ? JobColumn.Start : JobColumn.End);
                continue;
            }

            jobs.Take(new JobDraft(row, table.Text(row, JobColumn.Job), s, e - b, Math.Max(1, Math.Ceiling(c / MilliOfCpu)))
            {
                AcceleratorMilli = (long)Math.Round(g * m), MemoryMiB = mib, Chip = g > 0 ? table.Text(row, JobColumn.Chip) : null,
            });

            long? Moment(JobColumn column)
            {
                var value = table.Number(row, column) is >= 0 and <= 1e11 and var seconds ? (long?)(long)seconds : null;
                if (value is null)
                {
                    table.Fault(ProblemCode.JobTime, row, column);
                }

                return value;
            }
        }

        return jobs.Trace(null);
    }
}
