using Suandian.Planning;

namespace Suandian.Network;

public class DeadlineWindowsTests
{
    [Theory]
    [InlineData(0, new double[] { 0, 0, 0, 0, 0, 0 })]
    [InlineData(1, new double[] { 1, 2, 4, 8, 16, 32 })]
    [InlineData(2, new double[] { 5, 3, 6, 40, 24, 48 })]
    [InlineData(3, new double[] { 7, 7, 7, 56, 56, 56 })]
    [InlineData(24, new double[] { 7, 7, 7, 56, 56, 56 })]
    public void A_window_runs_around_within_its_block_and_is_never_longer(int deadline, double[] sums)
    {
        var network = new TinyNetwork
        {
            Hours = 6,
            Blocks = 2,
            Workloads = [new("work", 0) { ArrivalGpuH = [1, 2, 4, 8, 16, 32], DeadlineH = deadline }],
        };

        Assert.Equal(sums, DeadlineWindows.ArrivalsGpuH(network.Build()));
    }
}
