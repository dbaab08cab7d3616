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
    const double SlotsPerHour = ShiftTrace.SlotsPerHour;
    const int MostHours = int.MaxValue / ShiftTrace.SlotsPerHour; // slots are counted in whole numbers of 32 bits

    /// <summary>Processors that may run at each cluster. Shape [clusters][hours]; null for no limit.</summary>
    readonly double[]?[] _limits = fit.Clusters.IsEmpty ? [fit.LimitCpus] : [.. fit.Clusters.Select(c => c.Series.LimitCpus(c.CapacityCpus, fit.Options.KilowattPerCpu))];

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

    /// <summary>The sound jobs that are no larger than what may ever run and that find time where they are alone; null where the log cannot be used.</summary>
    internal JobTrace? Placeable()
    {
        for (var job = 0; job < log.Faulty?.Count; job++)
        {
            TellPlace(log.Faulty, job);
        }

        return log.Sound is not { } sound ? null : TraceSelection.Without(sound, Enumerable.Range(0, sound.Count).Where(job => !TellPlace(sound, job)).ToHashSet());
    }

    /// <summary>True for a job that fits.</summary>
    bool Tell(JobTrace trace, int job)
    {
        var (submitS, runS, cpus) = (trace.SubmitS[job], trace.RunS[job], trace.Processors[job]);
        var (hours, slots) = (Math.Min(MostHours, fit.SeriesHours), Slots(trace, job));
        var needed = (slots.Arrival + slots.Length + slots.Wait + ShiftTrace.SlotsPerHour - 1) / ShiftTrace.SlotsPerHour;
        var (isTimed, isRight) = (submitS >= 0 && runS >= 0, true);
        if (runS is >= 0 and < ShiftTrace.SlotS)
        {
            isRight = Fault(trace, job, (ProblemCode.ShiftJobRunTime, JobColumn.Run, Whole(runS)));
        }

        isRight &= TellSize(trace, job);
        if (isTimed && needed > hours)
        {
            isRight = Fault(trace, job, (ProblemCode.ShiftJobBeyondSeries, JobColumn.Submit, Whole(submitS)), ("needed", needed), ("hours", hours));
        }

        if (fit.Clusters.IsEmpty)
        {
            return isRight && TellTime(trace, job);
        }

        var demand = trace.Demands?[job] ?? JobDemand.None;
        var strange = demand.Named.Where(name => fit.Clusters.All(c => c.Name != name)).ToArray();
        if (strange is not [])
        {
            isRight = Fault(trace, job, (ProblemCode.ShiftJobCluster, JobColumn.Clusters, string.Join(';', strange)), ("known", string.Join(", ", fit.Clusters.Select(c => c.Name))));
        }

        return isRight && isTimed && (Reasons(new ShiftJob(job, (int)slots.Arrival, (int)slots.Length, cpus, (int)slots.Wait, (int)slots.Length, slots.Length >= ShiftTrace.LongFrom), demand) is not { } reasons
            || Fault(trace, job, (ProblemCode.ShiftJobNowhere, null, null), ("reasons", reasons)));
    }

    /// <summary>True for a job that is no larger than what may ever run.</summary>
    bool TellSize(JobTrace trace, int job)
    {
        var most = Math.Min(MostCpus, fit.Options.CapacityCpus ?? MostCpus);
        return trace.Processors[job] <= most || Fault(trace, job, (ProblemCode.ShiftJobTooLarge, JobColumn.Cpus, Whole(trace.Processors[job])), ("capacity", most));
    }

    bool TellPlace(JobTrace trace, int job) => TellSize(trace, job) && TellTime(trace, job);

    /// <summary>True for a job that finds time at the one cluster where it is alone, and for one of which the times are not known or beyond the series.</summary>
    bool TellTime(JobTrace trace, int job)
    {
        if (trace.SubmitS[job] < 0 || trace.RunS[job] < 0)
        {
            return true;
        }

        var (arrival, length, wait) = Slots(trace, job);
        if ((arrival + length + wait + ShiftTrace.SlotsPerHour - 1) / ShiftTrace.SlotsPerHour > Math.Min(MostHours, fit.SeriesHours))
        {
            return true;
        }

        var found = LoneJob.MostSlots(((int)arrival, (int)(arrival + length + wait)), trace.Processors[job], _limits[0], fit.Options, (int)length);
        return found >= length || Fault(trace, job, (ProblemCode.ShiftJobNoTime, null, trace.NameOf(job)), ("hours", InHours(length)), ("cpus", trace.Processors[job]), ("from", InHours(arrival)), ("to", InHours(arrival + length + wait)), ("found", InHours(found)),
            ("how", Phrases.Of(fit.Options.Suspension == Suspension.Allowed ? "shift.time_in_pieces" : "shift.time_unbroken")));
    }

    bool Fault(JobTrace trace, int job, (string Code, JobColumn? Column, string? Value) fault, params ReadOnlySpan<(string Name, object? Value)> places)
    {
        log.Faults.Add(fault.Code, new Spot(log.File, trace.Line?[job], fault.Column is { } named ? log.NameOf(named) : null, null), fault.Value, places);
        return false;
    }

    static double InHours(long slots) => Math.Round(slots / SlotsPerHour, 2);

    static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Arrival, length and longest wait of a job, slots.</summary>
    (long Arrival, long Length, long Wait) Slots(JobTrace trace, int job)
    {
        var (arrival, length) = (trace.SubmitS[job] / ShiftTrace.SlotS, ShiftTrace.LengthSlots(trace.RunS[job]));
        return (arrival, length, trace.DeadlineS?[job] is >= 0 and var deadline ? Math.Max(0, deadline / ShiftTrace.SlotS - arrival - length) : fit.Options.WaitSlots(length >= ShiftTrace.LongFrom));
    }

    /// <summary>True where a job that is alone at a cluster finds time there once its data have come.</summary>
    bool HasTime(in ShiftJob job, in JobDemand demand, int place) =>
        LoneJob.MostSlots((job.Arrival + fit.Clusters[place].TransferSlots(demand.DataGb), job.Deadline), job.Cpus, _limits[place], fit.Options, job.Length) >= job.Length;

    /// <summary>Why a job may go nowhere, cluster by cluster; null where it may.</summary>
    Text? Reasons(in ShiftJob job, in JobDemand demand)
    {
        var (zh, en) = (new List<string>(), new List<string>());
        for (var p = 0; p < fit.Clusters.Length; p++)
        {
            var cluster = fit.Clusters[p];
            var refusal = ClusterChoice.Refusal(job, demand, cluster) is not ClusterRefusal.None and var told ? told : HasTime(job, demand, p) ? ClusterRefusal.None : ClusterRefusal.Time;
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
