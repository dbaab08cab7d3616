namespace Suandian.Distribution.PlanCheck;

public class SetsByCostTests
{
    [Fact]
    public void Every_combination_comes_once_and_sums_never_fall()
    {
        double[][] costs = [[0, 2, 7], [0, 1], [0, 3, 3.5, 9], [0]];
        var (sets, met) = (new SetsByCost(costs), new List<(double Cost, string Set)>());
        while (sets.Next() is var (cost, set))
        {
            Assert.Equal(set.Select((o, l) => costs[l][o]).Sum(), cost, 1e-12);
            met.Add((cost, string.Join(',', set)));
        }

        Assert.Equal(3 * 2 * 4, met.Count);
        Assert.Equal(met.Count, met.Select(m => m.Set).Distinct().Count());
        Assert.Equal(met.Select(m => m.Cost).Order(), met.Select(m => m.Cost));
    }
}
