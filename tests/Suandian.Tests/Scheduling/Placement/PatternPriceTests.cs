namespace Suandian.Scheduling.Placement;

public class PatternPriceTests
{
    [Fact]
    public void A_share_that_fits_twice_is_worth_half_a_GPU() =>
        Assert.Equal([500], CuttingPatterns.Worth([470], [10], TestContext.Current.CancellationToken));

    [Fact]
    public void Shares_are_worth_the_duals_of_the_patterns_worked_out_by_hand()
    {
        // one of 650 and three of 320: a GPU with 650 + 320, two thirds of one with 3 × 320; what 320 is worth is a third, what 650 is worth the rest of its GPU
        var worth = CuttingPatterns.Worth([320, 650], [3, 1], TestContext.Current.CancellationToken);

        Assert.Equal(1000 / 3.0, worth[0], 1e-5);
        Assert.Equal(2000 / 3.0, worth[1], 1e-5);
    }

    [Fact]
    public void What_shares_are_worth_never_exceeds_a_GPU_in_any_pattern_and_pays_for_the_GPUs_of_the_optimum()
    {
        var random = new Random(5);
        for (var round = 0; round < 20; round++)
        {
            int[] sizes = [.. Enumerable.Range(0, 6).Select(_ => 10 * random.Next(5, 95)).Distinct().Order()];
            double[] demand = [.. sizes.Select(_ => (double)random.Next(1, 50))];

            var worth = CuttingPatterns.Worth(sizes, demand, TestContext.Current.CancellationToken);

            Assert.True(Knapsack.Fill(sizes, worth).Value[1000] <= 1000.001);
            Assert.True(sizes.Zip(worth, demand).Sum(s => s.Second * s.Third) >= sizes.Zip(demand).Sum(s => s.First * s.Second) - 1); // no fewer GPUs than the sum of the shares
        }
    }

    [Fact]
    public void The_potential_of_a_node_is_bounded_by_its_CPU()
    {
        var potential = new NodePotential([(Clusters.Class(4, 1, 1000), 1)], TestContext.Current.CancellationToken);

        // at 0 a core both GPUs are worth 1000; at 1000/4 a core the pod is worth nothing more than its CPU: 4 cores · 250
        Assert.Equal(1000, potential.Of(new NodeState(4000, 0, 0, [1000, 1000], 0)), 1e-9);
        Assert.Equal(2000, potential.Of(new NodeState(8000, 0, 0, [1000, 1000], 0)), 1e-9);
        Assert.Equal(0, potential.Of(new NodeState(0, 0, 0, [1000, 1000], 0)), 1e-9);
    }

    [Fact]
    public void A_model_that_runs_out_sooner_costs_more()
    {
        // a quarter asks for model 0 alone: from 1000 it lasts as long as all from 4000; from 500 it is gone when the other has half
        var pressure = new ModelPressure([(Clusters.Class(1, 1, 1000, 0b01), 1), (Clusters.Class(1, 1, 1000), 3)], 2);

        Assert.Equal([0, 0], pressure.PriceOf([1000, 3000]));
        Assert.Equal([0.5, 0], pressure.PriceOf([500, 3000])); // 500/¼ = 2000 against 3000/¾ = 4000
        Assert.Equal([1, 0], pressure.PriceOf([0, 3000]));
        Assert.Equal([0, 0], pressure.PriceOf([0, 0]));
    }

    [Fact]
    public void Where_no_pod_asks_for_a_model_there_is_no_pressure() =>
        Assert.Empty(new ModelPressure([(Clusters.Class(1, 1, 1000), 3), (Clusters.Class(1, 0, 0, 0b01), 1)], 2).PriceOf([500, 3000]));
}
