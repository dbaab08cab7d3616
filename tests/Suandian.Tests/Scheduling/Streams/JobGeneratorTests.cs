using Suandian.Network;

namespace Suandian.Scheduling.Streams;

public class JobGeneratorTests
{
    [Fact]
    public void Jobs_of_a_demand_add_up_to_its_card_hours()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var demand = Demand(seed);

            var jobs = JobGenerator.Make([demand], seed, int.MaxValue, TestContext.Current.CancellationToken);

            Assert.InRange(demand.CardH.Sum() - jobs.Sum(CardH), -1e-6, 1.0 / 720); // one slot of one card
        }
    }

    [Fact]
    public void At_every_hour_what_has_arrived_differs_from_the_demand_by_less_than_a_job()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var demand = Demand(seed);

            var jobs = JobGenerator.Make([demand], seed, int.MaxValue, TestContext.Current.CancellationToken);

            var largest = jobs.Max(CardH);
            for (var hour = 0; hour <= demand.CardH.Length; hour++)
            {
                var gap = jobs.Where(j => j.ArrivalS < 3600L * hour).Sum(CardH) - demand.CardH.Take(hour).Sum();
                Assert.InRange(gap, -largest - 1e-6, largest + 1e-6);
            }
        }
    }

    [Fact]
    public void No_job_arrives_in_an_hour_without_demand()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var demand = Demand(seed);

            Assert.DoesNotContain(JobGenerator.Make([demand], seed, int.MaxValue, TestContext.Current.CancellationToken), j => demand.CardH[j.ArrivalS / 3600] == 0);
        }
    }

    [Fact]
    public void A_seed_decides_and_a_demand_does_not_disturb_another()
    {
        var (one, other) = (Demand(1), new StreamDemand("other", WorkloadClass.Science, [.. Enumerable.Repeat(50.0, 48)]));

        var alone = JobGenerator.Make([one], 5, int.MaxValue, TestContext.Current.CancellationToken);
        var beside = JobGenerator.Make([other, one], 5, int.MaxValue, TestContext.Current.CancellationToken);

        Assert.Equal(alone, JobGenerator.Make([one], 5, int.MaxValue, TestContext.Current.CancellationToken));
        Assert.NotEqual(alone, JobGenerator.Make([one], 6, int.MaxValue, TestContext.Current.CancellationToken));
        Assert.Equal(alone, beside.Where(j => j.Demand == 1).Select(j => j with { Demand = 0 }));
        Assert.Equal(beside.Select(j => j.ArrivalS).Order(), beside.Select(j => j.ArrivalS));
    }

    [Fact]
    public void Sizes_and_times_keep_to_the_shape_of_their_class()
    {
        foreach (var shape in JobShape.All)
        {
            var demand = new StreamDemand("w", shape.Class, [.. Enumerable.Repeat(shape.MeanCardH * 100, 24)]);

            var jobs = JobGenerator.Make([demand], 1, int.MaxValue, TestContext.Current.CancellationToken);

            Assert.All(jobs, j => Assert.True(j.RunS % JobGenerator.SlotS == 0 && j.RunS >= JobGenerator.SlotS && j.RunS <= shape.LongestH * 3600 && j.EstimateS >= j.RunS));
            Assert.InRange(Median(jobs.Select(j => j.RunS / 3600.0)), 0.85 * shape.MedianH, 1.15 * Math.Min(shape.MedianH, shape.LongestH)); // about 2,400 draws or more
        }
    }

    [Fact]
    public void No_job_is_larger_than_the_cluster() =>
        Assert.All(JobGenerator.Make([Demand(2)], 1, 4, TestContext.Current.CancellationToken), j => Assert.InRange(j.Cards, 1, 4));

    /// <summary>Two days with an empty night and random hours.</summary>
    static StreamDemand Demand(int seed)
    {
        var random = new Random(seed);
        return new StreamDemand($"work{seed}", Enum.GetValues<WorkloadClass>()[seed % 7], [.. Enumerable.Range(0, 48).Select(h => h % 24 < 6 ? 0 : 400 * random.NextDouble())]);
    }

    static double CardH(StreamJob job) => job.Cards * job.RunS / 3600.0;

    static double Median(IEnumerable<double> values) => Statistics.Spread.Of(values).Quantile(0.5);
}
