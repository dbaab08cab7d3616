namespace Suandian.Distribution;

public class SetsByCostTests
{
    [Fact]
    public void Every_combination_comes_once_and_sums_never_fall() => Walk([[0, 2, 7], [0, 1], [0, 3, 3.5, 9], [0]], 3 * 2 * 4);

    [Fact]
    public void Of_things_that_are_taken_or_not_so_do_all_sets() => Walk([[0, 3], [0, 1], [0, 4], [0, 1], [0, 5]], 32);

    [Fact]
    public void Of_equal_sums_the_one_that_moves_fewer_lists_comes_first()
    {
        var sets = new SetsByCost([[0, 1], [0, 1], [0, 2]]);

        Assert.Equal([0, 1, 1, 1, 2, 2, 2, 3], Enumerable.Range(0, 8).Select(_ => sets.Next()!.Value.Set.Sum()));
    }

    static void Walk(double[][] costs, int count)
    {
        var (sets, met) = (new SetsByCost(costs), new List<(double Cost, string Set)>());
        while (sets.Next() is var (cost, set))
        {
            Assert.Equal(set.Select((o, l) => costs[l][o]).Sum(), cost, 1e-12);
            met.Add((cost, string.Join(',', set)));
        }

        Assert.Equal(count, met.Count);
        Assert.Equal(met.Count, met.Select(m => m.Set).Distinct().Count());
        Assert.Equal(met.Select(m => m.Cost).Order(), met.Select(m => m.Cost));
    }
}
