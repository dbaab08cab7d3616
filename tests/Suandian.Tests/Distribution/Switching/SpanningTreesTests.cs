using Suandian.PowerFlow;

namespace Suandian.Distribution.Switching;

public class SpanningTreesTests
{
    /// <summary>The complete graph of n nodes has n^(n − 2) spanning trees (A. Cayley, 1889).</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void A_complete_graph_has_as_many_trees_as_Cayley_says_and_each_is_visited_once(int nodes)
    {
        var grid = new SwitchableGrid(Complete(nodes), _ => true);
        var seen = new HashSet<string>();

        SpanningTrees.ForEach(grid, isClosed => Assert.True(grid.IsSpanningTree(isClosed) && seen.Add(string.Concat(isClosed.Select(z => z ? '1' : '0')))), TestContext.Current.CancellationToken);

        Assert.Equal(Math.Pow(nodes, nodes - 2), seen.Count);
        Assert.Equal((nodes - 2) * Math.Log(nodes), SpanningTrees.LogCount(grid), 1e-12);
    }

    /// <summary>Of the n^(n − 2) trees each holds n − 1 of the n (n − 1)/2 edges, so 2/n of them hold a given edge.</summary>
    [Fact]
    public void A_branch_that_may_not_be_opened_is_in_every_tree()
    {
        var grid = new SwitchableGrid(Complete(5), k => k != 3);
        var count = 0;

        SpanningTrees.ForEach(grid, isClosed => count += isClosed[3] ? 1 : 1000, TestContext.Current.CancellationToken);

        Assert.Equal(125 * 2 / 5, count);
        Assert.Equal(Math.Log(50), SpanningTrees.LogCount(grid), 1e-12);
    }

    static PowerGrid Complete(int nodes)
    {
        var pairs = Enumerable.Range(1, nodes).SelectMany(a => Enumerable.Range(a + 1, nodes - a).Select(b => $"{a} {b} 0.1 0.1 0 0 0 0 0 0 1 -360 360"));
        return GridTexts.Grid(GridTexts.Case(string.Join('\n', Enumerable.Range(1, nodes).Select(b => $"{b} {(b == 1 ? 3 : 1)} 0 0 0 0 1 1 0 10 1 1.1 0.9")), "1 0 0 9 -9 1 100 1 9 0", string.Join('\n', pairs)));
    }
}
