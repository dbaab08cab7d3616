namespace Suandian.Optimisation.Hourly;

public class HourlyRandomTests
{
    const int Batch = 20;

    public static TheoryData<int> Batches => [.. Enumerable.Range(0, 16)];

    [Theory]
    [MemberData(nameof(Batches))]
    public void Random_plans_cost_what_HiGHS_finds_and_are_certified(int batch)
    {
        var faults = Enumerable.Range(batch * Batch, Batch)
            .Select(seed => (seed, Fault: HourlyOracle.Fault(HourlyDraw.Model(seed))))
            .Where(s => s.Fault is not null)
            .Select(s => $"seed {s.seed}: {s.Fault}");

        Assert.Empty(faults);
    }
}
