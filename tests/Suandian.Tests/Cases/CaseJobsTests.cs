using Suandian.Scheduling.Shifting;
using Suandian.Scheduling.Shifting.Clusters;
using Suandian.Scheduling.Streams;

namespace Suandian.Cases;

public class CaseJobsTests
{
    [Fact]
    public void The_card_hours_of_a_year_are_those_of_the_workloads()
    {
        var data = FirstSteps();

        var stream = CaseJobs.Make(data, new CaseJobsOptions { Cluster = "hall", SharePu = 0.001 }, TestContext.Current.CancellationToken).Stream!;

        foreach (var (demand, work, index) in stream.Demands.Select((d, i) => (d, stream.Workloads[i], i)))
        {
            Assert.Equal(0.001 * work.GpuHoursPerYear, demand.CardH.Sum(), 1e-6 * work.GpuHoursPerYear); // a card of the case does one reference GPU-hour an hour
            Assert.InRange(demand.CardH.Sum() - stream.Jobs.Where(j => j.Demand == index).Sum(j => j.Cards * j.RunS / 3600.0), -1e-6, 1.0 / 720);
        }
    }

    [Fact]
    public void The_table_is_read_by_the_door_for_logs_with_deadlines_and_sections()
    {
        var stream = CaseJobs.Make(FirstSteps(), new CaseJobsOptions { Cluster = "hall", SharePu = 0.01, Days = 2 }, TestContext.Current.CancellationToken).Stream!;

        var trace = JobLog.Parse(stream.Csv(), "jobs.csv", 100_000, InvalidJobs.Refuse).Trace!;

        Assert.EndsWith("section,latency_limit_ms,data_gb", System.Text.Encoding.UTF8.GetString(stream.Csv()).Split('\n')[0], StringComparison.Ordinal); // as shift reads them
        Assert.Equal(stream.Jobs.Select(j => (j.ArrivalS, j.RunS, j.Cards)), Enumerable.Range(0, trace.Count).Select(j => (trace.SubmitS[j], trace.RunS[j], trace.Processors[j])));
        Assert.All(Enumerable.Range(0, trace.Count), j => Assert.Equal(trace.SubmitS[j] + trace.RunS[j] + (trace.Partition![j] == "training" ? 72 * 3600 : 0), trace.DeadlineS![j]));
        Assert.Equal(["market", "national"], trace.Section!.Names.Order());
        Assert.All(trace.SubmitS, s => Assert.InRange(s, 0, 2 * 86_400 - 1));
    }

    [Fact]
    public void Deadlines_data_latency_and_sections_of_made_jobs_come_back_in_shift()
    {
        var data = FirstSteps();
        data = data with { Workloads = [.. data.Workloads.Select(w => w with { LatencyLimitMs = w.Name == "training" ? null : 30 })] };
        var stream = CaseJobs.Make(data, new CaseJobsOptions { Cluster = "hall", SharePu = 0.01, Days = 2 }, TestContext.Current.CancellationToken).Stream!;
        var hours = new ShiftSeries { Hours = 1000, CarbonGPerKwh = [.. Enumerable.Repeat(1.0, 1000)] };
        ShiftCluster near = new() { Name = "near", Series = hours, LatencyMs = 10 }, far = near with { Name = "far", LatencyMs = 40 };

        var trace = ShiftTraceFile.Parse(stream.Csv(), "jobs.csv", new ShiftFit(new ShiftOptions(), 1000) { Clusters = [near, far] }, InvalidJobs.Refuse).Trace!;

        Assert.Equal(stream.Jobs.Length, trace.Count);
        Assert.All(stream.Jobs.Select((job, j) => (job, work: stream.Workloads[job.Demand], demand: trace.Demand(j), wait: trace.WaitSlots[j])), t =>
        {
            Assert.Equal(t.work.DeadlineH * 720, t.wait, 1.0); // slots; arrival, run time and deadline are rounded down one by one
            Assert.Equal(t.job.Cards * t.job.RunS / 3600.0 * stream.Chip.WorkPu * t.work.DataGbPerGpuHour, t.demand.DataGb, 1e-6);
            Assert.Equal((t.work.LatencyLimitMs, t.work.Name == "training" ? "national" : "market"), (t.demand.LatencyLimitMs, t.demand.Section));
        });
        Assert.Contains("SD1668", ShiftTraceFile.Parse(stream.Csv(), "jobs.csv", new ShiftFit(new ShiftOptions(), 1000) { Clusters = [far] }, InvalidJobs.Refuse).Problems.Select(p => p.Code)); // inference may not go so far
    }

    [Theory]
    [InlineData("nowhere", 1, "SD1735")]
    [InlineData("hall", 1, "SD1737")] // 30 million GPU-hours of inference in jobs of about two
    public void What_cannot_be_made_says_why(string cluster, double share, string code)
    {
        var reading = CaseJobs.Make(FirstSteps(), new CaseJobsOptions { Cluster = cluster, SharePu = share }, TestContext.Current.CancellationToken);

        Assert.Equal((true, code), (reading.Stream is null, Assert.Single(reading.Problems).Code));
        Assert.DoesNotContain('{', reading.Problems[0].Expected.En + reading.Problems[0].Remedy.Zh);
    }

    [Fact]
    public void The_table_of_shapes_on_the_page_is_that_of_the_code()
    {
        var page = File.ReadAllText(Repository.File("docs/reference/job-logs.md"));

        Assert.All(JobShape.All, s => Assert.Contains(FormattableString.Invariant(
            $"| `{Tables.SnakeCase.FromPascal(s.Class.ToString())}` | {string.Join(", ", s.Weights.Select((w, power) => $"{s.LeastCards << power} ({w} %)"))} | {s.MedianH} | {s.SigmaLog} | {s.LongestH} | E |"), page, StringComparison.Ordinal));
    }

    static Case FirstSteps()
    {
        var data = CaseFolder.Read(Repository.File("cases/first-steps")).Case!;
        return data with { Settings = data.Settings with { Hours = HourSelection.Year } };
    }
}
