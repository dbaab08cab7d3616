using System.Collections.Immutable;
using Suandian.Cases.Tables;
using Suandian.Scheduling;

namespace Suandian.Cases.Traces;

/// <summary>What a log holds, before it is put beside what its jobs have to fit in and before anybody decides what becomes of faults.</summary>
/// <param name="File">Name that problems carry.</param>
/// <param name="Sound">Jobs without a fault; null where the log cannot be used at all.</param>
/// <param name="Faulty">Jobs with faults of which it is known what they hold, so that all that is wrong with them is told at once; times nobody knows are −1. Null for none.</param>
/// <param name="Processors">Processors of the machine; 0 where nobody says.</param>
/// <param name="Findings">Problems of the log as a whole.</param>
/// <param name="Faults">Faults of its rows.</param>
/// <param name="NameOf">Name that a column has in the log; null where it has none.</param>
sealed record JobLogContent(string File, JobTrace? Sound, JobTrace? Faulty, int Processors, Findings Findings, Findings Faults, Func<JobColumn, string?> NameOf)
{
    static readonly ImmutableDictionary<JobColumn, string> SwfNames = ImmutableDictionary.CreateRange<JobColumn, string>(
        [new(JobColumn.Submit, "submit"), new(JobColumn.Run, "run"), new(JobColumn.Cpus, "processors"), new(JobColumn.Partition, "queue"), new(JobColumn.User, "user")]);

    /// <summary>A log that cannot be used.</summary>
    internal static JobLogContent None(string file, JobLogOptions options, Findings findings, Findings faults) => new(file, null, null, options.Processors ?? 0, findings, faults, _ => null);

    /// <summary>A log in the Standard Workload Format.</summary>
    internal static JobLogContent Swf(string file, ReadOnlySpan<byte> utf8, JobLogOptions options, Findings faults)
    {
        var reader = new SwfReader(file, options, faults);
        reader.Read(utf8);
        var (sound, faulty) = reader.Traces();
        return new JobLogContent(file, sound, faulty, reader.Processors, new Findings(), faults, column => SwfNames.GetValueOrDefault(column));
    }

    /// <summary>A log in a table.</summary>
    internal static JobLogContent Of(JobTable table, JobLogFormat format, JobLogOptions options, (Findings File, Findings Rows) found)
    {
        var (processors, sections, isStrict) = (options.Processors ?? 0, new SectionNames(options.Sections), options.Invalid == InvalidJobs.Refuse);
        var (sound, faulty) = format switch
        {
            JobLogFormat.Sacct => new SacctReader(table, processors, sections, isStrict).Read(),
            JobLogFormat.Openb => new PodJobReader(table, processors, isStrict).Read(),
            _ => new CsvJobReader(table, processors, sections, isStrict).Read(),
        };
        return new JobLogContent(table.File, sound, faulty, processors, found.File, found.Rows, table.NameOf);
    }

    /// <summary>What stops the use of the log, and why each row that is left out was.</summary>
    /// <param name="invalid">What becomes of jobs that cannot be used.</param>
    /// <param name="kept">Number of jobs without a fault; null where nobody knows.</param>
    internal (ImmutableArray<Problem> Problems, ImmutableArray<Problem> Dropped) Settle(InvalidJobs invalid, int? kept)
    {
        var dropped = Faults.Sorted();
        if (kept == 0 && (invalid == InvalidJobs.Drop || dropped.IsEmpty))
        {
            Findings.Add(ProblemCode.JobLogEmpty, new Spot(File, null, null, null), null);
        }

        return (kept == 0 ? InvalidJobs.Refuse : invalid).Settle(Findings, dropped); // where nothing is left, why is told row by row
    }

    /// <summary>What the jobs left out would have held.</summary>
    internal DroppedWork WorkOf(ImmutableArray<Problem> dropped)
    {
        var rows = dropped.Select(p => p.Row).OfType<int>().ToHashSet();
        double[] known = [.. new[] { Sound, Faulty }.OfType<JobTrace>().SelectMany(trace => Enumerable.Range(0, trace.Count).Where(j => trace.RunS[j] >= 0 && trace.Line is { } line && rows.Contains(line[j])).Select(trace.CpuH))];
        return new DroppedWork(rows.Count, known.Sum(), rows.Count - known.Length);
    }
}
