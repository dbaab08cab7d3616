namespace Suandian.Scheduling;

/// <summary>Parts of a trace.</summary>
static class TraceSelection
{
    /// <summary>A trace without some of its jobs.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="jobs">Places of the jobs to leave out.</param>
    internal static JobTrace Without(JobTrace trace, IReadOnlySet<int> jobs) => jobs.Count == 0 ? trace : Only(trace, [.. Enumerable.Range(0, trace.Count).Where(j => !jobs.Contains(j))]);

    /// <summary>Some jobs of a trace.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="kept">Their places, ascending.</param>
    internal static JobTrace Only(JobTrace trace, params int[] kept)
    {
        T[] Of<T>(T[] values) => [.. kept.Select(j => values[j])];
        T[]? Some<T>(T[]? values) => values is null ? null : Of(values);
        JobLabels? Labels(JobLabels? labels) => labels is null ? null : labels with { Of = Of(labels.Of) };
        return trace with
        {
            Number = Of(trace.Number),
            SubmitS = Of(trace.SubmitS),
            RunS = Of(trace.RunS),
            EstimateS = Of(trace.EstimateS),
            Processors = Of(trace.Processors),
            Nodes = Some(trace.Nodes),
            AcceleratorMilli = Some(trace.AcceleratorMilli),
            MemoryMiB = Some(trace.MemoryMiB),
            Chip = Labels(trace.Chip),
            Partition = Labels(trace.Partition),
            User = Labels(trace.User),
            Section = Labels(trace.Section),
            Id = Some(trace.Id),
            DeadlineS = Some(trace.DeadlineS),
            Demands = Some(trace.Demands),
            Line = Some(trace.Line),
        };
    }
}
