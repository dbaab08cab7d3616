using System.Text;
using Suandian.Scheduling;

namespace Suandian.Cases;

public class JobTablesTests
{
    /// <summary>A job with its step, a task of an array, a part of a heterogeneous job; 2026-03-02 is a Monday.</summary>
    const string Sacct = """
        Partition|JobID|User|Account|QOS|State|Submit|Start|End|Elapsed|Timelimit|NNodes|AllocCPUS|ReqCPUS|ReqMem|AllocTRES
        gpu|103+0|u2|lab|normal|TIMEOUT|2026-03-02T10:00:00|2026-03-02T10:00:00|2026-03-03T11:00:30|1-01:00:30|UNLIMITED|2|4|4|1000Mc|
        gpu|101|u1|national|normal|COMPLETED|2026-03-02T08:00:00|2026-03-02T08:00:10|2026-03-02T09:00:10|01:00:00|1-02:00:00|1|8|8|4Gn|billing=8,cpu=8,gres/gpu:a100=2,gres/gpu=2,mem=64G,node=1
        |101.batch||national||COMPLETED|2026-03-02T08:00:10|2026-03-02T08:00:10|2026-03-02T09:00:10|01:00:00||1|8|8|4Gn|cpu=8,mem=64G,node=1
        cpu|102_4|u2|lab|市场|CANCELLED by 1001|2026-03-02T09:00:00|2026-03-02T09:00:00|2026-03-02T09:00:05|00:00:05|Partition_Limit|1|0|3|2Gn|
        """;

    [Fact]
    public void Allocations_of_sacct_are_jobs_in_order_of_arrival_and_steps_are_not()
    {
        var trace = Read(Sacct, 16).Trace!;

        Assert.Equal(["101", "102_4", "103+0"], trace.Id!);
        Assert.Equal(new DateTime(2026, 3, 2, 8, 0, 0), trace.Began);
        Assert.Equal([0, 3600, 7200], trace.SubmitS);
        Assert.Equal([3600, 5, 90_030], trace.RunS); // 1 d 1 h 30 s
        Assert.Equal([93_600, 5, 90_030], trace.EstimateS); // 26 h; without a limit the run time
        Assert.Equal([8, 3, 4], trace.Processors); // held, else asked for
        Assert.Equal([1, 1, 2], trace.Nodes!);
        Assert.Equal([2000, 0, 0], trace.AcceleratorMilli!);
        Assert.Equal([65_536, 2048, 4000], trace.MemoryMiB!); // 64 GiB held; 2 GiB a node; 1000 MiB for each of 4 processors
        Assert.Equal(["a100", null, null], Words(trace, trace.Chip));
        Assert.Equal(["gpu", "cpu", "gpu"], Words(trace, trace.Partition));
        Assert.Equal(["u1", "u2", "u2"], Words(trace, trace.User));
        Assert.Equal(["national", "market", null], Words(trace, trace.Section)); // by account, by QOS, by neither
    }

    [Fact]
    public void Columns_of_sacct_stand_in_any_order_and_numbers_come_raw_too()
    {
        var trace = Read("ElapsedRaw|TimelimitRaw|ReqTRES|Submit|JobID|\n90|5|cpu=4,gres/npu:910b=8,mem=512M,node=1|2026-03-02T08:00:00|7|\n", 8).Trace!;

        Assert.Equal([7], trace.Number);
        Assert.Equal([90L], trace.RunS);
        Assert.Equal([300L], trace.EstimateS);
        Assert.Equal([4], trace.Processors);
        Assert.Equal([8000L], trace.AcceleratorMilli!);
        Assert.Equal([512.0], trace.MemoryMiB!);
        Assert.Equal("910b", trace.Chip![0]);
    }

    [Fact]
    public void Every_fault_of_sacct_is_told_at_once_with_its_line()
    {
        const string Head = "JobID|State|Submit|Start|End|Elapsed|AllocCPUS|AllocTRES\n";
        string[] lines =
        [
            "1|PENDING|2026-03-02T08:00:00|Unknown|Unknown|00:00:00|0|", "2|RUNNING|2026-03-02T08:00:00|2026-03-02T08:00:00|Unknown|00:10:00|1|",
            "3|CANCELLED by 5|2026-03-02T08:00:00|None|2026-03-02T09:00:00|00:00:00|0|", "4|COMPLETED|2026-03-02T08:00:00|2026-03-02T07:00:00|2026-03-02T09:00:00|02:00:00|1|",
            "5|COMPLETED|2026-03-02T08:00:00|2026-03-02T09:00:00|2026-03-02T08:30:00|00:30:00|1|", "6|COMPLETED|yesterday|2026-03-02T09:00:00|2026-03-02T09:30:00|00:30:00|1|",
            "7|COMPLETED|2026-03-02T08:00:00|2026-03-02T09:00:00|2026-03-02T09:30:00|half|1|", "8|COMPLETED|2026-03-02T08:00:00|2026-03-02T09:00:00|2026-03-02T09:30:00|00:30:00|99|",
            "9|COMPLETED|2026-03-02T08:00:00|2026-03-02T09:00:00|2026-03-02T09:30:00|00:30:00|1|cpu=many", "10|COMPLETED|2026-03-02T08:00:00|2026-03-02T09:00:00|2026-03-02T09:30:00|00:30:00|1|",
            "10|COMPLETED|2026-03-02T08:00:00|2026-03-02T09:00:00|2026-03-02T09:30:00|00:30:00|1|", "job|COMPLETED|2026-03-02T08:00:00|2026-03-02T09:00:00|2026-03-02T09:30:00|00:30:00|1|", "11|COMPLETED|2026-03",
        ];
        string[] expected = ["SD1724:2", "SD1605:3", "SD1724:4", "SD1723:5", "SD1723:6", "SD1721:7", "SD1722:8", "SD1607:9", "SD1725:10", "SD1609:12", "SD1728:13", "SD0106:14"];

        var (refused, dropped) = (Read(Head + string.Join('\n', lines), 16), Read(Head + string.Join('\n', lines), 16, InvalidJobs.Drop));

        Assert.Null(refused.Trace);
        Assert.Equal(expected, refused.Problems.Select(p => $"{p.Code}:{p.Row}"));
        Assert.Equal(expected, dropped.Dropped.Select(p => $"{p.Code}:{p.Row}"));
        Assert.Equal([10], dropped.Trace!.Number);
        Assert.All(refused.Problems, p => Assert.DoesNotContain('{', p.Expected.Zh + p.Expected.En + p.Remedy.Zh + p.Remedy.En));
    }

    [Fact]
    public void A_table_gives_all_that_its_columns_tell_in_any_order_and_encoding()
    {
        const string Table = "section,cpus,user,job,submit_s,run_s,estimate_s,nodes,accelerators,memory_gib,chip,partition,deadline_s\n国家创新,4,张,a,10.9,60,120,2,0.5,1.5,x,gpu,100\n,1,,b,20,5,,,,,,,\n";
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Table);

        var (utf8, other) = (Read(Table, 8).Trace!, JobLog.Parse(gbk, "log.csv", 8, InvalidJobs.Refuse).Trace!);

        Assert.Equal(["a", "b"], utf8.Id!);
        Assert.Equal([10L, 20], utf8.SubmitS);
        Assert.Equal([60L, 5], utf8.RunS);
        Assert.Equal([120L, 5], utf8.EstimateS);
        Assert.Equal([4, 1], utf8.Processors);
        Assert.Equal([2, 0], utf8.Nodes!); // an empty cell: free to spread
        Assert.Equal([500L, 0], utf8.AcceleratorMilli!);
        Assert.Equal([1536.0, 0], utf8.MemoryMiB!);
        Assert.Equal([100L, -1], utf8.DeadlineS!);
        Assert.Equal(["national", null], Words(utf8, utf8.Section));
        Assert.Equal(["张", null], Words(other, other.User));
        Assert.Null(utf8.Began);
    }

    [Fact]
    public void Dates_of_a_table_are_counted_from_the_first_arrival()
    {
        var trace = Read("submit,run_s,cpus,deadline\n2026-03-02T08:00:00,01:00:00,1,2026-03-02T10:00:00\n2026-03-02 08:00:30,60,2,\n", 8).Trace!;

        Assert.Equal([0L, 30], trace.SubmitS);
        Assert.Equal([3600L, 60], trace.RunS);
        Assert.Equal([7200L, -1], trace.DeadlineS!);
        Assert.Equal(new DateTime(2026, 3, 2, 8, 0, 0), trace.Began);
        Assert.Equal([1, 2], trace.Number); // without names the place counts
    }

    [Fact]
    public void Every_fault_of_a_table_is_told_at_once_with_line_and_column()
    {
        var reading = Read("job,submit_s,run_s,cpus,section,deadline_s,nodes,accelerators\na,5,10,1,,,,\nb,4,10,1,,,,\nc,6,-1,1,,,,\nd,7,10,9,,,,\ne,8,10,0,,,,\nf,9,10,1,army,,,\ng,10,10,1,,15,,\nh,11,10,1,,,2,\ni,12,10,1,,,,-3\na,13,10,1,,,,\n,14,10,1,,,,\nj,x,y,z,,,,\nk,15,10\nl,16,10,1.5,,,,\n", 8);

        Assert.Equal(
            ["SD1608:3 submit_s", "SD1605:4 run_s", "SD1607:5 cpus", "SD1606:6 cpus", "SD1726:7 section", "SD1727:8 deadline_s", "SD1729:9 nodes", "SD1725:10 accelerators", "SD1609:11 job", "SD1728:12 job", "SD1604:13 cpus", "SD1721:13 submit_s", "SD1722:13 run_s", "SD0106:14 ", "SD1604:15 cpus"],
            reading.Problems.Select(p => $"{p.Code}:{p.Row} {p.Column}"));
    }

    [Fact]
    public void A_row_of_a_table_tells_all_its_faults_at_once()
    {
        const string Head = "job,submit_s,run_s,cpus,section,deadline_s,nodes,accelerators,estimate_s,memory_gib,data_gb,latency_limit_ms\n";

        var reading = Read(Head + "a,5,10,1,,,,,,,,\na,4,-1,9,army,2,10,-1,x,-2,-3,y\n,6,x,1.5,,early,,,,,,\nb,7,10,2,,,,,,,,\n", 8);

        Assert.Equal(
            [
                "SD1605:3 run_s", "SD1607:3 cpus", "SD1608:3 submit_s", "SD1609:3 job", "SD1722:3 estimate_s", "SD1725:3 accelerators", "SD1725:3 data_gb", "SD1725:3 latency_limit_ms", "SD1725:3 memory_gib", "SD1726:3 section", "SD1727:3 deadline_s", "SD1729:3 nodes",
                "SD1604:4 cpus", "SD1721:4 deadline_s", "SD1722:4 run_s", "SD1728:4 job",
            ],
            reading.Problems.Select(p => $"{p.Code}:{p.Row} {p.Column}"));
    }

    [Fact]
    public void A_line_of_sacct_tells_all_its_faults_at_once()
    {
        const string Head = "JobID|State|Submit|Start|End|ElapsedRaw|TimelimitRaw|AllocCPUS|AllocTRES|ReqMem\n";

        var reading = Read(Head + "x|RUNNING|never|2026-03-02T09:00:00|Unknown||soon|0||4Q\n2|COMPLETED|2026-03-02T08:00:00|2026-03-02T07:00:00|2026-03-02T06:00:00|half|5|99|cpu=q|4G\n3|PENDING|2026-03-02T08:00:00|Unknown|Unknown|0|5|0||\n", 16);

        Assert.Equal(
            [
                "SD1605:2 End", "SD1606:2 AllocCPUS", "SD1721:2 Submit", "SD1722:2 TimelimitRaw", "SD1725:2 ReqMem", "SD1728:2 JobID",
                "SD1607:3 AllocCPUS", "SD1722:3 ElapsedRaw", "SD1723:3 End", "SD1723:3 Start", "SD1725:3 AllocTRES", "SD1724:4 Start",
            ],
            reading.Problems.Select(p => $"{p.Code}:{p.Row} {p.Column}"));
    }

    [Fact]
    public void A_pod_tells_all_its_faults_at_once()
    {
        var reading = Read("name,cpu_milli,memory_mib,num_gpu,gpu_milli,creation_time,deletion_time,scheduled_time\np,99000,x,-1,2000,50,10,20\n", 16);

        Assert.Equal(
            ["SD1607:2 cpu_milli", "SD1723:2 deletion_time", "SD1723:2 scheduled_time", "SD1725:2 gpu_milli", "SD1725:2 memory_mib", "SD1725:2 num_gpu"],
            reading.Problems.Select(p => $"{p.Code}:{p.Row} {p.Column}"));
    }

    [Theory]
    [InlineData("arrival_time,length,cpus\n0.0,6302.0,1\n", null, 1)]
    [InlineData("arrival_time,length,cpus\n0.0,6302.0,1\n", JobLogFormat.Csv, 1)]
    [InlineData("name,cpu_milli,memory_mib,num_gpu,gpu_milli,gpu_spec,creation_time,deletion_time,scheduled_time\np,12500,16384,1,460,T4,5,105,25\n", null, 13)]
    [InlineData("1 0 0 10 4 -1 -1 4 60 -1 1 1 1 -1 1 -1 -1 -1\n", null, 4)]
    public void The_first_line_shows_the_format(string text, JobLogFormat? format, int processors)
    {
        var trace = JobLog.Parse(Encoding.UTF8.GetBytes(text), "log", new JobLogOptions { Format = format, IsMachineNeeded = false }).Trace!;

        Assert.Equal([processors], trace.Processors);
        Assert.Equal(processors == 13 ? [80L] : trace.RunS, trace.RunS); // a pod runs from scheduling to deletion
        Assert.Equal(processors == 13 ? [460L] : trace.AcceleratorMilli, trace.AcceleratorMilli);
    }

    [Theory]
    [InlineData("submit_s,cpus\n1,1\n", "SD1720:1 run_s")]
    [InlineData("submit_s,run_s,cpus,cpus\n1,1,1,1\n", "SD0105:1 cpus")]
    [InlineData("submit_s;run_s;cpus\n1;1;1\n", "SD0112:1 ")]
    [InlineData("JobID|State\n1|COMPLETED\n", "SD1720:1 Submit;SD1720:1 ElapsedRaw;SD1720:1 AllocCPUS")]
    [InlineData("submit_s,run_s,cpus\n", "SD1610: ")]
    public void A_table_that_cannot_be_used_says_why(string text, string expected) =>
        Assert.Equal(expected.Split(';').Order(), Read(text, 8).Problems.Select(p => $"{p.Code}:{p.Row} {p.Column}").Order());

    [Fact]
    public void A_format_that_was_named_is_not_guessed() =>
        Assert.Contains("SD1603", JobLog.Parse("submit_s,run_s,cpus\n1,1,1\n"u8, "log.csv", new JobLogOptions { Format = JobLogFormat.Swf, Processors = 4 }).Problems.Select(p => p.Code));

    [Fact]
    public void The_header_of_the_standard_format_tells_the_clock() =>
        Assert.Equal(new DateTime(1970, 1, 2, 2, 0, 0), Read("; UnixStartTime: 86400\n; TimeZone: 7200\n; MaxProcs: 4\n1 0 0 10 4 -1 -1 4 60 -1 1 1 1 -1 1 -1 -1 -1\n", null).Trace!.Began);

    [Theory]
    [InlineData("; UnixStartTime: 1772353200\n; TimeZone: 28800\n; MaxProcs: 4\n1 1200 0 10 4 -1 -1 4 60 -1 1 1 1 -1 1 -1 -1 -1\n2 5000 0 10 4 -1 -1 4 60 -1 1 1 1 -1 1 -1 -1 -1\n")] // 2026-03-01 08:20 UTC, 16:20 there
    [InlineData("; UnixStartTime: 1772353200\n; TimeZone: 27000\n; MaxProcs: 4\n1 3000 0 10 4 -1 -1 4 60 -1 1 1 1 -1 1 -1 -1 -1\n2 6800 0 10 4 -1 -1 4 60 -1 1 1 1 -1 1 -1 -1 -1\n")] // 15:50 there
    [InlineData("job,submit,run,cpus\n1,2026-03-01T16:40:00,10,4\n2,2026-03-01T17:43:20,10,4\n")]
    public void Hours_of_a_log_with_a_clock_begin_at_whole_hours(string log)
    {
        var trace = Read(log, 4).Trace!;

        Assert.Equal(new DateTime(2026, 3, 1, 16, 0, 0), trace.Began);
        Assert.Equal([2400, 6200], trace.SubmitS);
    }

    [Theory]
    [InlineData("job,submit_s,run_s,cpus\na,50,-1,1\na,60,10,1\nb,40,10,1\n")]
    [InlineData("; MaxProcs: 4\n1 50 0 -1 1 -1 -1 1 -1 -1 1 1 1 -1 1 -1 -1 -1\n1 60 0 10 1 -1 -1 1 -1 -1 1 1 1 -1 1 -1 -1 -1\n2 40 0 10 1 -1 -1 1 -1 -1 1 1 1 -1 1 -1 -1 -1\n")]
    public void What_will_be_wrong_once_another_row_is_mended_is_told_with_it_but_not_where_that_row_is_dropped(string log)
    {
        var (refused, dropped) = (JobLog.Parse(Encoding.UTF8.GetBytes(log), "log", new JobLogOptions { Processors = 4 }), JobLog.Parse(Encoding.UTF8.GetBytes(log.Replace(" 40 ", " 70 ", StringComparison.Ordinal).Replace(",40,", ",70,", StringComparison.Ordinal)), "log", new JobLogOptions { Processors = 4, Invalid = InvalidJobs.Drop }));

        Assert.Equal(["SD1605:2", "SD1609:3", "SD1608:4"], refused.Problems.Select(p => $"{p.Code}:{p.Row}"));
        Assert.Equal(["SD1605:2"], dropped.Dropped.Select(p => $"{p.Code}:{p.Row}"));
        Assert.Equal(2, dropped.Trace!.Count);
    }

    [Theory]
    [InlineData("sacct")]
    [InlineData("csv")]
    public void Ten_thousand_mutilated_tables_give_problems_or_jobs_that_can_be_simulated(string format)
    {
        var sound = Encoding.UTF8.GetBytes(format == "sacct" ? Sacct : "job,submit_s,run_s,estimate_s,cpus,nodes,accelerators,memory_gib,section,deadline_s\na,0,10,20,2,1,0.5,1,market,30\nb,5,10,20,1,1,,2,national,\nc,9,100,20,3,,,,,400\n");
        var random = new Random(11);
        for (var round = 0; round < 10_000; round++)
        {
            var bytes = (byte[])sound.Clone();
            for (var k = random.Next(1, 6); k > 0; k--)
            {
                bytes[random.Next(bytes.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : sound[random.Next(sound.Length)];
            }

            var reading = JobLog.Parse(bytes.AsSpan(0, round % 3 == 0 ? random.Next(bytes.Length + 1) : bytes.Length), "log", 16, round % 2 == 0 ? InvalidJobs.Refuse : InvalidJobs.Drop);

            Assert.Equal(reading.Trace is null, !reading.Problems.IsEmpty);
            if (reading.Trace is { } trace)
            {
                Assert.Empty(ScheduleCheck.Of(trace, BatchSimulator.Run(trace, reading.Processors, QueuePolicyKind.Easy, TestContext.Current.CancellationToken)));
            }
        }
    }

    static string?[] Words(JobTrace trace, JobLabels? labels) => [.. Enumerable.Range(0, trace.Count).Select(job => labels?[job])];

    static JobLogReading Read(string text, int? processors, InvalidJobs invalid = InvalidJobs.Refuse) => JobLog.Parse(Encoding.UTF8.GetBytes(text), "log", processors, invalid);
}
