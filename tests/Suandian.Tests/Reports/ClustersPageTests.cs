using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Suandian.Cases;
using Suandian.Reports.Jobs;
using Suandian.Reports.Shifting;
using Suandian.Scheduling.Shifting;
using Suandian.Scheduling.Shifting.Clusters;
using static Suandian.Scheduling.Shifting.ShiftTraces;

namespace Suandian.Reports;

public partial class ClustersPageTests
{
    static readonly ShiftOptions Options = new() { ShortWaitH = 2, LongWaitH = 2 };

    /// <summary>Two jobs of an hour and 2 processors on clusters of 2; east costs 4 and 1, west 2 and 3 in its first hours, but b may not go so far.</summary>
    static readonly ShiftTrace Jobs = Of((0, Hour, 2), (0, Hour, 2)) with { Demands = [JobDemand.None with { DataGb = 5, Section = "market" }, JobDemand.None with { LatencyLimitMs = 5, Section = "government" }] };

    static readonly ImmutableArray<ShiftCluster> Clusters =
    [
        new ShiftCluster { Name = "east", CapacityCpus = 2, Series = Carbon(4, 1, 9, 9) }, new ShiftCluster { Name = "west", CapacityCpus = 2, LatencyMs = 20, DataGPerGb = 0.1, Series = Carbon(2, 3, 9, 9) },
    ];

    [Fact]
    public void A_page_of_clusters_tells_ratios_data_and_refusals_in_both_languages()
    {
        var page = Page(Jobs, [ShiftPolicyKind.RunNow, ShiftPolicyKind.DayAhead]);

        Assert.DoesNotMatch(OpenPlace(), page[page.IndexOf("</style>", StringComparison.Ordinal)..]);
        Assert.Contains("何时何地运行，旁边是信号", page, StringComparison.Ordinal);
        // b takes the second hour of the east for 2 g; a the first of the west for 4 g and 0.5 g of its data: 6.5 g, and nothing is below
        Assert.Contains("Day-ahead does best within the limits", page, StringComparison.Ordinal);
        Assert.Contains("<td>Day-ahead</td><td class=\"n\">0.01</td><td class=\"n\">-59.38</td><td class=\"n\">1.0000</td>", page, StringComparison.Ordinal); // 6.5 / 16 − 1
        Assert.Contains("<td>west</td><td class=\"n\">20.0</td><td class=\"n\">1</td><td class=\"n\">0</td><td class=\"n\">0</td><td class=\"n\">1</td>", page, StringComparison.Ordinal);
        Assert.Contains("By section", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_of_clusters_tells_what_there_is_to_know_of_the_log()
    {
        var solution = ShiftStudy.Run(Jobs, Clusters, Options, [ShiftPolicyKind.RunNow], TestContext.Current.CancellationToken);
        var notes = new LogNotes { FirstHour = new DateTime(2026, 3, 1, 8, 0, 0), Dropped = [new Problem("SD1672", Severity.Error, "log", 3, null, null, default, default)], Left = new DroppedWork(1, 4, 0), KeptCpuH = 4 };

        var page = Encoding.UTF8.GetString(ShiftFiles.Of(Jobs, Options, solution, notes).Single(f => f.Path == "clusters.html").Bytes);

        Assert.Contains("1 job left out (--invalid drop), 50% of the processor hours of the log: 1: no time for the job even alone", page, StringComparison.Ordinal);
        Assert.Contains("begins at 2026-03-01 08:00", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_of_all_clusters_have_the_same_hours()
    {
        // east runs its job in the first hour, west its own until the third
        var trace = Of((0, Hour, 2), (0, 3 * Hour, 2)) with { Demands = [JobDemand.None with { Named = ["east"] }, JobDemand.None with { Named = ["west"] }] };
        var solution = ShiftStudy.Run(trace, Clusters, Options, [ShiftPolicyKind.RunNow], TestContext.Current.CancellationToken);

        var hours = ShiftFiles.Of(trace, Options, solution).Where(f => f.Path is "load-1.en.svg" or "load-2.en.svg").Select(f => string.Join(' ', Feet().Matches(Encoding.UTF8.GetString(f.Bytes)).Select(m => m.Groups["hour"].Value))).ToArray();

        Assert.Equal(hours[0], hours[1]);
        Assert.StartsWith("0 ", hours[0], StringComparison.Ordinal);
        Assert.Contains("3", hours[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_above_the_capacity_has_no_ratio_to_the_bound()
    {
        var solution = ShiftStudy.Run(Jobs, Clusters, Options, [ShiftPolicyKind.RunNow, ShiftPolicyKind.DayAhead], TestContext.Current.CancellationToken);

        Assert.Equal((double.NaN, 1.0), (solution.ToBound(solution.Runs[0], ShiftGoal.Carbon), Math.Round(solution.ToBound(solution.Runs[1], ShiftGoal.Carbon), 9))); // 4 processors in the first hour of the east
        Assert.Equal(ShiftPolicyKind.DayAhead, solution.Best(ShiftGoal.Carbon).Schedule.Policy);
        Assert.StartsWith("run now: ", ShiftFiles.Unranked(solution)!.Value.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Late_jobs_are_listed_and_leave_no_ratio()
    {
        var trace = Of((0, Hour, 2), (0, Hour, 2)) with { Demands = [JobDemand.None with { Named = ["east"] }, JobDemand.None with { Named = ["east"] }], WaitSlots = [0, 0] };

        var page = Page(trace, [ShiftPolicyKind.DayAhead]);

        Assert.Contains("No policy keeps all deadlines and limits", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"n\">0.00</td><td class=\"n\">1.00</td><td class=\"n\">2.00</td><td class=\"n\">1.00</td>", page, StringComparison.Ordinal); // arrives at 0 h, should end at 1 h, ends at 2 h
    }

    static string Page(ShiftTrace trace, ShiftPolicyKind[] policies) =>
        Encoding.UTF8.GetString(ShiftFiles.Of(trace, Options, ShiftStudy.Run(trace, Clusters, Options, policies, TestContext.Current.CancellationToken)).Single(f => f.Path == "clusters.html").Bytes);

    [GeneratedRegex(@"\{[a-z_]+\}", RegexOptions.None, 1000)]
    private static partial Regex OpenPlace();

    [GeneratedRegex("text-anchor=\"middle\"[^>]*>(?<hour>[0-9]+)</text>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Feet();
}
