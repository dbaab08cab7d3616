using System.Globalization;
using Suandian.Cases.Tables;
using Suandian.Scheduling;
using Suandian.Scheduling.Shifting.Clusters;

namespace Suandian.Cases.Traces;

/// <summary>Rows of a CSV of jobs; docs/reference/job-logs.md.</summary>
/// <remarks>Times are seconds, or dates where the first row has one. Fractions of seconds are cut off. The place of a row is its name where there is no column of names.</remarks>
sealed class CsvJobReader(JobTable table, int machine, SectionNames sections, bool isStrict)
{
    const double MostMiB = 1e12, MiBInGiB = 1024, MostS = 1e11, MostAsked = 1e9;

    static readonly JobColumn[] Asked = [JobColumn.DataGb, JobColumn.LatencyMs, JobColumn.Qualifications, JobColumn.Clusters];

    readonly JobRows _jobs = new(table, machine, isSorted: true, isStrict);
    readonly bool _asks = Asked.Any(table.Has);
    readonly bool _areDates = table.Sheet.Rows is [var first, ..] && first.Cells.Length == table.Sheet.Header.Length && LogTime.Moment(table.Text(first, JobColumn.Submit)) is not null;

    /// <summary>The sound jobs, and those with faults of which the shape is known.</summary>
    internal (JobTrace Sound, JobTrace? Faulty) Read()
    {
        var place = 0;
        foreach (var row in table.WholeRows())
        {
            place++;
            Take(row, table.Has(JobColumn.Job) ? table.Text(row, JobColumn.Job) : place.ToString(CultureInfo.InvariantCulture));
        }

        return _jobs.Traces(_areDates ? LogTime.Beginning : null);
    }

    void Take(RawRow row, string id)
    {
        var (estimate, deadline) = (table.Text(row, JobColumn.Estimate).Length == 0 ? 0 : Seconds(row, JobColumn.Estimate), table.Text(row, JobColumn.Deadline).Length == 0 ? long.MaxValue : Moment(row, JobColumn.Deadline));
        var (nodes, accelerators) = (table.Quantity(row, JobColumn.Nodes, JobRows.MostParts), table.Quantity(row, JobColumn.Accelerators, JobRows.MostParts));
        var memory = table.Has(JobColumn.MemoryGiB) ? table.Quantity(row, JobColumn.MemoryGiB, MostMiB / MiBInGiB) * MiBInGiB : table.Quantity(row, JobColumn.MemoryMiB, MostMiB);
        var section = Section(row);
        var (isAskedRight, demand) = _asks ? Demand(row) : (true, null);
        _jobs.Take(new JobDraft(row, id)
        {
            SubmitS = Moment(row, JobColumn.Submit), RunS = Seconds(row, JobColumn.Run), Processors = Cpus(row),
            IsSound = isAskedRight && section is not null && estimate is not null && deadline is not null && nodes is not null && accelerators is not null && memory is not null,
            EstimateS = estimate ?? 0, Nodes = nodes ?? 0, AcceleratorMilli = (long)Math.Round(1000 * (accelerators ?? 0)), MemoryMiB = memory ?? 0,
            DeadlineS = deadline == long.MaxValue ? null : deadline, Section = section, Demand = demand,
            Chip = table.Text(row, JobColumn.Chip), Partition = table.Text(row, JobColumn.Partition), User = table.Text(row, JobColumn.User),
        });
    }

    double? Cpus(RawRow row)
    {
        var value = table.Number(row, JobColumn.Cpus);
        if (value is null)
        {
            table.Fault(ProblemCode.JobNumber, row, JobColumn.Cpus);
        }

        return value;
    }

    /// <summary>The section of a job, empty for none; null, and told, for an unknown one of the programme; any other word is left to the machine.</summary>
    string? Section(RawRow row)
    {
        var word = table.Text(row, JobColumn.Section);
        if (word.Length == 0 || sections.Find(word) is not { } section)
        {
            if (word.Length == 0 || !sections.IsProgramme)
            {
                return word;
            }

            table.Fault(ProblemCode.JobSection, row, JobColumn.Section);
            return null;
        }

        return section;
    }

    /// <summary>What a job asks of clusters, null for nothing; not right, and told, where a number is none.</summary>
    (bool IsRight, JobDemand? Demand) Demand(RawRow row)
    {
        var hasLimit = table.Text(row, JobColumn.LatencyMs).Length > 0;
        var (data, latency) = (table.Quantity(row, JobColumn.DataGb, MostAsked), table.Quantity(row, JobColumn.LatencyMs, MostAsked));
        var demand = new JobDemand(data ?? 0, hasLimit ? latency : null, WordList.Of(table.Text(row, JobColumn.Qualifications)), "", WordList.Of(table.Text(row, JobColumn.Clusters)));
        return (data is not null && latency is not null, data > 0 || hasLimit || !demand.Requires.IsEmpty || !demand.Named.IsEmpty ? demand : null);
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
