namespace Suandian.Scheduling.Statistics;

public class TraceStatisticsTests
{
    [Fact]
    public void A_trace_is_described_by_its_definitions()
    {
        var s = TraceStatistics.Of(Trace() with { User = JobLabels.From(["a", "b", "a"]), Section = JobLabels.From(["market", null, null]), DeadlineS = [-1, 9000, -1] }, 4);

        Assert.Equal((3, 7200L, 1), (s.Jobs, s.SpanS, s.WithDeadline));
        Assert.Equal(2 + 0.5 + 6, s.CpuH); // 2 × 1 h, 1 × ½ h, 3 × 2 h
        Assert.Equal(8.5 / (4 * 2), s.OfferedLoadPu); // of 4 processors in 2 h
        Assert.Equal([1.0, 0.25, 1.0], new[] { s.EstimatePu.Quantile(1), s.EstimatePu.Quantile(0), s.EstimatePu.Quantile(0.5) });
        Assert.Equal([2700, 4500], s.BetweenS.Sorted.ToArray());
        Assert.Equal(["a:2:8", "b:1:0.5"], s.Users.Select(u => FormattableString.Invariant($"{u.Name}:{u.Jobs}:{u.CpuH}")));
        Assert.Equal([":2:6.5", "market:1:2"], s.Sections.Select(u => FormattableString.Invariant($"{u.Name}:{u.Jobs}:{u.CpuH}")));
        Assert.Equal([2.25, 0.25, 3, 3], s.DemandCpus); // first hour: 2 and from 45 min on 1 for a quarter of it
    }

    [Fact]
    public void Arrivals_are_counted_by_hour_of_the_week_where_the_clock_is_known_and_of_the_day_where_not()
    {
        var unknown = TraceStatistics.Of(Trace(), 0);
        var known = TraceStatistics.Of(Trace() with { Began = new DateTime(2026, 3, 8, 22, 30, 0) }, 0); // a Sunday

        Assert.True(double.IsNaN(unknown.OfferedLoadPu));
        Assert.Equal(24, unknown.ByHour.Length);
        Assert.Equal((2, 1), (unknown.ByHour[0], unknown.ByHour[2])); // 0 and 45 min; 2 h
        Assert.Equal((1, 1, 1), (known.ByHour[6 * 24 + 22], known.ByHour[6 * 24 + 23], known.ByHour[0])); // Sunday 22:30 and 23:15, Monday 0:30
    }

    [Fact]
    public void Quantiles_lie_between_neighbours()
    {
        var spread = Spread.Of([4, 1, 2, 3]);

        Assert.Equal((1, 1.75, 2.5, 4, 2.5), (spread.Quantile(0), spread.Quantile(0.25), spread.Quantile(0.5), spread.Quantile(1), spread.Mean));
        Assert.True(double.IsNaN(Spread.Of([]).Quantile(0.5)));
    }

    [Fact]
    public void Processors_held_are_means_of_each_piece_and_their_sum_is_the_work()
    {
        Assert.Equal([2.5, 0.5], HeldProcessors.Mean([(0, 10, 2), (5, 15, 1)], 0, 10, 2));

        var random = new Random(3);
        for (var round = 0; round < 200; round++)
        {
            (long, long, int)[] runs = [.. Enumerable.Range(0, 20).Select(_ => (Start: random.Next(1000), Length: random.Next(300), P: random.Next(1, 9))).Select(r => ((long)r.Start, (long)r.Start + r.Length, r.P))];
            Assert.Equal(runs.Sum(r => (r.Item2 - r.Item1) * r.Item3), 7 * HeldProcessors.Mean(runs, 0, 7, 200).Sum(), 1e-6);
        }
    }

    /// <summary>Arrivals at 0, 45 min and 2 h; 2 processors for 1 h, 1 for half an hour of the two asked for, 3 for 2 h.</summary>
    static JobTrace Trace() => new()
    {
        Name = "t", Number = [1, 2, 3], SubmitS = [0, 2700, 7200], RunS = [3600, 1800, 7200], EstimateS = [3600, 7200, 7200], Processors = [2, 1, 3],
    };
}
