using System.Text;
using Suandian.Scheduling.Shifting;

namespace Suandian.Cases;

public class ShiftFilesTests
{
    static readonly ShiftFit Fit = new(new ShiftOptions { CapacityCpus = 8 }, 48);

    [Fact]
    public void A_trace_is_read_by_column_name_and_rounded_down_to_slots()
    {
        var trace = Trace("cpus,length,arrival_time,user\n2,7204.9,9.9,x\n1,100,12,y\n").Trace!;

        Assert.Equal([1, 2], trace.Arrival);
        Assert.Equal([1440, 20], trace.Length);
        Assert.Equal([2, 1], trace.Cpus);
        Assert.Equal((20, 1440), (trace.MeanShort, trace.MeanLong)); // 7204.9 / 5 = 1440.98, rounded down
    }

    [Fact]
    public void A_deadline_of_a_job_takes_the_place_of_the_wait_of_its_class()
    {
        var trace = Trace("arrival_time,length,cpus,deadline_s\n10,100,1,110\n20,100,1,\n30,100,1,7200\n").Trace!;

        Assert.Equal([0, -1, (7200 / 5) - 6 - 20], trace.WaitSlots);
        Assert.Equal([22, 4 + 20 + (6 * 720), 1440], Enumerable.Range(0, 3).Select(j => trace.Job(j, Fit.Options).Deadline));
        Assert.Equal(["SD1727:2 deadline_s"], Trace("arrival_time,length,cpus,deadline_s\n10,100,1,109\n").Problems.Select(p => $"{p.Code}:{p.Row} {p.Column}"));
    }

    [Fact]
    public void All_faults_of_log_and_fit_are_told_at_once_with_their_lines_and_the_sound_jobs_are_kept_where_asked()
    {
        const string Text = "id,arrival_time,length,cpus,deadline_s\na,7,100,1,\nb,9,-3,1,\na,10,100,1,\nc,3,100,1,\nd,20,nan,1,\ne,20,100,1.5,\nf,20,100,9,\ng,20,100,1,172805\nh,30,4,1,\ni,40,100\nj,,100,1,\nk,50,100,2,\na,40,2,99,200000\nl,172000,100,1,\n";
        string[] expected =
        [
            "SD1605:3 length", "SD1609:4 id", "SD1608:5 arrival_time", "SD1722:6 length", "SD1604:7 cpus", "SD1646:8 cpus", "SD1647:9 arrival_time", "SD1643:10 length", "SD0106:11 ", "SD1721:12 arrival_time",
            "SD1608:14 arrival_time", "SD1609:14 id", "SD1643:14 length", "SD1646:14 cpus", "SD1647:14 arrival_time", "SD1647:15 arrival_time",
        ];

        var (refused, dropped) = (Trace(Text), Trace(Text, InvalidJobs.Drop));

        Assert.Null(refused.Trace);
        Assert.Equal(expected, refused.Problems.Select(p => $"{p.Code}:{p.Row} {p.Column}"));
        Assert.Equal(refused.Problems.Length, dropped.Dropped.Length);
        Assert.Equal(["a", "k"], dropped.Trace!.Id);
        Assert.All(refused.Problems, p => Assert.DoesNotContain('{', p.Expected.Zh + p.Expected.En + p.Remedy.Zh + p.Remedy.En));
    }

    [Fact]
    public void All_jobs_that_find_no_time_even_alone_are_told_at_once_or_left_out()
    {
        // 8 processors may run in hours 0 and 1, then 2, then 8 again in hours 3 and 4: 5 for 3 h have 2 h in one piece and 4 in all; c ends too early; d, of 1, has all 5 h
        const string Text = "id,arrival_time,length,cpus,deadline_s\na,0,7200,5,\nb,0,10800,5,18000\nc,0,3600,5,3599\nd,0,18000,1,18000\ne,0,-1,5,\n";
        var fit = new ShiftFit(new ShiftOptions { CapacityCpus = 8, ShortWaitH = 1, LongWaitH = 3, Suspension = Suspension.Never }, 5) { LimitCpus = [8, 8, 2, 8, 8] };

        var (refused, dropped) = (ShiftTraceFile.Parse(Encoding.UTF8.GetBytes(Text), "jobs.csv", fit, InvalidJobs.Refuse), ShiftTraceFile.Parse(Encoding.UTF8.GetBytes(Text), "jobs.csv", fit, InvalidJobs.Drop));
        var suspended = ShiftTraceFile.Parse(Encoding.UTF8.GetBytes(Text), "jobs.csv", fit with { Options = fit.Options with { Suspension = Suspension.Allowed } }, InvalidJobs.Drop);

        Assert.Equal(["SD1672:3 b", "SD1727:4 3599", "SD1605:6 -1"], refused.Problems.Select(p => $"{p.Code}:{p.Row} {p.Value}"));
        Assert.Equal("3 h without a break in which 5 processors may run, between hour 0 (arrival) and hour 5 (latest end); there are 2 h", refused.Problems[0].Expected.En);
        Assert.Equal("a,d a,b,d", string.Join(',', dropped.Trace!.Id) + " " + string.Join(',', suspended.Trace!.Id));
        Assert.Equal(new DroppedWork(3, 15 + 5, 1), dropped.Left); // b 15 processor h, c 5, and e of which nobody knows
    }

    [Theory]
    [InlineData(Suspension.Allowed)]
    [InlineData(Suspension.Never)]
    public void A_job_is_said_to_find_time_alone_where_a_schedule_of_it_alone_is_not_late(Suspension suspension)
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            double[] mw = [.. Enumerable.Range(0, 12).Select(_ => random.Next(3) * 0.001)];
            var series = new ShiftSeries { Hours = 12, CarbonGPerKwh = [.. mw.Select(_ => (double)random.Next(1, 9))], PowerLimitMw = mw };
            var options = new ShiftOptions { Suspension = suspension, ShortWaitH = random.Next(5), LongWaitH = random.Next(6) };
            var (arrival, length, cpus) = (random.Next(2 * 720), random.Next(1, 4 * 720), random.Next(1, 3));
            var trace = ShiftTraces.Of((arrival, length, cpus));
            var job = trace.Job(0, options);

            var found = LoneJob.MostSlots((job.Arrival, job.Deadline), cpus, series.LimitCpus(null, 1), options, length);
            var run = ShiftStudy.Run(trace, series, options, [ShiftPolicyKind.DayAhead], TestContext.Current.CancellationToken).Runs[0];

            Assert.Equal(found == length, run.Metrics is { Late: 0, NotRun: 0 });
        }
    }

    /// <summary>2 kW in the hours 0 and 2, none between: 7200 s of work in two pieces take 60 s more where a resumption costs as much, for which there is no time.</summary>
    [Theory]
    [InlineData(0, 1440)]
    [InlineData(60, 1440 - 12)]
    [InlineData(3600, 720)]
    public void What_a_resumption_costs_is_counted_where_a_job_is_alone(int costS, int slots) => Assert.Equal(slots,
        LoneJob.MostSlots((0, 3 * 720), 1, [2, 0, 2], new ShiftOptions { Suspension = Suspension.Allowed, CheckpointTimeS = costS }, 1440));

    [Fact]
    public void A_trace_without_a_column_or_without_jobs_is_refused()
    {
        Assert.Equal(["SD1720:cpus", "SD1720:submit_s"], Trace("length\n1\n").Problems.Select(p => $"{p.Code}:{p.Column}"));
        Assert.Equal(["SD1610"], Trace("arrival_time,length,cpus\n").Problems.Select(p => p.Code));
        Assert.Equal(["SD1601"], ShiftTraceFile.Read("/no/such.csv", Fit, new JobLogOptions()).Problems.Select(p => p.Code));
        Assert.Equal(["SD0112"], Trace("arrival_time;length;cpus\n0;1;1\n").Problems.Select(p => p.Code));
    }

    /// <summary>Three jobs: arrivals 0, 60 and 120 s, run times 3600, 60 and 30 s, 4, 2 and 1 processors.</summary>
    [Theory]
    [InlineData("; MaxProcs: 8\n1 0 0 3600 4 -1 -1 4 -1 -1 1 1 1 -1 1 -1 -1 -1\n2 60 0 60 2 -1 -1 2 -1 -1 1 1 1 -1 1 -1 -1 -1\n3 120 0 30 1 -1 -1 1 -1 -1 1 1 1 -1 1 -1 -1 -1\n")]
    [InlineData("JobID|Submit|State|AllocCPUS|ElapsedRaw\n1|2026-03-02T08:00:00|COMPLETED|4|3600\n1.batch|2026-03-02T08:00:00|COMPLETED|4|3600\n2|2026-03-02T08:01:00|COMPLETED|2|60\n3|2026-03-02T08:02:00|COMPLETED|1|30\n")]
    [InlineData("job,submit,run,processors\n1,2026-03-02T08:00:00,01:00:00,4\n2,2026-03-02T08:01:00,00:01:00,2\n3,2026-03-02T08:02:00,30,1\n")]
    [InlineData("id,arrival_time,length,cpus\n1,0,3600,4\n2,60.9,60,2\n3,120,30,1\n")]
    [InlineData("name,cpu_milli,memory_mib,num_gpu,gpu_milli,gpu_spec,creation_time,deletion_time,scheduled_time\n1,4000,1,0,0,,0,3600,\n3,500,1,0,0,,120,150,\n2,1900,1,0,0,,60,130,70\n")]
    public void Every_format_of_a_log_gives_the_same_jobs_to_shift(string log)
    {
        var trace = Trace(log).Trace!;

        Assert.Equal(["1", "2", "3"], trace.Id);
        Assert.Equal([0, 12, 24], trace.Arrival);
        Assert.Equal([720, 12, 6], trace.Length);
        Assert.Equal([4, 2, 1], trace.Cpus);
    }

    [Fact]
    public void A_format_that_was_named_is_not_guessed_and_a_log_with_names_of_its_own_reads_the_same()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("suandian-shift-").FullName, "jobs.csv");
        File.WriteAllText(path, "queue,arrival_s,length_s,processors,deadline\nq,0,60,1,100\n");

        Assert.Equal([(100 / 5) - 12], ShiftTraceFile.Read(path, Fit, new JobLogOptions()).Trace!.WaitSlots);
        Assert.Equal(["SD1603", "SD1603"], ShiftTraceFile.Read(path, Fit, new JobLogOptions { Format = JobLogFormat.Swf }).Problems.Select(p => p.Code));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public void A_series_is_read_by_column_name()
    {
        var series = Series("hour,green_mw,price_yuan_per_kwh\n7,1,-0.1\n8,2,0.3\n", ShiftGoal.Cost).Series!;

        Assert.Equal([-0.1, 0.3], series.PriceYuanPerKwh!);
        Assert.Equal([1, 2], series.GreenMw!);
        Assert.Null(series.CarbonGPerKwh);
    }

    [Fact]
    public void All_faults_of_a_series_are_told_at_once_with_their_lines()
    {
        var problems = Series("hour,price_yuan_per_kwh,co2,green_mw,green_mw\n1,0.3,1,-2,1\n3,nan,1,2,1\n4,,1,2,1\nx,1,1,2,1\n6,1,1,2\n", ShiftGoal.Carbon).Problems;

        Assert.Equal(
            ["SD0105:1 green_mw", "SD1652:1 carbon_g_per_kwh", "SD1653:1 co2", "SD1650:2 green_mw", "SD1649:3 hour", "SD1650:3 price_yuan_per_kwh", "SD1650:4 price_yuan_per_kwh", "SD1649:5 hour", "SD0106:6 "],
            problems.Select(p => $"{p.Code}:{p.Row} {p.Column}"));
        Assert.All(problems, p => Assert.DoesNotContain('{', p.Expected.Zh + p.Expected.En + p.Remedy.Zh + p.Remedy.En));
        Assert.Equal(["SD1641", "SD1651"], Series("carbon_g_per_kwh\n", ShiftGoal.Carbon).Problems.Select(p => p.Code).Order());
    }

    [Fact]
    public void Two_thousand_mutilated_files_give_problems_or_data()
    {
        var (trace, series) = (Encoding.UTF8.GetBytes("id,arrival_time,length,cpus\na,0,100,1\nb,5,7300,2\nc,9,60,3\n"), Encoding.UTF8.GetBytes("hour,carbon_g_per_kwh\n1,20\n2,30\n3,40\n"));
        var random = new Random(3);
        for (var round = 0; round < 2000; round++)
        {
            var (jobs, hours) = (Mutilated(trace, random), Mutilated(series, random));

            var read = ShiftTraceFile.Parse(jobs, "jobs.csv", Fit, round % 2 == 0 ? InvalidJobs.Refuse : InvalidJobs.Drop);
            var told = ShiftSeriesFile.Parse(hours, "hours.csv", ShiftGoal.Carbon);

            Assert.Equal(read.Trace is null, !read.Problems.IsEmpty);
            Assert.Equal(told.Series is null, told.Problems.Any(p => p.Severity == Severity.Error));
        }
    }

    static byte[] Mutilated(byte[] sound, Random random)
    {
        var bytes = (byte[])sound.Clone();
        for (var k = random.Next(1, 5); k > 0; k--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes[..random.Next(bytes.Length + 1)];
    }

    static ShiftTraceReading Trace(string text, InvalidJobs invalid = InvalidJobs.Refuse) => ShiftTraceFile.Parse(Encoding.UTF8.GetBytes(text), "jobs.csv", Fit, invalid);

    static ShiftSeriesReading Series(string text, ShiftGoal goal) => ShiftSeriesFile.Parse(Encoding.UTF8.GetBytes(text), "hours.csv", goal);
}
