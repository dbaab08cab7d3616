using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Suandian.Cases;
using Suandian.Reports.Jobs;
using Suandian.Reports.Machines;
using Suandian.Scheduling;
using Suandian.Scheduling.Comparison;
using Suandian.Scheduling.Machines;
using Suandian.Scheduling.Shifting;
using Suandian.Scheduling.Statistics;

namespace Suandian.Reports;

public partial class JobPagesTests
{
    [Fact]
    public void A_page_of_a_trace_says_everything_in_both_languages()
    {
        var trace = Trace(50) with { Began = new DateTime(2026, 3, 2, 8, 0, 0) };

        var files = TraceFiles.Of(trace, 8, TraceStatistics.Of(trace, 8)).ToDictionary(f => f.Path, f => Encoding.UTF8.GetString(f.Bytes));

        Assert.Equal(["demand.csv", "distributions.csv", "shares.csv", "trace.html"], files.Keys.Order(StringComparer.Ordinal));
        var page = files["trace.html"];
        Assert.Contains("作业何时到达", page, StringComparison.Ordinal);
        Assert.Contains("How good the estimates are", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(OpenPlace(), Shown(page));
        Assert.Equal(168 * 4, Cells().Count(page)); // hours of a week, wide and narrow, in both languages
    }

    [Theory]
    [InlineData(40, true)]
    [InlineData(301, false)]
    public void Few_jobs_are_blocks_and_many_a_map_of_sizes(int jobs, bool areBlocks)
    {
        var solution = Compare(Trace(jobs));

        var files = ComparisonFiles.Of(solution).ToDictionary(f => f.Path, f => Encoding.UTF8.GetString(f.Bytes));

        var page = files["compare.html"];
        Assert.Equal(areBlocks, page.Contains("When and where each job runs", StringComparison.Ordinal));
        Assert.Equal(!areBlocks, page.Contains("data:image/png", StringComparison.Ordinal));
        Assert.DoesNotMatch(OpenPlace(), Shown(page));
        Assert.Equal(["compare.html", "comparison.csv", "groups.csv", "utilisation.en.svg", "utilisation.zh.svg", "waits.en.svg", "waits.zh.svg"], files.Keys.Order(StringComparer.Ordinal));
        Assert.All(files.Where(f => f.Key.EndsWith(".svg", StringComparison.Ordinal)), f => XDocument.Parse(f.Value)); // sound XML
    }

    [Fact]
    public void Schedules_that_are_compared_can_be_read_again()
    {
        // 8 processors, both jobs of 5: the second waits for the first
        var trace = new JobTrace { Name = "two", Number = [1, 2], SubmitS = [0, 10], RunS = [100, 50], EstimateS = [100, 50], Processors = [5, 5] };

        var files = ComparisonFiles.Segments(Compare(trace)).ToDictionary(f => f.Path, f => Encoding.UTF8.GetString(f.Bytes));

        Assert.Equal(["segments-easy.csv", "segments-fifo.csv"], files.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["1,0,0,100,5", "2,10,100,150,5"], files["segments-fifo.csv"].ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..]);
    }

    [Fact]
    public void Green_power_is_drawn_where_it_is_told()
    {
        var solution = ComparisonStudy.Run(new ComparisonSetting(Trace(20), 8, new ShiftSeries { Hours = 48, CarbonGPerKwh = [.. Enumerable.Repeat(1.0, 48)], GreenMw = [.. Enumerable.Repeat(0.004, 48)] }, 1),
            [("easy", QueuePolicyKind.Easy)], [("now", ShiftPolicyKind.RunNow)], new ShiftOptions(), TestContext.Current.CancellationToken);

        var page = Encoding.UTF8.GetString(ComparisonFiles.Of(solution)[0].Bytes);

        Assert.Contains("what green power lets run", page, StringComparison.Ordinal);
        Assert.Contains("Energy, carbon and cost", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Accelerators_of_a_trace_are_told_in_words()
    {
        // four jobs of an hour: none, half a card, one and two
        var trace = new JobTrace { Name = "t", Number = [1, 2, 3, 4], SubmitS = [0, 0, 0, 0], RunS = [3600, 3600, 3600, 3600], EstimateS = [3600, 3600, 3600, 3600], Processors = [1, 1, 1, 1], AcceleratorMilli = [0, 500, 1000, 2000] };

        Assert.Equal("3 jobs (75%) with accelerators, 3.5 accelerator hours in all: half of them take 1 or fewer, the largest 2; a part of one: 1 job.", TraceFiles.Accelerators(TraceStatistics.Of(trace, 4))!.Value.En);
        Assert.Null(TraceFiles.Accelerators(TraceStatistics.Of(Trace(3), 4)));
    }

    [Fact]
    public void Pages_tell_jobs_left_out_with_their_share_of_the_work_and_the_moment_of_the_first_hour()
    {
        // kept: 20 jobs; left out: two jobs of a quarter of what there was, and one of which nobody knows
        var trace = Trace(20);
        var kept = Enumerable.Range(0, trace.Count).Sum(trace.CpuH);
        Problem Of(string code, int row) => new(code, Severity.Error, "log", row, null, null, new Text("", ""), new Text("", ""));
        var notes = new LogNotes { FirstHour = new DateTime(2026, 3, 1, 8, 0, 0), Dropped = [Of("SD1605", 3), Of("SD1609", 3), Of("SD1672", 9), Of("SD1605", 11)], Left = new DroppedWork(3, kept / 3, 1), KeptCpuH = kept };
        var machine = MachineJobs.From(Machine.Alike(1, 8), trace).Jobs;
        var plan = MachineSimulator.Run(machine, MachinePolicyKind.Fifo, cancellation: TestContext.Current.CancellationToken);

        string[] pages =
        [
            .. ComparisonFiles.Of(Compare(trace), notes).Concat(TraceFiles.Of(trace, 8, TraceStatistics.Of(trace, 8), notes)).Concat(MachineFiles.Of(machine, [new MachinePlan("fifo", plan, MachineMetrics.Of(machine, plan))], notes))
                .Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal)).Select(f => Encoding.UTF8.GetString(f.Bytes)),
        ];

        Assert.Equal(3, pages.Length);
        Assert.All(pages, page => Assert.Contains("3 jobs left out (--invalid drop), 25% of the processor hours of the log (1 job of unknown size or length not counted): 2: no run time; 1: job number twice; 1: no time for the job even alone", page, StringComparison.Ordinal));
        Assert.All(pages, page => Assert.Contains("逐时表第一行的起点：2026-03-01 08:00", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Beside_policies_that_shift_jobs_of_a_queue_that_wait_longer_than_they_may_are_late()
    {
        // one processor, three jobs of an hour at once: the third waits 2 h, one more than a short job may
        var trace = new JobTrace { Name = "t", Number = [1, 2, 3], SubmitS = [0, 0, 0], RunS = [3600, 3600, 3600], EstimateS = [3600, 3600, 3600], Processors = [1, 1, 1] };
        var setting = new ComparisonSetting(trace, 1, new ShiftSeries { Hours = 9, CarbonGPerKwh = [.. Enumerable.Repeat(1.0, 9)] }, 1);

        var both = ComparisonStudy.Run(setting, [("fifo", QueuePolicyKind.Fifo)], [("now", ShiftPolicyKind.RunNow)], new ShiftOptions { ShortWaitH = 1 }, TestContext.Current.CancellationToken);
        var alone = ComparisonStudy.Run(setting, [("fifo", QueuePolicyKind.Fifo)], [], new ShiftOptions { ShortWaitH = 1 }, TestContext.Current.CancellationToken);

        Assert.Equal([1, 0], both.Runs.Select(both.LateOf));
        Assert.Null(alone.LateOf(alone.Runs[0]));
    }

    static ComparisonSolution Compare(JobTrace trace) => ComparisonStudy.Run(new ComparisonSetting(trace, 8, null, 1), [("fifo", QueuePolicyKind.Fifo), ("easy", QueuePolicyKind.Easy)], [], new ShiftOptions(), TestContext.Current.CancellationToken);

    /// <summary>The page without style.</summary>
    static string Shown(string page) => page[page.IndexOf("</style>", StringComparison.Ordinal)..];

    static JobTrace Trace(int jobs)
    {
        var random = new Random(1);
        long[] run = [.. Enumerable.Range(0, jobs).Select(_ => (long)random.Next(10, 4000))];
        return new JobTrace
        {
            Name = "<trace>", Number = [.. Enumerable.Range(1, jobs).Select(n => (long)n)], SubmitS = [.. Enumerable.Range(0, jobs).Select(n => 200L * n)], RunS = run, EstimateS = [.. run.Select(r => 2 * r)],
            Processors = [.. run.Select(_ => random.Next(1, 9))], User = JobLabels.From(run.Select((_, j) => $"u{j % 30}")), Section = JobLabels.From(run.Select((_, j) => j % 2 == 0 ? "market" : "government")), Partition = JobLabels.From(run.Select((_, j) => $"p{j % 3}")),
        };
    }

    [GeneratedRegex(@"\{[a-z_]+\}", RegexOptions.None, 1000)]
    private static partial Regex OpenPlace();

    [GeneratedRegex("<rect[^>]*><title>[0-9]+</title>", RegexOptions.None, 1000)]
    private static partial Regex Cells();
}
