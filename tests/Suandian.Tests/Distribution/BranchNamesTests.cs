using Suandian.Distribution.Grids;
using Suandian.PowerFlow;

namespace Suandian.Distribution;

public class BranchNamesTests
{
    [Fact]
    public void Branches_in_parallel_have_numbers_and_others_none()
    {
        var grid = GridTexts.Grid(GridTexts.Case("1 3 0 0 0 0 1 1 0 10 1 1.1 0.9; 2 1 1 0 0 0 1 1 0 10 1 1.1 0.9; 3 1 1 0 0 0 1 1 0 10 1 1.1 0.9", "1 0 0 99 -99 1 100 1 99 -99",
            "1 2 0.1 0.1 0 0 0 0 0 0 1 -360 360; 2 3 0.1 0.1 0 0 0 0 0 0 1 -360 360; 2 1 0.1 0.1 0 0 0 0 0 0 1 -360 360"));

        string[] names = [.. Enumerable.Range(0, 3).Select(k => BranchNames.Of(grid, k))];

        Assert.Equal(["1-2#1", "2-3", "2-1#2"], names);
        Assert.Equal([0, 2], BranchNames.Find(grid, "1-2"));
        Assert.All(Enumerable.Range(0, 3), k => Assert.Equal([k], BranchNames.Find(grid, names[k])));
        Assert.Equal([2], BranchNames.Find(grid, "1-2#2"));
        Assert.Empty(BranchNames.Find(grid, "1-2#3"));
        Assert.False(BranchNames.IsName("1-2#0"));
    }
}
