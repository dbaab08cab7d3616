using System.Globalization;
using Suandian.Cases.Tables;
using Suandian.Scheduling;
using Suandian.Scheduling.Shifting;
using Suandian.Scheduling.Shifting.Clusters;
using Suandian.Texts;

namespace Suandian.Cases.Traces;

/// <summary>Jobs of a log beside the hours, processors and clusters they have to fit in; all that does not fit is told with its line.</summary>
/// <param name="log">The log.</param>
/// <param name="fit">What the jobs have to fit in.</param>
sealed class ShiftFitting(JobLogContent log, ShiftFit fit)
{
    const int MostCpus = 1_000_000;
    const int MostHours = int.MaxValue / ShiftTrace.SlotsPerHour; // slots are counted in whole numbers of 32 bits

    /// <summary>The sound jobs that fit; null where the log cannot be used.</summary>
    internal ShiftTrace? Trace()
    {
        for (var job = 0; job < log.Faulty?.Count; job++)
        {
            Tell(log.Faulty, job);
        }

        return log.Sound is not { } sound ? null
            : ShiftTrace.Of(TraceSelection.Without(sound, Enumerable.Range(0, sound.Count).Where(job => !Tell(sound, job)).ToHashSet()), isAsked: !fit.Clusters.IsEmpty);
    }

    /// <summary>True for a job that fits.</summary>
    bool Tell(JobTrace trace, int job)
    {
        var (submitS, runS, cpus) = (trace.SubmitS[job], trace.RunS[job], trace.Processors[job]);
        var (most, hours, slots) = (Math.Min(MostCpus, fit.Options.CapacityCpus ?? MostCpus), Math.Min(MostHours, fit.SeriesHours), Slots(trace, job));
        var needed = (slots.Arrival + slots.Length + slots.Wait + ShiftTrace.SlotsPerHour - 1) / ShiftTrace.SlotsPerHour;
        var isRight = true;
        if (runS is >= 0 and < ShiftTrace.SlotS)
        {
            isRight = Fault(ProblemCode.ShiftJobRunTime, JobColumn.Run, Whole(runS));
        }

        if (cpus > most)
        {
            isRight = Fault(ProblemCode.ShiftJobTooLarge, JobColumn.Cpus, Whole(cpus), ("capacity", most));
        }

        if (submitS >= 0 && runS >= 0 && needed > hours)
        {
            isRight = Fault(ProblemCode.ShiftJobBeyondSeries, JobColumn.Submit, Whole(submitS), ("needed", needed), ("hours", hours));
        }

        var demand = trace.Demands?[job] ?? JobDemand.None;
        if (fit.Clusters.IsEmpty)
        {
            return isRight;
        }

        var strange = demand.Named.Where(name => fit.Clusters.All(c => c.Name != name)).ToArray();
        if (strange is not [])
        {
            isRight = Fault(ProblemCode.ShiftJobCluster, JobColumn.Clusters, string.Join(';', strange), ("known", string.Join(", ", fit.Clusters.Select(c => c.Name))));
        }

        return isRight && submitS >= 0 && runS >= 0 && (Reasons(new ShiftJob(job, (int)slots.Arrival, (int)slots.Length, cpus, (int)slots.Wait, (int)slots.Length, slots.Length >= ShiftTrace.LongFrom), demand) is not { } reasons
            || Fault(ProblemCode.ShiftJobNowhere, null, null, ("reasons", reasons)));

        bool Fault(string code, JobColumn? column, string? value, params ReadOnlySpan<(string Name, object? Value)> places)
        {
            log.Faults.Add(code, new Spot(log.File, trace.Line?[job], column is { } named ? log.NameOf(named) : null, null), value, places);
            return false;
        }
    }

    static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Arrival, length and longest wait of a job, slots.</summary>
    (long Arrival, long Length, long Wait) Slots(JobTrace trace, int job)
    {
        var (arrival, length) = (trace.SubmitS[job] / ShiftTrace.SlotS, ShiftTrace.LengthSlots(trace.RunS[job]));
        return (arrival, length, trace.DeadlineS?[job] is >= 0 and var deadline ? Math.Max(0, deadline / ShiftTrace.SlotS - arrival - length) : fit.Options.WaitSlots(length >= ShiftTrace.LongFrom));
    }

    /// <summary>Why a job may go nowhere, cluster by cluster; null where it may.</summary>
    Text? Reasons(in ShiftJob job, in JobDemand demand)
    {
        var (zh, en) = (new List<string>(), new List<string>());
        foreach (var cluster in fit.Clusters)
        {
            var refusal = ClusterChoice.Refusal(job, demand, cluster);
            if (refusal == ClusterRefusal.None)
            {
                return null;
            }

            var why = Phrases.Of("shift.refusal." + refusal.ToString().ToLowerInvariant());
            zh.Add($"{cluster.Name}：{why.Zh}");
            en.Add($"{cluster.Name}: {why.En}");
        }

        return new Text(string.Join("；", zh), string.Join("; ", en));
    }
}
