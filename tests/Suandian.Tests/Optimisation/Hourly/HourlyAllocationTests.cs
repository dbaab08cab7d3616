namespace Suandian.Optimisation.Hourly;

public class HourlyAllocationTests
{
    /// <summary>Iterations counted, after the first few and before proofs and tighter tolerances.</summary>
    const int From = 3;
    const int Until = 15;

    /// <summary>Delegates of the passes and of sums over groups, 30 KB measured; arrays of 8760 hours would be megabytes.</summary>
    const long Most = 64 << 10;

    [Theory]
    [InlineData(240)]
    [InlineData(8760)]
    public void What_an_iteration_allocates_does_not_grow_with_the_hours(int hours)
    {
        var bytes = BytesOfAnIteration(hours);

        Assert.True(bytes < Most, $"{bytes} bytes an iteration");
    }

    /// <summary>Largest number of bytes that an iteration allocates on the thread of the solver.</summary>
    static long BytesOfAnIteration(int hours)
    {
        var plant = new SmallPlant(hours);
        plant.AddStore(_ => 0.99);
        var watch = new Allocations();

        var solution = Solver.Solve(plant.Model, HourlyOracle.Hourly, watch, TestContext.Current.CancellationToken);

        Assert.Equal((SolverStatus.Optimal, null), (solution.Status, solution.Remark));
        return Enumerable.Range(From, Until - From).Max(k => watch.Bytes[k + 1] - watch.Bytes[k]);
    }

    sealed class Allocations : IProgress<SolverProgress>
    {
        internal long[] Bytes { get; } = new long[1000];

        public void Report(SolverProgress value) => Bytes[value.Iterations] = GC.GetAllocatedBytesForCurrentThread();
    }
}
