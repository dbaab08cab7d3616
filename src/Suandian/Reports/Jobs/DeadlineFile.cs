using System.Collections.Immutable;
using Suandian.Reports.Questions;
using Suandian.Reports.Tables;
using Suandian.Scheduling;

namespace Suandian.Reports.Jobs;

/// <summary>How deadlines were kept, as a table.</summary>
public static class DeadlineFile
{
    /// <summary>deadlines.csv: a row for all jobs of each policy and one for each section; no file where no job has a deadline.</summary>
    /// <param name="plans">Word of each policy, and its groups.</param>
    public static ImmutableArray<QuestionFile> Of(IEnumerable<(string Policy, ImmutableArray<DeadlineMetrics> Groups)> plans)
    {
        ArgumentNullException.ThrowIfNull(plans);
        (string Policy, DeadlineMetrics Group)[] rows = [.. plans.SelectMany(p => p.Groups.Select(g => (p.Policy, g)))];
        return !Array.Exists(rows, r => r.Group.Jobs > 0) ? [] :
        [
            QuestionFile.Of(new TableOf<(string Policy, DeadlineMetrics Group)>("deadlines", rows).Word("policy", r => r.Policy).Word("section", r => r.Group.Section is null ? "all" : r.Group.Section)
                .Number("with_deadline", r => r.Group.Jobs).Number("missed", r => r.Group.Missed).Number("largest_lateness_s", r => r.Group.Jobs == 0 ? null : r.Group.LargestLatenessS).Table()),
        ];
    }
}
