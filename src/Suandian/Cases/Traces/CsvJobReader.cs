using System.Globalization;
using Suandian.Cases.Tables;
using Suandian.Scheduling;

namespace Suandian.Cases.Traces;

/// <summary>Rows of a CSV of jobs; docs/reference/job-logs.md.</summary>
/// <remarks>Times are seconds, or dates where the first row has one. Fractions of seconds are cut off. The place of a row is its name where there is no column of names.</remarks>
sealed class CsvJobReader(JobTable table, int machine)
{
    const double MostMiB = 1e12, MiBInGiB = 1024, MostS = 1e11;

    readonly JobRows _jobs = new(table, machine, isSorted: true);
    readonly bool _areDates = table.Sheet.Rows is [var first, ..] && first.Cells.Length == table.Sheet.Header.Length && LogTime.Moment(table.Text(first, JobColumn.Submit)) is not null;

    /// <summary>The sound jobs.</summary>
    internal JobTrace Read()
    {
        var place = 0;
        foreach (var row in table.WholeRows())
        {
            place++;
            Take(row, table.Has(JobColumn.Job) ? table.Text(row, JobColumn.Job) : place.ToString(CultureInfo.InvariantCulture));
        }

        return _jobs.Trace(_areDates ? LogTime.Beginning : null);
    }

    void Take(RawRow row, string id)
    {
        var (submit, run, cpus) = (Moment(row, JobColumn.Submit), Seconds(row, JobColumn.Run), table.Number(row, JobColumn.Cpus));
        var (estimate, deadline) = (table.Text(row, JobColumn.Estimate).Length == 0 ? 0 : Seconds(row, JobColumn.Estimate), table.Text(row, JobColumn.Deadline).Length == 0 ? long.MaxValue : Moment(row, JobColumn.Deadline));
        var (nodes, accelerators) = (table.Quantity(row, JobColumn.Nodes, JobRows.MostParts), table.Quantity(row, JobColumn.Accelerators, JobRows.MostParts));
        var memory = table.Has(JobColumn.MemoryGiB) ? table.Quantity(row, JobColumn.MemoryGiB, MostMiB / MiBInGiB) * MiBInGiB : table.Quantity(row, JobColumn.MemoryMiB, MostMiB);
        var (isKnown, section) = SectionNames.Of(table.Text(row, JobColumn.Section));
        if (!isKnown)
        {
            table.Fault(ProblemCode.JobSection, row, JobColumn.Section);
        }

        if (cpus is null)
        {
            table.Fault(ProblemCode.JobNumber, row, JobColumn.Cpus);
        }

        if (isKnown && submit is { } s && run is { } r && cpus is { } c && estimate is { } e && deadline is { } d && nodes is { } n && accelerators is { } a && memory is { } m)
        {
            _jobs.Take(new JobDraft(row, id, s, r, c)
            {
                EstimateS = e, Nodes = n, AcceleratorMilli = (long)Math.Round(1000 * a), MemoryMiB = m, DeadlineS = d == long.MaxValue ? null : d, Section = section,
                Chip = table.Text(row, JobColumn.Chip), Partition = table.Text(row, JobColumn.Partition), User = table.Text(row, JobColumn.User),
            });
        }
    }

    long? Moment(RawRow row, JobColumn column)
    {
        var value = _areDates ? LogTime.Moment(table.Text(row, column)) : table.Number(row, column) is >= 0 and <= MostS and var s ? (long)s : null;
        if (value is null)
        {
            table.Fault(ProblemCode.JobTime, row, column);
        }

        return value;
    }

    long? Seconds(RawRow row, JobColumn column)
    {
        var value = table.Number(row, column) is >= -MostS and <= MostS and var s ? (long)Math.Floor(s) : LogTime.Duration(table.Text(row, column));
        if (value is null)
        {
            table.Fault(ProblemCode.JobDuration, row, column);
        }

        return value;
    }
}
