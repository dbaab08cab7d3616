using Suandian.Network;

namespace Suandian.Planning;

public class CirculationTests
{
    /// <summary>Buses 0, 1, 2 in a ring of three lines 0→1, 1→2, 0→2.</summary>
    static HourlyNetwork Ring() => new TinyNetwork
    {
        Hours = 1,
        Buses = ["0", "1", "2"],
        Lines = [new("a", 0, 1), new("b", 1, 2), new("c", 0, 2)],
    }.Build();

    [Fact]
    public void Power_that_only_goes_round_is_taken_away()
    {
        // 7 MW round the ring (0→1→2→0) and 2 MW from 0 to 2 over line c: what is needed is 2 MW over c alone.
        double[] flow = [7, 7, 2 - 7];

        Circulation.Remove(Ring(), flow, [10, 10, 10]);

        Assert.Equal([0, 0, 2], flow, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void A_split_between_two_ways_that_one_line_cannot_carry_stays_within_capacity()
    {
        // 12 MW from 0 to 2: the direct line carries 10 at most, so at least 2 go round; Σ|f| is least with 10 direct and 2 round (14).
        double[] flow = [6, 6, 6];

        Circulation.Remove(Ring(), flow, [10, 10, 10]);

        Assert.Equal([2, 2, 10], flow, (a, b) => Math.Abs(a - b) < 1e-12);
    }
}
