using Suandian.Texts;

namespace Suandian.Reports.Jobs;

/// <summary>Which policies leave jobs that never run, in a sentence.</summary>
public static class NotRunWords
{
    /// <summary>The sentence; null where no policy leaves any.</summary>
    /// <param name="runs">Name of each policy, number of its jobs that never run, and their processor hours.</param>
    public static Text? Of(IEnumerable<(Text Policy, int Jobs, double CpuH)> runs)
    {
        Text[] told = [.. runs.Where(r => r.Jobs > 0).Select(r => Phrases.Of("jobs.not_run_of", ("policy", r.Policy), ("jobs", r.Jobs), ("cpu_h", JobPage.Fixed(r.CpuH, 2))))];
        return told is [] ? null : Phrases.Of("jobs.not_run", ("list", new Text(string.Join("；", told.Select(t => t.Zh)), string.Join("; ", told.Select(t => t.En)))));
    }
}
