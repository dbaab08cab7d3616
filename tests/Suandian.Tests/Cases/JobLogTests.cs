using System.Text;
using Suandian.Scheduling;

namespace Suandian.Cases;

public class JobLogTests
{
    [Fact]
    public void A_log_is_read_by_the_definitions_of_the_format()
    {
        var reading = Read("; Version: 2.2\n; MaxNodes: 9\n;MaxProcs: 8 \n 1 0 5 10 4 -1 -1 4 60 -1 1 3 1 -1 1 -1 -1 -1\r\n\n2\t7 0 20 -1 19.5 -1 2 10 -1 1 3 1 -1 1 -1 -1 -1");

        Assert.Empty(reading.Problems);
        Assert.Equal(8, reading.Processors);
        Assert.Equal([1, 2], reading.Trace!.Number);
        Assert.Equal([0, 7], reading.Trace.SubmitS);
        Assert.Equal([10, 20], reading.Trace.RunS);
        Assert.Equal([60, 20], reading.Trace.EstimateS); // not less than the run time
        Assert.Equal([4, 2], reading.Trace.Processors); // field 8 where field 5 is not known
    }

    [Fact]
    public void Users_queues_and_memory_come_along_where_the_log_knows_them()
    {
        var reading = Read("; MaxProcs: 8\n1 0 5 10 4 -1 -1 4 60 2048 1 30 1 -1 7 -1 -1 -1\n2 7 0 20 2 19.5 512 2 10 -1 1 -1 1 -1 7 -1 -1 -1\n3 9 0 20 2 19.5 -1 2 10 -1 1 30 1 -1 -1 -1 -1 -1");

        Assert.Equal(["30", null, "30"], Enumerable.Range(0, 3).Select(job => reading.Trace!.User![job]));
        Assert.Equal(["7", "7", null], Enumerable.Range(0, 3).Select(job => reading.Trace!.Partition![job]));
        Assert.Equal([8, 1, 0], reading.Trace!.MemoryMiB!); // 4 × 2048 KiB asked for, else 2 × 512 KiB used, else nobody says
    }

    [Fact]
    public void All_faults_are_told_at_once_with_their_lines_and_the_sound_jobs_are_kept_where_asked()
    {
        string[] lines =
        [
            "; MaxProcs: 8", Job(1, 0, 10, 4), Job(9, 5, 10, 8), Job(2, 5, -1, 4), Job(3, 6, 10, 9), Job(4, 7, 10, -1), Job(1, 8, 10, 1), Job(5, 4, 10, 1), "6 9 0 10 2", Job(7, 9, 10, 2) + " 5",
            Job(8, 9, 10, 2).Replace("10", "ten", StringComparison.Ordinal),
        ];
        string[] expected = ["SD1605:4 run", "SD1607:5 processors", "SD1606:6 requested_processors", "SD1609:7 number", "SD1608:8 submit", "SD1603:9 ", "SD1603:10 ", "SD1604:11 run"];

        var refused = Read(string.Join('\n', lines));
        var dropped = Read(string.Join('\n', lines), InvalidJobs.Drop);

        Assert.Null(refused.Trace);
        Assert.Equal(expected, refused.Problems.Select(p => $"{p.Code}:{p.Row} {p.Column}"));
        Assert.Equal(expected, dropped.Dropped.Select(p => $"{p.Code}:{p.Row} {p.Column}"));
        Assert.Equal([1, 9], dropped.Trace!.Number);
        Assert.All(refused.Problems, p => Assert.DoesNotContain('{', p.Expected.Zh + p.Expected.En + p.Remedy.Zh + p.Remedy.En));
    }

    [Fact]
    public void A_line_tells_all_its_faults_at_once()
    {
        string[] lines = ["; MaxProcs: 8", Job(1, 5, 10, 4), "1 3 0 -7 99 x -1 4 60.5 -1 1 y 1 -1 1 -1 -1 -1", "two 6 0 1.5 0 -1 -1 -1 60 -1 1 1 1 -1 1 -1 -1 -1", "3 nan 0 z -1 -1 -1 9 60 -1 1 1 1 -1 1 -1 -1 -1", Job(4, 8, 10, 4)];

        var (refused, dropped) = (Read(string.Join('\n', lines)), Read(string.Join('\n', lines), InvalidJobs.Drop));

        Assert.Equal(
            [
                "SD1604:3 cpu_time=x", "SD1604:3 requested_time=60.5", "SD1604:3 user=y", "SD1605:3 run=-7", "SD1607:3 processors=99", "SD1608:3 submit=3", "SD1609:3 number=1",
                "SD1604:4 number=two", "SD1604:4 run=1.5", "SD1606:4 requested_processors=-1",
                "SD1604:5 run=z", "SD1604:5 submit=nan", "SD1607:5 requested_processors=9",
            ],
            refused.Problems.Select(p => $"{p.Code}:{p.Row} {p.Column}={p.Value}"));
        Assert.Equal([1, 4], dropped.Trace!.Number);
        Assert.Equal([2, 6], dropped.Trace.Line!);
    }

    [Fact]
    public void A_log_that_does_not_say_the_size_of_the_machine_needs_it_given()
    {
        Assert.Equal(["SD1611"], Read(Job(1, 0, 10, 4)).Problems.Select(p => p.Code));
        Assert.Equal(16, JobLog.Parse(Encoding.UTF8.GetBytes(Job(1, 0, 10, 4)), "log.swf", 16, InvalidJobs.Refuse).Processors);
    }

    [Theory]
    [InlineData("")]
    [InlineData("; MaxProcs: 8\n")]
    public void A_log_without_jobs_is_a_problem(string text) => Assert.Contains("SD1610", Read(text).Problems.Select(p => p.Code));

    [Fact]
    public void Ten_thousand_mutilated_logs_give_problems_or_jobs_that_can_be_simulated()
    {
        var sound = Encoding.UTF8.GetBytes("; MaxProcs: 8\n" + string.Join('\n', Enumerable.Range(1, 6).Select(i => Job(i, i, 10 * i, i))));
        var random = new Random(7);
        for (var round = 0; round < 10_000; round++)
        {
            var bytes = (byte[])sound.Clone();
            for (var k = random.Next(1, 6); k > 0; k--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var reading = JobLog.Parse(bytes.AsSpan(0, random.Next(bytes.Length + 1)), "log.swf", null, round % 2 == 0 ? InvalidJobs.Refuse : InvalidJobs.Drop);

            Assert.Equal(reading.Trace is null, !reading.Problems.IsEmpty);
            if (reading.Trace is { } trace)
            {
                Assert.Empty(ScheduleCheck.Of(trace, BatchSimulator.Run(trace, reading.Processors, QueuePolicyKind.Easy, TestContext.Current.CancellationToken)));
            }
        }
    }

    /// <summary>A line: number, arrival, run time, processors asked for and held; the estimate is 60 s.</summary>
    static string Job(long number, long submit, long run, int processors) =>
        $"{number} {submit} 0 {run} {processors} -1 -1 {processors} 60 -1 1 1 1 -1 1 -1 -1 -1";

    static JobLogReading Read(string text, InvalidJobs invalid = InvalidJobs.Refuse) => JobLog.Parse(Encoding.UTF8.GetBytes(text), "log.swf", null, invalid);
}
